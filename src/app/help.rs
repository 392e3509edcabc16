//! `?`: the commands that exist where the user was, each with its keys and a sentence; Enter runs the chosen line.
//! The lines are the registry's.

use super::command::{COMMANDS, Command, Scope};
use super::model::{Model, Prefix};

/// The list of commands.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// The commands in the order shown.
    pub commands: Vec<&'static Command>,
    /// The chosen one.
    pub selected: usize,
}

impl Help {
    /// What exists where the user is: a pending key's seconds only, the first-run screen's own, or everything else.
    pub fn open(model: &Model) -> Help {
        let first = model.is_first_run();
        let shown = |scope: Scope| match scope {
            Scope::First => first,
            Scope::Always | Scope::Line | Scope::Form | Scope::Picker | Scope::Panel | Scope::Sheet | Scope::Menu => true,
            Scope::Palette | Scope::Question => true,
            Scope::Files | Scope::Mapping | Scope::MapField | Scope::Steps | Scope::Preset | Scope::Deck | Scope::Levelled => {
                true
            }
            _ => !first,
        };
        let pending = model.prefix.as_ref().map(Prefix::scope);
        let scopes = Scope::ALL.iter().filter(|s| pending.map_or_else(|| shown(**s), |p| p == **s));
        Help { commands: scopes.flat_map(|s| COMMANDS.iter().filter(move |c| c.scope == *s)).collect(), selected: 0 }
    }

    /// The chosen command.
    pub fn command(&self) -> Option<&'static Command> {
        self.commands.get(self.selected).copied()
    }

    /// Moves the choice.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.commands.len().saturating_sub(1));
    }
}
