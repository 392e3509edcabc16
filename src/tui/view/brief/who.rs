//! The top of the brief: what must not be said or brought together, who this is and what they are worth, how to reach them now.
//! Why they are here is `work`'s to say.

use super::{View, with_asides};
use crate::app::model::Tab;
use crate::app::page::Story;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::words::*;
use crate::portfolio::{Assessed, Item, consent, explain, row, value};
use crate::store::ClientDetail;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::view::sheet::Sheet;

/// Addresses shown at the top; all of them stand with their people.
const POINTS: usize = 3;

/// That they want to be left alone at this hour, and how long.
pub fn quiet_now(view: &View<'_>, client: &Assessed) -> Option<String> {
    let quiet = client.facts.client.quiet.filter(|q| q.next_end(view.now).is_some())?;
    let words = view.say(&Message::new("brief-quiet-until").with("until", quiet.to_text()));
    Some(view.say(&Message::new("brief-warning").with("what", words)))
}

/// What to keep in mind before anything is said: what not to mention, with whom there is a conflict,
/// who competes, and what they do not want to get.
pub fn warnings(view: &View<'_>, client: &Assessed, detail: Option<&ClientDetail>) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(secret) = detail.and_then(|d| d.do_not_mention.as_deref()).filter(|n| !n.trim().is_empty()) {
        out.push(view.say(&Message::new("brief-do-not-mention").with("text", text::one_line(secret).into_owned())));
    }
    let mut relations: Vec<_> = client.facts.relations.iter().collect();
    relations.sort_by_key(|r| r.kind != RelationKind::Conflict);
    for relation in relations.into_iter().filter(|r| matches!(r.kind, RelationKind::Conflict | RelationKind::Competitor)) {
        let Some(other) = view.model.book.client(relation.other) else { continue };
        let mut words = view.say(&Message::new(relation.kind.name()).with("other", text::one_line(other.name()).into_owned()));
        if let Some(note) = relation.note.as_deref().filter(|n| !n.trim().is_empty()) {
            words.push_str(&view.word("brief-between"));
            words.push_str(&text::one_line(note));
        }
        out.push(view.say(&Message::new("brief-warning").with("what", words)));
    }
    for said in detail.into_iter().flat_map(|d| consent::withdrawn(&d.consents)) {
        out.push(view.say(&Message::new("brief-warning").with("what", view.say(&consent::words(said)))));
    }
    out
}

pub(super) fn who(sheet: &mut Sheet<'_>, client: &Assessed, story: Option<&Story>) {
    let row = &client.facts.client;
    let view = sheet.view;
    let mut parts = vec![view.word(explain::status_id(client.status))];
    parts.push(view.say(&Message::new("brief-since").with("day", row.since)));
    parts.extend([&row.industry, &row.region, &row.size].into_iter().flatten().map(|t| text::one_line(t).into_owned()));
    sheet.block("brief-who");
    sheet.list(&parts, Ink::Plain);
    for relation in client.facts.relations.iter().filter(|r| matches!(r.kind, RelationKind::Partner | RelationKind::Group)) {
        if let Some(other) = view.model.book.client(relation.other) {
            sheet.say(&Message::new(relation.kind.name()).with("other", other.name()), Ink::Quiet);
        }
    }
    tier(sheet, client);
    worth(sheet, client, story);
    if !client.facts.tags.is_empty() {
        let tags: Vec<String> = client.facts.tags.iter().map(|t| format!("#{t}")).collect();
        sheet.add(&tags.join(" "), Ink::Quiet);
    }
    if let Some(day) = client.paused {
        sheet.say(&Message::new("brief-paused").with("day", day), Ink::Timed);
    }
}

