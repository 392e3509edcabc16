//! What speaks up by itself while nobody types: timed items before their moment, at it and once it has passed, cases whose limit is
//! nearly or just over, and a new day. How it is shown is the shell's.

use super::command::{Do, shown_key};
use super::list::RowId;
use super::model::{Model, Toast};
use super::moves;
use super::msg::Effect;
use super::review;
use crate::domain::day::{Moment, Now};
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{Channel, ItemKind};
use crate::portfolio::cases::length;
use crate::portfolio::queue::Item;
use crate::portfolio::visits::end_of;
use crate::portfolio::{Stand, row};

/// Why an item speaks up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// It is soon.
    Soon,
    /// Its moment has come; of a case, see its clocks.
    Now,
    /// It has passed, and nobody said whether it happened.
    Over,
}

/// So many items are named at once.
const NAMED: usize = 3;
/// Whoever pressed no key for so many seconds is not about to act on the selected row.
const IDLE: i64 = 60;

/// The clock moved on: what fell due is announced, and a new day is read anew.
pub fn wake(model: &mut Model, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    if !std::mem::replace(&mut model.prepared, true) && model.finder.stale {
        effects.push(Effect::LoadFinder(Vec::new()));
    }
    let from = model.announced;
    let passed = |(at, _): &(Moment, Why)| *at > from && *at <= now.instant;
    let mut due: Vec<(Moment, Why, &Item)> = model
        .book
        .queue
        .items
        .iter()
        .filter_map(|i| {
            alarms(model, i).into_iter().flatten().filter(passed).max_by_key(|(at, _)| *at).map(|(at, why)| (at, why, i))
        })
        .collect();
    // What happened last is said first: the row has only so much room.
    due.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    let over =
        due.iter().find(|(_, why, _)| *why == Why::Over).map(|(_, _, i)| RowId { client: i.client, target: Some(i.target) });
    if due.is_empty() {
        if model.book.now.today() != now.today() || review::is_time(model, now) {
            effects.push(Effect::Reload);
        }
        model.announced = now.instant;
        return effects;
    }
    let alone = due.len() == 1;
    // Nobody is about to act on another row: the one that asks is brought to the cursor, so that one key answers.
    let asked = over.filter(|row| alone && model.is_idle(now) && model.list().entries().any(|(_, e)| e.id == *row));
    let here = asked.or_else(|| model.entry().map(|e| e.id));
    let said: Vec<Message> = due.iter().take(NAMED).map(|(_, why, item)| announcement(model, item, *why, here, now)).collect();
    let more = due.len().saturating_sub(NAMED);
    let joined = said.into_iter().reduce(|a, b| Message::new("toast-both").with("one", a).with("two", b));
    if let Some(message) = joined {
        let message = if more > 0 { Message::new("toast-and-more").with("said", message).with("count", more) } else { message };
        model.toast = Some(Toast { message: message.clone(), undo: false, note: false });
        effects.extend([Effect::Announce(message), Effect::Reload]);
    }
    if let Some(row) = asked {
        model.list_mut().select(row);
    }
    model.announced = now.instant;
    effects
}

impl Model {
    /// Whether nobody has pressed a key for a while, and none that was pressed waits for another.
    fn is_idle(&self, now: &Now) -> bool {
        let lists =
            self.page.is_none() && self.find.is_none() && self.marks.is_empty() && !self.brief.focus && !self.brief.open;
        self.is_at_rest() && lists && now.instant.0 - self.pressed.0 >= IDLE
    }
}

/// The moments at which an item speaks up: a timed one before it and when it is due, an appointment also when it is over; a case when
/// a quarter of its limit is left, and when that is broken. A moment equal to the limit still keeps it.
fn alarms(model: &Model, item: &Item) -> [Option<(Moment, Why)>; 3] {
    let now = |at: Option<Moment>| at.map(|at| (at, Why::Now));
    if item.kind == ItemKind::Complaint {
        return [now(item.warn), now(item.at.map(|due| Moment(due.0 + 1))), None];
    }
    let Some(at) = item.at else { return [None; 3] };
    let rules = &model.book.policy.queue;
    let before = if item.channel == Some(Channel::Visit) { rules.remind_visit } else { rules.remind };
    let soon = (before > 0).then_some((Moment(at.0 - i64::from(before) * 60), Why::Soon));
    let client = item.client.and_then(|id| model.book.client(id));
    let over = client.and_then(|client| {
        let agreed = client.facts.appointments.iter().find(|a| Target::Appointment(a.id) == item.target)?;
        Some((end_of(agreed.start, agreed.minutes), Why::Over))
    });
    [soon, now(Some(at)), over]
}

