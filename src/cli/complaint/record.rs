//! The written record of a case (S82): one Markdown document for the client's file. Nothing in the data can become Markdown of its own.

use super::super::context::{Book, Context};
use super::clocks;
use super::entries::Entry;
use super::list::mark;
use super::show::{facts, state_id, wait};
use crate::domain::day::Moment;
use crate::domain::message::Message;
use crate::domain::words::CaseEventKind;
use crate::portfolio::cases::kind_id;
use crate::portfolio::prep::escape;
use crate::portfolio::{Assessed, Case, CaseFile};
use crate::text::{one_line, sanitize_lines};

/// The page while it is written.
struct Page<'a> {
    ctx: &'a Context,
    book: &'a Book,
    out: String,
}

/// The record of a case.
pub fn markdown(ctx: &Context, book: &Book, case: &Case, file: &CaseFile, entries: &[Entry<'_>]) -> String {
    let mut page = Page { ctx, book, out: String::new() };
    page.head(case, file);
    page.quote("cli-case-section-said", &case.row.text);
    if let Some(demand) = &file.detail.demand {
        page.quote("cli-case-section-demand", demand);
    }
    page.clocks(case);
    page.log(entries);
    page.negotiation(case, entries);
    page.outcome(case, entries);
    page.evidence(file);
    page.out
}

impl Page<'_> {
    fn say(&self, message: &Message) -> String {
        // Seen from another year every date has its year: a record is read years later.
        plain(&self.ctx.say(message, &self.book.now.at(Moment(0))))
    }

    fn word(&self, id: &str) -> String {
        plain(&self.ctx.words.get(id))
    }

    /// A moment that can still be read years later.
    fn moment(&self, at: Moment) -> String {
        at.local(self.book.now.zone).format("%Y-%m-%d %H:%M").to_string()
    }

    /// A name and what it says, both safe already.
    fn pair(&self, name: String, text: String) -> String {
        self.ctx.say(&Message::new("cli-case-record-pair").with("name", name).with("text", text), &self.book.now)
    }

    fn section(&mut self, id: &str) {
        let title = self.word(id);
        self.out.push_str(&format!("\n## {title}\n\n"));
    }

    fn row(&mut self, cells: &[String]) {
        self.out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }

    /// The heading of a table.
    fn columns(&mut self, ids: &[&str]) {
        let titles: Vec<String> = ids.iter().map(|id| self.word(id)).collect();
        self.row(&titles);
        self.row(&vec!["---".to_owned(); ids.len()]);
    }

    fn head(&mut self, case: &Case, file: &CaseFile) {
        let name = self.book.snapshot.client(case.client).map(Assessed::name).unwrap_or_default();
        let kind = Message::new(kind_id(case.row.kind));
        let title = self.say(
            &Message::new("cli-case-record-title")
                .with("kind", kind.clone())
                .with("no", case.row.no)
                .with("client", one_line(name).into_owned()),
        );
        let now = &self.book.now;
        let as_of = Message::new("cli-case-record-as-of").with("at", self.moment(now.instant)).with("zone", now.zone.name());
        let as_of = self.say(&as_of);
        self.out.push_str(&format!("# {title}\n\n{as_of}\n\n"));
        let mut rows = vec![
            (self.ctx.words.get("cli-case-client"), plain(name)),
            (self.ctx.words.get("cli-case-kind"), self.say(&kind)),
            (self.ctx.words.get("cli-case-stage"), self.say(&clocks::stage(case))),
            (self.ctx.words.get("cli-case-opened"), self.moment(case.row.opened)),
        ];
        rows.extend(facts(self.ctx, self.book, case, file).into_iter().map(|(name, text)| (name, plain(&text))));
        self.row(&[self.word("cli-case-number"), case.row.no.to_string()]);
        self.row(&["---".to_owned(), "---".to_owned()]);
        for (name, text) in rows {
            self.row(&[plain(&name), text]);
        }
    }

    /// What the client said or wants, line by line.
    fn quote(&mut self, id: &str, text: &str) {
        self.section(id);
        for line in sanitize_lines(text.trim()).lines() {
            self.out.push_str(format!("> {}", plain(line)).trim_end());
            self.out.push('\n');
            // A line of its own stays one.
            self.out.push_str(">\n");
        }
        self.out.truncate(self.out.len().saturating_sub(2));
    }

    fn clocks(&mut self, case: &Case) {
        let readings = self.book.snapshot.readings(case, &self.book.now);
        self.section("cli-case-section-clocks");
        self.columns(&["cli-case-column-clock", "cli-case-column-limit", "cli-case-column-due", "cli-case-column-state"]);
        for (id, reading, limit) in [
            ("cli-case-first", readings.first, readings.first_limit),
            ("cli-case-solution", readings.solution_overall(), readings.solution_limit),
        ] {
            let due = reading.map(|r| self.moment(r.due)).unwrap_or_default();
            self.row(&[
                self.word(id),
                self.say(&clocks::limit(limit)),
                due,
                self.say(&clocks::state(reading, limit, self.book.now.instant)),
            ]);
        }
        let mut more = Vec::new();
        more.extend(case.progress.promised.map(|at| (self.word("cli-case-promised"), self.moment(at))));
        more.extend(wait(self.book, case).map(|wait| (self.word("cli-case-wait"), self.say(&wait))));
        more.extend(readings.follow_up.map(|day| (self.word("cli-case-follow-up"), day.to_string())));
        for (n, (name, text)) in more.iter().enumerate() {
            let gap = if n == 0 { "\n" } else { "" };
            let pair = self.pair(name.clone(), text.clone());
            self.out.push_str(&format!("{gap}- {pair}\n"));
        }
    }

    fn log(&mut self, entries: &[Entry<'_>]) {
        self.section("cli-case-section-log");
        if entries.is_empty() {
            let none = self.word("cli-case-log-none");
            self.out.push_str(&format!("{none}\n"));
            return;
        }
        self.columns(&[
            "cli-case-column-n",
            "cli-case-column-when",
            "cli-case-column-what",
            "cli-case-column-how",
            "cli-case-column-words",
        ]);
        for entry in entries {
            let mut words: Vec<String> = entry.detail.text.iter().map(|text| broken(text)).filter(|t| !t.is_empty()).collect();
            words.extend(entry.more().iter().map(|more| self.say(more)));
            let struck = |text: String| if entry.corrected && !text.is_empty() { format!("~~{text}~~") } else { text };
            let mut what = struck(self.say(&entry.what()));
            if let Some(remark) = entry.remark() {
                what.push_str(&format!(" ({})", self.say(&remark)));
            }
            let words: Vec<String> = words.into_iter().map(struck).collect();
            let how = plain(&entry.how(self.ctx, self.book));
            self.row(&[entry.n.to_string(), self.moment(entry.detail.event.at), what, how, words.join("<br>")]);
        }
    }

    /// What was offered and what came of it, round by round (S80).
    fn negotiation(&mut self, case: &Case, entries: &[Entry<'_>]) {
        let mut rounds: Vec<(&Entry<'_>, Option<&Entry<'_>>)> = Vec::new();
        // In the order in which they count: a correction stands where the corrected entry stood.
        let counted = case.row.events_at(self.book.now.instant);
        let of = |id| entries.iter().find(|e| e.detail.event.id == id && !e.idle);
        for entry in counted.iter().filter_map(|event| of(event.id)) {
            match entry.detail.event.kind {
                CaseEventKind::Propose => rounds.push((entry, None)),
                CaseEventKind::Reject | CaseEventKind::Resolve => {
                    if let Some((_, answer @ None)) = rounds.last_mut() {
                        *answer = Some(entry);
                    }
                }
                _ => {}
            }
        }
        if rounds.is_empty() {
            return;
        }
        self.section("cli-case-section-negotiation");
        self.columns(&["cli-case-column-n", "cli-case-column-offer", "cli-case-column-answer"]);
        for (n, (offer, answer)) in rounds.into_iter().enumerate() {
            let said = |entry: &Entry<'_>| {
                let what = format!("{} {}", self.moment(entry.detail.event.at), self.say(&entry.what()));
                let text = entry.detail.text.as_deref().map(broken).filter(|t| !t.is_empty());
                std::iter::once(what).chain(text).collect::<Vec<_>>().join("<br>")
            };
            let answer = answer.map_or_else(|| self.word("cli-case-undecided"), said);
            self.row(&[(n + 1).to_string(), said(offer), answer]);
        }
    }

    fn outcome(&mut self, case: &Case, entries: &[Entry<'_>]) {
        let progress = &case.progress;
        let mut lines = Vec::new();
        let dated = |id: &str, at: Moment| format!("{} {}", self.word(id), self.moment(at));
        if let Some(at) = progress.resolved {
            let how = entries.iter().rfind(|e| !e.corrected && !e.idle && e.detail.event.kind == CaseEventKind::Resolve);
            let how = how.and_then(|e| e.detail.text.as_deref()).map(plain).filter(|text| !text.is_empty());
            let when = dated("cli-case-record-resolved", at);
            lines.push(how.map_or_else(|| when.clone(), |how| self.pair(when.clone(), how)));
        }
        lines.extend(progress.ratings.iter().map(|marked| {
            let said = self.say(&mark(marked.rating));
            self.pair(dated("cli-case-marked", marked.at), said)
        }));
        lines.extend(progress.reopened.iter().map(|at| dated("cli-case-record-reopened", *at)));
        lines.extend(case.row.remedy.map(|cost| self.pair(self.word("cli-case-remedy"), plain(&cost.to_string()))));
        lines.push(match progress.closed {
            Some(at) => dated("cli-case-record-closed", at),
            None => self.pair(self.word("cli-case-record-open"), self.say(&clocks::stage(case))),
        });
        self.section("cli-case-section-outcome");
        for line in lines {
            self.out.push_str(&format!("- {line}\n"));
        }
    }

    fn evidence(&mut self, file: &CaseFile) {
        if file.detail.evidence.is_empty() {
            return;
        }
        self.section("cli-case-section-evidence");
        self.columns(&[
            "cli-case-column-n",
            "cli-case-column-file",
            "cli-case-column-bytes",
            "cli-case-column-sha256",
            "cli-case-column-added",
            "cli-case-column-state",
            "cli-case-column-note",
        ]);
        for (n, (e, state)) in file.detail.evidence.iter().zip(&file.evidence).enumerate() {
            let note = e.note.as_deref().map(broken).unwrap_or_default();
            let hash = format!("`{}`", e.sha256);
            let state = self.word(state_id(*state));
            self.row(&[(n + 1).to_string(), plain(&e.path), e.size.to_string(), hash, self.moment(e.added), state, note]);
        }
    }
}

/// Text of one row in which nothing is Markdown.
fn plain(text: &str) -> String {
    escape(&one_line(text))
}

/// Text of several lines inside a cell.
fn broken(text: &str) -> String {
    let safe = sanitize_lines(text.trim());
    let lines: Vec<String> = safe.lines().map(plain).filter(|line| !line.is_empty()).collect();
    lines.join("<br>")
}
