//! Signs of drifting away beside the orders (S91 to S95), as points on the log-odds, each with its evidence. The points are expert
//! defaults of the policy and not measured: with them the figure is an index, no probability. Which orders are missing is the model's.

use crate::domain::complaint::{CaseRow, Progress};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::ClientFacts;
use crate::domain::message::Message;
use crate::domain::words::{ComplaintKind, SurveyKind};

/// What was observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SignalKind {
    /// A case is not settled.
    OpenComplaint,
    /// One of them is past a limit.
    ComplaintLate,
    /// A case was marked 1 or 2, or came back.
    BadResolution,
    /// More cases than in the half year before.
    MoreComplaints,
    /// No word from the client although the user tried.
    ContactSilence,
    /// Fewer answers than before.
    ColdReplies,
    /// A low mark.
    LowSurvey,
    /// A mark that fell.
    FallenSurvey,
    /// A client who recommends: the only sign that calms.
    Promoter,
    /// Fewer projects than usual.
    FewerProjects,
    /// A rival was named.
    Competitor,
    /// Smaller orders.
    AmountDrop,
    /// An engagement ends and nothing follows.
    RenewalNear,
}

/// The points of each signal.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// Each open case, of two at most.
    pub open_complaint: f64,
    /// A limit broken, once.
    pub complaint_late: f64,
    /// Marked 1 or 2, or reopened, within 180 days; halves every 90.
    pub bad_resolution: f64,
    /// Two cases or more within 180 days, and more than in the 180 before.
    pub more_complaints: f64,
    /// Each doubling of the usual silence, of two at most.
    pub contact_silence: f64,
    /// Half as many answers as before.
    pub cold_replies: f64,
    /// NPS 6 or less, CSAT 2 or less.
    pub low_survey: f64,
    /// A mark lower by 3.
    pub fallen_survey: f64,
    /// NPS 9 or 10; negative.
    pub promoter: f64,
    /// Under half of the usual projects.
    pub fewer_projects: f64,
    /// A rival named within 90 days; halves every 45.
    pub competitor: f64,
    /// Orders at 70 % of what they were; twice at 50 %.
    pub amount_drop: f64,
    /// Ends within 60 days, nothing agreed.
    pub renewal_near: f64,
}

impl Default for Weights {
    fn default() -> Weights {
        Weights {
            open_complaint: 0.8,
            complaint_late: 0.4,
            bad_resolution: 1.0,
            more_complaints: 0.4,
            contact_silence: 0.4,
            cold_replies: 0.5,
            low_survey: 0.8,
            fallen_survey: 0.5,
            promoter: -0.4,
            fewer_projects: 0.5,
            competitor: 0.7,
            amount_drop: 0.4,
            renewal_near: 0.5,
        }
    }
}

/// One observed sign.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// What.
    pub kind: SignalKind,
    /// Points on the log-odds.
    pub points: f64,
    /// What it was observed in.
    pub evidence: Message,
}

/// What signals are looked for in.
pub struct Given<'a> {
    /// The client.
    pub facts: &'a ClientFacts,
    /// Its cases and where they stand.
    pub cases: &'a [(&'a CaseRow, &'a Progress)],
    /// A limit of an open case is broken.
    pub late: bool,
    /// The shortest interval the tier promises, days.
    pub cadence: Option<f64>,
    /// Days since the last contact that do not count: own leave, and stretches without any contact at all.
    pub away: i32,
    /// Now.
    pub now: &'a Now,
}

/// Days of half a year as the rules count it.
const HALF_YEAR: i32 = 180;
/// Least and most points of all signals together.
const RANGE: (f64, f64) = (-1.5, 2.5);

/// Every signal of a client, the heaviest first.
pub fn signals(given: &Given<'_>, weights: &Weights) -> Vec<Signal> {
    let mut out: Vec<Signal> = Vec::new();
    let mut add = |kind, points: f64, evidence| {
        if points != 0.0 {
            out.push(Signal { kind, points, evidence });
        }
    };
    cases(given, weights, &mut add);
    contacts(given, weights, &mut add);
    surveys(given, weights, &mut add);
    work(given, weights, &mut add);
    out.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    out
}

