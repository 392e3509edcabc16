//! What the screen says and how it looks while one works: hits and why they are hits, toasts, columns that are never cut, marks in
//! their own place, one bar for the selection.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use ratatui::style::{Color, Modifier};
use screen_fixture::*;
use touchbase::domain::action::*;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;
use touchbase::i18n::Lang;

fn email(value: &str) -> NewPoint {
    NewPoint { kind: PointKind::Email, value: value.into(), label: None }
}

/// A promise overdue at Lotus with a person called Harry, a call at Harbor, a batch of C clients.
fn harry() -> Maker {
    let mut m = Maker::new();
    let lotus = m.client("Lotus Spa", |c| c.person = Some("Harry Barnes".into()));
    m.pin(lotus, Tier::A);
    m.touch(lotus, Channel::Visit, "2026-11-19 10:00", "");
    m.task(lotus, "Send login data", "2026-11-13");
    let harbor = m.client("Harbor & Sons", |_| {});
    m.pin(harbor, Tier::A);
    m.touch(harbor, Channel::Visit, "2026-11-10 10:00", "");
    for name in ["Orchard House", "Quay Theatre"] {
        let id = m.client(name, |c| c.points = vec![email("richard@example.com")]);
        m.pin(id, Tier::C);
        m.touch(id, Channel::Email, "2026-10-22 10:00", "");
    }
    m
}

#[test]
fn the_best_hit_stands_first_and_the_others_say_what_matched() {
    for size in [(80, 24), (120, 40)] {
        let mut d = Driver::open(harry().store, Lang::En, size, monday());
        d.keys("/ 'har'");
        let picture = d.picture();
        let line = |name: &str| picture.lines().position(|l| l.contains(name)).unwrap_or_else(|| panic!("{name}: {picture}"));
        assert!(line("Harbor & Sons") < line("Lotus Spa") && line("Lotus Spa") < line("not in this list"), "{picture}");
        assert!(line("Orchard House") > line("not in this list"), "{picture}");
        assert!(!picture.contains("mails"), "a batch is no hit: {picture}");
        let row = |name: &str| picture.lines().nth(line(name)).unwrap().to_owned();
        assert!(row("Lotus Spa").contains("Harry Barnes"), "{picture}");
        assert!(row("Quay Theatre").contains("richard@ex"), "{picture}");
        d.keys("Enter c c");
        assert!(d.said().contains("Harbor & Sons"), "{}", d.said());
        d.keys("Esc 2 / 'har'");
        assert!(d.picture().contains("Harry Barnes"), "{}", d.picture());
    }
}

#[test]
fn after_a_contact_what_is_still_due_is_said_instead_of_a_past_day() {
    let mut m = Maker::new();
    let id = m.client("Lotus Spa", |_| {});
    m.pin(id, Tier::A);
    m.touch(id, Channel::Visit, "2026-09-01 10:00", "");
    let mut d = Driver::open(m.store, Lang::En, (80, 24), monday());
    d.keys("c c");
    assert!(d.said().contains("visit still due"), "{}", d.said());
    d.keys("v v");
    assert!(d.said().contains("next Mon 30 Nov"), "{}", d.said());
}

#[test]
fn a_toast_goes_with_the_next_key_and_the_note_key_still_works() {
    for keys in ["w", "E", "/", "j", "?", "n c", "J"] {
        let mut d = Driver::on_book(Lang::En, (80, 24));
        d.keys("d");
        assert!(d.said().contains("u undoes"));
        d.keys(keys);
        assert!(d.book.model.toast.is_none() && !d.picture().contains("u undoes"), "{keys}: {}", d.picture());
    }
    let mut d = Driver::on_book(Lang::En, (80, 24));
    d.keys("d j ; 'brought it' Enter");
    assert!(d.book.model.error.is_none(), "{}", d.said());
}

#[test]
fn an_unbound_key_says_so() {
    let mut d = Driver::on_book(Lang::En, (80, 24));
    d.keys("Q");
    assert_eq!(d.said(), "Q does nothing here; ? lists the keys");
    d.keys("j");
    assert!(!d.picture().contains("does nothing here"));
    d.keys("2 Q");
    assert_eq!(d.said(), "Q does nothing here; ? lists the keys");
}

