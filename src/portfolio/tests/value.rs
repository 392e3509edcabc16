//! What clients are worth from every side, small ones judged, and how many there are of a kind.

use super::*;
use crate::domain::facts::{InvestmentRow, OpportunityRow, OpportunityState};
use crate::domain::money::Money;
use crate::portfolio::value::{Advice, Facet, Figures, ValueView, facet, judge, keep_or_drop};

const AT: &str = "2026-11-23 09:04";

/// Twelve clients who bought something every month of the last two years, the first for 12 times as much as the last.
fn book() -> Book {
    let mut book = Book::new();
    for n in 0..12 {
        let client = book.add(&format!("Client {n:02}"), "2024-11-01");
        for month in 0..24 {
            let day = day("2026-11-02").plus_months(-month).to_string();
            book.invoice(client, &day, None, None, 100_000 * (12 - n as i64));
        }
    }
    book
}

fn figures(s: &Snapshot, n: usize) -> Figures {
    *s.values().of(s.clients[n].id()).unwrap()
}

fn touch(book: &mut Book, n: usize, at: &str, minutes: Option<u32>) {
    book.touch(n, Channel::Call, Outcome::Reached, at);
    let touch = book.rows[n].touches.iter_mut().find(|t| t.at == moment(at)).unwrap();
    touch.minutes = minutes;
}

#[test]
fn s054_s068_past_shares_and_the_book_add_up() {
    let s = book().at(AT);
    let first = figures(&s, 0);
    assert_eq!(first.past, Some(12.0 * 1_200_000.0));
    assert_eq!(first.growth, Some(0.0));
    assert!(first.decayed.unwrap() < 24.0 * 1_200_000.0 && first.decayed.unwrap() > 0.0);
    let shares: f64 = (0..12).map(|n| figures(&s, n).share.unwrap()).sum();
    assert!((shares - 1.0).abs() < 1e-12);
    assert!((first.share.unwrap() - 12.0 / 78.0).abs() < 1e-12);
    assert_eq!(first.accumulated, first.share, "nobody brought more");
    assert!((figures(&s, 11).accumulated.unwrap() - 1.0).abs() < 1e-9, "everybody brought more than the last");
    let [year, three] = s.lifetime(s.clients[0].id()).unwrap();
    assert!(0.0 < year.low && year.low < year.middle && year.middle < year.high && year.high < three.high);
    assert!((first.tenure - 2.06).abs() < 0.01);
}

#[test]
fn s068_recency_frequency_and_amount_have_their_fifth_and_equals_the_same() {
    let s = book().at(AT);
    let (first, last) = (figures(&s, 0).rfm.unwrap(), figures(&s, 11).rfm.unwrap());
    assert_eq!((first.recency, first.amount), (21, Some(1_200_000.0)));
    assert!((first.frequency - 24.0 / (721.0 / 365.25)).abs() < 1e-9, "{}", first.frequency);
    assert_eq!(first.marks, [3, 3, 5], "all ordered as lately and as often: the middle fifth");
    assert_eq!(last.marks, [3, 3, 1]);
    let mut count = [0; 6];
    (0..12).for_each(|n| count[figures(&s, n).rfm.unwrap().marks[2] as usize] += 1);
    assert_eq!(count[1..], [2, 3, 2, 3, 2]);

    let mut book = book();
    book.add("Nobody yet", "2026-10-01");
    book.rows[3].client.status = Status::Lost;
    let s = book.at(AT);
    assert_eq!(figures(&s, 12).rfm, None, "without an order there is nothing to say");
    assert_eq!(figures(&s, 12).past, None);
    assert_eq!(figures(&s, 3).rfm, None, "whoever is gone is not compared");
    assert!(figures(&s, 3).past.is_some(), "what it brought stays");
}

