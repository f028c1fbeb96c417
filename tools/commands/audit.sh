#!/usr/bin/env bash
# Checks what others wrote: licences, sources, duplicates and known faults.
#
# Usage: ./build.sh audit [--offline]
#
# cargo-deny with deny.toml on all that is Rust: the core and the tool, what makes bindings and
# zips, the fuzz targets; npm audit on the Node packages. Both ask databases of known faults;
# --offline leaves those questions out. Installs cargo-deny with cargo on first use, which takes
# some minutes.
source tools/common.sh
help_if_asked "$@"

checks=(licenses bans sources)
case "${1:-}" in
  --offline) ;;
  '') checks+=(advisories) ;;
  *) fail "audit knows no option '$1'; see ./build.sh audit --help" ;;
esac

need_cargo
if ! cargo deny --version >/dev/null 2>&1; then
  say "Installing cargo-deny with cargo"
  cargo install --locked cargo-deny
fi
for manifest in {.,tools/bindgen,tools/zip,fuzz}/Cargo.toml; do
  say "cargo deny: $manifest"
  cargo deny --manifest-path "$manifest" --config deny.toml --locked check --hide-inclusion-graph "${checks[@]}"
done
[ "${1:-}" = --offline ] || npm audit --audit-level=high
