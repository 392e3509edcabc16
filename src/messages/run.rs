//! One template to many clients: who can be written to, who is left out and why, and what is written once it went out (S16, S52, S111).
//! What a single draft is made of is `messages`', how one leaves the program `hand_over`'s.

mod why;

pub use why::Why;

use super::template::Care;
use super::{Draft, Subject, Template, Use, address_of, draft, find, names};
use crate::config::Config;
use crate::domain::action::{NewCampaign, NewSent, NewTouch};
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::occasion::Code;
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::i18n::{Lang, Words};
use crate::portfolio::{Assessed, Snapshot, care};
use crate::store::{ClientDetail, SentDetail};
use chrono::Datelike;
use std::collections::BTreeSet;
use std::path::Path;

/// Days before a holiday from which it can be greeted: as many as it can be settled before.
const AHEAD: i32 = 92;

/// A client that was chosen, and the care date the message greets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The client.
    pub client: Id,
    /// What it greets, and the day that falls on.
    pub greets: Option<(Target, Day)>,
}

/// What a run is made from.
pub struct Order<'a> {
    /// The book.
    pub snapshot: &'a Snapshot,
    /// The template's name.
    pub template: &'a str,
    /// Where the user's own templates lie.
    pub config_dir: &'a Path,
    /// Every language there is.
    pub voices: &'a [Words],
    /// Who writes.
    pub config: &'a Config,
    /// The channel that is meant for all, where one is.
    pub channel: Option<Channel>,
    /// Clients the user takes in although a case of theirs is open.
    pub taken: &'a BTreeSet<Id>,
    /// The moment.
    pub now: &'a Now,
}

/// A message that can go out.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready {
    /// The message.
    pub draft: Draft,
    /// The language it is written in.
    pub lang: Lang,
    /// Why it cannot go as a mail, where that is not how it goes.
    pub no_mail: Option<Why>,
}

/// Everybody chosen, each either ready or left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The template.
    pub template: String,
    /// What the messages are for.
    pub purpose: Purpose,
    /// How many were chosen.
    pub chosen: usize,
    /// Who can be written to, in the order they were chosen.
    pub ready: Vec<Ready>,
    /// Who is left out and why, in that order.
    pub refused: Vec<(Id, Why)>,
}

/// The mail that every client gets now and then.
const MONTHLY: &str = "monthly-mail";

/// The templates that can go to many: neither of a case nor of a project, what suits the occasion first. `greets` is what is greeted.
pub fn templates(config_dir: &Path, lang: Lang, greets: Option<Target>) -> Vec<String> {
    let wished = |template: &Template| match greets {
        Some(Target::Holiday(_)) => template.uses.contains(&Use::Care(Some(Care::Holiday))),
        Some(Target::Anniversary) => template.uses.contains(&Use::Care(Some(Care::Anniversary))),
        _ => template.uses.contains(&Use::Care(Some(Care::Birthday))),
    };
    let place = |template: &Template| match (greets, template.purpose) {
        (Some(_), Purpose::Greeting) if wished(template) => Some(0),
        (Some(_), Purpose::Greeting) if template.uses.contains(&Use::Care(None)) => Some(1),
        // A text for one kind of day says nothing on another.
        (Some(Target::Holiday(_) | Target::Anniversary), _) if is_of_day(template) => None,
        (Some(_), Purpose::Greeting) => Some(2),
        (None, _) if template.name == MONTHLY => Some(0),
        (None, Purpose::Greeting) => Some(4),
        _ => Some(3),
    };
    let mut found: Vec<(usize, String)> = Vec::new();
    for name in names(config_dir, lang) {
        let Ok(Some(template)) = find(config_dir, lang, &name) else { continue };
        if is_for_many(&template) {
            found.extend(place(&template).map(|place| (place, name)));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, name)| name).collect()
}

/// Whether a template greets on a kind of day and on no other.
fn is_of_day(template: &Template) -> bool {
    !template.uses.is_empty() && template.uses.iter().all(|of| matches!(of, Use::Care(Some(_))))
}

/// Whether a template speaks of nothing that only one client has.
pub fn is_for_many(template: &Template) -> bool {
    template.uses.is_empty() || template.uses.iter().any(|of| matches!(of, Use::Client | Use::Care(_)))
}

/// The day of a holiday that is meant now: of the last days, while a belated wish is still one, else the next one of this season.
pub fn day_of(snapshot: &Snapshot, code: Code, today: Day) -> Option<Day> {
    let (first, last) = (today.plus(-snapshot.policy.care.belated), today.plus(AHEAD));
    let years = first.date().year()..=last.date().year();
    let days = years.flat_map(|year| snapshot.cultures.all.iter().flat_map(move |culture| culture.days(year)));
    let of = days.filter(|(occasion, day)| occasion.code == code && (first..=last).contains(day));
    of.map(|(_, day)| day).min()
}

/// A template in every language it has.
pub struct Texts(Vec<(Lang, Result<Template, Message>)>);

impl Texts {
    /// What messages of it are for: where the languages differ, what is held back most.
    pub fn purpose(&self) -> Purpose {
        self.0.iter().flat_map(|(_, text)| text).map(|text| text.purpose).max().unwrap_or(Purpose::Service)
    }
}

