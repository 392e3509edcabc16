//! The one-line entry of a new client, lead or promise: parts in any order, recognised word by word and shown before Enter.

use super::dates::{self, Typed};
use crate::domain::action::NewPoint;
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::words::PointKind;

/// What was recognised in a line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parsed {
    /// The client's name.
    pub name: String,
    /// A person, recognised by a form of address, or between commas by the way a name is written.
    pub person: Option<String>,
    /// Phone numbers and mail addresses.
    pub points: Vec<NewPoint>,
    /// Words after `#`.
    pub tags: Vec<String>,
    /// The first date.
    pub due: Option<Typed>,
    /// Whatever is left: the need, or what is to be done.
    pub text: String,
}

/// Words before a person's name.
const BEFORE: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme"];
/// Forms of address behind a Chinese name.
const BEHIND: &[&str] = &[
    "经理",
    "总监",
    "先生",
    "女士",
    "小姐",
    "老师",
    "主任",
    "主管",
    "老板",
    "处长",
    "科长",
    "院长",
    "医生",
    "厂长",
    "董事长",
    "总",
    "工",
    "董",
    "姐",
    "哥",
];
fn is_han(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x9fff | 0x20000..=0x3134f)
}

fn is_person(word: &str) -> bool {
    let chars = word.chars().count();
    (2..=6).contains(&chars)
        && word.chars().all(is_han)
        && BEHIND.iter().any(|b| word.ends_with(b) && (1..=3).contains(&(chars - b.chars().count())))
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.'))
}

/// How many words from the start make up a phone number.
fn phone_words(words: &[&str]) -> Option<usize> {
    let is_part =
        |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'(' | b')' | b'/'));
    // A comma ends a number.
    let ends = words.iter().position(|w| bare(w).len() < w.len()).map_or(words.len(), |n| n + 1);
    let count = words[..ends].iter().take_while(|w| is_part(bare(w))).count();
    let digits = words[..count].iter().flat_map(|w| w.bytes()).filter(u8::is_ascii_digit).count();
    (count > 0 && (7..=16).contains(&digits)).then_some(count)
}

/// Takes a line apart.
pub fn parse(line: &str, now: &Now) -> Parsed {
    let mut out = Parsed::default();
    let line = &spaced(&half_width(line));
    // Runs of words that nothing else claimed: the first is the name, the others a person or the text.
    let mut runs: Vec<Run<'_>> = Vec::new();
    match dates::in_entry(line, now) {
        Some((range, due)) => {
            out.due = Some(due);
            take(&line[..range.start], &mut out, &mut runs);
            take(&line[range.end..], &mut out, &mut runs);
        }
        None => take(line, &mut out, &mut runs),
    }
    let mut runs = runs.into_iter().filter(|r| !r.words.is_empty());
    let first = runs.next().unwrap_or_default().words;
    let mut rest: Vec<&str> = Vec::new();
    for run in runs {
        if out.person.is_none() && run.after_comma && is_full_name(&run.words) {
            out.person = Some(run.words.join(" "));
        } else {
            rest.extend(run.words);
        }
    }
    // A Chinese name has no blanks: what follows the first one is already the text.
    let name_words = if first.first().is_some_and(|w| w.chars().any(is_han)) { 1 } else { first.len() };
    out.name = first[..name_words.min(first.len())].join(" ");
    let text: Vec<&str> = first.iter().skip(name_words).copied().chain(rest).collect();
    out.text = text.join(" ");
    out
}

/// Words that stand together.
#[derive(Default)]
struct Run<'a> {
    words: Vec<&'a str>,
    /// A comma divides them from what stands before.
    after_comma: bool,
}

/// Full-width letters, digits and signs of an input method as the ones that are meant; Chinese punctuation stays.
fn half_width(line: &str) -> String {
    let half = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＃' | '＋' | '＠' | '．' | '－' | '＿' => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        c => c,
    };
    line.chars().map(half).collect()
}

/// The line with a blank behind every comma that does not stand inside a number, so that commas divide words.
fn spaced(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        out.push(c);
        let in_number = before.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit);
        if matches!(c, ',' | '，') && !in_number {
            out.push(' ');
        }
        before = c;
    }
    out
}

/// Two or three words that are written like a person's name.
fn is_full_name(words: &[&str]) -> bool {
    (2..=3).contains(&words.len()) && words.iter().all(|w| is_capitalised(w))
}

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
}

