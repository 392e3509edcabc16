//! A row of numbers as a small picture: one cell a number, its height told by signs that every terminal draws one cell wide. What is
//! counted, and in which unit, is the caller's to say.

use super::Pen;
use ratatui::style::Style;

/// Heights from nothing to the most, each with more ink than the one before.
const LEVELS: [char; 8] = ['.', ':', '-', '=', '+', '*', '%', '#'];
/// What stands for a number of nothing.
const NOTHING: char = '_';

/// The picture of the numbers: the greatest is full, nothing is told from little. What is below nothing is drawn as nothing.
pub fn spark(numbers: &[f64]) -> String {
    let most = numbers.iter().copied().filter(|n| n.is_finite()).fold(0.0, f64::max);
    let cell = |n: &f64| {
        if !n.is_finite() || *n <= 0.0 || most <= 0.0 {
            return NOTHING;
        }
        let level = (n / most * LEVELS.len() as f64).ceil() as usize;
        LEVELS[level.clamp(1, LEVELS.len()) - 1]
    };
    numbers.iter().map(cell).collect()
}

/// Writes the picture with a word before it and the scale behind it: `touches  _.:=#+_  most 9`.
pub fn spark_row(pen: &mut Pen<'_>, label: (&str, usize, Style), numbers: &[f64], ink: Style, scale: (&str, Style)) {
    pen.cell(label.0, label.1, label.2).skip(1).text(&spark(numbers), ink).skip(2).text(scale.0, scale.1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_greatest_is_full_and_nothing_is_told_from_little() {
        assert_eq!(spark(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]), "_.:-=+*%#");
        assert_eq!(spark(&[1.0; 12]), "############");
        assert_eq!(spark(&[0.0; 3]), "___");
        assert_eq!(spark(&[0.0, 0.001, 1000.0]), "_.#");
        assert_eq!(spark(&[-5.0, f64::NAN, f64::INFINITY, 2.0]), "___#");
        assert_eq!(spark(&[]), "");
    }

    proptest! {
        #[test]
        fn more_is_never_drawn_as_less(numbers in prop::collection::vec(-10.0f64..1e9, 1..40)) {
            let order = |c: char| LEVELS.iter().position(|l| *l == c).map_or(0, |n| n + 1);
            let heights: Vec<usize> = spark(&numbers).chars().map(order).collect();
            prop_assert_eq!(heights.len(), numbers.len());
            for (n, a) in numbers.iter().zip(&heights) {
                prop_assert!(numbers.iter().zip(&heights).all(|(m, b)| n > m || a <= b));
            }
        }
    }
}
