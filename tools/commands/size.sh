#!/usr/bin/env bash
# Prints the sizes of core and packages, and fails over the budget.
#
# Usage: ./build.sh size
#
# The budget is tools/budget.json, in bytes, for each route to the compiler (see
# tools/core.sh).
source tools/common.sh
source tools/core.sh
source tools/product.sh
help_if_asked "$@"
no_arguments "$@"

build_extensions
node tools/pack.mjs
node tools/size.mjs
