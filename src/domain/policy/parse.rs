//! Reading and checking a policy text: every complaint names line and key. What the values mean is in `policy`.

use super::{PlannedContact, Policy, QueueRules, TierPlan, TierRules};
use super::{care, clients, complaints, effort, factors, risk};
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::words::Channel;
use crate::domain::zone::Hours;
use chrono::NaiveTime;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong with a policy, where.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyError {
    /// Line, from 1.
    pub line: usize,
    /// Dotted key, empty when the text is not TOML at all.
    pub key: String,
    /// What is wrong.
    pub what: Message,
}

impl PolicyError {
    /// The whole complaint; `name` is the file or policy it stands in.
    pub fn message(&self, name: &str) -> Message {
        let id = if self.key.is_empty() { "policy-bad" } else { "policy-bad-key" };
        Message::new(id)
            .with("name", name)
            .with("line", self.line)
            .with("key", self.key.as_str())
            .with("what", self.what.clone())
    }
}

/// One table of the text, with the path and the byte it begins at.
pub(super) struct Table<'a> {
    text: &'a str,
    pub(super) path: String,
    start: usize,
    table: &'a DeTable<'a>,
}

/// Perks of one tier, and characters of one.
const PERKS: usize = 20;
const PERK: usize = 200;

pub(super) type Read<T> = Result<T, PolicyError>;

