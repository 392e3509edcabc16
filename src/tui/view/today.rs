//! One row of Today: how urgent, when, what, who, tier, why.

use super::View;
use super::at_risk;
use super::complaints::{said, sign, when_ink};
use crate::app::complaints;
use crate::app::list::Entry;
use crate::domain::message::{Arg, Message};
use crate::domain::target::Target;
use crate::domain::words::{ItemKind, Tier};
use crate::i18n::Lang;
use crate::portfolio::row::{Alarm, what, when_stands};
use crate::portfolio::{self, Item};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use chrono_tz::Tz;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the column that says when: the longest span of each language fits.
pub(super) fn when_cells(view: &View<'_>) -> usize {
    if view.model.words.lang == Lang::Zh { 11 } else { 10 }
}
/// Cells of the column that says what.
pub(super) const WHAT: usize = 8;
/// Cells of the tier.
pub(super) const TIER: usize = 3;

/// Cells of the name.
pub(super) fn name_cells(area: Rect) -> usize {
    (usize::from(area.width) * 27 / 100).clamp(14, 32)
}

/// Draws the row.
pub fn row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, entry: &Entry, here: bool) {
    let model = view.model;
    let items: Vec<&Item> = entry.items.iter().filter_map(|i| model.item_at(*i)).collect();
    let client = entry.id.client.and_then(|id| model.book.client(id));
    let name_cells = name_cells(area);
    let because = client.and_then(|c| view.because(c.id()));
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(view.mark(entry, here), view.style(Ink::Strong));
    let Some(item) = items.first() else {
        // A hit of the filter that is not due.
        let Some(client) = client else { return };
        let next = client.next_thing(view.now.zone).map(|day| view.model.words.day(day, view.now)).unwrap_or_default();
        let status = view.word(crate::portfolio::explain::status_id(client.status));
        pen.skip(3).cell("", when_cells(view), view.style(Ink::Quiet)).cell(&status, WHAT, view.style(Ink::Quiet));
        name(view, &mut pen, client.name(), client.tier.tier, name_cells);
        pen.cell(&client.tier.label(), TIER, view.style(Ink::Plain)).text(&because.unwrap_or(next), view.style(Ink::Quiet));
        return;
    };
    let case = complaints::case(&model.book, entry.id).map(|case| {
        let readings = model.book.readings(case, view.now);
        (case, readings, readings.stand(case))
    });
    match &case {
        Some((case, readings, stand)) => sign(view, &mut pen, Alarm::of(case, readings, stand)),
        None => {
            let (sign, ink) = if item.overdue {
                (" !", Ink::Late)
            } else if entry.same {
                (" +", Ink::Quiet)
            } else {
                ("  ", Ink::Plain)
            };
            pen.text(sign, view.style(ink)).skip(1);
        }
    }
    let (when, ink) = match &case {
        Some((case, readings, stand)) => (view.say(&when_stands(case, readings, stand, view.now)), when_ink(stand)),
        None => when(view, item),
    };
    pen.cell(&when, when_cells(view) - 1, view.style(ink)).skip(1);
    pen.cell(&view.say(&what(item)), WHAT - 1, view.style(Ink::Plain)).skip(1);
    match client {
        Some(_) if entry.same => {
            pen.cell(&view.word("row-same"), name_cells, view.style(Ink::Quiet)).skip(1).cell("", TIER, view.style(Ink::Plain));
        }
        Some(client) => {
            name(view, &mut pen, client.name(), client.tier.tier, name_cells);
            let tier = if client.tier.tier == Some(Tier::A) { Ink::Strong } else { Ink::Plain };
            pen.cell(&client.tier.label(), TIER, view.style(tier));
        }
        None if matches!(item.target, Target::Improvement(_)) => {
            let owner = complaints::improvement(&model.book, entry.id).and_then(|i| i.row.owner.as_deref());
            let owner = owner.map_or_else(|| view.word("improvement-sheet-nobody"), |o| text::one_line(o).into_owned());
            pen.cell(&owner, name_cells, view.style(Ink::Plain)).skip(1).cell("", TIER, view.style(Ink::Plain));
        }
        None => {
            let words = view.say(&Message::new("row-clients").with("count", item.clients.len()));
            pen.cell(&words, name_cells, view.style(Ink::Plain)).skip(1).cell("C", TIER, view.style(Ink::Plain));
        }
    }
    let words = because.unwrap_or_else(|| match &case {
        Some((case, _, stand)) => said(view, case, stand, pen.left()),
        None => at_risk::beside(view, reason(view, &items), item, entry.same, client),
    });
    pen.text(&words, view.style(Ink::Quiet));
}

fn name(view: &View<'_>, pen: &mut Pen<'_>, name: &str, tier: Option<Tier>, cells: usize) {
    let ink = if tier == Some(Tier::A) { Ink::Strong } else { Ink::Plain };
    pen.cell(&text::one_line(name), cells, view.style(ink)).skip(1);
}

/// The time of day, how late, or that it is due.
fn when(view: &View<'_>, item: &Item) -> (String, Ink) {
    match portfolio::row::when(&view.model.book, item, view.now) {
        Some(words) if item.overdue && item.kind != ItemKind::Lead => (view.say(&words), Ink::Late),
        Some(words) => (view.say(&words), Ink::Plain),
        None => match item.at.filter(|at| at.day(view.now.zone) == view.now.today()) {
            Some(at) => (view.model.words.time(at, view.now), Ink::Timed),
            None => (String::new(), Ink::Plain),
        },
    }
}

/// Why the row is here; contacts folded into it are named first.
pub fn reason(view: &View<'_>, items: &[&Item]) -> String {
    let Some(first) = items.first() else { return String::new() };
    let reason = one_reason(view, first);
    let others: Vec<String> = items.iter().skip(1).map(|i| view.say(&what(i))).collect();
    if others.is_empty() {
        return reason;
    }
    let also = others.join(&view.word("and-between"));
    view.say(&Message::new("row-also").with("also", also).with("reason", reason))
}

/// The reason of one item. What stands in the columns beside it is not said again: a coming appointment is its place and remark.
fn one_reason(view: &View<'_>, item: &Item) -> String {
    let agreed = match item.target {
        Target::Appointment(id) if item.at.is_some_and(|at| at >= view.now.instant) => {
            item.client.and_then(|c| view.model.book.client(c)).and_then(|c| c.facts.appointments.iter().find(|a| a.id == id))
        }
        _ => None,
    };
    match agreed {
        Some(a) => {
            let parts: Vec<_> = [&a.place, &a.note].into_iter().flatten().map(|t| text::one_line(t)).collect();
            parts.join(&view.word("pending-between"))
        }
        None => view.say(&by_day(&item.reason, view.now.zone)),
    }
}

/// The same words with days instead of moments: a row has no room for the time of a contact long ago.
pub fn by_day(message: &Message, zone: Tz) -> Message {
    let keeps_time = matches!(message.id, "reason-appointment" | "reason-appointment-passed");
    let args = message.args.iter().map(|(name, arg)| {
        let arg = match arg {
            Arg::Moment(at) if !keeps_time => Arg::Day(at.day(zone)),
            Arg::Message(inner) => Arg::Message(Box::new(by_day(inner, zone))),
            other => other.clone(),
        };
        (*name, arg)
    });
    Message { id: message.id, args: args.collect() }
}
