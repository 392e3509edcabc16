//! What a draft is about beside cases and projects: an appointment, an invoice, an offer, a care date; and which of them is meant where
//! none was named. What a template can say of it is here too.

use super::context::Subject;
use super::template::{Care, Template, Use};
use crate::domain::care::gregorian;
use crate::domain::day::Day;
use crate::domain::facts::{AppointmentRow, InvoiceRow, OpportunityRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::occasion::{Code, Occasion};
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::portfolio::{care, reminders};
use crate::text;
use chrono::Datelike;
use serde_json::{Map, Value, json};

/// The last reminder there is a tone for.
const LAST_REMINDER: usize = 3;
/// Days ahead for which a care date is greeted where none was named.
const SOON: i32 = 7;
/// Days ahead in which the next of a yearly date is looked for.
const A_YEAR: i32 = 366;

/// A care date as it is greeted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Greeted {
    /// Which.
    pub target: Target,
    /// Its day.
    pub day: Day,
    /// What kind.
    pub(super) care: Care,
    /// What it is called, where its kind does not say it.
    pub(super) name: String,
    /// What one wishes on it, where there is a custom; without a mark at its end.
    pub(super) wish: String,
    /// Whose it is, where it is not the client's own.
    pub(super) person: Option<Id>,
    /// How many years, where that is known.
    pub(super) years: Option<i32>,
}

impl<'a> Subject<'a> {
    pub(super) fn appointment(&self) -> Option<&AppointmentRow> {
        let Some(Target::Appointment(id)) = self.about else { return None };
        self.client.facts.appointments.iter().find(|a| a.id == id)
    }

    pub(super) fn invoice(&self) -> Option<&InvoiceRow> {
        let Some(Target::Invoice(id)) = self.about else { return None };
        self.client.facts.open_invoices.iter().find(|i| i.id == id)
    }

    fn opportunity(&self) -> Option<&OpportunityRow> {
        let Some(Target::Opportunity(id)) = self.about else { return None };
        self.client.facts.opportunities.iter().find(|o| o.id == id)
    }

    /// The care date it greets: of the last days, while a belated wish is still one, else the next.
    pub fn greeted(&self) -> Option<Greeted> {
        let target = self.about?;
        let first = self.now.today().plus(-self.snapshot.policy.care.belated);
        let of = |kind, name: Option<&str>, person, (day, years)| {
            let name = name.map(|n| text::one_line(n).into_owned()).unwrap_or_default();
            Greeted { target, day, care: kind, name, wish: String::new(), person, years }
        };
        match target {
            Target::Care(id) => {
                let row = self.client.facts.care_dates.iter().find(|row| row.id == id)?;
                let all = row.between(first, first.plus(A_YEAR + 30));
                let when = self.open(target, all.into_iter().map(|o| (o.day, row.years_in(o))))?;
                let kind = match row.kind {
                    CareKind::Birthday => Care::Birthday,
                    CareKind::Anniversary => Care::Anniversary,
                    CareKind::Other => Care::Other,
                };
                Some(of(kind, row.name.as_deref(), row.person, when))
            }
            Target::Anniversary => {
                let began = self.client.facts.began?.date();
                let (month, day) = (began.month() as u8, began.day() as u8);
                let years = first.date().year()..=first.date().year() + 1;
                let all = years.filter_map(|year| gregorian(year, month, day)).map(|o| (o.day, o.year - began.year()));
                let all = all.filter(|(day, years)| *day >= first && *years > 0).map(|(day, years)| (day, Some(years)));
                Some(of(Care::Anniversary, None, None, self.open(target, all)?))
            }
            Target::Holiday(code) => {
                let (occasion, days) = self.holiday(code, first)?;
                let when = self.open(target, days.into_iter().map(|day| (day, None)))?;
                let language = self.words.lang.language();
                let wish = occasion.wish(language).unwrap_or_default().to_owned();
                Some(Greeted { wish, ..of(Care::Holiday, Some(occasion.name(language)), None, when) })
            }
            _ => None,
        }
    }

    /// The first of these days that was not settled, else the first.
    fn open(&self, target: Target, days: impl Iterator<Item = (Day, Option<i32>)>) -> Option<(Day, Option<i32>)> {
        let days: Vec<(Day, Option<i32>)> = days.collect();
        let is_open = |day: &Day| care::done(self.client, target, *day).is_none();
        days.iter().find(|(day, _)| is_open(day)).or(days.first()).copied()
    }

