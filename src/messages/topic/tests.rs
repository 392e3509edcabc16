//! Drafts about rows: which template is offered, what it says in both languages, what is written once it went out.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::action::Action;
use crate::domain::care::{CareDateRow, CareDoneRow};
use crate::domain::facts::OpportunityState;
use crate::domain::money::Currency;
use crate::i18n::{Lang, Words};
use crate::messages::{Draft, Source, TERMS, drafts, find, template};
use crate::occasions::Library;
use crate::portfolio::Snapshot;
use crate::portfolio::fixture::{Book, day, moment, now, person, point};
use crate::store::ClientDetail;
use std::collections::BTreeSet;

const WHEN: &str = "2026-11-23 09:04";
const NOWHERE: &str = "/nonexistent";

/// A client with one of everything.
fn book(zh: bool) -> Book {
    let mut book = Book::new();
    let language = if zh { Language::Zh } else { Language::En };
    book.cultures = Library::shipped().cultures(language);
    let n = book.add(if zh { "绿叶科技" } else { "Greenleaf" }, "2023-11-23");
    book.pin(n, Tier::A);
    book.engagement(n, "2024-11-24", None, None);
    book.appointment(n, Channel::Visit, "2026-11-26 15:00", "2026-11-20 10:00");
    book.rows[n].appointments[0].minutes = Some(45);
    book.rows[n].appointments[0].place = Some("Harbour\nStreet 5".into());
    let id = book.invoice(n, "2026-10-10", Some("2026-11-10"), None, 1_250_000);
    book.rows[n].invoices.iter_mut().find(|i| i.id == id).unwrap().number = Some("2026-31".into());
    book.invoice(n, "2026-11-20", Some("2026-12-20"), None, 99);
    book.rows[n].opportunities.push(OpportunityRow {
        id: Id(600),
        title: "Website 2027".into(),
        amount: Money { minor: 4_800_000, currency: Currency::CNY },
        probability: None,
        product: None,
        created: moment("2026-11-01 10:00"),
        states: vec![OpportunityState { id: Id(601), at: moment("2026-11-12 10:00"), stage: Stage::Proposal, close: None }],
    });
    let birthday = |id: i64, person: Option<Id>, month: u8, day: u8| CareDateRow {
        id: Id(id),
        person,
        kind: CareKind::Birthday,
        name: None,
        month,
        day,
        year: Some(1980),
        calendar: Calendar::Gregorian,
        leap: false,
        lead: None,
        whose: person.map(|_| "Ms Bei".into()),
    };
    book.rows[n].care_dates = vec![birthday(700, Some(Id(71)), 11, 25), birthday(701, None, 6, 1)];
    book
}

fn detail(book: &Book) -> ClientDetail {
    let mut detail = book.detail(0);
    detail.people = vec![person(70, "Mr Ott", None), person(71, "Ms Bei", None)];
    detail.points = vec![point(1, PointKind::Wechat, "leaf"), point(2, PointKind::Email, "leaf@greenleaf.example")];
    detail
}

fn subject<'a>(snapshot: &'a Snapshot, detail: &'a ClientDetail, about: Option<Target>, words: &'a Words) -> Subject<'a> {
    let client = &snapshot.clients[0];
    let (case, project) = (None, None);
    Subject { snapshot, client, detail, case, project, about, me: "Ada Lane", mail: "", words, now: &snapshot.now }
}

type Offered = Vec<(String, Result<Draft, Message>)>;

/// What is offered about a row at a moment, after the book was changed.
fn offered(lang: Lang, about: Option<Target>, when: &str, change: impl Fn(&mut Book)) -> Offered {
    let mut book = book(lang == Lang::Zh);
    change(&mut book);
    let (snapshot, detail, words) = (book.at(when), detail(&book), Words::load(lang));
    drafts(&subject(&snapshot, &detail, about, &words), NOWHERE.as_ref())
}

fn first(lang: Lang, about: Target, when: &str) -> Draft {
    let (name, draft) = offered(lang, Some(about), when, |_| {}).remove(0);
    draft.unwrap_or_else(|e| panic!("{name}: {e:?}"))
}

fn invoice(book: &Book) -> Target {
    Target::Invoice(book.rows[0].invoices[0].id)
}

