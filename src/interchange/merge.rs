//! What a record adds to one the book has already. Who is meant is `plan`'s question; here it is answered.

use super::cells::fold;
use super::record::{CardDate, ClientRecord, PersonRecord, add_points};
use crate::domain::facts::PINNED_BY_IMPORT;
use crate::domain::words::Status;
use std::collections::{HashMap, HashSet};

/// How a record may change what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// A line of an own file: what it says replaces what was.
    Own,
    /// A card or an address book: notes are added to, and a kind that was only guessed changes nothing.
    Card,
}

fn replace<T: Clone + PartialEq>(into: &mut Option<T>, from: &Option<T>) {
    if from.is_some() && into != from {
        into.clone_from(from);
    }
}

fn first(into: &mut Option<String>, from: &Option<String>) {
    if into.is_none() {
        into.clone_from(from);
    }
}

fn rename(into: &mut String, from: &str) {
    if fold(into) != fold(from) {
        *into = from.to_owned();
    }
}

fn note(into: &mut Option<String>, from: &Option<String>, manner: Manner) {
    let Some(new) = from else { return };
    match into {
        Some(old) if manner == Manner::Card => {
            if !old.contains(new.trim()) {
                old.push('\n');
                old.push_str(new);
            }
        }
        _ => replace(into, from),
    }
}

fn union(into: &mut Vec<String>, from: &[String]) {
    let mut known: HashSet<String> = into.iter().cloned().collect();
    into.extend(from.iter().filter(|tag| known.insert((*tag).clone())).cloned());
}

/// A field of a name that is there gets the new value.
fn extra(into: &mut Vec<(String, String)>, from: &[(String, String)]) {
    let mut places: HashMap<String, usize> = HashMap::with_capacity(into.len());
    for (place, (name, _)) in into.iter().enumerate() {
        places.entry(name.clone()).or_insert(place);
    }
    for (name, value) in from {
        match places.get(name).and_then(|place| into.get_mut(*place)) {
            Some((_, old)) => old.clone_from(value),
            None => {
                places.insert(name.clone(), into.len());
                into.push((name.clone(), value.clone()));
            }
        }
    }
}

/// The client with what the record says.
pub fn client(old: &ClientRecord, from: &ClientRecord, manner: Manner) -> ClientRecord {
    let mut into = old.clone();
    rename(&mut into.name, &from.name);
    if manner == Manner::Own {
        replace(&mut into.kind, &from.kind);
    }
    // A list that still calls a client a lead is only older than the first invoice.
    if from.status != Some(Status::Lead) || into.status.is_none() {
        replace(&mut into.status, &from.status);
    }
    replace(&mut into.industry, &from.industry);
    replace(&mut into.region, &from.region);
    replace(&mut into.size, &from.size);
    replace(&mut into.need, &from.need);
    // That a file says so is no reason to forget how it was known.
    let same = into.need_type.as_ref().map(|n| &n.code) == from.need_type.as_ref().map(|n| &n.code);
    if !same || from.need_type.as_ref().is_some_and(|n| n.why != PINNED_BY_IMPORT) {
        replace(&mut into.need_type, &from.need_type);
    }
    // An earlier fact may have moved the first day back since the file was written.
    into.since = match (into.since, from.since) {
        (Some(old), Some(new)) => Some(old.min(new)),
        (old, new) => old.or(new),
    };
    // A tier the user pinned stands; so does the card a client first came from.
    into.tier_pin = into.tier_pin.or(from.tier_pin);
    first(&mut into.external_id, &from.external_id);
    replace(&mut into.birthday, &from.birthday);
    dates(&mut into.dates, &from.dates);
    replace(&mut into.potential, &from.potential);
    replace(&mut into.fit, &from.fit);
    replace(&mut into.budget, &from.budget);
    replace(&mut into.preferred_channel, &from.preferred_channel);
    replace(&mut into.quiet, &from.quiet);
    replace(&mut into.response_hours, &from.response_hours);
    replace(&mut into.language, &from.language);
    replace(&mut into.culture, &from.culture);
    replace(&mut into.source, &from.source);
    replace(&mut into.do_not_mention, &from.do_not_mention);
    note(&mut into.note, &from.note, manner);
    add_points(&mut into.points, &from.points);
    union(&mut into.tags, &from.tags);
    extra(&mut into.extra, &from.extra);
    into
}