impl<'a> Table<'a> {
    fn key(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    pub(super) fn bad<T>(&self, key: &str, value: Option<&Spanned<DeValue<'_>>>, what: Message) -> Read<T> {
        let line = line_of(self.text, value.map_or(self.start, |v| v.span().start));
        Err(PolicyError { line, key: self.key(key), what })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.iter().find(|(k, _)| k.get_ref().as_ref() == key).map(|(_, v)| v)
    }

    fn need(&self, key: &str) -> Read<&'a Spanned<DeValue<'a>>> {
        match self.get(key) {
            Some(value) => Ok(value),
            None => self.bad(key, None, Message::new("policy-missing")),
        }
    }

    pub(super) fn text(&self, key: &'static str) -> Read<&'a str> {
        let value = self.need(key)?;
        match value.get_ref() {
            DeValue::String(s) => Ok(s.as_ref()),
            _ => self.bad(key, Some(value), Message::new("policy-not-text")),
        }
    }

    pub(super) fn number(&self, key: &str, low: f64, high: f64) -> Read<f64> {
        let value = self.need(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(n) => n.to_string().parse().ok(),
            DeValue::Float(x) => x.as_str().parse().ok(),
            _ => None,
        };
        match number.filter(|x: &f64| (low..=high).contains(x)) {
            Some(x) => Ok(x),
            None => {
                let range = Message::new("policy-range").with("low", plain(low)).with("high", plain(high));
                self.bad(key, Some(value), range)
            }
        }
    }

    pub(super) fn whole(&self, key: &'static str, low: i32, high: i32) -> Read<i32> {
        let x = self.number(key, f64::from(low), f64::from(high))?;
        if x.fract() == 0.0 { Ok(x as i32) } else { self.bad(key, self.get(key), Message::new("policy-whole")) }
    }

    pub(super) fn flag(&self, key: &'static str) -> Read<bool> {
        let value = self.need(key)?;
        match value.get_ref() {
            DeValue::Boolean(b) => Ok(*b),
            _ => self.bad(key, Some(value), Message::new("policy-not-flag")),
        }
    }

    pub(super) fn table(&self, key: &'static str) -> Read<Table<'a>> {
        let value = self.need(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Ok(self.sub(self.key(key), value, table)),
            _ => self.bad(key, Some(value), Message::new("policy-not-table")),
        }
    }

    pub(super) fn sub(&self, path: String, value: &Spanned<DeValue<'_>>, table: &'a DeTable<'a>) -> Table<'a> {
        Table { text: self.text, path, start: value.span().start, table }
    }

    /// The keys there are, in alphabetical order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.table.iter().map(|(key, _)| key.get_ref().as_ref())
    }

    /// Refuses keys nobody asks for. Called before anything is read, so that a misspelled key is named and not the missing one.
    pub(super) fn only(&self, keys: &[&str]) -> Read<()> {
        for (key, value) in self.table.iter() {
            let name = key.get_ref().as_ref();
            if !keys.contains(&name) {
                let what = Message::new("policy-unknown").with("known", keys.join(", "));
                let error = self.bad(name, Some(value), what);
                return error.map_err(|e: PolicyError| PolicyError { line: line_of(self.text, key.span().start), ..e });
            }
        }
        Ok(())
    }
}

fn plain(x: f64) -> String {
    format!("{x}")
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|b| *b == b'\n').count() + 1
}

/// Reads a policy.
///
/// # Errors
/// The first thing that is wrong, with its line and key.
pub fn parse(text: &str) -> Result<Policy, PolicyError> {
    let root = DeTable::parse(text).map_err(|e| PolicyError {
        line: e.span().map_or(1, |s| line_of(text, s.start)),
        key: String::new(),
        what: Message::new("policy-not-toml").with("detail", e.message().lines().next().unwrap_or_default()),
    })?;
    let root = Table { text, path: String::new(), start: 0, table: root.get_ref() };
    root.only(&["name", "hours", "tiers", "queue", "plan", "complaints", "risk", "clients", "effort", "care", "messages"])?;
    let plan = root.table("plan")?;
    plan.only(&["meeting_satisfies_visit", "A", "B", "C"])?;
    let policy = Policy {
        name: root.text("name")?.to_owned(),
        hours: hours(&root.table("hours")?)?,
        meeting_satisfies_visit: plan.flag("meeting_satisfies_visit")?,
        tiers: tiers(&root.table("tiers")?)?,
        plans: [tier_plan(&plan.table("A")?)?, tier_plan(&plan.table("B")?)?, tier_plan(&plan.table("C")?)?],
        queue: queue(&root.table("queue")?)?,
        perks: perks(&root.table("tiers")?)?,
        complaints: complaints::read(&root)?,
        risk: risk::read(&root)?,
        clients: clients::read(&root)?,
        effort: effort::read(&root)?,
        care: care::care(&root)?,
        messages: care::messages(&root)?,
    };
    Ok(policy)
}

/// The days of the week as a policy names them.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn hours(table: &Table<'_>) -> Read<Hours> {
    table.only(&DAYS)?;
    let mut week: [Vec<_>; 7] = Default::default();
    for (day, key) in week.iter_mut().zip(DAYS) {
        match Hours::parse_day(table.text(key)?) {
            Ok(spans) => *day = spans,
            Err(what) => return table.bad(key, table.get(key), what),
        }
    }
    Ok(Hours(week))
}

fn tiers(table: &Table<'_>) -> Read<TierRules> {
    table.only(&[
        "a_share",
        "b_share",
        "a_at_most",
        "hysteresis",
        "half_life",
        "advice_below",
        "dormant_months",
        "pin_review",
        "potential_weight",
        "fit_weight",
        "expected_weight",
        "apply",
        "basis",
        "factor",
        "perks",
    ])?;
    let a_share = table.number("a_share", 0.01, 0.99)?;
    let b_share = table.number("b_share", 0.01, 1.0)?;
    if b_share <= a_share {
        return table.bad("b_share", table.get("b_share"), Message::new("policy-shares"));
    }
    let (potential_weight, fit_weight) = (table.number("potential_weight", 0.0, 1.0)?, table.number("fit_weight", 0.0, 1.0)?);
    if potential_weight + fit_weight >= 1.0 {
        // Together they would turn a value into nothing or less.
        return table.bad("fit_weight", table.get("fit_weight"), Message::new("policy-weights"));
    }
    let (basis, factors) = factors::read(table)?;
    let rules = TierRules {
        basis,
        factors,
        a_share,
        b_share,
        a_at_most: table.number("a_at_most", 0.01, 1.0)?,
        hysteresis: table.number("hysteresis", 0.0, 0.5)?,
        half_life: table.number("half_life", 1.0, 3650.0)?,
        advice_below: table.whole("advice_below", 0, 100_000)? as usize,
        dormant_months: table.whole("dormant_months", 1, 240)?,
        pin_review: table.whole("pin_review", 1, 3650)?,
        potential_weight,
        fit_weight,
        expected_weight: match table.get("expected_weight") {
            None => 0.5,
            Some(_) => table.number("expected_weight", 0.0, 1.0)?,
        },
        apply: match table.text("apply")? {
            "offer" => false,
            "policy" => true,
            _ => return table.bad("apply", table.get("apply"), Message::new("policy-apply")),
        },
    };
    Ok(rules)
}

/// `[tiers.perks]`, which may be missing, and each of its lists.
fn perks(tiers: &Table<'_>) -> Read<[Vec<String>; 3]> {
    let mut out: [Vec<String>; 3] = Default::default();
    if tiers.get("perks").is_none() {
        return Ok(out);
    }
    let table = tiers.table("perks")?;
    table.only(&["A", "B", "C"])?;
    for (list, key) in out.iter_mut().zip(["A", "B", "C"]) {
        let Some(value) = table.get(key) else { continue };
        match texts(value, PERK).filter(|t| t.len() <= PERKS) {
            Some(texts) => *list = texts,
            None => {
                let what = Message::new("policy-perks").with("most", PERKS).with("length", PERK);
                return table.bad(key, Some(value), what);
            }
        }
    }
    Ok(out)
}

/// A list of texts, none of them empty or longer than so many characters.
pub(super) fn texts(value: &Spanned<DeValue<'_>>, longest: usize) -> Option<Vec<String>> {
    let DeValue::Array(items) = value.get_ref() else { return None };
    let text = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
        DeValue::String(s) if !s.trim().is_empty() && s.chars().count() <= longest => Some(s.trim().to_owned()),
        _ => None,
    };
    items.iter().map(text).collect()
}

