//! What stands after an import: the figures, the steps that lead to a sane day one key each, and below them what was doubtful or refused.
//! What a record counts as is decided by `interchange`; what a step shows is in `preset`, `deck` and `levelled`.

use super::dialog::{Dialog, Panel};
use super::levelled::Levelled;
use super::model::{Model, Tab};
use super::msg::Effect;
use super::preset::Preset;
use crate::domain::message::Message;
use crate::interchange::Report;
use crate::portfolio::{bill, spread};

/// So many names or lines are listed; the rest is counted.
const LISTED: usize = 50;

/// Lines under a heading.
type Part = (Option<Message>, Vec<Message>);

/// One step from a fresh book to a day that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Choose the contact plan.
    Plan,
    /// Give tiers to those who have none.
    Sort,
    /// Level what is late or falls on one day.
    Level,
    /// Read which lines were refused.
    Refused,
    /// On to Today.
    Today,
}

/// A step and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct StepLine {
    /// The step.
    pub step: Step,
    /// It was taken, or there is nothing to do for it.
    pub done: bool,
    /// What it is about, as the book stands.
    pub words: Message,
}

/// The panel after an import.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The figures and what was left out.
    pub figures: Vec<Message>,
    /// The steps in order.
    pub steps: Vec<StepLine>,
    /// The chosen step.
    pub selected: usize,
    /// What may be twice and what was made by its name.
    pub below: Vec<Part>,
    /// First line of it shown.
    pub scroll: u16,
    refused: Option<Part>,
    taken: Vec<Step>,
}

impl Imported {
    /// The panel of a report; the first step that is not done is chosen.
    pub fn new(report: &Report, model: &Model) -> Imported {
        let figures = Message::new("import-figures")
            .with("created", report.created)
            .with("updated", report.updated)
            .with("unchanged", report.unchanged)
            .with("rejected", report.rejected.len());
        let mut first = vec![figures];
        first.extend(report.left_out.iter().cloned());
        let duplicates = report.duplicates.iter().map(|d| {
            let id = if d.existing.is_some() { "import-duplicate" } else { "import-duplicate-here" };
            Message::new(id)
                .with("line", d.line.to_string())
                .with("name", d.name.as_str())
                .with("existing", d.existing_name.as_str())
        });
        let rejected = report
            .rejected
            .iter()
            .map(|r| Message::new("import-rejected").with("line", r.line.to_string()).with("reason", r.reason.clone()));
        let made = report.made_by_name.iter().map(|name| Message::new("imported-name").with("name", name.as_str()));
        let mut below = Vec::new();
        below.extend(part("imported-duplicates", duplicates));
        below.extend(part("imported-made", made));
        let mut panel = Imported {
            figures: first,
            steps: Vec::new(),
            selected: 0,
            below,
            scroll: 0,
            refused: part("imported-rejected", rejected),
            taken: Vec::new(),
        };
        panel.renew(model);
        panel
    }

    /// Looks at the book again: what the steps are about, and which of them is next.
    pub fn renew(&mut self, model: &Model) {
        let mut steps = Vec::new();
        let mut add = |step, done, words| steps.push(StepLine { step, done, words });
        let taken = |step| self.taken.contains(&step);
        let served = model.book.present().filter(|c| !c.plan.is_empty()).count();
        if served > 0 {
            let bills = bill::presets(&model.book);
            // Presets that differ in their tiers only cost the same: one name is enough to choose by.
            let mut costs: Vec<(String, &str)> = Vec::new();
            for bill in &bills {
                let cost = format!("{:.1}", bill.contacts_per_week());
                if costs.iter().all(|(known, _)| *known != cost) {
                    costs.push((cost, &bill.policy));
                }
            }
            let bills: Vec<String> = costs.into_iter().map(|(cost, policy)| format!("{policy} {cost}")).collect();
            let bills = bills.join(&model.words.get("and-between"));
            add(Step::Plan, taken(Step::Plan), Message::new("step-plan").with("count", served).with("bills", bills));
            let unsorted = super::deck::unsorted(model);
            let words = match unsorted {
                0 => Message::new("step-sorted"),
                n => Message::new("step-sort").with("count", n),
            };
            add(Step::Sort, unsorted == 0 || taken(Step::Sort), words);
            let moves = spread::plan(&model.book).moves.len();
            let words = match moves {
                0 => Message::new("step-levelled"),
                n => Message::new("step-level").with("count", n),
            };
            add(Step::Level, moves == 0 || taken(Step::Level), words);
        }
        if let Some((_, lines)) = &self.refused {
            add(Step::Refused, taken(Step::Refused), Message::new("step-refused").with("count", lines.len()));
        }
        add(Step::Today, false, Message::new("step-today").with("count", model.to_do));
        self.steps = steps;
        self.selected = self.steps.iter().position(|s| !s.done).unwrap_or(0);
    }

    /// Moves the choice.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.steps.len().saturating_sub(1));
    }

    /// Chooses a step by its number, from 1; `false` when there is none.
    pub fn pick(&mut self, number: usize) -> bool {
        let there = (1..=self.steps.len()).contains(&number);
        if there {
            self.selected = number - 1;
        }
        there
    }
}

/// A heading and its lines, the last one counting what is not listed; nothing when there are none.
fn part(title: &'static str, lines: impl ExactSizeIterator<Item = Message>) -> Option<Part> {
    let all = lines.len();
    let mut rows: Vec<Message> = lines.take(if all > LISTED + 1 { LISTED } else { all }).collect();
    if rows.len() < all {
        rows.push(Message::new("imported-more").with("count", all - rows.len()));
    }
    (all > 0).then(|| (Some(Message::new(title).with("count", all)), rows))
}

/// Enter on the chosen step: opens what it is about.
pub fn take(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Imported(panel)) = model.dialogs.last_mut() else { return Vec::new() };
    let Some(line) = panel.steps.get(panel.selected) else { return Vec::new() };
    match line.step {
        Step::Plan => {
            let preset = Preset::open(model);
            model.dialogs.push(Dialog::Preset(Box::new(preset)));
        }
        Step::Sort => return vec![Effect::Deal],
        Step::Level => {
            let levelled = Levelled::open(model);
            model.dialogs.push(Dialog::Levelled(Box::new(levelled)));
        }
        Step::Refused => {
            let parts = panel.refused.clone().into_iter().collect();
            taken(model, Step::Refused);
            model.dialogs.push(Dialog::Panel(Panel { title: Message::new("panel-refused"), parts, scroll: 0 }));
        }
        Step::Today => close(model),
    }
    Vec::new()
}

/// Esc: on to Today.
pub fn close(model: &mut Model) {
    model.dialogs.pop();
    if model.dialogs.is_empty() {
        model.show(Tab::Today);
        // The day begins at its top, wherever the selection was when the book was still empty.
        model.list_mut().step(isize::MIN);
    }
}

/// A step is over: it is ticked in the panel, when it was opened from there.
pub fn taken(model: &mut Model, step: Step) {
    let Some(at) = model.dialogs.iter().position(|d| matches!(d, Dialog::Imported(_))) else { return };
    let Dialog::Imported(mut panel) = model.dialogs.remove(at) else { return };
    panel.taken.push(step);
    panel.renew(model);
    model.dialogs.insert(at, Dialog::Imported(panel));
}