fn holiday(code: &str) -> Target {
    Target::Holiday(Code::parse(code).unwrap())
}

#[test]
fn every_shipped_template_can_be_filled_in_both_languages_with_much_or_little_known() {
    let mut seen = BTreeSet::new();
    for lang in Lang::ALL {
        for bare in [false, true] {
            let all = offered(lang, None, WHEN, |book| {
                if bare {
                    let row = &mut book.rows[0];
                    row.appointments[0].minutes = None;
                    row.appointments[0].place = None;
                    row.appointments[0].channel = Channel::Call;
                    row.invoices[0].number = None;
                    row.opportunities[0].amount.minor = 0;
                    row.opportunities[0].states[0].stage = Stage::Needs;
                    row.client.kind = ClientKind::Person;
                }
            });
            let more = [holiday("christmas"), holiday("lunar-new-year"), Target::Care(Id(701)), Target::Anniversary];
            let days = ["2026-11-23 09:04", "2026-12-26 09:04", "2027-02-06 09:04", "2026-12-25 09:04"];
            let more = more.into_iter().flat_map(|about| days.map(|when| (about, when)));
            let more = more.flat_map(|(about, when)| offered(lang, Some(about), when, |_| {}));
            for (name, draft) in all.into_iter().chain(more) {
                let draft = draft.unwrap_or_else(|e| panic!("{name}: {e:?}"));
                let text = format!("{}\n{}", draft.subject, draft.body);
                assert!(!draft.subject.is_empty() && draft.body.lines().count() > 4, "{name}:\n{text}");
                assert!(!text.contains("{{") && !text.contains("{%") && !text.contains("\n\n\n"), "{name}:\n{text}");
                assert!(text.lines().all(|line| line == line.trim_end() && !line.contains("  ")), "{name}:\n{text}");
                assert!(text.contains("Ada Lane") && !text.contains("()") && !text.contains("（）"), "{name}:\n{text}");
                // Chinese says 您, and no 你.
                assert!(lang == Lang::En || (text.contains('您') && !text.contains('你')), "{name}:\n{text}");
                seen.insert(name);
            }
        }
    }
    // Those of the second and third reminder have their turn later; cases and projects have tests of their own.
    let others = |name: &&str| !name.starts_with("complaint-") && !name.starts_with("enquiry-") && *name != "progress-report";
    let expected = template::shipped_names().filter(others).filter(|name| !name.ends_with("-2") && !name.ends_with("-3"));
    assert_eq!(seen, expected.map(str::to_owned).collect());
}

#[test]
fn s008_an_appointment_is_confirmed_with_its_day_time_and_place() {
    for (lang, parts) in [
        (Lang::En, ["Thursday 26 November at 15:00", "my visit", "45 minutes", "Harbour Street 5"]),
        (Lang::Zh, ["11月26日（周四）15:00", "登门拜访", "45 分钟", "Harbour Street 5"]),
    ] {
        let about = Target::Appointment(book(false).rows[0].appointments[0].id);
        let draft = first(lang, about, WHEN);
        assert_eq!(draft.template, "appointment");
        for part in parts {
            assert!(draft.body.contains(part), "{part} in {}", draft.body);
        }
        assert!(draft.subject.contains("15:00"), "{}", draft.subject);
    }
}