fn queue(table: &Table<'_>) -> Read<QueueRules> {
    table.only(&[
        "capacity",
        "minutes",
        "important",
        "urgent",
        "reviews",
        "renewal_lead",
        "invoice_reminders",
        "invoice_again",
        "payment_terms",
        "remind",
        "remind_visit",
        "weekly_review",
    ])?;
    // A text from before reminders: they come as the shipped policies say.
    let minutes = |key: &'static str, usual: i32| table.get(key).map_or(Ok(usual), |_| table.whole(key, 0, 720));
    let weekly_review = match table.get("weekly_review") {
        // A text from before the review.
        None => weekly("fri 14:00"),
        Some(value) => match table.text("weekly_review")? {
            "off" => None,
            text => match weekly(text) {
                Some(from) => Some(from),
                None => return table.bad("weekly_review", Some(value), Message::new("policy-weekly-review")),
            },
        },
    };
    let value = table.need("invoice_reminders")?;
    let reminders: Option<Vec<i32>> = match value.get_ref() {
        DeValue::Array(items) => items
            .iter()
            .map(|i| match i.get_ref() {
                DeValue::Integer(n) => n.to_string().parse().ok().filter(|n| (0..=3650).contains(n)),
                _ => None,
            })
            .collect(),
        _ => None,
    };
    let Some(invoice_reminders) = reminders.filter(|r| !r.is_empty() && r.is_sorted()) else {
        return table.bad("invoice_reminders", Some(value), Message::new("policy-reminders"));
    };
    let rules = QueueRules {
        capacity: table.whole("capacity", 1, 1000)? as usize,
        minutes: i64::from(table.whole("minutes", 1, 480)?),
        important: table.number("important", 0.0, 1.0)?,
        urgent: table.number("urgent", 0.0, 100.0)?,
        reviews: table.whole("reviews", 0, 1000)? as usize,
        renewal_lead: table.whole("renewal_lead", 0, 730)?,
        invoice_reminders,
        invoice_again: table.whole("invoice_again", 1, 365)?,
        payment_terms: table.whole("payment_terms", 0, 730)?,
        remind: minutes("remind", 15)?,
        remind_visit: minutes("remind_visit", 30)?,
        weekly_review,
    };
    Ok(rules)
}

