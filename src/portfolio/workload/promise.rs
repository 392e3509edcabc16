//! What the tiers promise in an ordinary week: each requirement for itself, and the contacts that keep them all, by tier and by channel.
//! What a single contact substitutes is `bill`'s to say.

use crate::domain::facts::ClientFacts;
use crate::domain::policy::PlannedContact;
use crate::domain::words::{Channel, Tier};
use crate::portfolio::Snapshot;
use crate::portfolio::assess::{Under, promised_as};
use crate::portfolio::bill::{TierBill, a_week, with_substitution};

/// The part of a channel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChannelShare {
    /// The channel.
    pub channel: Channel,
    /// Requirements a week.
    pub requirements: f64,
    /// Contacts a week on it once the richer ones are made.
    pub contacts: f64,
}

/// What is promised a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// A, B, C and those without a tier; who has no clients is left out.
    pub tiers: Vec<TierBill>,
    /// By channel, richest first; what nobody is promised is left out.
    pub channels: Vec<ChannelShare>,
}

impl Promise {
    /// What is promised to everybody who is served.
    pub fn new(book: &Snapshot) -> Promise {
        Promise::under(book, book.under())
    }

    /// The same under another policy, tiers as they are.
    pub(super) fn under(book: &Snapshot, under: Under<'_>) -> Promise {
        let groups = [Some(Tier::A), Some(Tier::B), Some(Tier::C), None];
        let mut tiers = groups.map(|tier| TierBill { tier, clients: 0, requirements: 0.0, contacts: 0.0 });
        let mut channels =
            [0.0; Channel::ALL.len()].map(|_| ChannelShare { channel: Channel::Unknown, requirements: 0.0, contacts: 0.0 });
        for (share, channel) in channels.iter_mut().zip(Channel::ALL) {
            share.channel = *channel;
        }
        // A plan is never empty: who has none is not served.
        for client in book.clients.iter().filter(|c| !c.plan.is_empty()) {
            let contacts = promised_as(&client.facts, client.tier.tier, under);
            let sum = &mut tiers[client.tier.tier.map_or(3, Tier::rank)];
            sum.clients += 1;
            let made = with_substitution(&contacts, under.policy.meeting_satisfies_visit);
            sum.requirements += contacts.iter().map(a_week).sum::<f64>();
            sum.contacts += made.iter().map(|(_, rate)| rate).sum::<f64>();
            for contact in &contacts {
                channels[contact.channel as usize].requirements += a_week(contact);
            }
            for (channel, rate) in made {
                channels[channel as usize].contacts += rate;
            }
        }
        Promise {
            tiers: tiers.into_iter().filter(|t| t.clients > 0).collect(),
            channels: channels.into_iter().filter(|c| c.requirements > 0.0).collect(),
        }
    }

    /// Requirements a week.
    pub fn requirements(&self) -> f64 {
        self.tiers.iter().map(|t| t.requirements).sum()
    }

    /// Contacts a week that keep them all.
    pub fn contacts(&self) -> f64 {
        self.tiers.iter().map(|t| t.contacts).sum()
    }

    /// Contacts a week on a channel.
    pub fn on(&self, channel: Channel) -> f64 {
        self.channels.iter().find(|c| c.channel == channel).map_or(0.0, |c| c.contacts)
    }
}

/// What a client costs a week: requirements and contacts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cost {
    pub(super) requirements: f64,
    pub(super) contacts: f64,
}

impl Cost {
    /// Of a client, were it of a tier.
    pub(super) fn of(facts: &ClientFacts, tier: Option<Tier>, under: Under<'_>) -> Cost {
        Cost::of_plan(&promised_as(facts, tier, under), under.policy.meeting_satisfies_visit)
    }

    /// Of a plan.
    pub(super) fn of_plan(contacts: &[PlannedContact], meeting_satisfies_visit: bool) -> Cost {
        Cost {
            requirements: contacts.iter().map(a_week).sum(),
            contacts: with_substitution(contacts, meeting_satisfies_visit).iter().map(|(_, rate)| rate).sum(),
        }
    }
}