#[test]
fn s068_margin_per_hour_counts_a_years_minutes_once_and_is_unknown_without_any() {
    let mut book = book();
    touch(&mut book, 0, "2026-11-10 10:00", Some(90));
    touch(&mut book, 0, "2026-10-10 10:00", None);
    touch(&mut book, 0, "2025-11-20 10:00", Some(600));
    touch(&mut book, 0, "2026-12-10 10:00", Some(600));
    let s = book.at(AT);
    let first = figures(&s, 0);
    assert_eq!((first.minutes, first.contacts, first.untimed), (Some(90), 2, 1), "a year back, and nothing ahead");
    assert_eq!(first.hour, Some(12.0 * 1_200_000.0 / 1.5));
    assert_eq!((figures(&s, 1).minutes, figures(&s, 1).hour), (None, None));
    assert_eq!(s.values().hour, first.hour, "the book's is that of whoever has minutes");
    let before = book.at("2026-11-01 09:00");
    assert_eq!(figures(&before, 0).minutes, Some(600), "as of an earlier day its own year counts");
}

#[test]
fn s062_a_small_client_that_grows_is_rising() {
    let mut book = book();
    let small = book.add("Sprout", "2024-11-01");
    book.invoice(small, "2025-10-01", None, None, 10_000);
    book.invoice(small, "2026-03-01", None, None, 8_000);
    let one = book.at(AT);
    assert!(!one.clients[small].rising, "it shrank");
    book.invoice(small, "2026-09-01", None, None, 4_400);
    let grown = book.at(AT);
    assert!((figures(&grown, small).growth.unwrap() - 0.24).abs() < 1e-9);
    assert!(!grown.clients[small].rising, "24 % is under the mark");
    book.invoice(small, "2026-10-01", None, None, 200);
    let s = book.at(AT);
    assert!(s.clients[small].rising && s.clients[small].tier.tier == Some(Tier::C));
    book.pin(small, Tier::A);
    assert!(!book.at(AT).clients[small].rising, "an A client needs no list of the small ones");
    // Twice as much from a single order is luck, not growth.
    let mut lucky = self::book();
    let n = lucky.add("Lucky", "2024-11-01");
    lucky.invoice(n, "2025-10-01", None, None, 10_000);
    lucky.invoice(n, "2026-03-01", None, None, 20_000);
    assert!(!lucky.at(AT).clients[n].rising);
}

#[test]
fn growth_needs_orders_in_both_years() {
    let mut book = book();
    let new = book.add("New", "2026-05-01");
    book.invoice(new, "2026-05-04", None, None, 10_000);
    let back = book.add("Back", "2023-05-01");
    book.invoice(back, "2023-05-04", None, None, 10_000);
    book.invoice(back, "2026-05-04", None, None, 10_000);
    let s = book.at(AT);
    assert_eq!((figures(&s, new).growth, figures(&s, back).growth), (None, None));
}

#[test]
fn every_view_orders_by_a_figure_of_its_own_and_says_what_it_shows() {
    let mut book = book();
    touch(&mut book, 1, "2026-11-10 10:00", Some(60));
    let s = book.at(AT);
    let figures = figures(&s, 1);
    for view in ValueView::ALL {
        let plain = matches!(view, ValueView::Plan | ValueView::Keep | ValueView::Pay);
        assert_eq!(view.figure(&figures).is_some(), !plain, "{view:?}");
        assert_eq!(view.beside(1).beside(-1), view);
        for lang in Lang::ALL {
            let words = Words::load(lang);
            for column in view.columns() {
                assert!(!words.get(column.heading).is_empty());
                column.words(&s, &s.clients[1], &figures).map(|m| words.say(&m, &s.now));
            }
        }
    }
}

#[test]
fn s068_a_margin_by_hour_of_little_time_is_none_to_order_by() {
    let mut book = book();
    touch(&mut book, 1, "2026-11-10 10:00", Some(59));
    let s = book.at(AT);
    let figures = figures(&s, 1);
    assert!(figures.has_little_time() && figures.hour.is_some());
    assert_eq!(ValueView::Hour.figure(&figures), None);
}

#[test]
fn s054_an_estimate_is_read_in_three_digits() {
    let s = book().at(AT);
    let read = |minor: f64| s.rough_money(minor).to_string();
    assert_eq!([read(2_567_849.0), read(99_951.0), read(12.0)], ["CNY 25,700", "CNY 1,000", "CNY 0"]);
}

