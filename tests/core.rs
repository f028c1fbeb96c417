//! All tests of the core in one program: linked one by one, they took longer to build than to run.

mod bad_input;
mod breakage;
mod cli;
mod cli_input;
mod cli_rules;
mod common;
mod conventions;
mod guard;
mod hostile_rules;
mod laws;
mod markdown;
mod more;
mod pages;
mod phrases;
mod plain;
mod recipes;
mod rooms;
mod rule_errors;
mod rules;
mod sayings;
mod selectors;