#[test]
fn how_late_is_never_cut() {
    let days = [("2026-11-17", "6d", "6天"), ("2026-09-20", "2mo", "2个月"), ("2026-10-20", "4w", "4周")];
    let long = [("2025-12-20", "11mo", "11个月"), ("2021-03-05", "5y", "5年")];
    for (due, en, zh) in days.into_iter().chain(long) {
        for (lang, span) in [(Lang::En, format!("late {en} ")), (Lang::Zh, format!("逾期{zh} "))] {
            let mut m = Maker::new();
            let id = m.client("Lotus Spa", |c| c.since = day("2020-01-01"));
            m.pin(id, Tier::A);
            m.task(id, "send it", due);
            let d = Driver::open(m.store, lang, (80, 24), monday());
            assert!(d.picture().contains(&span), "{span}: {}", d.picture());
        }
    }
}

#[test]
fn the_mark_for_more_covers_no_text() {
    let mut m = Maker::new();
    let id = m.client("Lotus Spa", |_| {});
    for n in 0..30 {
        let note = format!("note {n} {}", "word ".repeat(20));
        m.touch(id, Channel::Call, &format!("2026-10-{:02} 10:00", n % 28 + 1), &note);
    }
    let mut d = Driver::open(m.store, Lang::En, (100, 30), monday());
    d.keys("2");
    let marks =
        |d: &Driver| d.picture().lines().filter(|l| l.trim_end().ends_with(" more")).map(str::to_owned).collect::<Vec<_>>();
    let found = marks(&d);
    assert_eq!(found.len(), 1, "{}", d.picture());
    let after = found[0].split('│').nth(1).unwrap();
    assert_eq!(after.split_whitespace().count(), 2, "alone in its row: {after:?}");
}

#[test]
fn a_long_address_breaks_at_its_joints() {
    let mut m = Maker::new();
    m.client("Lotus Spa", |c| c.points = vec![email("daniel.grant.the.third@lotusspa-and-more.example")]);
    let mut d = Driver::open(m.store, Lang::En, (110, 30), monday());
    d.keys("2");
    let picture = d.picture();
    assert!(picture.contains("daniel.grant.the.third ") || picture.contains("daniel.grant.the.third\n"), "{picture}");
    assert!(picture.contains(" @lotusspa-and-more.example"), "{picture}");
}

#[test]
fn the_selected_row_is_one_bar() {
    for keys in ["", "j j j", "2", "2 j j j", "?"] {
        let mut d = Driver::on_book(Lang::En, (100, 30));
        d.keys(keys);
        let buffer = d.terminal.backend().buffer();
        let y = (0..30).find(|y| buffer[(0, *y)].symbol() == ">").unwrap();
        let cells: Vec<_> = (0..50).map(|x| &buffer[(x, y)]).collect();
        for cell in &cells {
            assert!(cell.modifier.contains(Modifier::REVERSED) && !cell.modifier.contains(Modifier::DIM), "{keys}");
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{keys}: one colour");
        }
    }
}

/// Wide characters that shift by one cell under the bar: the cells behind them are sent again, or the terminal keeps a hole.
#[test]
fn the_bar_has_no_holes_when_its_text_changes() {
    let frame = |name: &str| {
        let mut m = Maker::new();
        m.client(name, |_| {});
        let mut d = Driver::open(m.store, Lang::Zh, (100, 30), monday());
        d.keys("2");
        d.terminal.backend().buffer().clone()
    };
    // One cell apart, then the same again.
    let (before, after) = (frame("a海 川川 b"), frame("海川 海 b"));
    let y = (0..30).find(|y| after[(0, *y)].symbol() == ">").unwrap();
    let sent: std::collections::HashSet<u16> = before.diff(&after).into_iter().filter(|c| c.1 == y).map(|c| c.0).collect();
    let mut x = 0;
    while x < 50 {
        assert!(sent.contains(&x), "cell {x}");
        x += unicode_width::UnicodeWidthStr::width(after[(x, y)].symbol()).max(1) as u16;
    }
}

#[test]
fn nothing_is_drawn_in_yellow_or_on_a_background_of_its_own() {
    for keys in ["", "2", "?", "w", "d"] {
        let mut d = Driver::on_book(Lang::En, (120, 40));
        d.keys(keys);
        for cell in d.terminal.backend().buffer().content() {
            let edge = matches!(cell.symbol(), "─" | "│" | "┬" | "┴");
            let allowed = matches!(cell.fg, Color::Reset | Color::Cyan | Color::Red | Color::Green);
            assert!(allowed || (edge && cell.fg == Color::DarkGray), "{keys}: {:?}", cell.fg);
            assert_eq!(cell.bg, Color::Reset);
        }
    }
}

