//! What makes clients of the sample drift away, and what was done about it: one story each, so that every sign shows somewhere; possible
//! work in every stage, a win-back that runs, a client that was saved, one that was lost. The words are in `assets/demo/`.

use super::random::Random;
use super::{
    DemoClient, DemoDeferral, DemoEngagement, DemoInvoice, DemoOpportunity, DemoOutcome, DemoRun, DemoState, DemoStep,
    DemoSurvey, DemoTouch, Setting, Text,
};
use crate::domain::day::{Day, Moment};
use crate::domain::words::*;

/// What happens to a client of the small sample, by its place among the active ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Story {
    /// The agreement runs out soon and nothing follows it.
    EndsSoon,
    /// Complaints one after the other; the mark fell.
    Angry,
    /// Projects came to an end, and the signature of the next is put off again and again.
    Stalled,
    /// Recommends us.
    Happy,
    /// Speaks with a rival and answers less and less.
    Rival,
    /// Orders less each time; put off on the list.
    Smaller,
    /// Has not ordered for long; a win-back runs.
    WinBack,
    /// Has not answered for long.
    Silent,
    /// Was won back.
    Saved,
    /// Orders have stopped, nobody knows why.
    Slow,
}

use Story::*;

/// Who lives through what.
const STORIES: [(usize, Story); 10] = [
    (2, EndsSoon),
    (3, Angry),
    (5, Stalled),
    (6, Happy),
    (11, Rival),
    (13, Smaller),
    (14, WinBack),
    (28, Silent),
    (33, Saved),
    (35, Slow),
];

fn story(set: &Setting<'_>, place: usize) -> Option<Story> {
    STORIES.iter().find(|(n, _)| *n == place && set.options.small).map(|(_, story)| *story)
}

/// Changes orders, projects and contacts of a client to what its story says. What its invoices are worth together stays.
pub(super) fn shape(set: &Setting<'_>, one: &mut DemoClient, place: usize, random: &mut Random) {
    let Some(story) = story(set, place) else { return };
    let before = worth(set, &one.invoices);
    match story {
        EndsSoon => end_running(set, one, 45, EngagementStatus::Open, true),
        Angry => drop_orders(set, one, 72),
        Stalled => {
            end_running(set, one, -24, EngagementStatus::Done, false);
            for n in 0..3 {
                let (start, end) = (set.today.plus(-400 + 25 * n), set.today.plus(-38 - 9 * n));
                one.engagements.push(engagement(set, start.max(one.since), end, n as usize + 1));
            }
            drop_orders(set, one, 90);
        }
        Rival => {
            end_running(set, one, -30, EngagementStatus::Done, false);
            drop_orders(set, one, 165);
            cool_down(set, one);
        }
        Smaller => {
            end_running(set, one, -20, EngagementStatus::Done, false);
            drop_orders(set, one, 142);
            let newest = newest_days(&one.invoices, 3);
            for invoice in one.invoices.iter_mut().filter(|i| newest.contains(&i.issued)) {
                invoice.amount = invoice.amount * 3 / 10;
                invoice.cost = invoice.cost * 3 / 10;
            }
        }
        WinBack => {
            end_running(set, one, -65, EngagementStatus::Done, false);
            drop_orders(set, one, 198);
        }
        Silent => {
            fall_silent(set, one, random);
            drop_orders(set, one, 262);
        }
        Slow => drop_orders(set, one, 385),
        Saved => {
            drop_orders(set, one, 0);
            if let Some(newest) = one.invoices.iter_mut().max_by_key(|i| i.issued) {
                newest.issued = set.today.plus(-18);
                newest.due = newest.issued.plus(30);
                newest.paid = None;
            }
        }
        Happy => {}
    }
    scale(set, &mut one.invoices, before);
    if story == Saved {
        // The plan is a closer one for three months after.
        for (ago, channel, note) in [(9, Channel::Call, "notes-call"), (4, Channel::Email, "notes-email")] {
            let at = set.moment(set.work_day(set.today.plus(-ago)), random);
            let mut touch = spoken(at, channel, entry(set, note, ago as usize));
            touch.minutes = touch.minutes.filter(|_| channel == Channel::Call);
            one.touches.push(touch);
        }
    }
    if matches!(story, Angry | Stalled | Rival | WinBack) {
        speak_lately(set, one, random);
    }
}

