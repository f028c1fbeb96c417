#!/usr/bin/env bash
# Measures the clean in real Chromium and Firefox, and the core natively.
#
# Usage: ./build.sh bench [--json FILE] [--pages N] [--browser NAME]… [--native-only] [--write]
#
# On 60 pages of ../shared/corpus, spread over its sizes, and on generated ones of
# 0.1, 1, 10 and 50 MB: every step of a clean, DOMParser, Mozilla Readability and
# Defuddle in the same session; natively html5ever, dom_smoothie and legible. Prints
# medians and ratios. --json writes every sample, --pages takes another number of
# pages, --browser one browser only; --write puts the tables into docs/performance.md.
source tools/common.sh
source tools/core.sh
source tools/product.sh
source tools/score.sh
help_if_asked "$@"

arguments=()
while [ $# -gt 0 ]; do
  if [ "$1" = --json ] && [ $# -gt 1 ]; then
    arguments+=(--json "$(callers_path "$2")")
    shift
  else
    arguments+=("$1")
  fi
  shift
done

need_chromium
need_firefox
need_test_tools
need_corpus
build_extensions
build_bench_core
CARGO_TARGET_DIR=target/bench/native cargo build --release --locked --manifest-path tools/bench/native/Cargo.toml
node tools/bench/run.mjs target/bench/native/release/clean-copy-bench "${arguments[@]}"
