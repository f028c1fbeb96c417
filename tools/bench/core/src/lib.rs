//! The core, and a way to stop after each of its stages. What ships has no use for that.

use std::hint::black_box;

use clean_copy::judge::{context::Context, judge};
use clean_copy::plan::plan;
use clean_copy::{Options, read::read};
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs the first `stages` of: take the page in, read, judge, plan. Gives the page's elements, 0 where it was not read.
#[wasm_bindgen(js_name = runStages)]
pub fn run_stages(html: &str, stages: u32) -> u32 {
    if stages < 2 {
        return black_box(html).is_empty().into();
    }
    let page = read(html);
    if stages > 2 {
        let context = Context::new(&page);
        let options = Options::default();
        let judgement = judge(&context, &options);
        if stages > 3 {
            black_box(plan(&context, &judgement, &options));
        }
    }
    page.len()
}
