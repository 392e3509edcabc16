//! Tools that several test programs share.

pub mod cli;
pub mod pty;
pub mod screen;
