//! How many clients there are of an industry, a region, a size, a length of time, a kind of need, a tier, and what they brought (S4, S71).
//! Which token of the filter shows one of these groups stands with it.

use super::{need_words, years};
use crate::domain::message::Message;
use crate::portfolio::{Assessed, Snapshot};
use crate::text::fold;
use std::collections::HashMap;

/// By what clients are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Industry.
    Industry,
    /// Region.
    Region,
    /// Size.
    Size,
    /// Years as a client.
    Tenure,
    /// What they look for first.
    Need,
    /// Tier.
    Tier,
}

impl Facet {
    /// All of them in the order of the panel.
    pub const ALL: [Facet; 6] = [Facet::Industry, Facet::Region, Facet::Size, Facet::Tenure, Facet::Need, Facet::Tier];

    /// The catalogue id of its name.
    pub fn title(self) -> &'static str {
        match self {
            Facet::Industry => "facet-industry",
            Facet::Region => "facet-region",
            Facet::Size => "facet-size",
            Facet::Tenure => "facet-tenure",
            Facet::Need => "facet-need",
            Facet::Tier => "facet-tier",
        }
    }
}

/// One group of clients.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub name: Message,
    /// The filter that shows them.
    pub filter: String,
    /// How many.
    pub count: usize,
    /// What they brought in 12 months, minor units of the base currency.
    pub past: f64,
    /// Their part of the book's margin, of 1; `None` where the book has none.
    pub share: Option<f64>,
    /// How many of them are at risk, those put off left out as on the list.
    pub at_risk: usize,
    /// How many more are, but put off.
    pub put_off: usize,
}

/// Ends of the lengths of time, years.
const TENURE: [u32; 4] = [1, 3, 5, 10];

/// The groups of these clients, the largest first; lengths of time, sizes and tiers in their own order, those without a value last.
pub fn facet<'a>(book: &'a Snapshot, clients: impl Iterator<Item = &'a Assessed>, facet: Facet) -> Vec<Group> {
    let values = book.values();
    let mut places: HashMap<Key, usize> = HashMap::new();
    let mut out: Vec<(Key, Group)> = Vec::new();
    for client in clients {
        let key = key(book, client, facet);
        let folded = match &key {
            Key::Text(text) => Key::Text(fold(text)),
            other => other.clone(),
        };
        let at = *places.entry(folded).or_insert_with(|| {
            out.push((key.clone(), group(facet, &key)));
            out.len() - 1
        });
        let group = &mut out[at].1;
        group.count += 1;
        group.past += values.of(client.id()).and_then(|f| f.past).unwrap_or(0.0);
        let listed = usize::from(client.risk.is_listed());
        if client.risk.snoozed.is_some() { group.put_off += listed } else { group.at_risk += listed }
    }
    out.sort_by(|(a, x), (b, y)| {
        let ordered = matches!(facet, Facet::Tenure | Facet::Tier);
        let natural = if facet == Facet::Size { place(a).cmp(&place(b)) } else { std::cmp::Ordering::Equal };
        let size = if ordered { std::cmp::Ordering::Equal } else { y.count.cmp(&x.count) };
        a.is_none().cmp(&b.is_none()).then(natural).then(size).then_with(|| a.cmp(b))
    });
    let mut groups: Vec<Group> = out.into_iter().map(|(_, group)| group).collect();
    for group in &mut groups {
        group.share = (values.past > 0.0).then(|| group.past.max(0.0) / values.past);
    }
    groups
}

/// Words for sizes, the smallest first, and how many employees each begins with.
const SIZES: [(&[&str], u64); 4] = [
    (&["micro", "solo", "微型", "微型企业"], 0),
    (&["small", "小型", "小型企业", "小微企业"], 10),
    (&["medium", "mid", "中型", "中型企业"], 50),
    (&["large", "big", "大型", "大型企业"], 250),
];

/// Where a size stands among sizes: by its first number, or what its word begins with; other words come last.
fn place(key: &Key) -> u64 {
    let Key::Text(text) = key else { return u64::MAX };
    let folded = fold(text);
    if let Some((_, from)) = SIZES.iter().find(|(words, _)| words.contains(&folded.as_str())) {
        return *from;
    }
    let digits = folded.chars().skip_while(|c| !c.is_ascii_digit());
    let digits: String = digits.filter(|c| *c != ',').take_while(char::is_ascii_digit).collect();
    // Fewer than a number are fewer than those that begin with it.
    digits.parse::<u64>().map_or(u64::MAX, |n| if folded.starts_with('<') { n.saturating_sub(1) } else { n })
}

/// What a group has in common; texts that differ only in case or width are one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Text(String),
    Years(usize),
    None,
}

impl Key {
    fn is_none(&self) -> bool {
        *self == Key::None
    }
}

fn key(book: &Snapshot, client: &Assessed, facet: Facet) -> Key {
    let row = &client.facts.client;
    let text = |value: &Option<String>| {
        value.as_ref().filter(|v| !v.trim().is_empty()).map_or(Key::None, |v| Key::Text(v.trim().to_owned()))
    };
    match facet {
        Facet::Industry => text(&row.industry),
        Facet::Region => text(&row.region),
        Facet::Size => text(&row.size),
        Facet::Need => text(&row.need_type),
        Facet::Tier => client.tier.tier.map_or(Key::None, |tier| Key::Text(tier.code().to_owned())),
        Facet::Tenure => {
            let years = years(row.since, book.now.today());
            Key::Years(TENURE.iter().filter(|end| years >= f64::from(**end)).count())
        }
    }
}

fn group(facet: Facet, key: &Key) -> Group {
    let token = match facet {
        Facet::Industry => "industry",
        Facet::Region => "region",
        Facet::Size => "size",
        Facet::Tenure => "tenure",
        Facet::Need => "need",
        Facet::Tier => "tier",
    };
    let (name, filter) = match key {
        Key::None => (Message::new("facet-none"), format!("{token}:-")),
        Key::Years(n) => {
            let (from, to) = (n.checked_sub(1).and_then(|n| TENURE.get(n)), TENURE.get(*n));
            match (from, to) {
                (None, Some(to)) => (Message::new("facet-years-under").with("to", *to), format!("tenure<{to}")),
                (Some(from), Some(to)) => {
                    (Message::new("facet-years").with("from", *from).with("to", *to), format!("tenure>={from} tenure<{to}"))
                }
                (from, None) => {
                    let from = from.copied().unwrap_or(0);
                    (Message::new("facet-years-over").with("from", from), format!("tenure>={from}"))
                }
            }
        }
        Key::Text(text) if facet == Facet::Tier => {
            (Message::new("plain-text").with("text", text.as_str()), format!("tier:{text}"))
        }
        Key::Text(text) => {
            let name =
                if facet == Facet::Need { need_words(text) } else { Message::new("plain-text").with("text", text.as_str()) };
            let value = if text.contains(char::is_whitespace) { format!("\"{text}\"") } else { text.clone() };
            (name, format!("{token}:={value}"))
        }
    };
    Group { name, filter, count: 0, past: 0.0, share: None, at_risk: 0, put_off: 0 }
}
