//! The command line: one file per command or family of commands. Here: reading the line, choosing the language, and handing over.
//! `shape` says which commands there are, `args` parses, `output` is the only printer, `errors` ends a run.

pub mod args;
mod errors;
pub mod output;
pub mod shape;
