//! Messages to clients: which template fits, the draft made of it, and the ways it leaves the program. Nothing is written to the book
//! from here: a draft is handed over, and logged by an action once it went out.

mod context;
mod engine;
mod hand_over;
mod insert;
mod language;
mod letter;
mod progress;
pub mod run;
mod template;
mod topic;

pub use context::Subject;
pub use hand_over::{Leash, Way};
pub use letter::Letter;
pub use template::{Source, Template, Use, find, names};

use crate::domain::action::{Action, NewCampaign, NewCaseEvent, NewSent, NewTouch};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::portfolio::row::serves;
use crate::portfolio::{Case, answer_channel, consent, playbooks};
use crate::text;
use std::path::Path;

/// The template that tells a client how a project goes (S9, S49).
pub const PROGRESS: &str = "progress-report";
/// The template that every client can be sent (S7).
pub const TERMS: &str = "service-terms";

/// What is said in calm days: nobody with an open case wants to be asked for a mark or told news.
const OF_CALM_DAYS: [&str; 5] = ["monthly-mail", "survey", "business-review", "news", "goodbye"];

/// A message to a client, ready to be copied.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The name of its template.
    pub template: String,
    /// Where that comes from.
    pub source: Source,
    /// One line.
    pub subject: String,
    /// The text.
    pub body: String,
    /// How it goes out.
    pub channel: Channel,
    /// The address it goes to, where one is known.
    pub address: Option<String>,
    /// Who is written to: a person, else the client.
    pub to: String,
    /// The address a mail to them would go to, whatever the channel; as it is kept, not yet looked at.
    pub mail: Option<String>,
    /// To whom.
    pub client: Id,
    /// The case it is about.
    pub case: Option<Id>,
    /// The project it tells of.
    pub project: Option<Id>,
    /// What it is for.
    pub purpose: Purpose,
    /// The care date it greets, and the day that falls on.
    pub greets: Option<(Target, Day)>,
    /// The invoice it reminds of, and the days until that returns.
    pub reminds: Option<(Id, i32)>,
    /// The event of that case it is, where sending it is a step.
    pub event: Option<CaseEventKind>,
    /// What it promises the client, where it is the answer that does.
    pub promised: Option<Moment>,
    /// Somebody is upset or time is short: a call comes first (S73).
    pub call_first: bool,
    /// What they said against a text on this channel, and against a mail where it could leave as one (S52).
    pub unwelcome: Vec<Message>,
    /// The knowledge notes that were put into it, by name, each once.
    pub notes: Vec<String>,
}

impl Draft {
    /// Whether it has a subject where it is read.
    pub fn has_subject(&self) -> bool {
        self.channel != Channel::Message && !self.subject.is_empty()
    }

    /// What they said against being written to, each as a line; an answer or a notice may go all the same, and the line says so.
    pub fn warnings(&self) -> impl Iterator<Item = Message> {
        let id = if self.purpose == Purpose::Service { "draft-unwelcome-service" } else { "draft-unwelcome" };
        self.unwelcome.iter().map(move |said| Message::new(id).with("what", said.clone()))
    }

    /// It went out as a mail, whatever was meant before.
    pub fn as_mail(&mut self) {
        if self.mail.is_some() {
            (self.channel, self.address) = (Channel::Email, self.mail.clone());
        }
    }

    /// Places in brackets that a template leaves to be filled in by hand: `[ what happened ]`, `【 发生了什么 】`.
    pub fn gaps(&self) -> usize {
        let count = |open: &str, close: &str| {
            let after = self.body.split(open).skip(1);
            after.filter(|rest| rest.lines().next().is_some_and(|line| line.contains(close))).count()
        };
        count("[ ", " ]") + count("【 ", " 】")
    }

    /// The text as it is copied: a mail begins with its subject.
    pub fn text(&self) -> String {
        if self.has_subject() { format!("{}\n\n{}", self.subject, self.body) } else { self.body.clone() }
    }