/// What the invoices are worth today, as the tier fades them.
fn worth(set: &Setting<'_>, invoices: &[DemoInvoice]) -> f64 {
    invoices.iter().map(|i| (i.amount - i.cost) as f64 * 0.5f64.powf(f64::from(set.today.since(i.issued)) / 182.0)).sum()
}

/// Makes invoices worth as much as they were, so that the tiers of the book stay.
fn scale(set: &Setting<'_>, invoices: &mut [DemoInvoice], before: f64) {
    let factor = before / worth(set, invoices).max(1e-9);
    if (factor - 1.0).abs() < 1e-9 || !factor.is_finite() {
        return;
    }
    for invoice in invoices {
        // Two figures that matter, as an offer would have it.
        let amount = invoice.amount as f64 * factor;
        let step = 10f64.powf(amount.max(1.0).log10().floor() - 1.0).max(1.0);
        let share = invoice.cost as f64 / invoice.amount.max(1) as f64;
        invoice.amount = ((amount / step).round() * step).max(1.0) as i64;
        invoice.cost = ((invoice.amount as f64 * share) as i64).min(invoice.amount);
    }
}

/// Moves the orders back until the newest is so many days old, and makes each one of its own: not part of a project.
fn drop_orders(set: &Setting<'_>, one: &mut DemoClient, days: i32) {
    let Some(newest) = one.invoices.iter().map(|i| i.issued).max() else { return };
    let back = (days - set.today.since(newest)).max(0);
    for invoice in &mut one.invoices {
        (invoice.issued, invoice.due) = (invoice.issued.plus(-back), invoice.due.plus(-back));
        invoice.paid = match invoice.paid {
            Some(paid) => Some(paid.plus(-back)),
            None => Some(invoice.due).filter(|due| *due < set.today),
        };
        invoice.engagement = None;
    }
    one.invoices.retain(|i| i.issued > one.since);
}

fn newest_days(invoices: &[DemoInvoice], n: usize) -> Vec<Day> {
    let mut days: Vec<Day> = invoices.iter().map(|i| i.issued).collect();
    days.sort_by_key(|day| std::cmp::Reverse(*day));
    days.truncate(n);
    days
}

/// Whatever runs, or only what is paid by the month, ends so many days from today.
fn end_running(set: &Setting<'_>, one: &mut DemoClient, days: i32, status: EngagementStatus, retainers: bool) {
    let end = set.today.plus(days);
    let runs =
        |e: &&mut DemoEngagement| e.status == EngagementStatus::Open && (!retainers || e.kind == EngagementKind::Retainer);
    for e in one.engagements.iter_mut().filter(runs) {
        e.start = e.start.min(end.plus(-30));
        (e.end, e.notice, e.renew, e.status) = (Some(end), None, None, status);
        e.status_on = if status == EngagementStatus::Done { end } else { e.start };
    }
}

fn engagement(set: &Setting<'_>, start: Day, end: Day, title: usize) -> DemoEngagement {
    let titles = set.texts.list("projects");
    DemoEngagement {
        kind: EngagementKind::Project,
        title: titles.get(title % titles.len().max(1)).copied().unwrap_or_default().into(),
        start,
        end: Some(end),
        notice: None,
        renew: None,
        status: EngagementStatus::Done,
        status_on: end,
        report_every: None,
        reported_on: None,
        milestones: Vec::new(),
    }
}

/// An entry of a list by its place.
fn entry(set: &Setting<'_>, section: &str, n: usize) -> Text {
    let list = set.texts.list(section);
    list.get(n % list.len().max(1)).copied().unwrap_or_default().into()
}

/// The contacts of the last quarter but the newest of each kind found nobody; the newest call heard of a rival, one mail was cold.
fn cool_down(set: &Setting<'_>, one: &mut DemoClient) {
    let zone = set.now.zone;
    let ago = |t: &DemoTouch| set.today.since(t.at.day(zone));
    let newest = |channel| {
        let of = one.touches.iter().enumerate().filter(|(_, t)| t.channel == channel && t.outcome == Outcome::Reached);
        of.max_by_key(|(_, t)| t.at).map(|(n, _)| n)
    };
    let kept = [newest(Channel::Call), newest(Channel::Visit)];
    let mut found = 0;
    for (n, touch) in one.touches.iter_mut().enumerate() {
        let days = ago(touch);
        if days > 88 || kept.contains(&Some(n)) || touch.channel == Channel::Visit {
            continue;
        }
        (touch.channel, touch.direction, touch.outcome, touch.minutes) =
            (Channel::Call, Direction::Out, Outcome::NoAnswer, None);
        touch.note = Some(entry(set, "notes-no-answer", found));
        found += 1;
    }
    if let Some(touch) = kept[1].and_then(|n| one.touches.get_mut(n)) {
        touch.flag = Some(Flag::Cold);
        touch.note = Some(entry(set, "drift-cold", 0));
    }
}

