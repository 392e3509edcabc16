//! `complaint edit`: what was learned of a case after it was opened. Its log is `event`'s.

use super::super::args::Args;
use super::super::causes::cause_code;
use super::super::context::{Book, Context, money, short};
use super::super::errors::{USAGE, fail};
use super::super::log::{channel, happened, person};
use super::{answer, find, kind, other_side};
use crate::domain::action::{Action, ComplaintChanges};
use crate::domain::message::Message;
use crate::domain::money::Money;
use anyhow::Result;

/// Changes a case.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let case = find(&book, &args.needed("no"))?.clone();
    let kind = args.text("kind").map(|text| kind(&text)).transpose()?;
    let other =
        maybe(args, "with").map(|t| read(t, |text| other_side(&book, text, kind.unwrap_or(case.row.kind)))).transpose()?;
    let edit = Action::EditComplaint {
        complaint: case.row.id,
        changes: Box::new(ComplaintChanges {
            kind,
            complex: args.text("complex").map(|text| yes(&text)).transpose()?,
            opened: args.text("at").map(|text| happened(&book, &text)).transpose()?,
            channel: maybe(args, "channel").map(|t| read(t, channel)).transpose()?,
            text: args.text("text"),
            demand: maybe(args, "demand"),
            cause: maybe(args, "cause").map(|t| read(t, |text| cause_code(&book, text))).transpose()?,
            person: maybe(args, "person").map(|t| read(t, |text| person(&book, case.client, text))).transpose()?,
            other,
            mediator: maybe(args, "mediator"),
            remedy: maybe(args, "remedy").map(|t| read(t, |text| amount(&book, args, text))).transpose()?,
        }),
    };
    let applied = book.apply(&edit)?;
    answer(ctx, &book, &applied, (case.client, case.row.id), None)
}

/// The value of an option; `-` and nothing take it away.
fn maybe(args: &Args<'_>, name: &str) -> Option<Option<String>> {
    args.text(name).map(|text| Some(text).filter(|t| !matches!(t.trim(), "-" | "－" | "")))
}

fn read<T>(text: Option<String>, each: impl FnOnce(&str) -> Result<T>) -> Result<Option<T>> {
    text.map(|text| each(&text)).transpose()
}

/// An amount in the currency of `--currency`, else in the base currency.
fn amount(book: &Book, args: &Args<'_>, text: &str) -> Result<Money> {
    money(text, book.currency(args)?)
}

fn yes(text: &str) -> Result<bool> {
    match crate::text::fold(text).as_str() {
        "yes" | "y" | "true" | "是" => Ok(true),
        "no" | "n" | "false" | "否" | "不是" => Ok(false),
        _ => Err(fail(USAGE, Message::new("cli-error-word").with("text", short(text)).with("choices", "yes, no"))),
    }
}
