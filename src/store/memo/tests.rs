//! The form rows are packed in.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::day::{Day, Moment};
use crate::domain::facts::TouchRow;
use crate::domain::quiet::QuietHours;
use crate::domain::words::{Channel, Direction, Outcome};

#[test]
fn the_form_stays_or_gets_another_number() {
    let mut rows = stream::empty();
    rows.client.name = "Greenleaf".into();
    rows.client.since = Day(20_000);
    rows.client.quiet = QuietHours::parse("22:00-08:00");
    rows.tags = vec!["fair".into()];
    rows.touches = vec![TouchRow {
        id: Id(7_000_000_000),
        at: Moment(1_800_000_000),
        channel: Channel::Email,
        direction: Direction::In,
        outcome: Outcome::NoAnswer,
        flag: None,
        minutes: Some(25),
    }];
    let bytes = postcard::to_allocvec(&rows).unwrap();
    assert_eq!(unpack(&bytes).as_ref(), Some(&rows));
    let hash: String = Sha256::digest(&bytes).iter().take(8).map(|b| format!("{b:02x}")).collect();
    assert_eq!(
        (FORM, hash.as_str()),
        (2, "182c4c157df9a3fa"),
        "rows are packed another way: raise FORM and write the new hash here"
    );
}
