//! The review in words: its parts with what is said once and what asks for something. How they are drawn is a face's, what counts the
//! rest of this room's.

use super::open::{LoadDay, Owed, OwedKind, PutOff, TierPoint, Work};
use super::promises::{Group, Promise, State, is_weekly};
use super::{Load, Review};
use crate::domain::day::Day;
use crate::domain::facts::{EngagementRow, OpportunityRow};
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::target::Target;
use crate::domain::words::{Channel, ItemKind};
use crate::portfolio::projects::Need;
use crate::portfolio::queue::{Item, Section as Block};
use crate::portfolio::risk::told;
use crate::portfolio::row::when_case;
use crate::portfolio::{Assessed, Snapshot, collect, prospects, timeline};
use crate::text;

/// The parts, in the order they are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// What went well.
    Well,
    /// New clients' share of the effort, beside its target (S101).
    Effort,
    /// Kept and broken promises of the plan.
    Promises,
    /// Promises of both sides.
    Owed,
    /// Tiers and pins.
    Tiers,
    /// What was put off again and again.
    PutOff,
    /// Projects and opportunities.
    Work,
    /// Cases past their limit.
    Cases,
    /// New on the list of those at risk.
    Risk,
    /// The week ahead.
    Load,
}

impl Part {
    /// The catalogue id of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Part::Well => "review-well",
            Part::Effort => "review-effort",
            Part::Promises => "review-promises",
            Part::Owed => "review-owed",
            Part::Tiers => "review-tiers",
            Part::PutOff => "review-put-off",
            Part::Work => "review-work",
            Part::Cases => "review-cases",
            Part::Risk => "review-risk",
            Part::Load => "review-load",
        }
    }

    /// The catalogue id of what is said when nothing asks for anything.
    pub fn clear(self) -> &'static str {
        match self {
            Part::Well => "review-no-contacts",
            Part::Effort => "review-no-effort",
            Part::Promises => "review-no-promises",
            Part::Owed => "review-no-owed",
            Part::Tiers => "review-no-tiers",
            Part::PutOff => "review-no-put-off",
            Part::Work => "review-no-work",
            Part::Cases => "review-no-cases",
            Part::Risk => "review-no-risk",
            Part::Load => "review-no-load",
        }
    }
}

/// One thing that asks for something.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Where it stands.
    pub part: Part,
    /// Whose it is; `None` of a day.
    pub client: Option<Id>,
    /// What it is.
    pub target: Option<Target>,
    /// In words.
    pub words: Message,
    /// Late or broken.
    pub late: bool,
    /// What keys act on; `None` where nothing can be done from here.
    pub item: Option<Item>,
}

impl Point {
    /// Its identity in a review.
    pub fn key(&self) -> (Part, Option<Id>, Option<Target>) {
        (self.part, self.client, self.target)
    }
}

/// A part of the review.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Which.
    pub part: Part,
    /// What is said once.
    pub said: Vec<Message>,
    /// What asks for something.
    pub points: Vec<Point>,
}

impl Section {
    /// Whether there is nothing to be said.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty() && self.points.is_empty()
    }
}

impl Review {
    /// `Week of Mon 16 Nov to Sun 22 Nov`.
    pub fn title(&self) -> Message {
        Message::new("review-title").with("first", self.week.first()).with("last", self.week.last())
    }

    /// Every part in order, the empty ones among them.
    pub fn sections(&self, book: &Snapshot) -> Vec<Section> {
        let part = |part, said: Vec<Message>, points: Vec<Point>| Section { part, said, points };
        let promises = self.unkept().into_iter().map(|p| promise(book, p)).collect();
        let load = self.load.as_ref();
        vec![
            part(Part::Well, self.went_well(), Vec::new()),
            part(Part::Effort, self.effort_said(), Vec::new()),
            part(Part::Promises, self.kept(), promises),
            part(Part::Owed, self.owed_said(), self.owed.iter().filter_map(|o| owed(book, o)).collect()),
            part(Part::Tiers, Vec::new(), self.tiers.iter().filter_map(|t| tier(book, t)).collect()),
            part(Part::PutOff, Vec::new(), self.put_off.iter().filter_map(|p| put_off(book, p)).collect()),
            part(Part::Work, Vec::new(), self.work.iter().filter_map(|w| work(book, w)).collect()),
            part(Part::Cases, Vec::new(), self.cases.iter().filter_map(|(client, id)| case(book, *client, *id)).collect()),
            part(Part::Risk, Vec::new(), self.at_risk.iter().filter_map(|id| risk(book, *id)).collect()),
            part(Part::Load, load.map(load_said).unwrap_or_default(), load.map(load_points).unwrap_or_default()),
        ]
    }

