#!/usr/bin/env bash
# Shows the extension at work on a page, in a real Chromium.
#
# Usage: ./build.sh run [FILE.html]
#
# Builds the extension, serves the sample news page (or your saved page) on this
# machine, starts Chromium with the extension and presses its toolbar button. Prints
# the clean text and what was hidden and why, and writes to target/run/: before.png,
# after.png, popup.png, clean.txt, clean.md. With a display the window stays open until you
# close it. CHROMIUM=/path picks the browser.
source tools/common.sh
source tools/core.sh
source tools/product.sh
help_if_asked "$@"
[ $# -le 1 ] || fail "expected at most one page, but got: $*"
page=$PWD/tests/pages/wire-service/page.html
[ $# -eq 0 ] || page=$(callers_path "$1")
[ -f "$page" ] || fail "there is no file $page."

need_chromium
build_extensions
exec node tools/run.mjs "$page"