/// So many different values of one field of a client get a field each.
const NUMBERED: usize = 20;

/// What a further line about a client adds: what is there stays, and what differs becomes a field of its own.
pub fn beside(old: &ClientRecord, mut from: ClientRecord) -> ClientRecord {
    let mut extra = std::mem::take(&mut from.extra);
    for (name, was, is) in [
        ("industry", &old.industry, &mut from.industry),
        ("region", &old.region, &mut from.region),
        ("size", &old.size, &mut from.size),
        ("need", &old.need, &mut from.need),
        ("source", &old.source, &mut from.source),
    ] {
        if was.is_some()
            && let Some(value) = is.take()
            && was.as_ref() != Some(&value)
        {
            extra.push((name.to_owned(), value));
        }
    }
    for (name, value) in extra {
        let numbered = |field: &str| field.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("));
        if old.extra.iter().any(|(field, known)| *known == value && numbered(field)) {
            continue;
        }
        let taken = |candidate: &str| old.extra.iter().any(|(field, _)| field == candidate);
        let mut numbers = std::iter::once(name.clone()).chain((2..=NUMBERED).map(|n| format!("{name} ({n})")));
        match numbers.find(|name| !taken(name)) {
            Some(name) => from.extra.push((name, value)),
            // A company of hundreds has them in its note, a line each.
            None if old.note.as_ref().is_some_and(|note| note.contains(&format!("{name}: {value}"))) => {}
            None => {
                let note = from.note.get_or_insert_default();
                let line = format!("{name}: {value}");
                *note = if note.is_empty() { line } else { format!("{note}\n{line}") };
            }
        }
    }
    from.need_type = from.need_type.filter(|_| old.need_type.is_none());
    from.birthday = from.birthday.filter(|_| old.birthday.is_none());
    from.potential = from.potential.filter(|_| old.potential.is_none());
    from.fit = from.fit.filter(|_| old.fit.is_none());
    from.budget = from.budget.filter(|_| old.budget.is_none());
    from.preferred_channel = from.preferred_channel.filter(|_| old.preferred_channel.is_none());
    from.quiet = from.quiet.filter(|_| old.quiet.is_none());
    from.response_hours = from.response_hours.filter(|_| old.response_hours.is_none());
    from.language = from.language.filter(|_| old.language.is_none());
    from.culture = from.culture.filter(|_| old.culture.is_none());
    from.do_not_mention = from.do_not_mention.filter(|_| old.do_not_mention.is_none());
    from.status = from.status.filter(|_| old.status.is_none());
    from
}

/// Adds the yearly dates that are not there yet, whatever they are called.
fn dates(into: &mut Vec<CardDate>, from: &[CardDate]) {
    for one in from {
        if !into.iter().any(|known| known.kind == one.kind && known.date == one.date) {
            into.push(one.clone());
        }
    }
}

/// The person with what the record says. Tags go to the client.
pub fn person(old: &PersonRecord, from: &PersonRecord, manner: Manner) -> PersonRecord {
    let mut into = old.clone();
    rename(&mut into.name, &from.name);
    replace(&mut into.role, &from.role);
    replace(&mut into.birthday, &from.birthday);
    dates(&mut into.dates, &from.dates);
    first(&mut into.external_id, &from.external_id);
    note(&mut into.note, &from.note, manner);
    add_points(&mut into.points, &from.points);
    extra(&mut into.extra, &from.extra);
    into
}
