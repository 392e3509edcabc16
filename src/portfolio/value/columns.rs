//! The columns of each view, alike on every face: heading, what stands in it, and how wide it wants to be. The most important of a view
//! stands first. How they are laid out is a face's business.

use super::{Advice, Figures, ValueView, judge};
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::words::InvestmentKind;
use crate::portfolio::row::length;
use crate::portfolio::{Assessed, Snapshot};

/// One column of a view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueColumn {
    /// The catalogue id of its heading.
    pub heading: &'static str,
    /// Cells it wants.
    pub cells: usize,
    /// Figures stand on the right.
    pub right: bool,
    /// Words of any length: they take what is left over.
    pub grows: bool,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    Past,
    Before,
    Decayed,
    Expected,
    OwnExpected,
    Lifetime(usize),
    Share,
    Accumulated,
    ShareExpected,
    Marks,
    Recency,
    Frequency,
    Amount,
    Hour,
    Time,
    Contacts,
    Untimed,
    Pays,
    Open,
    Billed,
    Growth,
    Orders,
    Rising,
    Advice,
    Decided,
    Reason,
}

const fn right(heading: &'static str, cells: usize, what: What) -> ValueColumn {
    ValueColumn { heading, cells, right: true, grows: false, what }
}

const fn left(heading: &'static str, cells: usize, what: What) -> ValueColumn {
    ValueColumn { heading, cells, right: false, grows: matches!(what, What::Reason), what }
}

const PAST: ValueColumn = right("value-past", 17, What::Past);
const EXPECTED: ValueColumn = right("value-expected", 13, What::Expected);
const HOUR: ValueColumn = right("value-hour", 14, What::Hour);
const DECIDED: ValueColumn = left("value-decided", 9, What::Decided);

impl ValueView {
    /// Its columns behind client and tier, the most important first; none of the plain list.
    pub fn columns(self) -> &'static [ValueColumn] {
        match self {
            ValueView::Plan => &[],
            ValueView::Past => {
                const { &[PAST, right("value-before", 15, What::Before), right("value-decayed", 15, What::Decayed)] }
            }
            ValueView::Expected => {
                const {
                    &[
                        EXPECTED,
                        right("value-lifetime-12", 19, What::Lifetime(0)),
                        right("value-lifetime-36", 21, What::Lifetime(1)),
                    ]
                }
            }
            ValueView::Share => {
                const {
                    &[
                        right("value-share", 8, What::Share),
                        right("value-accumulated", 9, What::Accumulated),
                        PAST,
                        right("value-share-expected", 12, What::ShareExpected),
                    ]
                }
            }
            ValueView::Rfm => {
                const {
                    &[
                        left("value-marks", 5, What::Marks),
                        right("value-recency", 11, What::Recency),
                        right("value-frequency", 9, What::Frequency),
                        right("value-amount", 15, What::Amount),
                    ]
                }
            }
            ValueView::Hour => {
                const {
                    &[
                        HOUR,
                        right("value-time", 8, What::Time),
                        right("value-contacts", 9, What::Contacts),
                        right("value-untimed", 10, What::Untimed),
                        PAST,
                    ]
                }
            }
            ValueView::Pay => {
                const {
                    &[
                        right("value-pays", 12, What::Pays),
                        right("value-open", 15, What::Open),
                        right("column-value", 15, What::Billed),
                    ]
                }
            }
            ValueView::Growth => {
                const {
                    &[
                        right("value-growth", 8, What::Growth),
                        left("value-rising", 9, What::Rising),
                        PAST,
                        right("value-before", 15, What::Before),
                        right("value-orders", 9, What::Orders),
                    ]
                }
            }
            ValueView::Keep => {
                const {
                    &[
                        left("value-advice", 10, What::Advice),
                        left("value-reason", 20, What::Reason),
                        DECIDED,
                        PAST,
                        HOUR,
                        right("value-expected", 13, What::OwnExpected),
                    ]
                }
            }
        }
    }
}

fn plain(arg: impl Into<Arg>) -> Message {
    Message::new("plain-text").with("text", arg)
}

/// The word for a decision.
pub fn decided(kind: InvestmentKind) -> Message {
    Message::new(match kind {
        InvestmentKind::Keep => "advice-keep",
        InvestmentKind::Automate => "advice-automate",
    })
}

