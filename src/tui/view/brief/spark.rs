//! Small bars of ASCII, one a month: how high each is against the highest. What they count is said beside them.

/// Columns of a bar.
const WIDE: usize = 2;
/// From nothing to the highest.
const LEVELS: [char; 5] = ['_', '.', ':', '|', '#'];

/// One bar a value. What is there at all is never drawn as nothing; what is below nothing is.
pub(super) fn bars(values: &[i64]) -> String {
    let most = values.iter().copied().max().unwrap_or(0).max(1);
    let steps = LEVELS.len() as i128 - 1;
    let level = |value: i64| {
        let value = i128::from(value.max(0));
        // Rounded up: the smallest amount is seen, and only the highest is drawn full height.
        usize::try_from((value * steps + i128::from(most) - 1) / i128::from(most)).unwrap_or(0).min(LEVELS.len() - 1)
    };
    values.iter().flat_map(|v| std::iter::repeat_n(LEVELS[level(*v)], WIDE)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_is_full_and_the_least_is_seen() {
        assert_eq!(bars(&[0, 1, 50, 51, 76, 100]), "__..::||####");
        assert_eq!(bars(&[0, 0]), "____");
        assert_eq!(bars(&[-500, 3]), "__##");
        assert_eq!(bars(&[i64::MIN, i64::MAX]), "__##");
        assert_eq!(bars(&[]), "");
    }
}
