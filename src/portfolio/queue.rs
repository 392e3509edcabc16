//! The day's queue over the whole book: items of every kind, their order, quadrants and the capacity line.
//! What an item's reason says is a message; how rows are drawn is a face's work.

use super::assess::{Assessed, Under};
use super::care;
use super::cases::Improvement;
use super::collect;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::policy::QueueRules;
use crate::domain::target::Target;
use crate::domain::words::*;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// The blocks of Today, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Cases: somebody waits for an answer.
    Answer,
    /// With a time of today.
    ByTheClock,
    /// Own promises and renewals.
    Promised,
    /// Contacts of the plan.
    Contacts,
    /// Everything else.
    Rest,
}

/// One item of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Kind.
    pub kind: ItemKind,
    /// The client; `None` for a batch.
    pub client: Option<Id>,
    /// The clients of a batch.
    pub clients: Vec<Id>,
    /// Identity within the client.
    pub target: Target,
    /// Channel, where one makes sense.
    pub channel: Option<Channel>,
    /// Due day.
    pub due: Day,
    /// Moment, for timed items.
    pub at: Option<Moment>,
    /// Of a case whose limit runs: the moment from which on a quarter of it is left.
    pub warn: Option<Moment>,
    /// Place of a case among others, see [`super::cases::Stand::order`].
    pub clock: (u8, i64),
    /// Calendar days since it was due, 0 before.
    pub late_days: i32,
    /// Past its overdue day.
    pub overdue: bool,
    /// A retry after an unanswered attempt.
    pub retry: bool,
    /// How often it was snoozed since it last moved.
    pub snoozed: u32,
    /// 1 important and urgent, 2 important, 3 urgent, 4 neither (S20): the user's own, else the computed one.
    pub quadrant: u8,
    /// The quadrant the user chose.
    pub chosen: Option<u8>,
    /// A mark is due to be asked for on this occasion (S44).
    pub ask_survey: bool,
    /// Importance × urgency.
    pub priority: f64,
    /// Importance, 0 to 1.
    pub importance: f64,
    /// Urgency: 1 is due today, more is later.
    pub urgency: f64,
    /// Block of Today.
    pub section: Section,
    /// Whether it fits the day's capacity.
    pub fits: bool,
    /// Why it is here.
    pub reason: Message,
}

/// The day's work.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Queue {
    /// Items in order, each its own object; items of one client stand together.
    pub items: Vec<Item>,
    /// Items past their overdue day.
    pub late: usize,
    /// Contacts already logged today.
    pub done_today: usize,
    /// Contacts a day.
    pub capacity: usize,
    /// Contacts among the items, a batch counting one.
    pub contacts: usize,
    /// Working days without any touch before today, when 5 or more.
    pub away_days: Option<i32>,
}

impl Item {
    /// The item's identity in the whole book.
    pub fn key(&self) -> (Option<Id>, Target) {
        (self.client, self.target)
    }
}

/// Items of one client that a screen shows as one row: indices into [`Queue::items`], the best placed first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Indices of the items of this row; only contacts of one client share a row.
    pub items: Vec<usize>,
}

impl Queue {
    /// Rows that fit the day: the work left.
    pub fn to_do(&self) -> usize {
        self.rows().iter().filter(|row| row.items.iter().any(|i| self.items[*i].fits)).count()
    }

    /// Rows of which something is past its overdue day.
    pub fn late_rows(&self) -> usize {
        self.rows().iter().filter(|row| row.items.iter().any(|i| self.items[*i].overdue)).count()
    }

    /// The next item with a time of today, from this moment on. The limit of a case may be a day further.
    pub fn next_timed(&self, now: &Now) -> Option<(&Item, Moment)> {
        let to_come = |at: &Moment| *at >= now.instant && at.day(now.zone) == now.today();
        self.items.iter().filter_map(|i| i.at.filter(to_come).map(|at| (i, at))).min_by_key(|(_, at)| *at)
    }

