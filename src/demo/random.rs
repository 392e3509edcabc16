//! A small repeatable generator (splitmix64): the same seed gives the same portfolio on every machine and in every version.

/// The generator's state.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    /// A stream of its own for each seed and each part of the book, so that one part can change without moving the others.
    pub(super) fn new(seed: u64, stream: u64) -> Random {
        let mut random = Random(seed ^ stream.wrapping_mul(0xd6e8_feb8_6659_fd93));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to 1, 1 left out.
    pub(super) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Whether something with this probability happens.
    pub(super) fn chance(&mut self, probability: f64) -> bool {
        self.share() < probability
    }

    /// A whole number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = i64::from(high) - i64::from(low) + 1;
        if width <= 1 { low } else { low + (self.next() % width.unsigned_abs()) as i32 }
    }

    /// One of a list; `None` of an empty one.
    pub(super) fn pick_one<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        (!list.is_empty()).then(|| list[(self.next() % list.len() as u64) as usize])
    }

    /// One of a list that is not empty; an empty one gives the default.
    pub(super) fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        if list.is_empty() { T::default() } else { list[(self.next() % list.len() as u64) as usize] }
    }
}
