//! `L`: a client is gone. First the reason from the policy's list, then a line in words; on a client that is lost already, the way back.
//! What is written is the store's, which rows are meant `deed`'s.

use super::command::Do;
use super::deed;
use super::dialog::Dialog;
use super::line::{Line, Purpose};
use super::model::Model;
use super::msg::Effect;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::Status;

/// The choice of a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Codes of the policy's list.
    pub reasons: Vec<String>,
    /// The chosen one.
    pub selected: usize,
}

impl Loss {
    /// Whom it is about.
    pub fn title(&self, model: &Model) -> Message {
        deed::about(model, "loss-title")
    }

    /// Moves the choice.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.reasons.len().saturating_sub(1));
    }

    /// Chooses by number, from 1; `false` when there is no such line.
    pub fn pick(&mut self, number: usize) -> bool {
        let there = (1..=self.reasons.len()).contains(&number);
        if there {
            self.selected = number - 1;
        }
        there
    }
}

/// The one client an action is about, when it is lost already: then the key is the way back.
pub fn returns(model: &Model) -> Option<Id> {
    let mut rows = model.subjects();
    let client = rows.next()?.client?;
    (rows.next().is_none() && client.facts.client.status == Status::Lost).then(|| client.id())
}

/// `L`.
pub fn open(model: &mut Model) {
    model.prefix = None;
    match returns(model) {
        Some(client) => model.open_line(Line::new(Purpose::ReturnWhy(client))),
        None => {
            let reasons = model.book.policy.risk.reasons.clone();
            model.dialogs.push(Dialog::Loss(Box::new(Loss { reasons, selected: 0 })));
        }
    }
}

/// Keys of the choice.
pub fn run(model: &mut Model, id: Do, digit: Option<u8>) -> Vec<Effect> {
    let Some(Dialog::Loss(loss)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::LossDown => loss.step(1),
        Do::LossUp => loss.step(-1),
        Do::LossPick if !loss.pick(usize::from(digit.unwrap_or(0))) => {}
        Do::LossTake | Do::LossPick => {
            let code = loss.reasons.get(loss.selected).cloned();
            model.dialogs.pop();
            if let Some(code) = code {
                model.open_line(Line::new(Purpose::LostWhy(code)));
            }
        }
        _ => {
            model.dialogs.pop();
        }
    }
    Vec::new()
}