/// What is known of a client before anything is written.
struct Facts<'a> {
    client: &'a Assessed,
    detail: &'a ClientDetail,
    greets: Option<(Target, Day)>,
}

impl Order<'_> {
    /// The template in every language it has; one that cannot be read only leaves out those who would get it.
    ///
    /// # Errors
    /// There is no such template in any language, or it speaks of what only one client has.
    pub fn texts(&self) -> Result<Texts, Message> {
        let found = self.voices.iter().map(|words| (words.lang, find(self.config_dir, words.lang, self.template)));
        let texts: Vec<(Lang, Result<Template, Message>)> =
            found.filter_map(|(lang, found)| Some((lang, found.transpose()?))).collect();
        let refused = |id: &'static str| Err(Message::new(id).with("template", self.template));
        if texts.is_empty() {
            return refused("run-no-template");
        }
        if texts.iter().flat_map(|(_, text)| text).any(|text| !is_for_many(text)) {
            return refused("run-not-for-many");
        }
        Ok(Texts(texts))
    }

    /// Who can be written to what. `detail` reads what the fold leaves out of a client; a client that is chosen twice counts once.
    ///
    /// # Errors
    /// What `detail` refuses.
    pub fn run<E>(
        &self,
        texts: &Texts,
        chosen: &[Chosen],
        mut detail: impl FnMut(Id) -> Result<Option<ClientDetail>, E>,
    ) -> Result<Run, E> {
        let purpose = texts.purpose();
        let mut run = Run { template: self.template.to_owned(), purpose, chosen: 0, ready: Vec::new(), refused: Vec::new() };
        let mut seen = BTreeSet::new();
        for one in chosen.iter().filter(|one| seen.insert(one.client)) {
            run.chosen += 1;
            let known = self.snapshot.client(one.client);
            let read = if known.is_some() { detail(one.client)? } else { None };
            let made = match (known, &read) {
                (Some(client), Some(detail)) => self.one(&Facts { client, detail, greets: one.greets }, &texts.0, purpose),
                _ => Err(Why::Vanished),
            };
            match made {
                Ok(ready) => run.ready.push(ready),
                Err(why) => run.refused.push((one.client, why)),
            }
        }
        Ok(run)
    }

    fn one(&self, of: &Facts<'_>, texts: &[(Lang, Result<Template, Message>)], purpose: Purpose) -> Result<Ready, Why> {
        let status = of.client.status;
        if matches!(status, Status::Lost | Status::Stopped) || !of.client.facts.exists {
            return Err(Why::Gone(status));
        }
        self.greeted(of, of.greets, Purpose::Service)?;
        if purpose != Purpose::Service && !self.taken.contains(&of.client.id()) {
            let upset = |case: &&crate::portfolio::Case| {
                let kind = matches!(case.row.kind, ComplaintKind::Complaint | ComplaintKind::Conflict);
                kind && case.progress.status.is_unsettled()
            };
            if let Some(case) = of.client.cases.iter().find(upset) {
                return Err(Why::Case(case.row.no));
            }
        }
        let lang = Lang::of(care::language(&of.client.facts.client, &self.snapshot.cultures));
        let words = self.voices.iter().find(|words| words.lang == lang);
        let text = texts.iter().find(|(of, _)| *of == lang).map(|(_, text)| text);
        let (Some(words), Some(text)) = (words, text) else { return Err(Why::NoText(lang)) };
        let template = text.as_ref().map_err(|why| Why::Unfilled(why.clone()))?;
        let plain = Subject::new(self.snapshot, of.client, of.detail, self.config, words);
        let subject = Subject { about: of.greets.map(|(target, _)| target), now: self.now, ..plain };
        let mut draft = match draft(&subject, template) {
            Ok(draft) => draft,
            Err(why) => {
                // Whoever had the greeting has no day to be greeted on: that is the reason, not the text.
                self.greeted(of, None, purpose)?;
                return Err(Why::Unfilled(why));
            }
        };
        if let Some(greets) = of.greets.filter(|_| purpose == Purpose::Greeting) {
            draft.greets = Some(greets);
        }
        self.greeted(of, draft.greets, purpose)?;
        if let Some(channel) = self.channel.filter(|channel| channel.is_sent()) {
            (draft.channel, draft.address) = (channel, address_of(&subject, channel));
        }
        if purpose == Purpose::News {
            self.news(of, &draft)?;
        }
        if draft.address.as_deref().is_none_or(|address| address.trim().is_empty()) {
            return Err(Why::NoAddress(draft.channel));
        }
        self.may(of, purpose, draft.channel)?;
        let no_mail = match (&draft.mail, draft.channel) {
            (_, Channel::Email) => None,
            (None, _) => Some(Why::NoAddress(Channel::Email)),
            (Some(_), _) => self.may(of, purpose, Channel::Email).err(),
        };
        Ok(Ready { draft, lang, no_mail })
    }

    /// Whether they are greeted already: for this day; where it greets no day, by the same text this year.
    fn greeted(&self, of: &Facts<'_>, greets: Option<(Target, Day)>, purpose: Purpose) -> Result<(), Why> {
        let year = |day: Day| day.date().year();
        let on = |sent: &SentDetail| sent.at.day(self.now.zone);
        match greets {
            Some((target, day)) => match care::done(of.client, target, day) {
                Some(CareDone::Greeted) => Err(Why::Greeted(day)),
                Some(CareDone::Skipped) => Err(Why::LetPass(day)),
                None => Ok(()),
            },
            None if purpose == Purpose::Greeting => {
                let same = |s: &&SentDetail| s.template == self.template && s.purpose == Purpose::Greeting;
                let mut same = of.detail.sent.iter().filter(same);
                match same.find(|s| year(on(s)) == year(self.now.today())) {
                    Some(sent) => Err(Why::Greeted(on(sent))),
                    None => Ok(()),
                }
            }
            None => Ok(()),
        }
    }

    /// News have a measure, and the same are told once (S32).
    fn news(&self, of: &Facts<'_>, draft: &Draft) -> Result<(), Why> {
        let rules = &self.snapshot.policy.messages;
        let since = self.now.today().plus(-rules.cap_days);
        let on = |sent: &SentDetail| sent.at.day(self.now.zone);
        let had = of.detail.sent.iter().filter(|s| s.purpose == Purpose::News && on(s) > since).count();
        if had >= rules.cap {
            return Err(Why::Capped { had, days: rules.cap_days });
        }
        let subject = Some(draft.subject.trim()).filter(|subject| !subject.is_empty());
        let same =
            |s: &&crate::store::SentDetail| s.template == self.template && s.subject.as_deref().map(str::trim) == subject;
        match of.detail.sent.iter().find(same) {
            Some(sent) => Err(Why::Sent(on(sent))),
            None => Ok(()),
        }
    }

    /// Whether they agree to a text of this purpose on this channel.
    fn may(&self, of: &Facts<'_>, purpose: Purpose, channel: Channel) -> Result<(), Why> {
        let word = crate::portfolio::consent::of_channel(&of.detail.consents, channel);
        match word.map(|word| word.state) {
            Some(ConsentState::Withdrawn) => Err(Why::Withdrawn(channel)),
            None if purpose == Purpose::News && self.snapshot.policy.messages.opt_in => Err(Why::NoConsent(channel)),
            _ => Ok(()),
        }
    }
}

