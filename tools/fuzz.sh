# fuzz_targets SECONDS TARGET…: builds the fuzz targets and runs each for so long. Wants common.sh beside it.

FUZZ_TARGETS="read clean plain rules normalise rewrite"
FUZZ_HOME=fuzz/target

# What cargo-fuzz passes where no sanitizer is asked for: the core is safe Rust, so it is the panics, the assertions and
# the time that count, and the stable compiler can do it.
fuzz_flags() {
  printf '%s ' -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-{level=4,inline-8bit-counters,pc-table,trace-compares} -Ccodegen-units=1
}

host_triple() { rustc -vV | sed -n 's/^host: //p'; }

need_cxx() { first_of c++ g++ clang++ >/dev/null || need_debian "the fuzzer’s engine, libFuzzer" g++; }

# With --target, what only runs while compiling is left as it is.
compile_targets() {
  need_cargo
  need_cxx
  RUSTFLAGS=$(fuzz_flags) cargo build --release --locked --manifest-path fuzz/Cargo.toml \
    --target "$(host_triple)" --target-dir "$FUZZ_HOME"
}

# Text for the reader of plain text, pages for all others.
seeds_of() {
  case $1 in
    plain) echo tests/plain ;;
    *) echo tests/pages ;;
  esac
}

run_target() {
  local seconds=$1 target=$2
  local corpus=$FUZZ_HOME/corpus/$target log=$FUZZ_HOME/$target.log
  mkdir -p "$corpus" "$FUZZ_HOME/findings"
  say "Fuzzing $target for $seconds s"
  "$FUZZ_HOME/$(host_triple)/release/$target" "$corpus" "$(seeds_of "$target")" -dict=fuzz/html.dict \
    -max_total_time="$seconds" -max_len=20000 -timeout=30 -rss_limit_mb=3000 \
    -artifact_prefix="$FUZZ_HOME/findings/$target-" >"$log" 2>&1 || {
    tail -n 40 "$log"
    return 1
  }
  grep DONE "$log"
}

# Leaves of what a target has tried only what reaches something that the rest does not.
minimise_corpus() {
  local target=$1
  local corpus=$FUZZ_HOME/corpus/$target small=$FUZZ_HOME/corpus/$target.small
  rm -rf "$small"
  mkdir -p "$small"
  "$FUZZ_HOME/$(host_triple)/release/$target" -merge=1 "$small" "$corpus" >/dev/null 2>&1
  say "$target: $(find "$corpus" -type f | wc -l) inputs, $(find "$small" -type f | wc -l) kept"
  rm -rf "$corpus"
  mv "$small" "$corpus"
}

# Two targets at a time, one on each core of a small machine.
fuzz_targets() {
  local seconds=$1 failed=0 beside
  shift
  compile_targets
  while [ $# -gt 0 ]; do
    run_target "$seconds" "$1" &
    beside=$!
    shift
    if [ $# -gt 0 ]; then
      run_target "$seconds" "$1" || failed=1
      shift
    fi
    wait "$beside" || failed=1
  done
  return $failed
}
