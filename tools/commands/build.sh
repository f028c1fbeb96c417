#!/usr/bin/env bash
# Builds the extension for both browsers and the command line tool.
#
# Usage: ./build.sh build
#
# Leaves dist/chromium/ and dist/firefox/ (unpacked extensions, ready to be loaded)
# and target/release/clean-copy. Only what changed is built again.
source tools/common.sh
source tools/core.sh
source tools/product.sh
help_if_asked "$@"
no_arguments "$@"

build_extensions
build_tool
say "Built dist/chromium/, dist/firefox/ and target/release/clean-copy"