impl Ready {
    /// What is written once it went out. `note` names the subject and the template; `fulfils` is the appointment it was.
    pub fn sent(&self, note: String, fulfils: Option<Id>, now: &Now) -> NewSent {
        let touch = NewTouch {
            client: self.draft.client,
            person: None,
            channel: self.draft.channel,
            direction: Direction::Out,
            outcome: Outcome::Reached,
            at: now.instant,
            minutes: None,
            flag: None,
            note: Some(note),
            again: None,
        };
        let subject = Some(self.draft.subject.clone()).filter(|subject| !subject.trim().is_empty());
        NewSent { touch, subject, greets: self.draft.greets, fulfils, notes: self.draft.notes.clone() }
    }
}

impl Run {
    /// What is written of those that went out, as one step; `None` where none did.
    pub fn logged<'a>(
        &self,
        out: impl IntoIterator<Item = &'a Ready>,
        snapshot: &Snapshot,
        words: &Words,
        now: &Now,
    ) -> Option<NewCampaign> {
        let member = |ready: &Ready| {
            let draft = &ready.draft;
            let what =
                Message::new("draft-note").with("subject", draft.subject.as_str()).with("template", draft.template.as_str());
            ready.sent(words.say(&what, now), snapshot.fulfilled(draft.client, draft.channel, now.instant), now)
        };
        let members: Vec<NewSent> = out.into_iter().map(member).collect();
        let title = members.first()?.subject.clone().unwrap_or_else(|| self.template.clone());
        Some(NewCampaign { template: self.template.clone(), title, purpose: self.purpose, members })
    }

    /// How many are left out for the same kind of reason, the most frequent first.
    pub fn reasons(&self) -> Vec<(Message, usize)> {
        let mut out: Vec<(&'static str, usize)> = Vec::new();
        for (_, why) in &self.refused {
            match out.iter_mut().find(|(kind, _)| *kind == why.kind()) {
                Some((_, count)) => *count += 1,
                None => out.push((why.kind(), 1)),
            }
        }
        out.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        out.into_iter().map(|(kind, count)| (Message::new(kind).with("count", count), count)).collect()
    }

    /// The counts in one line: so many chosen, so many ready, so many left out for each reason.
    pub fn counts(&self) -> Message {
        let left: Option<Message> = self
            .reasons()
            .into_iter()
            .map(|(words, _)| words)
            .reduce(|all, next| Message::new("run-counts-join").with("first", all).with("next", next));
        let all = Message::new("run-counts").with("chosen", self.chosen).with("ready", self.ready.len());
        match left {
            Some(left) => Message::new("run-counts-left").with("counts", all).with("left", left),
            None => all,
        }
    }
}

#[cfg(test)]
mod tests;
