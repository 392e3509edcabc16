//! Which keys mean which command: the registry's own, changed by what the configuration says. A key may be a sequence (`g g`).
//! Where a command works is the registry's business; reading the configuration file is `config`'s.

use super::command::{COMMANDS, Command, Do, Scope};
use super::key::Key;
use crate::config::KeyBinding;
use crate::domain::message::Message;

/// Keys pressed one after the other.
pub type Sequence = Vec<Key>;

/// The keys of every command, in the order of the registry.
#[derive(Debug, Clone, PartialEq)]
pub struct Keymap {
    sequences: Vec<Vec<Sequence>>,
    /// The places of a scope's commands, by its number: every key pressed and every footer drawn asks for them.
    of_scope: Vec<Vec<usize>>,
}

/// What a run of keys means in a scope.
#[derive(Debug, Clone, Copy)]
pub enum Found {
    /// This command.
    Command(&'static Command),
    /// More keys must follow.
    Begun,
}

impl Default for Keymap {
    fn default() -> Keymap {
        let own = |c: &Command| c.keys.iter().filter_map(|k| Key::parse(k)).map(|k| vec![k]).collect();
        let mut of_scope: Vec<Vec<usize>> = Vec::new();
        for (n, command) in COMMANDS.iter().enumerate() {
            let scope = command.scope as usize;
            of_scope.resize(of_scope.len().max(scope + 1), Vec::new());
            of_scope[scope].push(n);
        }
        Keymap { sequences: COMMANDS.iter().map(own).collect(), of_scope }
    }
}

/// Scopes whose keys work at the same time, so that a key must not mean two things in them.
fn group(scope: Scope) -> u8 {
    match scope {
        Scope::Item | Scope::Client | Scope::Judge | Scope::Hand | Scope::Move | Scope::Book | Scope::Always => 0,
        // Beside these stand the commands that are always there.
        Scope::First => 1,
        other => 2 + other as u8,
    }
}

fn meet(a: Scope, b: Scope) -> bool {
    group(a) == group(b) || matches!((a, b), (Scope::First, Scope::Always) | (Scope::Always, Scope::First))
}

impl Keymap {
    /// The registry's keys with the user's own in the place of those they name.
    ///
    /// # Errors
    /// A scope, command or key that does not exist, or a key that would mean two things, with file and line.
    pub fn with(bindings: &[KeyBinding], file: &str) -> Result<Keymap, Message> {
        let mut map = Keymap::default();
        let mut changed: Vec<(usize, usize)> = Vec::new();
        for binding in bindings {
            let at = |id| Message::new(id).with("file", file).with("line", binding.line);
            let scope = match &binding.scope {
                Some(word) => Some(Scope::parse(word).ok_or_else(|| at("keys-no-scope").with("scope", word.as_str()))?),
                None => None,
            };
            let meant: Vec<usize> = (0..COMMANDS.len())
                .filter(|n| COMMANDS[*n].code() == binding.command && scope.is_none_or(|s| s == COMMANDS[*n].scope))
                .collect();
            if meant.is_empty() {
                return Err(at("keys-no-command").with("command", binding.command.as_str()));
            }
            let mut sequences = Vec::new();
            for text in &binding.keys {
                let keys: Option<Sequence> = text.split_whitespace().map(Key::parse).collect();
                match keys.filter(|keys| !keys.is_empty()) {
                    Some(keys) => sequences.push(keys),
                    None => return Err(at("keys-no-key").with("key", text.as_str())),
                }
            }
            for n in meant {
                map.sequences[n] = sequences.clone();
                changed.push((n, binding.line));
            }
        }
        for (n, line) in changed {
            if let Some((other, keys)) = map.conflict(n) {
                return Err(Message::new("keys-conflict")
                    .with("file", file)
                    .with("line", line)
                    .with("key", spell(keys))
                    .with("command", COMMANDS[n].code())
                    .with("other", COMMANDS[other].code()));
            }
        }
        Ok(map)
    }

    /// Another command that a key of this one would also mean, or whose keys begin with it.
    fn conflict(&self, n: usize) -> Option<(usize, &Sequence)> {
        self.sequences[n].iter().find_map(|keys| {
            let clashes = |m: usize| self.sequences[m].iter().any(|k| k.starts_with(keys) || keys.starts_with(k));
            let other = (0..COMMANDS.len()).find(|m| *m != n && meet(COMMANDS[n].scope, COMMANDS[*m].scope) && clashes(*m))?;
            Some((other, keys))
        })
    }

