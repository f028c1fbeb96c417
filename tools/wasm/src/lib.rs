//! The core's bindings, linked as one WebAssembly module. Nothing is decided here.

// Named so that it is linked: wasm-bindgen finds the exports by themselves.
use clean_copy as _;
