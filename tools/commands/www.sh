#!/usr/bin/env bash
# Serves the playground, www/, on this machine.
#
# Usage: ./build.sh www [PORT]
#
# Builds the core into www/core/, puts the test pages into www/samples/ and prints
# the address. PORT is 8080 where none is given; 0 takes any free one. Ends with Ctrl+C.
source tools/common.sh
source tools/core.sh
source tools/product.sh
help_if_asked "$@"
[ $# -le 1 ] || fail "expected at most a port, but got: $*"

build_playground
exec node tools/serve.mjs www "${1:-8080}"
