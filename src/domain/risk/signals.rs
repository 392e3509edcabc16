//! Signs of drifting away beside the orders (S91 to S95), as points on the log-odds, each with its evidence. The points are expert
//! defaults of the policy and not measured: with them the figure is an index, no probability. Which orders are missing is the model's.

use crate::domain::complaint::{CaseRow, Progress};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::{ClientFacts, EngagementRow, OpportunityRow, OrderDay, SurveyRow};
use crate::domain::message::{Arg, Message};
use crate::domain::money::{Currency, Money};
use crate::domain::risk::{Orders, WEEK};
use crate::domain::words::{Channel, ComplaintKind, SignalKind, Stage, SurveyKind};

/// The points of each signal, by [`SignalKind`]; 0 switches one off.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights([f64; SignalKind::ALL.len()]);

impl Weights {
    /// The points of a signal: each open case (of two at most), each doubling of the usual silence (of two at most), orders at 70 % of
    /// what they were (twice at 50 %), a signature 14 days late (twice at 30); of the others once.
    pub fn of(&self, kind: SignalKind) -> f64 {
        self.0[kind as usize]
    }

    /// The same with another value for one signal.
    pub fn with(mut self, kind: SignalKind, points: f64) -> Weights {
        self.0[kind as usize] = points;
        self
    }

    /// The expert default of a signal.
    pub fn usual(kind: SignalKind) -> f64 {
        match kind {
            SignalKind::OpenComplaint | SignalKind::LowSurvey => 0.8,
            SignalKind::BadResolution => 1.0,
            SignalKind::Competitor => 0.7,
            SignalKind::ColdReplies | SignalKind::FallenSurvey | SignalKind::FewerProjects | SignalKind::RenewalNear => 0.5,
            SignalKind::ComplaintLate | SignalKind::MoreComplaints | SignalKind::ContactSilence => 0.4,
            SignalKind::AmountDrop | SignalKind::ContractLate => 0.4,
            SignalKind::Promoter => -0.4,
            SignalKind::FrequencyDrop => 0.0,
        }
    }
}

impl Default for Weights {
    fn default() -> Weights {
        Weights(std::array::from_fn(|n| Weights::usual(SignalKind::ALL[n])))
    }
}

/// One observed sign.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// What.
    pub kind: SignalKind,
    /// Points on the log-odds.
    pub points: f64,
    /// What it was observed in, one clause.
    pub evidence: Message,
    /// The rows behind it.
    pub rows: Vec<Message>,
}

/// What signals are looked for in.
pub struct Given<'a> {
    /// The client.
    pub facts: &'a ClientFacts,
    /// Its cases and where they stand.
    pub cases: &'a [(&'a CaseRow, &'a Progress)],
    /// Numbers of the open cases of which a limit is broken.
    pub late: Vec<i64>,
    /// The shortest interval the tier promises, days.
    pub cadence: Option<f64>,
    /// Days since the last contact that do not count: own leave, and stretches without any contact at all.
    pub away: i32,
    /// Orders, and the client's own gap between them, days.
    pub orders: Option<(Orders, f64)>,
    /// Currency of margins.
    pub currency: Currency,
    /// Now.
    pub now: &'a Now,
}

/// Days of half a year as the rules count it.
const HALF_YEAR: i32 = 180;
/// Least and most points of all signals together.
const RANGE: (f64, f64) = (-1.5, 2.5);

/// Every signal of a client, the heaviest first; those without points explain only.
pub fn signals(given: &Given<'_>, weights: &Weights) -> Vec<Signal> {
    let mut out = Found { weights, signals: Vec::new() };
    cases(given, &mut out);
    contacts(given, &mut out);
    surveys(given, &mut out);
    work(given, &mut out);
    frequency(given, &mut out);
    out.signals.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    out.signals
}

/// What was found so far.
struct Found<'a> {
    weights: &'a Weights,
    signals: Vec<Signal>,
}

impl Found<'_> {
    /// A signal that weighs its points so many times; nothing where they are switched off or it weighs nothing.
    fn add(&mut self, kind: SignalKind, times: f64, evidence: Message, rows: Vec<Message>) {
        let points = self.weights.of(kind) * times;
        if points != 0.0 {
            self.signals.push(Signal { kind, points, evidence, rows });
        }
    }

    /// What explains and does not count.
    fn explain(&mut self, kind: SignalKind, evidence: Message, rows: Vec<Message>) {
        self.signals.push(Signal { kind, points: 0.0, evidence, rows });
    }
}

