//! What could be done where the load does not fit: each suggestion with what it saves, whom it concerns, and the one action that does
//! it. Nothing is done by itself. How it is said is `says`' work.

use super::promise::{Cost, Promise};
use super::{Limit, Workload};
use crate::domain::action::Action;
use crate::domain::facts::{PINNED_BY_IMPORT, PINNED_BY_LOAD};
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::policy::edit::{Change, changed};
use crate::domain::policy::{PlannedContact, Policy};
use crate::domain::words::{Channel, Tier};
use crate::portfolio::assess::{Under, promised_as};
use crate::portfolio::{Assessed, Snapshot, spread};

/// Up to so many clients the spread is only suggested where it would move something.
const TRIED: usize = 2_000;

/// What is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Clients of a tier to the one below, those of the lowest score first.
    Lower {
        /** From. */
        from: Tier,
        /** To. */
        to: Tier,
    },
    /// A tier contacted half as often on a channel.
    Seldom {
        /** Tier. */
        tier: Tier,
        /** Channel. */
        channel: Channel,
        /** As it is. */
        before: Interval,
        /** As it would be. */
        after: Interval,
    },
    /// A meeting by video counts as a visit.
    Video,
    /// More contacts a day.
    Capacity {
        /** As it is. */
        from: usize,
        /** As it would be. */
        to: usize,
    },
    /// The contacts of full weeks moved into others within their grace.
    Spread {
        /** Weeks that are too full. */
        weeks: usize,
    },
}

/// A suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What.
    pub kind: Kind,
    /// Whom it concerns; empty where it is nobody in particular.
    pub clients: Vec<Id>,
    /// Requirements a week it saves.
    pub requirements: f64,
    /// Contacts a week it saves.
    pub contacts: f64,
    /// Visits a week that need no way any more.
    pub visits: f64,
    /// Contacts a week it makes room for.
    pub room: usize,
}

impl Suggestion {
    fn new(kind: Kind) -> Suggestion {
        Suggestion { kind, clients: Vec::new(), requirements: 0.0, contacts: 0.0, visits: 0.0, room: 0 }
    }

    /// The word for it, which also chooses it on the command line.
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::Lower { from: Tier::A, .. } => "a-to-b",
            Kind::Lower { .. } => "b-to-c",
            Kind::Seldom { .. } => "seldom",
            Kind::Video => "video",
            Kind::Capacity { .. } => "capacity",
            Kind::Spread { .. } => "spread",
        }
    }

    /// How many it concerns: clients, or weeks where it is them.
    pub fn count(&self) -> usize {
        match self.kind {
            Kind::Spread { weeks } => weeks,
            _ => self.clients.len(),
        }
    }

    /// The action that does it, one undo step; `None` where nothing would change.
    pub fn action(&self, book: &Snapshot) -> Option<Action> {
        match self.kind {
            Kind::Lower { to, .. } => {
                let all: Vec<Action> = self.clients.iter().filter_map(|id| Some(lower(book, book.client(*id)?, to))).collect();
                (!all.is_empty()).then_some(Action::Together(all))
            }
            Kind::Spread { .. } => {
                let moves: Vec<_> = spread::plan(book).writes();
                (!moves.is_empty()).then_some(Action::Spread(moves))
            }
            _ => {
                let (text, _) = self.policy(book)?;
                Some(Action::UsePolicy { name: book.policy_text.as_ref()?.name.clone(), text })
            }
        }
    }

    /// The change of the policy that it is, where it is one.
    fn change(&self) -> Option<Change> {
        match self.kind {
            Kind::Seldom { tier, channel, after, .. } => Some(Change::Every(tier, channel, after)),
            Kind::Video => Some(Change::MeetingSatisfiesVisit(true)),
            Kind::Capacity { to, .. } => Some(Change::Capacity(to)),
            Kind::Lower { .. } | Kind::Spread { .. } => None,
        }
    }

    fn policy(&self, book: &Snapshot) -> Option<(String, Policy)> {
        changed(&book.policy_text.as_ref()?.text, self.change()?)
    }
}

/// A client to a lower tier: an offer that says so is accepted, else the tier is pinned until its review.
fn lower(book: &Snapshot, client: &Assessed, to: Tier) -> Action {
    match client.tier.offer.filter(|offer| offer.to == to) {
        Some(offer) => Action::AcceptTier {
            client: client.id(),
            from: Some(offer.from),
            to,
            score: (offer.score * 1e6).round() as i64,
            share: (offer.share * 1e6).round() as i64,
        },
        None => {
            let today = book.now.today();
            let review_on = today.plus(book.policy.tiers.pin_review);
            let why = PINNED_BY_LOAD.to_owned();
            Action::PinTier { client: client.id(), tier: Some(to), why, from: today, until: None, review_on }
        }
    }
}

