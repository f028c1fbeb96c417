#!/usr/bin/env bash
# Checks the form of the sources: fmt, clippy, tsc, eslint, web-ext lint.
#
# Usage: ./build.sh lint
#
# Warnings are errors. Builds the extension first, because the types of the core
# and the Firefox package are checked too.
source tools/common.sh
source tools/core.sh
source tools/product.sh
source tools/steps.sh
help_if_asked "$@"
no_arguments "$@"

need_lint_tools
build_extensions
lint_steps
summary
