//! What many cases teach: how often each cause led to one in a period against the period before (S83), and what low marks of surveys
//! say (S137). How well the cases were handled is `service`'s.

use super::Snapshot;
use super::cases::{Case, Improvement, cause_words};
use crate::domain::complaint::Rating;
use crate::domain::facts::SurveyRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::words::{ComplaintKind, SurveyKind};
use crate::text::fold;
use std::collections::{BTreeMap, HashMap};

/// The kinds whose causes are counted unless others are asked for: where something went wrong.
pub const KINDS: [ComplaintKind; 2] = [ComplaintKind::Complaint, ComplaintKind::Conflict];

/// One cause in a period.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseLine {
    /// Its code; `None` where none was named.
    pub cause: Option<String>,
    /// Numbers of the cases opened in the period, by opening.
    pub cases: Vec<i64>,
    /// Share of all counted cases, 0 to 1.
    pub share: f64,
    /// Share of this cause and of those before it.
    pub accumulated: f64,
    /// Cases opened in the period before; `None` where there is none.
    pub before: Option<usize>,
    /// What putting them right cost, by currency.
    pub remedies: Vec<Money>,
    /// The mean of the newest marks of these cases, 1 to 5; `None` without one.
    pub mark: Option<f64>,
}

impl CauseLine {
    /// Cases in the period.
    pub fn count(&self) -> usize {
        self.cases.len()
    }

    /// More cases than in the period before; negative: fewer.
    pub fn trend(&self) -> Option<i64> {
        trend(self.count(), self.before)
    }

    /// The cause in words.
    pub fn words(&self) -> Message {
        self.cause.as_deref().map_or_else(|| Message::new("causes-unnamed"), cause_words)
    }
}

/// How much more something is than it was.
pub fn trend(now: usize, before: Option<usize>) -> Option<i64> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    before.map(|before| count(now) - count(before))
}

/// The causes of a period, the most frequent first.
#[derive(Debug, Clone, PartialEq)]
pub struct Pareto {
    /// The period.
    pub period: Period,
    /// The kinds that were counted.
    pub kinds: Vec<ComplaintKind>,
    /// By count, then in the policy's order; the cases without a cause last. A cause of the period before that did not come up again
    /// stands with none.
    pub causes: Vec<CauseLine>,
    /// Cases opened in the period.
    pub total: usize,
    /// Cases opened in the period before.
    pub before: Option<usize>,
}

impl Pareto {
    /// Counts the causes of these kinds of cases.
    pub fn new(book: &Snapshot, period: Period, kinds: &[ComplaintKind]) -> Pareto {
        let cases = opened(book, &period, kinds);
        let previous = period.previous();
        let earlier = previous.map(|p| opened(book, &p, kinds));
        let mut groups: HashMap<Option<&str>, (Vec<&Case>, usize)> = HashMap::new();
        for case in &cases {
            groups.entry(case.cause()).or_default().0.push(case);
        }
        for case in earlier.iter().flatten() {
            groups.entry(case.cause()).or_default().1 += 1;
        }
        let order = &book.policy.complaints.causes;
        let place = |cause: Option<&str>| match cause {
            Some(code) => order.iter().position(|known| known == code).unwrap_or(order.len()),
            None => usize::MAX,
        };
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by(|(a, (these, _)), (b, (those, _))| {
            let unnamed = (a.is_none(), those.len(), place(*a));
            unnamed.cmp(&(b.is_none(), these.len(), place(*b))).then(a.cmp(b))
        });
        let mut so_far = 0;
        let line = |(cause, (these, before)): (Option<&str>, (Vec<&Case>, usize))| {
            so_far += these.len();
            CauseLine {
                cause: cause.map(str::to_owned),
                share: share(these.len(), cases.len()),
                accumulated: share(so_far, cases.len()),
                before: previous.map(|_| before),
                remedies: sum(these.iter().filter_map(|c| c.row.remedy)),
                mark: mean(these.iter().filter_map(|c| mark(c))),
                cases: these.iter().map(|c| c.row.no).collect(),
            }
        };
        let causes = groups.into_iter().map(line).collect();
        Pareto { period, kinds: kinds.to_vec(), causes, total: cases.len(), before: earlier.map(|e| e.len()) }
    }

    /// The line of a cause; `None` asks for the cases without one.
    pub fn line(&self, cause: Option<&str>) -> Option<&CauseLine> {
        self.causes.iter().find(|line| line.cause.as_deref() == cause)
    }
}

/// Cases of these kinds opened in a period, by opening.
pub(super) fn opened<'a>(book: &'a Snapshot, period: &Period, kinds: &[ComplaintKind]) -> Vec<&'a Case> {
    let zone = book.now.zone;
    let counts = |c: &&Case| kinds.contains(&c.row.kind) && period.contains(c.row.opened.day(zone));
    let mut out: Vec<&Case> = book.cases().filter(counts).collect();
    out.sort_by_key(|c| (c.row.opened, c.row.no));
    out
}

/// The cases of these numbers, in their order; one look at the book however many they are.
pub fn by_number<'a>(book: &'a Snapshot, numbers: &[i64]) -> Vec<&'a Case> {
    let known: HashMap<i64, &Case> = book.cases().map(|case| (case.row.no, case)).collect();
    numbers.iter().filter_map(|no| known.get(no).copied()).collect()
}

