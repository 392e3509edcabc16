//! Clocks of cases worked out by hand (S74, S75): when each limit falls due and whether it was kept.
//! Every row says why. Times are those of the row's zone in 2026 unless a year stands before them; one with `Z` is UTC.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use touchbase::domain::complaint::{CaseEvent, CaseRow, Limit, Reading, clock};
use touchbase::domain::day::{Day, Moment};
use touchbase::domain::id::Id;
use touchbase::domain::words::*;
use touchbase::domain::zone::{Holidays, Hours, WorkingTime};

/// Where and when somebody works.
struct Setting {
    zone: Tz,
    time: WorkingTime,
}

/// Monday to Friday and the weekend, as hours of a day.
fn week(workdays: &str, weekend: &str) -> Hours {
    let day = |text| Hours::parse_day(text).unwrap();
    Hours(std::array::from_fn(|n| day(if n < 5 { workdays } else { weekend })))
}

fn setting(name: &str) -> Setting {
    let own = |zone: Tz, hours: Hours| Setting { zone, time: WorkingTime::new(hours, &[], Holidays::default()) };
    let office = || week("09:00-18:00", "");
    let always = || week("0:00-24:00", "0:00-24:00");
    let date = |month, day| Day::ymd(2026, month, day).unwrap();
    match name {
        // Monday to Friday 9 to 18 without holidays: most rows.
        "office" => own(Tz::Asia__Shanghai, office()),
        "china" => Setting {
            zone: Tz::Asia__Shanghai,
            time: WorkingTime::new(office(), &[], Holidays::parse(Holidays::CN_2026).unwrap()),
        },
        // On leave Tuesday 24 and Wednesday 25 November, under a policy whose clocks leave stops.
        "leave" => Setting {
            zone: Tz::Asia__Shanghai,
            time: WorkingTime::new(office(), &[(date(11, 24), date(11, 25))], Holidays::default()),
        },
        "lunch" => own(Tz::Asia__Shanghai, week("09:00-12:00, 13:00-18:00", "")),
        "always" => own(Tz::Asia__Shanghai, always()),
        "never" => own(Tz::Asia__Shanghai, week("", "")),
        "saturday" => own(
            Tz::Asia__Shanghai,
            Hours(std::array::from_fn(|n| Hours::parse_day(if n == 5 { "0:00-24:00" } else { "" }).unwrap())),
        ),
        "nights" => own(Tz::Asia__Shanghai, week("0:00-6:00, 22:00-24:00", "0:00-6:00, 22:00-24:00")),
        "berlin" => own(Tz::Europe__Berlin, office()),
        "berlin always" => own(Tz::Europe__Berlin, always()),
        // Both shifts touch the hour that the clocks skip.
        "berlin early" => own(Tz::Europe__Berlin, week("", "01:00-02:30, 03:00-04:00")),
        "new york" => own(Tz::America__New_York, office()),
        "new york always" => own(Tz::America__New_York, always()),
        "kathmandu" => {
            let open = || Hours::parse_day("10:00-17:00").unwrap();
            // Saturday is the day of rest.
            own(Tz::Asia__Kathmandu, Hours(std::array::from_fn(|n| if n == 5 { vec![] } else { open() })))
        }
        other => panic!("no setting {other}"),
    }
}

fn moment(text: &str, zone: Tz) -> Moment {
    let text = text.trim();
    let (plain, utc) = text.strip_suffix('Z').map_or((text, false), |t| (t, true));
    let dated = if plain.len() < 16 { format!("2026-{plain}") } else { plain.to_owned() };
    let full = if dated.len() == 16 { format!("{dated}:00") } else { dated };
    let local = NaiveDateTime::parse_from_str(&full, "%Y-%m-%d %H:%M:%S").unwrap_or_else(|e| panic!("{text}: {e}"));
    if utc { Moment(local.and_utc().timestamp()) } else { Day::from(local.date()).at(local.time(), zone) }
}

