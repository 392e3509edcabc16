//! One value of a policy text changed in its place: comments, order and everything else stay as the user wrote them.
//! What is worth changing is `portfolio::workload`'s to say, putting it in force the store's.

use super::{Policy, parse};
use crate::domain::interval::Interval;
use crate::domain::words::{Channel, Tier};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Contacts a working day.
    Capacity(usize),
    /// Whether a meeting counts as a visit.
    MeetingSatisfiesVisit(bool),
    /// How often a tier is contacted on a channel.
    Every(Tier, Channel, Interval),
}

/// The text with the change, and the policy it reads as; `None` where the text does not hold the value, or could not be read then.
pub fn changed(text: &str, change: Change) -> Option<(String, Policy)> {
    let root = DeTable::parse(text).ok()?;
    let root = root.get_ref();
    let (value, new) = match change {
        Change::Capacity(n) => (get(table(get(root, "queue")?)?, "capacity")?, n.to_string()),
        Change::MeetingSatisfiesVisit(yes) => (get(table(get(root, "plan")?)?, "meeting_satisfies_visit")?, yes.to_string()),
        Change::Every(tier, channel, every) => {
            let plan = table(get(table(get(root, "plan")?)?, tier.code())?)?;
            let DeValue::Array(contacts) = get(plan, "contact")?.get_ref() else { return None };
            let mut contacts = contacts.iter().filter_map(table);
            let contact = contacts.find(|c| get(c, "channel").and_then(text_of).and_then(Channel::parse) == Some(channel))?;
            (get(contact, "every")?, format!("\"{every}\""))
        }
    };
    let span = value.span();
    let text = format!("{}{new}{}", text.get(..span.start)?, text.get(span.end..)?);
    let policy = parse(&text).ok()?;
    Some((text, policy))
}

fn get<'a>(table: &'a DeTable<'a>, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
    table.iter().find(|(k, _)| k.get_ref().as_ref() == key).map(|(_, v)| v)
}

fn table<'a>(value: &'a Spanned<DeValue<'a>>) -> Option<&'a DeTable<'a>> {
    match value.get_ref() {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

fn text_of<'a>(value: &'a Spanned<DeValue<'a>>) -> Option<&'a str> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.as_ref()),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{AGENCY, PRESETS};
    use super::*;

    /// The lines in which two texts differ.
    fn lines<'a>(before: &'a str, after: &'a str) -> Vec<(&'a str, &'a str)> {
        assert_eq!(before.lines().count(), after.lines().count());
        before.lines().zip(after.lines()).filter(|(a, b)| a != b).collect()
    }

    #[test]
    fn one_value_changes_and_its_comment_stays() {
        let (text, policy) = changed(AGENCY, Change::Capacity(7)).unwrap();
        assert_eq!(
            lines(AGENCY, &text),
            [("capacity = 6            # contacts a working day", "capacity = 7            # contacts a working day")]
        );
        assert_eq!(policy.queue.capacity, 7);
        let (text, policy) = changed(AGENCY, Change::MeetingSatisfiesVisit(true)).unwrap();
        assert_eq!(lines(AGENCY, &text), [("meeting_satisfies_visit = false", "meeting_satisfies_visit = true")]);
        assert!(policy.meeting_satisfies_visit);
    }

    #[test]
    fn the_interval_of_one_tier_on_one_channel_changes() {
        let (text, policy) = changed(AGENCY, Change::Every(Tier::B, Channel::Visit, Interval::Months(4))).unwrap();
        assert_eq!(lines(AGENCY, &text), [("every = \"3mo\"", "every = \"4mo\"")]);
        let every: Vec<String> = policy.plans.iter().flat_map(|p| &p.contacts).map(|c| c.every.to_string()).collect();
        assert_eq!(every, ["7d", "1mo", "14d", "4mo", "1mo"]);
        assert_eq!(changed(AGENCY, Change::Every(Tier::C, Channel::Visit, Interval::Months(4))), None, "no such promise");
    }

    #[test]
    fn every_preset_can_be_changed_and_what_cannot_be_read_is_left_alone() {
        for (name, text) in PRESETS {
            assert!(changed(text, Change::Capacity(9)).is_some_and(|(_, p)| p.queue.capacity == 9), "{name}");
        }
        assert_eq!(changed("not a policy", Change::Capacity(9)), None);
        assert_eq!(changed(AGENCY, Change::Capacity(usize::MAX)), None, "beyond what a policy may say");
    }
}
