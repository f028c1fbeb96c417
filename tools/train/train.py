#!/usr/bin/env python3
"""Learns the weights of `src/judge/model/weights.rs`; see README.md beside this file.

    nice python3 tools/train/train.py CORPUS WORK [--check] [--keep-features]

CORPUS is the unpacked corpus (`pages/`, `truth/`), WORK a folder for what is made on the way.  Prints the
cross-validated figures of both looks (folds by site; a fifth of the sites is never learned from), then, without
--check, learns on all folds but that fifth, prints its figures, and writes `weights.rs` and `model_sample.json`.
"""
import argparse
import collections
import os
import pathlib
import subprocess
import zlib

import lightgbm
import numpy

import corpus
import export
from score import score_full, score_segments, total_full, total_segments

REPO = pathlib.Path(__file__).resolve().parents[2]
SETS = ("fundus", "newspaper", "wcxb", "daniel", "chinese")
COMMON = {
    "objective": "cross_entropy", "num_leaves": 15, "min_data_in_leaf": 60, "feature_fraction": 0.5, "bagging_fraction": 0.7,
    "bagging_freq": 1, "lambda_l2": 2, "max_bin": 63, "num_threads": 1, "seed": 1, "deterministic": True, "force_row_wise": True,
    "verbose": -1,
}
FIRST = ({"learning_rate": 0.09}, 120)
SECOND = ({"learning_rate": 0.05}, 120)

# As in `src/judge/model/looks.rs`: blocks less likely than this at the first look are not looked at again.
SETTLED = 0.02

# What the second look sees of the first look's features: the block's kind and labels. Not its counts and the page's,
# which trees learn by heart and which do not carry over to other scripts.
OWN = (
    "link_density colon copies hidden tag inner heading up.aside up.figure up.table up.list up.blockquote up.link up.article_body "
    "child_media like_title in_body in_description alike.unit alike.around label.kind label.steps phrases.before phrases.after"
).split()
OWN_KINDS = ("phrase.", "since.", "article.")


def word_counts(page):
    return numpy.array([len(corpus.CHAR_OR_WORD.findall(text)) for text in page.texts])


def weights(page):
    """Every page weighs the same, whatever its length; a block weighs by its words, up to 200."""
    words = numpy.maximum(1, word_counts(page))
    if page.truth:
        return numpy.minimum(words, 200) / max(50, len(corpus.CHAR_OR_WORD.findall(page.truth))) + 0.002
    known = (~numpy.isnan(page.labels)).sum()
    return numpy.full(len(words), 0.5 / max(4, known))


class Rows:
    """The rows of all pages that may be learned from, binned once."""

    def __init__(self, pages, features, columns, open_=None):
        """`open_`: for each page, which of its blocks are not settled yet; None for all."""
        self.columns = columns
        learn = [i for i, page in enumerate(pages) if page.source in corpus.TRAIN_SETS and page.fold != 0 and page.texts]
        join = lambda each: numpy.concatenate([each(i) for i in learn])
        labels, weight = join(lambda i: pages[i].labels), join(lambda i: weights(pages[i]))
        known = ~numpy.isnan(labels)
        if open_ is not None:
            known &= join(lambda i: open_[i])
        self.page = join(lambda i: numpy.full(len(pages[i].texts), i))[known]
        values = join(lambda i: features[i])[known][:, columns]
        weight = weight[known] / weight[known].mean()
        self.data = lightgbm.Dataset(values, labels[known], weight=weight, params=COMMON, free_raw_data=False).construct()

    def learn(self, keep, settings):
        """Learns on the pages for which `keep` holds."""
        rows = numpy.flatnonzero(numpy.vectorize(keep)(self.page))
        params, rounds = settings
        return lightgbm.train({**COMMON, **params}, self.data.subset(rows), rounds)

    def predict(self, booster, values):
        return booster.predict(values[:, self.columns]) if len(values) else numpy.zeros(0)


def out_of_fold(pages, features, rows, group, settings):
    """Each page's probabilities from a model that saw no page of its group; fold 0 from one that saw all others."""
    p = [None] * len(pages)
    for name in sorted({group(page) for page in pages}, key=str):
        booster = rows.learn(lambda i: group(pages[i]) != name, settings)
        for i, page in enumerate(pages):
            if group(page) == name:
                p[i] = rows.predict(booster, features[i])
    return p


def show(title, pages, p):
    """Text F1 by set of joining the blocks above 0.5, and the mean over the six figures that count."""
    full, segments = collections.defaultdict(list), collections.defaultdict(list)
    for page, own in zip(pages, p):
        text = "\n".join(t for t, q in zip(page.texts, own) if q > 0.5)
        if page.truth:
            full[page.source].append(score_full(page.truth, text))
        if page.row.get("with") or page.row.get("without"):
            segments[page.source].append(score_segments(page.row, text))
    figures = {name: total_full(full[name])["f1"] for name in SETS if full[name]}
    figures["trafilatura"] = total_segments(segments["trafilatura"])["f1"]
    others = {name: total_full(full[name])["f1"] for name in ("cleaneval", "cleanportal") if full[name]}
    line = "  ".join(f"{name} {value:.4f}" for name, value in figures.items())
    print(f"{title:28} {line}  mean {numpy.mean(list(figures.values())):.4f}  |", "  ".join(f"{k} {v:.4f}" for k, v in others.items()), flush=True)


