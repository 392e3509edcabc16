//! How much of the effort is meant for new clients: a share, or the stage of the business that stands for one (S101, S102).
//! What was really spent is `portfolio::workload`'s to count.

use super::parse::{Read, Table};
use crate::domain::message::Message;

/// Where the business stands (S102).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BusinessStage {
    /// Clients are still to be found.
    Start,
    /// It grows by new clients and lives on the old ones.
    Grow,
    /// It lives on the clients it has.
    Mature,
}

impl BusinessStage {
    /// Every stage.
    pub const ALL: [BusinessStage; 3] = [BusinessStage::Start, BusinessStage::Grow, BusinessStage::Mature];

    /// The word for it in a policy and in catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            BusinessStage::Start => "start",
            BusinessStage::Grow => "grow",
            BusinessStage::Mature => "mature",
        }
    }

    /// The share of the effort that is meant for new clients, share of 1. Expert defaults: nothing was measured.
    pub fn share(self) -> f64 {
        match self {
            BusinessStage::Start => 0.60,
            BusinessStage::Grow => 0.40,
            BusinessStage::Mature => 0.20,
        }
    }
}

/// What is meant for new clients.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct EffortRules {
    /// The stage, where one is named.
    pub stage: Option<BusinessStage>,
    /// The share, where one is named or the stage stands for it; share of 1.
    pub new: Option<f64>,
}

/// `[effort]`; without it there is no target.
pub(super) fn read(root: &Table<'_>) -> Read<EffortRules> {
    let mut rules = EffortRules::default();
    if root.get("effort").is_none() {
        return Ok(rules);
    }
    let table = root.table("effort")?;
    table.only(&["stage", "new"])?;
    if table.get("stage").is_some() {
        let word = table.text("stage")?;
        match BusinessStage::ALL.into_iter().find(|s| s.code() == word) {
            Some(stage) => rules = EffortRules { stage: Some(stage), new: Some(stage.share()) },
            None => return table.bad("stage", table.get("stage"), Message::new("policy-effort-stage")),
        }
    }
    if let Some(value) = table.get("new") {
        if rules.stage.is_some() {
            return table.bad("new", Some(value), Message::new("policy-effort-both"));
        }
        rules.new = Some(table.number("new", 0.0, 1.0)?);
    }
    Ok(rules)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{AGENCY, PRESETS, parse};
    use super::*;

    fn with(lines: &str) -> Result<EffortRules, (usize, String, &'static str)> {
        let text = format!("{AGENCY}\n[effort]\n{lines}\n");
        parse(&text).map(|p| p.effort).map_err(|e| (e.line, e.key, e.what.id))
    }

    #[test]
    fn s101_s102_a_stage_stands_for_a_share_and_a_share_for_itself() {
        assert_eq!(parse(AGENCY).unwrap().effort, EffortRules::default(), "no target unless one is named");
        let shares: Vec<Option<f64>> =
            ["start", "grow", "mature"].iter().map(|s| with(&format!("stage = \"{s}\"")).unwrap().new).collect();
        assert_eq!(shares, [Some(0.6), Some(0.4), Some(0.2)], "the younger the business, the more");
        assert_eq!(with("new = 0.35").unwrap(), EffortRules { stage: None, new: Some(0.35) });
    }

    #[test]
    fn s102_what_is_wrong_is_named_with_its_line() {
        let line = AGENCY.lines().count() + 3;
        assert_eq!(with("stage = \"boom\""), Err((line, "effort.stage".into(), "policy-effort-stage")));
        assert_eq!(with("share = 0.3"), Err((line, "effort.share".into(), "policy-unknown")));
        assert_eq!(with("new = 35"), Err((line, "effort.new".into(), "policy-range")));
        assert_eq!(with("stage = \"grow\"\nnew = 0.3"), Err((line + 1, "effort.new".into(), "policy-effort-both")));
    }

    #[test]
    fn s102_every_preset_shows_how_a_target_is_set() {
        for (name, text) in PRESETS {
            let opened: String = text
                .lines()
                .map(|l| l.strip_prefix("# ").filter(|_| l.contains("effort]") || l.contains("stage =")).unwrap_or(l))
                .collect::<Vec<_>>()
                .join("\n");
            assert_eq!(parse(&opened).unwrap().effort.stage, Some(BusinessStage::Grow), "{name}");
        }
    }
}
