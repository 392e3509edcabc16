//! A case from its event log (S39, S80 to S82): where it stands, who waits for whom, what was offered and refused, and how long each
//! clock ran. Everything is derived from the events that were there at a moment; only events are stored, and the log only grows.

pub mod clock;
mod rules;
pub mod warning;

pub use clock::{Clock, Limit, Pause, Reading, Run};
pub use rules::Problem;

use super::day::Moment;
use super::id::Id;
use super::money::Money;
use super::words::*;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// What the client thought of how the case was handled (S81).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rating {
    /// 1 to 5.
    Mark(u8),
    /// Asked, and nobody could be reached.
    Unreachable,
}

impl Rating {
    /// The code of a rating: `1` to `5`, `unreachable`.
    pub fn parse(text: &str) -> Option<Rating> {
        match text {
            "unreachable" => Some(Rating::Unreachable),
            _ => text.parse().ok().filter(|mark| (1..=5).contains(mark)).map(Rating::Mark),
        }
    }

    /// As it is stored: the mark, 0 for unreachable.
    pub fn stored(self) -> u8 {
        match self {
            Rating::Mark(mark) => mark,
            Rating::Unreachable => 0,
        }
    }

    /// The rating of a stored number; what is no mark is read as unreachable.
    pub fn of_stored(number: i64) -> Rating {
        match number {
            1..=5 => Rating::Mark(number as u8),
            _ => Rating::Unreachable,
        }
    }

    /// Whether it offers reopening: the client is not content.
    pub fn is_bad(self) -> bool {
        matches!(self, Rating::Mark(1 | 2))
    }
}

/// One event of a case, without its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseEvent {
    /// Row id.
    pub id: Id,
    /// What happened.
    pub kind: CaseEventKind,
    /// When it happened.
    pub at: Moment,
    /// The client's mark, of a follow-up or a closing.
    pub rating: Option<Rating>,
    /// What the client was promised it would be ready by.
    pub promised: Option<Moment>,
    /// How they spoke, where they did.
    pub channel: Option<Channel>,
    /// The event that this one takes the place of.
    pub corrects: Option<Id>,
    /// Minutes it took; of one that was a contact they stand with the touch.
    pub minutes: Option<u32>,
}

/// A case and its log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Row id.
    pub id: Id,
    /// Its number; counts per file.
    pub no: i64,
    /// Kind.
    pub kind: ComplaintKind,
    /// A complex problem (S75): limits of its own where the policy has some.
    pub complex: bool,
    /// When the client said so.
    pub opened: Moment,
    /// How they said it.
    pub channel: Option<Channel>,
    /// What it is about.
    pub text: String,
    /// Why it happened, a code of the policy's list (S83).
    pub cause: Option<String>,
    /// The client's tier when it was opened.
    pub tier: Option<Tier>,
    /// The client's own agreed response time when it was opened, hours.
    pub response_hours: Option<i64>,
    /// The policy it was opened under; `None` is the shipped default.
    pub policy: Option<Id>,
    /// Who said it.
    pub person: Option<Id>,
    /// The other side of a conflict (S141).
    pub other: Option<Id>,
    /// What putting it right cost.
    pub remedy: Option<Money>,
    /// Where it stood when it was taken over from a list; its clocks are unknown from there back.
    pub begun: CaseStatus,
    /// Events in any order.
    pub events: Vec<CaseEvent>,
}

/// One round of solving: from the opening or a reopening on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// When it began.
    pub from: Moment,
    /// When the clock stood still: the client had to do something, or to decide on an offer that was refused then.
    pub pauses: Vec<Pause>,
    /// When a solution was given: the offer that was not refused, else when it was put right.
    pub given: Option<Moment>,
}

/// A mark that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// When.
    pub at: Moment,
    /// The mark.
    pub rating: Rating,
    /// Reopenings before it: moments do not tell, a mark and a reopening may share a second.
    pub round: usize,
}

