//! The face on a terminal: entering and leaving it, its events, the loop that drives a screen.
//! What the screen holds and what keys do lives in `app`.

pub mod asking;
mod bring;
pub mod child;
pub mod editor;
pub mod events;
pub mod held;
pub mod hits;
pub mod keys;
pub mod open;
pub mod run;
pub mod signals;
mod sys;
pub mod terminal;
pub mod theme;
pub mod view;
pub mod widget;
