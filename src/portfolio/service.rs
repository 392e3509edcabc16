//! The figures of the service (S124): each with what it means, what is divided by what, and the cases behind it.
//! Which causes led to the cases is `causes`'; how one clock is read is `cases`'.

use super::Snapshot;
use super::cases::{Case, Readings};
use super::causes::{KINDS, mean, opened, sum};
use crate::domain::complaint::Rating;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::words::{CaseStatus, ComplaintKind, Status};

/// What a figure is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Cases for each client.
    PerClient,
    /// A part of 1.
    Share,
    /// Seconds of working time, or of the clock the policy names.
    ClockSeconds,
    /// Seconds of the calendar.
    Seconds,
    /// Marks 1 to 5.
    Mark,
    /// Offers for each case.
    PerCase,
    /// Money, by currency.
    Money,
}

impl Unit {
    /// The word for it in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Unit::PerClient => "per-client",
            Unit::Share => "share",
            Unit::ClockSeconds => "clock-seconds",
            Unit::Seconds => "seconds",
            Unit::Mark => "mark",
            Unit::PerCase => "per-case",
            Unit::Money => "money",
        }
    }
}

/// What a figure comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number in the figure's unit.
    Number(f64),
    /// Amounts by currency; none: nothing was spent.
    Money(Vec<Money>),
}

/// A case behind a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow {
    /// Its number.
    pub no: i64,
    /// What it adds: 1 or 0 to a share, seconds, a mark, an amount.
    pub value: Value,
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The word for it in JSON and in catalogue ids.
    pub id: &'static str,
    /// What is divided; `None` of a middle value, which divides nothing.
    pub numerator: Option<Value>,
    /// What it is divided by, or among how many the middle was taken.
    pub denominator: usize,
    /// What it comes to; `None` where there is nothing to divide by.
    pub value: Option<Value>,
    /// In what.
    pub unit: Unit,
    /// The cases behind it, by opening.
    pub rows: Vec<FigureRow>,
    /// What it was in the period before.
    pub before: Option<Value>,
    /// Cases left out of it: their clocks were not running here.
    pub left_out: Vec<i64>,
}

/// The figures of a period in the order they are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The period.
    pub period: Period,
    /// The kinds counted by the complaint rate.
    pub rate_kinds: Vec<ComplaintKind>,
    /// The kinds counted by the others.
    pub kinds: Vec<ComplaintKind>,
    /// The figures.
    pub all: Vec<Figure>,
}

impl Figures {
    /// Reckons the figures. Without kinds the complaint rate counts complaints and conflicts, all others every case.
    pub fn new(book: &Snapshot, period: Period, kinds: Option<&[ComplaintKind]>) -> Figures {
        let rate_kinds = kinds.unwrap_or(&KINDS).to_vec();
        let kinds = kinds.unwrap_or(ComplaintKind::ALL).to_vec();
        let mut all = reckon(book, &period, &rate_kinds, &kinds);
        if let Some(previous) = period.previous() {
            for (figure, before) in all.iter_mut().zip(reckon(book, &previous, &rate_kinds, &kinds)) {
                figure.before = before.value;
            }
        }
        Figures { period, rate_kinds, kinds, all }
    }

    /// A figure by its word.
    pub fn get(&self, id: &str) -> Option<&Figure> {
        self.all.iter().find(|figure| figure.id == id)
    }
}

fn reckon(book: &Snapshot, period: &Period, rate_kinds: &[ComplaintKind], kinds: &[ComplaintKind]) -> Vec<Figure> {
    let cases = opened(book, period, kinds);
    let read: Vec<(&Case, Readings)> = cases.iter().map(|case| (*case, book.readings(case, &book.now))).collect();
    // What was taken over from a list answered or settled was not measured here.
    let (timed, left_out): (Vec<_>, Vec<_>) = read.iter().partition(|(case, _)| case.row.begun == CaseStatus::Registered);
    let left_out: Vec<i64> = left_out.iter().map(|(case, _)| case.row.no).collect();
    let first_kept = timed.iter().filter_map(|(c, r)| Some((c.row.no, r.first?.met?)));
    let solution_kept = timed.iter().filter_map(|(c, r)| Some((c.row.no, r.solution_overall()?.met?)));
    let answered = || timed.iter().filter_map(|(c, r)| Some((*c, r.first.filter(|first| first.stopped.is_some())?)));
    let clock: Vec<(i64, f64)> = answered().map(|(c, first)| (c.row.no, first.spent as f64)).collect();
    let wait = answered().filter_map(|(c, first)| Some((c.row.no, (first.stopped?.0 - c.row.opened.0) as f64)));
    let wait: Vec<(i64, f64)> = wait.collect();
    let mut figures = vec![
        rate(book, period, rate_kinds),
        part("first-in-time", first_kept.collect()),
        part("solution-in-time", solution_kept.collect()),
        middle("response-median", Unit::ClockSeconds, 50, &clock),
        middle("response-p90", Unit::ClockSeconds, 90, &clock),
        middle("wait-median", Unit::Seconds, 50, &wait),
        middle("wait-p90", Unit::Seconds, 90, &wait),
    ];
    for figure in figures.iter_mut().skip(1) {
        figure.left_out.clone_from(&left_out);
    }
    figures.extend(satisfaction(book, period, kinds));
    figures.push(remedies(&cases, false));
    figures.push(remedies(&cases, true));
    figures.push(part("reopened", cases.iter().filter_map(|c| Some((c.row.no, reopened(c)?))).collect()));
    let offered = cases.iter().filter(|c| c.progress.offers > 0);
    figures.push(average("rounds", Unit::PerCase, offered.map(|c| (c.row.no, f64::from(c.progress.refusals))).collect()));
    figures
}