/// Where a case stands at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Status.
    pub status: CaseStatus,
    /// Waiting for the client since.
    pub waiting: Option<Moment>,
    /// The first outward answer; an imported case that was answered already has none.
    pub answered: Option<Moment>,
    /// Since when the client waits for the user: the opening, the last answer, a refusal, the end of a wait, the last reopening.
    pub heard: Moment,
    /// Tries since then that reached nobody.
    pub attempts: u32,
    /// When the last offer was made, while the client decides on it.
    pub offered: Option<Moment>,
    /// Offers made.
    pub offers: u32,
    /// Offers refused: rounds of negotiation (S80).
    pub refusals: u32,
    /// When it was reopened, each time.
    pub reopened: Vec<Moment>,
    /// When it was put right, of a case that is.
    pub resolved: Option<Moment>,
    /// When it was closed, of a case that is.
    pub closed: Option<Moment>,
    /// The newest mark since it was last reopened.
    pub rating: Option<Rating>,
    /// Every mark, in order.
    pub ratings: Vec<Marked>,
    /// What the client was last promised, while the case is unsettled.
    pub promised: Option<Moment>,
    /// When the first clock stood still.
    pub waits: Vec<Pause>,
    /// Rounds of solving, the present one last.
    pub rounds: Vec<Round>,
    /// Events that could not happen where the case stood; they are kept, and change nothing.
    pub ignored: Vec<(Id, Problem)>,
}

impl CaseRow {
    /// The events in force up to a moment, by moment and then as they were typed: those that another one took the place of are left out
    /// whenever that was written. What was corrected without moving it keeps its place among others of the same second.
    pub fn events_at(&self, now: Moment) -> Vec<&CaseEvent> {
        let corrections: HashMap<Id, Id> = self.events.iter().filter_map(|e| e.corrects.map(|old| (e.id, old))).collect();
        let corrected: HashSet<Id> = corrections.values().copied().collect();
        let first = |event: &CaseEvent| {
            // As many steps as there are corrections: a file edited by others may lead round in a circle.
            (0..corrections.len()).try_fold(event.id, |id, _| corrections.get(&id).copied().ok_or(id)).unwrap_or_else(|id| id)
        };
        let mut out: Vec<&CaseEvent> =
            self.events.iter().filter(|e| e.at <= now && (corrected.is_empty() || !corrected.contains(&e.id))).collect();
        if corrections.is_empty() {
            out.sort_by_key(|e| (e.at, e.id));
        } else {
            out.sort_by_cached_key(|e| (e.at, first(e), e.id));
        }
        out
    }

    /// Where the case stands at a moment.
    pub fn progress(&self, now: Moment) -> Progress {
        let mut progress = Progress::new(self.opened, self.begun);
        for event in self.events_at(now) {
            progress.take(event);
        }
        progress
    }
}

impl Progress {
    /// A case as it begins.
    fn new(opened: Moment, begun: CaseStatus) -> Progress {
        Progress {
            status: begun,
            waiting: None,
            answered: None,
            heard: opened,
            attempts: 0,
            offered: None,
            offers: 0,
            refusals: 0,
            reopened: Vec::new(),
            resolved: None,
            closed: None,
            rating: None,
            ratings: Vec::new(),
            promised: None,
            waits: Vec::new(),
            rounds: vec![Round { from: opened, pauses: Vec::new(), given: None }],
            ignored: Vec::new(),
        }
    }

    /// What an event changes; one that cannot happen here is only noted.
    fn take(&mut self, event: &CaseEvent) {
        if let Err(problem) = self.allows(event.kind, event.rating) {
            self.ignored.push((event.id, problem));
            return;
        }
        use CaseEventKind::*;
        let at = event.at;
        if matches!(event.kind, Propose | Reject | Resolve | Resume) {
            self.end_wait(at);
        }
        let asked_in_vain = event.rating == Some(Rating::Unreachable);
        if event.kind.is_answer() && !asked_in_vain {
            self.answered = self.answered.or((self.status == CaseStatus::Registered).then_some(at));
        }
        let waits_anew = match event.kind {
            Reject | Reopen => true,
            // Nobody has answered yet: it waits since it spoke.
            Resume => self.status != CaseStatus::Registered,
            kind => kind.is_answer() && !asked_in_vain,
        };
        if waits_anew {
            (self.heard, self.attempts) = (at, 0);
        }
        match event.kind {
            Acknowledge => self.status = self.status.max(CaseStatus::Acknowledged),
            Attempt => self.attempts += 1,
            Note | Resume => {}
            Waiting => self.waiting = Some(at),
            Propose => {
                self.status = CaseStatus::Proposed;
                self.offered = Some(at);
                self.offers += 1;
                self.give(at);
            }
            Reject => {
                self.status = CaseStatus::Rejected;
                self.offered = None;
                // What was promised with the offer went with it.
                self.promised = None;
                self.refusals += 1;
                self.take_back(at);
            }
            Resolve => {
                self.status = CaseStatus::Resolved;
                (self.resolved, self.offered, self.promised) = (Some(at), None, None);
                self.give(at);
            }
            FollowUp => self.status = CaseStatus::FollowedUp,
            Close => {
                self.status = CaseStatus::Closed;
                self.closed = Some(at);
            }
            Reopen => self.reopen(at),
        }
        if let Some(rating) = event.rating.filter(|_| event.kind.may_rate()) {
            self.rating = Some(rating);
            self.ratings.push(Marked { at, rating, round: self.reopened.len() });
        }
        if event.kind.may_promise() {
            self.promised = event.promised.or(self.promised);
        }
    }

