//! Text as data: made safe for a terminal, measured in cells, folded into keys, found by name.
//! What is said to the user lives in `i18n`; reading files of other encodings in `interchange`.

mod bar;
mod cells;
mod find;
mod key;
mod mailbox;
mod markdown;
mod pinyin;
mod safe;
mod share;
mod typed;
mod within;

pub use bar::bar;
pub use cells::{pad, truncate, width, wrap};
pub use find::{NEAR_AT_MOST, NameKeys, Needle, matches};
pub use key::{fold, sort_key};
pub use mailbox::{Mailbox, is_mail};
pub use markdown::{Laid, LineKind, lay_out};
pub use pinyin::{initials, is_han, pinyin};
pub use safe::{one_line, sanitize, sanitize_lines};
pub use share::share;
pub use typed::clusters;
pub use within::TextKeys;