/// What is said of an item that speaks up.
fn announcement(model: &Model, item: &Item, why: Why, here: Option<RowId>, now: &Now) -> Message {
    let name = item.client.and_then(|id| model.book.client(id)).map(|c| c.name().to_owned()).unwrap_or_default();
    let time = item.at.map(|at| model.words.time(at, now)).unwrap_or_default();
    match why {
        Why::Soon => {
            let minutes = item.at.map_or(0, |at| (at.0 - now.instant.0 + 59) / 60);
            return Message::new("toast-soon")
                .with("minutes", minutes)
                .with("time", time)
                .with("what", row::what(item))
                .with("client", name);
        }
        Why::Over => {
            let id = RowId { client: item.client, target: Some(item.target) };
            // The keys act on the selected row: they are named where they answer this.
            let selected = here == Some(id) && model.is_at_rest();
            let message = Message::new(if selected { "toast-over-keys" } else { "toast-over" })
                .with("time", time)
                .with("what", row::what(item))
                .with("client", name);
            let keys = [("yes", Do::Done), ("no", Do::NoAnswer), ("other", Do::Reschedule)];
            return match selected {
                true => keys.into_iter().fold(message, |message, (arg, id)| message.with(arg, shown_key(model, id))),
                false => message,
            };
        }
        Why::Now => {}
    }
    let case = match (item.client, item.target) {
        (Some(client), Target::Complaint(case)) => model.book.case(client, case),
        _ => None,
    };
    let Some(case) = case else {
        return Message::new("toast-timed").with("time", time).with("client", name).with("what", moment_words(model, item));
    };
    let readings = model.book.readings(case, now);
    let stand = readings.stand(case);
    let (id, limit) = match stand {
        Stand::Answer(r) if r.is_breached() => ("toast-case-late-answer", readings.first_limit),
        Stand::Answer(_) => ("toast-case-answer", readings.first_limit),
        _ if readings.solution.is_some_and(|r| r.is_breached()) => ("toast-case-late-solution", readings.solution_limit),
        _ => ("toast-case-solution", readings.solution_limit),
    };
    let left = stand.reading().map_or(0, |r| r.left);
    Message::new(id).with("client", name).with("left", length(left, limit.clock)).with("due", time)
}

/// What a timed item is about at its moment: not yet whether it happened.
fn moment_words(model: &Model, item: &Item) -> Message {
    let client = item.client.and_then(|id| model.book.client(id));
    match client.and_then(|c| moves::agreed(c, item).map(|at| (c, at))) {
        Some((client, _)) => {
            let agreed = client.facts.appointments.iter().find(|a| Target::Appointment(a.id) == item.target);
            let remark =
                agreed.map(|a| [a.place.as_deref(), a.note.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("; "));
            match remark.filter(|r| !r.is_empty()) {
                Some(remark) => Message::new("toast-timed-what").with("what", row::what(item)).with("remark", remark),
                None => row::what(item),
            }
        }
        None => item.reason.clone(),
    }
}

/// The next moment at which the picture changes by itself: a timed item, the limit of a case, or the next minute of the clock in the
/// header. Once, after the first frame, what the filter searches is read, so that the first `/` need not wait for it.
pub fn next_wake(model: &Model, now: &Now) -> Moment {
    if !model.prepared {
        return Moment(now.instant.0 + 1);
    }
    let minute = Moment(now.instant.0.div_euclid(60) * 60 + 60);
    let timed = model.book.queue.items.iter().flat_map(|i| alarms(model, i)).flatten().map(|(at, _)| at);
    timed.filter(|at| *at > now.instant).min().map_or(minute, |at| at.min(minute))
}