/// The word without the mark that ends a part.
fn bare(word: &str) -> &str {
    word.trim_end_matches([':', '：', ',', '，', ';', '；'])
}

/// Takes a stretch without date apart.
fn take<'a>(stretch: &'a str, out: &mut Parsed, runs: &mut Vec<Run<'a>>) {
    let words: Vec<&str> = stretch.split_whitespace().collect();
    let mut run = Run::default();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest = &words[at..];
        let taken = if let Some(tag) = bare(word).strip_prefix(['#', '＃']).filter(|t| !t.is_empty()) {
            out.tags.push(tag.to_owned());
            1
        } else if is_mail(bare(word)) {
            out.points.push(NewPoint { kind: PointKind::Email, value: bare(word).to_owned(), label: None });
            1
        } else if let Some(n) = phone_words(rest) {
            out.points.push(NewPoint { kind: PointKind::Phone, value: bare(&rest[..n].join(" ")).to_owned(), label: None });
            n
        } else if let Some(n) = person_words(rest).filter(|_| out.person.is_none()) {
            out.person = Some(bare(&rest[..n].join(" ")).to_owned());
            n
        } else {
            let bare = bare(word);
            run.words.extend((!bare.is_empty()).then_some(bare));
            if bare.len() < word.len() {
                let after_comma = word.ends_with([',', '，']);
                runs.push(std::mem::replace(&mut run, Run { words: Vec::new(), after_comma }));
            }
            at += 1;
            continue;
        };
        let after_comma = words[at + taken - 1].ends_with([',', '，']);
        runs.push(std::mem::replace(&mut run, Run { words: Vec::new(), after_comma }));
        at += taken;
    }
    runs.push(run);
}

fn person_words(words: &[&str]) -> Option<usize> {
    let first = words.first()?;
    if is_person(bare(first)) {
        return Some(1);
    }
    let title = first.trim_end_matches('.').to_lowercase();
    let is_title = BEFORE.contains(&title.as_str()) && first.chars().next().is_some_and(char::is_uppercase);
    if !is_title || words.len() < 2 {
        return None;
    }
    // A first and a last name may follow; a comma ends them.
    let both = bare(words[1]) == words[1] && words.get(2).is_some_and(|w| is_capitalised(words[1]) && is_capitalised(bare(w)));
    Some(if both { 3 } else { 2 })
}

/// Takes a promise apart: the first date, and everything else as its text.
pub fn promise(line: &str, now: &Now) -> (String, Option<Typed>) {
    let (before, after, due) = match dates::in_text(line, now) {
        Some((range, due)) => (&line[..range.start], &line[range.end..], Some(due)),
        None => (line, "", None),
    };
    let words: Vec<&str> = before.split_whitespace().chain(after.split_whitespace()).collect();
    (words.join(" "), due)
}

/// A note taken apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Note {
    /// What is kept as the note.
    pub text: String,
    /// What it promises: each behind a `+` with its day, up to the next one, a semicolon or the line's end.
    pub owed: Vec<(String, Typed)>,
    /// Words after `#`.
    pub tags: Vec<String>,
}

/// Takes a note apart: `+3d send quote` is a promise, `#tag` a tag, everything else the note.
pub fn note(text: &str, now: &Now) -> Note {
    let mut out = Note::default();
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let mut kept: Vec<String> = Vec::new();
        let mut at = 0;
        for (n, piece) in line.split(['+', '＋']).enumerate() {
            // The sign in front of the piece as it was typed.
            let sign = line[..at].chars().next_back().map(String::from).unwrap_or_default();
            at += piece.len();
            at += line[at..].chars().next().map_or(0, char::len_utf8);
            if n > 0
                && let Some((due, rest)) = promised_for(piece, now)
            {
                let (what, after) = rest.split_once([';', '；']).unwrap_or((rest, ""));
                let what = without_tags(what, &mut out.tags);
                if !what.is_empty() {
                    out.owed.push((what, due));
                    kept.push(without_tags(after, &mut out.tags));
                    continue;
                }
            }
            // A plus that begins nothing is part of what stands before it.
            match kept.last_mut().filter(|_| n > 0) {
                Some(before) => before.push_str(&format!("{sign}{}", tagless(piece, &mut out.tags))),
                None => kept.push(format!("{sign}{}", tagless(piece, &mut out.tags))),
            }
        }
        kept.retain(|k| !k.trim().is_empty());
        lines.push(kept.iter().map(|k| k.trim().trim_end_matches([';', '；']).trim_end()).collect::<Vec<_>>().join("; "));
    }
    // Blank lines between paragraphs stay, those around the note go.
    out.text = lines.join("\n").trim().to_owned();
    out
}

