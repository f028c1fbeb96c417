# build_core: compiles the core to WebAssembly and puts it into www/core/ and, without
# what the extension does not call, into extension/core/: core.js, core.d.ts,
# core_bg.wasm. build_bench_core: another one, which can stop after each stage, into
# target/bench/core/.
#
# WASM_ROUTE picks the compiler. The usual route adds rustup's wasm32 target.
# WASM_ROUTE=debian is for machines that reach Debian's packages but not the
# Rust project's servers: Debian's rustc with its own library source, because
# rustup's compiler and that source do not fit together. A machine stays on the
# route it was last told: left out once, the word must not fetch another compiler.

# Exported, for builds that are started in other folders (reproduce).
export WASM_ROUTE=${WASM_ROUTE:-$(cat target/wasm-route 2>/dev/null || echo rustup)}
WASM_TARGET=wasm32-unknown-unknown

# The version of a package in a Cargo.lock or its own Cargo.toml.
version_in() { grep -A1 "^name = \"$2\"\$" "$1" | sed -n 's/^version = "\(.*\)"/\1/p'; }

check_versions() {
  local core tool
  core=$(version_in Cargo.lock wasm-bindgen)
  tool=$(version_in tools/bindgen/Cargo.lock wasm-bindgen-cli-support)
  [ "$core" = "$tool" ] ||
    fail "the core has wasm-bindgen $core, but tools/bindgen has $tool: set both to one version."
  core=$(version_in Cargo.lock encoding_rs)
  tool=$(sed -n 's/^version = "\(.*\)"/\1/p' tools/encoding-utf8/Cargo.toml)
  [ "$core" = "$tool" ] ||
    fail "Cargo.lock has encoding_rs $core, but tools/encoding-utf8 says $tool: set its version to $core."
}

need_wasm_target() {
  mkdir -p target
  printf '%s' "$WASM_ROUTE" >target/wasm-route
  if [ "$WASM_ROUTE" = debian ]; then
    need_debian "compiling to WebAssembly" rustc-web rust-web-src lld-22
    return
  fi
  [ -d "$(rustc --print target-libdir --target $WASM_TARGET)" ] && return
  command -v rustup >/dev/null ||
    fail "this Rust toolchain can't compile to $WASM_TARGET: add that target with your package manager."
  say "Installing Rust's target $WASM_TARGET with rustup"
  rustup target add $WASM_TARGET ||
    fail "rustup could not fetch the target. On Debian, WASM_ROUTE=debian takes the compiler from Debian's packages."
}

# compile_core FOLDER: the crate in it.
compile_core() {
  local folder=$1 build=(cargo build --lib --release --target "$WASM_TARGET")
  # The same versions as the tool, less what the patch replaces.
  [ "$folder/Cargo.lock" -nt Cargo.lock ] || cp Cargo.lock "$folder/Cargo.lock"
  (
    export CARGO_TARGET_DIR=$PWD/target/wasm
    # The module names source files in its error messages: the same on every machine.
    CARGO_ENCODED_RUSTFLAGS=$(printf -- '--remap-path-prefix=%s=%s\x1f--remap-path-prefix=%s=%s' \
      "$PWD" clean-copy "${CARGO_HOME:-$HOME/.cargo}" cargo)
    # A fifth of what opt-level 3 lets a function grow by what it calls: a tenth of the module for 4 % of the time.
    # And nothing with more than 64 bytes on the stack, though one place alone calls it: what holds that much is no loop's
    # inner part, and large functions compress worse. A sixtieth of the module for a fortieth of the time.
    CARGO_ENCODED_RUSTFLAGS+=$(printf '\x1f%s' -Cllvm-args=-inline-threshold=50 -Cllvm-args=-inline-max-stacksize=64)
    export CARGO_ENCODED_RUSTFLAGS
    cd "$folder" || exit
    if [ "$WASM_ROUTE" = debian ]; then
      # Where the library is compiled too, a panic needs no words: nothing is left to read them. Sorting and the like
      # in their small forms are a thirtieth of the module, and take no longer on pages.
      CARGO_ENCODED_RUSTFLAGS+=$(printf '\x1f%s' -Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort)
      RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 \
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/bin/wasm-ld-22 \
        "${build[@]}" -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size
    else
      "${build[@]}"
    fi
  )
}

