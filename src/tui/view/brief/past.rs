//! What happened with a client: the last contacts, and how the last twelve months went. All of it stands on the page.

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::words::*;
use crate::portfolio::timeline::Months;
use crate::store::ClientDetail;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::view::sheet::Sheet;
use crate::tui::widget::spark;
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
    let touches = months.touches.map(f64::from);
    let billed = months.billed.map(|minor| minor as f64);
    let most = months.touches.iter().copied().max().unwrap_or(0);
    let most_billed = months.billed.iter().copied().max().unwrap_or(0);
    if most == 0 && most_billed <= 0 {
        return;
    }
    sheet.gap();
    let mut row = |block: &str, numbers: &[f64], scale: Message| {
        let words = format!("{}  {}", spark(numbers), view.say(&scale));
        sheet.block(block);
        sheet.add(&words, Ink::Plain);
    };
    if most > 0 {
        row("brief-touches", &touches, Message::new("brief-most").with("most", most));
    }
    if most_billed > 0 {
        let amount = Money { minor: most_billed, currency: view.model.book.currency };
        row("brief-billing", &billed, Message::new("brief-most").with("most", amount));
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
