//! The choice of a contact plan: each shipped preset with what it costs a week, tier by tier. What a policy means is `domain::policy`'s,
//! what it costs `portfolio::bill`'s.

use super::dialog::Dialog;
use super::imported::{self, Step};
use super::model::Model;
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::domain::message::Message;
use crate::domain::policy::{self, Factor, Policy, TierBasis};
use crate::domain::words::Status;
use crate::portfolio::bill::{self, Bill};
use crate::portfolio::preview::{gaps_said, moves};

/// Below so many active clients the lighter plan is offered first.
const FEW: usize = 15;

/// One plan to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// What it costs.
    pub bill: Bill,
    /// How many clients would change tier.
    pub moves: usize,
    /// Which factors of its tiers are not known of whom; `None` where nothing is missing.
    pub gaps: Option<Message>,
    /// The rules.
    pub policy: Policy,
    /// It is the one in force.
    pub in_force: bool,
    text: Option<&'static str>,
}

impl Offer {
    /// Contacts on a working day.
    pub fn a_day(&self) -> f64 {
        self.bill.contacts_per_day()
    }

    /// Whether it is one of those that come with the program.
    pub fn is_shipped(&self) -> bool {
        self.text.is_some()
    }

    /// What its tiers come from.
    pub fn factors(&self) -> Vec<Factor> {
        let rules = &self.policy.tiers;
        match rules.basis {
            TierBasis::Value => {
                let halves = [Factor::Margin, Factor::Expected];
                halves.into_iter().filter(|f| rules.counts(*f)).collect()
            }
            TierBasis::Factors => rules.factors.iter().filter(|r| r.weight > 0.0).map(|r| r.factor).collect(),
        }
    }

    /// Whether the week has room for it.
    pub fn fits(&self) -> bool {
        self.bill.fits()
    }
}

/// The plans to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// The offers, the most fitting first.
    pub offers: Vec<Offer>,
    /// The chosen one.
    pub selected: usize,
}

impl Preset {
    /// The shipped presets, and a policy of the user's own where that is in force.
    pub fn open(model: &Model) -> Preset {
        let book = &model.book;
        let mut offers: Vec<Offer> = policy::PRESETS
            .iter()
            .filter_map(|(_, text)| {
                let policy = policy::parse(text).ok()?;
                let in_force = policy == book.policy;
                let moves = moves(book, &policy).iter().filter(|m| m.changes()).count();
                let gaps = gaps_said(book, &policy);
                Some(Offer { bill: bill::of(book, &policy), moves, gaps, policy, in_force, text: Some(text) })
            })
            .collect();
        let active = book.present().filter(|c| c.status == Status::Active).count();
        if active < FEW {
            offers.sort_by_key(|o| o.policy.name != "solo");
        }
        if !offers.iter().any(|o| o.in_force) {
            let bill = bill::of(book, &book.policy);
            let gaps = gaps_said(book, &book.policy);
            let own = Offer { bill, moves: 0, gaps, policy: book.policy.clone(), in_force: true, text: None };
            offers.push(own);
        }
        Preset { offers, selected: 0 }
    }

    /// Moves the choice.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.offers.len().saturating_sub(1));
    }

    /// Chooses by number, from 1; `false` when there is no such line.
    pub fn pick(&mut self, number: usize) -> bool {
        let there = (1..=self.offers.len()).contains(&number);
        if there {
            self.selected = number - 1;
        }
        there
    }
}

/// Enter: the chosen plan is put in force; the one in force stays.
pub fn take(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Preset(preset)) = model.dialogs.last() else { return Vec::new() };
    let Some(offer) = preset.offers.get(preset.selected) else { return Vec::new() };
    match offer.text.filter(|_| !offer.in_force) {
        Some(text) => {
            let action = Action::UsePolicy { name: offer.policy.name.clone(), text: text.to_owned() };
            vec![Effect::Apply(action, After::Stay)]
        }
        None => {
            closed(model);
            Vec::new()
        }
    }
}

/// The plan is in force: the choice is over, and what its tiers go without is said.
pub fn written(model: &mut Model) {
    let gaps = gaps_said(&model.book, &model.book.policy);
    if let (Some(toast), Some(gaps)) = (&mut model.toast, gaps) {
        toast.message = Message::new("toast-and-gaps").with("did", toast.message.clone()).with("gaps", gaps);
    }
    closed(model);
}

fn closed(model: &mut Model) {
    model.dialogs.pop();
    imported::taken(model, Step::Plan);
}
