//! A draft as a letter: a mail (RFC 5322) or a `mailto:` link (RFC 6068). Where it goes from here is `hand_over`'s.
//!
//! Nothing that comes from the book can begin a heading: names and the subject are one line each, with what steers, reorders or hides
//! written out, and an address that is not one plain address is refused.

use super::Draft;
use crate::domain::day::{Moment, Now};
use crate::domain::message::Message;
use crate::text::{self, Mailbox};
use chrono_tz::Tz;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A mail before it goes out.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Who writes.
    pub from: Mailbox,
    /// To whom.
    pub to: Mailbox,
    /// One line.
    pub subject: String,
    /// The text.
    pub body: String,
    at: Moment,
    zone: Tz,
}

impl Draft {
    /// The draft as a mail of this moment.
    ///
    /// # Errors
    /// `from` is not configured; the client has no mail address, or what stands there is not one address.
    pub fn letter(&self, from: Option<&Mailbox>, now: &Now) -> Result<Letter, Message> {
        let to = self.mailbox()?;
        let from = from.cloned().ok_or_else(|| unset("from", "\"Ada Lane <ada@lane.example>\""))?;
        let (subject, body) = (text::one_line(&self.subject).into_owned(), plain(&self.body));
        Ok(Letter { from, to, subject, body, at: now.instant, zone: now.zone })
    }

    /// The draft as a link that a mail program opens as a new mail.
    ///
    /// # Errors
    /// The client has no mail address, or what stands there is not one address.
    pub fn mailto(&self) -> Result<String, Message> {
        let to = self.mailbox()?;
        let mut url = format!("mailto:{}", encoded(&to.mail, "@"));
        let subject = text::one_line(&self.subject);
        let parts = [("subject", subject.as_ref()), ("body", &plain(&self.body))];
        for (n, (key, value)) in parts.into_iter().filter(|(_, value)| !value.is_empty()).enumerate() {
            let sign = if n == 0 { '?' } else { '&' };
            let _ = write!(url, "{sign}{key}={}", encoded(&value.replace('\n', "\r\n"), ""));
        }
        Ok(url)
    }

    /// To whom a mail goes.
    fn mailbox(&self) -> Result<Mailbox, Message> {
        let name = text::one_line(&self.to).into_owned();
        let Some(mail) = self.mail.as_deref() else { return Err(Message::new("handover-no-mail").with("name", name)) };
        let shown = || text::truncate(&text::one_line(mail), 60).into_owned();
        Mailbox::new(&name, mail)
            .ok_or_else(|| Message::new("handover-bad-mail").with("name", name.as_str()).with("mail", shown()))
    }
}

impl Letter {
    /// The same letter of the same moment has the same: neither chance nor this machine is in it.
    pub fn id(&self) -> String {
        let mut sum = Sha256::new();
        let at = self.at.0.to_string();
        for part in [&self.from.mail, &self.to.mail, &self.subject, &self.body, &at] {
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part.as_bytes());
        }
        sum.finalize().iter().take(16).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// When it was written, seconds since 1970.
    pub(super) fn at(&self) -> i64 {
        self.at.0
    }

    /// The mail with the line ends of the wire (CRLF).
    pub fn mail(&self) -> Vec<u8> {
        let address = |of: &Mailbox| {
            let name = Some(of.name.clone()).filter(|name| !name.is_empty());
            Address::new_address(name, of.mail.clone())
        };
        let mut out = Vec::new();
        MessageBuilder::new()
            .header("Date", Raw::new(self.at.rfc5322(self.zone)))
            .message_id(format!("{}@{}", self.id(), self.from.domain()))
            .from(address(&self.from))
            .to(address(&self.to))
            .subject(self.subject.as_str())
            .text_body(format!("{}\n", self.body))
            .serialize(&mut out);
        out
    }

    /// The mail with the line ends of this machine: what a Maildir holds and `sendmail` reads.
    pub fn local(&self) -> Vec<u8> {
        let mail = self.mail();
        let mut out = Vec::with_capacity(mail.len());
        for (n, byte) in mail.iter().enumerate() {
            if *byte != b'\r' || mail.get(n + 1) != Some(&b'\n') {
                out.push(*byte);
            }
        }
        out
    }
}

/// A key of the configuration is missing, with what it could be.
pub(super) fn unset(key: &'static str, example: &'static str) -> Message {
    Message::new("handover-no-key").with("key", key).with("example", example)
}

/// A text of lines without what only steers a terminal.
fn plain(body: &str) -> String {
    let lines = body.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

/// Percent-encoding of RFC 6068: everything but letters, digits and four signs, and `more`.
fn encoded(text: &str, more: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~".contains(c) || more.contains(c) {
            out.push(c);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
pub(super) mod tests;
