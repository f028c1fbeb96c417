#!/usr/bin/env bash
# Fuzzes the core: read, clean, plain text, rules, bytes and rewriting.
#
# Usage: ./build.sh fuzz [--minimise] [SECONDS [TARGET…]]
#
# Runs each target for SECONDS, 60 where none are given; the targets are read, clean, plain,
# rules, normalise and rewrite. An input that panics, breaks a law or takes half a minute is
# kept in fuzz/target/findings/, and the command fails: make a Rust test of it. What was tried
# stays in fuzz/target/corpus/ and is where the next run begins; --minimise drops what reaches
# nothing new. Needs a C++ compiler for libFuzzer and no other Rust than the usual one.
source tools/common.sh
source tools/fuzz.sh
help_if_asked "$@"

minimise=no
if [ "${1:-}" = --minimise ]; then
  minimise=yes
  shift
fi
seconds=${1:-60}
[[ $seconds =~ ^[0-9]+$ ]] || fail "expected a number of seconds, but got '$seconds'."
[ $# -eq 0 ] || shift
# shellcheck disable=SC2086
[ $# -gt 0 ] || set -- $FUZZ_TARGETS
for target in "$@"; do
  [[ " $FUZZ_TARGETS " == *" $target "* ]] || fail "there is no target $target; there are: $FUZZ_TARGETS"
done

fuzz_targets "$seconds" "$@"
[ $minimise = no ] || for target in "$@"; do minimise_corpus "$target"; done
say "Nothing found"
