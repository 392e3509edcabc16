//! Runs over a small book: everybody chosen is ready or left out, once, with a reason; in their own language; on the channel they take.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::care::CareDoneRow;
use crate::domain::complaint::CaseRow;
use crate::domain::message::Arg;
use crate::portfolio::fixture::{Book, day, moment, now, person, point};
use crate::store::{ConsentDetail, SentDetail};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

const WHEN: &str = "2026-09-25 09:04";
const DAY: &str = "2026-09-25";

/// A folder with a greeting and news in both languages.
fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = dir.path().join("templates").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("zh-CN/fest.txt", "subject: 佳节问候\npurpose: greeting\nfor: client\n---\n{{ person.salutation }}，节日快乐！\n");
    write(
        "en/fest.txt",
        "subject: Happy holiday\npurpose: greeting\nfor: client\n---\n{{ person.salutation }}, a happy holiday!\n",
    );
    write("offer.txt", "subject: New: the {{ client.name }} plan\npurpose: news\nfor: client\n---\nNews.\n");
    write("plain.txt", "subject: About us\n---\nHello.\n");
    write("en/broken.txt", "subject: s\nchannel: email\n---\nHi {{ nobody.name }}\n");
    write("zh-CN/broken.txt", "subject: s\nchannel: email\n---\n您好\n");
    dir
}

fn holiday() -> Option<(Target, Day)> {
    Some((Target::Holiday(crate::domain::occasion::Code::parse("mid-autumn").unwrap()), day(DAY)))
}

struct Kit {
    book: Book,
    details: BTreeMap<Id, ClientDetail>,
    folder: TempDir,
    channel: Option<Channel>,
    taken: BTreeSet<Id>,
}

impl Kit {
    fn new() -> Kit {
        Kit { book: Book::new(), details: BTreeMap::new(), folder: folder(), channel: None, taken: BTreeSet::new() }
    }

    /// A client with a mail address.
    fn add(&mut self, name: &str) -> Id {
        let n = self.book.add(name, "2025-03-03");
        let id = self.book.rows[n].client.id;
        let mut detail = self.book.detail(n);
        detail.people = vec![person(700 + id.0, &format!("{name} P"), None)];
        detail.points = vec![point(id.0, PointKind::Email, &format!("c{}@x.example", id.0))];
        self.details.insert(id, detail);
        id
    }

    fn row(&mut self, id: Id) -> &mut crate::domain::facts::ClientRows {
        self.book.rows.iter_mut().find(|row| row.client.id == id).unwrap()
    }

    fn detail(&mut self, id: Id) -> &mut ClientDetail {
        self.details.get_mut(&id).unwrap()
    }

    fn done(&mut self, id: Id, how: CareDone, on: &str) {
        let (occasion, _) = holiday().unwrap();
        self.row(id).care_done.push(CareDoneRow {
            id: Id(1),
            occasion,
            day: day(on),
            at: moment("2025-01-01 09:00"),
            how,
            touch: None,
        });
    }

    fn said(&mut self, id: Id, channel: Option<Channel>, state: ConsentState) {
        self.detail(id).consents.push(ConsentDetail { id: Id(1), channel, state, on: day("2026-01-01"), how: None });
    }

    fn had(&mut self, id: Id, template: &str, purpose: Purpose, at: &str, subject: Option<&str>) {
        let (template, subject) = (template.to_owned(), subject.map(str::to_owned));
        let sent =
            SentDetail { id: Id(1), campaign: None, at: moment(at), template, purpose, channel: Channel::Email, subject };
        self.detail(id).sent.push(sent);
    }

    fn upset(&mut self, id: Id, kind: ComplaintKind) {
        let case = CaseRow {
            id: Id(800 + id.0),
            no: 31,
            kind,
            complex: false,
            opened: moment("2026-09-20 17:34"),
            channel: None,
            text: "typo".to_owned(),
            cause: None,
            tier: None,
            response_hours: None,
            policy: None,
            person: None,
            other: None,
            remedy: None,
            begun: CaseStatus::Registered,
            events: vec![],
        };
        self.row(id).complaints.push(case);
    }

