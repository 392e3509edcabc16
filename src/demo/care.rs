//! Whose birthday it is in the sample, what was given, and who wants no mail. At most a handful of it stands in Today, whatever the day.

use super::situation::Situation;
use super::{DemoCare, DemoClient, DemoConsent, DemoGift, Setting, Text};
use crate::domain::care::{self, Yearly};
use crate::domain::day::Day;
use crate::domain::lunar::LunarDay;
use crate::domain::words::*;
use crate::i18n::Lang;
use chrono::Datelike;

/// Days around today in which no birthday falls by chance.
const CALM: std::ops::RangeInclusive<i32> = -9..=4;

pub(super) fn give(set: &Setting<'_>, clients: &mut [DemoClient], situations: &[Situation]) {
    clients.iter_mut().flat_map(|c| &mut c.people).for_each(|p| p.birthday = p.birthday.map(|date| calm(set, date)));
    let said = set.texts.list("wishes");
    let text = |n: usize| -> Text { said.get(n % said.len().max(1)).copied().unwrap_or_default().into() };
    // Those of whom nothing else stands in Today.
    let quiet: Vec<usize> = (0..situations.len())
        .filter(|n| situations[*n] == Situation::UpToDate)
        .filter(|n| clients[*n].cases.iter().all(|c| c.events.iter().any(|e| e.kind == CaseEventKind::Close)))
        .collect();
    if !set.options.small {
        return;
    }
    let today = set.today;
    for (place, n) in quiet.iter().enumerate().take(5) {
        let one = &mut clients[*n];
        let (on, kind, lead) = match place {
            0 => (today, CareKind::Birthday, None),
            1 => (today.plus(-2), CareKind::Birthday, None),
            2 => (today.plus(1), CareKind::Birthday, Some(3)),
            3 => (today.plus(24), CareKind::Birthday, Some(7)),
            _ => (today.plus(38), CareKind::Other, Some(5)),
        };
        let lunar = LunarDay::of(on).filter(|_| place == 0);
        let date = match lunar {
            Some(l) => Yearly { month: l.month, day: l.day.min(29), year: None, calendar: Calendar::Lunar, leap: false },
            None => {
                let year = (place == 1).then_some(1979);
                let (month, day) = (on.date().month() as u8, on.date().day() as u8);
                // 29 February is a date of its own.
                let day = if (month, day) == (2, 29) { 28 } else { day };
                Yearly { month, day, year, calendar: Calendar::Gregorian, leap: false }
            }
        };
        let person = (kind == CareKind::Birthday).then_some(0);
        if let Some(p) = person {
            one.people[p].birthday = None;
        }
        let before =
            care::CareDateRow::of(date).between(today.plus(-420), today.plus(-300)).into_iter().next_back().map(|o| o.day);
        one.care.push(DemoCare {
            person,
            kind,
            name: (kind == CareKind::Other).then(|| text(4)),
            date,
            lead,
            greeted: before.filter(|day| place < 2 && *day > one.since).map(|day| (day, text(place))),
        });
    }
    gifts(set, clients, &quiet);
    let consents: [(usize, Option<Channel>, ConsentState); 5] = [
        (0, Some(Channel::Email), ConsentState::Given),
        (2, None, ConsentState::Given),
        (3, Some(Channel::Email), ConsentState::Given),
        (5, Some(Channel::Message), ConsentState::Given),
        (7, Some(Channel::Email), ConsentState::Withdrawn),
    ];
    for (n, channel, state) in consents.into_iter().filter_map(|(n, c, s)| Some((quiet.get(n).copied()?, c, s))) {
        let one = &mut clients[n];
        let on = today.plus(-40 - n as i32).max(one.since);
        one.consents.push(DemoConsent { channel, state, on, how: text(if state == ConsentState::Given { 5 } else { 6 }) });
    }
    let kept: [(usize, Option<Language>, &'static str); 3] = match set.options.lang {
        Lang::En => [(4, None, "us"), (6, None, "de"), (8, Some(Language::Zh), "cn")],
        Lang::Zh => [(4, Some(Language::En), "us"), (6, Some(Language::En), "de"), (8, None, "hk")],
    };
    for (n, language, culture) in kept {
        if let Some(one) = quiet.get(n).and_then(|n| clients.get_mut(*n)) {
            (one.language, one.culture) = (language, Some(culture));
        }
    }
}

/// What was given last year.
fn gifts(set: &Setting<'_>, clients: &mut [DemoClient], quiet: &[usize]) {
    let entries = set.texts.list("gifts");
    for (place, n) in [0usize, 1, 3, 5].into_iter().filter_map(|p| Some((p, *quiet.get(p)?))) {
        let one = &mut clients[n];
        let Some((what, occasion)) = entries.get(place % entries.len().max(1)).and_then(|e| e.split_once('|')) else {
            continue;
        };
        let on = set.work_day(set.today.plus(-345 + 20 * place as i32));
        if on > one.since {
            let (what, occasion, cost) = (what.into(), occasion.into(), 6_000 + 2_500 * place as i64);
            one.gifts.push(DemoGift { person: Some(0), what, cost, on, occasion });
        }
    }
}

/// A birthday that by chance is these days, some weeks later.
fn calm(set: &Setting<'_>, (month, day, year): (u8, u8, Option<i32>)) -> (u8, u8, Option<i32>) {
    let this = set.today.date().year();
    let near = |year: i32| Day::ymd(year, month.into(), day.into()).is_some_and(|on| CALM.contains(&on.since(set.today)));
    if (this - 1..=this + 1).any(near) { (month % 12 + 1, day.min(28), year) } else { (month, day, year) }
}
