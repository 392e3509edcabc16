//! What is open after a week: tiers, what was put off, promises of both sides, projects, cases, the week ahead. What happened in the
//! week is `record`'s.

use super::record::{Contacts, Record};
use super::week::Week;
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::target::Target;
use crate::domain::words::{Stage, TaskKind};
use crate::portfolio::calendar::{Calendar, DayPlan};
use crate::portfolio::projects::{self, Need, STILL};
use crate::portfolio::{Assessed, Snapshot, TierOffer, prospects};
use std::collections::BTreeMap;

/// So often something is put off before it is asked whether it is to be done at all.
pub const PUT_OFF: u32 = 3;
/// A notice day so many days ahead belongs to the week after.
const NEAR: i32 = 7;

/// A tier to accept, or a pin to look at again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TierPoint {
    /// Whose.
    pub client: Id,
    /// The change that is offered; `None`: the pin is to be looked at.
    pub offer: Option<TierOffer>,
}

/// Something that was put off again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOff {
    /// Whose.
    pub client: Id,
    /// What.
    pub target: Target,
    /// How often.
    pub times: u32,
    /// When for the first time.
    pub since: Day,
    /// Until when it is hidden now.
    pub until: Option<Day>,
}

/// Who owes what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwedKind {
    /// An agreed moment has passed, and nobody said whether it took place.
    Appointment,
    /// Promised by the user.
    Own,
    /// Somebody else does it.
    Delegated,
    /// Owed by the client.
    Waiting,
}

impl OwedKind {
    /// The word for it in JSON.
    pub fn code(self) -> &'static str {
        match self {
            OwedKind::Appointment => "appointment",
            OwedKind::Own => "own",
            OwedKind::Delegated => "delegated",
            OwedKind::Waiting => "waiting",
        }
    }
}

/// A promise of one side or the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// Of or to whom.
    pub client: Id,
    /// What.
    pub kind: OwedKind,
    /// The task or appointment.
    pub target: Target,
    /// By when.
    pub due: Day,
    /// Days past it, 0 before.
    pub late_days: i32,
}

/// A project or opportunity that needs a look.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// A project with what it needs.
    Project {
        /** Whose. */
        client: Id,
        /** Which. */
        project: Id,
        /** Most pressing first; never empty. */
        needs: Vec<Need>,
        /** What `d` can do about the first of them. */
        target: Target,
    },
    /// Possible work that nothing moves, or whose expected signature has passed.
    Opportunity {
        /** Whose. */
        client: Id,
        /** Which. */
        opportunity: Id,
        /** Days without movement, where these are many. */
        still: Option<i32>,
        /** Days since the expected signature. */
        late: Option<i32>,
    },
}

impl Work {
    /// Whose it is.
    pub fn client(&self) -> Id {
        match self {
            Work::Project { client, .. } | Work::Opportunity { client, .. } => *client,
        }
    }
}

/// A day of the week ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadDay {
    /// The day.
    pub day: Day,
    /// How much stands on it.
    pub plan: DayPlan,
    /// The holiday it is.
    pub holiday: Option<String>,
    /// It lies in the user's own leave.
    pub leave: bool,
}

/// The week ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// The week.
    pub week: Week,
    /// Its days, Monday first.
    pub days: Vec<LoadDay>,
}

impl Load {
    /// Contacts of the week.
    pub fn contacts(&self) -> usize {
        self.days.iter().map(|d| d.plan.contacts).sum()
    }

    /// Contacts there is room for.
    pub fn capacity(&self) -> usize {
        self.days.iter().map(|d| d.plan.capacity).sum()
    }

    /// Days on which more stands than there is room for.
    pub fn over(&self) -> impl Iterator<Item = &LoadDay> {
        self.days.iter().filter(|d| d.plan.is_over())
    }

    /// Weekdays that are off and days off that are worked.
    pub fn off(&self) -> impl Iterator<Item = &LoadDay> {
        self.days.iter().filter(|d| d.leave || d.holiday.is_some())
    }
}