    fn run(&self, template: &str, chosen: &[Id], greets: Option<(Target, Day)>) -> Result<Run, Message> {
        let snapshot = self.book.at(WHEN);
        let voices: Vec<Words> = Lang::ALL.iter().map(|lang| Words::load(*lang)).collect();
        let now = now(WHEN);
        let order = Order {
            snapshot: &snapshot,
            template,
            config_dir: self.folder.path(),
            voices: &voices,
            config: &crate::config::Config::default(),
            channel: self.channel,
            taken: &self.taken,
            now: &now,
        };
        let chosen: Vec<Chosen> = chosen.iter().map(|client| Chosen { client: *client, greets }).collect();
        order.run(&order.texts()?, &chosen, |id| Ok::<_, Message>(self.details.get(&id).cloned()))
    }

    fn why(&self, template: &str, id: Id, greets: Option<(Target, Day)>) -> Option<Why> {
        let run = self.run(template, &[id], greets).unwrap();
        assert_eq!((run.chosen, run.ready.len() + run.refused.len()), (1, 1));
        run.refused.into_iter().next().map(|(_, why)| why)
    }
}

#[test]
fn s016_everybody_is_written_to_in_their_own_language_and_once() {
    let mut kit = Kit::new();
    let (north, bei) = (kit.add("Northstar \"Media\""), kit.add("北辰传媒"));
    let run = kit.run("fest", &[bei, north, bei], holiday()).unwrap();
    assert_eq!((run.chosen, run.purpose, run.refused.as_slice()), (2, Purpose::Greeting, &[][..]));
    let texts: Vec<(&str, &str, Id)> =
        run.ready.iter().map(|r| (r.lang.tag(), r.draft.subject.as_str(), r.draft.client)).collect();
    assert_eq!(texts, [("zh-CN", "佳节问候", bei), ("en", "Happy holiday", north)]);
    assert!(run.ready[0].draft.body.ends_with("，节日快乐！"), "{}", run.ready[0].draft.body);
    assert!(run.ready[1].draft.body.contains("Northstar \"Media\" P"));
    assert!(run.ready.iter().all(|r| r.draft.greets == holiday() && r.draft.address.is_some() && r.no_mail.is_none()));
}

#[test]
fn s047_whoever_was_greeted_or_let_pass_is_named_with_the_day() {
    let mut kit = Kit::new();
    let (greeted, passed, last_year) = (kit.add("Greeted"), kit.add("Passed"), kit.add("Before"));
    kit.done(greeted, CareDone::Greeted, DAY);
    kit.done(passed, CareDone::Skipped, DAY);
    kit.done(last_year, CareDone::Greeted, "2025-10-06");
    assert_eq!(kit.why("fest", greeted, holiday()), Some(Why::Greeted(day(DAY))));
    assert_eq!(kit.why("fest", passed, holiday()), Some(Why::LetPass(day(DAY))));
    assert_eq!(kit.why("fest", last_year, holiday()), None);
    // Without an occasion the same greeting is sent once a year.
    kit.had(last_year, "fest", Purpose::Greeting, "2025-12-24 10:00", None);
    assert_eq!(kit.why("fest", last_year, None), None);
    kit.had(last_year, "fest", Purpose::Greeting, "2026-02-14 10:00", None);
    assert_eq!(kit.why("fest", last_year, None), Some(Why::Greeted(day("2026-02-14"))));
}

#[test]
fn s052_consent_is_respected_by_channel_and_of_all() {
    let mut kit = Kit::new();
    let (one, all, other) = (kit.add("One"), kit.add("All"), kit.add("Other"));
    kit.said(one, Some(Channel::Email), ConsentState::Withdrawn);
    kit.said(all, None, ConsentState::Withdrawn);
    kit.said(other, Some(Channel::Letter), ConsentState::Withdrawn);
    for template in ["fest", "offer", "plain"] {
        assert_eq!(kit.why(template, one, None), Some(Why::Withdrawn(Channel::Email)), "{template}");
        assert_eq!(kit.why(template, all, None), Some(Why::Withdrawn(Channel::Email)), "{template}");
        assert_eq!(kit.why(template, other, None), None, "{template}");
    }
    // News to those who agreed, where the policy says so; a greeting needs nobody's word.
    kit.book.policy.messages.opt_in = true;
    assert_eq!(kit.why("offer", other, None), Some(Why::NoConsent(Channel::Email)));
    assert_eq!(kit.why("fest", other, None), None);
    kit.said(other, None, ConsentState::Given);
    assert_eq!(kit.why("offer", other, None), None);
}

