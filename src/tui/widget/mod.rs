//! Pieces that every view draws with: a pen that writes one row, a text field with its caret.
//! What is written where is decided by the views.

mod field;
mod pen;

pub use field::{Drawn, field};
pub use pen::Pen;