/// What went well, in true figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Well {
    /// Contacts of the week.
    pub contacts: Contacts,
    /// Clients they were with.
    pub clients: usize,
    /// Cases that were closed.
    pub closed: usize,
    /// Opportunities that were won, with what they bring.
    pub won: usize,
    /// What these bring, one sum for each currency.
    pub brings: Vec<Money>,
}

/// Contacts of the plan that fell due before the week and are late still, a promise of every week left out.
pub(super) fn late_before(book: &Snapshot, week: Week) -> usize {
    let today = book.now.today();
    let before = |c: &Assessed| {
        let late = c.plan.iter().filter(|r| !super::is_weekly(r.every) && r.promised < week.first() && r.is_late(today));
        late.count()
    };
    book.present().map(before).sum()
}

pub(super) fn tiers(book: &Snapshot) -> Vec<TierPoint> {
    let today = book.now.today();
    let of = |c: &Assessed| -> Vec<TierPoint> {
        let offer = c.tier.offer.map(|offer| TierPoint { client: c.id(), offer: Some(offer) });
        let pin = c.tier.pin.as_ref().filter(|p| p.review_on <= today);
        offer.into_iter().chain(pin.map(|_| TierPoint { client: c.id(), offer: None })).collect()
    };
    let mut out: Vec<TierPoint> = book.present().flat_map(of).collect();
    out.sort_by_key(|p| (p.offer.is_none(), p.client));
    out
}

pub(super) fn put_off(book: &Snapshot) -> Vec<PutOff> {
    let zone = book.now.zone;
    let mut out: Vec<PutOff> = Vec::new();
    for client in book.present() {
        for (text, times, first) in client.facts.snoozes.iter().filter(|(_, n, _)| *n >= PUT_OFF) {
            let Some(target) = Target::parse(text).filter(|t| is_open(book, client, *t)) else { continue };
            let hides = client.facts.deferrals.iter().filter(|d| d.target == *text && d.until > book.now.today());
            let until = hides.map(|d| d.until).max();
            out.push(PutOff { client: client.id(), target, times: *times, since: first.day(zone), until });
        }
    }
    out.sort_by_key(|p| (std::cmp::Reverse(p.times), p.since, p.client, p.target));
    out
}

/// Whether what was put off is still to be done.
fn is_open(book: &Snapshot, client: &Assessed, target: Target) -> bool {
    let (facts, today) = (&client.facts, book.now.today());
    match target {
        Target::Contact(channel) => client.plan.iter().any(|r| r.channel == channel && r.promised <= today),
        Target::Task(id) => facts.tasks.iter().any(|t| t.id == id),
        Target::Appointment(id) => facts.appointments.iter().any(|a| a.id == id),
        Target::Invoice(id) => facts.open_invoices.iter().any(|i| i.id == id),
        Target::Renewal(id) | Target::Report(id) => facts.engagements.iter().any(|e| e.id == id),
        Target::Milestone(id) => facts.engagements.iter().flat_map(|e| &e.milestones).any(|m| m.id == id && m.done.is_none()),
        Target::Review => client.review_due.is_some_and(|day| day <= today),
        Target::Tier => client.tier.offer.is_some(),
        Target::Pin => client.tier.pin.as_ref().is_some_and(|p| p.review_on <= today),
        Target::Lead => client.status == crate::domain::words::Status::Lead,
        Target::Step(id) => facts.runs.iter().filter_map(|r| r.next()).any(|s| s.id == id),
        Target::Run(id) => facts.runs.iter().any(|r| r.id == id && r.ended.is_none()),
        Target::Opportunity(id) => facts.opportunities.iter().any(|o| o.id == id && o.is_open()),
        Target::Onboarding
        | Target::BusinessReview
        | Target::Care(_)
        | Target::Anniversary
        | Target::Holiday(_)
        | Target::Complaint(_)
        | Target::Improvement(_)
        | Target::Risk
        | Target::OfDay(_) => false,
    }
}

