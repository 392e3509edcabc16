//! The guard against a held key and a double click: what it would do to the next client lives in `app`.

use crate::app::key::{Key, twin};
use crate::app::mouse::Mouse;
use std::time::{Duration, Instant};

/// Closer together than this, two presses of the same key are one finger resting on it.
pub const HELD: Duration = Duration::from_millis(150);
/// Closer together than this, two presses of the mouse in the same cell are one double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// Remembers the last press of the keys that act on a client and move on, so that holding one cannot log the next client.
#[derive(Debug, Default)]
pub struct HeldKeys {
    last: Option<(Key, Instant)>,
    click: Option<(Mouse, Instant)>,
}

impl HeldKeys {
    /// Whether this press at this instant is a repeat that must be ignored; only guarded keys are. A key that stays down stays ignored.
    pub fn swallows(&mut self, key: Key, at: Instant, guarded: bool) -> bool {
        let key = twin(key);
        let repeat =
            guarded && self.last.is_some_and(|(before, then)| before == key && at.saturating_duration_since(then) < HELD);
        self.last = Some((key, at));
        repeat
    }

    /// Whether this press is the second half of a double click.
    pub fn clicks_again(&mut self, mouse: Mouse, at: Instant) -> bool {
        let again = self.click.is_some_and(|(before, then)| before == mouse && at.saturating_duration_since(then) < DOUBLE);
        // A third press is a click of its own.
        self.click = (!again).then_some((mouse, at));
        again
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::mouse::MouseKind;

    #[test]
    fn a_double_click_on_a_command_runs_it_once() {
        let (mut held, start) = (HeldKeys::default(), Instant::now());
        let mut at = |column: u16, ms: u64| {
            let mouse = Mouse { kind: MouseKind::Press, column, row: 23 };
            held.clicks_again(mouse, start + Duration::from_millis(ms))
        };
        assert!(!at(1, 0));
        assert!(at(1, 180));
        assert!(!at(1, 300), "the third press");
        assert!(!at(9, 350), "elsewhere");
        assert!(!at(9, 800), "later");
    }

    #[test]
    fn a_held_key_acts_once_and_a_second_press_acts_again() {
        let (mut held, start) = (HeldKeys::default(), Instant::now());
        let mut at =
            |key: char, ms: u64| held.swallows(Key::char(key), start + Duration::from_millis(ms), "dxｄ".contains(key));
        assert!(!at('d', 0));
        assert!(at('d', 30));
        assert!(at('d', 170), "still held: 140 ms after the last repeat");
        assert!(!at('d', 320), "150 ms later it is a press of its own");
        assert!(!at('x', 330));
        assert!(!at('d', 340), "another key came between");
        assert!(at('ｄ', 345), "the key of an input method is the same key");
        assert!(!at('j', 350));
        assert!(!at('j', 360), "moving may be held");
    }
}
