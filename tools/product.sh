# What people get: the extension, unpacked, the playground and the tool.
# Wants core.sh beside it.

TOOL=${CARGO_TARGET_DIR:-target}/release/clean-copy

build_extensions() {
  build_core
  node tools/licences.mjs
  node tools/package.mjs
}

build_playground() {
  build_core
  node tools/samples.mjs
}

build_tool() {
  need_cargo
  cargo build --release --locked --features cli --bin clean-copy
}
