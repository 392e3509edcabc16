//! A name with a mail address, as it is written in a heading of a mail: `Ada Lane <ada@lane.example>`. What a letter is made of is
//! `messages`' business.

use super::safe::one_line;

/// Who a mail is from, or to whom it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name, one line; empty where there is none.
    pub name: String,
    /// The address.
    pub mail: String,
}

impl Mailbox {
    /// A name and an address; `None` where the address is not one single address. The name becomes one line, and what steers,
    /// reorders or hides in it is written out: nothing of it can begin a heading.
    pub fn new(name: &str, mail: &str) -> Option<Mailbox> {
        let mail = mail.trim();
        is_mail(mail).then(|| Mailbox { name: one_line(name).trim().to_owned(), mail: mail.to_owned() })
    }

    /// Reads `Ada Lane <ada@lane.example>`, `"Lane, Ada" <…>` or the address alone.
    pub fn parse(text: &str) -> Option<Mailbox> {
        let text = text.trim();
        match text.strip_suffix('>').and_then(|text| text.split_once('<')) {
            Some((name, mail)) => {
                let name = name.trim();
                let bare = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
                Mailbox::new(bare, mail)
            }
            None => Mailbox::new("", text),
        }
    }

    /// What stands behind the `@`.
    pub fn domain(&self) -> &str {
        self.mail.rsplit_once('@').map_or("localhost", |(_, domain)| domain)
    }
}

/// Whether this is one mail address and nothing besides: no second one, no name, no blank, nothing that could end its line.
pub fn is_mail(text: &str) -> bool {
    // The longest path of RFC 5321.
    const LONGEST: usize = 254;
    let plain = |part: &str, more: &str| {
        let fits = |c: char| c.is_alphanumeric() || c == '.' || c == '-' || more.contains(c);
        !part.is_empty() && !part.starts_with('.') && !part.ends_with('.') && !part.contains("..") && part.chars().all(fits)
    };
    let Some((who, domain)) = text.split_once('@') else { return false };
    // A hyphen in front would be read as an option by a program that gets the address as an argument.
    text.len() <= LONGEST && !who.starts_with('-') && plain(who, "!#$%&'*+/=?^_`{|}~") && plain(domain, "")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_with_an_address_is_read_in_three_ways() {
        for (text, name) in [
            ("Ada Lane <ada@lane.example>", "Ada Lane"),
            ("\"Lane, Ada\" <ada@lane.example>", "Lane, Ada"),
            (" ada@lane.example ", ""),
            ("陈一 <ada@lane.example>", "陈一"),
        ] {
            let read = Mailbox::parse(text).unwrap();
            assert_eq!((read.name.as_str(), read.mail.as_str(), read.domain()), (name, "ada@lane.example", "lane.example"));
        }
    }

    #[test]
    fn only_one_plain_address_is_one() {
        for good in ["a@b.example", "a.b+c@d-e.example", "o'neil@b.example", "用户@例子.公司", "a@localhost"] {
            assert!(is_mail(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b",
            "a@",
            "a@b@c",
            "a b@c.example",
            "a@b.example, c@d.example",
            "a@b.example\r\nBcc: c@d.example",
            "a@b.example\nX: y",
            "a@b.exam\u{202e}ple",
            "a@b.example>",
            "A <a@b.example>",
            "-t@b.example",
            "a..b@c.example",
            ".a@c.example",
            "a@c.example.",
            "a@b.example\0",
            "a@b.example?bcc=c@d.example",
        ] {
            assert!(!is_mail(bad), "{bad:?}");
        }
        assert!(!is_mail(&format!("{}@b.example", "a".repeat(300))));
    }

    #[test]
    fn a_name_is_one_line_and_hides_nothing() {
        let read = Mailbox::new("Ada\r\nBcc: all@x.example\u{202e}", "ada@lane.example").unwrap();
        assert_eq!(read.name, "Ada Bcc: all@x.example<U+202E>");
    }
}
