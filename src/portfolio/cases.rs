//! Cases read at a moment: both clocks under the policy a case was opened under, which of them matters next, when to follow up.
//! What an event means is `domain::complaint`'s; what is learned from many cases is `causes`'.

use super::causes::KINDS;
use super::error::PortfolioError;
use super::load::Snapshot;
use crate::domain::complaint::{CaseRow, Clock, Limit, Progress, Reading, clock, warning};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::policy::{self, ComplaintRules, Policy};
use crate::domain::words::*;
use crate::domain::zone::{Holidays, WorkingTime};
use crate::store::{BookRows, ImprovementRow, PolicyRow};
use chrono_tz::Tz;
use std::collections::HashMap;
use std::sync::Arc;

/// A case and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The client.
    pub client: Id,
    /// Its row and log.
    pub row: Arc<CaseRow>,
    /// Where it stands.
    pub progress: Progress,
}

impl Case {
    /// The case as of a moment.
    pub fn new(client: Id, row: &Arc<CaseRow>, now: Moment) -> Case {
        Case { client, row: row.clone(), progress: row.progress(now) }
    }

    /// Whether it is closed.
    pub fn is_closed(&self) -> bool {
        self.progress.status == CaseStatus::Closed
    }

    /// Whether there is still something to put right.
    pub fn is_unsettled(&self) -> bool {
        self.progress.status.is_unsettled()
    }

    /// The code of its cause, if one was named.
    pub fn cause(&self) -> Option<&str> {
        self.row.cause.as_deref().map(str::trim).filter(|cause| !cause.is_empty())
    }

    /// Whether something went wrong: the kinds whose causes are counted, and that open an improvement again.
    pub fn went_wrong(&self) -> bool {
        KINDS.contains(&self.row.kind)
    }

    /// Since when the client waits for a word from the user; `None` when it is the client's turn, or nothing is left to put right.
    pub fn waits_since(&self) -> Option<Moment> {
        let progress = &self.progress;
        let ours = self.is_unsettled() && progress.waiting.is_none() && progress.status != CaseStatus::Proposed;
        ours.then_some(progress.heard)
    }
}

/// The rules of one policy version, and the working time its clocks go by.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// Limits, follow-up, causes.
    pub rules: ComplaintRules,
    /// Working hours and holidays; own leave only where the policy says so.
    pub time: WorkingTime,
}

impl Terms {
    fn new(policy: &Policy, leave: &[(Day, Day)], holidays: &Holidays) -> Terms {
        let leave: &[(Day, Day)] = if policy.complaints.leave_stops { leave } else { &[] };
        let time = WorkingTime::new(policy.hours.clone(), leave, holidays.clone());
        Terms { rules: policy.complaints.clone(), time }
    }
}

/// The terms of every policy version that a case was opened under.
#[derive(Debug, Clone, PartialEq)]
pub struct Clocks {
    /// Those of the shipped default, for cases opened before any policy was chosen.
    shipped: Terms,
    versions: HashMap<Id, Terms>,
}

/// Both clocks of a case at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Readings {
    /// Until the client is answered; unknown of a case that was taken over answered.
    pub first: Option<Reading>,
    /// Until a solution is given, in the present round, as it was measured.
    pub solution: Option<Reading>,
    /// Whether the limit of the second was broken in an earlier round.
    pub broken_before: bool,
    /// The limit of the first.
    pub first_limit: Limit,
    /// The limit of the second.
    pub solution_limit: Limit,
    /// The day to ask the client afterwards, once it is put right.
    pub follow_up: Option<Day>,
}

/// What a case waits for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stand {
    /// The client waits for an answer.
    Answer(Reading),
    /// The client waits for a solution.
    Solve(Reading),
    /// Whether it is put right cannot be measured: it was taken over from a list.
    Open,
    /// The client has to do something first; since.
    Waiting(Moment),
    /// An offer was made; since.
    Offered(Moment),
    /// The client is to be asked afterwards on this day.
    FollowUp(Day),
    /// Asked; to be closed with a mark.
    Close,
    /// Closed.
    Closed,
}

impl Clocks {
    /// The terms of the versions in `book`; in the place of one whose text can no longer be read, those of the policy in force.
    ///
    /// # Errors
    /// The shipped default that cannot be read.
    pub fn new(book: &BookRows, policy: &Policy, holidays: &Holidays, now: &Now) -> Result<Clocks, PortfolioError> {
        let leave: Vec<(Day, Day)> = book.leave.iter().filter(|l| l.stands(now.instant)).map(|l| (l.first, l.last)).collect();
        let terms = |policy: &Policy| Terms::new(policy, &leave, holidays);
        let shipped = match &book.policy {
            None => terms(policy),
            Some(_) => terms(&policy::parse(policy::AGENCY).map_err(|e| PortfolioError::Policy("agency".to_owned(), e))?),
        };
        let mut versions = HashMap::new();
        for row in &book.versions {
            versions.insert(row.id, terms(policy::parse(&row.text).as_ref().unwrap_or(policy)));
        }
        Ok(Clocks { shipped, versions })
    }

