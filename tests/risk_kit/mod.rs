//! A book in which some clients drift away, each for a reason of its own.

#![allow(clippy::unwrap_used, clippy::panic, dead_code)]

use super::screen_fixture::*;
use std::collections::HashMap;
use touchbase::domain::action::{Action, NewClient, NewSurvey, NewTouch};
use touchbase::domain::id::Id;
use touchbase::domain::words::*;

/// Orders of a client every so many days, the last one so many days before Monday 23 November 2026.
pub fn orders(m: &mut Maker, client: Id, count: i32, every: i32, last: i32, amount: i64) {
    let today = monday().today();
    for n in (0..count).rev() {
        let day = today.plus(-last - n * every).to_string();
        m.invoice(client, &format!("{}-{n}", client.0 % 9973), &day, &day, Some(&day), amount);
    }
}

/// A book in which eight clients drift away and twelve order as ever. Names with what they are.
pub fn drifting() -> (Maker, HashMap<&'static str, Id>) {
    let mut m = Maker::new();
    let mut ids = HashMap::new();
    let old = |c: &mut NewClient| c.since = day("2024-01-08");
    let steady = [
        "Alder Books",
        "Birch Cafe",
        "Cedar Dental",
        "Elm Garage",
        "Fir Optics",
        "Grove Hotel",
        "Heath Travel",
        "Iris Foods",
        "白云茶业",
        "青山物流",
        "Juniper Law",
        "Kelp Marine",
    ];
    for (n, name) in steady.into_iter().enumerate() {
        let id = m.client(name, old);
        let every = 25 + 3 * n as i32;
        orders(&mut m, id, 14, every, 5 + n as i32, 800_000 + 50_000 * n as i64);
        m.touch(id, Channel::Call, "2026-11-16 10:00", "");
    }
    // Gone quiet for long, worth most.
    let northgate = m.client("Northgate Paper", |c| {
        old(c);
        c.person = Some("Ms Bei".into());
        c.points = vec![phone("021 5550 1234")];
    });
    orders(&mut m, northgate, 16, 30, 150, 4_800_000);
    m.touch(northgate, Channel::Call, "2026-08-03 10:00", "budget goes to the trade fair first");
    for at in ["2026-10-19 10:00", "2026-11-09 10:00"] {
        m.act(Action::LogTouch { touch: Box::new(call(northgate, at, Outcome::NoAnswer)), fulfils: None }, at);
    }
    // Late, and a complaint is open.
    let qinghe = m.client("青禾茶业", old);
    orders(&mut m, qinghe, 12, 35, 100, 2_600_000);
    m.touch(qinghe, Channel::Visit, "2026-11-02 15:00", "看了新包装");
    m.case(qinghe, "2026-11-18 10:00", "包装盒颜色印错", |c| c.tier = Some(Tier::B));
    // A little late, a rival was named, and the mark was poor.
    let amber = m.client("Amber Hotels", old);
    orders(&mut m, amber, 10, 40, 85, 3_100_000);
    flagged(&mut m, amber, "2026-11-10 11:00", Flag::Competitor);
    survey(&mut m, amber, 5, "2026-11-10");
    // Would not recommend.
    let cobalt = m.client("Cobalt Motors", old);
    orders(&mut m, cobalt, 9, 45, 95, 1_500_000);
    m.touch(cobalt, Channel::Call, "2026-11-12 11:00", "");
    survey(&mut m, cobalt, 3, "2026-11-12");
    // One order, long ago.
    let once = m.client("Dune Architects", old);
    orders(&mut m, once, 1, 1, 300, 2_000_000);
    // Simply late, in small.
    for (name, every, last, amount) in
        [("Ember Press", 30, 110, 900_000), ("Flint Tools", 40, 140, 700_000), ("Gorse Nursery", 50, 170, 500_000)]
    {
        let id = m.client(name, old);
        orders(&mut m, id, 9, every, last, amount);
        m.touch(id, Channel::Call, "2026-10-20 10:00", "");
        ids.insert(name, id);
    }
    ids.extend([
        ("Northgate Paper", northgate),
        ("青禾茶业", qinghe),
        ("Amber Hotels", amber),
        ("Cobalt Motors", cobalt),
        ("Dune Architects", once),
    ]);
    (m, ids)
}

pub fn call(client: Id, at: &str, outcome: Outcome) -> NewTouch {
    NewTouch {
        client,
        person: None,
        channel: Channel::Call,
        direction: Direction::Out,
        outcome,
        at: moment(at),
        minutes: None,
        flag: None,
        note: None,
        again: None,
    }
}

pub fn flagged(m: &mut Maker, client: Id, at: &str, flag: Flag) {
    let touch = NewTouch { flag: Some(flag), ..call(client, at, Outcome::Reached) };
    m.act(Action::LogTouch { touch: Box::new(touch), fulfils: None }, at);
}

pub fn survey(m: &mut Maker, client: Id, score: u8, on: &str) {
    let new = NewSurvey {
        client,
        person: None,
        kind: SurveyKind::Nps,
        score,
        on: day(on),
        channel: None,
        reasons: Vec::new(),
        note: None,
    };
    m.act(Action::AddSurvey(Box::new(new)), &format!("{on} 12:00"));
}
