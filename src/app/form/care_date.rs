//! The form of a yearly date. On which day it falls this year and the next stands below it as soon as it can be read, with the rule that
//! moved it. How a date is read is `domain::care`'s.

use super::client::people;
use super::field::{Choice, FormField};
use super::{Form, Reader, Source, Subject};
use crate::domain::action::{Action, NewCareDate};
use crate::domain::care::{CareDateRow, Yearly};
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::{Calendar, CareKind};

const KIND: &str = "form-field-care-kind";
const NAME: &str = "form-field-care-name";
const DATE: &str = "form-field-care-date";
const CALENDAR: &str = "form-field-care-calendar";
const LEAD: &str = "form-field-care-lead";
/// The rows that show on which days it falls.
const FALLS: &str = "form-field-care-falls";

/// The codes of the calendars to choose from: a leap month is a choice of its own.
const LUNAR: &str = "lunar";
const LEAP: &str = "leap";

/// The fields in order.
pub fn fields(source: &Source<'_>, date: Option<Id>) -> Option<Vec<FormField>> {
    let client = source.client()?;
    let known = match date {
        Some(id) => Some(client.facts.care_dates.iter().find(|row| row.id == id)?),
        None => None,
    };
    let note = source.detail().and_then(|d| d.care_dates.iter().find(|c| Some(c.id) == date)).and_then(|c| c.note.as_deref());
    let kinds = CareKind::ALL.iter().map(|k| Choice::new(k.code(), kind_id(*k))).collect();
    let calendars = vec![
        Choice::new(Calendar::Gregorian.code(), "care-calendar-gregorian"),
        Choice::new(LUNAR, "care-calendar-lunar"),
        Choice::new(LEAP, "care-calendar-leap"),
    ];
    let calendar = match known.map(|row| (row.calendar, row.leap)) {
        Some((Calendar::Lunar, true)) => LEAP,
        Some((Calendar::Lunar, false)) => LUNAR,
        _ => Calendar::Gregorian.code(),
    };
    let person = known.and_then(|row| row.person).map(|id| id.to_string()).unwrap_or_default();
    Some(vec![
        FormField::choice(KIND, kinds, known.map_or(CareKind::Birthday, |row| row.kind).code()),
        FormField::choice("form-field-person", people(source), &person),
        FormField::text(DATE, &known.map(|row| row.yearly().written()).unwrap_or_default()),
        FormField::choice(CALENDAR, calendars, calendar),
        FormField::text(NAME, known.and_then(|row| row.name.as_deref()).unwrap_or_default()),
        FormField::number(LEAD, known.and_then(|row| row.lead).map(i64::from)),
        FormField::note("form-field-note", note),
    ])
}

/// The name of a kind of care date.
pub(super) fn kind_id(kind: CareKind) -> &'static str {
    match kind {
        CareKind::Birthday => "care-kind-birthday",
        CareKind::Anniversary => "care-kind-anniversary",
        CareKind::Other => "care-kind-other",
    }
}

/// The date as it is typed and chosen.
fn typed(date: &str, calendar: &str) -> Result<Yearly, Message> {
    Yearly::parse(date, calendar != Calendar::Gregorian.code(), calendar == LEAP)
}

/// The next two days of a typed date, today among them.
fn falls(date: Yearly, today: Day) -> Vec<Message> {
    let row = CareDateRow::of(date);
    // A lunar date can leave out a year of the other calendar.
    let found = row.between(today, today.plus_months(36));
    let told = |o: &crate::domain::care::Occurrence| match o.rule.words() {
        Some(rule) => Message::new("care-falls-moved").with("day", o.day).with("rule", rule),
        None => Message::new("care-falls").with("day", o.day),
    };
    let mut out = vec![date.words()];
    out.extend(found.iter().take(2).map(told));
    out
}

/// Shows on which days the date falls as it is typed; nothing while it cannot be read.
pub fn look_ahead(form: &mut Form, now: &Now) {
    if !matches!(form.subject, Subject::NewCareDate(_) | Subject::CareDate(_)) {
        return;
    }
    let value = |name: &str| form.fields.iter().find(|f| f.name == name).map(|f| f.value().to_owned()).unwrap_or_default();
    let lines = typed(&value(DATE), &value(CALENDAR)).map(|date| falls(date, now.today())).unwrap_or_default();
    form.put_below(CALENDAR, FALLS, lines);
}

fn read(r: &mut Reader<'_>, client: Id) -> Option<NewCareDate> {
    let kind = r.chosen(KIND, CareKind::parse).unwrap_or(CareKind::Birthday);
    let name = r.maybe(NAME);
    if kind == CareKind::Other && name.is_none() {
        r.refuse(NAME, Message::new("refused-care-name"));
    }
    let date = match typed(&r.text(DATE), &r.text(CALENDAR)) {
        Ok(date) => Some(date),
        Err(why) => {
            r.refuse(DATE, if r.text(DATE).is_empty() { Message::new("form-needs-day") } else { why });
            None
        }
    };
    let lead = r.number(LEAD, 0, 365).and_then(|n| i32::try_from(n).ok());
    let date = date?;
    Some(NewCareDate {
        client,
        person: r.id("form-field-person"),
        kind,
        name,
        month: date.month,
        day: date.day,
        year: date.year,
        calendar: date.calendar,
        leap: date.leap,
        lead,
        note: r.maybe("form-field-note"),
    })
}

/// A new one.
pub fn add(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    read(r, client).map(|new| Action::AddCareDate(Box::new(new))).into_iter().collect()
}

/// The date anew.
pub fn change(r: &mut Reader<'_>, client: Id, care_date: Id) -> Vec<Action> {
    read(r, client).map(|new| Action::EditCareDate { care_date, new: Box::new(new) }).into_iter().collect()
}
