"""Scores what the tool says of an article (title, byline, date) against tests/metadata.jsonl.

    python3 tools/metadata.py TOOL MANIFEST PAGES [--wrong] [--labels FILE] [--pages-of first|last]

Run by `./build.sh score --metadata`. TOOL is the built `clean-copy`; each page is reported on with its address from
MANIFEST, as the extension would. Three figures, with counts, for the first 70 pages (looked at while the core was
improved), for the last 30 (kept aside) and for all. `--wrong` lists the misses: id, field, label, got; `--pages-of`
lists only those of one part.

A page counts for a field only if it shows one (the label is not null).

- Title: equal after folding (case, white space, quotes, dashes, soft hyphens and other invisible characters). The
  line above a headline (`kicker` in the label) may stand before it, joined by any punctuation. The site's name behind
  it is wrong: no headline on a page has it.
- Date: the same calendar day. The core must say it in ISO 8601; the day is the one written there, so a time in UTC is
  wrong where the page's own day is another.
- Byline: every labelled name is in ours, and nothing else is, besides joining words, punctuation, academic titles and
  names the page gives in a lesser role (`also` in the label: "contributions from …"). "By", dates, jobs, places,
  e-mail addresses and the site's name left over make it wrong. `a/b` in a label: two forms of one name.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import unicodedata

FIELDS = ("title", "published", "byline")
KEPT_ASIDE = 30
JOINING = {"and", "und", "et", "y", "e", "og", "och", "en", "i", "ve", "dr", "prof"}


def folded(text):
    """Case, white space, quotes, dashes and invisible characters made equal."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())
    text = re.sub("[‘’‚‛′`´]", "'", text)
    text = re.sub("[“”„‟″«»「」『』]|''", '"', text).replace("'", '"')
    text = re.sub("[‐‑‒–—―−]", "-", text)
    return " ".join(text.split())


def words(text):
    """Letters and digits only: what is left of a text to compare joined parts by."""
    return re.findall(r"\w+", folded(text))


def title_is_right(label, got):
    if folded(label["title"]) == folded(got):
        return True
    kicker = label.get("kicker")
    return kicker is not None and words(got) == words(kicker) + words(label["title"])


def date_is_right(label, got):
    return re.match(r"\d{4}-\d\d-\d\d(?!\d)", got) is not None and got[:10] == label["published"]


def taken_out(line, name):
    """The words of the line without the name, or None where the name is not in it."""
    for form in name.split("/"):
        name_words = words(form)
        for start in range(len(line) - len(name_words) + 1):
            if line[start : start + len(name_words)] == name_words:
                return line[:start] + ["and"] + line[start + len(name_words) :]
    return None


def byline_is_right(label, got):
    line = words(got)
    for name in label["byline"]:
        line = taken_out(line, name)
        if line is None:
            return False
    for name in label.get("also", []):
        line = taken_out(line, name) or line
    return all(word in JOINING for word in line)


RIGHT = {"title": title_is_right, "published": date_is_right, "byline": byline_is_right}


def report(tool, page, url):
    out = subprocess.run([tool, "report", page, "--url", url], capture_output=True, check=True).stdout
    return json.loads(out)["article"]


def misses_of(label, article):
    """The fields the page shows, and of those the wrong ones with what we said instead."""
    shown = [field for field in FIELDS if label[field] is not None]
    wrong = {f: article[f] for f in shown if article[f] is None or not RIGHT[f](label, article[f])}
    return shown, wrong


def print_figures(name, results):
    cells = []
    for field in FIELDS:
        shown = sum(field in shown for _, shown, _ in results)
        right = shown - sum(field in wrong for _, _, wrong in results)
        cells.append(f"{field} {right}/{shown} = {right / shown:.1%}" if shown else f"{field} 0/0")
    print(f"{name:<22}" + "   ".join(f"{cell:<26}" for cell in cells).rstrip())


def print_misses(results):
    for label, _, wrong in results:
        for field, got in wrong.items():
            print(f"{label['id']}\t{field}\t{json.dumps(label[field], ensure_ascii=False)}\t"
                  f"{json.dumps(got, ensure_ascii=False)}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("tool")
    parser.add_argument("manifest", type=pathlib.Path)
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--pages-of", choices=("first", "last"))
    parser.add_argument("--labels", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parents[1] / "tests" / "metadata.jsonl")
    return parser.parse_args()


def main():
    args = arguments()
    rows = map(json.loads, args.manifest.read_text(encoding="utf-8").splitlines())
    urls = {row["id"]: row["url"] for row in rows}
    labels = [json.loads(line) for line in args.labels.read_text(encoding="utf-8").splitlines()]

    def judged(label):
        page = args.pages / f"{label['id']}.html"
        return label, *misses_of(label, report(args.tool, page, urls[label["id"]]))

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(judged, labels))
    first, last = results[:-KEPT_ASIDE], results[-KEPT_ASIDE:]
    print_figures(f"first {len(first)} pages", first)
    print_figures(f"last {len(last)}, kept aside", last)
    print_figures(f"all {len(results)}", results)
    if args.wrong:
        print_misses({"first": first, "last": last}.get(args.pages_of, results))


if __name__ == "__main__":
    main()