    /// Whether these are the terms of exactly these versions, under the same policy and the same leave.
    pub fn covers(&self, versions: &[PolicyRow]) -> bool {
        self.versions.len() == versions.len() && versions.iter().all(|row| self.versions.contains_key(&row.id))
    }

    /// The terms of one policy for every case.
    pub fn of_policy(policy: &Policy, leave: &[(Day, Day)], holidays: &Holidays) -> Clocks {
        Clocks { shipped: Terms::new(policy, leave, holidays), versions: HashMap::new() }
    }

    /// The terms a case was opened under.
    pub fn terms(&self, row: &CaseRow) -> &Terms {
        row.policy.and_then(|id| self.versions.get(&id)).unwrap_or(&self.shipped)
    }

    /// First response and solution of a case: the client's own agreed response time beats the policy's.
    pub fn limits(&self, row: &CaseRow) -> (Limit, Limit) {
        let (first, solution) = self.terms(row).rules.limits(row.kind, row.tier, row.complex);
        (row.response_hours.map_or(first, |hours| Limit::hours(hours, first.clock)), solution)
    }

    /// Both clocks of a case at a moment.
    pub fn read(&self, row: &CaseRow, progress: &Progress, now: &Now) -> Readings {
        let terms = self.terms(row);
        let (first_limit, solution_limit) = self.limits(row);
        let read = |limit, run| clock::read(limit, &run, &terms.time, now.zone, now.instant);
        let first = progress.first_run(row).map(|run| read(first_limit, run));
        let mut broken_before = false;
        let mut solution: Option<Reading> = None;
        for run in progress.solution_runs(row) {
            broken_before |= solution.is_some_and(|reading| reading.is_breached());
            solution = Some(read(solution_limit, run));
        }
        // Of one that was put right before it was taken over only the opening is known.
        let since = progress.resolved.or((progress.status == CaseStatus::Resolved).then_some(row.opened));
        let follow_up = since.map(|at| terms.time.add_working(at.day(now.zone), terms.rules.follow_up));
        Readings { first, solution, broken_before, first_limit, solution_limit, follow_up }
    }
}

impl Clocks {
    /// The moment from which on only a quarter of the limit that runs is left.
    pub fn warning(&self, case: &Case, stand: &Stand, zone: Tz) -> Option<Moment> {
        let limits = self.limits(&case.row);
        let limit = if matches!(stand, Stand::Answer(_)) { limits.0 } else { limits.1 };
        stand.reading().map(|r| warning::moment(r, limit.clock, &self.terms(&case.row).time, zone))
    }
}

impl Readings {
    /// Whether a limit was broken, in whichever round.
    pub fn is_breached(&self) -> bool {
        self.broken_before || [self.first, self.solution].iter().flatten().any(Reading::is_breached)
    }

    /// The second clock as it counts for the whole case: a limit broken in an earlier round stays broken.
    pub fn solution_overall(&self) -> Option<Reading> {
        self.solution.map(|r| Reading { met: if self.broken_before { Some(false) } else { r.met }, ..r })
    }

    /// What the case waits for.
    pub fn stand(&self, case: &Case) -> Stand {
        let progress = &case.progress;
        match progress.status {
            CaseStatus::Closed => Stand::Closed,
            CaseStatus::Resolved => self.follow_up.map_or(Stand::Close, Stand::FollowUp),
            CaseStatus::FollowedUp => Stand::Close,
            _ if progress.waiting.is_some() => Stand::Waiting(progress.waiting.unwrap_or(progress.heard)),
            CaseStatus::Proposed => Stand::Offered(progress.offered.unwrap_or(progress.heard)),
            CaseStatus::Registered => self.first.map_or(Stand::Open, Stand::Answer),
            CaseStatus::Acknowledged | CaseStatus::Rejected => self.solution.map_or(Stand::Open, Stand::Solve),
        }
    }
}

impl Stand {
    /// The clock that runs.
    pub fn reading(&self) -> Option<&Reading> {
        match self {
            Stand::Answer(reading) | Stand::Solve(reading) => Some(reading),
            _ => None,
        }
    }

    /// Its place among others: what is past its limit first, then what is due first, then what waits for the client, then what is to be asked.
    pub fn order(&self) -> (u8, i64) {
        match self {
            Stand::Answer(r) | Stand::Solve(r) => (u8::from(!r.is_breached()), r.due.0),
            Stand::Open => (1, i64::MAX),
            Stand::Offered(since) | Stand::Waiting(since) => (2, since.0),
            Stand::FollowUp(day) => (3, i64::from(day.0)),
            Stand::Close => (3, i64::MAX),
            Stand::Closed => (4, 0),
        }
    }
}