#[test]
fn s010_a_project_is_one_order_a_contract_one_for_each_invoice() {
    let orders = |kind| {
        let mut book = book();
        let n = book.add("Framed", "2025-01-05");
        book.engagement(n, "2025-06-01", None, None);
        book.rows[n].engagements[0].kind = kind;
        for on in ["2025-07-01", "2025-08-01", "2025-09-01"] {
            book.invoice(n, on, None, None, 10_000);
        }
        let id = book.rows[n].engagements[0].id;
        book.rows[n].invoices.iter_mut().for_each(|i| i.engagement = Some(id));
        book.at(AT).clients[n].facts.orders.len()
    };
    let kinds = [EngagementKind::Project, EngagementKind::Retainer, EngagementKind::Contract];
    assert_eq!(kinds.map(orders), [1, 3, 3]);
}

/// What is advised of a C client of the book after it was changed.
fn advised(change: impl Fn(&mut Book, usize)) -> (Advice, &'static str) {
    let mut book = book();
    let n = book.add("Small", "2024-01-01");
    book.invoice(n, "2025-09-01", None, None, 90_000);
    book.invoice(n, "2026-09-01", None, None, 60_000);
    touch(&mut book, 0, "2026-11-10 10:00", Some(60));
    book.pin(n, Tier::C);
    change(&mut book, n);
    let s = book.at(AT);
    let judged = judge(&s, &s.clients[n]);
    (judged.advice, judged.reason.id)
}

#[test]
fn s069_small_clients_are_judged_with_a_reason() {
    assert_eq!(advised(|_, _| ()), (Advice::Automate, "advice-why-small"));
    assert_eq!(advised(|b, n| b.rows[n].client.potential = Some(5)), (Advice::Keep, "advice-why-potential"));
    assert_eq!(advised(|b, n| b.rows[n].client.fit = Some(4)), (Advice::Keep, "advice-why-fit"));
    assert_eq!(advised(|b, n| b.rows[n].client.since = day("2026-02-01")), (Advice::Keep, "advice-why-new"));
    assert_eq!(advised(|b, n| b.rows[n].invoices.retain(|i| i.issued < day("2025-11-01"))).1, "advice-why-no-order");
    assert_eq!(advised(|b, n| b.rows[n].invoices.clear()), (Advice::LetGo, "advice-why-never"));
    assert_eq!(advised(|b, n| b.rows[n].invoices[1].cost = Some(70_000)), (Advice::LetGo, "advice-why-loss"));
    let dear = |b: &mut Book, n: usize| touch(b, n, "2026-11-10 10:00", Some(600));
    assert_eq!(advised(dear), (Advice::Automate, "advice-why-dear"));
    let rising = |b: &mut Book, n: usize| {
        b.invoice(n, "2026-10-01", None, None, 60_000);
    };
    assert_eq!(advised(rising), (Advice::Keep, "advice-why-rising"));
    let possible = |b: &mut Book, n: usize| {
        let at = moment("2026-11-01 10:00");
        let state = OpportunityState { id: Id(91), at, stage: Stage::Proposal, close: None };
        b.rows[n].opportunities.push(OpportunityRow {
            id: Id(90),
            title: "New shop".into(),
            amount: Money { minor: 1, currency: Currency::CNY },
            probability: None,
            product: None,
            created: at,
            states: vec![state],
        });
    };
    assert_eq!(advised(possible), (Advice::Keep, "advice-why-opportunity"));
}

