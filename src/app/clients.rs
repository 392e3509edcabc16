//! The rows of Clients: the whole book by tier and value, or by the figure of the side it is looked at from. What a column shows is the
//! view's work, what a figure is the portfolio's.

use super::find::Found;
use super::list::{Entry, Row, RowId};
use super::today;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::words::Status;
use crate::i18n::Lang;
use crate::portfolio::value::{ValueView, is_over, keep_or_drop};
use crate::portfolio::{Assessed, Snapshot};
use crate::text;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The keys by which names are sorted, made once a name: spelling a Chinese one takes longer than anything else here.
#[derive(Debug, Default)]
pub struct SortKeys {
    lang: Option<Lang>,
    keys: HashMap<Id, (String, Rc<str>)>,
}

impl SortKeys {
    fn of(&mut self, client: &Assessed, lang: Lang) -> Rc<str> {
        if self.lang != Some(lang) {
            *self = SortKeys { lang: Some(lang), keys: HashMap::new() };
        }
        match self.keys.get(&client.id()) {
            Some((name, key)) if name == client.name() => key.clone(),
            _ => {
                let key: Rc<str> = text::sort_key(client.name(), lang).into();
                self.keys.insert(client.id(), (client.name().to_owned(), key.clone()));
                key
            }
        }
    }
}

/// What was billed in the last 365 days, in the book's base currency.
pub fn value(book: &Snapshot, client: &Assessed) -> Option<Money> {
    client.facts.billed_year.map(|minor| Money { minor, currency: book.currency })
}

/// Whoever is served comes first.
fn standing(status: Status) -> u8 {
    match status {
        Status::Active => 0,
        Status::Lead => 1,
        Status::Dormant => 2,
        Status::Lost => 3,
        Status::Stopped => 4,
    }
}

/// How clients are shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// From which side.
    pub view: ValueView,
    /// Among small clients those of every tier: the filter names one.
    pub every_tier: bool,
}

/// The rows of Clients, with a filter only the hits, best first.
pub fn rows(book: &Snapshot, lang: Lang, found: Option<Found<'_>>, shown: Shown, keys: &mut SortKeys) -> Vec<Row> {
    // What is due of a client stands behind its row, so that the keys of an item work here too.
    let mut due: HashMap<Id, Vec<usize>> = HashMap::new();
    for entry in today::entries(book) {
        if let Some(client) = entry.id.client {
            due.entry(client).or_insert(entry.items);
        }
    }
    let mut row = |id: Id| {
        let items = due.remove(&id).unwrap_or_default();
        Row::Entry(Entry { id: RowId { client: Some(id), target: None }, items, same: false })
    };
    if let Some(Found { ids, ranked: true }) = found {
        return ids.iter().filter(|id| book.client(**id).is_some()).map(|id| row(*id)).collect();
    }
    let wanted: Option<HashSet<Id>> = found.map(|found| found.ids.iter().copied().collect());
    let passes = |c: &&Assessed| wanted.as_ref().is_none_or(|ids| ids.contains(&c.id()));
    if shown.view == ValueView::Keep {
        let judged = keep_or_drop(book, book.present().filter(passes), shown.every_tier);
        return judged.into_iter().map(|(client, _)| row(client.id())).collect();
    }
    if shown.view != ValueView::Plan {
        let values = book.values();
        let figure = |c: &Assessed| values.of(c.id()).and_then(|f| shown.view.figure(f)).unwrap_or(f64::NEG_INFINITY);
        let mut order: Vec<_> =
            book.present().filter(passes).map(|c| (is_over(c), figure(c), keys.of(c, lang), c.id())).collect();
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then_with(|| (&a.2, a.3).cmp(&(&b.2, b.3))));
        return order.into_iter().map(|(.., id)| row(id)).collect();
    }
    let mut order: Vec<_> = book
        .clients
        .iter()
        .filter(passes)
        .map(|c| {
            let tier = c.tier.tier.map_or(3, |t| t.rank());
            let value = c.facts.billed_year.unwrap_or(0);
            (tier, standing(c.status), Reverse(value), keys.of(c, lang), c.id())
        })
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(.., id)| row(id)).collect()
}
