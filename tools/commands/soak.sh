#!/usr/bin/env bash
# Cleans and restores many pages of the corpus in one session of each browser.
#
# Usage: ./build.sh soak [PAGES]
#
# 1000 pages where no number is given, spread over the corpus at ../shared/corpus. Fails on a
# crash, on an error, on a page that does not come back byte for byte, and where the memory of
# the background's process is more than a quarter above what it was after a hundred pages.
# BROWSER=firefox runs one browser only.
source tools/common.sh
source tools/core.sh
source tools/product.sh
source tools/score.sh
help_if_asked "$@"
[ $# -le 1 ] || fail "expected at most a number of pages, but got: $*"

need_chromium
need_firefox
need_test_tools
need_corpus
build_extensions
failed=0
for browser in ${BROWSER:-chromium firefox}; do
  say "Soaking $browser"
  node tests/browser/soak.mjs "$browser" "${1:-1000}" || failed=1
done
exit $failed
