//! What every face says alike of looking back: sums, shares with what they are of, names of signs. How wide a column is a face's.

use super::{FEW, Group, HELD, HORIZON, Hindsight, Hits, LOOKS, Loss, Save};
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::words::SignalKind;
use crate::portfolio::loss::reason_words;

/// The name of a sign.
pub fn sign(kind: SignalKind) -> &'static str {
    match kind {
        SignalKind::OpenComplaint => "sign-open-complaint",
        SignalKind::ComplaintLate => "sign-complaint-late",
        SignalKind::BadResolution => "sign-bad-resolution",
        SignalKind::MoreComplaints => "sign-more-complaints",
        SignalKind::ContactSilence => "sign-contact-silence",
        SignalKind::ColdReplies => "sign-cold-replies",
        SignalKind::LowSurvey => "sign-low-survey",
        SignalKind::FallenSurvey => "sign-fallen-survey",
        SignalKind::Promoter => "sign-promoter",
        SignalKind::ContractLate => "sign-contract-late",
        SignalKind::FewerProjects => "sign-fewer-projects",
        SignalKind::Competitor => "sign-competitor",
        SignalKind::AmountDrop => "sign-amount-drop",
        SignalKind::RenewalNear => "sign-renewal-near",
        SignalKind::FrequencyDrop => "sign-frequency-drop",
    }
}

/// A row of the table of signs.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign<'a> {
    /// The code in JSON: of a signal its own, else `list` or `orders`.
    pub code: &'static str,
    /// What was seen.
    pub title: Message,
    /// How often.
    pub hits: &'a Hits,
}

impl Hindsight {
    fn money(&self, minor: f64) -> Money {
        Money { minor: minor.round() as i64, currency: self.currency }
    }

    /// A value in the base currency.
    pub fn amount(&self, minor: f64) -> String {
        self.money(minor).to_string()
    }

    /// Who was lost and whether there was a warning.
    pub fn sums(&self) -> Vec<Message> {
        let count = self.losses.len();
        let mut out = vec![Message::new("hindsight-lost").with("count", count).with("value", self.money(self.value()))];
        if count > 0 {
            let warned = self.warned();
            let days = self.usual_lead().unwrap_or(0);
            let never = count - warned;
            out.push(Message::new("hindsight-warned").with("count", count).with("warned", warned).with("days", days));
            // Where none stood on it, that says it.
            if never > 0 && warned > 0 {
                out.push(Message::new("hindsight-never").with("never", never));
            }
        }
        let returned = self.losses.iter().filter(|loss| loss.returned.is_some()).count();
        if returned > 0 {
            out.push(Message::new("hindsight-returned").with("count", returned));
        }
        if !self.unrecorded.is_empty() {
            out.push(Message::new("hindsight-unrecorded").with("count", self.unrecorded.len()));
        }
        out
    }

    /// What the table of signs counts; `false` when there is nothing to count.
    pub fn judging(&self) -> (bool, Vec<Message>) {
        let (Some(first), Some(last)) = (self.judged.first(), self.judged.last()) else {
            return (false, vec![Message::new("hindsight-none-judged").with("days", HORIZON)]);
        };
        let counted = Message::new("hindsight-judged")
            .with("first", *first)
            .with("last", *last)
            .with("count", self.judged.len())
            .with("days", HORIZON)
            .with("lost", self.all.lost)
            .with("lost-clients", self.all.lost_clients.len())
            .with("stayed", self.all.stayed)
            .with("stayed-clients", self.all.stayed_clients.len());
        let few = (!self.says_enough()).then(|| Message::new("hindsight-few").with("few", FEW));
        (true, [Some(counted), few].into_iter().flatten().collect())
    }