/// The sum of the signals as it counts.
pub fn points(signals: &[Signal]) -> f64 {
    signals.iter().map(|s| s.points).sum::<f64>().clamp(RANGE.0, RANGE.1)
}

/// The chance of no order as points: its log-odds, neither certain nor impossible.
pub fn log_odds(none: f64) -> f64 {
    let chance = none.clamp(0.01, 0.99);
    (chance / (1.0 - chance)).ln()
}

/// The index: the chance of no order on the log-odds, moved by the points.
pub fn index(none: f64, points: f64) -> f64 {
    1.0 / (1.0 + (-log_odds(none) - points).exp())
}

fn halved(age: i32, half_life: f64) -> f64 {
    0.5_f64.powf(f64::from(age.max(0)) / half_life)
}

fn cases(given: &Given<'_>, out: &mut Found<'_>) {
    let (zone, today) = (given.now.zone, given.now.today());
    // A question, an idea and a call for help are no complaints.
    let counts = |kind: ComplaintKind| matches!(kind, ComplaintKind::Complaint | ComplaintKind::Conflict);
    let all: Vec<_> = given.cases.iter().filter(|(row, _)| counts(row.kind)).collect();
    let row_of = |row: &CaseRow| {
        Message::new("signal-row-case").with("no", row.no).with("on", row.opened.day(zone)).with("text", row.text.as_str())
    };
    let open: Vec<&CaseRow> = all.iter().filter(|(_, progress)| progress.status.is_unsettled()).map(|(row, _)| *row).collect();
    if !open.is_empty() {
        let evidence = Message::new("signal-open-complaint").with("count", open.len());
        out.add(SignalKind::OpenComplaint, open.len().min(2) as f64, evidence, open.iter().map(|row| row_of(row)).collect());
    }
    if !given.late.is_empty() {
        let rows = all.iter().filter(|(row, _)| given.late.contains(&row.no)).map(|(row, _)| row_of(row)).collect();
        out.add(SignalKind::ComplaintLate, 1.0, Message::new("signal-complaint-late").with("count", given.late.len()), rows);
    }
    let age = |at: Moment| today.since(at.day(zone));
    let bad = all.iter().flat_map(|(row, progress)| {
        let marks = progress.ratings.iter().filter(|m| m.rating.is_bad()).map(|m| (m.at, *row, m.rating.stored()));
        marks.chain(progress.reopened.iter().map(|at| (*at, *row, 0)))
    });
    let newest = bad.filter(|(at, ..)| age(*at) <= HALF_YEAR).max_by_key(|(at, row, mark)| (*at, row.no, *mark));
    if let Some((at, row, mark)) = newest {
        let id = if mark > 0 { "signal-bad-mark" } else { "signal-reopened" };
        let evidence = Message::new(id).with("no", row.no).with("on", at.day(zone)).with("score", i64::from(mark));
        out.add(SignalKind::BadResolution, halved(age(at), 90.0), evidence, vec![row_of(row)]);
    }
    let opened = |from: i32, to: i32| all.iter().filter(move |(row, _)| (from..=to).contains(&age(row.opened)));
    let (now, before) = (opened(0, HALF_YEAR).count(), opened(HALF_YEAR + 1, 2 * HALF_YEAR + 1).count());
    if now >= 2 && now > before {
        let evidence = Message::new("signal-more-complaints").with("count", now).with("before", before);
        let rows = opened(0, HALF_YEAR).map(|(row, _)| row_of(row)).collect();
        out.add(SignalKind::MoreComplaints, 1.0, evidence, rows);
    }
}