    /// The parts without anything to say, in one line; `None` where there is none.
    pub fn clear(&self, sections: &[Section], say: impl Fn(&Message) -> String) -> Option<Message> {
        let past = self.load.is_none();
        let empty = sections.iter().filter(|s| s.is_empty() && !(past && s.part == Part::Load));
        let words: Vec<String> = empty.map(|s| say(&Message::new(s.part.clear()))).collect();
        let list = words.join(&say(&Message::new("and-between")));
        (!words.is_empty()).then(|| Message::new("review-clear").with("list", list))
    }

    /// Contacts, cases, won work: two lines at most.
    fn went_well(&self) -> Vec<Message> {
        let (well, contacts) = (&self.well, self.well.contacts);
        let mut out = Vec::new();
        if contacts.made > 0 {
            let said = Message::new("review-contacts")
                .with("count", contacts.made)
                .with("clients", well.clients)
                .with("tried", contacts.tried)
                .with("answered", contacts.answered);
            out.push(said);
        }
        if well.closed > 0 || well.won > 0 {
            let id = match (well.closed, well.won) {
                (_, 0) => "review-closed",
                (0, _) => "review-won",
                _ => "review-closed-won",
            };
            out.push(
                Message::new(id)
                    .with("closed", well.closed)
                    .with("won", well.won)
                    .with("amount", prospects::together(&well.brings)),
            );
        }
        out
    }

    /// New clients' share, and the target where one is set; how to set one is the load's to say.
    fn effort_said(&self) -> Vec<Message> {
        let without = ["load-effort-none", "load-effort-unmeasured", "load-target-none"];
        self.effort.told().into_iter().filter(|line| !without.contains(&line.id)).collect()
    }

    /// One line a tier and channel, then what is late from before.
    fn kept(&self) -> Vec<Message> {
        let mut out: Vec<Message> = self.record.groups().iter().map(Group::told).collect();
        if self.late_before > 0 {
            out.push(Message::new("review-late-before").with("count", self.late_before));
        }
        out
    }

    fn owed_said(&self) -> Vec<Message> {
        let later = (self.owed_later > 0).then(|| Message::new("review-owed-later").with("count", self.owed_later));
        later.into_iter().collect()
    }
}

impl Group {
    /// `A, call every 7 days: 7 of 8 kept`.
    pub fn told(&self) -> Message {
        let mut parts = vec![match (self.is_weekly(), self.of()) {
            (_, 0) => Message::new("review-group-none"),
            (true, of) => Message::new("review-group-kept").with("kept", self.kept).with("of", of),
            (false, of) => Message::new("review-group-made").with("kept", self.kept).with("of", of),
        }];
        let mut also = |id: &'static str, count: usize| {
            if count > 0 {
                parts.push(Message::new(id).with("count", count));
            }
        };
        also("review-group-late", self.late);
        also("review-group-open", self.open);
        also("review-group-broken", self.broken);
        also("review-group-excused", self.excused);
        Message::new("review-group")
            .with("tier", self.tier)
            .with("channel", self.channel)
            .with("every", collect::every(self.every))
            .with("said", together(parts))
    }
}

/// Messages one behind the other, parted as the language parts them.
fn together(parts: Vec<Message>) -> Arg {
    let mut parts = parts.into_iter();
    let first = parts.next().unwrap_or_else(|| Message::new("plain-text").with("text", ""));
    parts.fold(first, |sum, part| Message::new("review-and").with("first", sum).with("then", part)).into()
}

fn plain(text: &str) -> Message {
    Message::new("plain-text").with("text", text::one_line(text).into_owned())
}

fn point(part: Part, client: &Assessed, target: Option<Target>, words: Message, late: bool) -> Point {
    Point { part, client: Some(client.id()), target, words, late, item: None }
}

