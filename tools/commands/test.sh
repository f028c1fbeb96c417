#!/usr/bin/env bash
# Sets up and passes everything that must be true; CI runs this.
#
# Usage: ./build.sh test
#
# Lint, the Rust tests (unit, page, law and doc), the tests in Node, a short run of each
# fuzz target, the size budget, and the built extension in real Chromium and Firefox.
# Later steps run even if an earlier one failed; the last line counts. Logs lie in
# target/test/.
source tools/common.sh
source tools/core.sh
source tools/product.sh
source tools/steps.sh
source tools/fuzz.sh
help_if_asked "$@"
no_arguments "$@"

need_chromium
need_firefox
need_test_tools
need_cargo
need_lint_tools
need_wasm_target
need_cxx
# Long steps on one core stand side by side; no test does, for some measure how long things take.
build_extensions &
building=$!
# What fails here fails again where it is a step.
{ compile_targets && compile_tests; } >"$STEP_LOGS/beside.log" 2>&1 || true
rust_lint_steps
wait "$building" || fail "the extensions were not built: why is said above, amid what lint says."
node tools/samples.mjs
script_lint_steps
rust_steps
step "node" node_tests
# shellcheck disable=SC2086
step "fuzz" fuzz_targets 3 $FUZZ_TARGETS
step "size" size_within_budget
step "browsers" browser_tests
summary