    /// A holiday of the client's culture, else of another, and its days from `first` on. On a day of mourning nobody is wished well.
    fn holiday(&self, code: Code, first: Day) -> Option<(&'a Occasion, Vec<Day>)> {
        let snapshot = self.snapshot;
        let own = care::culture(&self.client.facts.client, &snapshot.cultures);
        let culture = own.into_iter().chain(snapshot.cultures.all.iter()).find(|c| c.occasion(code).is_some())?;
        let occasion = culture.occasion(code).filter(|o| !o.mourning)?;
        let days = culture.between(first, first.plus(A_YEAR + 30)).into_iter().filter(|(o, _)| o.code == code);
        Some((occasion, days.map(|(_, day)| day).collect()))
    }

    /// Which reminder of the invoice it would be: 1, 2, or 3 and every one after it.
    pub(super) fn turn(&self, invoice: &InvoiceRow) -> u8 {
        (reminders(&self.client.facts, invoice) + 1).min(LAST_REMINDER) as u8
    }

    /// The same subject with what this template is about, where nothing that fits was named.
    ///
    /// # Errors
    /// The client has nothing of that kind.
    pub fn meant(&self, template: &Template) -> Result<Subject<'a>, Message> {
        let fits = |of: &Use| self.is_about(*of);
        let Some(first) = template.uses.iter().find(|of| of.is_topic()) else { return Ok(*self) };
        let others = template.uses.iter().any(|of| !of.is_topic());
        if others || template.uses.iter().any(fits) {
            return Ok(*self);
        }
        let meant = template.uses.iter().find_map(|of| self.usual(*of));
        let id = match first {
            Use::Appointment => "draft-no-appointment",
            Use::Invoice(_) => "draft-no-invoice",
            Use::Opportunity => "draft-no-opportunity",
            _ => "draft-no-care",
        };
        let client = || text::one_line(self.client.name()).into_owned();
        let about = meant.ok_or_else(|| Message::new(id).with("client", client()).with("template", template.name.as_str()))?;
        Ok(Subject { about: Some(about), ..*self })
    }

    /// Whether the named row is one a template of this use speaks of.
    fn is_about(&self, of: Use) -> bool {
        match of {
            Use::Appointment => self.appointment().is_some(),
            Use::Invoice(_) => self.invoice().is_some(),
            Use::Opportunity => self.opportunity().is_some(),
            Use::Care(kind) => self.greeted().is_some_and(|g| kind.is_none_or(|kind| kind == g.care)),
            _ => false,
        }
    }

    /// What is meant where nothing was named: the next appointment, the invoice that is overdue for longest, the offer that was talked
    /// about last, the care date that is near.
    fn usual(&self, of: Use) -> Option<Target> {
        let facts = &self.client.facts;
        let today = self.now.today();
        match of {
            Use::Appointment => {
                let ahead = facts.appointments.iter().filter(|a| a.start >= self.now.instant && a.ended.is_none());
                ahead.min_by_key(|a| (a.start, a.id)).map(|a| Target::Appointment(a.id))
            }
            Use::Invoice(_) => {
                let late = facts.open_invoices.iter().filter(|i| self.snapshot.invoice_due(i) < today);
                late.min_by_key(|i| (self.snapshot.invoice_due(i), i.id)).map(|i| Target::Invoice(i.id))
            }
            Use::Opportunity => {
                let open = facts.opportunities.iter().filter(|o| o.is_open());
                let offered = |o: &OpportunityRow| matches!(o.state().stage, Stage::Proposal | Stage::FollowUp);
                open.max_by_key(|o| (offered(o), o.state().at, o.id)).map(|o| Target::Opportunity(o.id))
            }
            Use::Care(kind) => {
                let dates = facts.care_dates.iter().map(|row| Target::Care(row.id)).chain([Target::Anniversary]);
                let own = care::culture(&facts.client, &self.snapshot.cultures);
                let kept = own.map(|c| c.between(today.plus(-self.snapshot.policy.care.belated), today.plus(SOON)));
                let holidays = kept.into_iter().flatten().filter(|(o, _)| o.greet).map(|(o, _)| Target::Holiday(o.code));
                let near = dates.chain(holidays).filter_map(|target| Subject { about: Some(target), ..*self }.greeted());
                let near = near.filter(|g| kind.is_none_or(|kind| kind == g.care) && g.day <= today.plus(SOON));
                let near = near.filter(|g| care::done(self.client, g.target, g.day).is_none());
                near.min_by_key(|g| (g.day.since(today).abs(), g.day)).map(|g| g.target)
            }
            _ => None,
        }
    }

    /// How well a template fits the named row; `None` where it does not speak of it. The reminder whose turn it is comes first.
    pub(super) fn fit(&self, template: &Template) -> Option<usize> {
        let rank = |of: &Use| match of {
            Use::Invoice(Some(n)) => {
                let turn = self.turn(self.invoice()?);
                Some(usize::from(turn.abs_diff(*n)))
            }
            of if of.is_topic() && self.is_about(*of) => Some(0),
            _ => None,
        };
        template.uses.iter().filter_map(rank).min()
    }

    /// What can be said of the row, by name.
    pub(super) fn topic_words(&self, all: &mut Map<String, Value>) {
        let today = self.now.today();
        let long = |day: Day| self.words.long_day(day, self.now);
        let line = |text: Option<&str>| text.map(|t| text::one_line(t).into_owned()).unwrap_or_default();
        if let Some(a) = self.appointment() {
            let start = a.start.local(self.now.zone);
            all.insert(
                "appointment".into(),
                json!({
                    "day": long(a.start.day(self.now.zone)),
                    "time": start.format("%H:%M").to_string(),
                    "channel": self.words.get(&format!("draft-channel-{}", a.channel.code())),
                    "is_visit": a.channel == Channel::Visit,
                    "is_call": a.channel == Channel::Call,
                    "place": line(a.place.as_deref()),
                    "minutes": a.minutes.unwrap_or(0),
                }),
            );
        }
        if let Some(i) = self.invoice() {
            let due = self.snapshot.invoice_due(i);
            all.insert(
                "invoice".into(),
                json!({
                    "number": line(i.number.as_deref()),
                    "amount": self.say(&Message::new("draft-money").with("amount", Money { minor: i.amount, currency: i.currency })),
                    "issued": long(i.issued),
                    "due": long(due),
                    "by": long(today.plus(self.snapshot.policy.queue.invoice_again)),
                    "days_late": today.since(due).max(0),
                    "what": line(i.product.as_deref()),
                    "reminder": self.turn(i),
                }),
            );
        }
        if let Some(o) = self.opportunity() {
            all.insert(
                "opportunity".into(),
                json!({
                    "title": line(Some(&o.title)),
                    "amount": if o.amount.minor > 0 { self.say(&Message::new("draft-money").with("amount", o.amount)) } else { String::new() },
                    "since": long(o.state().at.day(self.now.zone)),
                    "offered": matches!(o.state().stage, Stage::Proposal | Stage::FollowUp),
                }),
            );
        }
        if let Some(g) = self.greeted() {
            let whose = g.person.and_then(|id| self.detail.people.iter().find(|p| p.id == id));
            all.insert(
                "care".into(),
                json!({
                    "kind": g.care.code(),
                    "occasion": g.name,
                    "wish": g.wish,
                    "person": whose.map(|p| line(Some(&p.name))).unwrap_or_default(),
                    "years": g.years.unwrap_or(0),
                    "day": long(g.day),
                    "is_today": g.day == today,
                    "is_belated": g.day < today,
                    "is_ahead": g.day > today,
                }),
            );
        }
    }

    /// What the years together were, from the record alone (S50, S57).
    pub(super) fn review_words(&self) -> Value {
        let (facts, today) = (&self.client.facts, self.now.today());
        let years = |day: Day| {
            let (from, to) = (day.date(), today.date());
            to.year() - from.year() - i32::from((to.month(), to.day()) < (from.month(), from.day()))
        };
        let running = facts.engagements.iter().filter(|e| e.start <= today && !e.is_over(today));
        json!({
            "since": facts.began.map(|day| self.words.long_day(day, self.now)).unwrap_or_default(),
            "years": facts.began.map_or(0, years).max(0),
            "projects": running.map(|e| text::one_line(&e.title).into_owned()).collect::<Vec<_>>(),
            "talks": facts.worked.iter().filter(|day| today.since(**day) < 365).count(),
        })
    }
}

#[cfg(test)]
mod tests;
