//! What the screen shows, at the sizes people have and in both languages, and that it shows something at every other size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::i18n::Lang;

#[test]
fn show() {
    let (w, h): (u16, u16) = (std::env::var("W").unwrap().parse().unwrap(), std::env::var("H").unwrap().parse().unwrap());
    let lang = if std::env::var("L").is_ok() { Lang::Zh } else { Lang::En };
    let mut d = if std::env::var("EMPTY").is_ok() { Driver::open(Maker::new().store, lang, (w, h), monday()) } else { Driver::on_book(lang, (w, h)) };
    for keys in std::env::var("K").unwrap().split('|') {
        d.keys(keys);
        println!("=== {keys}\n{}", d.picture());
    }
}
