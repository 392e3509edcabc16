//! The touches of the sample: first the newest ones, which decide what is due, then the years behind them.

use super::random::Random;
use super::situation::Situation::{self, *};
use super::{DemoClient, DemoTouch, Setting, Text};
use crate::domain::day::Day;
use crate::domain::words::*;

/// Fills in a client's touches.
pub(super) fn fill(set: &Setting<'_>, client: &mut DemoClient, tier: Tier, situation: Situation, random: &mut Random) {
    if situation == NeverTouched {
        return;
    }
    let newest = recent(set, tier, situation, random);
    let people = client.people.len();
    for (channel, day, outcome) in &newest {
        client.touches.push(touch(set, *channel, *day, *outcome, people, random));
    }
    // Earlier touches only follow the rhythm; the newest reached one of each kind stands already.
    let oldest = |channel: Channel| {
        newest.iter().filter(|(c, _, o)| *c == channel && *o == Outcome::Reached).map(|(_, day, _)| *day).min()
    };
    for (channel, every) in rhythm(tier) {
        let Some(mut day) = oldest(channel) else { continue };
        loop {
            day = day.plus(-random.between(every - every / 4, every + every / 12));
            if day <= client.since {
                break;
            }
            let on = set.work_day(day);
            let outcome = match channel {
                Channel::Call if random.chance(0.08) => Outcome::NoAnswer,
                _ => Outcome::Reached,
            };
            client.touches.push(touch(set, channel, on, outcome, people, random));
            if outcome == Outcome::NoAnswer {
                client.touches.push(touch(set, channel, set.work_day(on.plus(-1)), Outcome::Reached, people, random));
            }
        }
    }
}

/// The tier's channels with their interval in days, as the preset `agency` promises them.
fn rhythm(tier: Tier) -> [(Channel, i32); 2] {
    match tier {
        Tier::A => [(Channel::Call, 7), (Channel::Visit, 30)],
        Tier::B => [(Channel::Call, 14), (Channel::Visit, 88)],
        // A call now and then, beside the monthly mail.
        Tier::C => [(Channel::Email, 30), (Channel::Call, 120)],
    }
}

/// The touches that make the situation. A visit satisfies a call too, so it always lies behind the call that decides.
fn recent(set: &Setting<'_>, tier: Tier, situation: Situation, random: &mut Random) -> Vec<(Channel, Day, Outcome)> {
    let (today, due) = (set.today, set.working);
    let ago = |days: i32| set.work_day(today.plus(-days));
    let reached = |channel: Channel, day: Day| (channel, day, Outcome::Reached);
    match (tier, situation) {
        (Tier::A, CallDue) => {
            vec![reached(Channel::Call, due.plus(-7)), reached(Channel::Visit, due.plus(-random.between(9, 16)))]
        }
        (Tier::A, CallLate) => {
            // Due four working days ago and a day of grace: late also in the week after a long holiday.
            let promised = (0..4).fold(due, |day, _| set.working_before(day));
            let call = promised.plus(-7);
            vec![reached(Channel::Call, call), reached(Channel::Visit, call.plus(-random.between(1, 4)))]
        }
        (Tier::A, Snoozed) => {
            vec![reached(Channel::Call, due.plus(-9)), reached(Channel::Visit, due.plus(-random.between(10, 16)))]
        }
        (Tier::A, CallAndVisit) => {
            vec![reached(Channel::Call, due.plus(-8)), reached(Channel::Visit, due.plus_months(-1).plus(-1))]
        }
        // The visit of today would be due otherwise, and so would the call.
        (_, Booked) => vec![reached(Channel::Call, due.plus(-8)), reached(Channel::Visit, due.plus_months(-1).plus(-2))],
        (Tier::B, VisitDue) => {
            vec![reached(Channel::Call, ago(random.between(2, 8))), reached(Channel::Visit, due.plus_months(-3))]
        }
        (Tier::B, Retry) => {
            let before = set.working_before(due);
            vec![
                (Channel::Call, before, Outcome::NoAnswer),
                reached(Channel::Call, before.plus(-14)),
                reached(Channel::Visit, before.plus(-random.between(30, 60))),
            ]
        }
        (Tier::A, _) => {
            let call = random.between(1, 4);
            vec![reached(Channel::Call, ago(call)), reached(Channel::Visit, ago(random.between(5, 22)))]
        }
        // Grew into A but holds B: the calls are those of a B.
        (Tier::B, _) => {
            vec![reached(Channel::Call, ago(random.between(1, 9))), reached(Channel::Visit, ago(random.between(10, 75)))]
        }
        (Tier::C, MailDue) => vec![
            reached(Channel::Email, due.plus_months(-1).plus(-random.between(0, 2))),
            reached(Channel::Call, ago(random.between(45, 110))),
        ],
        (Tier::C, _) => {
            vec![reached(Channel::Email, ago(random.between(2, 22))), reached(Channel::Call, ago(random.between(40, 110)))]
        }
    }
}

fn touch(set: &Setting<'_>, channel: Channel, day: Day, outcome: Outcome, people: usize, random: &mut Random) -> DemoTouch {
    let section = match (channel, outcome) {
        (_, Outcome::NoAnswer) => "notes-no-answer",
        (Channel::Visit, _) => "notes-visit",
        (Channel::Meeting, _) => "notes-meeting",
        (Channel::Message, _) => "notes-message",
        (Channel::Email | Channel::Letter, _) => "notes-email",
        _ => "notes-call",
    };
    // Sometimes the same talk was held online or in writing; only a call that counts as one is replaced by something richer.
    let channel =
        if channel == Channel::Call && outcome == Outcome::Reached && random.chance(0.08) { Channel::Meeting } else { channel };
    let note: Option<Text> = random.chance(0.6).then(|| random.pick(set.texts.list(section)).into());
    let minutes = match channel {
        Channel::Visit => Some(i64::from(random.between(3, 9)) * 10),
        Channel::Meeting => Some(i64::from(random.between(4, 12)) * 5),
        Channel::Call if outcome == Outcome::Reached => Some(i64::from(random.between(4, 25))),
        _ => None,
    };
    let incoming = channel == Channel::Call && outcome == Outcome::Reached && random.chance(0.15);
    DemoTouch {
        at: set.moment(day, random),
        channel,
        direction: if incoming { Direction::In } else { Direction::Out },
        outcome,
        minutes,
        note,
        person: (people > 0)
            .then(|| if random.chance(0.75) { 0 } else { random.between(0, people as i32 - 1).unsigned_abs() as usize }),
        flag: None,
    }
}
