//! Keys kept beside names and addresses so that they are found however they were typed.
//! How a text is folded is `text`'s business, what makes two addresses one `interchange`'s.

use crate::text;

pub use crate::interchange::point_key;

/// The key of a name, see [`text::fold`].
pub fn name_key(name: &str) -> String {
    text::fold(name)
}

/// The initials of a name, space separated alternatives.
pub(super) fn initials(name: &str) -> String {
    text::initials(name)
}