/// A date that stands right behind a plus, and what follows it.
fn promised_for<'a>(piece: &'a str, now: &Now) -> Option<(Typed, &'a str)> {
    let with_sign = format!("+{piece}");
    if let Some((range, due)) = dates::in_entry(&with_sign, now).filter(|(range, _)| range.start == 0) {
        return piece.get(range.end - 1..).map(|rest| (due, rest.trim()));
    }
    let begins = |found: &(std::ops::Range<usize>, Typed)| found.0.start == 0;
    // Chinese stands without blanks: `周五发报价`.
    let (range, due) = dates::in_entry(piece, now).filter(begins).or_else(|| dates::in_text(piece, now).filter(begins))?;
    piece.get(range.end..).map(|rest| (due, rest.trim()))
}

/// The words without those that are tags, which are collected.
fn without_tags(text: &str, tags: &mut Vec<String>) -> String {
    tagless(text, tags).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same with its blanks as they were; a tag in the middle of a sentence is a word of it and stays.
fn tagless(text: &str, tags: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(text.len());
    // Where the words end behind which there are only tags.
    let mut end = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        out.push_str(word);
        let tag = bare(word.trim_end()).strip_prefix(['#', '＃']);
        match tag.filter(|t| !t.is_empty() && !t.chars().all(|c| c.is_ascii_digit())) {
            Some(tag) if tags.iter().all(|t| t != tag) => tags.push(tag.to_owned()),
            Some(_) => {}
            None if word.trim().is_empty() => {}
            None => end = out.len(),
        }
    }
    out.truncate(end);
    out
}

impl Note {
    /// What was recognised, to be shown before Enter; nothing for a plain note.
    pub fn parts(&self) -> Vec<Message> {
        let owed = self.owed.iter().flat_map(|(what, due)| [part("part-step", what), due_part(*due)]);
        owed.chain(self.tags.iter().map(|t| part("part-tag", t))).collect()
    }
}

pub(super) fn part(id: &'static str, value: &str) -> Message {
    Message::new(id).with("value", value)
}

/// A typed date as a part.
pub fn due_part(due: Typed) -> Message {
    day_part("part-due", due)
}

/// A typed date in other words: until, on, at.
pub fn day_part(id: &'static str, typed: Typed) -> Message {
    match typed.at {
        Some(at) => Message::new(id).with("value", at),
        None => Message::new(id).with("value", typed.day),
    }
}

