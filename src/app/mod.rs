//! The Elm core of the screen: what it holds, what a message changes, and the registry of its commands.
//! Drawing and terminals live in `tui`; rules live in `portfolio` and `domain`.

mod act;
mod after;
pub mod at_risk;
mod case_entry;
pub mod causes;
pub mod clients;
pub mod command;
pub mod complaints;
mod copy;
mod dates;
pub mod deck;
mod deed;
pub mod dialog;
pub mod drafts;
mod entry;
pub mod field;
pub mod files;
pub mod find;
mod flow;
pub mod form;
pub mod help;
pub mod imported;
pub mod key;
pub mod keymap;
pub mod levelled;
pub mod line;
pub mod list;
pub mod mapping;
pub mod menu;
pub mod model;
pub mod mouse;
pub mod msg;
pub mod page;
pub mod palette;
pub mod picker;
pub mod preset;
mod run;
pub mod today;
mod update;

pub use after::next_wake;
pub use deed::{Deed, Subject};
pub use model::Model;
pub use msg::{Effect, Msg};
pub use run::FIRST;
pub use update::{WRITTEN_UNREAD, update};
