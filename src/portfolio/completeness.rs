//! How complete what is known of a client is, group by group, with the missing fields named (S64), and how much of it was checked (S66).
//! When a check is due is `assess`'s to say.

use super::assess::Assessed;
use super::load::Snapshot;
use crate::domain::message::Message;
use crate::domain::words::*;
use crate::store::ClientDetail;

/// What a group of fields is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// Who they are and how they are reached.
    Basic,
    /// What they need and could be worth.
    Need,
    /// What passed between both sides.
    Interaction,
}

impl GroupKind {
    /// Its name.
    pub fn title(self) -> Message {
        Message::new(match self {
            GroupKind::Basic => "complete-basic",
            GroupKind::Need => "complete-need",
            GroupKind::Interaction => "complete-interaction",
        })
    }

    /// The key in JSON.
    pub fn code(self) -> &'static str {
        match self {
            GroupKind::Basic => "basic",
            GroupKind::Need => "need",
            GroupKind::Interaction => "interaction",
        }
    }
}

/// One group of fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Which.
    pub kind: GroupKind,
    /// Fields that are there.
    pub have: usize,
    /// Fields asked for.
    pub of: usize,
    /// Names of the others, what weighs most first.
    pub missing: Vec<Message>,
}

/// How complete a client is.
#[derive(Debug, Clone, PartialEq)]
pub struct Completeness {
    /// Basic, need, interaction.
    pub groups: [Group; 3],
    /// Weight of what is there, of 100.
    pub percent: u8,
    /// An A client who cannot be called or messaged, or has no person by name.
    pub urgent: bool,
    /// Usable contact points checked within the tier's review interval, and all usable ones.
    pub verified: (usize, usize),
}

impl Completeness {
    /// Names of everything missing, what weighs most first within each group.
    pub fn missing(&self) -> impl Iterator<Item = &Message> {
        self.groups.iter().flat_map(|g| &g.missing)
    }
}

/// One field: its name, whether it is there, its weight, and whether the tier multiplies that.
struct Field {
    name: &'static str,
    have: bool,
    weight: u32,
    essential: bool,
}

fn field(name: &'static str, have: bool, weight: u32) -> Field {
    Field { name, have, weight, essential: false }
}

fn essential(name: &'static str, have: bool, weight: u32) -> Field {
    Field { name, have, weight, essential: true }
}

/// How complete a client is. Weights: a phone or WeChat 3, e-mail 2, a person by name 2 (organisations), industry 1, region 1, size 1
/// (organisations), an address 2 (only where the plan has visits); what they need 3, budget 2, potential 1, fit 1; a note on a contact
/// of the last plan interval 3, an invoice or project 2, a survey answer 1. What one cannot serve a client without (phone or WeChat, person, need, note)
/// counts three times for A and twice for B: an A client without a phone is further from complete than a C client without one.
pub fn of(snapshot: &Snapshot, client: &Assessed, detail: &ClientDetail) -> Completeness {
    let tier = client.tier.tier;
    let times = match tier {
        Some(Tier::A) => 3,
        Some(Tier::B) => 2,
        _ => 1,
    };
    let fields = [basic(client, detail), need(client, detail), interaction(snapshot, client, detail)];
    let weigh = |f: &Field| f.weight * if f.essential { times } else { 1 };
    let all = || fields.iter().flatten();
    let total: u32 = all().map(weigh).sum();
    let there: u32 = all().filter(|f| f.have).map(weigh).sum();
    let lacks = |name: &str| all().any(|f| f.name == name && !f.have);
    let urgent = tier == Some(Tier::A) && (lacks("complete-phone") || lacks("complete-person"));
    let kinds = [GroupKind::Basic, GroupKind::Need, GroupKind::Interaction];
    let mut kind = kinds.into_iter();
    let groups = fields.each_ref().map(|fields| {
        let mut missing: Vec<&Field> = fields.iter().filter(|f| !f.have).collect();
        missing.sort_by_key(|f| std::cmp::Reverse(weigh(f)));
        Group {
            kind: kind.next().unwrap_or(GroupKind::Interaction),
            have: fields.iter().filter(|f| f.have).count(),
            of: fields.len(),
            missing: missing.into_iter().map(|f| Message::new(f.name)).collect(),
        }
    });
    // Rounded down: only what is complete is called so.
    let percent = (there * 100).checked_div(total).unwrap_or(100) as u8;
    Completeness { groups, percent, urgent, verified: verified(snapshot, client, detail) }
}

fn basic(client: &Assessed, detail: &ClientDetail) -> Vec<Field> {
    let row = &client.facts.client;
    let reach = |kinds: &[PointKind]| detail.points.iter().any(|p| p.invalid_since.is_none() && kinds.contains(&p.kind));
    let mut fields = vec![
        essential("complete-phone", reach(&[PointKind::Phone, PointKind::Wechat]), 3),
        field("complete-email", reach(&[PointKind::Email]), 2),
        field("complete-industry", filled(row.industry.as_deref()), 1),
        field("complete-region", filled(row.region.as_deref()), 1),
    ];
    if row.kind == ClientKind::Org {
        fields.push(essential("complete-person", !detail.people.is_empty(), 2));
        fields.push(field("complete-size", filled(row.size.as_deref()), 1));
    }
    if client.plan.iter().any(|r| r.channel == Channel::Visit) {
        fields.push(field("complete-address", reach(&[PointKind::Address]), 2));
    }
    fields
}

fn need(client: &Assessed, detail: &ClientDetail) -> Vec<Field> {
    let row = &client.facts.client;
    vec![
        essential("complete-needs", filled(detail.need.as_deref()), 3),
        field("complete-budget", row.budget.is_some(), 2),
        field("complete-potential", row.potential.is_some(), 1),
        field("complete-fit", row.fit.is_some(), 1),
    ]
}

fn interaction(snapshot: &Snapshot, client: &Assessed, detail: &ClientDetail) -> Vec<Field> {
    let (today, zone) = (snapshot.now.today(), snapshot.now.zone);
    // The longest promise: whoever is seen once a quarter has something written down once a quarter. Without a plan, a year.
    let interval = client.plan.iter().map(|r| r.every).max_by(|a, b| a.days().total_cmp(&b.days()));
    let days = interval.map_or(365, |every| every.days().ceil() as i32);
    let noted = detail.touches.iter().any(|t| filled(t.note.as_deref()) && today.since(t.row.at.day(zone)) <= days);
    let business = client.facts.values[0].engaged || !client.facts.billed.is_empty();
    vec![
        essential("complete-note", noted, 3),
        field("complete-business", business, 2),
        field("complete-survey", !client.facts.surveys.is_empty(), 1),
    ]
}

fn filled(text: Option<&str>) -> bool {
    text.is_some_and(|t| !t.trim().is_empty())
}

fn verified(snapshot: &Snapshot, client: &Assessed, detail: &ClientDetail) -> (usize, usize) {
    let today = snapshot.now.today();
    let within = snapshot.policy.plan(client.tier.tier).review;
    let usable = || detail.points.iter().filter(|p| p.invalid_since.is_none());
    let fresh = usable().filter(|p| p.verified_on.is_some_and(|day| day <= today && today.since(day) <= within)).count();
    (fresh, usable().count())
}