impl Figure {
    fn new(id: &'static str, unit: Unit) -> Figure {
        Figure { id, numerator: None, denominator: 0, value: None, unit, rows: vec![], before: None, left_out: vec![] }
    }

    /// What it is called.
    pub fn title(&self) -> Message {
        Message::new(self.names().1)
    }

    /// What it means, in a sentence or two.
    pub fn definition(&self) -> Message {
        Message::new(self.names().2)
    }

    fn names(&self) -> &'static (&'static str, &'static str, &'static str) {
        NAMES.iter().find(|(id, ..)| *id == self.id).unwrap_or(&NAMES[0])
    }
}

/// The figures by their words, with the catalogue ids of what they are called and what they mean.
const NAMES: [(&str, &str, &str); 14] = [
    ("complaint-rate", "figure-complaint-rate", "figure-complaint-rate-means"),
    ("first-in-time", "figure-first-in-time", "figure-first-in-time-means"),
    ("solution-in-time", "figure-solution-in-time", "figure-solution-in-time-means"),
    ("response-median", "figure-response-median", "figure-response-median-means"),
    ("response-p90", "figure-response-p90", "figure-response-p90-means"),
    ("wait-median", "figure-wait-median", "figure-wait-median-means"),
    ("wait-p90", "figure-wait-p90", "figure-wait-p90-means"),
    ("satisfaction", "figure-satisfaction", "figure-satisfaction-means"),
    ("content", "figure-content", "figure-content-means"),
    ("unreachable", "figure-unreachable", "figure-unreachable-means"),
    ("remedy-cost", "figure-remedy-cost", "figure-remedy-cost-means"),
    ("remedy-per-case", "figure-remedy-per-case", "figure-remedy-per-case-means"),
    ("reopened", "figure-reopened", "figure-reopened-means"),
    ("rounds", "figure-rounds", "figure-rounds-means"),
];

/// So many of so many.
fn part(id: &'static str, rows: Vec<(i64, bool)>) -> Figure {
    let yes = rows.iter().filter(|(_, yes)| *yes).count() as f64;
    let rows = rows.into_iter().map(|(no, yes)| (no, f64::from(u8::from(yes)))).collect();
    Figure { unit: Unit::Share, numerator: Some(Value::Number(yes)), ..average(id, Unit::Share, rows) }
}

/// The mean of a number of each case.
fn average(id: &'static str, unit: Unit, rows: Vec<(i64, f64)>) -> Figure {
    Figure {
        numerator: Some(Value::Number(rows.iter().map(|(_, n)| n).sum())),
        denominator: rows.len(),
        value: mean(rows.iter().map(|(_, n)| *n)).map(Value::Number),
        rows: numbers(&rows),
        ..Figure::new(id, unit)
    }
}

/// The value below or at which so many percent of them lie.
fn middle(id: &'static str, unit: Unit, percent: usize, rows: &[(i64, f64)]) -> Figure {
    let values = rows.iter().map(|(_, n)| *n).collect();
    Figure {
        denominator: rows.len(),
        value: percentile(values, percent).map(Value::Number),
        rows: numbers(rows),
        ..Figure::new(id, unit)
    }
}

fn numbers(rows: &[(i64, f64)]) -> Vec<FigureRow> {
    rows.iter().map(|(no, n)| FigureRow { no: *no, value: Value::Number(*n) }).collect()
}

/// The nearest-rank percentile: the smallest value with at least so many percent of all values at or below it. It is always one that was
/// measured, never one between two.
fn percentile(mut values: Vec<f64>, percent: usize) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let rank = (values.len() * percent).div_ceil(100).max(1);
    values.get(rank - 1).copied()
}

