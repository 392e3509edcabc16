//! Keys kept beside names and addresses so that they are found however they were typed.

use crate::domain::words::PointKind;

/// The key of a name.
pub fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The initials of a name.
pub(super) fn initials(_name: &str) -> String {
    String::new()
}

/// The key of a contact point: digits of a phone number (without the Chinese country code), anything else in lower case.
pub fn point_key(kind: PointKind, value: &str) -> String {
    if kind != PointKind::Phone {
        return value.trim().to_lowercase();
    }
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let local = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86")).unwrap_or(&digits);
    if local.len() == 11 && local.starts_with('1') { local.to_owned() } else { digits }
}
