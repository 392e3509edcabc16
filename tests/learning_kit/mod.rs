//! Cases of a spring and an autumn for the tests of what is learned from them: causes, marks, remedies, improvements, low survey marks.
//! The book itself is `screen_fixture`'s.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

use crate::screen_fixture::*;
use touchbase::domain::action::*;
use touchbase::domain::complaint::Rating;
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;

/// One case: kind, opened, text, cause, events with their moment and mark.
type Told<'a> = (ComplaintKind, &'a str, &'a str, Option<&'a str>, &'a [(CaseEventKind, &'a str, Option<u8>)]);

pub fn case(m: &mut Maker, client: Id, told: Told<'_>, remedy: Option<(i64, &[u8; 3])>) -> Id {
    let (kind, opened, text, cause, events) = told;
    let new = NewComplaint {
        client,
        person: None,
        kind,
        complex: false,
        opened: moment(opened),
        channel: Some(Channel::Call),
        text: text.to_owned(),
        demand: None,
        cause: cause.map(str::to_owned),
        tier: None,
        other: None,
        mediator: None,
        begun: CaseStatus::Registered,
    };
    let ids = m.act(Action::OpenComplaint(Box::new(new)), opened);
    let id = ids.iter().find(|(table, _)| *table == "complaint").unwrap().1;
    for (kind, at, mark) in events {
        let event = NewCaseEvent {
            complaint: id,
            kind: *kind,
            at: moment(at),
            text: None,
            rating: mark.map(|mark| Rating::of_stored(i64::from(mark))),
            promised: None,
            channel: None,
            minutes: None,
            corrects: None,
            fulfils: None,
        };
        m.act(Action::LogCase(Box::new(event)), at);
    }
    if let Some((minor, currency)) = remedy {
        let edit = Action::EditComplaint {
            complaint: id,
            changes: Box::new(ComplaintChanges {
                remedy: Some(Some(Money { minor, currency: Currency(*currency) })),
                ..ComplaintChanges::default()
            }),
        };
        m.act(edit, "2026-11-20 12:00");
    }
    id
}

fn improvement(m: &mut Maker, cause: &str, text: &str, owner: Option<&str>, due: Option<&str>, created: &str) -> Id {
    let new =
        NewImprovement { cause: cause.to_owned(), text: text.to_owned(), owner: owner.map(str::to_owned), due: due.map(day) };
    m.act(Action::AddImprovement(Box::new(new)), created)[0].1
}

fn survey(m: &mut Maker, client: Id, kind: SurveyKind, score: u8, on: &str, reasons: &[&str]) {
    let new = NewSurvey {
        client,
        person: None,
        kind,
        score,
        on: day(on),
        channel: None,
        reasons: reasons.iter().map(|r| (*r).to_owned()).collect(),
        note: None,
    };
    m.act(Action::AddSurvey(Box::new(new)), "2026-11-20 13:00");
}

/// Two clients with eight cases of the last 90 days (two of them enquiries), two of the 90 days before and one of the spring; the second
/// of three improvements was done in June, and its cause came back.
pub fn fill(m: &mut Maker) {
    use CaseEventKind::*;
    use ComplaintKind::{Complaint, Enquiry};
    let lotus = m.client("Lotus Spa", |_| {});
    let delta = m.client("远山设计", |_| {});
    let old =
        [(Acknowledge, "2026-03-02 11:00", None), (Resolve, "2026-03-02 15:00", None), (Close, "2026-03-09 10:00", Some(3))];
    case(m, lotus, (Complaint, "2026-03-02 10:00", "pallet left in the rain", Some("delivery"), &old), None);
    let before = [(Resolve, "2026-06-04 15:00", None), (Close, "2026-06-09 10:00", Some(4))];
    case(m, lotus, (Complaint, "2026-06-04 14:00", "too dear", Some("price"), &before), None);
    case(
        m,
        delta,
        (Complaint, "2026-06-05 14:00", "brochure came late", Some("delivery"), &[(Resolve, "2026-06-05 15:00", None)]),
        None,
    );
    // The last 90 days.
    let quick =
        [(Acknowledge, "2026-09-07 11:00", None), (Resolve, "2026-09-07 15:00", None), (Close, "2026-09-11 10:00", Some(4))];
    case(m, lotus, (Complaint, "2026-09-07 10:00", "third typo in print", Some("quality"), &quick), Some((30_000, b"CNY")));
    let slow =
        [(Acknowledge, "2026-09-14 16:00", None), (Resolve, "2026-09-17 15:00", None), (Close, "2026-09-21 10:00", Some(0))];
    case(m, delta, (Complaint, "2026-09-14 09:30", "样稿晚了两天", Some("delivery"), &slow), Some((8_000, b"EUR")));
    let again = [
        (Acknowledge, "2026-10-12 09:30", None),
        (Propose, "2026-10-12 10:00", None),
        (Reject, "2026-10-12 11:00", None),
        (Propose, "2026-10-12 12:00", None),
        (Resolve, "2026-10-13 09:00", None),
        (FollowUp, "2026-10-16 10:00", Some(2)),
        (Reopen, "2026-10-16 10:30", None),
        (Resolve, "2026-10-16 15:00", None),
        (Close, "2026-10-20 10:00", Some(5)),
    ];
    case(m, lotus, (Complaint, "2026-10-12 09:00", "boxes crushed", Some("delivery"), &again), Some((12_050, b"CNY")));
    case(
        m,
        delta,
        (Complaint, "2026-11-02 09:00", "送错了地址", Some("delivery"), &[(Acknowledge, "2026-11-02 10:00", None)]),
        None,
    );
    case(m, lotus, (Complaint, "2026-11-10 15:00", "nobody called back", Some("attitude"), &[]), None);
    case(m, lotus, (Complaint, "2026-11-18 15:00", "hard to say", None, &[(Acknowledge, "2026-11-18 15:20", None)]), None);
    let asked = [(Acknowledge, "2026-11-19 10:30", None), (Resolve, "2026-11-19 10:40", None)];
    case(m, delta, (Enquiry, "2026-11-19 10:00", "能做烫金吗", Some("other"), &asked), None);
    case(m, delta, (Enquiry, "2026-11-23 09:00", "纸样有哪些", None, &[]), None);
    improvement(m, "quality", "a second pair of eyes before print", Some("Li"), Some("2026-11-20"), "2026-09-15 10:00");
    let courier = improvement(m, "delivery", "another courier", None, None, "2026-05-04 10:00");
    m.act(Action::DoneImprovement { improvement: courier }, "2026-06-15 10:00");
    let price = improvement(m, "price", "say the price before the proof", None, None, "2026-06-10 10:00");
    m.act(Action::DoneImprovement { improvement: price }, "2026-06-20 10:00");
    survey(m, lotus, SurveyKind::Nps, 4, "2026-10-01", &["slow answers", "price"]);
    survey(m, lotus, SurveyKind::Nps, 9, "2026-11-01", &["good print"]);
    survey(m, delta, SurveyKind::Csat, 2, "2026-11-12", &["slow answers"]);
    survey(m, delta, SurveyKind::Nps, 6, "2026-07-12", &["price"]);
}
