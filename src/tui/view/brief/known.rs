//! What else is known of a client: marks, what their tier may be offered, what is missing, people, notes and the user's own fields.

use super::with_asides;
use crate::domain::message::Message;
use crate::domain::words::*;
use crate::portfolio::{Assessed, Item, care, completeness, gifts};
use crate::store::ClientDetail;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::view::sheet::Sheet;

/// The last mark they gave.
pub(super) fn marks(sheet: &mut Sheet<'_>, client: &Assessed) {
    if client.status != Status::Active && client.facts.surveys.is_empty() {
        return;
    }
    sheet.block("brief-marks");
    match client.facts.surveys.first() {
        Some(survey) => {
            let message = Message::new("brief-mark")
                .with("kind", survey.kind.code())
                .with("score", i64::from(survey.score))
                .with("day", survey.on);
            sheet.say(&message, Ink::Plain);
            if !survey.reasons.is_empty() {
                let reasons: Vec<String> = survey.reasons.iter().map(|r| text::one_line(r).into_owned()).collect();
                let reasons = reasons.join(&sheet.view.word("brief-between"));
                sheet.add_under(&reasons, Ink::Quiet);
            }
        }
        None => {
            let words = sheet.view.word("brief-no-mark");
            sheet.add(&words, Ink::Quiet);
        }
    }
    if let Some(due) = client.survey_due {
        let due_now = due <= sheet.view.now.today();
        let id = if due_now { "brief-mark-due-now" } else { "brief-mark-due" };
        sheet.say(&Message::new(id).with("day", due), if due_now { Ink::Plain } else { Ink::Quiet });
    }
}

/// What clients of this tier may be offered.
pub(super) fn perks(sheet: &mut Sheet<'_>, client: &Assessed) {
    let perks = sheet.view.model.book.policy.perks(client.tier.tier);
    if !perks.is_empty() {
        sheet.block("brief-perks");
        for perk in perks {
            sheet.add(&text::one_line(perk), Ink::Plain);
        }
    }
}

/// How complete what is known is; what is missing stands by name.
pub(super) fn complete(sheet: &mut Sheet<'_>, client: &Assessed, detail: &ClientDetail) {
    let view = sheet.view;
    let known = completeness::of(&view.model.book, client, detail);
    sheet.block("brief-known");
    let ink = if known.urgent { Ink::Late } else { Ink::Plain };
    sheet.say(&Message::new("brief-known-percent").with("percent", i64::from(known.percent)), ink);
    for group in known.groups.iter().filter(|g| !g.missing.is_empty()) {
        let missing: Vec<String> = group.missing.iter().map(|m| view.say(m)).collect();
        let message = Message::new("brief-known-group")
            .with("group", group.kind.title())
            .with("have", group.have)
            .with("of", group.of)
            .with("missing", missing.join(&view.word("brief-between")));
        sheet.say(&message, Ink::Quiet);
    }
}

/// What to know before a wish is sent: the date and its rule, what was said and given the last time.
pub(super) fn wish(sheet: &mut Sheet<'_>, client: &Assessed, detail: Option<&ClientDetail>, items: &[&Item]) {
    for item in items.iter().filter(|i| i.target.is_care()) {
        sheet.block("brief-wish");
        for words in care::behind(client, item.target, item.due) {
            sheet.say(&words, Ink::Plain);
        }
        for words in detail.map(|d| care::said_before(client, d, item.target, item.due)).unwrap_or_default() {
            sheet.say(&words, Ink::Plain);
        }
    }
}

/// The yearly dates with their next days, and the last gifts.
pub(super) fn care_dates(sheet: &mut Sheet<'_>, client: &Assessed, detail: &ClientDetail) {
    let today = sheet.view.now.today();
    let mut next: Vec<_> = client.facts.care_dates.iter().filter_map(|row| Some((row.next_from(today)?, row))).collect();
    next.sort_by_key(|(o, row)| (o.day, row.id));
    if !next.is_empty() {
        sheet.gap();
        sheet.block("brief-care");
    }
    for (occurrence, row) in next {
        sheet.say(&care::next_words(row, occurrence), Ink::Plain);
    }
    let given: Vec<Message> = gifts::last(detail, today).collect();
    if !given.is_empty() {
        sheet.block("brief-gifts");
    }
    for words in given {
        sheet.say(&words, Ink::Plain);
    }
}

/// The people with their birthdays and addresses.
pub(super) fn people(sheet: &mut Sheet<'_>, detail: &ClientDetail) {
    if detail.people.is_empty() {
        return;
    }
    sheet.gap();
    sheet.block("brief-people");
    for person in &detail.people {
        let mut words = vec![text::one_line(&person.name).into_owned()];
        words.extend(person.role.iter().map(|r| text::one_line(r).into_owned()));
        let own = |kind: CareKind| detail.care_dates.iter().find(move |c| c.person == Some(person.id) && c.kind == kind);
        if let Some(birthday) = own(CareKind::Birthday) {
            words.push(sheet.view.say(&Message::new("brief-birthday").with("date", birthday.yearly().words())));
        }
        words.extend(person.note.iter().map(|n| text::one_line(n).into_owned()));
        sheet.list(&words, Ink::Plain);
        for point in detail.points.iter().filter(|p| p.person == Some(person.id) && p.invalid_since.is_none()) {
            sheet.add_under(&with_asides(&point.value, &[point.label.as_deref()]), Ink::Quiet);
        }
    }
}

/// Note, source and the fields of the user's own.
pub(super) fn rest(sheet: &mut Sheet<'_>, detail: &ClientDetail) {
    sheet.gap();
    if let Some(note) = detail.note.as_deref().filter(|n| !n.trim().is_empty()) {
        sheet.block("brief-note");
        sheet.add(&text::sanitize_lines(note), Ink::Plain);
    }
    if let Some(source) = detail.source.as_deref().filter(|n| !n.trim().is_empty()) {
        sheet.block("brief-source");
        sheet.add(&text::one_line(source), Ink::Quiet);
    }
    for field in &detail.extra {
        sheet.block("brief-more");
        let mut words = format!("{}: {}", text::one_line(&field.name), text::one_line(&field.value));
        if let Some(person) = field.person.and_then(|id| detail.people.iter().find(|p| p.id == id)) {
            let whose =
                Message::new("brief-whose").with("what", words).with("person", text::one_line(&person.name).into_owned());
            words = sheet.view.say(&whose);
        }
        sheet.add(&words, Ink::Quiet);
    }
}