#[test]
fn s029_the_reminder_whose_turn_it_is_comes_first_and_is_counted_once_it_went_out() {
    let target = invoice(&book(false));
    for (sent, name, en, zh) in [
        (0, "invoice-reminder-1", "slipped through", "疏漏"),
        (1, "invoice-reminder-2", "13 days ago", "超过 13 天"),
        (2, "invoice-reminder-3", "last reminder", "最后一次提醒"),
        (5, "invoice-reminder-3", "last reminder", "最后一次提醒"),
    ] {
        for (lang, part) in [(Lang::En, en), (Lang::Zh, zh)] {
            let all = offered(lang, Some(target), WHEN, |book| {
                for n in 0..sent {
                    let created = format!("2026-11-{:02} 09:00", 13 + n);
                    book.defer(0, DeferralKind::Reminder, &target.to_string(), "2026-11-22", &created);
                }
            });
            assert_eq!(all[0].0, name);
            let draft = all[0].1.as_ref().unwrap();
            for part in [part, "2026-31", "12,500"] {
                assert!(draft.body.contains(part), "{part} in {}", draft.body);
            }
            assert!(!draft.body.contains("99"), "only the invoice of the row");
            let names: BTreeSet<&str> = all.iter().take(3).map(|(name, _)| name.as_str()).collect();
            assert_eq!(names.len(), 3, "the other tones stand behind it: {names:?}");
            let Action::Together(parts) = draft.logged("note".into(), None, &now(WHEN)) else { panic!("one action") };
            let again = book(false).policy.queue.invoice_again;
            let Action::RemindInvoice { invoice, until } = parts[0] else { panic!("{parts:?}") };
            assert_eq!((Target::Invoice(invoice), until), (target, day("2026-11-23").plus(again)));
            assert!(matches!(&parts[1], Action::LogSent(sent) if sent.purpose == Purpose::Service && sent.template == name));
        }
    }
}

#[test]
fn an_offer_is_followed_up() {
    for (lang, parts) in
        [(Lang::En, ["You have our offer for Website 2027", "48,000"]), (Lang::Zh, ["“Website 2027”的报价", "48,000"])]
    {
        let draft = first(lang, Target::Opportunity(Id(600)), WHEN);
        assert_eq!(draft.template, "quote-follow-up");
        for part in parts {
            assert!(draft.body.contains(part), "{part} in {}", draft.body);
        }
    }
}

#[test]
fn s047_a_greeting_goes_to_the_person_and_is_settled_once_it_went_out() {
    let birthday = Target::Care(Id(700));
    let draft = first(Lang::En, birthday, WHEN);
    assert_eq!(
        (draft.template.as_str(), draft.subject.as_str(), draft.to.as_str()),
        ("greeting-birthday", "Happy birthday", "Ms Bei")
    );
    assert!(draft.body.starts_with("Dear Ms Bei,\n\nHappy birthday!"), "{}", draft.body);
    assert!(!draft.body.contains("46"), "nobody is told their age: {}", draft.body);
    let Action::LogSent(sent) = draft.logged("note".into(), None, &now(WHEN)) else { panic!("one action") };
    assert_eq!((sent.purpose, sent.members[0].greets), (Purpose::Greeting, Some((birthday, day("2026-11-25")))));
    // Late it says so, and it is that day that is settled.
    let late = first(Lang::Zh, birthday, "2026-11-27 09:00");
    assert!(late.body.contains("11月25日（周三）是您的生日，我的祝福送晚了"), "{}", late.body);
    assert_eq!(late.greets, Some((birthday, day("2026-11-25"))));
    // Who was greeted is greeted again in a year.
    let done = CareDoneRow {
        id: Id(800),
        occasion: birthday,
        day: day("2026-11-25"),
        at: moment("2026-11-25 09:00"),
        how: CareDone::Greeted,
        touch: None,
    };
    let again = offered(Lang::En, Some(birthday), "2026-11-27 09:00", |book| book.rows[0].care_done.push(done.clone()));
    assert_eq!(again[0].1.as_ref().unwrap().greets, Some((birthday, day("2027-11-25"))));
}

#[test]
fn s047_a_holiday_is_greeted_with_the_wish_of_its_culture() {
    let draft = first(Lang::Zh, holiday("mid-autumn"), "2026-09-25 09:00");
    assert_eq!((draft.template.as_str(), draft.subject.as_str()), ("greeting-holiday", "中秋快乐，阖家团圆"));
    assert_eq!(draft.greets, Some((holiday("mid-autumn"), day("2026-09-25"))));
    let draft = first(Lang::En, holiday("christmas"), "2026-12-27 09:00");
    assert!(draft.subject.starts_with("Belated wishes for Christmas"), "{}", draft.subject);
    // Nobody is wished a happy Qingming.
    let all = offered(Lang::Zh, Some(holiday("qingming")), "2026-04-05 09:00", |_| {});
    assert!(all.iter().all(|(name, _)| name != "greeting-holiday"), "{all:?}");
}