/// They called every six weeks until the summer; since then only our mails went out.
fn fall_silent(set: &Setting<'_>, one: &mut DemoClient, random: &mut Random) {
    const SINCE: i32 = 215;
    let zone = set.now.zone;
    one.touches.retain(|t| t.channel == Channel::Email || set.today.since(t.at.day(zone)) > SINCE);
    one.touches.iter_mut().filter(|t| t.channel == Channel::Email).for_each(|t| t.direction = Direction::Out);
    let mut days = SINCE;
    while set.today.plus(-days) > one.since.plus(5) {
        let at = set.moment(set.work_day(set.today.plus(-days)), random);
        one.touches.push(spoken(at, Channel::Call, entry(set, "notes-call", days as usize)));
        days += 44;
    }
    // Two calls found nobody: not only mails went unanswered.
    for ago in [30, 12] {
        let at = set.moment(set.work_day(set.today.plus(-ago)), random);
        let missed = spoken(at, Channel::Call, entry(set, "notes-no-answer", ago as usize));
        one.touches.push(DemoTouch { outcome: Outcome::NoAnswer, minutes: None, ..missed });
    }
}

/// A visit and a call on the last days: who is watched closely was spoken to, and nothing of it is due today. After a long holiday the
/// call was yesterday.
fn speak_lately(set: &Setting<'_>, one: &mut DemoClient, random: &mut Random) {
    let rival = one.touches.iter().any(|t| t.flag == Some(Flag::Cold));
    let before = set.working_before(set.working);
    let call = if set.today.since(before) <= 3 { before } else { set.today.plus(-1) };
    let visit = set.working_before(before);
    for (day, channel, note) in [(call, Channel::Call, 0), (visit, Channel::Visit, 1)] {
        let mut touch = spoken(set.moment(day, random), channel, entry(set, "drift-talk", note));
        if rival && channel == Channel::Call {
            (touch.flag, touch.note) = (Some(Flag::Competitor), Some(entry(set, "drift-rival", 0)));
        }
        one.touches.push(touch);
    }
}

fn spoken(at: Moment, channel: Channel, note: Text) -> DemoTouch {
    DemoTouch {
        at,
        channel,
        direction: Direction::Out,
        outcome: Outcome::Reached,
        minutes: Some(if channel == Channel::Visit { 50 } else { 12 }),
        note: Some(note),
        person: Some(0),
        flag: None,
    }
}

/// Gives every client what its story has beside orders and contacts; `leads` and `former` stand behind the active ones.
pub(super) fn follow(set: &Setting<'_>, clients: &mut [DemoClient], active: usize) {
    if !set.options.small {
        return large(set, clients, active);
    }
    for (place, story) in STORIES {
        let Some(one) = clients.get_mut(place).filter(|_| place < active) else { continue };
        match story {
            Angry => marks(set, one, &[(9, 118, "marks-good"), (4, 22, "marks-bad")]),
            Happy => marks(set, one, &[(8, 160, "marks-good"), (10, 16, "marks-good")]),
            WinBack => win_back(set, one),
            Saved => saved(set, one),
            Rival => put_off(set, one, 24, 16, "cold-replies"),
            Smaller => put_off(set, one, 6, 20, "amount-drop contract-late frequency-drop"),
            EndsSoon | Stalled | Silent | Slow => {}
        }
    }
    prospects(set, clients);
    let lost = clients.iter_mut().skip(active).filter(|c| c.status == Status::Lost);
    lost.for_each(|one| lose(set, one));
}

fn marks(set: &Setting<'_>, one: &mut DemoClient, marks: &[(u8, i32, &str)]) {
    let mark = |(score, ago, reasons): &(u8, i32, &str)| DemoSurvey {
        kind: SurveyKind::Nps,
        score: *score,
        on: set.work_day(set.today.plus(-*ago)),
        reasons: vec![entry(set, reasons, *ago as usize)],
        person: Some(0),
    };
    one.surveys = marks.iter().map(mark).filter(|s| s.on > one.since).collect();
}