    /// Items as rows: all items of one client stand together under its best-placed one, its due contacts in one row.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut placed = vec![false; self.items.len()];
        let mut of_client: HashMap<Id, Vec<usize>> = HashMap::new();
        for (n, item) in self.items.iter().enumerate() {
            if let Some(id) = item.client {
                of_client.entry(id).or_default().push(n);
            }
        }
        for (n, item) in self.items.iter().enumerate() {
            if placed[n] {
                continue;
            }
            let mine = item.client.and_then(|id| of_client.get(&id)).map_or_else(|| vec![n], Clone::clone);
            let mut contacts: Option<usize> = None;
            for m in mine {
                placed[m] = true;
                match contacts {
                    Some(row) if self.items[m].kind == ItemKind::Contact => rows[row].items.push(m),
                    _ => {
                        if self.items[m].kind == ItemKind::Contact {
                            contacts = Some(rows.len());
                        }
                        rows.push(Row { items: vec![m] });
                    }
                }
            }
        }
        rows
    }
}

/// Builds the day's queue from the assessed clients.
pub fn build(clients: &[Assessed], improvements: &[Improvement], under: Under<'_>) -> Queue {
    let mut items: Vec<Item> = Vec::new();
    for client in clients.iter().filter(|c| c.facts.exists) {
        collect::collect(client, under, &mut items);
    }
    collect::reviews(clients, under, &mut items);
    collect::offers(clients, under, &mut items);
    collect::improvements(improvements, under, &mut items);
    items.extend(care::holiday_items(clients, under, under.now.today()));
    arrange(clients, &mut items, &under.policy.queue);
    ask_surveys(clients, under.now.today(), &mut items);
    let done_today = clients.iter().map(|c| c.facts.touches_today as usize).sum();
    let mut queue = Queue {
        late: items.iter().filter(|i| i.overdue).count(),
        done_today,
        capacity: under.policy.queue.capacity,
        away_days: away(clients, under),
        items,
        contacts: 0,
    };
    draw_line(&mut queue);
    queue
}

/// Puts the items of a day in their order: mails of one kind as one, with their quadrants.
pub(super) fn arrange(clients: &[Assessed], items: &mut Vec<Item>, rules: &QueueRules) {
    fold_batch(clients, items);
    for item in items.iter_mut() {
        item.priority = item.importance * item.urgency;
        item.quadrant = item.chosen.unwrap_or_else(|| computed_quadrant(item, rules));
    }
    items.sort_by(order);
}

/// A due survey is no item of its own: the client's best-placed call, visit or meeting asks for the mark.
fn ask_surveys(clients: &[Assessed], today: Day, items: &mut [Item]) {
    let due: HashSet<Id> = clients.iter().filter(|c| c.survey_due.is_some_and(|day| day <= today)).map(Assessed::id).collect();
    let mut asked: HashSet<Id> = HashSet::new();
    for item in items {
        let speaks = matches!(item.kind, ItemKind::Contact | ItemKind::Appointment)
            && matches!(item.channel, Some(Channel::Call | Channel::Visit | Channel::Meeting));
        if speaks && item.client.is_some_and(|id| due.contains(&id) && asked.insert(id)) {
            item.ask_survey = true;
            item.reason = Message::new("reason-ask-survey").with("reason", item.reason.clone());
        }
    }
}

/// Blocks first; then by the clock, by due day for promises, by the quadrant chosen by hand and then by priority for contacts and
/// the rest.
fn order(a: &Item, b: &Item) -> Ordering {
    let within = match a.section {
        Section::Answer => a.clock.cmp(&b.clock),
        // What has no time of the day comes behind what has.
        Section::ByTheClock => (a.at.is_none(), a.at).cmp(&(b.at.is_none(), b.at)).then(b.priority.total_cmp(&a.priority)),
        Section::Promised => a.due.cmp(&b.due).then(b.priority.total_cmp(&a.priority)),
        Section::Contacts | Section::Rest => {
            place(a).cmp(&place(b)).then(b.priority.total_cmp(&a.priority)).then(a.due.cmp(&b.due))
        }
    };
    a.section.cmp(&b.section).then(within).then(a.client.cmp(&b.client)).then(a.target.cmp(&b.target))
}

