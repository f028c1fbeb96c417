#!/usr/bin/env bash
# Clean Copy: the few commands for people and CI. Each command is a file in
# tools/commands/ that starts with its own help; what they share is in tools/*.sh.
set -euo pipefail
# Files are named as seen from where the caller stands.
export CALLER_DIR=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'TEXT'
Usage: ./build.sh COMMAND [OPTION…]
       ./build.sh COMMAND --help

TEXT
  for name in run test build pack lint size page score bench fuzz soak audit reproduce www; do
    printf '  %-9s %s\n' "$name" "$(sed -n '2s/^# //p' "tools/commands/$name.sh")"
  done
  cat <<'TEXT'

Needs a Rust toolchain, Node 20 or later and bash; the rest is installed on first
use, and said before. WASM_ROUTE=debian compiles with Debian's rustc instead of
rustup's wasm32 target (see tools/core.sh).
TEXT
}

command=${1:-help}
case $command in
  help | -h | --help) usage ;;
  run | test | build | pack | lint | size | page | score | bench | fuzz | soak | audit | reproduce | www)
    shift
    exec bash "tools/commands/$command.sh" "$@"
    ;;
  *)
    echo "./build.sh knows no command '$command'." >&2
    usage >&2
    exit 2
    ;;
esac
