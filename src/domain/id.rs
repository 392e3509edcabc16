//! The identity of a row. Making new ids is the store's work (`store::id`).

use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// A 63-bit row id, unique across devices. JSON writes it as a string, because JavaScript cannot hold it as a number; it is only read
/// back from a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
pub struct Id(pub i64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() { s.collect_str(self) } else { s.serialize_i64(self.0) }
    }
}