/// Put off on the list so many days ago for a while, with the signs that were seen then.
fn put_off(set: &Setting<'_>, one: &mut DemoClient, ago: i32, more: i32, seen: &'static str) {
    one.deferrals.push(DemoDeferral {
        kind: DeferralKind::Snooze,
        target: "risk".into(),
        until: set.today.plus(more),
        reason: Some(entry(set, "drift-put-off", 0)),
        created: at_ten(set, set.work_day(set.today.plus(-ago))),
        signals: Some(seen.into()),
    });
}

fn at_ten(set: &Setting<'_>, day: Day) -> Moment {
    Moment(day.start(set.now.zone).0 + 10 * 3600).min(Moment(set.now.instant.0 - 60))
}

/// A win-back whose next step is due today.
fn win_back(set: &Setting<'_>, one: &mut DemoClient) {
    let started = set.work_day(set.today.plus(-6));
    let dues =
        [started, started.plus(1), set.working, set.time.add_working(set.working, 5), set.time.add_working(set.working, 15)];
    let done = [Some((started, 0)), Some((started.plus(1), 1)), None, None, None];
    let run = run(set, started, &dues, &done);
    one.runs.push(run);
    one.surveys = vec![DemoSurvey {
        kind: SurveyKind::Csat,
        score: 2,
        on: started,
        reasons: vec![entry(set, "marks-bad", 2)],
        person: Some(0),
    }];
}

/// A win-back that ended well six weeks ago.
fn saved(set: &Setting<'_>, one: &mut DemoClient) {
    let started = set.work_day(set.today.plus(-66));
    let (dues, mut done) = ([0, 2, 5, 12, 21].map(|n| started.plus(n)), [None; 5]);
    for (n, slot) in done.iter_mut().enumerate() {
        *slot = Some((dues[n], n));
    }
    let ended = set.work_day(started.plus(24));
    let mut run = run(set, started, &dues, &done);
    run.ended = Some((at_ten(set, ended), RunEnd::Saved));
    one.runs.push(run);
    one.outcomes.push(DemoOutcome {
        kind: OutcomeKind::Saved,
        on: ended,
        reason: None,
        note: Some(entry(set, "drift-saved", 0)),
    });
}

