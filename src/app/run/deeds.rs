//! What the second keys of a log, a snooze, a skip and a score do. Which deed an item allows is `deed`'s and `act`'s.

use crate::app::act;
use crate::app::command::Do;
use crate::app::deed::{self, Deed};
use crate::app::key::Key;
use crate::app::line::{Line, Purpose};
use crate::app::model::{Model, Prefix};
use crate::app::msg::{Effect, SnoozeFor};
use crate::app::playbook;
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{CaseEventKind, Direction, Outcome, SurveyKind};

pub(super) fn finish_log(model: &mut Model, outcome: Outcome, now: &Now) -> Vec<Effect> {
    let prefix = model.prefix.take();
    let effects = match &prefix {
        Some(Prefix::Log(draft)) => deed::perform(model, Deed::Log { draft: draft.clone(), outcome, again: None }, now),
        _ => Vec::new(),
    };
    model.submitted = (!effects.is_empty()).then_some((None, prefix));
    effects
}

/// The digit of a key.
pub(super) fn digit(key: Key) -> Option<u8> {
    key.typed().and_then(|c| c.to_digit(10)).and_then(|n| u8::try_from(n).ok())
}

/// A deed that a second key asked for.
pub(super) fn second(model: &mut Model, deed: Deed, now: &Now) -> Vec<Effect> {
    model.prefix = None;
    deed::perform(model, deed, now)
}

/// The digit of a score; behind a 1 only a 0 makes sense.
pub(super) fn score(model: &mut Model, digit: u8, now: &Now) -> Vec<Effect> {
    match (&model.prefix, digit) {
        (Some(Prefix::Survey(true)), 0) => second(model, Deed::Survey(SurveyKind::Nps, 10), now),
        (Some(Prefix::Survey(true)), _) => {
            model.prefix = None;
            model.error = Some(Message::new("survey-no-score").with("score", i64::from(digit) + 10));
            Vec::new()
        }
        _ => second(model, Deed::Survey(SurveyKind::Nps, digit), now),
    }
}

/// `d`: what needs an answer asks for it, everything else is completed at once.
pub(super) fn done(model: &mut Model, now: &Now) -> Vec<Effect> {
    if model.marks.is_empty()
        && let Some(case) = model.case().filter(|case| act::needs_words(case))
    {
        match case.progress.next_step() {
            kind @ (CaseEventKind::Propose | CaseEventKind::Reopen) => model.open_line(Line::new(Purpose::CaseEvent(kind))),
            _ => model.prefix = Some(Prefix::CaseMark),
        }
        return Vec::new();
    }
    if model.marks.is_empty()
        && let Some(effects) = playbook::done_here(model, now)
    {
        return effects;
    }
    if model.marks.is_empty()
        && let (Some(item), Some(client)) = (model.item(), model.client())
    {
        let (id, channel) = (client.id(), act::item_channel(item, client));
        let purpose = match item.target {
            Target::Renewal(engagement) => {
                let row = client.facts.engagements.iter().find(|e| e.id == engagement).cloned();
                row.map(|row| Purpose::NextNotice { client: id, row: Box::new(row), channel })
            }
            Target::Lead => Some(Purpose::NextStep { client: id, channel }),
            _ => None,
        };
        if let Some(purpose) = purpose {
            model.open_line(Line::new(purpose));
            return Vec::new();
        }
    }
    deed::perform(model, Deed::Done, now)
}

pub(super) fn change_log(model: &mut Model, id: Do) {
    let Some(Prefix::Log(draft)) = &mut model.prefix else { return };
    match id {
        Do::LogEarlier => {
            draft.at = None;
            draft.days_back += 1;
        }
        _ => draft.direction = if draft.direction == Direction::Out { Direction::In } else { Direction::Out },
    }
}

/// On the list of those at risk a client is put off with a reason; everywhere else an item is hidden.
pub(super) fn snooze(model: &mut Model, span: SnoozeFor, now: &Now) -> Vec<Effect> {
    if model.is_of_risk() {
        model.prefix = None;
        model.open_line(Line::new(Purpose::RiskWhy(span)));
        return Vec::new();
    }
    second(model, Deed::Snooze(span), now)
}

pub(super) fn skip(model: &mut Model, why: &'static str, now: &Now) -> Vec<Effect> {
    let why = model.words.get(why);
    second(model, Deed::Skip(why), now)
}
