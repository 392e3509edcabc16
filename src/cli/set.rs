//! `client edit --set FIELD=VALUE`: which field is meant. What a changed field does to the book is `client`'s and the store's.

use super::client::{client_kind, language, quiet, some, status};
use super::context::{Book, Context, money, short};
use super::errors::{USAGE, fail};
use super::log::channel;
use crate::domain::action::ClientField;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::i18n::{Lang, Words};
use crate::text::fold;
use anyhow::Result;

/// The fields that `--set` knows, as they stand in the catalogue under `field-…`.
const FIELDS: [&str; 19] = [
    "name",
    "kind",
    "status",
    "industry",
    "region",
    "size",
    "need",
    "since",
    "potential",
    "fit",
    "budget",
    "preferred-channel",
    "quiet-hours",
    "response-hours",
    "language",
    "culture",
    "source",
    "note",
    "do-not-mention",
];

/// What a client has but no field of its own, and the command that changes it.
const ELSEWHERE: [(&[&str], &str); 9] = [
    (&["tier", "tier pin", "pin", "等级", "客户等级"], "touchbase client pin NAME A|B|C|auto -m WHY"),
    (&["tag", "tags", "标签"], "touchbase client tag NAME TAG"),
    (&["email", "e-mail", "mail", "邮箱", "邮件"], "touchbase client edit NAME --email E"),
    (&["phone", "tel", "电话"], "touchbase client edit NAME --phone P"),
    (&["wechat", "微信"], "touchbase client edit NAME --wechat W"),
    (&["person", "people", "role", "联系人"], "touchbase person add NAME PERSON"),
    (&["birthday", "anniversary", "生日", "纪念日"], "touchbase care add NAME birthday MM-DD"),
    (&["plan", "cadence", "next due", "沟通计划"], "touchbase client edit NAME --plan call=10d -m WHY"),
    (&["last touch", "last contact", "上次沟通"], "touchbase log NAME CHANNEL --at WHEN"),
];

/// What never changes.
const FIXED: [&str; 4] = ["id", "external id", "value", "risk"];

/// `FIELD=VALUE`: one of the client's own fields by its name in either language, else a field of the user's.
pub fn field(book: &Book, pair: &str) -> Result<ClientField> {
    let Some((name, value)) = pair.split_once('=').map(|(n, v)| (n.trim(), v.trim())) else {
        return Err(fail(USAGE, Message::new("cli-error-set").with("text", pair)));
    };
    let key = plain(name);
    if let Some((_, command)) = ELSEWHERE.iter().find(|(names, _)| names.iter().any(|n| plain(n) == key)) {
        return Err(fail(USAGE, Message::new("cli-error-set-elsewhere").with("field", name).with("command", *command)));
    }
    if FIXED.iter().any(|n| plain(n) == key) {
        return Err(fail(USAGE, Message::new("cli-error-set-fixed").with("field", name)));
    }
    let bad = || fail(USAGE, Message::new("cli-error-set-value").with("field", name).with("text", value));
    let value = some(value.to_owned());
    Ok(match known(&key) {
        Some("industry") => ClientField::Industry(value),
        Some("region") => ClientField::Region(value),
        Some("size") => ClientField::Size(value),
        Some("need") => ClientField::Need(value),
        Some("source") => ClientField::Source(value),
        Some("note") => ClientField::Note(value),
        Some("do-not-mention") => ClientField::DoNotMention(value),
        Some("response-hours") => ClientField::ResponseHours(value.map(|v| v.parse().map_err(|_| bad())).transpose()?),
        Some("name") => ClientField::Name(value.ok_or_else(bad)?),
        Some("kind") => ClientField::Kind(client_kind(&value.ok_or_else(bad)?)?),
        Some("status") => ClientField::Status(status(&value.ok_or_else(bad)?)?, book.now.today()),
        Some("since") => ClientField::Since(book.when(&value.ok_or_else(bad)?, Look::Back)?.day),
        Some("potential") => ClientField::Potential(value.map(|v| v.parse().map_err(|_| bad())).transpose()?),
        Some("fit") => ClientField::Fit(value.map(|v| v.parse().map_err(|_| bad())).transpose()?),
        Some("budget") => ClientField::Budget(value.map(|v| money(&v, book.snapshot.currency)).transpose()?),
        Some("preferred-channel") => ClientField::PreferredChannel(value.map(|v| channel(&v)).transpose()?),
        Some("language") => ClientField::Language(value.map(|v| language(&v)).transpose()?),
        Some("culture") => ClientField::Culture(value),
        Some("quiet-hours") => ClientField::Quiet(quiet(value.as_deref().unwrap_or_default())?),
        _ => ClientField::Extra(name.to_owned(), value),
    })
}

/// For every own field set whose name is nearly that of a known one: what may have been meant.
pub fn hints(ctx: &Context, book: &Book, fields: &[ClientField]) -> Vec<String> {
    let hint = |field: &ClientField| match field {
        ClientField::Extra(name, Some(_)) => {
            let meant = near(name)?.replace('-', " ");
            Some(ctx.say(&Message::new("cli-set-near").with("field", short(name)).with("meant", meant), &book.now))
        }
        _ => None,
    };
    fields.iter().filter_map(hint).collect()
}

/// One form of a field's name, whatever stands between its words.
fn plain(name: &str) -> String {
    fold(name).chars().filter(|c| !matches!(c, ' ' | '_' | '-')).collect()
}

fn known(key: &str) -> Option<&'static str> {
    if key == "prefer" {
        return Some("preferred-channel");
    }
    let words: Vec<Words> = Lang::ALL.into_iter().map(Words::load).collect();
    let called = |code: &&&str| plain(code) == key || words.iter().any(|w| plain(&w.get(&format!("field-{code}"))) == key);
    FIELDS.iter().find(called).copied()
}

/// The known field that a name misses by a slip or two.
fn near(name: &str) -> Option<&'static str> {
    let key = plain(name);
    let slips = |code: &str| distance(&key, &plain(code));
    let best = FIELDS.iter().copied().min_by_key(|code| slips(code))?;
    (slips(best) <= if best.len() > 5 { 2 } else { 1 }).then_some(best)
}

/// How many letters must be put in, taken out or exchanged to come from one word to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (n, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = n + 1;
        for (m, y) in b.iter().enumerate() {
            let above = row[m + 1];
            row[m + 1] = (diagonal + usize::from(x != *y)).min(above + 1).min(row[m] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_known_in_both_languages_and_nearly() {
        assert_eq!(known(&plain("Do not mention")), Some("do-not-mention"));
        assert_eq!(known(&plain("行业")), Some("industry"));
        assert_eq!(known(&plain("Portal login")), None);
        assert_eq!(near("industy"), Some("industry"));
        assert_eq!(near("regoin"), Some("region"));
        assert_eq!(near("Portal login"), None);
        assert_eq!(near("fax"), None);
    }
}