compile_bindgen() {
  CARGO_TARGET_DIR=target/tools cargo build --quiet --release --locked --manifest-path tools/bindgen/Cargo.toml
}

# -O3: measured against -Oz it compresses to the same size and runs faster. What LLVM has not inlined stays apart: large
# functions with hundreds of locals compress worse, and browsers take longer over them. No data stands in the lowest
# kilobyte, which is the stack's far end.
optimise() {
  binaryen wasm-opt -O3 --low-memory-unused --one-caller-inline-max-function-size=0 \
    --always-inline-max-function-size=4 --flexible-inline-max-function-size=8 "$1" -o "$2"
  arrange "$2"
}

# arrange MODULE: what is alike is put side by side.
arrange() {
  node tools/order.mjs "$1" "$1.named"
  binaryen wasm-opt --optimize-level=3 --reorder-functions-by-name "$1.named" -o "$1"
  rm "$1.named"
}

# binaryen TOOL …: the features are those that rustc 1.96 emits, and vectors, for the trees alone; every browser with
# MV3 has them.
binaryen() {
  "node_modules/.bin/$1" --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue --enable-simd "${@:2}"
}

# finish_core RAW FOLDER: the module and its JavaScript.
finish_core() {
  local raw=$1 folder=$2 bindgen=target/tools/release/clean-copy-bindgen stamp=$2/stamp print
  print=$(fingerprint "$raw" "$bindgen" tools/core.sh tools/order.mjs tools/arrange.mjs node_modules/binaryen/package.json)
  unchanged "$stamp" "$print" && return
  rm -rf "$folder"
  mkdir -p "$folder"
  "$bindgen" "$raw" "$folder"
  optimise "$folder/core_bg.wasm" "$folder/optimised.wasm"
  mv "$folder/optimised.wasm" "$folder/core_bg.wasm"
  printf '%s' "$print" >"$stamp"
}

build_core() {
  need_cargo
  need_npm_packages
  check_versions
  need_wasm_target
  ln -sfn ../.. tools/wasm/core
  ln -sfn ../encoding-utf8 tools/wasm/encoding-utf8
  # The module ends in one long step on one core: what makes its JavaScript is compiled beside it.
  compile_bindgen &
  local beside=$!
  compile_core tools/wasm
  wait "$beside"
  finish_core "target/wasm/$WASM_TARGET/release/clean_copy_wasm.wasm" target/core
  finish_called_core target/core target/called
  copy_core target/core www/core
  copy_core target/called extension/core
}

# finish_called_core WHOLE FOLDER: the module without what nothing in extension/ calls.
finish_called_core() {
  local whole=$1 folder=$2 stamp=$2/stamp graph=$2.json print
  node tools/called.mjs "$whole" >"$graph"
  print=$(fingerprint "$whole/stamp" "$graph")
  unchanged "$stamp" "$print" && return
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$whole/core.js" "$whole/core.d.ts" "$folder"
  binaryen wasm-metadce "$whole/core_bg.wasm" --graph-file="$graph" -o "$folder/core_bg.wasm" >/dev/null
  arrange "$folder/core_bg.wasm"
  printf '%s' "$print" >"$stamp"
}

build_bench_core() {
  compile_core tools/bench/core
  finish_core "target/wasm/$WASM_TARGET/release/clean_copy_bench_core.wasm" target/bench/core
}

# copy_core FROM TO: only what differs, so that the time stamps say what changed.
copy_core() {
  local file
  mkdir -p "$2"
  for file in core.js core.d.ts core_bg.wasm; do
    cmp -s "$1/$file" "$2/$file" || cp "$1/$file" "$2/$file"
  done
}
