//! The binary: the only place beside the screen's shell that reads a clock.
fn main() {}
