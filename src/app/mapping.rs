//! The look at a file before it is imported.

use super::msg::Effect;
use crate::interchange::ImportOptions;

/// Asks for a look at a file.
pub fn look(path: String) -> Vec<Effect> {
    vec![Effect::Import(path, Box::new(ImportOptions::default()))]
}
