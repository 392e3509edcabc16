//! The filter's tokens on the screen: the same as those of the command line's lists, read while they are typed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::i18n::Lang;

fn hits(d: &Driver) -> usize {
    d.book.model.list().entries().count()
}

#[test]
fn tokens_narrow_the_list_and_keep_its_order() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("2 / 'tier:A'");
    assert_eq!(hits(&d), 3, "{}", d.picture());
    let all: Vec<String> = d
        .book
        .model
        .list()
        .entries()
        .filter_map(|(_, e)| Some(d.book.model.book.client(e.id.client?)?.name().to_owned()))
        .collect();
    d.keys("Esc 2");
    let order: Vec<String> = d
        .book
        .model
        .list()
        .entries()
        .filter_map(|(_, e)| Some(d.book.model.book.client(e.id.client?)?.name().to_owned()))
        .take(3)
        .collect();
    assert_eq!(all, order);
    d.keys("/ 'tier:A north'");
    assert_eq!((hits(&d), d.who()), (1, "Northstar Media".to_owned()));
    d.keys("Esc / 'status:lead'");
    assert_eq!((hits(&d), d.who()), (1, "海川阀门".to_owned()));
    d.keys("Esc / 'tag:fair'");
    assert_eq!((hits(&d), d.who()), (1, "Northstar Media".to_owned()));
}

#[test]
fn a_token_that_is_not_finished_says_so_and_hides_nothing_for_good() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("2 / 'tier:Q'");
    assert!(d.picture().contains('Q') && d.book.model.find.as_ref().unwrap().notice.is_some(), "{}", d.picture());
    d.keys("Backspace 'B'");
    assert_eq!(hits(&d), 4, "{}", d.picture());
}

#[test]
fn notes_are_looked_through_on_enter() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("2 / 'note:brochure'");
    assert!(d.picture().contains("Enter looks through the notes"), "{}", d.picture());
    d.keys("Enter");
    assert_eq!((hits(&d), d.who()), (1, "Lotus Spa".to_owned()), "{}", d.picture());
    let mut d = Driver::on_book(Lang::Zh, (100, 30));
    d.keys("2 / 'note:报价' Enter");
    assert_eq!((hits(&d), d.who()), (1, "远山设计".to_owned()), "{}", d.picture());
}
