#!/usr/bin/env python3
"""How pages are cleaned in place, block by block, and why what is left is left.

    python3 tools/train/unseen.py CORPUS JUDGED

JUDGED is what the example `judged` wrote (with `target/train/unseen` as its probabilities: on sites that its model never
saw).  As `inplace.py`, but with whole blocks and the labels of `corpus.py` in the place of shingles, so that every word
that is left has a cause: what it was taken for, the site's frame (Tidy leaves it), or a probability that is too high to
hide it.  `shown` is what the cleaned page keeps on purpose.
"""
import argparse
import collections
import json
import pathlib

import numpy

import corpus

SETS = ("newspaper", "fundus", "wcxb", "chinese", "daniel")
COLUMNS = "at p role beside frame in_root links words tidy focus path hidden landmark top place text".split()
ON_PURPOSE = ("Body", "Caption", "Headline", "Byline", "beside")


def blocks_of(path):
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    return [dict(zip(COLUMNS, line.split("\t", len(COLUMNS) - 1))) for line in lines]


def cause(block, mode):
    if block["hidden"] != "No":
        return "not in sight"
    if block["role"] != "Other":
        return block["role"]
    if block["beside"] == "1":
        return "beside"
    return "frame" if mode == "tidy" and block["frame"] == "1" else "unsure"


def weigh(blocks, labels, mode):
    """Parts of the article lost, of the rest cleared, and of the rest left by cause; Tidy without landmarks."""
    words = numpy.array([len(corpus.CHAR_OR_WORD.findall(b["text"])) for b in blocks], float)
    gone = numpy.array([b[mode] != "-" for b in blocks])
    counts = numpy.array([mode == "focus" or b["landmark"] == "0" for b in blocks])
    true, other = words * labels, words * (1 - labels) * counts
    whole, rest = max(1, true.sum()), max(1, other.sum())
    left = collections.Counter()
    for block, part in zip(blocks, other * ~gone / rest):
        left[cause(block, mode)] += part
    return (true * gone).sum() / whole, (other * gone).sum() / rest, left


def lead_pictures(judged):
    """Pages that show the picture they declare as theirs, and on how many each strength hides it wherever it stands."""
    pages, hidden = 0, collections.Counter()
    for path in sorted((judged / "pictures").glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        lead = [row for row in rows if row[1] == "1"]
        pages += bool(lead)
        for at, mode in ((4, "tidy"), (5, "focus")):
            hidden[mode] += bool(lead) and all(row[at] != "-" for row in lead)
    return pages, hidden


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("judged", type=pathlib.Path)
    args = parser.parse_args()
    results = collections.defaultdict(list)
    for line in (corpus.SHARED / "corpus" / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = args.judged / "blocks" / f"{row['id']}.tsv"
        if row["source"] not in SETS or not row.get("text") or not path.exists():
            continue
        blocks = blocks_of(path)
        labels = corpus.label_full([b["text"] for b in blocks], (args.corpus / row["text"]).read_text(encoding="utf-8"))
        for mode in ("tidy", "focus"):
            results[row["source"], mode].append(weigh(blocks, labels, mode))
    print("set        strength  pages    kept  harmed  cleared   shown  left by cause")
    for (source, mode), pages in results.items():
        lost, cleared = (numpy.array([page[at] for page in pages]) for at in (0, 1))
        left = sum((page[2] for page in pages), collections.Counter())
        shown = sum(left[name] for name in ON_PURPOSE) / len(pages)
        causes = "  ".join(f"{name} {part / len(pages):.3f}" for name, part in left.most_common())
        print(f"{source:10} {mode:8} {len(pages):6}  {1 - lost.mean():.4f}  {(lost > 0.01).sum():6}   {cleared.mean():.4f}   {shown:.3f}  {causes}")
    pages, hidden = lead_pictures(args.judged)
    print(f"the declared picture, on {pages} pages of all sets: hidden in Tidy on {hidden['tidy']}, in Focus on {hidden['focus']}")


if __name__ == "__main__":
    main()