fn run(set: &Setting<'_>, started: Day, dues: &[Day; 5], done: &[Option<(Day, usize)>; 5]) -> DemoRun {
    let steps = set.texts.list("win-back").iter().zip(dues).zip(done);
    let notes = set.texts.list("drift-steps");
    let step = |((text, due), done): ((&&'static str, &Day), &Option<(Day, usize)>)| {
        let (kind, channel, title) = super::texts::Texts::parts(text);
        DemoStep {
            kind: StepKind::parse(kind).unwrap_or(StepKind::Step),
            channel: Channel::parse(channel),
            title: title.into(),
            due: *due,
            done: done.map(|(day, n)| (at_ten(set, day), notes.get(n).copied().unwrap_or_default().into())),
        }
    };
    DemoRun {
        title: entry(set, "win-back-title", 0),
        started: at_ten(set, started),
        ended: None,
        steps: steps.map(step).collect(),
    }
}

/// What became of a client that is gone: its orders first, then the loss with its reason.
fn lose(set: &Setting<'_>, one: &mut DemoClient) {
    one.outcomes.push(DemoOutcome {
        kind: OutcomeKind::Lost,
        on: one.status_on,
        reason: Some("price".into()),
        note: one.status_why.clone(),
    });
    let product = entry(set, "products", 3);
    for n in 0..6 {
        let issued = one.status_on.plus(-95 - 45 * n);
        if issued > one.since {
            let (amount, due) = (amount(set, 9_000), issued.plus(30));
            one.invoices.push(DemoInvoice {
                number: String::new(),
                issued,
                due,
                paid: Some(due),
                amount,
                cost: amount * 2 / 5,
                product: product.clone(),
                engagement: None,
            });
        }
    }
}

/// An amount of so many yuan, in the book's currency.
fn amount(set: &Setting<'_>, yuan: i64) -> i64 {
    let minor = yuan as f64 * super::money::unit(set.options.currency);
    let step = 10f64.powf(minor.max(1.0).log10().floor() - 1.0).max(1.0);
    ((minor / step).round() * step).max(1.0) as i64
}

/// Possible work of the small sample: client, place of the title, amount in yuan, and its states: days ago, stage, expected signature
/// in days from today, place of the reason.
type Possible = (usize, usize, i64, &'static [(i32, Stage, Option<i32>, Option<usize>)]);

const POSSIBLE: [Possible; 9] = [
    (2, 0, 180_000, &[(20, Stage::Needs, Some(30), None), (6, Stage::Proposal, Some(30), None)]),
    (
        5,
        1,
        240_000,
        &[
            (120, Stage::Needs, Some(-62), None),
            (64, Stage::Proposal, Some(-40), Some(0)),
            (41, Stage::FollowUp, Some(-19), Some(1)),
        ],
    ),
    (6, 2, 96_000, &[(50, Stage::Intake, Some(-5), None), (8, Stage::Proposal, Some(16), Some(2))]),
    (7, 3, 150_000, &[(90, Stage::Proposal, Some(-20), None), (23, Stage::Won, Some(-20), None)]),
    (13, 4, 60_000, &[(80, Stage::Proposal, Some(-34), None)]),
    (21, 5, 30_000, &[(100, Stage::Proposal, Some(-50), None), (44, Stage::Lost, Some(-50), Some(3))]),
    (14, 6, 75_000, &[(9, Stage::Intake, None, None)]),
    (38, 7, 80_000, &[(3, Stage::Intake, Some(60), None)]),
    (39, 8, 45_000, &[(2, Stage::Needs, Some(40), None)]),
];

fn prospects(set: &Setting<'_>, clients: &mut [DemoClient]) {
    for (place, title, yuan, states) in POSSIBLE {
        let Some(one) = clients.get_mut(place) else { continue };
        let state = |(ago, stage, close, why): &(i32, Stage, Option<i32>, Option<usize>)| DemoState {
            at: at_ten(set, set.today.plus(-*ago).max(one.since)),
            stage: *stage,
            close: close.map(|days| set.work_day(set.today.plus(days))),
            why: why.map(|n| entry(set, "slips", n)),
        };
        let states: Vec<DemoState> = states.iter().map(state).collect();
        let opportunity = DemoOpportunity {
            title: entry(set, "opportunities", title),
            amount: amount(set, yuan),
            probability: (place == 5).then_some(0.6),
            states,
        };
        one.opportunities.push(opportunity);
    }
}

/// Of the large sample one client in six has possible work, and whoever is gone has a reason.
fn large(set: &Setting<'_>, clients: &mut [DemoClient], active: usize) {
    for (n, one) in clients.iter_mut().enumerate() {
        let mut random = Random::new(set.options.seed, 6_000_000 + n as u64);
        if one.status == Status::Lost {
            let reasons = ["price", "quality", "service", "competitor", "budget"];
            one.outcomes.push(DemoOutcome {
                kind: OutcomeKind::Lost,
                on: one.status_on,
                reason: Some(random.pick(&reasons).into()),
                note: one.status_why.clone(),
            });
        } else if n < active && random.chance(0.17) {
            let ago = random.between(5, 150);
            let created = set.today.plus(-ago).max(one.since);
            let close = set.today.plus(random.between(-20, 60));
            let stages = [Stage::Intake, Stage::Needs, Stage::Proposal, Stage::FollowUp, Stage::Won, Stage::Lost];
            let (at, mut states) = (at_ten(set, created), Vec::new());
            states.push(DemoState { at, stage: Stage::Intake, close: Some(close.plus(-30).max(created)), why: None });
            let stage = random.pick_one(&stages).unwrap_or(Stage::Intake);
            let why = (stage == Stage::Lost).then(|| entry(set, "slips", 3));
            let later = at_ten(set, set.today.plus(-random.between(1, ago.min(20))).max(created));
            if stage != Stage::Intake && later > at {
                states.push(DemoState { at: later, stage, close: Some(close), why });
            }
            let yuan = i64::from(random.between(8, 200)) * 1_000;
            let title = random.pick(set.texts.list("opportunities")).into();
            one.opportunities.push(DemoOpportunity { title, amount: amount(set, yuan), probability: None, states });
        }
    }
}
