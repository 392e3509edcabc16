//! One thing done to a row, as a value: so that a key, a batch of marked rows and `.` share one road. What an item allows is `act`'s.

use super::dates::Typed;
use super::list::{Entry, RowId};
use super::model::{LogDraft, Model};
use super::msg::{After, Effect, SnoozeFor};
use super::{act, complaints, moves};
use crate::domain::action::Action;
use crate::domain::complaint::Rating;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{CaseEventKind, Flag, InvestmentKind, Outcome, SurveyKind, TaskKind, Tier};
use crate::portfolio::{Assessed, Case, Item};

/// What is done to a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// The item is completed in its own way.
    Done,
    /// Nobody answered.
    NoAnswer,
    /// The invoice was paid today.
    Paid,
    /// A contact, with the next one when it was agreed.
    Log {
        /** What was typed before it was finished. */
        draft: LogDraft,
        /** What came of it. */
        outcome: Outcome,
        /** When to speak again. */
        again: Option<Moment>,
    },
    /// Hidden for a while.
    Snooze(SnoozeFor),
    /// Put off on the list of those at risk, for a reason.
    PutOff(SnoozeFor, String),
    /// This turn is given a miss, for a reason.
    Skip(String),
    /// Agreed for another day or moment.
    Reschedule(Typed),
    /// The plan stands still until a day.
    Pause(Day),
    /// A tier pinned with a reason, or computed again.
    Pin(Option<Tier>, String),
    /// How much is put into the client and why, or the decision taken back.
    Invest(Option<InvestmentKind>, String),
    /// The client is not served any more, for a reason.
    LetGo(String),
    /// The quadrant chosen by hand, or computed again.
    Quadrant(Option<u8>),
    /// A remark on the newest contact, or none any more.
    Flag(Option<Flag>),
    /// A satisfaction score.
    Survey(SurveyKind, u8),
    /// Something promised, or awaited.
    Owed(TaskKind, String, Typed),
    /// The client is gone: a code of the policy's list, and in words.
    Lose(String, String),
    /// An offered playbook is not wanted, for a reason.
    Decline(String),
    /// Moved by a working day, on or back.
    Move(i32),
    /// An event of a case, with what was said, what was promised and the mark.
    Case(CaseEventKind, Option<String>, Option<Moment>, Option<Rating>),
}

impl Deed {
    /// What happens to the selection afterwards.
    fn after(&self) -> After {
        match self {
            Deed::Pin(..)
            | Deed::Invest(..)
            | Deed::LetGo(_)
            | Deed::Quadrant(_)
            | Deed::Flag(_)
            | Deed::Survey(..)
            | Deed::Owed(..)
            | Deed::Move(_) => After::Stay,
            Deed::Case(CaseEventKind::Close, ..) => After::MoveOn,
            Deed::Case(..) => After::Stay,
            _ => After::MoveOn,
        }
    }

    /// The deed as `.` repeats it: what was said, promised or agreed in one contact is not so in the next.
    fn again(&self) -> Option<Deed> {
        match self {
            Deed::Log { outcome: Outcome::Callback, .. } => None,
            Deed::Log { draft, outcome, .. } => {
                let LogDraft { channel, direction, days_back, at, .. } = *draft;
                let draft = LogDraft { direction, days_back, at, ..LogDraft::new(channel) };
                Some(Deed::Log { draft, outcome: *outcome, again: None })
            }
            // What was said in one case is not so in the next one, or of one client of another, and nobody is lost by a slip.
            Deed::Case(..) | Deed::Lose(..) | Deed::PutOff(..) => None,
            other => Some(other.clone()),
        }
    }

    /// Whether it is done to the client and not to one item: then once, however many of its rows are marked.
    fn is_of_client(&self) -> bool {
        use Deed::*;
        matches!(
            self,
            Log { .. } | Pause(_) | Pin(..) | Invest(..) | LetGo(_) | Flag(_) | Survey(..) | Owed(..) | Lose(..) | PutOff(..)
        )
    }
}

/// A row that something is done to.
pub struct Subject<'a> {
    /// Its identity.
    pub id: RowId,
    /// Its client; `None` for a batch.
    pub client: Option<&'a Assessed>,
    /// Its items, best placed first.
    pub items: Vec<&'a Item>,
    /// The case it stands for.
    pub case: Option<&'a Case>,
}

impl Model {
    fn subject(&self, entry: &Entry) -> Subject<'_> {
        let client = entry.id.client.and_then(|id| self.book.client(id));
        let items = entry.items.iter().filter_map(|i| self.item_at(*i)).collect();
        Subject { id: entry.id, client, items, case: complaints::case(&self.book, entry.id) }
    }

    /// The rows an action is about: those that are marked, else the selected one; on a page its client and nobody else.
    pub fn subjects(&self) -> impl Iterator<Item = Subject<'_>> {
        let reviewed = super::review::front(self).is_some();
        let marked = self.page.is_none() && !self.marks.is_empty() && !reviewed;
        let rows = self.list().entries().filter(move |(_, e)| marked && self.marks.contains(&e.id)).map(|(_, e)| e);
        let rows = rows.chain(self.entry().filter(move |_| !marked && !reviewed)).map(|e| self.subject(e));
        rows.chain(super::review::subject(self))
    }
}