fn contacts(given: &Given<'_>, out: &mut Found<'_>) {
    let (zone, today) = (given.now.zone, given.now.today());
    let facts = &given.facts.contacts;
    let touches = |id: &'static str, rows: &[(Moment, Channel)]| -> Vec<Message> {
        rows.iter().map(|(at, channel)| Message::new(id).with("on", at.day(zone)).with("channel", *channel)).collect()
    };
    if let (Some(first), Some(last), Some(cadence)) = (facts.first, facts.last, given.cadence) {
        let span = f64::from(last.day(zone).since(first.day(zone)));
        let usual = (span + 2.0 * cadence) / (f64::from(facts.answered) + 2.0);
        let silent = (today.since(last.day(zone)) - given.away).max(0);
        let doublings = (f64::from(silent) / (2.0 * usual)).log2().clamp(0.0, 2.0);
        // The user's own silence is not the client's drift.
        let theirs = facts.unanswered > 0 || facts.recent > 0 && 2 * facts.began >= facts.recent;
        if doublings > 0.0 {
            let spoke = Message::new("signal-row-spoke").with("on", last.day(zone));
            let said = |id| Message::new(id).with("days", silent).with("usual", usual.round() as i64);
            if theirs {
                let id = if facts.unanswered > 0 { "signal-contact-silence" } else { "signal-no-word" };
                let evidence = said(id).with("count", facts.unanswered);
                let rows = [vec![spoke], touches("signal-row-attempt", &facts.attempts)].concat();
                out.add(SignalKind::ContactSilence, doublings, evidence, rows);
            } else {
                out.explain(SignalKind::ContactSilence, said("signal-own-silence"), vec![spoke]);
            }
        }
    }
    let share = |(n, k): (u32, u32)| (f64::from(k) + 2.0) / (f64::from(n) + 4.0);
    if facts.late.0 >= 3 && facts.early.0 > 0 && share(facts.late) < share(facts.early) / 2.0 {
        let evidence = Message::new("signal-cold-replies")
            .with("answered", facts.late.1)
            .with("count", facts.late.0)
            .with("before", facts.early.1)
            .with("of", facts.early.0);
        let rows = [touches("signal-row-cold", &facts.cold), touches("signal-row-attempt", &facts.attempts)].concat();
        out.add(SignalKind::ColdReplies, 1.0, evidence, rows);
    }
    if let Some(at) = facts.rival {
        let age = today.since(at.day(zone));
        if age <= 90 {
            let evidence = Message::new("signal-competitor").with("on", at.day(zone));
            out.add(SignalKind::Competitor, halved(age, 45.0), evidence, Vec::new());
        }
    }
}

fn surveys(given: &Given<'_>, out: &mut Found<'_>) {
    let today = given.now.today();
    let marks = &given.facts.surveys;
    let Some(newest) = marks.first().filter(|s| today.since(s.on) <= HALF_YEAR) else { return };
    let row = |s: &SurveyRow| {
        let id = match s.kind {
            SurveyKind::Nps => "signal-row-nps",
            SurveyKind::Csat => "signal-row-csat",
        };
        Message::new(id)
            .with("score", u32::from(s.score))
            .with("on", s.on)
            .with("given", i64::from(!s.reasons.is_empty()))
            .with("reasons", s.reasons.join(", "))
    };
    let said = |id| Message::new(id).with("score", u32::from(newest.score)).with("on", newest.on);
    let low = match newest.kind {
        SurveyKind::Nps => newest.score <= 6,
        SurveyKind::Csat => newest.score <= 2,
    };
    let of_kind = |nps, csat| if newest.kind == SurveyKind::Nps { nps } else { csat };
    if low {
        out.add(SignalKind::LowSurvey, 1.0, said(of_kind("signal-low-nps", "signal-low-csat")), vec![row(newest)]);
    }
    let before = marks.iter().skip(1).find(|s| s.kind == newest.kind);
    if let Some(before) = before.filter(|b| b.score >= newest.score + 3) {
        let evidence = said(of_kind("signal-fallen-nps", "signal-fallen-csat")).with("before", u32::from(before.score));
        out.add(SignalKind::FallenSurvey, 1.0, evidence, vec![row(before), row(newest)]);
    }
    if newest.kind == SurveyKind::Nps && newest.score >= 9 {
        out.add(SignalKind::Promoter, 1.0, said("signal-promoter"), vec![row(newest)]);
    }
}

/// Days before the end of an engagement from which nothing agreed is a sign.
const RENEWAL: i32 = 60;
/// Days before the end of an engagement from which on won work is what follows it.
const AGREED: i32 = 90;
/// Days past the expected signature from which it is late, and very late.
const LATE: (i32, i32) = (14, 30);