#[test]
fn s069_the_list_names_c_clients_those_to_let_go_and_not_decided_first() {
    let mut book = book();
    let decided = book.add("Decided", "2024-01-01");
    let idle = book.add("Idle", "2024-01-01");
    let small = book.add("Small", "2024-01-01");
    book.invoice(small, "2026-09-01", None, None, 6_000);
    for n in [decided, idle, small] {
        book.pin(n, Tier::C);
    }
    let kind = InvestmentKind::Keep;
    let row = InvestmentRow { id: Id(7), kind, reason: "a friend".into(), created: moment("2026-11-01 10:00"), ended: None };
    book.rows[decided].investments.push(row);
    let s = book.at(AT);
    let names =
        |every| -> Vec<String> { keep_or_drop(&s, s.present(), every).iter().map(|(c, _)| c.name().to_owned()).collect() };
    let few = names(false);
    assert_eq!(few.first().map(String::as_str), Some("Idle"), "{few:?}");
    assert_eq!(few.last().map(String::as_str), Some("Decided"), "{few:?}");
    assert!(!few.contains(&"Client 00".to_owned()));
    assert!(names(true).contains(&"Client 00".to_owned()));
}

#[test]
fn s069_whoever_is_served_by_mail_only_is_planned_mails_until_that_is_taken_back() {
    let mut book = book();
    book.pin(0, Tier::A);
    let row = |ended| InvestmentRow {
        id: Id(7),
        kind: InvestmentKind::Automate,
        reason: "costs more than it brings".into(),
        created: moment("2026-11-01 10:00"),
        ended,
    };
    let channels = |s: &Snapshot| s.clients[0].plan.iter().map(|r| r.channel).collect::<Vec<_>>();
    assert_eq!(channels(&book.at(AT)), [Channel::Call, Channel::Visit]);
    book.rows[0].investments.push(row(None));
    assert_eq!(channels(&book.at(AT)), [Channel::Email], "S135: never an empty plan");
    assert_eq!(channels(&book.at("2026-10-01 10:00")), [Channel::Call, Channel::Visit], "before it was decided");
    book.rows[0].investments[0] = row(Some(moment("2026-11-20 10:00")));
    assert_eq!(channels(&book.at(AT)), [Channel::Call, Channel::Visit]);
}

#[test]
fn s004_s071_clients_are_counted_by_what_they_have_in_common() {
    let mut book = book();
    for (n, industry) in ["Food", "food", "Media & Print", "Food"].into_iter().enumerate() {
        book.rows[n].client.industry = Some(industry.into());
        book.rows[n].client.need_type = Some("price".into());
    }
    book.rows[5].client.since = day("2026-06-01");
    book.rows[6].client.since = day("2012-06-01");
    let s = book.at(AT);
    let of = |f| facet(&s, s.present(), f);
    let industries = of(Facet::Industry);
    let shown: Vec<(&str, usize)> = industries.iter().map(|g| (g.filter.as_str(), g.count)).collect();
    assert_eq!(shown, [("industry:=Food", 3), ("industry:=\"Media & Print\"", 1), ("industry:-", 8)]);
    let tenure: Vec<(String, usize)> = of(Facet::Tenure).into_iter().map(|g| (g.filter, g.count)).collect();
    let expected = [("tenure<1", 1), ("tenure>=1 tenure<3", 10), ("tenure>=10", 1)];
    assert_eq!(tenure, expected.map(|(f, n)| (f.to_owned(), n)));
    let mut sized = self::book();
    for (n, size) in ["51-200", "200+", "1-10", "1-10", "11-50", "51-200", "51-200"].into_iter().enumerate() {
        sized.rows[n].client.size = Some(size.into());
    }
    let sized = sized.at(AT);
    let sizes: Vec<String> = facet(&sized, sized.present(), Facet::Size).into_iter().map(|g| g.filter).collect();
    assert_eq!(sizes, ["size:=1-10", "size:=11-50", "size:=51-200", "size:=200+", "size:-"], "in their own order");
    let total: f64 = of(Facet::Region).iter().filter_map(|g| g.share).sum();
    assert!((total - 1.0).abs() < 1e-9);
    // The filter of a group shows just the clients of that group.
    for group in Facet::ALL.into_iter().flat_map(of) {
        let (filter, rest) = crate::portfolio::filter::Filter::parse(&group.filter, &s.now).unwrap();
        assert_eq!(rest, "");
        assert_eq!(s.present().filter(|c| filter.passes(c)).count(), group.count, "{}", group.filter);
    }
}