impl Parsed {
    /// What was recognised, to be shown before Enter: words with a date are something to do, without one they are the need.
    pub fn parts(&self) -> Vec<Message> {
        let mut out = Vec::new();
        if !self.name.is_empty() {
            out.push(part("part-name", &self.name));
        }
        out.extend(self.person.iter().map(|p| part("part-person", p)));
        for point in &self.points {
            out.push(part(if point.kind == PointKind::Email { "part-email" } else { "part-phone" }, &point.value));
        }
        out.extend(self.tags.iter().map(|t| part("part-tag", t)));
        out.extend(self.due.map(due_part));
        if !self.text.is_empty() {
            out.push(part(if self.due.is_some() { "part-step" } else { "part-need" }, &self.text));
        }
        out
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::day::Day;

    fn now() -> Now {
        let zone = chrono_tz::Asia::Shanghai;
        Now { instant: Day::ymd(2026, 11, 23).unwrap().at(chrono::NaiveTime::from_hms_opt(9, 4, 0).unwrap(), zone), zone }
    }

    #[test]
    fn a_line_is_taken_apart_whatever_the_order() {
        let friday = Day::ymd(2026, 11, 27).unwrap();
        for line in ["海川阀门 王总 13800138000 #广交会 fri 报价", "#广交会 海川阀门 fri 13800138000 报价 王总"]
        {
            let p = parse(line, &now());
            assert_eq!((p.name.as_str(), p.person.as_deref(), p.text.as_str()), ("海川阀门", Some("王总"), "报价"), "{line}");
            assert_eq!(p.due.unwrap().day, friday);
            assert_eq!((p.points[0].value.as_str(), p.tags[0].as_str()), ("13800138000", "广交会"));
        }
        let p = parse("Haichuan Valves Ms Wang +49 30 1234567 wang@haichuan.cn fri 15:00 send the quote", &now());
        assert_eq!(
            (p.name.as_str(), p.person.as_deref(), p.text.as_str()),
            ("Haichuan Valves", Some("Ms Wang"), "send the quote")
        );
        assert_eq!(p.points.iter().map(|p| p.value.as_str()).collect::<Vec<_>>(), ["+49 30 1234567", "wang@haichuan.cn"]);
        assert!(p.due.unwrap().at.is_some());
        let p = parse("Delta Foods: a new label", &now());
        assert_eq!((p.name.as_str(), p.text.as_str()), ("Delta Foods", "a new label"));
        assert_eq!(parse("  ", &now()), Parsed::default());
        let p = parse("Bluebird Bakery, Ms Tina Fox tina@bb.example", &now());
        assert_eq!((p.name.as_str(), p.person.as_deref(), p.text.as_str()), ("Bluebird Bakery", Some("Ms Tina Fox"), ""));
        assert_eq!(p.points[0].value, "tina@bb.example");
        let p = parse("Seaside Cafe Anna Blum 01715550123", &now());
        assert_eq!((p.name.as_str(), p.person.as_deref()), ("Seaside Cafe Anna Blum", None), "nobody can tell");
        for line in ["Seaside Cafe, Anna Blum, 0171 5550123, #sea, fri", "Seaside Cafe,Anna Blum,0171 5550123,#sea,fri"] {
            let p = parse(line, &now());
            assert_eq!(
                (p.name.as_str(), p.person.as_deref(), p.text.as_str()),
                ("Seaside Cafe", Some("Anna Blum"), ""),
                "{line}"
            );
            assert_eq!((p.points[0].value.as_str(), &p.tags[..]), ("0171 5550123", &["sea".to_owned()][..]), "{line}");
            assert_eq!(p.due.unwrap().day, friday, "{line}");
        }
        let p = parse("Seaside Cafe, send the menu", &now());
        assert_eq!((p.name.as_str(), p.person.as_deref(), p.text.as_str()), ("Seaside Cafe", None, "send the menu"));
        let p = parse("ＡＢＣ公司　王总　１３８００１３８０００　＃广交会", &now());
        assert_eq!((p.name.as_str(), p.person.as_deref()), ("ABC公司", Some("王总")));
        assert_eq!((p.points[0].value.as_str(), p.tags[0].as_str()), ("13800138000", "广交会"));
        let p = parse("海川阀门，王总，13800138000，报价", &now());
        assert_eq!((p.name.as_str(), p.person.as_deref(), p.text.as_str()), ("海川阀门", Some("王总"), "报价"));
    }

    #[test]
    fn a_note_may_promise_and_tag() {
        let day = |d| Day::ymd(2026, 11, d).unwrap();
        let read = |text: &str| {
            let n = note(text, &now());
            let owed: Vec<_> = n.owed.iter().map(|(t, d)| (t.clone(), d.day)).collect();
            (n.text, owed, n.tags)
        };
        let none: Vec<(String, Day)> = Vec::new();
        assert_eq!(read("wants two variants"), ("wants two variants".into(), none.clone(), vec![]));
        assert_eq!(
            read("budget approved +3d send quote #relaunch"),
            ("budget approved".into(), vec![("send quote".into(), day(26))], vec!["relaunch".into()])
        );
        assert_eq!(
            read("+fri 15:00 call Ms Li; she was ill +2d send the file").1,
            [("call Ms Li".to_owned(), day(27)), ("send the file".to_owned(), day(25))]
        );
        assert_eq!(
            read("要新报价 +周五发报价 #展会"),
            ("要新报价".into(), vec![("发报价".into(), day(27))], vec!["展会".into()])
        );
        assert_eq!(
            read("call +86 138 0013 8000 about case #12, 1+1"),
            ("call +86 138 0013 8000 about case #12, 1+1".into(), none, vec![])
        );
        assert_eq!(read("#fair"), (String::new(), vec![], vec!["fair".into()]));
        assert_eq!(
            read("wants #relaunch soon, 1＋1\n\nand more"),
            ("wants #relaunch soon, 1＋1\n\nand more".into(), vec![], vec!["relaunch".into()])
        );
    }

    #[test]
    fn a_promise_is_a_date_and_the_rest() {
        let (text, due) = promise("call Ms Li +3d about the budget", &now());
        assert_eq!((text.as_str(), due.unwrap().day), ("call Ms Li about the budget", Day::ymd(2026, 11, 26).unwrap()));
        assert_eq!(promise("send 3 samples", &now()), ("send 3 samples".to_owned(), None));
    }
}