    /// Takes the text as it was changed by hand.
    pub fn edit(&mut self, text: &str) {
        let text = text.trim();
        match text.split_once('\n').filter(|_| self.has_subject()) {
            Some((subject, body)) => {
                self.subject = text::one_line(subject).into_owned();
                self.body = body.trim().to_owned();
            }
            None => self.body = text.to_owned(),
        }
    }

    /// What is written once it went out: the event of the case, with the contact it was; else the message as a contact, with the report
    /// of the project, the reminder of the invoice or the greeting that it was. `note` names the template in the latter; `fulfils` is
    /// the appointment that contact was. Each knowledge note that was put into it counts as used once.
    pub fn logged(&self, note: String, fulfils: Option<Id>, now: &Now) -> Action {
        if let (Some(complaint), Some(kind)) = (self.case, self.event) {
            // What was offered stands in the letter, not in its heading.
            let said = format!("{}\n\n{}", self.subject, self.body);
            let step = Action::LogCase(Box::new(NewCaseEvent {
                complaint,
                kind,
                at: now.instant,
                text: Some(said.trim().to_owned()).filter(|text| !text.is_empty()),
                rating: None,
                promised: self.promised.filter(|at| *at > now.instant),
                channel: Some(self.channel),
                minutes: None,
                corrects: None,
                fulfils,
            }));
            if self.notes.is_empty() {
                return step;
            }
            let used = Action::UseNotes { client: self.client, names: self.notes.clone(), at: now.instant };
            return Action::Together(vec![step, used]);
        }
        let touch = NewTouch {
            client: self.client,
            person: None,
            channel: self.channel,
            direction: Direction::Out,
            outcome: Outcome::Reached,
            at: now.instant,
            minutes: None,
            flag: None,
            note: Some(note),
            again: None,
        };
        let subject = Some(self.subject.clone()).filter(|subject| !subject.is_empty());
        let member = NewSent { touch, subject, greets: self.greets, fulfils, notes: self.notes.clone() };
        let (template, title, purpose) = (self.template.clone(), self.subject.clone(), self.purpose);
        let contact = Action::LogSent(Box::new(NewCampaign { template, title, purpose, members: vec![member] }));
        if let Some(engagement) = self.project {
            return Action::Together(vec![Action::ReportProgress { engagement, on: now.today() }, contact]);
        }
        match self.reminds {
            Some((invoice, days)) => {
                Action::Together(vec![Action::RemindInvoice { invoice, until: now.today().plus(days) }, contact])
            }
            None => contact,
        }
    }
}

/// The shipped template of a step: an answer to a complaint is sorry, one to an enquiry is not.
pub fn for_step(kind: ComplaintKind, step: CaseEventKind) -> &'static str {
    match step {
        CaseEventKind::Propose => "complaint-propose",
        CaseEventKind::Resolve => "complaint-resolved",
        CaseEventKind::FollowUp | CaseEventKind::Close => "complaint-follow-up",
        CaseEventKind::Reopen => "complaint-reopened",
        _ => match kind {
            ComplaintKind::Complaint | ComplaintKind::Conflict | ComplaintKind::Support => "complaint-acknowledge",
            ComplaintKind::Enquiry | ComplaintKind::Suggestion => "enquiry-acknowledge",
        },
    }
}

/// The steps of a case that can be written about now, the one that is next first. What was just done comes behind what is to be done:
/// who logs first and writes then finds it there.
pub fn steps(case: &Case) -> Vec<CaseEventKind> {
    use CaseEventKind::*;
    let progress = &case.progress;
    let back = progress.reopened.last().is_some_and(|at| *at >= progress.heard);
    let mut steps = match progress.status {
        CaseStatus::Registered => vec![Acknowledge],
        CaseStatus::Acknowledged => vec![Propose, Acknowledge],
        CaseStatus::Rejected => vec![Propose],
        CaseStatus::Proposed => vec![Resolve, Propose],
        CaseStatus::Resolved => vec![FollowUp, Resolve],
        CaseStatus::FollowedUp => vec![FollowUp],
        CaseStatus::Closed => vec![Reopen],
    };
    if back && progress.status.is_unsettled() {
        steps.insert(0, Reopen);
    }
    steps
}

