#!/usr/bin/env bash
# Packs the extensions for the stores.
#
# Usage: ./build.sh pack
#
# Writes dist/clean-copy-VERSION-chromium.zip and dist/clean-copy-VERSION-firefox.zip,
# VERSION being the one in Cargo.toml, and beside them clean-copy-VERSION-source.zip, the
# archive of the sources that reviewers ask for. The same sources give the same bytes
# (./build.sh reproduce shows it); how to build from the archive stands in SECURITY.md.
source tools/common.sh
source tools/core.sh
source tools/product.sh
help_if_asked "$@"
no_arguments "$@"

build_extensions
node tools/pack.mjs
node tools/source-archive.mjs
