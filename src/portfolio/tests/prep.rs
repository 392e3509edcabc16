//! The sheet to prepare a visit with.

use super::*;
use crate::portfolio::prep;
use crate::store::ClientDetail;

const AT: &str = "2026-11-23 09:04";

/// A client with something for every block.
fn full() -> (Book, ClientDetail) {
    let mut book = Book::new();
    let n = book.add("Northstar Media", "2025-01-05");
    book.pin(n, Tier::A);
    book.rows[n].client.industry = Some("media".into());
    book.rows[n].client.reviewed_on = Some(day("2026-11-01"));
    for month in 4..=10 {
        book.touch(n, Channel::Call, Outcome::Reached, &format!("2026-{month:02}-13 15:00"));
    }
    book.appointment(n, Channel::Visit, "2026-11-25 10:00", "2026-11-20 15:01");
    book.rows[n].appointments[0].place = Some("Gate 4".into());
    book.task(n, TaskKind::Own, "send the revised quote", "2026-11-19");
    book.task(n, TaskKind::Waiting, "signed contract", "2026-11-30");
    book.invoice(n, "2026-08-03", None, Some("2026-09-02"), 1_200_000);
    book.invoice(n, "2026-09-02", Some("2026-10-02"), None, 800_000);
    book.engagement(n, "2026-02-01", Some("2027-01-31"), Some("2026-12-20"));
    book.survey(n, SurveyKind::Nps, 9, "2026-07-01");
    let rival = book.add("Lotus Spa", "2026-01-05");
    book.relate(n, rival, RelationKind::Conflict, "same street", "2026-06-01 09:00");
    book.policy.perks[0] = vec!["first choice of dates".into()];
    let mut detail = book.detail(n);
    detail.touches[0].note = Some("liked the draft".into());
    detail.need = Some("a new brochure".into());
    detail.do_not_mention = Some("the old logo".into());
    detail.people = vec![person(1, "Ms Bei", Some("head of marketing"))];
    detail.points = vec![point(1, PointKind::Email, "bei@n.example"), point(2, PointKind::Address, "4 Harbour Road")];
    detail.points[0].person = Some(Id(1));
    (book, detail)
}

fn sheet(book: &Book, detail: &ClientDetail, lang: Lang) -> String {
    let s = book.at(AT);
    prep::sheet(&s, &s.clients[0], detail, &Words::load(lang))
}

#[test]
fn s045_s085_the_sheet_says_everything_a_visit_needs() {
    let (book, detail) = full();
    assert_eq!(
        sheet(&book, &detail, Lang::En),
        "\
# Northstar Media (A=)

> **Do not mention: the old logo**

> **conflict with Lotus Spa: same street**

## Who

- active, since Sun 5 Jan 2025
- media
- address: 4 Harbour Road

## People

- Ms Bei, head of marketing
  - email: bei@n.example

## Agreed

- visit Wed 25 Nov 10:00, Gate 4

## You owe

- Thu 19 Nov: send the revised quote **(late)**

## They owe

- Mon 30 Nov: signed contract

## Projects

- Care, notice by Sun 20 Dec

## Last contacts

- Tue 13 Oct: call
  - liked the draft
- Sun 13 Sep: call
- Thu 13 Aug: call
- Mon 13 Jul: call
- Sat 13 Jun: call

## What they need

- a new brochure
- NPS 9 of 10, Wed 1 Jul
  - quick answers

## Money

- CNY 20,000 billed in 12 months
- invoice CNY 8,000, was due Fri 2 Oct, 52 d ago **(late)**
- pays after 30 d

## To ask

- Is this still what you need: a new brochure?
- Does Care go on? Notice or renewal Sun 20 Dec
- not known yet: phone or WeChat
- not known yet: region
- not known yet: size
- not known yet: budget
- How likely are they to recommend you, 0 to 10?

## May be offered

- first choice of dates
"
    );
}

#[test]
fn s045_the_same_sheet_in_chinese() {
    let (book, detail) = full();
    let text = sheet(&book, &detail, Lang::Zh);
    for part in ["> **不要提及：the old logo**", "## 要问的事", "- 尚未了解：电话或微信", "## 可以提供", "**(逾期)**"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_the_user_typed_makes_no_markdown_of_its_own() {
    let (mut book, mut detail) = full();
    book.rows[0].client.name = "# Evil *Corp* <script>".into();
    book.rows[0].tasks[0].text = "see [here](http://x.example) `rm` a_b _c_ R&D &amp; ~~x~~".into();
    detail.touches[0].note = Some("- item\n# heading\n1. one\u{1b}[31mred\u{202e}".into());
    detail.need = Some("1. first".into());
    detail.do_not_mention = Some("**the old\n\nlogo**".into());
    let text = sheet(&book, &detail, Lang::En);
    assert!(text.starts_with("# \\# Evil \\*Corp\\* \\<script\\> (A=)\n"), "{text}");
    assert!(text.contains("see \\[here\\](http://x.example) \\`rm\\` a_b \\_c\\_ R&D \\&amp; \\~\\~x\\~\\~"), "{text}");
    assert!(text.contains("  - \\- item # heading 1. one\\<1B\\>"), "{text}");
    assert!(text.contains("- 1\\. first\n"), "{text}");
    assert!(text.contains("> **Do not mention: \\*\\*the old logo\\*\\***\n"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn somebody_nobody_knows_anything_of_has_a_sheet_of_questions() {
    let mut book = Book::new();
    let n = book.add("New", "2025-11-20");
    let s = book.at(AT);
    let gathered = prep::of(&s, &s.clients[n], &book.detail(n));
    let keys: Vec<&str> = gathered.sections.iter().map(|s| s.key).collect();
    assert_eq!(keys, ["who", "touches", "questions"], "{gathered:?}");
    let asks = |p: &prep::Prep| p.sections.iter().flat_map(|s| &s.lines).any(|l| l.words.id == "prep-ask-mark");
    assert!(asks(&gathered));
    book.rows[n].client.status = Status::Lead;
    let s = book.at(AT);
    assert!(!asks(&prep::of(&s, &s.clients[n], &book.detail(n))), "a lead has nothing to recommend yet");
    assert!(gathered.warnings.is_empty());
    assert!(gathered.sections.iter().all(|s| !s.lines.is_empty()));
}

proptest! {
    /// Hostile text anywhere: one line stays one line, and nothing steers the terminal.
    #[test]
    fn any_text_stays_in_its_line(text in "\\PC{0,40}[\u{1b}\u{202e}\n\r\t*_#`]{0,6}\\PC{0,40}") {
        let (mut book, mut detail) = full();
        let lines = sheet(&book, &detail, Lang::En).lines().count();
        book.rows[0].tasks[0].text = format!("x{text}");
        detail.touches[0].note = Some(format!("x{text}"));
        detail.people[0].name = format!("x{text}");
        let sheet = sheet(&book, &detail, Lang::Zh);
        prop_assert_eq!(sheet.lines().count(), lines);
        prop_assert!(!sheet.chars().any(|c| c.is_control() && c != '\n'));
        prop_assert!(sheet.lines().filter(|l| l.starts_with('#')).count() == 12);
    }
}
