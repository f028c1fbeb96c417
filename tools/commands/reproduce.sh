#!/usr/bin/env bash
# Builds the packages twice from nothing and compares them, byte for byte.
#
# Usage: ./build.sh reproduce
#
# Copies the sources into two new folders of different names, builds each from nothing but
# its sources and the downloaded packages, and compares the zips of both browsers. Takes two
# full builds. The checksums it prints are those of ./build.sh pack on these sources.
source tools/common.sh
source tools/core.sh
help_if_asked "$@"
no_arguments "$@"

need_cargo
need_npm_packages
need_wasm_target
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# copy_to FOLDER: both copies are made before either is built, so that a change meanwhile is in neither.
copy_to() {
  mkdir -p "$1"
  git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- -c | tar -x -C "$1"
  ln -s "$PWD/node_modules" "$1/node_modules"
}

# build_in FOLDER: what a stranger with the sources would do.
build_in() { (cd "$1" && env -u CARGO_TARGET_DIR ./build.sh pack >&2); }

folders=("$scratch/one" "$scratch/another folder")
for folder in "${folders[@]}"; do copy_to "$folder"; done
for folder in "${folders[@]}"; do build_in "$folder"; done
for browser in chromium firefox; do
  one=$(echo "$scratch"/one/dist/*-$browser.zip)
  if ! cmp "$one" "$scratch/another folder/dist/$(basename "$one")"; then
    diff -rq "$scratch"/one/dist/$browser "$scratch/another folder/dist/$browser" >&2 || true
    fail "the two packages for $browser differ."
  fi
  (cd "$(dirname "$one")" && sha256sum "$(basename "$one")")
done
say "Both builds gave the same bytes"