#[test]
fn s087_the_years_together_are_counted_from_the_first_project() {
    let draft = first(Lang::En, Target::Anniversary, "2026-11-24 09:00");
    assert_eq!((draft.template.as_str(), draft.subject.as_str()), ("greeting-anniversary", "2 years together"));
    assert!(draft.body.contains("Today it is 2 years since"), "{}", draft.body);
    assert_eq!(draft.greets, Some((Target::Anniversary, day("2026-11-24"))));
    let ahead = first(Lang::Zh, Target::Anniversary, WHEN);
    assert!(ahead.body.contains("11月24日（周二）是我们合作 2 周年的日子"), "{}", ahead.body);
}

#[test]
fn without_a_row_what_is_near_is_offered_and_what_is_not_there_is_named() {
    let names = |change: &dyn Fn(&mut Book)| -> Vec<String> {
        offered(Lang::En, None, WHEN, change).into_iter().map(|(name, _)| name).collect()
    };
    let all = names(&|_| {});
    assert_eq!(all[..5], ["appointment", "invoice-reminder-1", "quote-follow-up", "greeting-birthday", "greeting-anniversary"]);
    assert_eq!(all[5], TERMS);
    let none = names(&|book| {
        let row = &mut book.rows[0];
        (row.appointments, row.opportunities, row.care_dates, row.engagements) = Default::default();
        row.invoices.remove(0);
    });
    assert_eq!(none[0], TERMS);
    // Asked for all the same, it says what the client does not have.
    let mut book = book(false);
    let row = &mut book.rows[0];
    (row.appointments, row.opportunities, row.care_dates, row.engagements, row.invoices) = Default::default();
    let (snapshot, detail, words) = (book.at(WHEN), detail(&book), Words::load(Lang::En));
    let subject = subject(&snapshot, &detail, None, &words);
    for (name, id) in [
        ("appointment", "draft-no-appointment"),
        ("invoice-reminder-2", "draft-no-invoice"),
        ("quote-follow-up", "draft-no-opportunity"),
        ("greeting-birthday", "draft-no-care"),
    ] {
        let template = find(NOWHERE.as_ref(), Lang::En, name).unwrap().unwrap();
        assert_eq!(crate::messages::draft(&subject, &template).unwrap_err().id, id);
    }
}

#[test]
fn on_a_due_mail_the_monthly_mail_is_meant() {
    let all = offered(Lang::En, Some(Target::Contact(Channel::Email)), WHEN, |_| {});
    assert_eq!(all[0].0, "monthly-mail");
    let draft = all[0].1.as_ref().unwrap();
    assert_eq!((&draft.source, draft.purpose, draft.gaps()), (&Source::Shipped, Purpose::Service, 0));
    assert_eq!(offered(Lang::En, Some(Target::BusinessReview), WHEN, |_| {})[0].0, "business-review");
}

#[test]
fn what_is_left_to_be_filled_in_is_counted() {
    for lang in Lang::ALL {
        let all = offered(lang, None, WHEN, |_| {});
        let gaps = |name: &str| all.iter().find(|(n, _)| n == name).unwrap().1.as_ref().unwrap().gaps();
        assert_eq!(["apology", "news", "goodbye", "survey"].map(gaps), [3, 2, 1, 0]);
    }
}

#[test]
fn s016_hostile_values_stay_text() {
    for hostile in ["{{ 7*7 }}", "{% for x in y %}", "{# gone #}", "{{ client.name }}"] {
        for lang in Lang::ALL {
            let all = offered(lang, None, WHEN, |book| {
                let row = &mut book.rows[0];
                row.client.name = hostile.to_owned();
                row.appointments[0].place = Some(hostile.to_owned());
                row.invoices[0].number = Some(hostile.to_owned());
                row.opportunities[0].title = hostile.to_owned();
            });
            for name in ["appointment", "invoice-reminder-1", "quote-follow-up", "service-terms"] {
                let (_, draft) = all.iter().find(|(n, _)| n == name).unwrap();
                let draft = draft.as_ref().unwrap_or_else(|e| panic!("{name}: {e:?}"));
                assert!(draft.body.contains(hostile) && !draft.body.contains("49"), "{name}: {}", draft.body);
            }
        }
    }
}
