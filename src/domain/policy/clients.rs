//! The rules about clients one by one: what they can look for, and from which growth on a small one is rising.
//! Tiers and contact plans are others'.

use super::parse::{Read, Table, texts};
use crate::domain::message::Message;

/// What the lists of clients go by.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientRules {
    /// What clients look for first (S70): codes.
    pub needs: Vec<String>,
    /// Growth of the yearly margin from which a client of tier B or C is rising (S62), share of 1.
    pub rising: f64,
}

/// Codes of the list, and characters of one.
const CODES: usize = 30;
const CODE: usize = 40;

impl Default for ClientRules {
    fn default() -> ClientRules {
        ClientRules { needs: ["quality", "price", "service"].map(str::to_owned).to_vec(), rising: 0.25 }
    }
}

/// `[clients]`; a text from before it, and every key that is not there, keeps the default.
pub(super) fn read(root: &Table<'_>) -> Read<ClientRules> {
    let mut rules = ClientRules::default();
    if root.get("clients").is_none() {
        return Ok(rules);
    }
    let table = root.table("clients")?;
    table.only(&["needs", "rising"])?;
    if table.get("rising").is_some() {
        rules.rising = table.number("rising", 0.01, 10.0)?;
    }
    if let Some(value) = table.get("needs") {
        match texts(value, CODE).filter(|t| !t.is_empty() && t.len() <= CODES) {
            Some(texts) => rules.needs = texts,
            None => {
                let what = Message::new("policy-perks").with("most", CODES).with("length", CODE);
                return table.bad("needs", Some(value), what);
            }
        }
    }
    Ok(rules)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{AGENCY, parse};
    use super::*;

    #[test]
    fn s062_s070_needs_and_the_mark_of_growth_are_read_where_a_policy_names_them() {
        assert_eq!(parse(AGENCY).unwrap().clients, ClientRules::default());
        let text = format!("{AGENCY}\n[clients]\nneeds = [\"quality\", \"speed\"]\nrising = 0.4\n");
        let rules = parse(&text).unwrap().clients;
        assert_eq!((rules.needs, rules.rising), (vec!["quality".to_owned(), "speed".to_owned()], 0.4));
        let wrong = parse(&format!("{AGENCY}\n[clients]\nneeds = []\n")).unwrap_err();
        assert_eq!((wrong.key.as_str(), wrong.what.id), ("clients.needs", "policy-perks"));
    }
}
