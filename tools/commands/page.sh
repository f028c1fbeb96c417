#!/usr/bin/env bash
# Stores a page as a test page.
#
# Usage: ./build.sh page SLUG FILE.html
#
# Makes tests/pages/SLUG/ with page.html, a copy of FILE, and a page.toml to fill in,
# then writes expected.verdicts and expected.md as the core sees the page today.
# Read those two before you commit them. The page must be in your own words: what a
# publisher wrote does not belong into the repository.
source tools/common.sh
help_if_asked "$@"
[ $# -eq 2 ] || fail "expected a slug and a file; see ./build.sh page --help"
slug=$1
file=$(callers_path "$2")
folder=tests/pages/$slug
[[ $slug =~ ^[a-z0-9]+(-[a-z0-9]+)*$ ]] || fail "expected a slug such as wire-service, but got '$slug'."
[ -f "$file" ] || fail "there is no file $file."
[ ! -e "$folder/page.html" ] || fail "there is a page $folder already."

need_node
need_cargo
# In the profile of the tests, which build the tool as well. First, so that a file that is no page leaves no folder.
report=$(cargo run --quiet --locked --features cli --bin clean-copy -- report "$file")
mkdir -p "$folder"
cp "$file" "$folder/page.html"
node tools/page-toml.mjs <<<"$report" >"$folder/page.toml"
BLESS=1 cargo test --locked --features cli --test core -- pages::
say "Made $folder/: fill in page.toml and read expected.verdicts and expected.md"
