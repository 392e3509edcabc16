//! touchbase: a client-portfolio manager for the terminal.
//!
//! # The house
//!
//! Three floors; a room only looks down.
//!
//! - Faces: [`cli`] (one file per command), [`tui`] (terminal, keys, views); [`manual`] is read by both.
//! - Core: [`app`] (the Elm core of the screen and the command registry), [`portfolio`] (facts in, assessed snapshot out),
//!   [`messages`] (templates, and drafts made of them), [`playbooks`] (what is done step by step at a client),
//!   [`occasions`] (the holidays of cultures).
//! - Ground: [`domain`] (pure rules and types), [`store`] (the only SQL), [`interchange`] (outside formats),
//!   [`text`], [`config`], [`i18n`], [`paths`], [`own`] (files of the user's own beside shipped ones).
//!
//! # Two roads, and no third
//!
//! **Reading**: [`store`] streams fact rows ordered by client, [`domain::fold::fold`] turns the rows of one client into
//! [`domain::facts::ClientFacts`], [`portfolio`] derives everything else (tier, plan, queue, explanations); faces only format.
//!
//! **Writing**: a key or a command line becomes a [`domain::action::Action`] naming ids; [`store::Store::apply`] validates it and
//! writes facts and journal in one transaction. Undo, redo and history hang on this one door.
//!
//! The clock is an argument: [`domain::day::Now`] comes from `main.rs` or the shell of the screen and from nowhere else.

pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod i18n;
pub mod interchange;
pub mod manual;
pub mod messages;
pub mod notes;
pub mod occasions;
pub mod own;
pub mod paths;
pub mod playbooks;
pub mod portfolio;
pub mod store;
pub mod text;
pub mod tui;
pub mod vdir;
