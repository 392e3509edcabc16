//! The Elm core of the screen: what it holds, what a message changes, and the registry of its commands.
//! Drawing and terminals live in `tui`; rules live in `portfolio` and `domain`.

pub mod key;