/// The sum of the signals as it counts.
pub fn points(signals: &[Signal]) -> f64 {
    signals.iter().map(|s| s.points).sum::<f64>().clamp(RANGE.0, RANGE.1)
}

/// The index: the chance of no order on the log-odds, moved by the points.
pub fn index(none: f64, points: f64) -> f64 {
    let chance = none.clamp(0.01, 0.99);
    1.0 / (1.0 + (-(chance / (1.0 - chance)).ln() - points).exp())
}

type Add<'a> = dyn FnMut(SignalKind, f64, Message) + 'a;

fn halved(points: f64, age: i32, half_life: f64) -> f64 {
    points * 0.5_f64.powf(f64::from(age.max(0)) / half_life)
}

fn cases(given: &Given<'_>, weights: &Weights, add: &mut Add<'_>) {
    let (zone, today) = (given.now.zone, given.now.today());
    let counts =
        |case: &&&(&CaseRow, &Progress)| case.0.kind != ComplaintKind::Suggestion && case.0.kind != ComplaintKind::Enquiry;
    let all: Vec<_> = given.cases.iter().filter(|c| counts(&c)).collect();
    let open = all.iter().filter(|(_, progress)| progress.status.is_unsettled()).count();
    add(
        SignalKind::OpenComplaint,
        weights.open_complaint * open.min(2) as f64,
        Message::new("signal-open-complaint").with("count", open),
    );
    if given.late {
        add(SignalKind::ComplaintLate, weights.complaint_late, Message::new("signal-complaint-late"));
    }
    let age = |at: Moment| today.since(at.day(zone));
    let bad = all.iter().flat_map(|(row, progress)| {
        let marks = progress.ratings.iter().filter(|(_, rating)| rating.is_bad()).map(|(at, _)| *at);
        marks.chain(progress.reopened.iter().copied()).map(|at| (at, row.no))
    });
    if let Some((at, no)) = bad.filter(|(at, _)| age(*at) <= HALF_YEAR).max() {
        let points = halved(weights.bad_resolution, age(at), 90.0);
        add(SignalKind::BadResolution, points, Message::new("signal-bad-resolution").with("no", no).with("on", at.day(zone)));
    }
    let opened = |from: i32, to: i32| all.iter().filter(|(row, _)| (from..to).contains(&age(row.opened))).count();
    let (now, before) = (opened(0, HALF_YEAR), opened(HALF_YEAR, 2 * HALF_YEAR));
    if now >= 2 && now > before {
        let evidence = Message::new("signal-more-complaints").with("count", now).with("before", before);
        add(SignalKind::MoreComplaints, weights.more_complaints, evidence);
    }
}

fn contacts(given: &Given<'_>, weights: &Weights, add: &mut Add<'_>) {
    let (zone, today) = (given.now.zone, given.now.today());
    let facts = &given.facts.contacts;
    if let (Some(first), Some(last), Some(cadence)) = (facts.first, facts.last, given.cadence) {
        let span = f64::from(last.day(zone).since(first.day(zone)));
        let usual = (span + 2.0 * cadence) / (f64::from(facts.answered) + 2.0);
        let silent = (today.since(last.day(zone)) - given.away).max(0);
        let doublings = (f64::from(silent) / (2.0 * usual)).log2().clamp(0.0, 2.0);
        // The user's own silence is not the client's drift.
        let theirs = facts.unanswered > 0 || facts.recent > 0 && 2 * facts.began >= facts.recent;
        if theirs && doublings > 0.0 {
            let evidence = Message::new("signal-contact-silence").with("days", silent).with("usual", usual.round() as i64);
            add(SignalKind::ContactSilence, weights.contact_silence * doublings, evidence);
        }
    }
    let share = |(n, k): (u32, u32)| (f64::from(k) + 2.0) / (f64::from(n) + 4.0);
    if facts.late.0 >= 3 && facts.early.0 > 0 && share(facts.late) < share(facts.early) / 2.0 {
        let evidence = Message::new("signal-cold-replies").with("answered", facts.late.1).with("count", facts.late.0);
        add(SignalKind::ColdReplies, weights.cold_replies, evidence);
    }
    if let Some(at) = facts.rival {
        let age = today.since(at.day(zone));
        if age <= 90 {
            let points = halved(weights.competitor, age, 45.0);
            add(SignalKind::Competitor, points, Message::new("signal-competitor").with("on", at.day(zone)));
        }
    }
}

