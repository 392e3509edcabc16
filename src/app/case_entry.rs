//! The line of a new case: what happened, and behind `#` its kind, cause and channel, behind `@` when the client said so, `!!` for a complex
//! one; all in any order and shown before Enter.

use super::dates::{self, Typed};
use super::entry::part;
use crate::domain::day::{Moment, Now};
use crate::domain::message::Message;
use crate::domain::words::{Channel, ComplaintKind};
use crate::portfolio::cases::{cause_words, kind_id};

/// What was recognised in the line.
#[derive(Debug, Clone, PartialEq)]
pub struct Reported {
    /// What happened.
    pub text: String,
    /// Kind; a complaint where none is named.
    pub kind: ComplaintKind,
    /// Whether a kind was named.
    named: bool,
    /// A complex problem.
    pub complex: bool,
    /// Why it happened, a code of the policy's list.
    pub cause: Option<String>,
    /// How the client said it.
    pub channel: Option<Channel>,
    /// When the client said it.
    pub opened: Option<Moment>,
    /// What stands behind a sign and is not understood.
    pub unread: Option<Message>,
}

/// The words for kinds and channels in both languages.
const KINDS: &[(&str, ComplaintKind)] = &[
    ("complaint", ComplaintKind::Complaint),
    ("投诉", ComplaintKind::Complaint),
    ("enquiry", ComplaintKind::Enquiry),
    ("question", ComplaintKind::Enquiry),
    ("咨询", ComplaintKind::Enquiry),
    ("support", ComplaintKind::Support),
    ("技术支持", ComplaintKind::Support),
    ("suggestion", ComplaintKind::Suggestion),
    ("建议", ComplaintKind::Suggestion),
    ("conflict", ComplaintKind::Conflict),
    ("冲突", ComplaintKind::Conflict),
    ("客户间冲突", ComplaintKind::Conflict),
];
const CHANNELS: &[(&str, Channel)] = &[
    ("visit", Channel::Visit),
    ("拜访", Channel::Visit),
    ("meeting", Channel::Meeting),
    ("会议", Channel::Meeting),
    ("call", Channel::Call),
    ("phone", Channel::Call),
    ("电话", Channel::Call),
    ("message", Channel::Message),
    ("微信", Channel::Message),
    ("短信", Channel::Message),
    ("email", Channel::Email),
    ("mail", Channel::Email),
    ("邮件", Channel::Email),
    ("letter", Channel::Letter),
    ("信件", Channel::Letter),
];

/// Takes the line apart. `causes` are the codes of the policy with the words for them. What stands behind a sign and is not understood
/// stays in the text and is named in [`Reported::unread`].
pub fn parse(line: &str, causes: &[(String, String)], now: &Now) -> Reported {
    let mut out = Reported {
        text: String::new(),
        kind: ComplaintKind::Complaint,
        named: false,
        complex: false,
        cause: None,
        channel: None,
        opened: None,
        unread: None,
    };
    let past = |phrase: &str| {
        let typed = dates::back(phrase, now).ok()?;
        let then = typed.at.unwrap_or_else(|| typed.day.at(now.instant.local(now.zone).time(), now.zone));
        (then <= now.instant).then_some(then)
    };
    let (line, opened) = behind_at(line, past);
    match opened {
        Some(Ok(at)) => out.opened = Some(at),
        Some(Err(phrase)) => out.unread = Some(Message::new("line-case-moment").with("text", phrase)),
        None => {}
    }
    let line = apart(&line);
    let mut kept: Vec<&str> = Vec::new();
    for word in line.split_whitespace() {
        if !tagged(word, causes, &mut out) {
            kept.push(word);
        }
    }
    out.text = kept.join(" ");
    out
}

/// The offer without its `@…`, and the promised moment behind it; what is no moment to come is named.
///
/// # Errors
/// What stands behind the `@` and is no moment to come.
pub fn offer(line: &str, now: &Now) -> Result<(String, Option<Typed>), Message> {
    let (text, promised) = behind_at(line, |phrase| dates::ahead(phrase, now).ok().filter(|typed| typed.day >= now.today()));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match promised {
        Some(Err(phrase)) => Err(Message::new("line-case-promise").with("text", phrase)),
        Some(Ok(typed)) => Ok((text, Some(typed))),
        None => Ok((text, None)),
    }
}

/// Words behind an `@` that are read as one phrase at most.
const PHRASE: usize = 3;

/// Takes what stands behind an `@` out of the line: the longest run of words that `read` understands, else the word itself as an error. An
/// `@` inside a word is an address and no sign.
fn behind_at<T>(line: &str, read: impl Fn(&str) -> Option<T>) -> (String, Option<Result<T, String>>) {
    let mut before = ' ';
    for (at, sign) in line.char_indices() {
        let is_sign = matches!(sign, '@' | '＠') && !before.is_ascii_alphanumeric();
        before = sign;
        let rest = &line[at + sign.len_utf8()..];
        if !is_sign || rest.chars().next().is_none_or(char::is_whitespace) {
            continue;
        }
        let mut ends: Vec<usize> = Vec::new();
        let mut from = 0;
        for word in rest.split_whitespace().take(PHRASE) {
            from += rest[from..].find(word).unwrap_or(0) + word.len();
            ends.push(from);
        }
        for end in ends.iter().rev() {
            if let Some(found) = read(rest[..*end].trim()) {
                return (format!("{} {}", &line[..at], &rest[*end..]), Some(Ok(found)));
            }
        }
        let word = rest.split_whitespace().next().unwrap_or_default();
        return (line.to_owned(), Some(Err(word.to_owned())));
    }
    (line.to_owned(), None)
}