/// The event that sending a template of this step is, where the case stands.
fn event(case: &Case, step: CaseEventKind) -> Option<CaseEventKind> {
    use CaseEventKind::*;
    let progress = &case.progress;
    let kind = match (step, progress.status) {
        // It is written to a client whose case is open again already.
        (Reopen, status) if status.is_unsettled() => Acknowledge,
        // The offer was logged before; to write it down is not another one.
        (Propose, CaseStatus::Proposed) => return None,
        (Resolve, status) if !status.is_unsettled() => return None,
        (step, _) => step,
    };
    progress.allows(kind, None).ok().map(|()| kind)
}

/// The step of a case a template is for, the most urgent first; `None` where it is for none that can be written about now.
fn step_of(template: &Template, case: &Case) -> Option<CaseEventKind> {
    let is_for = |step: &CaseEventKind| {
        template.uses.iter().any(|of| matches!(of, Use::Step(kind, s) if s == step && kind.is_none_or(|k| k == case.row.kind)))
    };
    steps(case).into_iter().find(is_for)
}

/// Where stands what fits whatever the row is.
const ANYTHING: usize = 90;

/// How well a template fits, the best first; `None` where it makes no sense.
fn place(template: &Template, subject: &Subject<'_>) -> Option<usize> {
    const USUAL: usize = 5;
    const MEANT: usize = 50;
    let uses = &template.uses;
    if subject.project.is_some() && uses.contains(&Use::Project) {
        return Some(0);
    }
    if let Some(fit) = subject.fit(template) {
        return Some(fit);
    }
    let case = subject.case.map(|(case, _)| case);
    let step = case.and_then(|case| Some((case, step_of(template, case)?)));
    if let Some(place) = step.and_then(|(case, step)| steps(case).iter().position(|s| *s == step)) {
        return Some(place);
    }
    if uses.is_empty() || uses.contains(&Use::Client) {
        if case.is_some() && OF_CALM_DAYS.contains(&template.name.as_str()) {
            return None;
        }
        let is_usual = usual(subject).is_some_and(|name| name == template.name);
        return Some(if is_usual { USUAL } else { ANYTHING });
    }
    // What was not named can still be there: an invoice that is late, a birthday tomorrow. A case is spoken of alone.
    let is_alone = case.is_none() && subject.project.is_none() && uses.iter().any(|of| of.is_topic());
    (is_alone && subject.meant(template).is_ok_and(|s| s.fit(template) == Some(0))).then_some(MEANT)
}

/// The template that is usually meant on a row that has none of its own.
fn usual<'a>(subject: &Subject<'a>) -> Option<&'a str> {
    match subject.about? {
        Target::Step(step) => playbooks::step(subject.client, step).and_then(|(_, step)| step.template.as_deref()),
        Target::Contact(channel) if channel.is_sent() => Some("monthly-mail"),
        Target::BusinessReview | Target::Renewal(_) => Some("business-review"),
        _ => None,
    }
}