/// `acknowledge 11-23 11:30; #1 note 11-23 11:30`: in the order they were typed; `#1` takes the place of the first.
fn log(text: &str, zone: Tz) -> Vec<CaseEvent> {
    let written = text.split(';').map(str::trim).filter(|t| !t.is_empty()).enumerate();
    written
        .map(|(n, event)| {
            let (corrects, event) = match event.strip_prefix('#') {
                Some(rest) => {
                    let (which, rest) = rest.split_once(' ').unwrap();
                    (Some(Id(which.parse().unwrap())), rest)
                }
                None => (None, event),
            };
            let (kind, at) = event.split_once(' ').unwrap();
            let kind = CaseEventKind::parse(kind).unwrap_or_else(|| panic!("{kind}"));
            let rating = (kind == CaseEventKind::Close).then_some(touchbase::domain::complaint::Rating::Mark(4));
            CaseEvent {
                id: Id(n as i64 + 1),
                kind,
                at: moment(at, zone),
                rating,
                promised: None,
                channel: None,
                corrects,
                minutes: None,
            }
        })
        .collect()
}

fn case(opened: Moment, events: Vec<CaseEvent>) -> CaseRow {
    CaseRow {
        id: Id(1),
        no: 1,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened,
        channel: None,
        text: String::new(),
        cause: None,
        tier: None,
        response_hours: None,
        policy: None,
        person: None,
        other: None,
        remedy: None,
        begun: CaseStatus::Registered,
        events,
    }
}

/// `running`, `paused`, `met`, `late`, and `late, paused`.
fn state(reading: &Reading) -> &'static str {
    match (reading.met, reading.paused) {
        (Some(true), _) => "met",
        (Some(false), true) => "late, paused",
        (Some(false), false) => "late",
        (None, true) => "paused",
        (None, false) => "running",
    }
}

