//! Who the clients of the sample are: names, people, how to reach them. What happened with them is in `history` and `money`.

use super::random::Random;
use super::situation::{self, Situation};
use super::texts::Texts;
use super::{DemoClient, DemoPerson, DemoTouch, Setting, Text};
use crate::domain::action::NewPoint;
use crate::domain::day::Day;
use crate::domain::quiet::QuietHours;
use crate::domain::words::*;
use crate::i18n::Lang;
use std::collections::HashSet;

/// Hands out names, each once.
pub(super) struct Names {
    used: HashSet<String>,
    listed: [usize; 3],
}

/// Which list a name comes from.
#[derive(Clone, Copy)]
enum From {
    Clients,
    Leads,
    Former,
}

struct Named {
    name: String,
    kind: ClientKind,
    industry: &'static str,
    region: &'static str,
}

impl Names {
    pub(super) fn new(set: &Setting<'_>) -> Names {
        Names { used: HashSet::with_capacity(set.options.clients), listed: [0; 3] }
    }

    fn next(&mut self, set: &Setting<'_>, from: From, random: &mut Random) -> Named {
        let section = ["clients", "leads", "former"][from as usize];
        let at = &mut self.listed[from as usize];
        if let Some(entry) = set.texts.list(section).get(*at).filter(|_| set.options.small) {
            *at += 1;
            let (name, industry, region) = Texts::parts(entry);
            let (name, kind) = name.strip_prefix("* ").map_or((name, ClientKind::Org), |n| (n, ClientKind::Person));
            self.used.insert(name.to_owned());
            return Named { name: name.to_owned(), kind, industry, region };
        }
        let (trade, industry, _) = Texts::parts(random.pick(set.texts.list("trades")));
        let region = random.pick(set.texts.list("regions"));
        let brand = random.pick(set.texts.list("brands"));
        let base = match set.texts.lang {
            Lang::Zh => format!("{region}{brand}{trade}"),
            Lang::En => format!("{brand} {trade} {region}"),
        };
        let mut name = base.clone();
        let mut n = 1;
        while !self.used.insert(name.clone()) {
            n += 1;
            name = match set.texts.lang {
                Lang::Zh => format!("{base}{n}店"),
                Lang::En => format!("{base} {n}"),
            };
        }
        Named { name, kind: ClientKind::Org, industry, region }
    }
}

/// An active client, without its history.
pub(super) fn active(
    set: &Setting<'_>,
    names: &mut Names,
    tier: Tier,
    situation: Situation,
    random: &mut Random,
) -> DemoClient {
    let today = set.today;
    let named = names.next(set, From::Clients, random);
    let span = (set.options.years.max(1) * 365).cast_signed();
    // Most have been there all the time; A for long, since they grew.
    let days = match (situation, tier) {
        (Situation::NeverTouched, _) => today.since(set.working.plus_months(-1)),
        (_, Tier::A) => span,
        _ if random.chance(0.75) => span,
        _ => random.between(span / 3, span).max(200),
    };
    let mut client = bare(set, named, Status::Active, today.plus(-days), random);
    let interval = match tier {
        Tier::A => 90,
        Tier::B => 180,
        Tier::C => 365,
    };
    let checked = match situation {
        Situation::Review => set.working.plus(-(interval + 5)),
        _ => today.plus(-random.between(3, interval - 25)),
    };
    client.reviewed_on = Some(if situation == Situation::NeverTouched { client.since } else { checked });
    client.potential = Some(if situation == Situation::NeverTouched { 4 } else { 3 });
    client.fit = Some(3);
    let more = match tier {
        Tier::A => random.between(1, 2),
        Tier::B => random.between(0, 1),
        Tier::C => 0,
    };
    for _ in 0..more {
        let person = person(set, &client.name, random);
        client.people.push(person);
    }
    client
}

/// A lead: the first has no next step, the others have one that is still ahead.
pub(super) fn lead(set: &Setting<'_>, names: &mut Names, n: usize, random: &mut Random) -> DemoClient {
    let named = names.next(set, From::Leads, random);
    let since = set.work_day(set.today.plus(-random.between(2, 20)));
    let mut client = bare(set, named, Status::Lead, since, random);
    client.touches.push(DemoTouch {
        at: set.moment(since, random),
        channel: Channel::Email,
        direction: Direction::In,
        outcome: Outcome::Reached,
        minutes: None,
        note: Some(random.pick(set.texts.list("leadnotes")).into()),
        person: Some(0),
        flag: None,
    });
    let without = if set.options.small { n == 0 } else { n.is_multiple_of(3) };
    if !without {
        let due = set.today.plus(random.between(1, 9));
        client.tasks.push(situation::task(set, TaskKind::Own, "own", due, random));
    }
    client
}