/// A draft from a template.
///
/// # Errors
/// What the template says that cannot be filled.
pub fn draft(subject: &Subject<'_>, template: &Template) -> Result<Draft, Message> {
    let subject = &subject.meant(template)?;
    let values = subject.values();
    let file = template.file();
    let head = engine::fill(template.subject(&file), &values)?;
    let body = engine::fill(template.body(&file), &values)?;
    let case = subject.case.map(|(case, _)| case);
    let step = case.and_then(|case| step_of(template, case));
    let event = case.zip(step).and_then(|(case, step)| event(case, step));
    let (channel, address) = way(subject, template);
    let mail = address_of(subject, Channel::Email);
    let again = subject.snapshot.policy.queue.invoice_again;
    let calls = |case: &Case| answer_channel(case, subject.client) == Channel::Call;
    let mut ways = vec![channel];
    ways.extend(mail.as_ref().filter(|_| channel != Channel::Email).map(|_| Channel::Email));
    let mut unwelcome: Vec<Message> = Vec::new();
    for said in ways.into_iter().filter_map(|way| consent::against(&subject.detail.consents, way)) {
        if !unwelcome.contains(&said) {
            unwelcome.push(said);
        }
    }
    Ok(Draft {
        template: template.name.clone(),
        source: template.source.clone(),
        // A name with a line break in it must not become a heading of the mail.
        subject: text::one_line(&head).into_owned(),
        body: body.trim_matches('\n').trim_end().to_owned(),
        channel,
        address,
        to: subject.addressed().map_or(subject.client.name(), |person| &person.name).to_owned(),
        mail,
        client: subject.client.id(),
        case: case.map(|case| case.row.id),
        project: subject.project.filter(|_| template.uses.contains(&Use::Project)).map(|p| p.project.id),
        purpose: template.purpose,
        greets: subject.greeted().map(|g| (g.target, g.day)).filter(|_| template.purpose == Purpose::Greeting),
        reminds: subject
            .invoice()
            .filter(|_| template.uses.iter().any(|of| matches!(of, Use::Invoice(_))))
            .map(|i| (i.id, again)),
        event,
        promised: subject.promise().filter(|_| event == Some(CaseEventKind::Acknowledge)),
        call_first: case.is_some_and(calls) && event == Some(CaseEventKind::Acknowledge),
        unwelcome,
        notes: Vec::new(),
    })
}

/// How a text goes out, and to which address: as the client prefers where that carries a text, else as the template suggests, else by
/// message; by another way where only that has an address.
fn way(subject: &Subject<'_>, template: &Template) -> (Channel, Option<String>) {
    let preferred = subject.client.facts.client.preferred_channel.filter(|c| c.is_sent());
    let wanted = preferred.or(template.channel).unwrap_or(Channel::Message);
    let address = |channel| address_of(subject, channel);
    if let Some(address) = address(wanted) {
        return (wanted, Some(address));
    }
    let others = [Channel::Message, Channel::Email].into_iter().filter(|c| *c != wanted && preferred.is_none());
    others.filter_map(|c| address(c).map(|a| (c, Some(a)))).next().unwrap_or((wanted, None))
}

/// The address of a channel that is still right. Whoever is addressed is written to at an address of their own, where one is known.
fn address_of(subject: &Subject<'_>, channel: Channel) -> Option<String> {
    let whose = subject.addressed().map(|person| person.id);
    let points = subject.detail.points.iter().filter(|p| p.invalid_since.is_none() && serves(p.kind, channel));
    points.min_by_key(|p| p.person.is_none_or(|id| Some(id) != whose)).map(|p| p.value.trim().to_owned())
}

/// Every draft that makes sense, the one that is meant first. A template of the user's own that cannot be used stands in its place with
/// the reason.
pub fn drafts(subject: &Subject<'_>, config_dir: &Path) -> Vec<(String, Result<Draft, Message>)> {
    let lang = subject.words.lang;
    let mut found: Vec<(usize, String, Result<Draft, Message>)> = Vec::new();
    for name in names(config_dir, lang) {
        match find(config_dir, lang, &name) {
            Ok(Some(template)) => {
                if let Some(place) = place(&template, subject) {
                    found.push((place, name, draft(subject, &template)));
                }
            }
            Ok(None) => {}
            // The place is that of the shipped one; what only the user has stands behind everything.
            Err(why) => {
                let place = match template::shipped_one(&name, lang) {
                    Some(shipped) => place(&shipped, subject),
                    None => Some(ANYTHING + 1),
                };
                found.extend(place.map(|place| (place, name, Err(why))));
            }
        }
    }
    found.sort_by_key(|(place, ..)| *place);
    found.into_iter().map(|(_, name, draft)| (name, draft)).collect()
}

#[cfg(test)]
mod tests;