#[test]
fn s052_a_message_on_another_channel_is_no_mail_to_who_wants_none() {
    let mut kit = Kit::new();
    let (both, bare, declined) = (kit.add("Both"), kit.add("Bare"), kit.add("Declined"));
    for id in [both, bare, declined] {
        kit.detail(id).points.push(point(90 + id.0, PointKind::Wechat, "wx"));
    }
    kit.detail(bare).points.remove(0);
    kit.said(declined, Some(Channel::Email), ConsentState::Withdrawn);
    let run = kit.run("fest", &[both, bare, declined], holiday()).unwrap();
    assert!(run.ready.iter().all(|r| r.draft.channel == Channel::Message) && run.ready.len() == 3);
    let mails: Vec<Option<&Why>> = run.ready.iter().map(|r| r.no_mail.as_ref()).collect();
    assert_eq!(mails, [None, Some(&Why::NoAddress(Channel::Email)), Some(&Why::Withdrawn(Channel::Email))]);
    // Where a mail is meant, they are left out.
    kit.channel = Some(Channel::Email);
    let run = kit.run("fest", &[both, bare, declined], holiday()).unwrap();
    assert_eq!(run.refused, [(bare, Why::NoAddress(Channel::Email)), (declined, Why::Withdrawn(Channel::Email))]);
}

#[test]
fn s052_news_have_a_cap_and_s032_are_told_once() {
    let mut kit = Kit::new();
    let (busy, told, past) = (kit.add("Busy"), kit.add("Told"), kit.add("Past"));
    kit.had(busy, "other", Purpose::News, "2026-09-20 10:00", None);
    kit.had(busy, "third", Purpose::News, "2026-08-27 10:00", None);
    assert_eq!(kit.why("offer", busy, None), Some(Why::Capped { had: 2, days: 30 }));
    // Greetings and answers are no news.
    assert_eq!(kit.why("fest", busy, None), None);
    kit.had(past, "other", Purpose::News, "2026-08-26 10:00", None);
    kit.had(past, "third", Purpose::Greeting, "2026-09-20 10:00", None);
    kit.had(past, "third", Purpose::News, "2026-09-20 10:00", None);
    assert_eq!(kit.why("offer", past, None), None);
    kit.had(told, "offer", Purpose::News, "2026-02-01 10:00", Some("New: the Told plan"));
    assert_eq!(kit.why("offer", told, None), Some(Why::Sent(day("2026-02-01"))));
    assert_eq!(kit.why("plain", told, None), None);
}

#[test]
fn who_has_a_complaint_open_is_left_out_until_the_user_takes_them_in() {
    let mut kit = Kit::new();
    let (upset, asking) = (kit.add("Upset"), kit.add("Asking"));
    kit.upset(upset, ComplaintKind::Complaint);
    kit.upset(asking, ComplaintKind::Enquiry);
    assert_eq!(kit.why("fest", upset, holiday()), Some(Why::Case(31)));
    assert!(Why::Case(31).can_be_taken() && !Why::Vanished.can_be_taken());
    assert_eq!(kit.why("plain", upset, None), None);
    assert_eq!(kit.why("fest", asking, holiday()), None);
    kit.taken.insert(upset);
    assert_eq!(kit.why("fest", upset, holiday()), None);
}

#[test]
fn a_text_that_cannot_be_filled_names_its_place_and_only_those_who_would_get_it() {
    let mut kit = Kit::new();
    let (north, bei, gone, bare) = (kit.add("Northstar"), kit.add("北辰"), kit.add("Gone"), kit.add("Bare"));
    kit.row(gone).client.status = Status::Stopped;
    kit.detail(bare).points.clear();
    let run = kit.run("broken", &[north, bei, gone, Id(4711)], None).unwrap();
    assert_eq!(run.ready.iter().map(|r| r.draft.client).collect::<Vec<_>>(), [bei]);
    let Some((_, Why::Unfilled(why))) = run.refused.first() else { panic!("{:?}", run.refused) };
    assert!(why.args.contains(&("line", Arg::Number(4))), "{why:?}");
    assert_eq!(run.refused[1..], [(gone, Why::Gone(Status::Stopped)), (Id(4711), Why::Vanished)]);
    assert_eq!(kit.why("plain", bare, None), Some(Why::NoAddress(Channel::Message)));
    assert_eq!(kit.run("nothing", &[north], None).unwrap_err().id, "run-no-template");
}

