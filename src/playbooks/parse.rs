//! A playbook taken apart: first lines between two rules, what stands above the steps, and the steps with what is said in braces.
//! Where files lie is the parent's.

use super::{After, Playbook, Source, Step, file};
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::words::{Channel, Starts, StepKind, Tier};

/// The line above and below the first lines.
const RULE: &str = "---";
/// Most steps, as a run may have.
const STEPS: usize = 100;
/// Characters of a title.
const TITLE: usize = 200;
/// Characters of the text of a step.
const TEXT: usize = 10_000;
/// Days to the last step.
const FURTHEST: i32 = 3650;

/// Names the line of a mistake.
struct Place<'a> {
    file: &'a str,
}

impl Place<'_> {
    fn at(&self, id: &'static str, line: usize, text: &str) -> Message {
        let shown = crate::text::truncate(&crate::text::one_line(text), 60).into_owned();
        Message::new(id).with("file", self.file).with("line", line).with("text", shown)
    }
}

impl Playbook {
    /// Takes a file apart. `templates` are the names a step may refer to.
    ///
    /// # Errors
    /// The first mistake, with file and line.
    pub(super) fn parse(name: &str, source: Source, text: &str, templates: &[String]) -> Result<Playbook, Message> {
        let file = file(name, &source);
        let place = Place { file: &file };
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let lines: Vec<&str> = text.lines().collect();
        let mut playbook = Playbook {
            name: name.to_owned(),
            source,
            title: String::new(),
            tiers: Tier::ALL.to_vec(),
            starts: Starts::Hand,
            every: None,
            about: String::new(),
            steps: Vec::new(),
        };
        let body = playbook.first_lines(&lines, &place)?;
        playbook.body(&lines, body, templates, &place)?;
        if playbook.steps.is_empty() {
            return Err(place.at("playbook-no-steps", lines.len().max(1), ""));
        }
        Ok(playbook)
    }

