//! Small clients one by one: keep them as promised, serve them by mail only, or let go (S69). It is advice with its reason; what was
//! decided is a dated fact, and nothing is decided here.

use super::columns::percent;
use super::{Figures, Values};
use crate::domain::day::Day;
use crate::domain::message::{Arg, Message};
use crate::domain::words::*;
use crate::portfolio::{Assessed, Snapshot};

/// What may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// Stop serving it.
    LetGo,
    /// Serve it by mail only.
    Automate,
    /// Go on as promised.
    Keep,
}

impl Advice {
    /// The word in JSON and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Advice::LetGo => "let-go",
            Advice::Automate => "automate",
            Advice::Keep => "keep",
        }
    }

    /// The catalogue id of its name.
    pub fn name(self) -> &'static str {
        match self {
            Advice::LetGo => "advice-let-go",
            Advice::Automate => "advice-automate",
            Advice::Keep => "advice-keep",
        }
    }
}

/// What is advised of one client, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// What.
    pub advice: Advice,
    /// Why, one sentence.
    pub reason: Message,
    /// Complaints of 12 months.
    pub complaints: usize,
}

/// Margin per hour, as a share of the book's, below which a client costs too much.
const DEAR: f64 = 0.25;
/// Complaints in 12 months that are too many for a client who costs too much.
const MANY: usize = 2;
/// Entered potential or fit from which a client is kept whatever it brings.
const HOPEFUL: u8 = 4;

/// The tier that counts here: below the number from which tiers are set, the computed one.
fn tier(client: &Assessed) -> Option<Tier> {
    client.tier.tier.or(client.tier.computed)
}

/// The clients it is worth asking about, those nobody decided about first, then by what is advised and what they bring: tier C, or
/// everybody of `all`.
pub fn keep_or_drop<'a>(
    book: &'a Snapshot,
    all: impl Iterator<Item = &'a Assessed>,
    every_tier: bool,
) -> Vec<(&'a Assessed, Judged)> {
    let values = book.values();
    let asked = |c: &&Assessed| c.status == Status::Active && (every_tier || tier(c) == Some(Tier::C));
    let mut out: Vec<_> = all.filter(asked).map(|c| (c, judge(book, c))).collect();
    out.sort_by(|(a, x), (b, y)| {
        let past = |c: &Assessed| values.of(c.id()).and_then(|f| f.past).unwrap_or(0.0);
        let decided = |c: &Assessed| c.facts.investment.is_some();
        decided(a).cmp(&decided(b)).then(x.advice.cmp(&y.advice)).then(past(a).total_cmp(&past(b))).then(a.id().cmp(&b.id()))
    });
    out
}

/// What is advised of a client.
pub fn judge(book: &Snapshot, client: &Assessed) -> Judged {
    let values = book.values();
    let today = book.now.today();
    let figures = values.of(client.id()).copied().unwrap_or_default();
    let year = |day: Day| today.since(day) < 365;
    let complaints =
        client.cases.iter().filter(|c| c.row.kind == ComplaintKind::Complaint && year(c.row.opened.day(book.now.zone)));
    let complaints = complaints.count();
    let (advice, reason) =
        kept(client, &figures).map_or_else(|| weighed(book, values, client, &figures, complaints), |why| (Advice::Keep, why));
    // Who was only silent and is expected to bring an order's worth is not let go; a loss says more than what is expected.
    let worth = figures.expected.is_some_and(|x| x > 0.0 && x >= book.risk.now.mean_margin);
    let advice = if worth && reason.id == "advice-why-no-order" { advice.max(Advice::Automate) } else { advice };
    Judged { advice, reason, complaints }
}

/// Why a client is kept whatever it brings now.
fn kept(client: &Assessed, figures: &Figures) -> Option<Message> {
    let facts = &client.facts;
    if client.rising {
        return Some(Message::new("advice-why-rising").with("growth", Arg::Share(figures.growth.unwrap_or(0.0))));
    }
    let entered = [(facts.client.potential, "advice-why-potential"), (facts.client.fit, "advice-why-fit")];
    if let Some((mark, id)) = entered.into_iter().find_map(|(mark, id)| Some((mark.filter(|m| *m >= HOPEFUL)?, id))) {
        return Some(Message::new(id).with("mark", i64::from(mark)));
    }
    let open = |stage: Stage| !matches!(stage, Stage::Won | Stage::Lost);
    if let Some(found) = facts.opportunities.iter().find(|o| o.states.last().is_some_and(|s| open(s.stage))) {
        return Some(Message::new("advice-why-opportunity").with("title", found.title.as_str()));
    }
    if let Some(case) = client.cases.iter().find(|c| c.is_unsettled()) {
        return Some(Message::new("advice-why-case").with("no", case.row.no));
    }
    (figures.tenure < 1.0).then(|| Message::new("advice-why-new"))
}

/// What its margin and its cost say.
fn weighed(book: &Snapshot, values: &Values, client: &Assessed, figures: &Figures, complaints: usize) -> (Advice, Message) {
    let facts = &client.facts;
    let past = figures.past.unwrap_or(0.0);
    if facts.year.orders[0] == 0 && !facts.values[0].open_engagement {
        let months = figures.rfm.map(|rfm| rfm.recency / 30);
        return (
            Advice::LetGo,
            match months {
                Some(months) => Message::new("advice-why-no-order").with("months", months),
                None => Message::new("advice-why-never"),
            },
        );
    }
    if past <= 0.0 && figures.past.is_some() && facts.year.orders[0] > 0 {
        return (Advice::LetGo, Message::new("advice-why-loss").with("margin", book.money(past)));
    }
    // A figure without most of the contacts says too little.
    let hour = figures.hour.filter(|_| figures.untimed * 2 <= figures.contacts);
    if let (Some(hour), Some(usual)) = (hour, values.hour) {
        let compared = |id| Message::new(id).with("hour", book.money(hour)).with("usual", book.money(usual));
        if hour < DEAR * usual && complaints >= MANY {
            return (Advice::LetGo, compared("advice-why-dear-complaints").with("count", complaints));
        }
        if hour < DEAR * usual {
            return (Advice::Automate, compared("advice-why-dear"));
        }
        if hour >= usual {
            return (Advice::Keep, compared("advice-why-cheap"));
        }
    }
    let share = figures.share.unwrap_or(0.0);
    let small = Message::new("advice-why-small").with("share", percent(share)).with("contacts", figures.contacts);
    match tier(client) {
        Some(Tier::C) | None => (Advice::Automate, small),
        Some(_) => (Advice::Keep, Message::new("advice-why-fair").with("margin", book.money(past))),
    }
}
