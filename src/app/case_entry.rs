//! The line of a new case: what happened, and behind `#` its kind, cause and channel, behind `@` when the client said so, `!!` for a complex
//! one; all in any order and shown before Enter.

use super::dates;
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

/// Takes the line apart. `causes` are the codes of the policy with the words for them.
pub fn parse(line: &str, causes: &[(String, String)], now: &Now) -> Reported {
    let mut out = Reported {
        text: String::new(),
        kind: ComplaintKind::Complaint,
        named: false,
        complex: false,
        cause: None,
        channel: None,
        opened: None,
    };
    let line = moment(line, &mut out, now);
    let mut kept: Vec<&str> = Vec::new();
    for word in line.split_whitespace() {
        if !tagged(word, causes, &mut out) {
            kept.push(word);
        }
    }
    out.text = kept.join(" ");
    out
}

/// Takes the moment behind an `@` out of the line.
fn moment(line: &str, out: &mut Reported, now: &Now) -> String {
    for (at, sign) in line.char_indices().filter(|(_, c)| matches!(c, '@' | '＠')) {
        let rest = &line[at + sign.len_utf8()..];
        let words: Vec<&str> = rest.split_whitespace().take(3).collect();
        // The longest run of words that is a moment of the past.
        for n in (1..=words.len()).rev() {
            let phrase = words[..n].join(" ");
            let Ok(typed) = dates::back(&phrase, now) else { continue };
            let then = typed.at.unwrap_or_else(|| typed.day.at(now.instant.local(now.zone).time(), now.zone));
            if then > now.instant {
                continue;
            }
            out.opened = Some(then);
            let used = rest.find(words[n - 1]).map_or(rest.len(), |from| {
                let end = from + words[n - 1].len();
                end.min(rest.len())
            });
            return format!("{} {}", &line[..at], &rest[used..]);
        }
    }
    line.to_owned()
}

/// Whether the word is a sign and not a part of what happened.
fn tagged(word: &str, causes: &[(String, String)], out: &mut Reported) -> bool {
    if matches!(word, "!!" | "！！") {
        out.complex = true;
        return true;
    }
    let bare = word.trim_end_matches([',', '，', ';', '；', '.', '。']);
    let Some(tag) = bare.strip_prefix(['#', '＃']).filter(|t| !t.is_empty()) else { return false };
    let tag = tag.to_lowercase();
    if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == tag) {
        (out.kind, out.named) = (*kind, true);
    } else if let Some((_, channel)) = CHANNELS.iter().find(|(name, _)| *name == tag) {
        out.channel = Some(*channel);
    } else if let Some((code, _)) =
        causes.iter().find(|(code, words)| code.to_lowercase() == tag || words.to_lowercase() == tag)
    {
        out.cause = Some(code.clone());
    } else {
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