#[test]
fn what_went_out_is_one_step_and_the_counts_name_every_reason() {
    let mut kit = Kit::new();
    let (one, two, bare, greeted) = (kit.add("One"), kit.add("Two"), kit.add("Bare"), kit.add("Greeted"));
    kit.detail(bare).points.clear();
    kit.done(greeted, CareDone::Greeted, DAY);
    let run = kit.run("fest", &[one, bare, two, greeted], holiday()).unwrap();
    let words = Words::load(Lang::En);
    let said = words.say(&run.counts(), &now(WHEN));
    assert_eq!(said, "4 chosen: 2 ready, 1 without address, 1 already greeted");
    let said = Words::load(Lang::Zh).say(&run.counts(), &now(WHEN));
    assert_eq!(said, "共选 4 位：2 位可发，1 位没有地址，1 位已问候");
    let snapshot = kit.book.at(WHEN);
    let campaign = run.logged(&run.ready, &snapshot, &words, &now(WHEN)).unwrap();
    assert_eq!((campaign.members.len(), campaign.purpose, campaign.template.as_str()), (2, Purpose::Greeting, "fest"));
    assert!(campaign.members.iter().all(|m| m.greets == holiday() && m.touch.at == moment(WHEN)));
    assert_eq!(run.logged([], &snapshot, &words, &now(WHEN)), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The promise to keep: everybody chosen is either ready or left out, exactly once, whatever is known of them.
    #[test]
    fn everybody_chosen_is_ready_or_left_out_exactly_once(
        clients in prop::collection::vec((0u16..512, 0usize..5), 1..9),
        order in prop::collection::vec(0usize..9, 0..14),
        template in prop::sample::select(vec!["fest", "offer", "plain", "broken"]),
        with in any::<bool>(),
    ) {
        let mut kit = Kit::new();
        for (flags, status) in &clients {
            let bit = |n: u16| flags & (1 << n) != 0;
            let id = kit.add(if bit(0) { "北辰传媒" } else { "North Media" });
            kit.row(id).client.status = Status::ALL[*status];
            if bit(1) { kit.detail(id).points.clear(); }
            if bit(2) { kit.said(id, Some(Channel::Email), ConsentState::Withdrawn); }
            if bit(3) { kit.said(id, None, ConsentState::Given); }
            if bit(4) { kit.done(id, CareDone::Greeted, DAY); }
            if bit(5) { kit.had(id, "offer", Purpose::News, "2026-09-20 10:00", None); }
            if bit(6) { kit.had(id, "other", Purpose::News, "2026-09-20 10:00", None); }
            if bit(7) { kit.upset(id, ComplaintKind::Complaint); }
            if bit(8) { kit.details.remove(&id); }
        }
        let chosen: Vec<Id> = order.iter().map(|n| Id(*n as i64 + 1)).collect();
        let run = kit.run(template, &chosen, holiday().filter(|_| with)).unwrap();
        let mut all: Vec<Id> = run.ready.iter().map(|r| r.draft.client).chain(run.refused.iter().map(|(id, _)| *id)).collect();
        all.sort();
        let once: BTreeSet<Id> = chosen.iter().copied().collect();
        prop_assert_eq!(run.chosen, once.len());
        prop_assert_eq!(&all, &once.into_iter().collect::<Vec<_>>());
        // Both lists stand in the order of the choice.
        let place = |id: Id| chosen.iter().position(|c| *c == id);
        let in_order = |ids: Vec<Id>| ids.is_sorted_by_key(|id| place(*id));
        prop_assert!(in_order(run.ready.iter().map(|r| r.draft.client).collect()));
        prop_assert!(in_order(run.refused.iter().map(|(id, _)| *id).collect()));
        // Nobody is ready who said no, and nobody without an address.
        for ready in &run.ready {
            let detail = &kit.details[&ready.draft.client];
            let word = crate::portfolio::consent::of_channel(&detail.consents, ready.draft.channel);
            prop_assert!(word.is_none_or(|w| w.state == ConsentState::Given) && ready.draft.address.is_some());
        }
    }
}

#[test]
fn the_day_of_a_holiday_is_the_next_one_or_one_just_past() {
    let mut book = Book::new();
    let code = crate::domain::occasion::Code::parse("new-year").unwrap();
    book.cultures = crate::occasions::Library::shipped().cultures(Language::En);
    let snapshot = book.at(WHEN);
    for (today, expected) in [
        ("2026-12-01", Some("2027-01-01")),
        ("2027-01-05", Some("2027-01-01")),
        ("2026-10-01", Some("2027-01-01")),
        ("2026-09-30", None),
        ("2027-01-08", Some("2027-01-01")),
        ("2027-01-09", None),
    ] {
        assert_eq!(day_of(&snapshot, code, day(today)), expected.map(day), "{today}");
    }
}
