//! What became of clients: `--status lost` of `client edit`, and the rows of `client show`. What led to it is `hindsight`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::defer::reason;
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::action::{Action, ClientField};
use crate::domain::facts::OutcomeRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::{OutcomeKind, Status};
use crate::i18n::{Lang, Words};
use crate::portfolio::Assessed;
use crate::portfolio::loss::{outcome_words, reason_words};
use crate::store::ClientDetail;
use crate::text::{fold, one_line};
use anyhow::Result;
use serde_json::{Value, json};

/// `--status lost`: the loss with its reason, in place of the changed field.
pub fn lose(
    book: &Book,
    args: &Args<'_>,
    client: Id,
    fields: &mut Vec<ClientField>,
    why: Option<&str>,
) -> Result<Option<Action>> {
    let lost = fields.iter().rposition(|field| matches!(field, ClientField::Status(Status::Lost, _)));
    let Some(ClientField::Status(_, on)) = lost.map(|at| fields.remove(at)) else {
        return match args.text("reason") {
            None => Ok(None),
            Some(_) => {
                Err(fail(USAGE, Message::new("cli-error-without").with("option", "reason").with("needs", "--status lost")))
            }
        };
    };
    let note = why.map_or_else(|| reason(args), |why| Ok(why.to_owned()))?;
    let rules = &book.snapshot.policy.risk;
    let reason = match args.text("reason") {
        Some(text) => lost_reason(&text, &rules.reasons).ok_or_else(|| {
            fail(USAGE, Message::new("cli-error-word").with("text", text).with("choices", rules.reasons.join(", ")))
        })?,
        // A code instead of words says as much.
        None => lost_reason(&note, &rules.reasons).unwrap_or_else(|| rules.other_reason().to_owned()),
    };
    Ok(Some(Action::LoseClient { client, reason, note, on }))
}

/// A reason of the policy's list by its code or its name in either language.
fn lost_reason(text: &str, codes: &[String]) -> Option<String> {
    let key = fold(text);
    let words: Vec<Words> = Lang::ALL.into_iter().map(Words::load).collect();
    let named = |code: &&String| {
        let own = reason_words(code);
        fold(code) == key || own.id != "plain-text" && words.iter().any(|w| fold(&w.get(own.id)) == key)
    };
    codes.iter().find(named).cloned()
}

/// What became of a client, newest first, one row each.
pub fn rows(ctx: &Context, book: &Book, client: &Assessed, detail: &ClientDetail) -> Vec<Vec<Cell>> {
    let row = |o: &OutcomeRow| {
        let note = detail.outcome_note(o.id).map(|n| one_line(n).into_owned()).unwrap_or_default();
        let ink = if o.kind == OutcomeKind::Lost { Style::Red } else { Style::Plain };
        vec![
            Cell::from(ctx.words.day(o.on, &book.now)),
            Cell::from(ctx.say(&outcome_words(o), &book.now)).style(ink),
            Cell::from(note),
        ]
    };
    client.facts.outcomes.iter().rev().map(row).collect()
}

/// The same in JSON.
pub fn values(client: &Assessed, detail: &ClientDetail) -> Value {
    let one = |o: &OutcomeRow| json!({ "id": o.id, "kind": o.kind, "on": o.on, "reason": o.reason, "note": detail.outcome_note(o.id) });
    client.facts.outcomes.iter().rev().map(one).collect()
}