/// What is promised, late or due until the end of the week after today's, and how much falls due later.
pub(super) fn owed(book: &Snapshot) -> (Vec<Owed>, usize) {
    let (now, today) = (&book.now, book.now.today());
    let until = Week::of(today).plus(1).last();
    let mut out: Vec<Owed> = Vec::new();
    for client in book.present() {
        let owes = |kind, target, due: Day| Owed { client: client.id(), kind, target, due, late_days: today.since(due).max(0) };
        for a in client.facts.appointments.iter().filter(|a| a.start <= now.instant) {
            out.push(owes(OwedKind::Appointment, Target::Appointment(a.id), a.start.day(now.zone)));
        }
        for t in &client.facts.tasks {
            let kind = match t.kind {
                TaskKind::Own => OwedKind::Own,
                TaskKind::Waiting => OwedKind::Waiting,
                TaskKind::Delegated => OwedKind::Delegated,
            };
            out.push(owes(kind, Target::Task(t.id), t.due));
        }
    }
    let all = out.len();
    out.retain(|o| o.due <= until);
    let later = all - out.len();
    out.sort_by_key(|o| (o.kind != OwedKind::Appointment, -o.late_days, o.due, o.kind, o.client, o.target));
    (out, later)
}

pub(super) fn work(book: &Snapshot) -> Vec<Work> {
    let today = book.now.today();
    let mut out: Vec<Work> = Vec::new();
    for project in projects::projects(book, None) {
        let asks = |need: &Need| match need {
            Need::Notice(left) => *left <= NEAR,
            Need::Report(days) => *days > 0,
            _ => true,
        };
        let needs: Vec<Need> = project.needs.iter().copied().filter(asks).collect();
        let id = project.row.id;
        let target = match (needs.first(), project.row.next()) {
            (None, _) => continue,
            (Some(Need::Milestone(_)), Some(milestone)) => Target::Milestone(milestone.id),
            (Some(Need::Report(_)), _) => Target::Report(id),
            _ => Target::Renewal(id),
        };
        out.push(Work::Project { client: project.client.id(), project: id, needs, target });
    }
    let still: BTreeMap<Id, i32> = prospects::still(book, STILL).into_iter().map(|(_, o, days)| (o.id, days)).collect();
    let mut open: Vec<Work> = Vec::new();
    for (client, row) in prospects::prospects(book, None, false) {
        let (still, late) = (still.get(&row.id).copied(), row.late(today));
        if still.is_some() || late.is_some() {
            open.push(Work::Opportunity { client: client.id(), opportunity: row.id, still, late });
        }
    }
    out.extend(open);
    out
}

/// Cases past their limit, in the order of their clocks.
pub(super) fn cases(book: &Snapshot) -> Vec<(Id, Id)> {
    let mut out: Vec<((u8, i64), Id, Id)> = Vec::new();
    for case in book.cases().filter(|c| c.is_unsettled()) {
        let readings = book.readings(case, &book.now);
        let stand = readings.stand(case);
        // A limit that was broken while nobody owed an answer stays broken; what counts now is the one that runs.
        if stand.reading().is_some_and(|r| r.is_late(book.now.instant)) {
            out.push((stand.order(), case.client, case.row.id));
        }
    }
    out.sort();
    out.into_iter().map(|(_, client, case)| (client, case)).collect()
}

/// The days of a week that has not passed.
pub(super) fn load(book: &Snapshot, week: Week) -> Option<Load> {
    if week.last() < book.now.today() {
        return None;
    }
    let calendar = Calendar::new(book, week.first(), week.last());
    let day = |day: Day| LoadDay {
        day,
        plan: calendar.day(day).copied().unwrap_or_default(),
        holiday: book.time.day_off_name(day).map(str::to_owned),
        leave: book.time.on_leave(day),
    };
    Some(Load { week, days: week.days().map(day).collect() })
}

pub(super) fn well(book: &Snapshot, record: &Record) -> Well {
    let (week, zone) = (record.week, book.now.zone);
    let inside = |at: Moment| week.contains(at.day(zone));
    let won: Vec<Money> = (book.present().flat_map(|c| &c.facts.opportunities))
        .filter(|o| o.state().stage == Stage::Won && inside(o.state().at))
        .map(|o| o.amount)
        .collect();
    Well {
        contacts: record.contacts(),
        clients: record.contacted(),
        closed: book.cases().filter(|c| c.progress.closed.is_some_and(inside)).count(),
        won: won.len(),
        brings: prospects::sums(won.into_iter()),
    }
}