impl ValueColumn {
    /// What stands in it; `None` where nothing is known.
    pub fn words(&self, book: &Snapshot, client: &Assessed, figures: &Figures) -> Option<Message> {
        let facts = &client.facts;
        let money = |minor: Option<f64>| minor.map(|x| plain(book.money(x)));
        let share = |x: Option<f64>| x.map(|x| plain(percent(x)));
        let count = |n: u32| (n > 0).then(|| plain(n));
        let rfm = figures.rfm;
        match self.what {
            What::Past => money(figures.past),
            What::Before => money(figures.before),
            What::Decayed => money(figures.decayed),
            What::Expected => expected(book, figures),
            What::OwnExpected => own_expected(book, figures, judge(book, client).advice),
            What::Lifetime(n) => {
                book.lifetime(client.id()).map(|all| of_range(book, "value-range-short", all[n].low, all[n].high))
            }
            What::Share => share(figures.share),
            What::Accumulated => share(figures.accumulated),
            What::ShareExpected => share(figures.share_expected),
            What::Marks => rfm.map(|rfm| plain(rfm.label())),
            What::Recency => rfm.map(|rfm| Message::new("value-days-ago").with("n", rfm.recency)),
            What::Frequency => rfm.map(|rfm| plain(format!("{:.1}", rfm.frequency))),
            What::Amount => money(rfm.and_then(|rfm| rfm.amount)),
            What::Hour => hour(book, figures),
            What::Time => figures.minutes.map(|minutes| length(i64::from(minutes))),
            What::Contacts => count(figures.contacts),
            What::Untimed => count(figures.untimed),
            What::Pays => figures.days_to_pay.map(|n| Message::new("value-days").with("n", n)),
            What::Open => {
                let open = facts.billed.iter().filter(|b| b.open != 0);
                let open: Vec<String> = open.map(|b| Money { minor: b.open, currency: b.currency }.to_string()).collect();
                (!open.is_empty()).then(|| plain(open.join(" + ")))
            }
            What::Billed => money(facts.billed_year.map(|minor| minor as f64)),
            What::Growth => figures.growth.map(growth),
            What::Orders => {
                let [now, before] = facts.year.orders;
                (now + before > 0).then(|| Message::new("value-orders-of").with("now", now).with("before", before))
            }
            What::Rising => client.rising.then(|| Message::new("value-is-rising")),
            What::Advice => Some(Message::new(judge(book, client).advice.name())),
            What::Reason => Some(judge(book, client).reason),
            What::Decided => facts.investment.as_ref().map(|i| decided(i.kind)),
        }
    }
}

/// What is expected, with a mark where it is mostly the mean of all.
fn expected(book: &Snapshot, figures: &Figures) -> Option<Message> {
    let money = book.rough_money(figures.expected?);
    Some(if figures.rough { Message::new("value-rough").with("money", money) } else { plain(money) })
}

/// What is expected, beside what is advised: the mean of all says nothing for somebody who is better let go.
pub fn own_expected(book: &Snapshot, figures: &Figures, advice: Advice) -> Option<Message> {
    if figures.rough && advice == Advice::LetGo { None } else { expected(book, figures) }
}

/// The margin by hour, or that too little time was written down for one.
pub fn hour(book: &Snapshot, figures: &Figures) -> Option<Message> {
    let hour = figures.hour?;
    Some(if figures.has_little_time() { Message::new("value-little-time") } else { plain(book.money(hour)) })
}

/// A lifetime value as its range; the currency is said once.
pub fn range(book: &Snapshot, low: f64, high: f64) -> Message {
    of_range(book, "value-range", low, high)
}

fn of_range(book: &Snapshot, id: &'static str, low: f64, high: f64) -> Message {
    let high = book.rough_money(high).to_string();
    let high = high.split_once(' ').map_or(high.as_str(), |(_, amount)| amount);
    Message::new(id).with("low", book.rough_money(low)).with("high", high)
}

/// A small share is not rounded to nothing.
pub fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

/// A growth with its sign.
pub fn growth(x: f64) -> Message {
    plain(format!("{:+.0}%", x * 100.0))
}
