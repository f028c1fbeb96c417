#!/usr/bin/env bash
# Scores the tool on the corpus beside the repository.
#
# Usage: ./build.sh score [--only SOURCE]… [OPTION…]
#
# Runs the tool over ../shared/corpus and prints three tables: the article's text
# (score.py), and the pages cleaned in place, tidy and focused (inplace.py). --only,
# --worst N and --json go to all three, --by, --words, --versus DIR and --bootstrap N
# to the first. What the tool wrote stays under target/score/ and is made again when
# the tool changes.
source tools/common.sh
source tools/product.sh
source tools/score.sh
help_if_asked "$@"

read_score_options "$@"
need_python
need_corpus
build_tool
run_over_corpus
print_scores