/// What the user called important stands before what only the figures say, the rest behind it.
fn place(item: &Item) -> u8 {
    match item.chosen {
        Some(1) => 0,
        Some(2) => 1,
        None => 2,
        Some(3) => 3,
        Some(_) => 4,
    }
}

/// 1 important and urgent … 4 neither, by the policy's marks (S20).
pub(super) fn computed_quadrant(item: &Item, rules: &QueueRules) -> u8 {
    match (item.importance >= rules.important, item.urgency >= rules.urgent) {
        (true, true) => 1,
        (true, false) => 2,
        (false, true) => 3,
        (false, false) => 4,
    }
}

/// Mails due to C clients become one batch when there are at least two (S26, S63). A retry or one with a quadrant of its own stays apart.
fn fold_batch(clients: &[Assessed], items: &mut Vec<Item>) {
    let tier: HashMap<Id, Option<Tier>> = clients.iter().map(|c| (c.id(), c.tier.tier)).collect();
    let folds = |i: &Item| {
        i.kind == ItemKind::Contact
            && i.channel == Some(Channel::Email)
            && !i.retry
            && i.chosen.is_none()
            && i.client.is_some_and(|id| tier.get(&id) == Some(&Some(Tier::C)))
    };
    let mails: Vec<&Item> = items.iter().filter(|i| folds(i)).collect();
    if mails.len() < 2 {
        return;
    }
    let ids: Vec<Id> = mails.iter().filter_map(|i| i.client).collect();
    let most = |f: fn(&Item) -> f64| mails.iter().map(|i| f(i)).fold(0.0, f64::max);
    let batch = Item {
        kind: ItemKind::Batch,
        client: None,
        target: Target::Contact(Channel::Email),
        channel: Some(Channel::Email),
        due: mails.iter().map(|i| i.due).min().unwrap_or(Day(0)),
        at: None,
        warn: None,
        clock: (0, 0),
        late_days: mails.iter().map(|i| i.late_days).max().unwrap_or(0),
        overdue: mails.iter().any(|i| i.overdue),
        retry: false,
        snoozed: 0,
        quadrant: 4,
        chosen: None,
        ask_survey: false,
        priority: 0.0,
        importance: most(|i| i.importance),
        urgency: most(|i| i.urgency),
        section: Section::Contacts,
        fits: true,
        reason: Message::new("reason-batch").with("n", ids.len()),
        clients: ids,
    };
    items.retain(|i| !folds(i));
    items.push(batch);
}

/// Marks what lies beyond the day's capacity. It counts contacts: a client's call and visit are one, and so is a batch; timed items
/// use capacity but are never below the line, nor is a promise.
fn draw_line(queue: &mut Queue) {
    let mut used = queue.done_today;
    let mut seen: HashSet<Option<Id>> = HashSet::new();
    for item in &mut queue.items {
        let is_contact = matches!(item.kind, ItemKind::Contact | ItemKind::Batch | ItemKind::Appointment);
        if !is_contact || (item.client.is_some() && seen.contains(&item.client)) {
            continue;
        }
        seen.insert(item.client);
        used += 1;
        queue.contacts += 1;
        if item.kind != ItemKind::Appointment {
            item.fits = used <= queue.capacity;
        }
    }
    // A client's second requirement shares the fate of the first: one contact serves both.
    let beyond: HashSet<Id> = queue.items.iter().filter(|i| !i.fits).filter_map(|i| i.client).collect();
    for item in queue.items.iter_mut().filter(|i| i.kind == ItemKind::Contact) {
        item.fits = item.client.is_none_or(|id| !beyond.contains(&id));
    }
}

/// Working days since anything was logged, when there were 5 or more.
fn away(clients: &[Assessed], under: Under<'_>) -> Option<i32> {
    let last = clients.iter().filter_map(|c| c.facts.last_worked).max()?;
    let days = under.time.working_days_between(last.day(under.now.zone), under.now.today().plus(-1));
    (days >= 5).then_some(days as i32)
}
