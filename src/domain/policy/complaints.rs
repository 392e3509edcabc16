//! What a policy says of cases: limits by kind, tier and complexity, when to follow up, which causes there are (S74, S75, S81, S83).
//! How a limit is measured is `complaint::clock`'s.

use super::parse::{Read, Table, texts};
use crate::domain::complaint::{Clock, Limit};
use crate::domain::message::Message;
use crate::domain::words::{ComplaintKind, Tier};
use toml::de::DeValue;

/// Causes, and characters of one.
const CAUSES: usize = 50;
const CAUSE: usize = 60;

/// Limits for some cases only.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Particular {
    /// Cases of this kind.
    pub kind: Option<ComplaintKind>,
    /// Cases of clients of this tier.
    pub tier: Option<Tier>,
    /// Complex cases, or those that are not.
    pub complex: Option<bool>,
    /// Their first response.
    pub first_response: Option<Limit>,
    /// Their solution.
    pub solution: Option<Limit>,
}

/// The rules for cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintRules {
    /// Until the client is answered.
    pub first_response: Limit,
    /// Until a solution is given.
    pub solution: Limit,
    /// Other limits; the one with most conditions counts, of equals the later.
    pub particular: Vec<Particular>,
    /// Working days from the solution to the follow-up.
    pub follow_up: u32,
    /// Whether the user's own leave stops the business clock.
    pub leave_stops: bool,
    /// Days after an improvement within which its cause, coming back, opens it again.
    pub recurrence: i32,
    /// Codes of the causes in their order.
    pub causes: Vec<String>,
}

impl Default for ComplaintRules {
    /// What a text from before cases means.
    fn default() -> ComplaintRules {
        ComplaintRules {
            first_response: Limit::hours(2, Clock::Business),
            solution: Limit::hours(24, Clock::Calendar),
            particular: Vec::new(),
            follow_up: 3,
            leave_stops: false,
            recurrence: 180,
            causes: ["quality", "attitude", "communication", "delivery", "price", "other"].map(str::to_owned).to_vec(),
        }
    }
}

impl ComplaintRules {
    /// First response and solution of a case.
    pub fn limits(&self, kind: ComplaintKind, tier: Option<Tier>, complex: bool) -> (Limit, Limit) {
        let fits = |p: &&Particular| {
            p.kind.is_none_or(|k| k == kind) && p.complex.is_none_or(|c| c == complex) && p.tier.is_none_or(|t| Some(t) == tier)
        };
        let weight = |p: &Particular| [p.kind.is_some(), p.tier.is_some(), p.complex.is_some()].iter().filter(|c| **c).count();
        let best = |of: fn(&Particular) -> Option<Limit>| {
            let named = self.particular.iter().filter(fits).filter(|p| of(p).is_some());
            named.max_by_key(|p| weight(p)).and_then(of)
        };
        (best(|p| p.first_response).unwrap_or(self.first_response), best(|p| p.solution).unwrap_or(self.solution))
    }
}

/// Reads `[complaints]`, which a text from before cases has not.
pub(super) fn read(root: &Table<'_>) -> Read<ComplaintRules> {
    let mut rules = ComplaintRules::default();
    if root.get("complaints").is_none() {
        return Ok(rules);
    }
    let table = root.table("complaints")?;
    table.only(&["first_response", "solution", "follow_up", "leave_stops", "recurrence", "causes", "limit"])?;
    rules.first_response = limit(&table, "first_response")?.unwrap_or(rules.first_response);
    rules.solution = limit(&table, "solution")?.unwrap_or(rules.solution);
    if table.get("follow_up").is_some() {
        rules.follow_up = table.whole("follow_up", 0, 365)?.unsigned_abs();
    }
    if table.get("leave_stops").is_some() {
        rules.leave_stops = table.flag("leave_stops")?;
    }
    if table.get("recurrence").is_some() {
        rules.recurrence = table.whole("recurrence", 1, 3650)?;
    }
    if let Some(value) = table.get("causes") {
        match texts(value, CAUSE).filter(|t| !t.is_empty() && t.len() <= CAUSES) {
            Some(causes) => rules.causes = causes,
            None => {
                let what = Message::new("policy-causes").with("most", CAUSES).with("length", CAUSE);
                return table.bad("causes", Some(value), what);
            }
        }
    }
    rules.particular = particular(&table)?;
    Ok(rules)
}

fn limit(table: &Table<'_>, key: &'static str) -> Read<Option<Limit>> {
    let Some(value) = table.get(key) else { return Ok(None) };
    match Limit::parse(table.text(key)?) {
        Some(limit) => Ok(Some(limit)),
        None => table.bad(key, Some(value), Message::new("policy-limit")),
    }
}