/// What keys act on: the item as it would stand in Today.
fn item(client: &Assessed, target: Target, channel: Option<Channel>, due: Day, today: Day) -> Item {
    let kind = match target {
        Target::Contact(_) => ItemKind::Contact,
        Target::Appointment(_) => ItemKind::Appointment,
        Target::Invoice(_) => ItemKind::Invoice,
        Target::Renewal(_) => ItemKind::Renewal,
        Target::Review => ItemKind::Review,
        Target::Tier | Target::Pin => ItemKind::Tier,
        Target::Lead => ItemKind::Lead,
        Target::Step(_) | Target::Run(_) | Target::Onboarding | Target::BusinessReview => ItemKind::Playbook,
        Target::Complaint(_) => ItemKind::Complaint,
        Target::Task(_) | Target::Milestone(_) | Target::Report(_) | Target::Opportunity(_) => ItemKind::Task,
        Target::Care(_) | Target::Anniversary | Target::Holiday(_) => ItemKind::Care,
        Target::Improvement(_) | Target::Risk | Target::OfDay(_) => ItemKind::Task,
    };
    Item {
        kind,
        client: Some(client.id()),
        clients: Vec::new(),
        target,
        channel,
        due,
        at: None,
        warn: None,
        clock: (0, 0),
        late_days: today.since(due).max(0),
        overdue: due < today,
        retry: false,
        snoozed: 0,
        quadrant: 4,
        chosen: None,
        ask_survey: false,
        priority: 0.0,
        importance: client.importance,
        urgency: 1.0,
        section: Block::Rest,
        fits: true,
        reason: Message::new("plain-text").with("text", ""),
    }
}

fn promise(book: &Snapshot, p: &Promise) -> Point {
    let due = p.due.unwrap_or(book.now.today());
    let id = match (is_weekly(p.every), p.state) {
        (true, State::Open) => "review-weekly-open",
        (true, _) => "review-weekly-broken",
        (false, State::Open) => "review-due-open",
        (false, State::Late(..)) => "review-due-late",
        (false, _) => "review-due-broken",
    };
    let made = if let State::Late(on, _) = p.state { on } else { due };
    let words = Message::new(id).with("channel", p.channel).with("due", due).with("on", made);
    let target = Target::Contact(p.channel);
    let client = book.client(p.client);
    let item = client.filter(|_| p.state.asks()).map(|c| item(c, target, Some(p.channel), due, book.now.today()));
    let late = !matches!(p.state, State::Open);
    Point { part: Part::Promises, client: Some(p.client), target: Some(target), words, late, item }
}

fn owed(book: &Snapshot, o: &Owed) -> Option<Point> {
    let client = book.client(o.client)?;
    let (what, channel) = match o.target {
        Target::Appointment(id) => {
            let a = client.facts.appointments.iter().find(|a| a.id == id)?;
            (Message::new("review-took-place").with("channel", a.channel).with("at", a.start), Some(a.channel))
        }
        Target::Task(id) => {
            let task = client.facts.tasks.iter().find(|t| t.id == id)?;
            let words = match o.kind {
                OwedKind::Waiting => Message::new("reason-task-waiting").with("text", task.text.as_str()),
                OwedKind::Delegated => Message::new("reason-task-delegated")
                    .with("text", task.text.as_str())
                    .with("assignee", task.assignee.clone().unwrap_or_default()),
                _ => plain(&task.text),
            };
            let id = if o.late_days > 0 { "review-was-due" } else { "review-due" };
            (Message::new(id).with("what", words).with("due", o.due).with("days", o.late_days), None)
        }
        _ => return None,
    };
    let item = item(client, o.target, channel, o.due, book.now.today());
    Some(Point { item: Some(item), ..point(Part::Owed, client, Some(o.target), what, o.late_days > 0) })
}

fn tier(book: &Snapshot, t: &TierPoint) -> Option<Point> {
    let client = book.client(t.client)?;
    let today = book.now.today();
    let (target, words, due) = match (&t.offer, &client.tier.pin) {
        (Some(offer), _) => {
            let id = if offer.to < offer.from { "reason-tier-up" } else { "reason-tier-down" };
            (Target::Tier, Message::new(id).with("from", offer.from).with("to", offer.to), today)
        }
        (None, Some(pin)) => {
            (Target::Pin, Message::new("reason-pin").with("tier", pin.tier).with("why", pin.why()), pin.review_on)
        }
        (None, None) => return None,
    };
    let item = item(client, target, None, due, today);
    Some(Point { item: Some(item), ..point(Part::Tiers, client, Some(target), words, false) })
}