/// The line with a blank before each `#` that begins a sign: Chinese is written without.
fn apart(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if matches!(c, '#' | '＃') && chars.peek().is_some_and(|next| !next.is_ascii_digit() && !next.is_whitespace()) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// Whether the word is a sign and not a part of what happened.
fn tagged(word: &str, causes: &[(String, String)], out: &mut Reported) -> bool {
    if matches!(word, "!!" | "！！") {
        out.complex = true;
        return true;
    }
    let bare = word.trim_end_matches([',', '，', ';', '；', '.', '。']);
    let tag = bare.strip_prefix(['#', '＃']).filter(|t| !t.is_empty() && !t.starts_with(|c: char| c.is_ascii_digit()));
    let Some(tag) = tag.map(str::to_lowercase) else { return false };
    let named = |(code, words): &&(String, String)| code.to_lowercase() == tag || words.to_lowercase() == tag;
    if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == tag) {
        (out.kind, out.named) = (*kind, true);
    } else if let Some((_, channel)) = CHANNELS.iter().find(|(name, _)| *name == tag) {
        out.channel = Some(*channel);
    } else if let Some((code, _)) = causes.iter().find(named).filter(|_| out.cause.is_none()) {
        out.cause = Some(code.clone());
    } else {
        // A second cause is as little understood as an unknown word.
        out.unread.get_or_insert_with(|| Message::new("line-case-sign").with("text", bare));
        return false;
    }
    true
}

impl Reported {
    /// What was recognised beside the text, to be shown before Enter.
    pub fn parts(&self) -> Vec<Message> {
        let mut out = Vec::new();
        if self.named {
            out.push(Message::new("part-case-kind").with("value", Message::new(kind_id(self.kind))));
        }
        if self.complex {
            out.push(Message::new("part-case-complex"));
        }
        out.extend(self.cause.iter().map(|c| Message::new("part-case-cause").with("value", cause_words(c))));
        out.extend(self.channel.map(|c| Message::new("part-case-channel").with("value", c)));
        out.extend(self.opened.map(|at| Message::new("part-at").with("value", at)));
        if !out.is_empty() && !self.text.is_empty() {
            out.push(part("part-case-text", &self.text));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;

    fn now() -> Now {
        let zone = chrono_tz::Asia::Shanghai;
        let day = Day::ymd(2026, 11, 23).unwrap_or(Day(0));
        Now { instant: Moment(day.start(zone).0 + 9 * 3600 + 240), zone }
    }

    fn causes() -> Vec<(String, String)> {
        [("delivery", "交付"), ("price", "价格")].map(|(code, words)| (code.to_owned(), words.to_owned())).to_vec()
    }

    #[test]
    fn s077_signs_are_read_in_any_order_and_without_blanks() {
        for line in ["third typo #delivery #phone @fri 17:34 !!", "@fri 17:34 !! #phone third typo #delivery"] {
            let r = parse(line, &causes(), &now());
            assert_eq!((r.text.as_str(), r.cause.as_deref(), r.channel), ("third typo", Some("delivery"), Some(Channel::Call)));
            assert!(r.complex && r.unread.is_none() && r.opened.is_some(), "{line}");
        }
        let r = parse("印错#交付@周五17:34", &causes(), &now());
        assert_eq!((r.text.as_str(), r.cause.as_deref(), r.unread), ("印错", Some("delivery"), None));
        assert_eq!(r.opened.map(|at| at.rfc3339(chrono_tz::Asia::Shanghai)), Some("2026-11-20T17:34:00+08:00".to_owned()));
        let r = parse("order #4711 from ann@example.org is late", &causes(), &now());
        assert_eq!((r.text.as_str(), r.unread), ("order #4711 from ann@example.org is late", None));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, text) in [
            ("typo #alien", "#alien"),
            ("typo #price #delivery", "#delivery"),
            ("typo @someday", "someday"),
            ("印错 @明天", "明天"),
            ("typo @2030-01-01", "2030-01-01"),
        ] {
            let named = parse(line, &causes(), &now()).unread.map(|m| m.args[0].1.clone());
            assert_eq!(named, Some(text.into()), "{line}");
        }
    }

    #[test]
    fn s078_only_what_stands_behind_the_sign_is_promised() {
        let read = |line: &str| offer(line, &now()).map(|(text, typed)| (text, typed.map(|t| t.day.to_string())));
        let said = |text: &str, day: Option<&str>| Ok((text.to_owned(), day.map(str::to_owned)));
        assert_eq!(read("free reprint @fri"), said("free reprint", Some("2026-11-27")));
        assert_eq!(read("下周免费重印 @周五"), said("下周免费重印", Some("2026-11-27")));
        assert_eq!(read("周三开会定的方案，重印"), said("周三开会定的方案，重印", None));
        assert!(offer("免费重印 @昨天", &now()).is_err() && offer("reprint @foo", &now()).is_err());
    }
}
