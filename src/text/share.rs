//! A share as somebody types it: `0.4`, `40%`, `40`. How a share is printed is `i18n`'s.

use unicode_normalization::UnicodeNormalization;

/// A share of 1, six digits behind the point: `0.4`, `40%` or `40`; what is above 1 without a sign means percent. `None` for
/// anything else, also below 0 and above 100 %.
pub fn share(text: &str) -> Option<f64> {
    let text: String = text.nfkc().collect();
    let (number, percent) = text.trim().strip_suffix('%').map_or((text.trim(), false), |rest| (rest.trim(), true));
    let written: f64 = number.parse().ok()?;
    let share = if percent || written > 1.0 { written / 100.0 } else { written };
    (0.0..=1.0).contains(&share).then(|| (share * 1e6).round() / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_as_it_was_meant() {
        let read = ["0.4", "40%", "40", " 40 % ", "４０％", "0", "1", "100", "0.5%"].map(share);
        assert_eq!(read, [0.4, 0.4, 0.4, 0.4, 0.4, 0.0, 1.0, 1.0, 0.005].map(Some));
        for text in ["", "nan", "inf", "-0.1", "-5%", "101", "120%", "x", "%"] {
            assert_eq!(share(text), None, "{text}");
        }
    }
}