fn particular(complaints: &Table<'_>) -> Read<Vec<Particular>> {
    let Some(value) = complaints.get("limit") else { return Ok(Vec::new()) };
    let DeValue::Array(items) = value.get_ref() else {
        return complaints.bad("limit", Some(value), Message::new("policy-not-table"));
    };
    let mut out = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let DeValue::Table(entry) = item.get_ref() else {
            return complaints.bad("limit", Some(item), Message::new("policy-not-table"));
        };
        let entry = complaints.sub(format!("{}.limit[{n}]", complaints.path), item, entry);
        entry.only(&["kind", "tier", "complex", "first_response", "solution"])?;
        let word = |key: &'static str| entry.get(key).map(|_| entry.text(key)).transpose();
        let kind = match word("kind")? {
            Some(text) => match ComplaintKind::parse(text) {
                Some(kind) => Some(kind),
                None => return entry.bad("kind", entry.get("kind"), Message::new("policy-case-kind")),
            },
            None => None,
        };
        let tier = match word("tier")? {
            Some(text) => match Tier::parse(text) {
                Some(tier) => Some(tier),
                None => return entry.bad("tier", entry.get("tier"), Message::new("policy-tier")),
            },
            None => None,
        };
        out.push(Particular {
            kind,
            tier,
            complex: entry.get("complex").map(|_| entry.flag("complex")).transpose()?,
            first_response: limit(&entry, "first_response")?,
            solution: limit(&entry, "solution")?,
        });
    }
    Ok(out)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{AGENCY, SOLO, parse};
    use super::*;

    #[test]
    fn s074_s075_both_presets_answer_in_two_working_hours_and_solve_in_a_day() {
        for text in [AGENCY, SOLO] {
            let rules = parse(text).unwrap().complaints;
            let shown = |(first, solution): (Limit, Limit)| format!("{first}, {solution}");
            assert_eq!(shown(rules.limits(ComplaintKind::Complaint, Some(Tier::A), true)), "2h business, 24h calendar");
            assert_eq!(shown(rules.limits(ComplaintKind::Suggestion, None, false)), "1d business, 5d business");
            assert_eq!((rules.follow_up, rules.leave_stops, rules.recurrence), (3, false, 180));
            assert_eq!(rules.causes, ["quality", "attitude", "communication", "delivery", "price", "other"]);
        }
    }

    #[test]
    fn a_text_from_before_cases_has_the_usual_limits() {
        let end = AGENCY.find("[complaints]").unwrap();
        let start = AGENCY.find("# every: 7d").unwrap();
        let before = format!("{}{}", &AGENCY[..end], &AGENCY[start..]);
        assert_eq!(parse(&before).unwrap().complaints, ComplaintRules::default());
    }

    #[test]
    fn the_limit_with_most_conditions_counts() {
        let more = "causes = [\"print\"]\n[[complaints.limit]]\ntier = \"A\"\nfirst_response = \"1h business\"\n\
                    [[complaints.limit]]\ntier = \"A\"\nkind = \"support\"\nsolution = \"8h business\"\n\
                    [[complaints.limit]]\ncomplex = true\nfirst_response = \"30m business\"\n";
        let text = AGENCY.replacen("causes = [", &format!("{more}#"), 1);
        let rules = parse(&text).unwrap().complaints;
        let shown = |kind, tier, complex| {
            let (first, solution) = rules.limits(kind, tier, complex);
            format!("{first}, {solution}")
        };
        assert_eq!(shown(ComplaintKind::Complaint, Some(Tier::A), false), "1h business, 24h calendar");
        assert_eq!(shown(ComplaintKind::Support, Some(Tier::A), false), "1h business, 8h business");
        assert_eq!(shown(ComplaintKind::Support, Some(Tier::A), true), "30m business, 8h business", "of equals the later");
        assert_eq!(shown(ComplaintKind::Support, Some(Tier::B), false), "2h business, 24h calendar");
        assert_eq!(rules.causes, ["print"]);
    }

    #[test]
    fn a_mistake_names_its_line_and_key() {
        let cases = [
            ("first_response = \"2h business\"", "first_response = \"2h\"", "complaints.first_response", "policy-limit"),
            ("solution = \"24h calendar\"", "solution = \"24h lunar\"", "complaints.solution", "policy-limit"),
            ("kind = \"suggestion\"", "kind = \"praise\"", "complaints.limit[0].kind", "policy-case-kind"),
            ("kind = \"suggestion\"", "tier = \"D\"", "complaints.limit[0].tier", "policy-tier"),
            ("follow_up = 3", "follow_up = -1", "complaints.follow_up", "policy-range"),
            ("leave_stops = false", "leave_stops = 0", "complaints.leave_stops", "policy-not-flag"),
            ("follow_up = 3", "followup = 3", "complaints.followup", "policy-unknown"),
            ("causes = [\"quality\"", "causes = [\"\"", "complaints.causes", "policy-causes"),
        ];
        for (good, bad, key, id) in cases {
            let e = parse(&AGENCY.replacen(good, bad, 1)).unwrap_err();
            assert_eq!((e.key.as_str(), e.what.id), (key, id), "{bad}");
            assert!(e.line > 40, "{bad}");
        }
    }
}
