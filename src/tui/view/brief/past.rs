//! What happened with a client: the last contacts, and how the last twelve months went. All of it stands on the page.

use super::{Sheet, spark};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::words::*;
use crate::portfolio::timeline::Months;
use crate::store::ClientDetail;
use crate::text;
use crate::tui::theme::Ink;
use chrono::Datelike;

/// Touches shown.
const TOUCHES: usize = 4;

/// What was said last, newest first.
pub(super) fn touches(sheet: &mut Sheet<'_>, detail: &ClientDetail) {
    sheet.block("brief-last");
    if detail.touches.is_empty() {
        let words = sheet.view.word("brief-never");
        sheet.add(&words, Ink::Quiet);
    }
    let zone = sheet.view.now.zone;
    for touch in detail.touches.iter().take(TOUCHES) {
        let view = sheet.view;
        let mut words = vec![view.model.words.day(touch.row.at.day(zone), view.now)];
        words.push(view.word(&format!("channel-{}", touch.row.channel.code())));
        if touch.row.direction == Direction::In {
            words.push(view.word("direction-in"));
        }
        if touch.row.outcome != Outcome::Reached {
            words.push(view.word(&format!("outcome-{}", touch.row.outcome.code())));
        }
        let who = touch.person.and_then(|id| detail.people.iter().find(|p| p.id == id));
        words.extend(who.map(|p| text::one_line(&p.name).into_owned()));
        sheet.list(&words, Ink::Plain);
        if let Some(note) = touch.note.as_deref().filter(|n| !n.trim().is_empty()) {
            sheet.add_under(&text::sanitize_lines(note), Ink::Quiet);
        }
    }
}

/// Contacts and billing of the last twelve months as bars, each with what its highest bar stands for.
pub(super) fn sparks(sheet: &mut Sheet<'_>, months: &Months) {
    let view = sheet.view;
    let touches: Vec<i64> = months.touches.iter().map(|n| i64::from(*n)).collect();
    let most = touches.iter().copied().max().unwrap_or(0);
    let billed = months.billed.iter().copied().max().unwrap_or(0);
    if most == 0 && billed <= 0 {
        return;
    }
    sheet.gap();
    if most > 0 {
        sheet.block("brief-touches");
        sheet.add(&spark::bars(&touches), Ink::Plain);
        sheet.say(&Message::new("brief-touches-most").with("count", most), Ink::Quiet);
    }
    if billed > 0 {
        sheet.block("brief-billing");
        sheet.add(&spark::bars(&months.billed), Ink::Plain);
        let amount = Money { minor: billed, currency: view.model.book.currency };
        sheet.say(&Message::new("brief-billing-most").with("amount", amount), Ink::Quiet);
    }
    let name = |month: i32| {
        let month = Day::last_of_month_index(month).date().month();
        view.word(&format!("month-{month}"))
    };
    let (first, last) = (name(months.first), name(months.first + months.touches.len() as i32 - 1));
    sheet.say(&Message::new("brief-months").with("first", first).with("last", last), Ink::Quiet);
    if !months.missing_rates.is_empty() {
        let names: Vec<&str> = months.missing_rates.iter().map(|c| c.as_str()).collect();
        sheet.say(&Message::new("brief-no-rate").with("currencies", names.join(" ")), Ink::Quiet);
    }
}
