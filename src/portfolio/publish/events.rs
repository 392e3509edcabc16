//! The calendar: contacts of the plan on their days, what is agreed with its time, clocks of cases.

use super::cards::Who;
use super::{Extra, Publication, stamp};
use crate::domain::day::{Day, Moment};
use crate::domain::message::Message;
use crate::domain::words::Channel;
use crate::interchange::ics::{Entry, When};
use crate::portfolio::ahead::Ahead;
use crate::portfolio::assess::Assessed;
use crate::portfolio::cases::Stand;
use crate::portfolio::visits::end_of;
use chrono::Datelike;

/// Minutes of the event that ends with a limit.
const LAST: i64 = 15;

impl Publication<'_> {
    /// The contacts of a client's plan. The next one of a channel keeps its name wherever it moves; those that come again are named by
    /// their week, so that a contact that was made on its day renames none of them.
    pub(super) fn contacts(&self, client: &Assessed, ahead: &[Ahead], out: &mut Vec<Entry>) {
        let today = self.book.now.today();
        for contact in ahead {
            let base = format!("touchbase-contact-{}-{}", client.id(), contact.channel.code());
            let week = contact.day.date().iso_week();
            let uid = if contact.again { format!("{base}-{}W{:02}", week.year(), week.week()) } else { base };
            let mut text = Vec::new();
            let late = client.plan.iter().find(|r| !contact.again && r.channel == contact.channel && r.is_overdue(today));
            text.extend(late.map(|late| self.late(late.due)));
            text.extend(self.lines(client, contact.channel));
            out.push(Entry {
                uid,
                stamp: stamp(client.id()),
                when: When::Day(contact.day),
                title: self.title(client, contact.channel),
                place: self.place(client, contact.channel),
                text,
                alarm: None,
            });
        }
    }

    /// What is agreed, also of today and before, until it is said whether it happened.
    pub(super) fn appointments(&self, client: &Assessed, out: &mut Vec<Entry>) {
        let rules = &self.book.policy.queue;
        for a in &client.facts.appointments {
            let mut text = self.lines(client, a.channel);
            text.extend(a.note.clone().filter(|_| self.ask.has(Extra::Notes)));
            let own = a.place.as_deref().map(str::trim).filter(|p| !p.is_empty()).map(|p| self.name(p));
            out.push(Entry {
                uid: format!("touchbase-appointment-{}", a.id),
                stamp: stamp(a.id),
                when: When::Span(a.start, end_of(a.start, a.minutes)),
                title: self.title(client, a.channel),
                place: own.or_else(|| self.place(client, a.channel)),
                text,
                alarm: Some(if a.channel == Channel::Visit { rules.remind_visit } else { rules.remind }),
            });
        }
    }

    /// Cases in which something is to be done: the last minutes of a limit, and on its day the question whether all is well.
    pub(super) fn cases(&self, client: &Assessed, out: &mut Vec<Entry>) {
        let now = &self.book.now;
        for case in client.cases.iter().filter(|c| !c.is_closed()) {
            let stand = self.book.readings(case, now).stand(case);
            let (id, when) = match stand {
                Stand::Answer(r) if !r.is_breached() => ("publish-case-answer", Some(r.due)),
                Stand::Solve(r) if !r.is_breached() => ("publish-case-solve", Some(r.due)),
                Stand::Answer(_) => ("publish-case-answer", None),
                Stand::Solve(_) | Stand::Open => ("publish-case-solve", None),
                Stand::FollowUp(_) => ("publish-case-ask", None),
                Stand::Waiting(_) | Stand::Offered(_) | Stand::Close | Stand::Closed => continue,
            };
            let day = match stand {
                Stand::FollowUp(day) => day.max(now.today()),
                _ => now.today(),
            };
            let mut text = Vec::new();
            match (when, stand.reading()) {
                (Some(_), _) => text.push(self.say(&Message::new("publish-case-limit"))),
                (None, Some(_)) => text.push(self.say(&Message::new("publish-case-late"))),
                (None, None) => {}
            }
            text.extend(self.lines(client, Channel::Call));
            text.extend(self.ask.has(Extra::Notes).then(|| case.row.text.clone()));
            let title = Message::new(id).with("client", self.name(client.name())).with("no", case.row.no.to_string());
            out.push(Entry {
                uid: format!("touchbase-case-{}", case.row.id),
                stamp: stamp(case.row.id),
                when: when.map_or(When::Day(day), |due| When::Span(Moment(due.0 - LAST * 60), due)),
                title: self.say(&title),
                place: None,
                text,
                alarm: when.map(|_| self.book.policy.queue.remind),
            });
        }
    }

    /// The day something was due that stands on another.
    pub(super) fn late(&self, due: Day) -> String {
        self.say(&Message::new("publish-late").with("day", due.date().format("%Y-%m-%d").to_string()))
    }

    /// `Call Lotus Spa (Li Min)`.
    fn title(&self, client: &Assessed, channel: Channel) -> String {
        let id = match channel {
            Channel::Visit => "publish-visit",
            Channel::Meeting => "publish-meeting",
            Channel::Call => "publish-call",
            Channel::Message => "publish-message",
            Channel::Email => "publish-email",
            Channel::Letter => "publish-letter",
            Channel::Unknown => "publish-contact",
        };
        self.say(&Message::new(id).with("who", self.who(client, channel)))
    }

    /// The client, and whom there.
    fn who(&self, client: &Assessed, channel: Channel) -> String {
        let name = self.name(client.name());
        let person = self.reach.get(&client.id()).and_then(|reach| reach.person(channel)).map(|p| self.name(&p.name));
        match person.filter(|person| *person != name) {
            Some(person) => self.say(&Message::new("publish-who").with("client", name).with("person", person)),
            None => name,
        }
    }

    /// Where to go to.
    fn place(&self, client: &Assessed, channel: Channel) -> Option<String> {
        let reach = self.reach.get(&client.id()).filter(|_| channel == Channel::Visit)?;
        reach.address().map(|place| self.name(place))
    }

    /// How to reach them, and what was asked for beside it.
    fn lines(&self, client: &Assessed, channel: Channel) -> Vec<String> {
        let person = self.reach.get(&client.id()).and_then(|reach| reach.person(channel));
        self.lines_of(client, channel, person)
    }

    /// The same of one person.
    pub(super) fn lines_of<'r>(&'r self, client: &Assessed, channel: Channel, person: Option<&'r Who>) -> Vec<String> {
        let mut out = Vec::new();
        let reach = self.reach.get(&client.id());
        for (id, value) in reach.map(|reach| reach.ways(channel, person)).unwrap_or_default() {
            out.push(self.say(&Message::new(id).with("value", self.name(value))));
        }
        if self.ask.has(Extra::Tier) {
            out.push(self.say(&Message::new("publish-tier").with("tier", client.tier.label())));
        }
        if self.ask.has(Extra::Risk) {
            out.push(self.say(&Message::new("publish-risk").with("level", Message::new(client.risk.level().name()))));
        }
        if self.ask.has(Extra::Tags) && !client.facts.tags.is_empty() {
            let tags: Vec<String> = client.facts.tags.iter().map(|t| format!("#{t}")).collect();
            out.push(self.name(&tags.join(" ")));
        }
        if let Some(note) = reach.and_then(|reach| reach.note.as_deref()).filter(|_| self.ask.has(Extra::Notes)) {
            out.push(self.say(&Message::new("publish-note").with("text", self.name(note))));
        }
        out
    }
}