/// Does it to the marked rows, else to the selected one, as one step; what cannot be done is said.
pub fn perform(model: &mut Model, deed: Deed, now: &Now) -> Vec<Effect> {
    attempt(model, deed, now).unwrap_or_else(|why| {
        model.error = Some(why);
        Vec::new()
    })
}

/// The same for a line of text, which stays open when it was refused.
///
/// # Errors
/// Why it can be done to none of the rows.
pub fn attempt(model: &mut Model, deed: Deed, now: &Now) -> Result<Vec<Effect>, Message> {
    let mut actions: Vec<Action> = Vec::new();
    let mut handled: Vec<RowId> = Vec::new();
    let mut left = 0usize;
    let mut why: Option<Message> = None;
    let mut seen: Vec<Id> = Vec::new();
    for subject in model.subjects() {
        let client = subject.client.map(Assessed::id).filter(|_| deed.is_of_client());
        if client.is_some_and(|id| seen.contains(&id)) {
            handled.push(subject.id);
            continue;
        }
        seen.extend(client);
        match act::actions(model, &subject, &deed, now) {
            Ok(of_row) => {
                handled.push(subject.id);
                actions.extend(of_row);
            }
            Err(message) => {
                left += 1;
                why.get_or_insert(message);
            }
        }
    }
    if actions.is_empty() {
        return Err(why.unwrap_or_else(|| Message::new("not-nothing-selected")));
    }
    model.left = why.map(|why| Message::new("toast-marked-left").with("count", left).with("why", why));
    model.follow = if let Deed::Move(n) = deed { moves::follow(model, n, &handled) } else { None };
    model.handled = handled;
    model.repeat = deed.again();
    let after = deed.after();
    if let Deed::Snooze(span) | Deed::PutOff(span, _) = deed {
        model.last_snooze = Some(span);
    }
    let action = if actions.len() > 1 { Action::Together(actions) } else { actions.remove(0) };
    Ok(vec![Effect::Apply(action, after)])
}

/// `.`: the last deed once more.
pub fn repeat(model: &mut Model, now: &Now) -> Vec<Effect> {
    match model.repeat.clone() {
        // Typed days were meant for the row they were typed on; a day that has passed is refused as it would be when typed.
        Some(Deed::Snooze(span)) if act::snooze_until(span, now.today()) <= now.today() => {
            model.error = Some(Message::new("line-past"));
            Vec::new()
        }
        Some(deed) => perform(model, deed, now),
        None => Vec::new(),
    }
}

/// Space: marks the selected row and goes on to the next.
pub fn mark(model: &mut Model) {
    let Some(id) = model.entry().map(|e| e.id) else { return };
    if !model.marks.remove(&id) {
        model.marks.insert(id);
    }
    model.list_mut().step(1);
}

/// `V`: marks every row that is like the selected one in kind, channel and tier; when all of them are, unmarks them.
pub fn mark_alike(model: &mut Model) {
    let Some(entry) = model.entry().cloned() else { return };
    let likeness = |subject: &Subject<'_>| {
        // On Clients a row stands for the client, whatever is due.
        let of_item = subject.id.target.is_some_and(|t| t != Target::Risk);
        let first = subject.items.first().filter(|_| of_item);
        let status = subject.client.filter(|_| first.is_none()).map(|c| c.status);
        let level = subject.client.filter(|_| subject.id.target == Some(Target::Risk)).map(|c| c.risk.level());
        (first.map(|i| i.kind), first.and_then(|i| i.channel), subject.client.and_then(|c| c.tier.tier), status, level)
    };
    let like = likeness(&model.subject(&entry));
    let alike: Vec<RowId> =
        model.list().entries().map(|(_, e)| e).filter(|e| likeness(&model.subject(e)) == like).map(|e| e.id).collect();
    if alike.iter().all(|id| model.marks.contains(id)) {
        alike.iter().for_each(|id| {
            model.marks.remove(id);
        });
    } else {
        model.marks.extend(alike);
    }
}

/// The clients of the rows an action is about, each once.
pub fn clients(model: &Model) -> Vec<Id> {
    let mut ids: Vec<Id> = Vec::new();
    for subject in model.subjects() {
        ids.extend(subject.client.map(Assessed::id).filter(|id| !ids.contains(id)));
    }
    ids
}

/// A message about the clients of these rows: one by name, of several the number.
pub fn about(model: &Model, id: &'static str) -> Message {
    let names: Vec<&str> = clients(model).iter().filter_map(|id| model.book.client(*id)).map(Assessed::name).collect();
    match &names[..] {
        [one] => Message::new(id).with("client", *one),
        many => Message::new(id).with("client", Message::new("row-clients").with("count", many.len())),
    }
}