/// Everything that helps, what concerns the fewest clients first; where the promise fits only what evens out the weeks.
pub(super) fn all(book: &Snapshot, load: &Workload) -> Vec<Suggestion> {
    let mut out = Vec::new();
    if !load.fits() {
        out.extend(lowered(book, load, Tier::A, Tier::B));
        out.extend(lowered(book, load, Tier::B, Tier::C));
        out.extend(seldom(book, load));
        out.extend(video(book, load));
        out.extend(capacity(load));
    }
    let over = load.weeks_over();
    let spread = Suggestion::new(Kind::Spread { weeks: over });
    // Where nothing can be moved any more it is no help. To find that out of a very large book takes longer than a panel may.
    let moves = |one: &Suggestion| book.clients.len() > TRIED || one.action(book).is_some();
    if over > 0 && load.weeks.iter().any(|w| w.contacts < w.capacity) && moves(&spread) {
        out.push(spread);
    }
    out
}

/// The fewest clients of a tier whose step down brings the contacts within the limit, else all it helps with. Those of the lowest score
/// come first; whom the user pinned there, last.
fn lowered(book: &Snapshot, load: &Workload, from: Tier, to: Tier) -> Option<Suggestion> {
    let under = book.under();
    let mut candidates: Vec<(bool, f64, Id, Cost)> = Vec::new();
    for client in book.clients.iter().filter(|c| !c.plan.is_empty() && c.tier.tier == Some(from)) {
        let (now, then) = (Cost::of(&client.facts, Some(from), under), Cost::of(&client.facts, Some(to), under));
        let saves = Cost { requirements: now.requirements - then.requirements, contacts: now.contacts - then.contacts };
        if saves.contacts > 1e-9 {
            let by_hand =
                client.tier.pin.as_ref().is_some_and(|p| ![PINNED_BY_IMPORT, PINNED_BY_LOAD].contains(&p.reason.as_str()));
            candidates.push((by_hand, client.tier.standing.map_or(0.0, |s| s.score), client.id(), saves));
        }
    }
    candidates.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut out = Suggestion::new(Kind::Lower { from, to });
    for (_, _, id, saves) in candidates {
        if out.contacts >= load.excess() - 1e-9 {
            break;
        }
        out.clients.push(id);
        out.requirements += saves.requirements;
        out.contacts += saves.contacts;
    }
    (!out.clients.is_empty()).then_some(out)
}

/// The C contacted half as often: on what is written to them, else on what they are contacted most.
fn seldom(book: &Snapshot, load: &Workload) -> Option<Suggestion> {
    let tier = Tier::C;
    let plan = &book.policy.plan(Some(tier)).contacts;
    let often =
        |all: &mut dyn Iterator<Item = &PlannedContact>| all.min_by(|a, b| a.every.days().total_cmp(&b.every.days())).copied();
    let contact = often(&mut plan.iter().filter(|c| c.channel.is_sent())).or_else(|| often(&mut plan.iter()))?;
    let after = match contact.every {
        Interval::Days(n) => Interval::Days(n * 2),
        Interval::Months(n) => Interval::Months(n * 2),
    };
    // Less than once a year is no plan.
    let kind = Kind::Seldom { tier, channel: contact.channel, before: contact.every, after };
    if after.days() > 366.0 {
        return None;
    }
    by_policy(book, load, kind).filter(|s| s.contacts > 1e-9)
}

/// Visits held by video, where the policy has visits and does not say so yet.
fn video(book: &Snapshot, load: &Workload) -> Option<Suggestion> {
    let visits = load.promise.on(Channel::Visit);
    if book.policy.meeting_satisfies_visit || visits < 0.05 {
        return None;
    }
    Some(Suggestion { visits, ..by_policy(book, load, Kind::Video)? })
}

/// What a change of the policy saves: what is promised under it is counted anew.
fn by_policy(book: &Snapshot, load: &Workload, kind: Kind) -> Option<Suggestion> {
    let mut out = Suggestion::new(kind);
    let (_, policy) = out.policy(book)?;
    let under = Under { policy: &policy, ..book.under() };
    let then = Promise::under(book, under);
    out.requirements = load.promise.requirements() - then.requirements();
    out.contacts = load.promise.contacts() - then.contacts();
    let other = |c: &&Assessed| {
        !c.plan.is_empty() && promised_as(&c.facts, c.tier.tier, under) != promised_as(&c.facts, c.tier.tier, book.under())
    };
    out.clients = book.clients.iter().filter(other).map(Assessed::id).collect();
    Some(out)
}

/// A larger capacity that would hold the promise: half as much again at the most, and only where what was managed does not speak
/// against it.
fn capacity(load: &Workload) -> Option<Suggestion> {
    let Limit::Capacity(limit) = load.limit() else { return None };
    let from = load.a_day;
    let to = (load.promise.contacts() / load.working_days.max(1) as f64 - 1e-9).ceil() as usize;
    let managed = load.managed.usual(load.working_days);
    if to <= from || to > from + from.div_ceil(2) || load.working_days == 0 || managed.is_some_and(|m| m < 0.8 * limit) {
        return None;
    }
    Some(Suggestion { room: (to - from) * load.working_days, ..Suggestion::new(Kind::Capacity { from, to }) })
}
