//! Which cells of the last frame belong to what: filled by the views while they draw, asked when the mouse is used. What a click means
//! is decided in `app::mouse`.

use crate::app::mouse::{Hit, Spot};
use ratatui::layout::{Position, Rect};

/// The areas of a frame; what was drawn later lies on top.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits(Vec<(Rect, Hit)>);

impl Hits {
    /// Records an area.
    pub fn add(&mut self, area: Rect, hit: Hit) {
        if !area.is_empty() {
            self.0.push((area, hit));
        }
    }

    /// What lies in this cell.
    pub fn at(&self, column: u16, row: u16) -> Option<Spot> {
        let (area, hit) = self.0.iter().rev().find(|(area, _)| area.contains(Position { x: column, y: row }))?;
        Some(Spot { hit: *hit, column: column - area.x })
    }

    /// Every area with what it is, in the order in which they were drawn.
    pub fn areas(&self) -> impl Iterator<Item = (Rect, Hit)> + '_ {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_topmost_area_answers_with_the_place_in_it() {
        let mut hits = Hits::default();
        hits.add(Rect::new(0, 3, 60, 20), Hit::List);
        hits.add(Rect::new(10, 5, 20, 1), Hit::Line(4));
        hits.add(Rect::new(0, 0, 0, 5), Hit::Divider);
        assert_eq!(hits.at(12, 5), Some(Spot { hit: Hit::Line(4), column: 2 }));
        assert_eq!(hits.at(30, 5), Some(Spot { hit: Hit::List, column: 30 }));
        assert_eq!(hits.at(0, 2), None);
        assert_eq!(hits.areas().count(), 2, "an empty area is none");
    }
}
