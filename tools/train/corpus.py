"""The corpus as the training sees it: features, texts and labels of every block.

A block's label is the share of its 4-word shingles that the page's truth holds (shorter blocks: the block is a line of
the truth, or stands in it next to other blocks that do).  Pages of a `segments` set have labels only where a segment
speaks: 1 for blocks with a `with` segment, 0 for those with a `without` segment.
"""
import json
import os
import pathlib
import re
import sys
import urllib.parse
import zlib
from dataclasses import dataclass

import numpy

SHARED = pathlib.Path(os.environ.get("SHARED") or pathlib.Path(__file__).resolve().parents[3] / "shared")
sys.path.insert(0, str(SHARED / "tools"))
from score import CHAR_OR_WORD, shingles  # noqa: E402

# Sets whose licence lets us learn from them; the others only check.
TRAIN_SETS = ("newspaper", "fundus", "wcxb", "trafilatura", "chinese")


@dataclass
class Page:
    """One page: rows of features, texts of blocks, labels (nan: unknown), and weights by words."""

    id: str
    source: str
    site: str
    row: dict
    features: numpy.ndarray
    texts: list
    hidden: list
    labels: numpy.ndarray
    truth: str


def site_of(row):
    """The registrable part of the host, roughly: folds and the held-out fifth go by it."""
    host = urllib.parse.urlsplit(row.get("url") or "").hostname or row["id"]
    parts = host.split(".")
    keep = 3 if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else 2
    return ".".join(parts[-keep:])


def fold_of(site, folds=5):
    """A fold that is the same in every run; fold 0 is the fifth of the sites kept for the end."""
    return zlib.crc32(site.encode()) % folds


def label_full(texts, truth):
    words = CHAR_OR_WORD.findall(truth.lower())
    lines = {" ".join(CHAR_OR_WORD.findall(line.lower())) for line in truth.splitlines()}
    joined = " " + " ".join(words) + " "
    owns = [CHAR_OR_WORD.findall(text.lower()) for text in texts]
    labels = label_long(owns, shingles(words))
    short = []
    for at, own in enumerate(owns):
        if not own or len(own) >= 4:
            continue
        if " ".join(own) in lines:
            labels[at] = 1.0
        elif " " + " ".join(own) + " " in joined:
            short.append(at)
    for at in short:
        near = [labels[i] for i in (at - 1, at + 1) if 0 <= i < len(texts)]
        labels[at] = float(len(near) > 0 and min(near) > 0.8)
    return labels


def label_long(owns, held):
    """Labels of blocks of four words and more.  A text that stands twice is the article's where more of the article
    stands around it: there it takes its shingles from the truth, and the teaser elsewhere finds none left."""
    mine = [shingles(own) if len(own) >= 4 else {} for own in owns]
    found = numpy.array([sum((m & held).values()) if m else 0 for m in mine], float)
    size = numpy.array([sum(m.values()) for m in mine], float)
    around = numpy.array([found[max(0, at - 6):at + 7].sum() / max(1, size[max(0, at - 6):at + 7].sum()) for at in range(len(owns))])
    labels = numpy.zeros(len(owns))
    for at in sorted(numpy.flatnonzero(found), key=lambda at: (-around[at], at)):
        taken = mine[at] & held
        held.subtract(taken)
        labels[at] = sum(taken.values()) / size[at]
    return labels


def label_segments(texts, row):
    squeeze = lambda s: re.sub(r"\s+", " ", s).strip()
    labels = numpy.full(len(texts), numpy.nan)
    for value, kind in ((0.0, "without"), (1.0, "with")):
        for segment in map(squeeze, row.get(kind, [])):
            for at, text in enumerate(texts):
                if segment in text or (len(text) > 12 and text in segment):
                    labels[at] = value
    return labels


def load(root, features, sources=None):
    """All pages of the manifest whose features were written."""
    pages = []
    width = len((features / "names.txt").read_text().split("\n"))
    for line in (SHARED / "corpus" / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if sources and row["source"] not in sources:
            continue
        path = features / f"{row['id']}.txt"
        if not path.exists():
            continue
        lines = path.read_text(encoding="utf-8").split("\n")[:-1]
        pairs = [line.split("\t", 1) for line in lines]
        texts = [text for _, text in pairs]
        values = numpy.fromfile(path.with_suffix(".f32"), dtype="<f4").reshape(-1, width)
        truth = (root / row["text"]).read_text(encoding="utf-8") if row.get("text") else ""
        labels = label_full(texts, truth) if truth else label_segments(texts, row)
        pages.append(Page(row["id"], row["source"], site_of(row), row, values, texts, [int(h) for h, _ in pairs], labels, truth))
    return pages