    /// What these keys mean in a scope.
    pub fn find(&self, scope: Scope, keys: &[Key]) -> Option<Found> {
        let places = self.of_scope.get(scope as usize)?;
        if let Some(n) = places.iter().find(|n| self.sequences[**n].iter().any(|s| s == keys)) {
            return Some(Found::Command(&COMMANDS[*n]));
        }
        places.iter().any(|n| self.sequences[*n].iter().any(|s| s.starts_with(keys))).then_some(Found::Begun)
    }

    /// The key sequences of a command.
    pub fn of(&self, id: Do) -> &[Sequence] {
        Command::place(id).map_or(&[], |n| &self.sequences[n])
    }

    /// The first key of a command, as help writes it; empty when the user took its keys away.
    pub fn shown(&self, id: Do) -> String {
        self.of(id).first().map(spell).unwrap_or_default()
    }
}

/// A sequence as help writes it.
pub fn spell(keys: &Sequence) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn bind(scope: Option<&str>, command: &str, keys: &[&str]) -> KeyBinding {
        KeyBinding {
            scope: scope.map(str::to_owned),
            command: command.to_owned(),
            keys: keys.iter().map(|k| (*k).to_owned()).collect(),
            line: 7,
        }
    }

    fn keys(text: &str) -> Sequence {
        text.split(' ').map(|k| Key::parse(k).unwrap()).collect()
    }

    #[test]
    fn the_shipped_keys_never_mean_two_things() {
        let map = Keymap::default();
        for (n, command) in COMMANDS.iter().enumerate() {
            assert_eq!(map.conflict(n).map(|(m, keys)| (COMMANDS[m].id, keys.clone())), None, "{:?}", command.id);
        }
    }

    #[test]
    fn a_users_sequence_takes_the_place_of_the_shipped_key() {
        let map = Keymap::with(&[bind(None, "top", &["g g"]), bind(Some("item"), "done", &["H", "Space d"])], "c.toml");
        // `Space` marks: a sequence that begins with it would never come to its end.
        assert_eq!(map.unwrap_err().id, "keys-conflict");
        let map = Keymap::with(&[bind(None, "top", &["g g"]), bind(Some("item"), "done", &["H"])], "c.toml").unwrap();
        assert!(matches!(map.find(Scope::Move, &keys("g")), Some(Found::Begun)));
        assert!(matches!(map.find(Scope::Move, &keys("g g")), Some(Found::Command(c)) if c.id == Do::Top));
        assert!(matches!(map.find(Scope::Item, &keys("H")), Some(Found::Command(c)) if c.id == Do::Done));
        assert!(map.find(Scope::Item, &keys("d")).is_none());
        assert_eq!((map.shown(Do::Top), map.shown(Do::Done)), ("g g".to_owned(), "H".to_owned()));
    }

    #[test]
    fn a_mistake_names_file_and_line() {
        for (binding, id) in [
            (bind(Some("nowhere"), "done", &["D"]), "keys-no-scope"),
            (bind(None, "finish", &["D"]), "keys-no-command"),
            (bind(Some("log"), "done", &["D"]), "keys-no-command"),
            (bind(None, "done", &["hyper-x"]), "keys-no-key"),
            (bind(None, "done", &[""]), "keys-no-key"),
            (bind(None, "done", &["x"]), "keys-conflict"),
            (bind(None, "undo", &["q"]), "keys-conflict"),
        ] {
            let error = Keymap::with(&[binding], "c.toml").unwrap_err();
            assert_eq!(error.id, id);
            assert!(error.args.iter().any(|(name, _)| *name == "line") && error.args.iter().any(|(name, _)| *name == "file"));
        }
        // Swapping two keys is no conflict.
        let swap = [bind(None, "no-answer", &["d"]), bind(None, "done", &["x"])];
        assert!(Keymap::with(&swap, "c.toml").is_ok());
        // A command may lose its keys; the palette and the menu still have it.
        assert_eq!(Keymap::with(&[bind(None, "skip", &[])], "c.toml").unwrap().shown(Do::Skip), "");
    }
}