fn put_off(book: &Snapshot, p: &PutOff) -> Option<Point> {
    let client = book.client(p.client)?;
    let facts = &client.facts;
    let (what, channel) = match p.target {
        Target::Task(id) => (plain(&facts.tasks.iter().find(|t| t.id == id)?.text), None),
        Target::Contact(channel) => (timeline::target_words(&p.target.to_string()), Some(channel)),
        Target::Appointment(id) => {
            let channel = facts.appointments.iter().find(|a| a.id == id).map(|a| a.channel);
            (timeline::target_words(&p.target.to_string()), channel)
        }
        _ => (timeline::target_words(&p.target.to_string()), None),
    };
    let id = if p.until.is_some() { "review-put-off-until" } else { "review-put-off-times" };
    let words = Message::new(id)
        .with("what", what)
        .with("count", p.times)
        .with("since", p.since)
        .with("until", p.until.unwrap_or(p.since));
    let item = item(client, p.target, channel, p.since, book.now.today());
    Some(Point { item: Some(item), ..point(Part::PutOff, client, Some(p.target), words, false) })
}

fn work(book: &Snapshot, w: &Work) -> Option<Point> {
    let client = book.client(w.client())?;
    let today = book.now.today();
    match w {
        Work::Project { project, needs, target, .. } => {
            let row: &EngagementRow = client.facts.engagements.iter().find(|e| e.id == *project)?;
            let said = together(needs.iter().map(|n| n.message()).collect());
            let words = Message::new("review-project").with("title", plain(&row.title)).with("said", said);
            let first = needs.first()?;
            let acts = !matches!(first, Need::Still(_));
            let item = acts.then(|| item(client, *target, None, today, today));
            Some(Point { item, ..point(Part::Work, client, Some(*target), words, first.is_late()) })
        }
        Work::Opportunity { opportunity, still, late, .. } => {
            let row: &OpportunityRow = client.facts.opportunities.iter().find(|o| o.id == *opportunity)?;
            let mut said = vec![Message::new(prospects::stage_id(row.state().stage))];
            said.extend(prospects::delays(row, today));
            said.extend(still.map(|days| Message::new("need-still").with("days", days)));
            let words = Message::new("review-project").with("title", plain(&row.title)).with("said", together(said));
            let target = Target::Opportunity(*opportunity);
            Some(point(Part::Work, client, Some(target), words, late.is_some()))
        }
    }
}

fn case(book: &Snapshot, client: Id, id: Id) -> Option<Point> {
    let (client, case) = (book.client(client)?, book.case(client, id)?);
    let words = Message::new("review-case")
        .with("no", case.row.no)
        .with("text", plain(&case.row.text))
        .with("when", when_case(book, case, &book.now));
    Some(point(Part::Cases, client, Some(Target::Complaint(id)), words, true))
}

fn risk(book: &Snapshot, client: Id) -> Option<Point> {
    let client = book.client(client)?;
    let words = told::reasons(&client.risk).into_iter().next().map(|r| r.words);
    let words = words.unwrap_or_else(|| Message::new("review-at-risk"));
    Some(point(Part::Risk, client, Some(Target::Risk), words, false))
}

/// Contacts against capacity, and what is off.
fn load_said(load: &Load) -> Vec<Message> {
    let mut out = vec![
        Message::new("review-load-sum")
            .with("count", load.contacts())
            .with("capacity", load.capacity())
            .with("first", load.week.first())
            .with("last", load.week.last()),
    ];
    out.extend(load.off().map(|day| match &day.holiday {
        Some(name) => Message::new("review-holiday").with("day", day.day).with("name", name.as_str()),
        None => Message::new("review-leave").with("day", day.day),
    }));
    out
}

/// A day over capacity is a point of its own.
fn load_points(load: &Load) -> Vec<Point> {
    let over = |d: &LoadDay| Point {
        part: Part::Load,
        client: None,
        target: Some(Target::OfDay(d.day)),
        words: Message::new("review-over")
            .with("day", d.day)
            .with("count", d.plan.contacts + d.plan.done)
            .with("capacity", d.plan.capacity),
        late: true,
        item: None,
    };
    load.over().map(over).collect()
}
