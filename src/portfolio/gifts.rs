//! Gifts: what to think of before the same thing is given again, or one follows too soon on another (S87).
//! Writing them is the store's; which day asks for one is `care`'s.

use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::store::{ClientDetail, GiftDetail};
use crate::text;

/// Days within which another gift is worth a second thought.
pub const SOON: i32 = 30;

/// A gift about to be written down.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// To whom, when not the client itself.
    pub person: Option<Id>,
    /// What.
    pub what: &'a str,
    /// When.
    pub on: Day,
    /// Its row, where it is written already.
    pub own: Option<Id>,
}

/// Gifts that are shown before another one is given.
const SHOWN: usize = 3;

/// The last gifts up to a day, newest first.
pub fn last(detail: &ClientDetail, until: Day) -> impl Iterator<Item = Message> + '_ {
    detail.gifts.iter().filter(move |g| g.on <= until).take(SHOWN).map(|g| words(detail, "gift-given", g))
}

/// One form of a thing's name, whatever stands between its words.
fn plain(what: &str) -> String {
    text::fold(what).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What speaks against a gift: the same thing was given before, or another one went to the same people within [`SOON`] days.
pub fn warnings(detail: &ClientDetail, gift: Planned<'_>) -> Vec<Message> {
    let key = plain(gift.what);
    // What went to the client went to everybody there.
    let shared = |g: &&GiftDetail| g.person.is_none() || gift.person.is_none() || g.person == gift.person;
    let known = || detail.gifts.iter().filter(|g| Some(g.id) != gift.own).filter(shared);
    let again = known().find(|g| !key.is_empty() && plain(&g.what) == key);
    let soon = known().find(|g| g.on.since(gift.on).abs() <= SOON && again.is_none_or(|a| a.id != g.id));
    let again = again.map(|g| words(detail, "gift-again", g));
    again.into_iter().chain(soon.map(|g| words(detail, "gift-soon", g))).collect()
}

/// A gift in words: what, when, to whom and what for.
fn words(detail: &ClientDetail, id: &'static str, g: &GiftDetail) -> Message {
    let whose = g.person.and_then(|id| detail.people.iter().find(|p| p.id == id)).map(|p| p.name.as_str());
    let short = |t: &str| text::truncate(&text::one_line(t), 60).into_owned();
    Message::new(id)
        .with("what", short(&g.what))
        .with("day", g.on)
        .with("occasion", short(g.occasion.as_deref().unwrap_or_default()))
        .with("has-occasion", i64::from(g.occasion.is_some()))
        .with("whose", short(whose.unwrap_or_default()))
        .with("has-whose", i64::from(whose.is_some()))
}