def lifted(page, own):
    """As `cut` in `src/judge/model/looks.rs`: where the model doubts the whole page, less is enough."""
    if not len(own):
        return own
    words, order = numpy.maximum(1, word_counts(page)), numpy.argsort(-own)
    taken, hits = numpy.cumsum(words[order]), numpy.cumsum((words * own)[order])
    cut = min(0.5, max(0.2, (2 * hits / (taken + hits[-1])).max() / 2 + 0.05))
    return numpy.where(own >= cut, numpy.maximum(own, 0.501), own)


def show_low(pages, p):
    """What hiding below a probability costs and gains: blocks weighed by words, pages alike."""
    print("below     truth words lost   other words cleared")
    for cut in (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5):
        lost, cleared = [], []
        for page, own in zip(pages, p):
            if not page.truth or not len(own) or page.source not in SETS:
                continue
            words = word_counts(page)
            true, other = words * page.labels, words * (1 - page.labels)
            lost.append((true * (own < cut)).sum() / max(1, true.sum()))
            cleared.append((other * (own < cut)).sum() / max(1, other.sum()))
        print(f"p < {cut:<5} {numpy.mean(lost):16.4f} {numpy.mean(cleared):21.4f}")


def run_example(*arguments):
    """Runs `examples/features.rs`; FEATURES names a built one."""
    built = os.environ.get("FEATURES")
    command = [built] if built else ["cargo", "run", "--release", "--features", "cli", "--example", "features", "--"]
    subprocess.run([*command, *map(str, arguments)], cwd=REPO, check=True)


def read_features(folder, pages):
    names = (folder / "names.txt").read_text().split("\n")
    rows = [numpy.fromfile(folder / f"{page.id}.f32", dtype="<f4").reshape(-1, len(names)) for page in pages]
    return names, rows


def write_probabilities(folder, pages, p):
    folder.mkdir(exist_ok=True)
    for page, own in zip(pages, p):
        own.astype("<f4").tofile(folder / f"{page.id}.p32")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--check", action="store_true", help="print the cross-validated figures only")
    parser.add_argument("--keep-features", action="store_true", help="use the features of the last run")
    args = parser.parse_args()
    first_rows, second_rows, guesses, unseen = (args.work / name for name in ("first", "second", "guesses", "unseen"))

    if not args.keep_features:
        run_example(args.corpus / "pages", first_rows)
    pages = corpus.load(args.corpus, first_rows)
    for page in pages:
        page.fold = corpus.fold_of(page.site)
    names, one = read_features(first_rows, pages)
    inner = lambda page: -1 if page.fold == 0 else zlib.crc32(f"inner {page.site}".encode()) % 5
    outer = [i for i, page in enumerate(pages) if page.fold != 0]
    rows = Rows(pages, one, list(range(len(names))))
    p = out_of_fold(pages, one, rows, inner, FIRST)
    show("first look", [pages[i] for i in outer], [p[i] for i in outer])
    final_first = rows.learn(lambda i: True, FIRST)

    write_probabilities(guesses, pages, p)
    run_example(args.corpus / "pages", second_rows, guesses)
    all_names, two = read_features(second_rows, pages)
    own = lambda name: name in OWN or name.startswith(OWN_KINDS)
    columns = [at for at, name in enumerate(all_names) if at >= len(names) or own(name)]
    rows = Rows(pages, two, columns, [own >= SETTLED for own in p])
    looks = out_of_fold(pages, two, rows, lambda page: page.fold, SECOND)
    p = [numpy.where(first < SETTLED, first, second) for first, second in zip(p, looks)]
    write_probabilities(unseen, pages, p)
    show("both looks", [pages[i] for i in outer], [p[i] for i in outer])
    p = [lifted(page, own) for page, own in zip(pages, p)]
    show("both looks, cut by page", [pages[i] for i in outer], [p[i] for i in outer])
    show_low([pages[i] for i in outer], [p[i] for i in outer])
    if args.check:
        return
    held = [i for i, page in enumerate(pages) if page.fold == 0]
    show("untouched fifth", [pages[i] for i in held], [p[i] for i in held])
    final_second = rows.learn(lambda i: True, SECOND)
    forests = {
        "FIRST": export.Forest(final_first, range(len(names)), names, "The first look: a block by its own features."),
        "SECOND": export.Forest(final_second, columns, all_names, "The second look: a block by its company."),
    }
    export.write(REPO / "src/judge/model/weights.rs", forests)
    sample = numpy.array([two[i][len(two[i]) // 2] for i in range(0, len(pages), 250) if len(two[i])])
    export.write_sample(REPO / "src/judge/model/model_sample.json", sample, {"first": (final_first, range(len(names))), "second": (final_second, columns)})


if __name__ == "__main__":
    main()