    /// Reads what stands between the rules; gives the line the rest begins with.
    fn first_lines(&mut self, lines: &[&str], place: &Place<'_>) -> Result<usize, Message> {
        let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(0);
        if lines.get(first).map(|line| line.trim()) != Some(RULE) {
            return Err(place.at("playbook-no-rule", first + 1, ""));
        }
        let mut every = None;
        for (n, line) in lines.iter().enumerate().skip(first + 1) {
            let line = line.trim();
            if line == RULE {
                if self.title.is_empty() {
                    return Err(place.at("playbook-no-title", n + 1, ""));
                }
                return self.fits_together(every, place).map(|()| n + 1);
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let bad = |id| place.at(id, n + 1, line);
            let Some((key, value)) = line.split_once(['=', ':', '＝', '：']) else { return Err(bad("playbook-bad-line")) };
            let (key, value) = (key.trim(), value.trim().trim_matches('"').trim());
            match key {
                "name" if value == self.name => {}
                "name" => return Err(bad("playbook-other-name").with("name", self.name.as_str())),
                "title" => self.title = one_line(value, TITLE).ok_or_else(|| too_long(place, n + 1, value, TITLE))?,
                "for" => self.tiers = tiers(value).ok_or_else(|| bad("playbook-bad-tiers"))?,
                "starts" => self.starts = Starts::parse(value).ok_or_else(|| bad("playbook-bad-starts"))?,
                "every" => {
                    self.every = Some(Interval::parse(value).ok_or_else(|| bad("playbook-bad-every"))?);
                    every = Some(n + 1);
                }
                _ => return Err(bad("playbook-bad-line")),
            }
        }
        Err(place.at("playbook-no-rule", lines.len().max(1), ""))
    }

    /// A review says how often, nothing else does; and there is one win-back, the one the plan and the figures know.
    fn fits_together(&self, every: Option<usize>, place: &Place<'_>) -> Result<(), Message> {
        match (self.starts, every) {
            (Starts::Review, None) => Err(place.at("playbook-no-every", 1, "")),
            (Starts::Review, Some(_)) => Ok(()),
            (_, Some(line)) => Err(place.at("playbook-every-alone", line, "")),
            (starts, None) => match (starts == Starts::WinBack) == (self.name == Starts::WinBack.code()) {
                true => Ok(()),
                false => Err(place.at("playbook-one-win-back", 1, "")),
            },
        }
    }

    /// Reads what stands below the first lines.
    fn body(&mut self, lines: &[&str], from: usize, templates: &[String], place: &Place<'_>) -> Result<(), Message> {
        let mut text: Vec<&str> = Vec::new();
        for (n, line) in lines.iter().enumerate().skip(from) {
            match step_title(line) {
                Some(title) => {
                    self.put_text(&mut text, n, place)?;
                    if self.steps.len() == STEPS {
                        return Err(place.at("playbook-many-steps", n + 1, "").with("most", STEPS));
                    }
                    self.steps.push(step(title, n + 1, templates, place)?);
                }
                // A heading is for the eye of whoever reads the file.
                None if line.starts_with('#') => self.put_text(&mut text, n, place)?,
                None => text.push(line.trim_end()),
            }
        }
        self.put_text(&mut text, lines.len(), place)
    }

    /// Puts the text above line `end` where it belongs: to the step before it, or above all steps.
    fn put_text(&mut self, lines: &mut Vec<&str>, end: usize, place: &Place<'_>) -> Result<(), Message> {
        // The indentation is that of the list, not of the text.
        let edge = lines.iter().filter(|l| !l.trim().is_empty()).map(|l| l.len() - l.trim_start().len()).min().unwrap_or(0);
        let text = lines.iter().map(|l| l.get(edge..).unwrap_or_default()).collect::<Vec<_>>().join("\n");
        lines.clear();
        let text = text.trim();
        if text.chars().count() > TEXT || text.contains('\0') {
            return Err(too_long(place, end.max(1), "", TEXT));
        }
        let add = |to: &mut String| {
            if !text.is_empty() {
                to.push_str(if to.is_empty() { "" } else { "\n\n" });
                to.push_str(text);
            }
        };
        match self.steps.last_mut() {
            Some(step) => {
                let mut whole = step.text.take().unwrap_or_default();
                add(&mut whole);
                step.text = Some(whole).filter(|t| !t.is_empty());
            }
            None => add(&mut self.about),
        }
        Ok(())
    }
}

fn too_long(place: &Place<'_>, line: usize, text: &str, most: usize) -> Message {
    place.at("playbook-too-long", line, text).with("most", most)
}

/// Text of one line and a fair length that can be seen.
fn one_line(text: &str, most: usize) -> Option<String> {
    let text = text.trim();
    let fits = text.chars().count() <= most && !text.contains(char::is_control);
    (fits && !crate::domain::validate::is_blank(text)).then(|| text.to_owned())
}

fn tiers(value: &str) -> Option<Vec<Tier>> {
    let words = value.split([',', '，', '、', ' ']).map(str::trim).filter(|w| !w.is_empty());
    let mut tiers: Vec<Tier> = words.map(|w| Tier::parse(&w.to_uppercase())).collect::<Option<_>>()?;
    tiers.sort();
    tiers.dedup();
    (!tiers.is_empty()).then_some(tiers)
}

/// What a line says behind its number or box; `None` where it is no step. A list inside the text of a step is indented.
fn step_title(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix("- [").or_else(|| line.strip_prefix("* [")) {
        return rest.strip_prefix([' ', 'x', 'X'])?.strip_prefix("] ");
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == line.len() {
        return None;
    }
    // Chinese numbers a list with a comma of its own and no blank.
    rest.strip_prefix('、').or_else(|| rest.strip_prefix(['.', ')', '．', '）']).filter(|r| r.starts_with([' ', '\u{3000}'])))
}

fn step(title: &str, line: usize, templates: &[String], place: &Place<'_>) -> Result<Step, Message> {
    let title = title.trim();
    let (title, words) = match title.rfind(['{', '｛']).filter(|_| title.ends_with(['}', '｝'])) {
        Some(at) => (&title[..at], title[at..].trim_matches(['{', '}', '｛', '｝'])),
        None if title.contains(['{', '｛']) => return Err(place.at("playbook-open-brace", line, title)),
        None => (title, ""),
    };
    let title = one_line(title, TITLE).ok_or_else(|| too_long(place, line, title, TITLE))?;
    let mut step = Step { title, text: None, after: After::Days(0), kind: StepKind::Step, channel: None, template: None };
    let mut working = false;
    for word in words.split([',', '，', '、', ' ', '\u{3000}']).map(str::trim).filter(|w| !w.is_empty()) {
        if let Some(far) = word.strip_prefix(['+', '＋']) {
            step.after = After::Days(days(far).ok_or_else(|| place.at("playbook-bad-offset", line, word))?);
        } else if let Some(name) = word.strip_prefix("template=") {
            if !templates.iter().any(|known| known == name) {
                return Err(place.at("playbook-no-template", line, name));
            }
            step.template = Some(name.to_owned());
        } else if matches!(word, "working" | "工作日") {
            working = true;
        } else if let Some(kind) = StepKind::parse(word) {
            step.kind = kind;
        } else if let Some(channel) = Channel::parse(word).filter(|c| *c != Channel::Unknown) {
            step.channel = Some(channel);
        } else {
            return Err(place.at("playbook-bad-word", line, word));
        }
    }
    if let (After::Days(n), true) = (step.after, working) {
        step.after = After::Working(n.unsigned_abs());
    }
    Ok(step)
}

/// `0d`, `3d`, `2w`, `3天`.
fn days(text: &str) -> Option<i32> {
    let split = text.find(|c: char| !c.is_ascii_digit())?;
    let n: i32 = text[..split].parse().ok()?;
    let days = match &text[split..] {
        "d" | "天" => n,
        "w" | "周" => n.checked_mul(7)?,
        _ => return None,
    };
    (days <= FURTHEST).then_some(days)
}
