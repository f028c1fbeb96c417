#!/usr/bin/env bash
# Scores the tool on the corpus beside the repository.
#
# Usage: ./build.sh score [--only SOURCE]… [OPTION…]
#        ./build.sh score --metadata [--wrong]
#
# Runs the tool over ../shared/corpus and prints three tables: the article's text
# (score.py), and the pages cleaned in place, tidy and focused (inplace.py). --only,
# --worst N and --json go to all three, --by, --words, --versus DIR and --bootstrap N
# to the first. What the tool wrote stays under target/score/ and is made again when
# the tool changes.
#
# --metadata prints instead how often title, date and byline are those that the pages
# of tests/metadata.jsonl show (tools/metadata.py); --wrong lists the misses.
source tools/common.sh
source tools/product.sh
source tools/score.sh
help_if_asked "$@"

read_score_options "$@"
need_python
need_corpus
build_tool
if [ "$METADATA" = yes ]; then
  print_metadata_scores
else
  run_over_corpus
  print_scores
fi