/// An improvement and whether its cause came back.
#[derive(Debug, Clone, PartialEq)]
pub struct Improvement {
    /// The row.
    pub row: ImprovementRow,
    /// Complaints and conflicts of its cause since it was done, within the days the policy names, by opening: they open it again (S139).
    pub returned: Vec<i64>,
}

impl Improvement {
    /// When it was last done.
    pub fn done(&self) -> Option<Moment> {
        self.row.done.last().copied()
    }

    /// Whether something is to be done.
    pub fn is_open(&self) -> bool {
        self.done().is_none() || !self.returned.is_empty()
    }

    /// Whether its day has passed. One that was done kept no promise open: it is its cause that came back.
    pub fn is_late(&self, today: Day) -> bool {
        self.done().is_none() && self.row.due.is_some_and(|due| due < today)
    }
}

/// The improvements as of a moment.
pub(super) fn improvements(rows: &[ImprovementRow], cases: &[&Case], rules: &ComplaintRules, now: &Now) -> Vec<Improvement> {
    let known = rows.iter().filter(|row| row.created <= now.instant);
    known
        .map(|row| {
            let mut row = row.clone();
            row.done.retain(|at| *at <= now.instant);
            let returned = row.done.last().map(|&done| {
                let until = Moment(done.0 + i64::from(rules.recurrence) * 86_400);
                let same = |c: &&&Case| c.went_wrong() && c.cause() == Some(row.cause.trim());
                let since = |c: &&&Case| c.row.opened > done && c.row.opened <= until;
                let mut back: Vec<&&Case> = cases.iter().filter(same).filter(since).collect();
                // The one that opened it again stands first.
                back.sort_by_key(|c| (c.row.opened, c.row.no));
                back.into_iter().map(|c| c.row.no).collect()
            });
            Improvement { returned: returned.unwrap_or_default(), row }
        })
        .collect()
}

impl Snapshot {
    /// Every case, by client.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.clients.iter().flat_map(|c| &c.cases)
    }

    /// A case by its row id.
    pub fn case(&self, client: Id, id: Id) -> Option<&Case> {
        self.client(client)?.cases.iter().find(|c| c.row.id == id)
    }

    /// A case by its number.
    pub fn case_no(&self, no: i64) -> Option<&Case> {
        self.cases().find(|c| c.row.no == no)
    }

    /// Both clocks of a case at a moment.
    pub fn readings(&self, case: &Case, now: &Now) -> Readings {
        self.clocks.read(&case.row, &case.progress, now)
    }
}

/// The catalogue id of a kind of case.
pub fn kind_id(kind: ComplaintKind) -> &'static str {
    match kind {
        ComplaintKind::Complaint => "case-kind-complaint",
        ComplaintKind::Enquiry => "case-kind-enquiry",
        ComplaintKind::Support => "case-kind-support",
        ComplaintKind::Suggestion => "case-kind-suggestion",
        ComplaintKind::Conflict => "case-kind-conflict",
    }
}

/// The catalogue id of a status.
pub fn status_id(status: CaseStatus) -> &'static str {
    match status {
        CaseStatus::Registered => "case-status-registered",
        CaseStatus::Acknowledged => "case-status-acknowledged",
        CaseStatus::Proposed => "case-status-proposed",
        CaseStatus::Rejected => "case-status-rejected",
        CaseStatus::Resolved => "case-status-resolved",
        CaseStatus::FollowedUp => "case-status-followed-up",
        CaseStatus::Closed => "case-status-closed",
    }
}

/// The catalogue id of an event.
pub fn event_id(kind: CaseEventKind) -> &'static str {
    match kind {
        CaseEventKind::Acknowledge => "case-event-acknowledge",
        CaseEventKind::Attempt => "case-event-attempt",
        CaseEventKind::Note => "case-event-note",
        CaseEventKind::Waiting => "case-event-waiting",
        CaseEventKind::Resume => "case-event-resume",
        CaseEventKind::Propose => "case-event-propose",
        CaseEventKind::Reject => "case-event-reject",
        CaseEventKind::Resolve => "case-event-resolve",
        CaseEventKind::FollowUp => "case-event-follow-up",
        CaseEventKind::Close => "case-event-close",
        CaseEventKind::Reopen => "case-event-reopen",
    }
}

/// A cause in words: those of the shipped list have a name in each language, the user's own read as they were written.
pub fn cause_words(code: &str) -> Message {
    Message::new(match code {
        "quality" => "cause-quality",
        "attitude" => "cause-attitude",
        "communication" => "cause-communication",
        "delivery" => "cause-delivery",
        "price" => "cause-price",
        "other" => "cause-other",
        _ => return Message::new("plain-text").with("text", code),
    })
}

/// A length of a clock in words: of working time in hours and minutes, of all time in days from two on.
pub fn length(seconds: i64, clock: Clock) -> Message {
    let minutes = seconds.max(0) / 60;
    match clock {
        Clock::Calendar if minutes >= 48 * 60 => Message::new("span-days").with("n", minutes / (24 * 60)),
        _ => super::row::length(minutes),
    }
}
