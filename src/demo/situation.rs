//! What stands in Today about each client of the sample. The touches that lead there are in `history`.

use super::money::Split;
use super::random::Random;
use super::{DemoAppointment, DemoClient, DemoDeferral, DemoOptions, DemoTask, Setting};
use crate::domain::day::{Day, Moment};
use crate::domain::words::*;
use std::borrow::Cow;

/// A client's situation on the day the sample is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Situation {
    /// Nothing is due.
    UpToDate,
    /// The call is due on the working day.
    CallDue,
    /// The call is past its grace.
    CallLate,
    /// Nobody answered yesterday.
    Retry,
    /// Call and visit are both due.
    CallAndVisit,
    /// The visit is due, calls are fine.
    VisitDue,
    /// An appointment later today.
    Booked,
    /// A promise is days late.
    Promise,
    /// A promise is due today.
    PromiseToday,
    /// They owe something.
    Waiting,
    /// Delegated work is due.
    Delegated,
    /// An invoice is more than three days late.
    InvoiceLate,
    /// A contract's notice date is near.
    Renewal,
    /// The client's data is to be checked.
    Review,
    /// The monthly mail is due.
    MailDue,
    /// Grew into a higher tier.
    TierUp,
    /// The due call is hidden for some days.
    Snoozed,
    /// The cadence stands still.
    Paused,
    /// A client whom nobody has contacted yet.
    NeverTouched,
}

use Situation::*;

/// The small sample's situations by tier; whoever is left is up to date. All A and B belong here by hand, so that Today stays short:
/// its open cases stand there too.
const SMALL: [&[Situation]; 3] = [
    &[Booked, CallLate, UpToDate, UpToDate, Promise, UpToDate, Snoozed, Review, Renewal],
    &[TierUp, Retry, UpToDate, InvoiceLate, Waiting, UpToDate, Delegated],
    &[MailDue, MailDue, MailDue, MailDue, MailDue, NeverTouched, Paused],
];

/// Gives every active client its situation.
pub(super) fn spread_out(tiers: &Split, options: &DemoOptions) -> Vec<Situation> {
    let mut random = Random::new(options.seed, 0);
    let mut given = [0usize; 3];
    (0..tiers.clients)
        .map(|n| {
            let tier = tiers.tier(n);
            if options.small {
                let list = SMALL[tier.rank()];
                let mine = given[tier.rank()];
                given[tier.rank()] += 1;
                list.get(mine).copied().unwrap_or(UpToDate)
            } else {
                large(tier, random.share())
            }
        })
        .collect()
}

/// A draw for the large sample: about a third of A and B have something today.
fn large(tier: Tier, draw: f64) -> Situation {
    let table: &[(f64, Situation)] = match tier {
        Tier::A => &[
            (0.12, CallDue),
            (0.10, CallLate),
            (0.05, CallAndVisit),
            (0.04, Promise),
            (0.03, PromiseToday),
            (0.03, Booked),
            (0.03, InvoiceLate),
            (0.02, Renewal),
            (0.04, Review),
            (0.02, Snoozed),
        ],
        Tier::B => &[
            (0.12, VisitDue),
            (0.10, Retry),
            (0.04, Promise),
            (0.04, Waiting),
            (0.03, PromiseToday),
            (0.04, InvoiceLate),
            (0.02, Delegated),
            (0.02, TierUp),
            (0.02, Renewal),
            (0.01, Paused),
        ],
        Tier::C => &[
            (0.14, MailDue),
            (0.04, InvoiceLate),
            (0.03, Waiting),
            (0.03, PromiseToday),
            (0.02, Promise),
            (0.02, NeverTouched),
            (0.02, Paused),
        ],
    };
    let mut sum = 0.0;
    for (probability, situation) in table {
        sum += probability;
        if draw < sum {
            return *situation;
        }
    }
    UpToDate
}

/// Writes down what the situation needs beside touches and invoices: tasks, appointments, deferrals.
pub(super) fn settle(set: &Setting<'_>, client: &mut DemoClient, situation: Situation, random: &mut Random) {
    let (today, working) = (set.today, set.working);
    match situation {
        Booked => client.appointments.push(later_today(set, client.region.clone(), random)),
        Promise => client.tasks.push(task(set, TaskKind::Own, "own", working.plus(-random.between(3, 5)), random)),
        PromiseToday => client.tasks.push(task(set, TaskKind::Own, "own", today, random)),
        // In the small sample both are under way and not yet due.
        Waiting => {
            let due = if set.options.small { today.plus(2) } else { today.plus(-random.between(0, 2)) };
            client.tasks.push(task(set, TaskKind::Waiting, "waiting", due, random));
        }
        Delegated => {
            let due = if set.options.small { today.plus(3) } else { today };
            client.tasks.push(task(set, TaskKind::Delegated, "delegated", due, random));
        }
        Snoozed => client.deferrals.push(DemoDeferral {
            kind: DeferralKind::Snooze,
            target: "contact:call".into(),
            until: today.plus(3),
            reason: Some(random.pick(set.texts.list("snooze")).into()),
            created: set.moment(today.plus(-1), random),
            signals: None,
        }),
        Paused => client.deferrals.push(DemoDeferral {
            kind: DeferralKind::Pause,
            target: "*".into(),
            until: today.plus(25),
            reason: Some(random.pick(set.texts.list("reasons")).into()),
            created: set.moment(today.plus(-12), random),
            signals: None,
        }),
        _ => {}
    }
    // What is still to come, so that the client's page is not empty.
    if situation == UpToDate && random.chance(0.2) {
        client.tasks.push(task(set, TaskKind::Own, "own", today.plus(random.between(2, 15)), random));
    }
    if random.chance(0.3) {
        let mut done = task(set, TaskKind::Own, "own", working.plus(-random.between(8, 60)), random);
        done.done = Some(set.moment(done.due.plus(-1), random));
        client.tasks.push(done);
    }
}

pub(super) fn task(set: &Setting<'_>, kind: TaskKind, section: &str, due: Day, random: &mut Random) -> DemoTask {
    let (text, assignee) = random
        .pick(set.texts.list(section))
        .split_once('|')
        .map_or_else(|| (random.pick(set.texts.list(section)), None), |(text, who)| (text, Some(Cow::Borrowed(who))));
    let created = set.moment(set.work_day(due.min(set.today).plus(-random.between(2, 9))), random);
    DemoTask { kind, text: text.into(), due, assignee, created, done: None }
}

/// A visit this afternoon; in the evening still today, as long as the day has a minute left.
fn later_today(set: &Setting<'_>, place: Cow<'static, str>, random: &mut Random) -> DemoAppointment {
    const HALF_HOUR: i64 = 1800;
    let now = set.now.instant.0;
    // Whole half hours of local time: offsets of every zone in use are multiples of a quarter of an hour.
    let midnight = set.today.start(set.now.zone).0;
    let next = midnight + ((now - midnight + 3600) / HALF_HOUR + 1) * HALF_HOUR;
    let start = Moment(next).max(Moment(midnight + 10 * 3600)).min(Moment(set.today.end(set.now.zone).0 - 59));
    DemoAppointment {
        channel: Channel::Visit,
        start,
        minutes: Some(60),
        place: Some(place),
        note: Some(random.pick(set.texts.list("projects")).into()),
        created: set.moment(set.today.plus(-4), random),
        person: Some(0),
    }
}