#[test]
fn the_help_is_readable_at_80_columns() {
    for (lang, size) in [(Lang::En, (80, 24)), (Lang::Zh, (80, 24)), (Lang::En, (60, 18))] {
        let mut d = Driver::on_book(lang, size);
        d.keys("?");
        for _ in 0..90 {
            let picture = d.picture();
            let body: Vec<&str> = picture.lines().skip(3).take(usize::from(size.1) - 6).collect();
            assert!(body.iter().all(|l| !l.ends_with('~')), "{picture}");
            d.keys("j");
        }
    }
}

#[test]
fn the_form_shows_that_more_follows_and_how_to_leave() {
    let mut d = Driver::on_book(Lang::En, (60, 18));
    d.keys("2 E");
    assert!(d.picture().lines().any(|l| l.trim().ends_with(" more")), "{}", d.picture());
    assert!(d.foot().contains("Ctrl-s save") && d.foot().contains("Esc cancel"), "{}", d.foot());
}

#[test]
fn a_panel_uses_a_wide_screen() {
    let mut d = Driver::on_book(Lang::En, (200, 50));
    d.book.model.dialogs.push(touchbase::app::dialog::Dialog::Panel(touchbase::app::dialog::Panel {
        title: touchbase::domain::message::Message::new("panel-import"),
        parts: vec![(None, vec![touchbase::domain::message::Message::new("imported-name").with("name", "word ".repeat(60))])],
        scroll: 0,
    }));
    d.draw();
    let longest = d.picture().lines().filter(|l| l.contains("word")).map(str::len).max().unwrap();
    assert!((100..=115).contains(&longest), "{longest}");
}

#[test]
fn a_lead_has_no_word_about_tiers() {
    let mut m = Maker::new();
    m.client("Haywood Valves", |c| c.status = Status::Lead);
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    d.keys("2");
    let picture = d.picture();
    let body: Vec<&str> = picture.lines().take(37).collect();
    assert!(!body.join("\n").contains("tier"), "{picture}");
}

#[test]
fn what_must_not_be_said_stands_first() {
    let mut d = Driver::on_book(Lang::En, (120, 40));
    d.keys("/ 'lotus' Enter");
    let picture = d.picture();
    let line = |words: &str| picture.lines().position(|l| l.contains(words)).unwrap_or_else(|| panic!("{words}: {picture}"));
    assert_eq!(line("do not mention"), line("WHO") - 1, "{picture}");
}

#[test]
fn the_value_of_a_client_is_one_sum_in_the_books_currency() {
    let mut d = Driver::on_book(Lang::En, (160, 40));
    d.keys("2");
    let currency = d.book.model.book.currency;
    let client = d.book.model.book.clients.iter().find(|c| c.name() == "Northstar Media").unwrap();
    let sum = touchbase::domain::money::Money { minor: client.facts.billed_year.unwrap(), currency };
    let row = d.picture().lines().skip(4).find(|l| l.contains("Northstar Media")).unwrap().to_owned();
    assert!(row.contains(&sum.to_string()), "{sum}: {row}");
}

#[test]
fn the_list_never_shrinks_in_a_wider_terminal_and_the_brief_keeps_its_room() {
    let mut before = 0;
    for width in 100..200 {
        let d = Driver::on_book(Lang::En, (width, 30));
        let edge = d.row(10).chars().position(|c| c == '│').unwrap();
        let brief = usize::from(width) - edge - 1;
        assert!(edge >= before && edge >= 62 && brief >= 36, "{width}: {edge} {brief}");
        before = edge;
    }
}

#[test]
fn only_the_currency_of_a_late_invoice_is_marked_and_one_without_a_day_can_be_late() {
    let mut m = Maker::new();
    let id = m.client("Two Purses", |_| {});
    for (currency, issued) in [("CNY", "2026-01-05"), ("EUR", "2026-11-20")] {
        let invoice = NewInvoice {
            client: id,
            number: None,
            issued: day(issued),
            due: None,
            paid: None,
            amount: Money { minor: 50_000, currency: Currency::parse(currency).unwrap() },
            cost: None,
            product: None,
            engagement: None,
        };
        m.act(Action::AddInvoice(Box::new(invoice)), "2026-11-20 11:00");
    }
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    d.keys("2");
    let late = |currency: &str| {
        let y = d
            .picture()
            .lines()
            .position(|l| l.contains(&format!("{currency} 500 open")))
            .unwrap_or_else(|| panic!("{}", d.picture()));
        let buffer = d.terminal.backend().buffer();
        (70..120).any(|x| buffer[(x, y as u16)].fg == Color::Red)
    };
    assert_eq!((late("CNY"), late("EUR")), (true, false));
}