/// A client of former days: stopped, lost or asleep.
pub(super) fn former(set: &Setting<'_>, names: &mut Names, n: usize, random: &mut Random) -> DemoClient {
    let named = names.next(set, From::Former, random);
    let span = (set.options.years.max(1) * 365).cast_signed();
    let ended = set.work_day(set.today.plus(-random.between(40, 200)));
    let (status, why) = match n % 3 {
        0 => (Status::Stopped, Some("stopped")),
        1 => (Status::Lost, Some("lost")),
        _ => (Status::Dormant, None),
    };
    let mut client = bare(set, named, status, set.today.plus(-span.max(300)), random);
    client.status_on = ended;
    client.status_why = why.map(|section| random.pick(set.texts.list(section)).into());
    for days in [3, 40, 90] {
        client.touches.push(DemoTouch {
            at: set.moment(set.work_day(ended.plus(-days)), random),
            channel: Channel::Call,
            direction: Direction::Out,
            outcome: Outcome::Reached,
            minutes: Some(8),
            note: Some(random.pick(set.texts.list("notes-call")).into()),
            person: Some(0),
            flag: None,
        });
    }
    client
}

fn bare(set: &Setting<'_>, named: Named, status: Status, since: Day, random: &mut Random) -> DemoClient {
    let mut tags: Vec<Text> = Vec::new();
    for _ in 0..random.between(0, 2) {
        let tag = Text::from(random.pick(set.texts.list("tags")));
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags.sort();
    let mut first = person(set, &named.name, random);
    if named.kind == ClientKind::Person {
        first.name = named.name.split(['，', ',']).next().unwrap_or_default().to_owned();
    }
    let entries = set.texts.list("quiet").iter().map(|entry| Texts::parts(entry));
    let quiet = entries.filter(|(name, ..)| *name == named.name).find_map(|(_, hours, _)| QuietHours::parse(hours));
    let site = point(PointKind::Url, format!("https://{}", domain(&named.name)));
    DemoClient {
        name: named.name,
        kind: named.kind,
        status,
        status_on: since,
        status_why: None,
        industry: named.industry.into(),
        region: named.region.into(),
        size: random.pick(&["1-9", "10-49", "50-249", "250+"]).into(),
        need: Some(random.pick(set.texts.list("needs")).into()),
        source: Some(random.pick(set.texts.list("sources")).into()),
        since,
        potential: None,
        fit: None,
        quiet,
        reviewed_on: Some(since),
        tags,
        points: vec![site],
        people: vec![first],
        touches: Vec::new(),
        appointments: Vec::new(),
        tasks: Vec::new(),
        deferrals: Vec::new(),
        engagements: Vec::new(),
        invoices: Vec::new(),
        month_scores: Vec::new(),
        tier_changes: Vec::new(),
        surveys: Vec::new(),
        cases: Vec::new(),
        opportunities: Vec::new(),
        runs: Vec::new(),
        outcomes: Vec::new(),
        language: None,
        culture: None,
        care: Vec::new(),
        gifts: Vec::new(),
        consents: Vec::new(),
    }
}

fn point(kind: PointKind, value: String) -> NewPoint {
    NewPoint { kind, value, label: None }
}

/// A name under `example`, which belongs to nobody: mail sent by mistake goes nowhere.
fn domain(company: &str) -> String {
    let latin: String = company.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    if latin.len() >= 3 {
        return format!("{latin}.example");
    }
    let number = company.chars().fold(0u32, |n, c| n.wrapping_mul(31).wrapping_add(c as u32));
    format!("kehu{:04}.example", number % 10_000)
}

fn person(set: &Setting<'_>, company: &str, random: &mut Random) -> DemoPerson {
    let (first, last) = (random.pick(set.texts.list("first")), random.pick(set.texts.list("last")));
    let host = domain(company);
    let (name, phone, mail) = match set.texts.lang {
        Lang::Zh => (
            format!("{last}{first}"),
            format!("13{} {:04} {:04}", random.between(0, 9), random.between(0, 9999), random.between(0, 9999)),
            format!("contact{}@{host}", random.between(1, 99)),
        ),
        Lang::En => (
            format!("{first} {last}"),
            // A range that is kept for stories.
            format!("+44 7700 900{:03}", random.between(0, 999)),
            format!("{}.{}@{host}", first.to_ascii_lowercase(), last.to_ascii_lowercase()),
        ),
    };
    let mut points = vec![point(PointKind::Phone, phone), point(PointKind::Email, mail)];
    if set.texts.lang == Lang::Zh && random.chance(0.7) {
        points.push(point(PointKind::Wechat, format!("wx_{:06}", random.between(0, 999_999))));
    }
    let birthday = random.chance(0.3).then(|| {
        let year = random.chance(0.5).then(|| random.between(1965, 1998));
        (random.between(1, 12).unsigned_abs() as u8, random.between(1, 28).unsigned_abs() as u8, year)
    });
    DemoPerson { name, role: random.pick(set.texts.list("roles")).into(), points, birthday }
}