    /// The client has answered: both clocks run on.
    fn end_wait(&mut self, at: Moment) {
        let Some(from) = self.waiting.take() else { return };
        let pause = Pause { from, to: Some(at) };
        self.waits.push(pause);
        if let Some(round) = self.rounds.last_mut().filter(|r| r.given.is_none()) {
            round.pauses.push(pause);
        }
    }

    /// A solution was given; the first one that stands counts.
    fn give(&mut self, at: Moment) {
        if let Some(round) = self.rounds.last_mut() {
            round.given = round.given.or(Some(at));
        }
    }

    /// The offer was refused: while the client thought about it the clock stood still, now it runs on.
    fn take_back(&mut self, at: Moment) {
        if let Some(round) = self.rounds.last_mut()
            && let Some(from) = round.given.take()
        {
            round.pauses.push(Pause { from, to: Some(at) });
        }
    }

    fn reopen(&mut self, at: Moment) {
        // Whatever was put right was answered before.
        self.status = CaseStatus::Acknowledged;
        (self.resolved, self.closed, self.rating, self.promised) = (None, None, None, None);
        self.reopened.push(at);
        self.rounds.push(Round { from: at, pauses: Vec::new(), given: None });
    }

    /// What the first clock measured: from the opening to the first answer.
    pub fn first_run(&self, row: &CaseRow) -> Option<Run> {
        if row.begun != CaseStatus::Registered {
            return None;
        }
        Some(Run { from: row.opened, pauses: with_present(&self.waits, self.waiting), stopped: self.answered })
    }

    /// What the second clock measured, round by round, the present one last. When an offer was made before a case was taken over, nobody
    /// knows how long that took.
    pub fn solution_runs(&self, row: &CaseRow) -> Vec<Run> {
        let known = if row.begun <= CaseStatus::Acknowledged { 0 } else { 1 };
        let last = self.rounds.len() - 1;
        let present = |n: usize, round: &Round| self.waiting.filter(|_| n == last && round.given.is_none());
        let run = |(n, round): (usize, &Round)| Run {
            from: round.from,
            pauses: with_present(&round.pauses, present(n, round)),
            stopped: round.given,
        };
        self.rounds.iter().enumerate().skip(known).map(run).collect()
    }

    /// What is to be done next: answer, offer, put right, ask afterwards, close.
    pub fn next_step(&self) -> CaseEventKind {
        match self.status {
            _ if self.waiting.is_some() => CaseEventKind::Resume,
            CaseStatus::Registered => CaseEventKind::Acknowledge,
            CaseStatus::Acknowledged | CaseStatus::Rejected => CaseEventKind::Propose,
            CaseStatus::Proposed => CaseEventKind::Resolve,
            CaseStatus::Resolved => CaseEventKind::FollowUp,
            CaseStatus::FollowedUp => CaseEventKind::Close,
            CaseStatus::Closed => CaseEventKind::Reopen,
        }
    }
}

fn with_present(pauses: &[Pause], waiting: Option<Moment>) -> Vec<Pause> {
    let mut out: Vec<Pause> = pauses.to_vec();
    out.extend(waiting.map(|from| Pause { from, to: None }));
    out.sort_by_key(|p| p.from);
    out
}
