//! Which care dates ask for a greeting, and what keeps clients from being written to too often (S16, S47, S52, S87).
//! What falls due on a day is `portfolio::care`'s to say, who is left out of a run `messages`'.

use super::parse::{Read, Table};
use crate::domain::message::Message;
use crate::domain::words::Tier;

/// Whose care dates are shown, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareRules {
    /// Tiers whose birthdays and own dates are shown.
    pub birthdays: Vec<Tier>,
    /// Tiers whose anniversaries are shown.
    pub anniversaries: Vec<Tier>,
    /// Tiers that are greeted on holidays.
    pub holidays: Vec<Tier>,
    /// Days before a date from which it is shown, where it names none.
    pub lead: i32,
    /// Days after it on which it can still be made good.
    pub belated: i32,
}

/// When a client is not written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRules {
    /// News only to those who agreed; else to everybody who did not decline.
    pub opt_in: bool,
    /// News a client gets at most in so many days.
    pub cap: usize,
    /// These days.
    pub cap_days: i32,
    /// Whether a greeting counts as a contact of the plan.
    pub greetings_count: bool,
}

impl Default for CareRules {
    fn default() -> CareRules {
        let all = || Tier::ALL.to_vec();
        CareRules { birthdays: all(), anniversaries: vec![Tier::A, Tier::B], holidays: all(), lead: 0, belated: 7 }
    }
}

impl Default for MessageRules {
    fn default() -> MessageRules {
        MessageRules { opt_in: false, cap: 2, cap_days: 30, greetings_count: false }
    }
}

/// `[care]`; what it does not name is as by default.
pub(super) fn care(root: &Table<'_>) -> Read<CareRules> {
    let mut rules = CareRules::default();
    if root.get("care").is_none() {
        return Ok(rules);
    }
    let table = root.table("care")?;
    table.only(&["birthdays", "anniversaries", "holidays", "lead", "belated"])?;
    for (key, tiers) in
        [("birthdays", &mut rules.birthdays), ("anniversaries", &mut rules.anniversaries), ("holidays", &mut rules.holidays)]
    {
        if let Some(value) = table.get(key) {
            let letters = table.text(key)?;
            let read: Option<Vec<Tier>> = letters.chars().map(|c| Tier::parse(c.to_uppercase().to_string().as_str())).collect();
            match read {
                Some(read) => *tiers = read,
                None => return table.bad(key, Some(value), Message::new("policy-tiers")),
            }
        }
    }
    if table.get("lead").is_some() {
        rules.lead = table.whole("lead", 0, 365)?;
    }
    if table.get("belated").is_some() {
        rules.belated = table.whole("belated", 0, 60)?;
    }
    Ok(rules)
}

/// `[messages]`; what it does not name is as by default.
pub(super) fn messages(root: &Table<'_>) -> Read<MessageRules> {
    let mut rules = MessageRules::default();
    if root.get("messages").is_none() {
        return Ok(rules);
    }
    let table = root.table("messages")?;
    table.only(&["consent", "cap", "cap_days", "greetings_count"])?;
    if let Some(value) = table.get("consent") {
        rules.opt_in = match table.text("consent")? {
            "opt-in" => true,
            "opt-out" => false,
            _ => return table.bad("consent", Some(value), Message::new("policy-consent")),
        };
    }
    if table.get("cap").is_some() {
        rules.cap = table.whole("cap", 0, 1000)? as usize;
    }
    if table.get("cap_days").is_some() {
        rules.cap_days = table.whole("cap_days", 1, 365)?;
    }
    if table.get("greetings_count").is_some() {
        rules.greetings_count = table.flag("greetings_count")?;
    }
    Ok(rules)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{AGENCY, PRESETS, parse};
    use super::*;

    fn with(lines: &str) -> Result<(CareRules, MessageRules), (String, &'static str)> {
        parse(&format!("{AGENCY}\n{lines}\n")).map(|p| (p.care, p.messages)).map_err(|e| (e.key, e.what.id))
    }

    #[test]
    fn s047_a_policy_says_whose_dates_are_shown_and_what_holds_news_back() {
        assert_eq!(parse(AGENCY).map(|p| (p.care, p.messages)).unwrap(), Default::default());
        let (care, messages) = with(
            "[care]\nbirthdays = \"AB\"\nholidays = \"\"\nlead = 3\nbelated = 14\n[messages]\nconsent = \"opt-in\"\ncap = 1\ncap_days = 7\ngreetings_count = true",
        )
        .unwrap();
        assert_eq!((care.birthdays, care.holidays), (vec![Tier::A, Tier::B], vec![]));
        assert_eq!((care.anniversaries, care.lead, care.belated), (vec![Tier::A, Tier::B], 3, 14));
        assert_eq!(messages, MessageRules { opt_in: true, cap: 1, cap_days: 7, greetings_count: true });
    }

    /// Who takes the marks away in a shipped policy gets what the marks said.
    #[test]
    fn what_the_shipped_texts_offer_is_what_holds_without_it() {
        for (name, text) in PRESETS {
            let (from, to) = (text.find("# [care]").unwrap(), text.find("# greetings_count").unwrap());
            let to = to + text[to..].find('\n').unwrap();
            let opened: String = text[from..to]
                .lines()
                .filter_map(|l| l.strip_prefix("# "))
                .filter(|l| l.contains(['=', '[']))
                .map(|l| format!("{l}\n"))
                .collect();
            assert_eq!(opened.lines().count(), 11, "{opened}");
            let read = parse(&format!("{text}\n{opened}")).map(|p| (p.care, p.messages)).unwrap();
            assert_eq!(read, Default::default(), "{name}");
        }
    }

    #[test]
    fn s047_a_mistake_in_it_is_named() {
        for (lines, key, what) in [
            ("[care]\nbirthdays = \"AX\"", "care.birthdays", "policy-tiers"),
            ("[care]\nlead = 400", "care.lead", "policy-range"),
            ("[care]\nlate = 4", "care.late", "policy-unknown"),
            ("[messages]\nconsent = \"maybe\"", "messages.consent", "policy-consent"),
            ("[messages]\ncap = -1", "messages.cap", "policy-range"),
        ] {
            assert_eq!(with(lines).unwrap_err(), (key.to_owned(), what), "{lines}");
        }
    }
}
