//! Pieces that every view draws with: a pen that writes one row, a text field with its caret, boxes, a small calendar, small pictures of
//! numbers. What is written where is decided by the views.

pub mod calendar;
mod field;
mod panel;
mod pen;
mod spark;

pub use field::{Drawn, field};
pub use panel::{centred, choices, key_cap, number, panel};
pub use pen::Pen;
pub use spark::{spark, spark_row};