fn work(given: &Given<'_>, out: &mut Found<'_>) {
    let today = given.now.today();
    let facts = given.facts;
    let (open, usual) = facts.projects;
    if usual >= 2.0 && f64::from(open) < usual / 2.0 {
        let evidence = Message::new("signal-fewer-projects").with("count", open).with("usual", format!("{usual:.1}"));
        out.add(SignalKind::FewerProjects, 1.0, evidence, Vec::new());
    }
    // A later engagement that goes on beyond it, an order booked behind it, or work won not long before its end.
    let follows = |end: Day| {
        let goes_on = |e: &EngagementRow| e.start > end.plus(-RENEWAL) && e.end.is_none_or(|other| other > end);
        let won = |o: &OpportunityRow| o.state().stage == Stage::Won && o.state().at.day(given.now.zone) > end.plus(-AGREED);
        facts.engagements.iter().any(goes_on) || facts.orders.iter().any(|o| o.day > end) || facts.opportunities.iter().any(won)
    };
    let ends = facts.engagements.iter().filter_map(|e| e.end.map(|end| (end, e)));
    let near = ends.filter(|(end, _)| (0..=RENEWAL).contains(&end.since(today)) && !follows(*end));
    if let Some((end, engagement)) = near.min_by_key(|(end, _)| *end) {
        let evidence = Message::new("signal-renewal-near").with("title", engagement.title.as_str()).with("end", end);
        out.add(SignalKind::RenewalNear, 1.0, evidence, Vec::new());
    }
    let late = |o: &&OpportunityRow| o.is_open() && o.state().close.is_some_and(|close| today.since(close) > LATE.0);
    if let Some((close, worst)) = facts
        .opportunities
        .iter()
        .filter(late)
        .filter_map(|o| o.state().close.map(|close| (close, o)))
        .min_by_key(|(close, _)| *close)
    {
        let days = today.since(close);
        let evidence = Message::new("signal-contract-late")
            .with("title", worst.title.as_str())
            .with("close", close)
            .with("days", days)
            .with("slips", worst.slips().len());
        let slip = |(from, to): (Day, Day)| Message::new("signal-row-slip").with("from", from).with("to", to);
        let rows = worst.slips().into_iter().map(slip).collect();
        out.add(SignalKind::ContractLate, if days > LATE.1 { 2.0 } else { 1.0 }, evidence, rows);
    }
    amounts(given, out);
}

/// Five orders or more: the last three against those before, each mean drawn to that of all.
fn amounts(given: &Given<'_>, out: &mut Found<'_>) {
    let today = given.now.today();
    let orders: Vec<_> = given.facts.orders.iter().filter(|o| o.day <= today && o.valued && o.margin > 0.0).collect();
    if orders.len() < 5 {
        return;
    }
    let mean = orders.iter().map(|o| o.margin).sum::<f64>() / orders.len() as f64;
    let drawn = |part: &[&OrderDay]| (part.iter().map(|o| o.margin).sum::<f64>() + mean) / (part.len() as f64 + 1.0);
    let (before, last) = orders.split_at(orders.len() - 3);
    let share = drawn(last) / drawn(before);
    let times = if share <= 0.5 { 2.0 } else { f64::from(u8::from(share <= 0.7)) };
    if times > 0.0 {
        let evidence = Message::new("signal-amount-drop").with("share", Arg::Share(share)).with("count", orders.len());
        let row = |o: &&OrderDay| {
            let amount = Money { minor: o.margin.round() as i64, currency: given.currency };
            Message::new("signal-row-order").with("on", o.day).with("amount", amount)
        };
        out.add(SignalKind::AmountDrop, times, evidence, last.iter().map(row).collect());
    }
}

/// Times of the usual gap from which silence is named, and orders from which there is a usual gap.
const SLOW: (f64, u32) = (1.5, 3);

/// Orders that come more slowly than usual are inside the chance of no order already: only said.
fn frequency(given: &Given<'_>, out: &mut Found<'_>) {
    let Some((orders, gap)) = given.orders.filter(|(o, _)| o.x + 1 >= SLOW.1) else { return };
    let silent = orders.silence() * WEEK;
    if silent > SLOW.0 * gap {
        let evidence = Message::new("signal-frequency-drop")
            .with("days", silent.round() as i64)
            .with("usual", gap.round() as i64)
            .with("times", format!("{:.1}", silent / gap));
        out.explain(SignalKind::FrequencyDrop, evidence, Vec::new());
    }
}