/// `fri 14:00`.
fn weekly(text: &str) -> Option<(usize, NaiveTime)> {
    let (day, time) = text.trim().split_once(' ')?;
    let day = DAYS.iter().position(|name| *name == day)?;
    Some((day, NaiveTime::parse_from_str(time.trim(), "%H:%M").ok()?))
}

fn tier_plan(table: &Table<'_>) -> Read<TierPlan> {
    table.only(&["review", "survey", "contact"])?;
    let review = table.whole("review", 1, 3650)?;
    let survey = match table.get("survey") {
        // A text from before surveys: in both presets they come as often as the review.
        None => Interval::Days(review),
        Some(value) => match Interval::parse(table.text("survey")?) {
            Some(every) => every,
            None => return table.bad("survey", Some(value), Message::new("policy-interval")),
        },
    };
    let value = table.need("contact")?;
    let DeValue::Array(items) = value.get_ref() else {
        return table.bad("contact", Some(value), Message::new("policy-no-contact"));
    };
    let mut contacts: Vec<PlannedContact> = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let DeValue::Table(entry) = item.get_ref() else {
            return table.bad("contact", Some(item), Message::new("policy-not-table"));
        };
        let entry = table.sub(format!("{}.contact[{n}]", table.path), item, entry);
        entry.only(&["channel", "every", "grace"])?;
        let channel = match Channel::parse(entry.text("channel")?) {
            Some(c) if c != Channel::Unknown => c,
            _ => return entry.bad("channel", entry.get("channel"), Message::new("policy-channel")),
        };
        if contacts.iter().any(|c| c.channel == channel) {
            return entry.bad("channel", entry.get("channel"), Message::new("policy-twice"));
        }
        let Some(every) = Interval::parse(entry.text("every")?) else {
            return entry.bad("every", entry.get("every"), Message::new("policy-interval"));
        };
        contacts.push(PlannedContact { channel, every, grace: entry.whole("grace", 0, 365)? });
    }
    if contacts.is_empty() {
        // S135: whoever is served is promised something.
        return table.bad("contact", Some(value), Message::new("policy-no-contact"));
    }
    Ok(TierPlan { contacts, review, survey })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{AGENCY, PRESETS, SOLO, TierBasis, preset};
    use super::*;
    use crate::domain::words::Tier;

    #[test]
    fn s024_s025_s026_agency_promises_what_the_documents_say() {
        let p = parse(AGENCY).unwrap();
        let plan = |t: usize| {
            p.plans[t].contacts.iter().map(|c| format!("{} {} {}", c.channel.code(), c.every, c.grace)).collect::<Vec<_>>()
        };
        assert_eq!(plan(0), ["call 7d 1", "visit 1mo 5"]);
        assert_eq!(plan(1), ["call 14d 3", "visit 3mo 10"]);
        assert_eq!(plan(2), ["email 1mo 7"]);
        assert_eq!((p.plans[0].review, p.plans[1].review, p.plans[2].review), (90, 180, 365));
    }

    #[test]
    fn s044_surveys_come_by_tier_and_a_text_from_before_them_keeps_the_days_of_its_preset() {
        for (name, days) in [("agency", ["90d", "180d", "365d"]), ("solo", ["180d", "365d", "365d"])] {
            let text = preset(name).unwrap();
            assert_eq!(parse(text).unwrap().plans.map(|p| p.survey.to_string()), days, "{name}");
            let before: String = text.lines().filter(|l| !l.starts_with("survey")).map(|l| format!("{l}\n")).collect();
            assert!(before.len() < text.len());
            assert_eq!(parse(&before).unwrap(), parse(text).unwrap(), "{name}");
        }
        let own = AGENCY.replacen("survey = \"90d\"", "survey = \"6mo\"", 1);
        assert_eq!(parse(&own).unwrap().plans[0].survey, Interval::Months(6));
    }

    #[test]
    fn every_preset_is_valid_and_named_after_itself() {
        for (name, text) in PRESETS {
            assert_eq!(parse(text).unwrap().name, *name);
        }
        assert!(parse(SOLO).unwrap().meeting_satisfies_visit);
    }

    #[test]
    fn a_mistake_names_its_line_and_key() {
        let cases = [
            ("a_share = 0.80", "a_share = 80", "tiers.a_share", "policy-range"),
            ("grace = 1\n", "grace = \"one\"\n", "plan.A.contact[0].grace", "policy-range"),
            ("every = \"7d\"", "every = \"weekly\"", "plan.A.contact[0].every", "policy-interval"),
            ("channel = \"call\"", "chanel = \"call\"", "plan.A.contact[0].chanel", "policy-unknown"),
            ("channel = \"call\"\n", "", "plan.A.contact[0].channel", "policy-missing"),
            ("survey = \"90d\"", "survey = 90", "plan.A.survey", "policy-not-text"),
            ("survey = \"90d\"", "survey = \"often\"", "plan.A.survey", "policy-interval"),
            ("capacity = 6", "capacity = 6\ncapacty = 7", "queue.capacty", "policy-unknown"),
            ("fit_weight = 0.15", "fit_weight = 0.75", "tiers.fit_weight", "policy-weights"),
            ("apply = \"offer\"", "apply = \"ask\"", "tiers.apply", "policy-apply"),
            ("apply = \"offer\"", "apply = \"offer\"\nperks = { A = [1] }", "tiers.perks.A", "policy-perks"),
            ("apply = \"offer\"", "apply = \"offer\"\nperks = { D = [\"x\"] }", "tiers.perks.D", "policy-unknown"),
            ("name = \"agency\"", "name = agency", "", "policy-not-toml"),
        ];
        for (good, bad, key, id) in cases {
            let text = AGENCY.replacen(good, bad, 1);
            let e = parse(&text).unwrap_err();
            assert_eq!((e.key.as_str(), e.what.id), (key, id), "{bad}");
            assert!(e.line > 1 && e.line <= text.lines().count());
        }
        let e = parse(&AGENCY.replacen("every = \"7d\"", "every = \"x\"", 1)).unwrap_err();
        let line = AGENCY.lines().position(|l| l == "every = \"7d\"").unwrap() + 1;
        assert_eq!(e.line, line);
    }

    #[test]
    fn s085_perks_are_read_where_a_policy_names_some() {
        assert!(parse(AGENCY).unwrap().perks.iter().all(Vec::is_empty));
        let text = format!("{AGENCY}\n[tiers.perks]\nA = [\" first choice of dates \", \"专属客户经理\"]\n");
        let policy = parse(&text).unwrap();
        assert_eq!(policy.perks(Some(Tier::A)), ["first choice of dates", "专属客户经理"]);
        assert!(policy.perks(Some(Tier::B)).is_empty() && policy.perks(None).is_empty());
        // The examples of the shipped texts are valid once their marks are taken away.
        for text in [AGENCY, SOLO] {
            let open = text.replace("# [tiers.perks]", "[tiers.perks]").replace("# A = [", "A = [").replace("# B = [", "B = [");
            assert_eq!(parse(&open).unwrap().perks(Some(Tier::A)).len(), 3);
        }
    }

    #[test]
    fn s035_factors_are_read_and_a_mistake_in_one_names_its_line_and_key() {
        let text = preset("ops").unwrap();
        let rules = parse(text).unwrap().tiers;
        let names: Vec<&str> = rules.factors.iter().map(|f| f.factor.code()).collect();
        assert_eq!((rules.basis, names), (TierBasis::Factors, vec!["sales", "size", "effort"]));
        assert_eq!(rules.factors[1].number_of(" 50-249 "), Some(5.0));
        assert_eq!(rules.factors[1].number_of("Huge"), None);
        let cases = [
            ("basis = \"factors\"", "basis = \"factor\"", "tiers.basis", "policy-choice"),
            ("name = \"sales\"", "name = \"turnover\"", "tiers.factor[0].name", "policy-choice"),
            ("weight = 60", "weight = -1", "tiers.factor[0].weight", "policy-range"),
            ("window = \"12mo\"", "window = \"12 moons\"", "tiers.factor[0].window", "policy-interval"),
            ("transform = \"share\"", "transform = \"shares\"", "tiers.factor[0].transform", "policy-choice"),
            ("missing = \"neutral\"", "missing = \"mean\"", "tiers.factor[0].missing", "policy-choice"),
            ("missing = \"neutral\"", "missing = \"neutral\"\ncount = \"orders\"", "tiers.factor[0].count", "policy-unknown"),
            ("small = 1", "small = \"one\"", "tiers.factor[1].values.small", "policy-range"),
            ("name = \"size\"", "name = \"sales\"", "tiers.factor[1].values", "policy-unknown"),
            ("weight = 1\nwindow = \"12mo\"", "weight = 1\nwindow = \"3y\"", "tiers.factor[2].window", "policy-window"),
            ("weight = 1\n", "weight = 1.5\n", "tiers.factor[2].weight", "policy-range"),
        ];
        for (good, bad, key, id) in cases {
            assert!(text.contains(good), "{good}");
            let broken = text.replacen(good, bad, 1);
            let e = parse(&broken).unwrap_err();
            assert_eq!((e.key.as_str(), e.what.id), (key, id), "{bad}");
            let line = broken.lines().nth(e.line - 1).unwrap();
            assert!(line.contains(key.rsplit('.').next().unwrap()), "line {}: {line}", e.line);
        }
        let twice = preset("size").unwrap().replacen("name = \"tenure\"", "name = \"sales\"", 1);
        assert_eq!(parse(&twice).unwrap_err().what.id, "policy-factor-twice");
        let by_effort = AGENCY.replacen("[queue]", "[[tiers.factor]]\nname = \"effort\"\nweight = 1\n[queue]", 1);
        assert_eq!(parse(&by_effort).unwrap().tiers.basis, TierBasis::Value, "factors wait until they are asked for");
        let by_effort = by_effort.replacen("basis = \"value\"", "basis = \"factors\"", 1);
        assert_eq!(parse(&by_effort).unwrap_err().what.id, "policy-no-factor");
    }

    #[test]
    fn a_text_from_before_factors_and_risk_keeps_its_meaning() {
        for text in [AGENCY, SOLO] {
            let now = parse(text).unwrap();
            let risk = text.find("# Clients at risk.").unwrap();
            let before: String = text[..risk]
                .lines()
                .filter(|l| !l.starts_with("basis") && !l.starts_with("expected_weight"))
                .map(|l| format!("{l}\n"))
                .collect();
            assert_eq!(parse(&before).unwrap(), now);
        }
    }

    #[test]
    fn s023_s030_s060_the_presets_by_factors_have_the_plan_of_agency() {
        let agency = parse(AGENCY).unwrap();
        for (name, factors) in [
            ("factors", vec!["budget", "frequency", "industry"]),
            ("ops", vec!["sales", "size", "effort"]),
            ("size", vec!["sales", "frequency", "tenure"]),
        ] {
            let own = parse(preset(name).unwrap()).unwrap();
            assert_eq!(own.tiers.factors.iter().map(|f| f.factor.code()).collect::<Vec<_>>(), factors);
            assert_eq!(own.tiers.basis, TierBasis::Factors);
            let as_agency = Policy { name: agency.name.clone(), tiers: agency.tiers.clone(), ..own };
            assert_eq!(as_agency, agency);
        }
    }

    #[test]
    fn s135_a_plan_without_contacts_is_refused() {
        let start = AGENCY.find("[[plan.C.contact]]").unwrap();
        let text = format!("{}contact = []\n", &AGENCY[..start]);
        assert_eq!(parse(&text).unwrap_err().what.id, "policy-no-contact");
    }
}
