# The checks, each run as a step: its output is shown and kept, what it counted
# is added up, and a failure does not stop the steps after it.

STEP_LOGS=target/test
STEPS_PASSED=0
STEPS_FAILED=0
FAILED_NAMES=()
STEP_TIMES=()
mkdir -p $STEP_LOGS

# step NAME COMMAND…
step() {
  local name=$1 log="$STEP_LOGS/${1// /-}.log" began=$SECONDS status counts
  shift
  say "$name"
  # Not `… || status=$?`: bash would go on after a failure inside of a function.
  set +e
  (
    set -e
    "$@"
  ) 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  set -e
  counts=$(node tools/counts.mjs "$log" "$status")
  STEPS_PASSED=$((STEPS_PASSED + ${counts% *}))
  STEPS_FAILED=$((STEPS_FAILED + ${counts#* }))
  [ "$status" -eq 0 ] || FAILED_NAMES+=("$name (see $log)")
  STEP_TIMES+=("$name $((SECONDS - began)) s")
}

# Ends the command with the line that people and CI read.
summary() {
  printf '\nOf %d s: ' $SECONDS
  printf '%s, ' "${STEP_TIMES[@]}"
  printf 'the rest to set up and build.\n'
  [ ${#FAILED_NAMES[@]} -eq 0 ] || printf 'Failed: %s\n' "${FAILED_NAMES[@]}"
  printf '\n%d passed, %d failed\n' "$STEPS_PASSED" "$STEPS_FAILED"
  [ "$STEPS_FAILED" -eq 0 ] && [ ${#FAILED_NAMES[@]} -eq 0 ]
}

TOOL_CRATES="bindgen encoding-utf8 wasm zip bench/core bench/native"

# What rustc may reuse lies in one folder for the crates that tools/ holds.
in_tool_crate() {
  local crate=$1
  shift
  CARGO_TARGET_DIR=$PWD/target/tools cargo "$1" --manifest-path "tools/$crate/Cargo.toml" "${@:2}"
}

format_check() {
  cargo fmt --check
  local crate
  for crate in $TOOL_CRATES; do
    cargo fmt --check --manifest-path "tools/$crate/Cargo.toml"
  done
  cargo fmt --check --manifest-path fuzz/Cargo.toml
}

rust_lint_steps() {
  step "fmt" format_check
  step "clippy" cargo clippy --locked --all-targets --features cli -- -D warnings
}

# The compiler of the scripts wants what the core says of itself, the extensions' linter the extensions.
script_lint_steps() {
  step "tsc" node_modules/.bin/tsc --project tsconfig.json
  step "tsc tests" node_modules/.bin/tsc --project tsconfig.tests.json
  step "eslint" node_modules/.bin/eslint --max-warnings 0 .
  step "web-ext" node tools/web-ext-lint.mjs
}

lint_steps() {
  rust_lint_steps
  script_lint_steps
}

# Not the examples, which clippy looks at.
TESTS="--locked --features cli --lib --bins --tests"

compile_tests() {
  # shellcheck disable=SC2086
  cargo test $TESTS --no-run
}

rust_steps() {
  # shellcheck disable=SC2086
  step "cargo test" cargo test $TESTS --no-fail-fast
  step "doc tests" cargo test --locked --features cli --doc
  step "cargo test encoding-utf8" in_tool_crate encoding-utf8 test
}

# What needs neither a build nor a browser.
node_tests() {
  node --test tests/*.test.mjs
}

size_within_budget() {
  node tools/pack.mjs
  node tools/size.mjs
}

browser_tests() {
  node tools/browser-tests.mjs $STEP_LOGS
}