    /// The table of signs: the list as a whole, orders alone, then each signal.
    pub fn signs(&self) -> Vec<Sign<'_>> {
        let own = |code, id: &'static str, hits| Sign { code, title: Message::new(id), hits };
        let mut out = vec![own("list", "sign-list", &self.listed), own("orders", "sign-orders", &self.by_orders)];
        out.extend(self.signals.iter().map(|(kind, hits)| own(kind.code(), sign(*kind), hits)));
        out
    }

    /// How often a sign was there before a loss, before none, how often it was right, and how much of the losses it saw; the last two only
    /// with enough losses.
    pub fn cells(&self, hits: &Hits) -> [Message; 4] {
        let of = |n: usize, of: usize| Message::new("hindsight-of").with("n", n).with("of", of);
        let share = |share: Option<f64>, n: usize, of: usize| match share.filter(|_| self.says_enough()) {
            Some(share) => Message::new("hindsight-share").with("share", Arg::Share(share)).with("n", n).with("of", of),
            None => Message::new("hindsight-unsaid"),
        };
        [
            of(hits.lost, self.all.lost),
            of(hits.stayed, self.all.stayed),
            share(hits.precision(), hits.lost, hits.seen()),
            share(hits.recall(&self.all), hits.lost, self.all.lost),
        ]
    }

    /// Who was won back, and whether it held and paid.
    pub fn saved(&self) -> Vec<Message> {
        let saves = &self.saves;
        if saves.all.is_empty() {
            return vec![Message::new("hindsight-none-saved")];
        }
        let mut out = vec![Message::new("hindsight-saved").with("count", saves.all.len()).with("lost", saves.lost())];
        for days in HELD {
            let (held, of) = saves.held(days);
            out.push(Message::new("hindsight-held").with("days", days).with("held", held).with("of", of));
        }
        let paid = Message::new("hindsight-remedies");
        out.push(paid.with("cost", self.money(saves.cost())).with("kept", self.money(saves.kept())));
        if !saves.missing.is_empty() {
            let missing: Vec<&str> = saves.missing.iter().map(|c| c.as_str()).collect();
            out.push(Message::new("hindsight-no-rate").with("currencies", missing.join(", ")));
        }
        out
    }

    /// How many of a group had stood in the list.
    pub fn warned_of(&self, group: &Group) -> Message {
        Message::new("hindsight-of").with("n", group.listed).with("of", group.losses.len())
    }
}

impl Hindsight {
    /// What became of a client that was won back.
    pub fn save_told(&self, save: &Save) -> Message {
        let told = match save.lost {
            Some(lost) => Message::new("hindsight-save-lost").with("lost", lost),
            None => Message::new("hindsight-save-held"),
        };
        told.with("on", save.on).with("cost", self.money(save.cost)).with("kept", self.money(save.kept))
    }
}

impl Loss {
    /// When and why it was lost.
    pub fn told(&self) -> Message {
        Message::new("hindsight-told")
            .with("on", self.on)
            .with("reason", reason_words(&self.reason))
            .with("warning", self.warning())
    }

    /// Since when it had stood in the list.
    pub fn warning(&self) -> Message {
        match self.lead() {
            Some(days) => Message::new(if days < HORIZON { "hindsight-lead" } else { "hindsight-lead-long" })
                .with("days", days)
                .with("on", self.listed_days),
            None => Message::new("hindsight-lead-never"),
        }
    }

    /// How high the risk was at each look, the earliest first.
    pub fn levels(&self) -> Vec<(i32, Message)> {
        let level = |look: &Option<super::Look>| match look {
            Some(look) => Message::new(look.level.name()),
            None => Message::new("hindsight-unsaid"),
        };
        LOOKS.into_iter().zip(self.looks.iter().map(level)).collect()
    }

    /// The signs that had fired, each with how long before.
    pub fn signs(&self) -> Vec<Message> {
        let one = |(kind, days): (SignalKind, i32)| {
            Message::new("hindsight-fired").with("sign", Message::new(sign(kind))).with("days", days)
        };
        self.fired().into_iter().map(one).collect()
    }
}