/// The newest mark of a case, whether it was reopened since or not.
fn mark(case: &Case) -> Option<f64> {
    case.progress.ratings.iter().rev().find_map(|marked| match marked.rating {
        Rating::Mark(mark) => Some(f64::from(mark)),
        Rating::Unreachable => None,
    })
}

/// A part of a whole; of nothing, nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The mean; `None` of nothing.
pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// Sums by currency, in the order of their codes.
pub(super) fn sum(amounts: impl Iterator<Item = Money>) -> Vec<Money> {
    let mut sums: BTreeMap<Currency, i64> = BTreeMap::new();
    for money in amounts {
        let sum = sums.entry(money.currency).or_default();
        *sum = sum.saturating_add(money.minor);
    }
    sums.into_iter().map(|(currency, minor)| Money { minor, currency }).collect()
}

/// One reason that low marks gave.
#[derive(Debug, Clone, PartialEq)]
pub struct ReasonLine {
    /// As it was first written; `None` where no reason was given.
    pub reason: Option<String>,
    /// The answers of the period that gave it, with their clients, oldest first.
    pub answers: Vec<(Id, SurveyRow)>,
    /// Answers that gave it in the period before.
    pub before: Option<usize>,
}

impl ReasonLine {
    /// More answers than in the period before.
    pub fn trend(&self) -> Option<i64> {
        trend(self.answers.len(), self.before)
    }
}

/// What low marks of surveys say: NPS up to 6, CSAT up to 2.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LowMarks {
    /// Survey answers of the period.
    pub answers: usize,
    /// The low ones among them.
    pub low: usize,
    /// The low ones of the period before.
    pub before: Option<usize>,
    /// Their reasons, the most frequent first, those without one last. An answer with several reasons counts for each.
    pub reasons: Vec<ReasonLine>,
}

/// Whether a mark of a survey says that the client is not content: a detractor of NPS, or 1 and 2 of CSAT.
pub fn is_low(answer: &SurveyRow) -> bool {
    answer.score
        <= match answer.kind {
            SurveyKind::Nps => 6,
            SurveyKind::Csat => 2,
        }
}

impl LowMarks {
    /// Counts the reasons of low marks.
    pub fn new(book: &Snapshot, period: Period) -> LowMarks {
        let all = || book.clients.iter().flat_map(|c| c.facts.surveys.iter().map(move |s| (c.id(), s)));
        let previous = period.previous();
        let earlier: Option<Vec<_>> = previous.map(|p| all().filter(|(_, s)| p.contains(s.on) && is_low(s)).collect());
        let mut low: Vec<(Id, &SurveyRow)> = all().filter(|(_, s)| period.contains(s.on) && is_low(s)).collect();
        low.sort_by_key(|(client, s)| (s.on, s.id, *client));
        let mut reasons: Vec<(String, ReasonLine)> = Vec::new();
        let mut at: HashMap<String, usize> = HashMap::new();
        let mut line = |key: String, words: Option<&str>| {
            *at.entry(key.clone()).or_insert_with(|| {
                let reason = words.map(|w| w.trim().to_owned());
                reasons.push((key, ReasonLine { reason, answers: Vec::new(), before: previous.map(|_| 0) }));
                reasons.len() - 1
            })
        };
        let mut counted: Vec<(usize, Option<(Id, &SurveyRow)>)> = Vec::new();
        for (client, answer) in &low {
            for (key, words) in given(answer) {
                counted.push((line(key, words), Some((*client, answer))));
            }
        }
        for (_, answer) in earlier.iter().flatten() {
            for (key, words) in given(answer) {
                counted.push((line(key, words), None));
            }
        }
        for (n, of_period) in counted {
            let line = &mut reasons[n].1;
            match of_period {
                Some((client, answer)) => line.answers.push((client, answer.clone())),
                None => line.before = line.before.map(|count| count + 1),
            }
        }
        reasons
            .sort_by(|(a, one), (b, other)| (a.is_empty(), other.answers.len(), a).cmp(&(b.is_empty(), one.answers.len(), b)));
        LowMarks {
            answers: all().filter(|(_, s)| period.contains(s.on)).count(),
            low: low.len(),
            before: earlier.map(|e| e.len()),
            reasons: reasons.into_iter().map(|(_, line)| line).collect(),
        }
    }
}

/// The reasons of an answer, each once, with the key they are told apart by; one empty key where there is none.
fn given(answer: &SurveyRow) -> Vec<(String, Option<&str>)> {
    let mut out: Vec<(String, Option<&str>)> = Vec::new();
    for reason in &answer.reasons {
        let key = fold(reason);
        if !key.is_empty() && out.iter().all(|(known, _)| *known != key) {
            out.push((key, Some(reason)));
        }
    }
    if out.is_empty() {
        out.push((String::new(), None));
    }
    out
}

/// The number by which people name an improvement: its place by when it was decided, done ones counted, so that it stays the same.
pub fn numbered(improvements: &[Improvement]) -> impl Iterator<Item = (usize, &Improvement)> {
    improvements.iter().enumerate().map(|(n, improvement)| (n + 1, improvement))
}