fn surveys(given: &Given<'_>, weights: &Weights, add: &mut Add<'_>) {
    let today = given.now.today();
    let marks = &given.facts.surveys;
    let Some(newest) = marks.first().filter(|s| today.since(s.on) <= HALF_YEAR) else { return };
    let said = |id| Message::new(id).with("score", u32::from(newest.score)).with("on", newest.on);
    let low = match newest.kind {
        SurveyKind::Nps => newest.score <= 6,
        SurveyKind::Csat => newest.score <= 2,
    };
    if low {
        add(SignalKind::LowSurvey, weights.low_survey, said("signal-low-survey"));
    }
    let before = marks.iter().skip(1).find(|s| s.kind == newest.kind);
    if let Some(before) = before.filter(|b| b.score >= newest.score + 3) {
        add(
            SignalKind::FallenSurvey,
            weights.fallen_survey,
            said("signal-fallen-survey").with("before", u32::from(before.score)),
        );
    }
    if newest.kind == SurveyKind::Nps && newest.score >= 9 {
        add(SignalKind::Promoter, weights.promoter, said("signal-promoter"));
    }
}

/// Days before the end of an engagement from which nothing agreed is a sign.
const RENEWAL: i32 = 60;

fn work(given: &Given<'_>, weights: &Weights, add: &mut Add<'_>) {
    let today = given.now.today();
    let facts = given.facts;
    let (open, usual) = facts.projects;
    if usual >= 2.0 && f64::from(open) < usual / 2.0 {
        let evidence = Message::new("signal-fewer-projects").with("count", open).with("usual", format!("{usual:.1}"));
        add(SignalKind::FewerProjects, weights.fewer_projects, evidence);
    }
    let follows = |end: Day| facts.engagements.iter().any(|e| e.start >= end) || facts.orders.iter().any(|o| o.day > end);
    let ends = facts.engagements.iter().filter_map(|e| e.end.map(|end| (end, e)));
    let near = ends.filter(|(end, _)| (0..=RENEWAL).contains(&end.since(today)) && !follows(*end)).min_by_key(|(end, _)| *end);
    if let Some((end, engagement)) = near {
        let evidence = Message::new("signal-renewal-near").with("title", engagement.title.as_str()).with("end", end);
        add(SignalKind::RenewalNear, weights.renewal_near, evidence);
    }
    amounts(facts, today, weights, add);
}

/// Five orders or more: the last three against those before, each mean drawn to that of all.
fn amounts(facts: &ClientFacts, today: Day, weights: &Weights, add: &mut Add<'_>) {
    let margins: Vec<f64> = facts.orders.iter().filter(|o| o.day <= today && o.margin > 0.0).map(|o| o.margin).collect();
    if margins.len() < 5 {
        return;
    }
    let mean = margins.iter().sum::<f64>() / margins.len() as f64;
    let drawn = |part: &[f64]| (part.iter().sum::<f64>() + mean) / (part.len() as f64 + 1.0);
    let (before, last) = margins.split_at(margins.len() - 3);
    let share = drawn(last) / drawn(before);
    let times = if share <= 0.5 { 2.0 } else { f64::from(u8::from(share <= 0.7)) };
    if times > 0.0 {
        let evidence = Message::new("signal-amount-drop").with("share", crate::domain::message::Arg::Share(share));
        add(SignalKind::AmountDrop, weights.amount_drop * times, evidence);
    }
}
