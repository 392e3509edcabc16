//! Whether the client may be drifting away: how much, what is at stake, why, and what comes next. The whole arithmetic stands in `w`.

use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::portfolio::Assessed;
use crate::portfolio::risk::{Level, told};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::view::at_risk::{level_ink, reason_words};
use crate::tui::view::sheet::Sheet;

/// Reasons shown.
const REASONS: usize = 3;

/// Adds the block: of whoever is at risk, was put off, or has a reason to be watched.
pub(super) fn risk(sheet: &mut Sheet<'_>, client: &Assessed) {
    let view = sheet.view;
    let book = &view.model.book;
    let risk = &client.risk;
    let level = risk.level();
    let listed = risk.is_listed();
    let watched = risk.index.is_some() && risk.signals.iter().any(|s| s.points > 0.0);
    if !listed && !watched {
        return;
    }
    sheet.block("brief-risk");
    let mut parts = vec![view.word(level.name())];
    if !book.risk.now.has_little_history() && listed {
        let money = |value: f64| Money { minor: value.round() as i64, currency: book.currency };
        let stake = Message::new("brief-stake").with("stake", view.model.words.short_money(money(risk.at_stake())));
        parts.push(view.say(&stake.with("expected", view.model.words.short_money(money(risk.expected())))));
    }
    parts.extend(told::standing(risk).map(|message| view.say(&message)));
    sheet.list(&parts, if level >= Level::Medium { level_ink(level) } else { Ink::Plain });
    if let Some(put_off) = told::put_off(&client.facts, view.now.today()) {
        let why = text::one_line(put_off.reason.as_deref().unwrap_or_default()).into_owned();
        let id = if risk.snoozed.is_some() { "brief-put-off" } else { "brief-woken" };
        sheet.say(&Message::new(id).with("day", put_off.until).with("why", why), Ink::Quiet);
    }
    for reason in told::reasons(risk).iter().take(REASONS) {
        let words = reason_words(view, reason);
        sheet.add(&words, Ink::Plain);
    }
    if let (Some(alone), Some(index)) = (risk.orders_alone(), risk.index)
        && listed
        && risk.has_signals()
        && !book.risk.now.has_little_history()
    {
        // With signals it is an index, no chance: never a percentage.
        let figures = Message::new("brief-risk-figures").with("alone", Arg::Decimal(alone)).with("all", Arg::Decimal(index));
        sheet.say(&figures, Ink::Quiet);
    }
    if listed && risk.snoozed.is_none() {
        let next = told::next_step(client, view.now);
        sheet.say(&next.unwrap_or_else(|| Message::new("risk-next-none")), Ink::Plain);
    }
}
