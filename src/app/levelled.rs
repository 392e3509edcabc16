//! The preview of `spread`: what each day holds before and after, who moves from when to when, and who cannot be kept within its grace.
//! Where a contact goes is `portfolio::spread`'s to say.

use super::dialog::Dialog;
use super::imported::{self, Step};
use super::model::Model;
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::portfolio::spread::{self, Plan};

/// The preview.
#[derive(Debug, Clone, PartialEq)]
pub struct Levelled {
    /// The levelled plan.
    pub plan: Plan,
    /// First line shown.
    pub scroll: u16,
}

impl Levelled {
    /// The plan as it would be.
    pub fn open(model: &Model) -> Levelled {
        Levelled { plan: spread::plan(&model.book), scroll: 0 }
    }
}

/// Enter: written as one step. Where nothing moves it only closes.
pub fn apply(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Levelled(levelled)) = model.dialogs.last() else { return Vec::new() };
    let moves = levelled.plan.writes();
    if moves.is_empty() {
        written(model);
        return Vec::new();
    }
    vec![Effect::Apply(Action::Spread(moves), After::Stay)]
}

/// It is written: the preview is over.
pub fn written(model: &mut Model) {
    model.dialogs.pop();
    imported::taken(model, Step::Level);
}
