//! Tools that several test programs share.

pub mod pty;
