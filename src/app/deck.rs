//! The sorting deck: one client a card, one key a decision, each its own undo step. Which clients lie in it and what suggests itself is
//! `portfolio::deck`'s.

use super::command::Do;
use super::dialog::Dialog;
use super::imported::{self, Step};
use super::model::Model;
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::words::Tier;
use crate::portfolio::deck::Card;

/// What was decided on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// This tier.
    Tier(Tier),
    /// Not a client: the plan ends.
    Not,
    /// Another time.
    Later,
}

/// The deck and how far it is gone through.
#[derive(Debug, Clone, PartialEq)]
pub struct Deck {
    /// The cards in order.
    pub cards: Vec<Card>,
    /// What was decided on those gone through.
    pub verdicts: Vec<Verdict>,
    /// The step in the journal that each of them was, where it was one.
    ops: Vec<Option<i64>>,
    /// What is being written for the card on top.
    pending: Option<Verdict>,
    /// The decision on the card before is being taken back.
    taking_back: bool,
}

impl Deck {
    /// A fresh deck.
    pub fn new(cards: Vec<Card>) -> Deck {
        Deck { cards, verdicts: Vec::new(), ops: Vec::new(), pending: None, taking_back: false }
    }

    /// The card on top; `None` when all were gone through.
    pub fn card(&self) -> Option<&Card> {
        self.cards.get(self.verdicts.len())
    }

    /// Whether every card was gone through.
    pub fn is_over(&self) -> bool {
        self.card().is_none()
    }

    /// How often this was decided.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.verdicts.iter().filter(|v| **v == verdict).count()
    }
}

/// How many clients the deck would hold.
pub fn unsorted(model: &Model) -> usize {
    model.book.clients.iter().filter(|c| crate::portfolio::deck::to_sort(c)).count()
}

/// The client of the card on top, when a deck is in front: its people and numbers are read for it.
pub fn client(model: &Model) -> Option<Id> {
    match model.dialogs.last() {
        Some(Dialog::Deck(deck)) => deck.card().map(|card| card.client),
        _ => None,
    }
}

/// A key on the card on top.
pub fn decide(model: &mut Model, id: Do, now: &Now) -> Vec<Effect> {
    let Some(Dialog::Deck(deck)) = model.dialogs.last_mut() else { return Vec::new() };
    let Some(card) = deck.card() else { return Vec::new() };
    let (client, suggested) = (card.client, card.suggested);
    let verdict = match id {
        Do::DeckA => Verdict::Tier(Tier::A),
        Do::DeckB => Verdict::Tier(Tier::B),
        Do::DeckC => Verdict::Tier(Tier::C),
        Do::DeckTake => suggested.map_or(Verdict::Later, Verdict::Tier),
        Do::DeckNot => Verdict::Not,
        _ => Verdict::Later,
    };
    let action = match verdict {
        Verdict::Later => {
            deck.verdicts.push(Verdict::Later);
            deck.ops.push(None);
            return over(model);
        }
        Verdict::Tier(tier) => Action::PinTier {
            client,
            tier: Some(tier),
            why: model.words.get("deck-why"),
            from: now.today(),
            until: None,
            review_on: now.today().plus(model.book.policy.tiers.pin_review),
        },
        Verdict::Not => Action::StopClient { client, why: model.words.get("deck-why-not"), on: now.today() },
    };
    if let Some(Dialog::Deck(deck)) = model.dialogs.last_mut() {
        deck.pending = Some(verdict);
    }
    vec![Effect::Apply(action, After::Stay)]
}

/// The decision is written: on to the next card.
pub fn written(model: &mut Model, op: Option<i64>) {
    if let Some(Dialog::Deck(deck)) = model.dialogs.last_mut()
        && let Some(verdict) = deck.pending.take()
    {
        deck.verdicts.push(verdict);
        deck.ops.push(op);
    }
    over(model);
}

/// `u`: the card before lies on top again, and what was decided on it is taken back.
pub fn back(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Deck(deck)) = model.dialogs.last_mut() else { return Vec::new() };
    match deck.ops.last() {
        Some(Some(op)) => {
            deck.taking_back = true;
            vec![Effect::UndoThis(*op)]
        }
        Some(None) => {
            deck.verdicts.pop();
            deck.ops.pop();
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// A decision was taken back.
pub fn undone(model: &mut Model) {
    if let Some(Dialog::Deck(deck)) = model.dialogs.last_mut()
        && std::mem::take(&mut deck.taking_back)
    {
        deck.verdicts.pop();
        deck.ops.pop();
    }
}

/// Nothing was written.
pub fn refused(model: &mut Model) {
    if let Some(Dialog::Deck(deck)) = model.dialogs.last_mut() {
        (deck.pending, deck.taking_back) = (None, false);
    }
}

/// Esc: the rest stays as it is.
pub fn close(model: &mut Model) {
    model.dialogs.pop();
    // Who sorts only some has done so for now: the line still says how many are left.
    imported::taken(model, Step::Sort);
}

/// After the last card the deck goes away by itself.
fn over(model: &mut Model) -> Vec<Effect> {
    if matches!(model.dialogs.last(), Some(Dialog::Deck(deck)) if deck.is_over()) {
        close(model);
    }
    Vec::new()
}