/// Complaints of the period for each client who was active at its end.
fn rate(book: &Snapshot, period: &Period, kinds: &[ComplaintKind]) -> Figure {
    let cases = opened(book, period, kinds);
    let clients = active(book, period.last.min(book.now.today()));
    Figure {
        numerator: Some(Value::Number(cases.len() as f64)),
        denominator: clients,
        value: (clients > 0).then(|| Value::Number(cases.len() as f64 / clients as f64)),
        rows: cases.iter().map(|c| FigureRow { no: c.row.no, value: Value::Number(1.0) }).collect(),
        ..Figure::new("complaint-rate", Unit::PerClient)
    }
}

/// Clients active on a day: those active now who were there then, and those whose end was decided later.
fn active(book: &Snapshot, day: Day) -> usize {
    let counts = |client: &&super::Assessed| {
        let row = &client.facts.client;
        let ended_later = matches!(row.status, Status::Stopped | Status::Lost | Status::Dormant) && row.status_on > day;
        row.since <= day && (client.status == Status::Active || ended_later)
    };
    book.clients.iter().filter(counts).count()
}

/// What clients thought of the handling, by what they said in the period, whenever their case was opened. In each round of a case (from
/// its opening or a reopening on) the newest mark counts once; who was not reached counts apart, and only where no mark was given.
fn satisfaction(book: &Snapshot, period: &Period, kinds: &[ComplaintKind]) -> [Figure; 3] {
    let zone = book.now.zone;
    let mut cases: Vec<&Case> = book.cases().filter(|c| kinds.contains(&c.row.kind)).collect();
    cases.sort_by_key(|c| (c.row.opened, c.row.no));
    let mut asked: Vec<(i64, Rating)> = Vec::new();
    for case in cases {
        let mut rounds: Vec<(usize, Rating)> = Vec::new();
        for marked in case.progress.ratings.iter().filter(|marked| period.contains(marked.at.day(zone))) {
            match rounds.iter_mut().find(|(round, _)| *round == marked.round) {
                Some((_, Rating::Mark(_))) if marked.rating == Rating::Unreachable => {}
                Some((_, known)) => *known = marked.rating,
                None => rounds.push((marked.round, marked.rating)),
            }
        }
        asked.extend(rounds.into_iter().map(|(_, rating)| (case.row.no, rating)));
    }
    let marks: Vec<(i64, u8)> = asked
        .iter()
        .filter_map(|(no, rating)| match rating {
            Rating::Mark(mark) => Some((*no, *mark)),
            Rating::Unreachable => None,
        })
        .collect();
    [
        average("satisfaction", Unit::Mark, marks.iter().map(|(no, mark)| (*no, f64::from(*mark))).collect()),
        part("content", marks.iter().map(|(no, mark)| (*no, *mark >= 4)).collect()),
        part("unreachable", asked.iter().map(|(no, rating)| (*no, *rating == Rating::Unreachable)).collect()),
    ]
}

/// What putting the cases of the period right cost: in all, or for each of them, those that cost nothing counted.
fn remedies(cases: &[&Case], each: bool) -> Figure {
    let spent = || cases.iter().filter_map(|c| Some((c.row.no, c.row.remedy?)));
    let total = sum(spent().map(|(_, money)| money));
    let count = i64::try_from(cases.len()).unwrap_or(i64::MAX);
    let share = |money: &Money| {
        let minor = (money.minor as f64 / count as f64).round() as i64;
        Money { minor, ..*money }
    };
    let value = if each { total.iter().map(share).collect() } else { total.clone() };
    Figure {
        numerator: Some(Value::Money(total)),
        denominator: cases.len(),
        value: (count > 0).then_some(Value::Money(value)),
        rows: spent().map(|(no, money)| FigureRow { no, value: Value::Money(vec![money]) }).collect(),
        ..Figure::new(if each { "remedy-per-case" } else { "remedy-cost" }, Unit::Money)
    }
}

/// Whether a case was reopened; `None` of one that was never put right.
fn reopened(case: &Case) -> Option<bool> {
    let again = !case.progress.reopened.is_empty();
    let settled = again || !case.progress.status.is_unsettled();
    settled.then_some(again)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::percentile;

    #[test]
    fn s124_a_percentile_is_the_nearest_rank() {
        let cases: [(&[f64], usize, Option<f64>); 10] = [
            (&[], 50, None),
            (&[7.0], 50, Some(7.0)),
            (&[7.0], 90, Some(7.0)),
            (&[4.0, 1.0], 50, Some(1.0)),
            (&[3.0, 1.0, 2.0], 50, Some(2.0)),
            (&[4.0, 3.0, 2.0, 1.0], 50, Some(2.0)),
            (&[10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0], 90, Some(9.0)),
            (&[11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0], 90, Some(10.0)),
            (&[1.0, 1.0, 1.0, 9.0], 90, Some(9.0)),
            (&[2.0, 1.0], 100, Some(2.0)),
        ];
        for (values, percent, wanted) in cases {
            assert_eq!(percentile(values.to_vec(), percent), wanted, "p{percent} of {values:?}");
        }
    }
}