/// Why; where; limits; opened; what was typed; now; first response; solution.
type Worked = [&'static str; 8];

/// The usual limits.
const USUAL: &str = "2h business, 24h calendar";

fn check(rows: &[Worked]) {
    for [why, place, limits, opened, typed, now, first, solution] in rows {
        let Setting { zone, time } = setting(place);
        let now = moment(now, zone);
        let row = case(moment(opened, zone), log(typed, zone));
        let progress = row.progress(now);
        let (first_limit, solution_limit) = limits.split_once(',').unwrap();
        let limit = |text: &str| Limit::parse(text).unwrap_or_else(|| panic!("{text}"));
        let read = |limit, run| clock::read(limit, &run, &time, zone, now);
        let mut found = vec![read(limit(first_limit), progress.first_run(&row).unwrap())];
        let rounds: Vec<Reading> =
            progress.solution_runs(&row).into_iter().map(|run| read(limit(solution_limit), run)).collect();
        let broken = rounds.iter().any(Reading::is_breached);
        let present = rounds.last().unwrap();
        found.push(Reading { met: if broken { Some(false) } else { present.met }, ..*present });
        for (name, reading, expected) in [("first", &found[0], first), ("solution", &found[1], solution)] {
            let (due, expected_state) = split(expected);
            let at = |m: Moment| m.local(zone).format("%a %Y-%m-%d %H:%M:%S %Z").to_string();
            let told = format!("{} {}", at(reading.due), state(reading));
            assert_eq!(told, format!("{} {expected_state}", at(moment(due, zone))), "{name}: {why}");
        }
    }
}

/// `11-23 12:00 late, paused` as moment and state.
fn split(expected: &str) -> (&str, &str) {
    let at = expected.find(|c: char| c.is_ascii_lowercase()).unwrap();
    (expected[..at].trim(), &expected[at..])
}

#[test]
#[rustfmt::skip]
fn s074_s075_nights_weekends_and_breaks() {
    // 23 November 2026 is a Monday.
    check(&[
        // why, where, limits, opened, typed, now, first response, solution
        ["10 + 2 h", "office", USUAL, "11-23 10:00", "", "11-23 11:00", "11-23 12:00 running", "11-24 10:00 running"],
        ["the limit itself keeps it", "office", USUAL, "11-23 10:00", "", "11-23 12:00", "11-23 12:00 running", "11-24 10:00 running"],
        ["a second later it is broken", "office", USUAL, "11-23 10:00", "", "11-23 12:00:01", "11-23 12:00 late", "11-24 10:00 running"],
        ["both limits themselves", "office", USUAL, "11-23 10:00", "acknowledge 11-23 12:00; resolve 11-24 10:00", "11-27 09:00", "11-23 12:00 met", "11-24 10:00 met"],
        ["both a second too late", "office", USUAL, "11-23 10:00", "acknowledge 11-23 12:00:01; resolve 11-24 10:00:01", "11-27 09:00", "11-23 12:00 late", "11-24 10:00 late"],
        ["1 h on Monday, 1 h on Tuesday", "office", USUAL, "11-23 17:00", "", "11-23 20:00", "11-24 10:00 running", "11-24 17:00 running"],
        ["2 h until closing end with it", "office", USUAL, "11-23 16:00", "", "11-23 17:00", "11-23 18:00 running", "11-24 16:00 running"],
        ["opened at closing: from 9; the closing minute is worked", "office", USUAL, "11-23 18:00", "", "11-23 19:00", "11-24 11:00 running", "11-24 18:00 running"],
        ["opened at night: from 9; 22:00 moves to 9", "office", USUAL, "11-23 22:00", "", "11-23 23:00", "11-24 11:00 running", "11-25 09:00 running"],
        ["half an hour on Friday, the rest on Monday; Saturday moves to Monday", "office", USUAL, "11-20 17:30", "", "11-22 12:00", "11-23 10:30 running", "11-23 09:00 running"],
        ["opened on Saturday", "office", USUAL, "11-21 12:00", "", "11-23 08:00", "11-23 11:00 running", "11-23 09:00 running"],
        ["the last second of Sunday; the last of Monday moves", "office", USUAL, "11-22 23:59:59", "", "11-23 08:00", "11-23 11:00 running", "11-24 09:00 running"],
        ["an hour before lunch, an hour after", "lunch", USUAL, "11-23 11:00", "", "11-23 12:30", "11-23 14:00 running", "11-24 11:00 running"],
        ["opened at lunch: from 13; 12:30 moves to 13", "lunch", USUAL, "11-23 12:30", "", "11-23 12:45", "11-23 15:00 running", "11-24 13:00 running"],
        ["ends as lunch begins", "lunch", USUAL, "11-23 10:00", "", "11-23 11:00", "11-23 12:00 running", "11-24 10:00 running"],
        ["0:30 before midnight, 1:30 after: one shift", "nights", USUAL, "11-23 23:30", "", "11-24 00:00", "11-24 01:30 running", "11-24 23:30 running"],
        ["4:00 + 2 h end with the shift; noon moves to 22:00", "nights", "2h business, 8h calendar", "11-23 04:00", "", "11-23 05:00", "11-23 06:00 running", "11-23 22:00 running"],
        ["a week that is never worked: all time counts", "never", USUAL, "11-23 22:00", "", "11-23 23:00", "11-24 00:00 running", "11-24 22:00 running"],
        ["and there a wait of 2 h counts whole", "never", USUAL, "11-23 22:00", "waiting 11-23 23:00; resume 11-24 01:00", "11-24 01:30", "11-24 02:00 running", "11-25 00:00 running"],
        ["and there 1d business is 24 hours", "never", "1d business, 2d business", "11-23 22:00", "", "11-23 23:00", "11-24 22:00 running", "11-25 22:00 running"],
    ]);
}

#[test]
#[rustfmt::skip]
fn s074_s075_holidays_and_make_up_days_of_china() {
    check(&[
        ["Saturday 14 Feb is worked: 1 h; the festival lasts until Monday 23", "china", USUAL, "02-14 17:00", "", "02-20 12:00", "02-24 10:00 running", "02-24 09:00 running"],
        ["Friday the 13th: half an hour, the rest on the worked Saturday", "china", USUAL, "02-13 17:30", "", "02-14 09:00", "02-14 10:30 running", "02-14 17:30 running"],
        ["Saturday 28 Feb is worked, Sunday 1 March is not", "china", USUAL, "02-27 18:30", "", "02-28 09:00", "02-28 11:00 running", "03-02 09:00 running"],
        ["New Year: 1 to 3 January off, Sunday the 4th worked", "china", USUAL, "2025-12-31 17:00", "", "01-02 12:00", "01-04 10:00 running", "01-04 09:00 running"],
        ["National Day: Wednesday evening to Thursday of the next week", "china", USUAL, "09-30 17:00", "", "10-05 12:00", "10-08 10:00 running", "10-08 09:00 running"],
        ["Saturday 10 October is worked", "china", USUAL, "10-09 17:59", "", "10-10 09:00", "10-10 10:59 running", "10-10 17:59 running"],
        ["Sunday 20 September is worked", "china", USUAL, "09-20 09:00", "", "09-20 10:00", "09-20 11:00 running", "09-21 09:00 running"],
        ["opened in the holiday of May: from Wednesday the 6th", "china", USUAL, "05-01 10:00", "", "05-03 10:00", "05-06 11:00 running", "05-06 09:00 running"],
        ["five working days around the festival: 13, 14, 24, 25, 26 Feb", "china", "5d business, 5d business", "02-13 09:00", "", "02-20 09:00", "02-26 18:00 running", "02-26 18:00 running"],
        ["2027 has no data: Friday 1 October is worked", "china", USUAL, "2027-10-01 09:00", "", "2027-10-01 10:00", "2027-10-01 11:00 running", "2027-10-04 09:00 running"],
        ["own leave on Tuesday and Wednesday, where leave stops the clocks", "leave", USUAL, "11-23 17:00", "", "11-25 12:00", "11-26 10:00 running", "11-26 09:00 running"],
        ["a wait within leave takes nothing from the working time", "leave", USUAL, "11-23 17:00", "waiting 11-24 10:00; resume 11-24 16:00", "11-25 12:00", "11-26 10:00 running", "11-26 09:00 running"],
    ]);
}

#[test]
#[rustfmt::skip]
fn s074_s075_changes_of_the_clock_and_odd_offsets() {
    // Europe: 29 March 02:00 to 03:00, 25 October 03:00 to 02:00. New York: 8 March, 1 November, at 2.
    check(&[
        ["office hours lie outside the gap", "berlin", USUAL, "03-27 17:00", "", "03-28 12:00", "03-30 10:00 running", "03-30 09:00 running"],
        ["24 hours over the gap end an hour later by the wall", "berlin always", USUAL, "03-28 12:00", "", "03-28 13:00", "03-28 14:00 running", "03-29 13:00 running"],
        ["half an hour before the gap, the rest after: 3:00 + 1:30", "berlin always", USUAL, "03-29 01:30", "", "03-29 03:30", "03-29 04:30 running", "03-30 02:30 running"],
        ["2:30 in the gap is read as 3:30", "berlin always", USUAL, "03-29 02:30", "", "03-29 04:00", "03-29 05:30 running", "03-30 03:30 running"],
        ["24 hours over the overlap end an hour earlier by the wall", "berlin always", USUAL, "10-24 12:00", "", "10-24 13:00", "10-24 14:00 running", "10-25 11:00 running"],
        ["2:30 for the first time", "berlin always", USUAL, "10-25 00:30Z", "", "10-25 01:00Z", "10-25 03:30 running", "10-26 01:30 running"],
        ["2:30 for the second time", "berlin always", USUAL, "10-25 01:30Z", "", "10-25 02:00Z", "10-25 04:30 running", "10-26 02:30 running"],
        ["1d business is 24 hours of work, whatever the wall says", "berlin always", "1d business, 1d business", "10-24 12:00", "", "10-25 10:00", "10-25 11:00 running", "10-25 11:00 running"],
        ["a wait of real hours over the gap: 1:00 to 4:00 are 2", "berlin always", USUAL, "03-29 00:00", "waiting 03-29 01:00; resume 03-29 04:00", "03-29 04:30", "03-29 05:00 running", "03-30 03:00 running"],
        ["Sunday's early shift is 1:00 to 3:30 (1:30 h), then to 4:00: 2 h end with it", "berlin early", USUAL, "03-28 12:00", "", "03-28 13:00", "03-29 04:00 running", "04-04 01:00 running"],
        ["New York, Friday to Monday", "new york", USUAL, "03-06 17:30", "", "03-08 12:00", "03-09 10:30 running", "03-09 09:00 running"],
        ["New York over the gap", "new york always", USUAL, "03-07 12:00", "", "03-07 13:00", "03-07 14:00 running", "03-08 13:00 running"],
        ["New York over the overlap", "new york always", USUAL, "10-31 12:00", "", "10-31 13:00", "10-31 14:00 running", "11-01 11:00 running"],
        ["two days over the overlap end on Sunday at 9 and move", "new york", "2h business, 2d calendar", "10-30 10:00", "", "10-30 11:00", "10-30 12:00 running", "11-02 09:00 running"],
        ["UTC+5:45: Friday 16:15, 45 minutes; Saturday is free", "kathmandu", USUAL, "11-20 16:15", "", "11-21 12:00", "11-22 11:15 running", "11-22 10:00 running"],
        ["the same in UTC", "kathmandu", USUAL, "11-20 10:30Z", "", "11-21 12:00Z", "11-22 05:30Z running", "11-22 04:15Z running"],
    ]);
}

#[test]
#[rustfmt::skip]
fn s075_pauses() {
    check(&[
        ["an hour's wait", "office", USUAL, "11-23 10:00", "waiting 11-23 10:30; resume 11-23 11:30", "11-23 12:00", "11-23 13:00 running", "11-24 11:00 running"],
        ["over closing: 0:30 worked, then from 9:30; calendar adds 16:30 and moves from Wednesday 9:00", "office", USUAL, "11-23 16:30", "waiting 11-23 17:00; resume 11-24 09:30", "11-24 10:00", "11-24 11:00 running", "11-25 09:00 running"],
        ["at night only: no working time lost; calendar adds 13 h: Wednesday 6:00 moves", "office", USUAL, "11-23 17:00", "waiting 11-23 19:00; resume 11-24 08:00", "11-24 08:30", "11-24 10:00 running", "11-25 09:00 running"],
        ["begins before opening, ends after: the hour that is left runs from 9:45", "office", USUAL, "11-23 17:00", "waiting 11-24 08:00; resume 11-24 09:45", "11-24 10:00", "11-24 10:45 running", "11-25 09:00 running"],
        ["over a weekend: 1 h worked; calendar Saturday 15:00 + 68 h", "office", USUAL, "11-20 15:00", "waiting 11-20 16:00; resume 11-23 12:00", "11-23 12:30", "11-23 13:00 running", "11-24 11:00 running"],
        ["over lunch: 0:30 left before, 1:30 from 13:30", "lunch", USUAL, "11-23 11:00", "waiting 11-23 11:30; resume 11-23 13:30", "11-23 14:00", "11-23 15:00 running", "11-24 13:00 running"],
        ["from the moment it was opened", "office", USUAL, "11-23 10:00", "waiting 11-23 10:00; resume 11-23 11:00", "11-23 12:00", "11-23 13:00 running", "11-24 11:00 running"],
        ["begins with the limit: nothing was late, nothing is left", "office", USUAL, "11-23 10:00", "waiting 11-23 12:00; resume 11-23 14:00", "11-23 14:00", "11-23 14:00 running", "11-24 12:00 running"],
        ["and a second after it is over the limit is broken", "office", USUAL, "11-23 10:00", "waiting 11-23 12:00; resume 11-23 14:00", "11-23 14:00:01", "11-23 14:00 late", "11-24 12:00 running"],
        ["begins with the limit and lasts", "office", USUAL, "11-23 10:00", "waiting 11-23 12:00", "11-23 16:00", "11-23 16:00 paused", "11-24 14:00 paused"],
        ["begins with a limit that is the closing", "office", USUAL, "11-23 16:00", "waiting 11-23 18:00; resume 11-24 10:00", "11-24 10:00", "11-24 10:00 running", "11-25 09:00 running"],
        ["begins after such a limit: that stays broken", "office", USUAL, "11-23 16:00", "waiting 11-23 19:00; resume 11-24 10:00", "11-24 10:00", "11-23 18:00 late", "11-25 09:00 running"],
        ["begins with the calendar limit", "office", USUAL, "11-23 10:00", "acknowledge 11-23 10:30; waiting 11-24 10:00; resume 11-24 15:00", "11-24 15:00", "11-23 12:00 met", "11-24 15:00 running"],
        ["begins between the calendar limit and the opening it moved to: the limit is not reached inside", "office", USUAL, "11-20 20:00", "acknowledge 11-20 20:01; waiting 11-22 10:00; resume 11-23 15:00", "11-23 15:00", "11-23 11:00 met", "11-23 15:00 running"],
        ["begins a second after the limit", "office", USUAL, "11-23 10:00", "waiting 11-23 12:00:01; resume 11-23 14:00", "11-23 15:00", "11-23 12:00 late", "11-24 11:59:59 running"],
        ["begins after the breach and lasts", "office", USUAL, "11-23 10:00", "waiting 11-24 11:00", "11-24 15:00", "11-23 12:00 late, paused", "11-24 10:00 late, paused"],
        ["three: 0:30 + 0:30 + 0:15", "office", USUAL, "11-23 09:00", "waiting 11-23 09:30; resume 11-23 10:00; waiting 11-23 10:30; resume 11-23 11:00; waiting 11-23 11:15; resume 11-23 11:30", "11-23 12:00", "11-23 12:15 running", "11-24 10:15 running"],
        ["two that touch", "office", USUAL, "11-23 09:30", "waiting 11-23 10:00; resume 11-23 10:30; waiting 11-23 10:30; resume 11-23 11:00", "11-23 12:00", "11-23 12:30 running", "11-24 10:30 running"],
        ["one of no length", "office", USUAL, "11-23 10:00", "waiting 11-23 11:00; resume 11-23 11:00", "11-23 11:30", "11-23 12:00 running", "11-24 10:00 running"],
        ["a second one within is no pause of its own", "office", USUAL, "11-23 10:00", "waiting 11-23 10:30; waiting 11-23 11:00; resume 11-23 11:30", "11-23 12:00", "11-23 13:00 running", "11-24 11:00 running"],
        ["never resumed: an hour left from now; calendar + 52 h", "office", USUAL, "11-23 10:00", "waiting 11-23 11:00", "11-25 15:00", "11-25 16:00 paused", "11-26 14:00 paused"],
        ["never resumed, read at night: the hour begins at 9", "office", USUAL, "11-23 10:00", "waiting 11-23 11:00", "11-23 22:00", "11-24 10:00 paused", "11-25 09:00 paused"],
        ["ended by an offer, which is the first answer too", "office", USUAL, "11-23 10:00", "waiting 11-23 11:00; propose 11-23 15:00", "11-23 16:30", "11-23 16:00 met", "11-24 14:00 met"],
        ["ended by a refusal: it lies within the time the client thought about the offer", "office", USUAL, "11-23 10:00", "propose 11-23 10:30; waiting 11-23 11:00; reject 11-23 14:00", "11-23 15:00", "11-23 12:00 met", "11-24 13:30 running"],
        ["ended by the solution", "office", USUAL, "11-23 10:00", "waiting 11-23 11:00; resolve 11-24 09:30", "11-24 10:00", "11-24 10:30 met", "11-25 09:00 met"],
        ["answered while waiting: the second clock waits on", "office", USUAL, "11-23 10:00", "waiting 11-23 10:30; acknowledge 11-24 09:05", "11-24 12:00", "11-24 10:35 met", "11-25 11:30 paused"],
        ["answered while waiting, which ends later", "office", USUAL, "11-23 10:00", "waiting 11-23 10:30; acknowledge 11-24 09:05; resume 11-24 12:00", "11-24 13:00", "11-24 10:35 met", "11-25 11:30 running"],
        ["years of waiting", "office", USUAL, "2016-11-23 10:00", "waiting 2016-11-23 11:00", "11-23 10:00", "11-23 11:00 paused", "11-24 09:00 paused"],
    ]);
}

#[test]
#[rustfmt::skip]
fn s074_s080_answers_offers_and_rounds() {
    check(&[
        ["tries and notes stop nothing", "office", USUAL, "11-23 10:00", "attempt 11-23 10:30; note 11-23 11:00", "11-23 12:30", "11-23 12:00 late", "11-24 10:00 running"],
        ["an offer is an answer and stops the second clock", "office", USUAL, "11-23 10:00", "propose 11-23 11:00", "11-27 09:00", "11-23 12:00 met", "11-24 10:00 met"],
        ["put right without an offer, at the limit", "office", USUAL, "11-23 10:00", "resolve 11-24 10:00", "11-27 09:00", "11-23 12:00 late", "11-24 10:00 met"],
        ["refused once: 2 h of thought", "office", USUAL, "11-23 10:00", "propose 11-23 11:00; reject 11-23 13:00", "11-23 14:00", "11-23 12:00 met", "11-24 12:00 running"],
        ["refused twice: 2 h + 18 h; Wednesday 6:00 moves", "office", USUAL, "11-23 10:00", "propose 11-23 11:00; reject 11-23 13:00; propose 11-23 15:00; reject 11-24 09:00", "11-24 09:30", "11-23 12:00 met", "11-25 09:00 running"],
        ["refused at once", "office", USUAL, "11-23 10:00", "propose 11-23 11:00; reject 11-23 11:00", "11-23 11:30", "11-23 12:00 met", "11-24 10:00 running"],
        ["offered at the limit and refused: nothing is left", "office", USUAL, "11-23 10:00", "acknowledge 11-23 10:05; propose 11-24 10:00; reject 11-24 16:00", "11-24 16:00", "11-23 12:00 met", "11-24 16:00 running"],
        ["offered too late and refused: broken before", "office", USUAL, "11-23 10:00", "propose 11-24 11:00; reject 11-24 12:00", "11-24 13:00", "11-23 12:00 late", "11-24 10:00 late"],
        ["a better offer without a refusal: the first one counts", "office", USUAL, "11-23 10:00", "propose 11-23 12:00; propose 11-24 16:00", "11-25 09:00", "11-23 12:00 met", "11-24 10:00 met"],
        ["agreed after a refusal: the second offer counts, 2 h of thought out", "office", USUAL, "11-23 10:00", "propose 11-23 11:00; reject 11-23 13:00; propose 11-24 12:00; resolve 11-26 12:00", "11-27 12:00", "11-23 12:00 met", "11-24 12:00 met"],
        ["reopened: a limit of its own", "office", USUAL, "11-23 10:00", "resolve 11-23 12:00; reopen 11-25 10:00", "11-25 11:00", "11-23 12:00 met", "11-26 10:00 running"],
        ["reopened after a breach: it stays visible", "office", USUAL, "11-23 10:00", "acknowledge 11-23 11:00; resolve 11-25 12:00; reopen 11-26 10:00", "11-26 11:00", "11-23 12:00 met", "11-27 10:00 late"],
        ["put right in time the second time: still visible", "office", USUAL, "11-23 10:00", "acknowledge 11-23 11:00; resolve 11-25 12:00; reopen 11-26 10:00; resolve 11-26 11:00", "11-27 11:00", "11-23 12:00 met", "11-27 10:00 late"],
        ["closed and reopened twice", "office", USUAL, "11-23 10:00", "resolve 11-23 11:00; close 11-23 12:00; reopen 11-24 10:00; resolve 11-24 11:00; close 11-24 12:00; reopen 11-26 09:00", "11-26 10:00", "11-23 12:00 met", "11-27 09:00 running"],
        ["a wait of the first round is none of the second", "office", USUAL, "11-23 10:00", "acknowledge 11-23 10:10; waiting 11-23 11:00; resume 11-23 13:00; resolve 11-23 14:00; reopen 11-25 10:00", "11-25 11:00", "11-23 12:00 met", "11-26 10:00 running"],
        ["the breach is visible after the answer and the closing", "office", USUAL, "11-23 10:00", "acknowledge 11-23 13:00; resolve 11-25 12:00; follow-up 11-26 12:00; close 11-27 12:00", "11-30 12:00", "11-23 12:00 late", "11-24 10:00 late"],
        ["a refusal of nothing changes nothing", "office", USUAL, "11-23 10:00", "reject 11-23 10:30", "11-23 11:00", "11-23 12:00 running", "11-24 10:00 running"],
    ]);
}

#[test]
#[rustfmt::skip]
fn s082_the_log_is_read_by_when_things_happened() {
    check(&[
        ["entered two days later: the answer was in time", "office", USUAL, "11-23 10:00", "note 11-25 09:00; acknowledge 11-23 11:30", "11-25 10:00", "11-23 12:00 met", "11-24 10:00 late"],
        ["a wait entered end first", "office", USUAL, "11-23 10:00", "resume 11-23 11:30; waiting 11-23 10:30", "11-23 12:00", "11-23 13:00 running", "11-24 11:00 running"],
        ["a refusal entered before the offer it refused", "office", USUAL, "11-23 10:00", "reject 11-23 13:00; propose 11-23 11:00", "11-23 14:00", "11-23 12:00 met", "11-24 12:00 running"],
        ["what is still to come is not known yet", "office", USUAL, "11-23 10:00", "acknowledge 11-23 11:30", "11-23 11:29:59", "11-23 12:00 running", "11-24 10:00 running"],
        ["corrected: it was earlier", "office", USUAL, "11-23 10:00", "acknowledge 11-23 13:00; #1 acknowledge 11-23 11:30", "11-23 14:00", "11-23 12:00 met", "11-24 10:00 running"],
        ["the correction corrected", "office", USUAL, "11-23 10:00", "acknowledge 11-23 11:30; #1 acknowledge 11-23 13:00; #2 acknowledge 11-23 11:50", "11-23 14:00", "11-23 12:00 met", "11-24 10:00 running"],
        ["withdrawn: it was only a note", "office", USUAL, "11-23 10:00", "acknowledge 11-23 11:30; #1 note 11-23 11:30", "11-23 12:30", "11-23 12:00 late", "11-24 10:00 running"],
        ["between what was written and what was so", "office", USUAL, "11-23 10:00", "acknowledge 11-23 11:00; #1 acknowledge 11-23 11:45", "11-23 11:30", "11-23 12:00 running", "11-24 10:00 running"],
        ["corrected among others of its minute it keeps its place: offered, then refused", "office", USUAL, "11-23 10:00", "propose 11-23 11:00; reject 11-23 11:00; #1 propose 11-23 11:00", "11-23 11:30", "11-23 12:00 met", "11-24 10:00 running"],
        ["the end of a wait corrected", "office", USUAL, "11-23 10:00", "waiting 11-23 10:30; resume 11-23 11:00; #2 resume 11-23 11:30", "11-23 12:00", "11-23 13:00 running", "11-24 11:00 running"],
        ["corrections that lead round in a circle take each other away", "office", USUAL, "11-23 10:00", "#2 acknowledge 11-23 11:00; #1 acknowledge 11-23 11:30; note 11-23 11:40", "11-23 12:30", "11-23 12:00 late", "11-24 10:00 running"],
    ]);
}

#[test]
#[rustfmt::skip]
fn s075_limits_of_every_unit() {
    check(&[
        ["15 minutes on Monday, 15 on Tuesday; a day is 9 hours", "office", "30m business, 1d business", "11-23 17:45", "", "11-23 18:00", "11-24 09:15 running", "11-24 17:45 running"],
        ["with a lunch break a day is 8 hours: 6 on Monday, 2 on Tuesday", "lunch", "8h business, 1d business", "11-23 11:00", "", "11-23 12:00", "11-24 11:00 running", "11-24 11:00 running"],
        ["90 minutes until closing; 27 hours: 1:30 + 9 + 9 + 7:30", "office", "90m business, 3d business", "11-19 16:30", "", "11-19 17:00", "11-19 18:00 running", "11-24 16:30 running"],
        ["calendar hours end at night and move; a week keeps its hour", "office", "4h calendar, 7d calendar", "11-23 16:00", "", "11-23 17:00", "11-24 09:00 running", "11-30 16:00 running"],
        ["days of 24 hours have 24 hours", "always", "1d business, 1d calendar", "11-23 10:00", "", "11-23 12:00", "11-24 10:00 running", "11-24 10:00 running"],
        ["a day that is worked until 24:00 ends on the first moment of the next", "saturday", "24h business, 7d calendar", "11-22 00:00", "", "11-23 10:00", "11-29 00:00 running", "11-29 00:00 running"],
        ["300 working days are 60 weeks", "office", "300d business, 2h business", "11-23 09:00", "", "11-23 10:00", "2028-01-14 18:00 running", "11-23 11:00 running"],
        ["9999 working days are 1999 weeks and 4 days", "office", "9999d business, 9999d calendar", "11-23 09:00", "", "11-23 10:00", "2065-03-19 18:00 running", "2054-04-09 09:00 running"],
        ["nobody answered for 300 years", "office", USUAL, "1900-01-01 10:00", "", "2200-12-31 23:59:59", "1900-01-01 12:00 late", "1900-01-02 10:00 late"],
        ["300 years of waiting, one hour left: the last day of 2200 is a Wednesday", "office", USUAL, "1900-01-01 10:00", "waiting 1900-01-01 11:00", "2200-12-31 12:00", "2200-12-31 13:00 paused", "2201-01-01 11:00 paused"],
    ]);
}

#[test]
fn the_table_is_as_long_as_it_claims() {
    // The rows above stand one to a line.
    let rows = include_str!("complaint_clocks.rs").lines().filter(|l| l.starts_with("        [\"")).count();
    assert!(rows >= 100, "{rows} hand-worked cases");
}

#[test]
fn s075_whole_weeks_are_counted_like_single_days() {
    let Setting { zone, time } = setting("berlin");
    // 78527 Mondays to Fridays of nine hours; neither winter nor summer time touches them.
    let (from, to) = (moment("1900-01-01 10:00", zone), moment("2200-12-31 10:00", zone));
    assert_eq!(time.worked_seconds(from, to, zone), 78527 * 9 * 3600);
    // Where every hour is worked all of them count, also those that were skipped or came twice.
    let Setting { zone, time } = setting("berlin always");
    assert_eq!(time.worked_seconds(from, to, zone), to.0 - from.0);
    // Holidays and leave within.
    let Setting { zone, time } = setting("china");
    let day = |text| moment(text, zone);
    let by_day: i64 = (0..400)
        .map(|n| {
            let at = day("2025-12-20 00:00").day(zone).plus(n);
            time.worked_seconds(at.start(zone), at.plus(1).start(zone), zone)
        })
        .sum();
    let (first, last) = (day("2025-12-20 00:00"), day("2025-12-20 00:00").day(zone).plus(400).start(zone));
    assert_eq!(time.worked_seconds(first, last, zone), by_day);
}