/// How the tier came about, where its letter does not say it, and where it came from.
fn tier(sheet: &mut Sheet<'_>, client: &Assessed) {
    let tier = &client.tier;
    if let Some(pin) = &tier.pin {
        sheet.say(&Message::new("brief-pinned").with("tier", pin.tier).with("why", pin.why()), Ink::Quiet);
    } else if tier.unsorted {
        let words = sheet.view.word("brief-unsorted");
        sheet.add(&words, Ink::Quiet);
    } else if tier.advice && client.status == Status::Active && tier.computed.is_some() {
        sheet.say(&Message::new("brief-advice").with("tier", tier.computed), Ink::Quiet);
    } else if tier.thin && tier.tier.is_some() {
        let words = sheet.view.word("brief-thin");
        sheet.add(&words, Ink::Quiet);
    }
    if let Some(was) = tier.was {
        sheet.say(&Message::new("brief-was").with("tier", was), Ink::Quiet);
    }
    if let Some(offer) = tier.offer {
        sheet.say(&Message::new("brief-offer").with("tier", offer.to), Ink::Quiet);
    }
}

/// What was billed in 12 months, and in the 12 before.
fn worth(sheet: &mut Sheet<'_>, client: &Assessed, story: Option<&Story>) {
    for sum in client.facts.billed.iter() {
        let money = |minor| Money { minor, currency: sum.currency };
        let before = story.and_then(|s| s.before.as_ref());
        let before = before.map(|b| b.iter().find(|m| m.currency == sum.currency).map_or(0, |m| m.minor));
        if sum.year == 0 && before.is_none_or(|b| b == 0) {
            continue;
        }
        let trend = match before {
            None => "unknown",
            Some(0) => "new",
            Some(b) if sum.year > b => "up",
            Some(b) if sum.year < b => "down",
            Some(_) => "same",
        };
        let words = Message::new("brief-value")
            .with("amount", money(sum.year))
            .with("trend", trend)
            .with("before", money(before.unwrap_or(0)));
        sheet.say(&words, Ink::Plain);
    }
    if let Some(words) = value::decision(&sheet.view.model.book, client) {
        sheet.say(&words, Ink::Plain);
    }
}

/// What may be done about a small client, where the list asks just that.
pub(super) fn advice(view: &View<'_>, client: &Assessed) -> Option<String> {
    let model = view.model;
    if model.tab != Tab::Clients || model.view != value::ValueView::Keep || client.status != Status::Active {
        return None;
    }
    let judged = value::judge(&model.book, client);
    let message = Message::new("brief-keep").with("advice", Message::new(judged.advice.name()));
    Some(view.say(&message.with("why", judged.reason)))
}

pub(super) fn need(sheet: &mut Sheet<'_>, client: &Assessed, detail: &ClientDetail) {
    if let Some(code) = client.facts.client.need_type.as_deref() {
        let why = value::need_why_words(detail.need_why.as_deref().unwrap_or_default());
        sheet.block("brief-need");
        sheet.say(&Message::new("brief-need-type").with("need", value::need_words(code)).with("why", why), Ink::Plain);
    }
    if let Some(need) = detail.need.as_deref().filter(|n| !n.trim().is_empty()) {
        sheet.block("brief-need");
        sheet.add(&text::sanitize_lines(need), Ink::Plain);
    }
}

/// How to reach them now: the address for the contact that is due stands first.
pub fn reach(sheet: &mut Sheet<'_>, client: &Assessed, detail: &ClientDetail, items: &[&Item]) {
    let view = sheet.view;
    sheet.block("brief-reach");
    let mut ways = Vec::new();
    if let Some(channel) = client.facts.client.preferred_channel {
        ways.push(view.say(&Message::new("brief-prefers").with("channel", channel)));
    }
    if let Some(quiet) = client.facts.client.quiet {
        ways.push(view.say(&Message::new("brief-quiet").with("from", quiet.from_text()).with("to", quiet.to_text())));
    }
    if let Some(hours) = detail.response_hours {
        ways.push(view.say(&Message::new("brief-response").with("hours", hours)));
    }
    if !ways.is_empty() {
        sheet.list(&ways, Ink::Plain);
    }
    let points = row::reach(client, detail, items);
    if points.is_empty() {
        sheet.add(&view.word("brief-no-address"), Ink::Quiet);
    }
    for (n, point) in points.iter().take(POINTS).enumerate() {
        let whose = point.person.and_then(|id| detail.people.iter().find(|p| p.id == id)).map(|p| p.name.as_str());
        let ink = if n == 0 { Ink::Strong } else { Ink::Plain };
        sheet.add(&with_asides(&point.value, &[whose, point.label.as_deref()]), ink);
    }
}
