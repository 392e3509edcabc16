//! vCard 2.1, 3.0 and 4.0: cards as people at their organisation, or as clients of their own.
//! The `calcard` crate reads the properties; cutting the file into cards, with their lines, is done here.

use super::cells;
use super::contacts::{full_name, number_kind};
use super::dates;
use super::record::*;
use super::sources::Source;
use super::table::LONGEST;
use super::vcard21;
use crate::domain::action::NewPoint;
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::validate::is_blank;
use crate::domain::words::{ClientKind, PointKind};
use calcard::common::PartialDateTime;
use calcard::vcard::{VCard, VCardEntry, VCardKind, VCardParameterName, VCardParameterValue, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use std::collections::HashMap;

/// A card cut out of its file: first line and text, or why it is none.
type Cut<'t> = (u64, Result<&'t str, &'static str>);

fn is_line(line: &str, what: &str) -> bool {
    line.trim().eq_ignore_ascii_case(what)
}

/// Cuts a file into cards. What stands between cards is refused, and so is a card without its end.
fn cut(text: &str) -> Vec<Cut<'_>> {
    let mut cards: Vec<Cut<'_>> = Vec::new();
    let mut open: Option<(u64, usize)> = None;
    let mut offset = 0;
    let mut stray = false;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let number = index as u64 + 1;
        if is_line(line, "BEGIN:VCARD") {
            if let Some((start, _)) = open.replace((number, offset)) {
                cards.push((start, Err("import-rejected-card-open")));
            }
            stray = false;
        } else if is_line(line, "END:VCARD") {
            match open.take() {
                Some((start, from)) => cards.push((start, Ok(&text[from..offset + line.len()]))),
                None => cards.push((number, Err("import-rejected-card-end"))),
            }
            stray = false;
        } else if open.is_none() && !line.trim().is_empty() && !stray {
            cards.push((number, Err("import-rejected-card-stray")));
            stray = true;
        }
        offset += line.len();
    }
    if let Some((start, _)) = open {
        cards.push((start, Err("import-rejected-card-open")));
    }
    cards
}

/// Where a card comes from, by its version.
fn source(card: &str) -> Source {
    let version = card.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("VERSION").then(|| value.trim())
    });
    match version {
        Some("2.1") => Source::VCard21,
        Some("4.0") => Source::VCard4,
        _ => Source::VCard3,
    }
}

/// Reads every card of a file.
pub fn read(text: &str, now: &Now) -> Parsed {
    read_some(text, now, usize::MAX).0
}

/// Reads the first cards of a file, and counts all.
pub fn read_some(text: &str, now: &Now, most: usize) -> (Parsed, usize) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let cards = cut(text);
    let all = cards.len();
    let first = cards.iter().find_map(|(_, card)| card.ok()).map_or(Source::VCard3, source);
    let mut parsed = Parsed::new(Kind::Contacts, first);
    for (line, card) in cards.into_iter().take(most) {
        let record = card.map_err(Message::new).and_then(|card| {
            if !vcard21::is_old(card) {
                return contact(line, card, now, &mut parsed);
            }
            let (card, encoding) = vcard21::rewrite(card);
            parsed.encoding = encoding.map_or(parsed.encoding, |encoding| encoding.name());
            contact(line, &card, now, &mut parsed)
        });
        match record {
            Ok(record) => parsed.records.push(record),
            Err(reason) => parsed.rejected.push(Rejected { line, reason }),
        }
    }
    (parsed, all)
}

fn text_of(value: &VCardValue) -> String {
    match value {
        VCardValue::Text(text) => text.clone(),
        VCardValue::Integer(n) => n.to_string(),
        VCardValue::Float(x) => x.to_string(),
        VCardValue::Boolean(b) => b.to_string(),
        VCardValue::PartialDateTime(date) => partial(date),
        VCardValue::Component(parts) => parts.join(", "),
        VCardValue::Kind(kind) => format!("{kind:?}").to_lowercase(),
        VCardValue::Sex(sex) => format!("{sex:?}").to_lowercase(),
        VCardValue::GramGender(gender) => format!("{gender:?}").to_lowercase(),
        VCardValue::Binary(data) => String::from_utf8_lossy(&data.data).into_owned(),
    }
}

fn partial(date: &PartialDateTime) -> String {
    let day = match (date.year, date.month, date.day) {
        (Some(y), Some(m), Some(d)) => format!("{y:04}-{m:02}-{d:02}"),
        (None, Some(m), Some(d)) => format!("--{m:02}-{d:02}"),
        (Some(y), Some(m), None) => format!("{y:04}-{m:02}"),
        (Some(y), None, None) => format!("{y:04}"),
        (None, Some(m), None) => format!("--{m:02}"),
        (None, None, Some(d)) => format!("---{d:02}"),
        _ => String::new(),
    };
    match (date.hour, date.minute) {
        (Some(h), Some(m)) => format!("{day}T{h:02}:{m:02}"),
        _ => day,
    }
}

fn components(entry: &VCardEntry) -> Vec<String> {
    entry.values.iter().map(text_of).collect()
}

/// All values of a property as one text.
fn joined(entry: &VCardEntry) -> String {
    let parts: Vec<String> = components(entry).into_iter().filter(|part| !part.trim().is_empty()).collect();
    parts.join(", ")
}

/// Apple's `X-ABLabel` of each group, by the group's name in lower case.
fn group_labels(card: &VCard) -> HashMap<String, String> {
    let mut labels = HashMap::new();
    for entry in card.entries.iter().filter(|e| is_other(e, "X-ABLABEL")) {
        if let Some(group) = &entry.group {
            labels.entry(group.to_ascii_lowercase()).or_insert_with(|| joined(entry));
        }
    }
    labels
}

/// `work`, `home` … from the parameters, or the label of its group.
fn label_of(entry: &VCardEntry, groups: &HashMap<String, String>) -> Option<String> {
    let apple = entry.group.as_deref().and_then(|group| groups.get(&group.to_ascii_lowercase()));
    if let Some(label) =
        apple.map(|l| l.trim_start_matches("_$!<").trim_end_matches(">!$_").to_owned()).filter(|l| !l.is_empty())
    {
        return Some(label);
    }
    let types = entry.params.iter().filter(|p| p.name == VCardParameterName::Type).filter_map(|p| match &p.value {
        VCardParameterValue::Type(kind) => Some(format!("{kind:?}").to_lowercase()),
        VCardParameterValue::Text(text) => Some(text.to_lowercase()),
        _ => None,
    });
    let mut words: Vec<String> = Vec::new();
    for word in types.flat_map(|t| t.split(',').map(|w| w.trim().to_owned()).collect::<Vec<_>>()) {
        // These say nothing about whose address it is.
        if !matches!(word.as_str(), "" | "pref" | "internet" | "voice" | "x-internet") && !words.contains(&word) {
            words.push(word);
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// Smaller is preferred: `PREF=1` of 4.0, `TYPE=pref` of 3.0.
fn preference(entry: &VCardEntry) -> u32 {
    let of = |p: &calcard::vcard::VCardParameter| match (&p.name, &p.value) {
        (VCardParameterName::Pref, VCardParameterValue::Integer(n)) => Some(*n),
        (VCardParameterName::Type, VCardParameterValue::Text(t)) if t.eq_ignore_ascii_case("pref") => Some(1),
        _ => None,
    };
    entry.params.iter().filter_map(of).min().unwrap_or(101)
}

fn is_other(entry: &VCardEntry, name: &str) -> bool {
    matches!(&entry.name, VCardProperty::Other(other) if other.eq_ignore_ascii_case(name))
}

fn without_scheme<'v>(value: &'v str, schemes: &[&str]) -> &'v str {
    let hit = schemes.iter().find(|s| value.get(..s.len()).is_some_and(|start| start.eq_ignore_ascii_case(s)));
    hit.map_or(value, |scheme| &value[scheme.len()..])
}

/// The dates of a property as they stand in the card: the parser reads `--0415` but not the `--04-15` that some write, and of a day that does
/// not exist it keeps only the month.
fn dates_as_written(raw: &str, property: &str) -> Vec<String> {
    let raw = raw.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let is_of_property = |line: &&str| {
        let name = line.split([':', ';']).next().unwrap_or_default();
        name.rsplit('.').next().is_some_and(|name| name.trim().eq_ignore_ascii_case(property))
    };
    // A parameter may hold a colon in quotes.
    let value = |line: &str| {
        let mut quoted = false;
        let colon = line.find(|c| {
            quoted ^= c == '"';
            c == ':' && !quoted
        });
        colon.map(|at| line[at + 1..].trim().to_owned())
    };
    raw.lines().filter(is_of_property).filter_map(value).filter(|text| !text.is_empty()).collect()
}

/// Whether the type of an entry names WeChat.
fn is_wechat(entry: &VCardEntry) -> bool {
    let label = label_of(entry, &HashMap::new()).unwrap_or_default();
    label.split(' ').any(|word| matches!(word, "wechat" | "weixin" | "微信"))
}

fn point_kind(entry: &VCardEntry, value: &str) -> Option<(PointKind, String)> {
    let own = |kind, value: &str| Some((kind, value.trim().to_owned()));
    match &entry.name {
        VCardProperty::Email => own(PointKind::Email, without_scheme(value, &["mailto:"])),
        VCardProperty::Tel => own(PointKind::Phone, without_scheme(value, &["tel:"])),
        VCardProperty::Adr => own(PointKind::Address, value),
        VCardProperty::Url => own(PointKind::Url, value),
        VCardProperty::Impp => match without_scheme(value, &["wechat:", "weixin:", "x-wechat:"]) {
            rest if rest.len() < value.len() => own(PointKind::Wechat, rest),
            _ => own(PointKind::Other, value),
        },
        VCardProperty::Other(name) => match name.to_ascii_uppercase().as_str() {
            "X-WECHAT" | "X-WEIXIN" => own(PointKind::Wechat, value),
            "X-QQ" => own(PointKind::Other, value),
            // Apple's way; its scheme stands where the account has no page.
            "X-SOCIALPROFILE" if is_wechat(entry) => {
                own(PointKind::Wechat, without_scheme(value, &["x-apple:", "wechat:", "weixin:"]))
            }
            _ => None,
        },
        _ => None,
    }
}

fn contact(line: u64, raw: &str, now: &Now, parsed: &mut Parsed) -> Result<Record, Message> {
    if raw.contains('\0') {
        return Err(Message::new("import-rejected-nul"));
    }
    let Entry::VCard(card) = Parser::new(raw).entry() else {
        return Err(Message::new("import-rejected-card"));
    };
    let mut person = PersonRecord { line, ..PersonRecord::default() };
    let (mut structured, mut organisation, mut nickname) = (String::new(), String::new(), String::new());
    let (mut title, mut role) = (None, None);
    let mut kind = None;
    let mut points: Vec<(u32, NewPoint)> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    let groups = group_labels(&card);
    let mut birthdays = dates_as_written(raw, "BDAY").into_iter();
    let mut anniversaries = dates_as_written(raw, "ANNIVERSARY").into_iter();
    let mut others = dates::alternate(raw).into_iter();
    for entry in &card.entries {
        let value = joined(entry);
        let picture =
            matches!(entry.name, VCardProperty::Photo | VCardProperty::Logo | VCardProperty::Sound | VCardProperty::Key);
        if value.trim().is_empty() && !picture {
            continue;
        }
        if value.len() > LONGEST && !picture {
            return Err(Message::new("import-rejected-long").with("most", LONGEST));
        }
        if let Some((kind, value)) = point_kind(entry, &value).filter(|(_, value)| !value.is_empty()) {
            let is_qq = matches!(&entry.name, VCardProperty::Other(name) if name.eq_ignore_ascii_case("X-QQ"));
            let label = label_of(entry, &groups).or_else(|| is_qq.then(|| "QQ".to_owned()));
            // The type only said what the kind says now.
            let label = label.filter(|label| kind != PointKind::Wechat || !label.eq_ignore_ascii_case("wechat"));
            let kind = if kind == PointKind::Phone { number_kind(label.as_deref()) } else { kind };
            points.push((preference(entry), NewPoint { kind, value, label }));
            continue;
        }
        let mut keep: Option<String> = None;
        match &entry.name {
            VCardProperty::Version if !matches!(value.trim(), "3.0" | "4.0") => {
                return Err(Message::new("import-rejected-card-version").with("version", value.trim()));
            }
            // What only describes the file, and the picture of the name that FN already gives.
            VCardProperty::Version
            | VCardProperty::Prodid
            | VCardProperty::Rev
            | VCardProperty::Clientpidmap
            | VCardProperty::Begin
            | VCardProperty::End => {}
            VCardProperty::Fn if is_blank(&person.name) => person.name = value.trim().to_owned(),
            VCardProperty::N => {
                let part = components(entry);
                let get = |i: usize| part.get(i).map_or("", String::as_str);
                structured = full_name(get(3), get(1), get(2), get(0), get(4));
            }
            VCardProperty::Nickname => {
                nickname.clone_from(&value);
                keep = Some("nickname".to_owned());
            }
            VCardProperty::Org if organisation.is_empty() => {
                let mut parts = components(entry).into_iter().filter(|part| !part.trim().is_empty());
                organisation = parts.next().unwrap_or_default().trim().to_owned();
                let units: Vec<String> = parts.collect();
                if !units.is_empty() {
                    person.extra.push(("department".to_owned(), units.join(", ")));
                }
            }
            VCardProperty::Title if title.is_none() => title = Some(value.clone()),
            VCardProperty::Role if role.is_none() => role = Some(value.clone()),
            VCardProperty::Bday => {
                let text = birthdays.next().unwrap_or_else(|| value.clone());
                match cells::birthday(&text, None, now.zone) {
                    Some(birthday) if person.birthday.is_none() => person.birthday = Some(birthday),
                    read => {
                        if read.is_none() {
                            parsed.birthdays.push((line, text.clone()));
                        }
                        person.extra.push(("birthday".to_owned(), text));
                    }
                }
            }
            VCardProperty::Anniversary => {
                let text = anniversaries.next().unwrap_or_else(|| value.clone());
                match dates::anniversary(&text, now.zone) {
                    Some(date) => person.dates.push(date),
                    None => person.extra.push(("anniversary".to_owned(), text)),
                }
            }
            VCardProperty::Note => notes.push(value.clone()),
            VCardProperty::Categories => {
                let words = entry.values.iter().map(text_of).map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
                let fresh: Vec<String> = words.filter(|tag| tag != "myContacts").collect();
                person.tags.extend(fresh);
            }
            VCardProperty::Uid => person.external_id = Some(value.trim().to_owned()),
            VCardProperty::Kind => {
                kind = entry.values.first().map(|v| matches!(v, VCardValue::Kind(VCardKind::Org)));
                if entry.values.first().is_some_and(|v| matches!(v, VCardValue::Kind(VCardKind::Group))) {
                    return Err(Message::new("import-rejected-card-group"));
                }
            }
            VCardProperty::Photo => parsed.photos += 1,
            VCardProperty::Logo | VCardProperty::Sound | VCardProperty::Key => parsed.media += 1,
            VCardProperty::Other(name) => match name.to_ascii_uppercase().as_str() {
                "X-ABLABEL" => {}
                "X-ALTBDAY" | "ALTBDAY" => match others.next().and_then(|(scale, text)| dates::lunar_birthday(&scale, &text)) {
                    Some(date) => person.dates.push(date),
                    None => keep = Some(name.clone()),
                },
                "X-ANNIVERSARY" | "X-EVOLUTION-ANNIVERSARY" | "X-KADDRESSBOOK-X-ANNIVERSARY"
                    if dates::anniversary(&value, now.zone).is_some() =>
                {
                    person.dates.extend(dates::anniversary(&value, now.zone));
                }
                "X-ABDATE"
                    if label_of(entry, &groups).is_some_and(|l| l.eq_ignore_ascii_case("anniversary"))
                        && dates::anniversary(&value, now.zone).is_some() =>
                {
                    person.dates.extend(dates::anniversary(&value, now.zone));
                }
                // A birthday without its year, which 3.0 has no place for.
                "X-BIRTHDAY" if person.birthday.is_none() && cells::birthday(&value, None, now.zone).is_some() => {
                    person.birthday = cells::birthday(&value, None, now.zone);
                }
                "X-ABSHOWAS" if value.eq_ignore_ascii_case("company") => kind = Some(true),
                "X-ADDRESSBOOKSERVER-KIND" if value.eq_ignore_ascii_case("group") => {
                    return Err(Message::new("import-rejected-card-group"));
                }
                _ => keep = label_of(entry, &groups).filter(|_| entry.group.is_some()).or_else(|| Some(name.clone())),
            },
            name => keep = Some(name.as_str().to_lowercase()),
        }
        person.extra.extend(keep.map(|name| (name, value)));
    }
    number_names(&mut person.extra);
    person.note = (!notes.is_empty()).then(|| notes.join("\n"));
    points.sort_by_key(|(rank, _)| *rank);
    add_points(&mut person.points, points.iter().map(|(_, point)| point));
    person.role = match (title, role) {
        (Some(title), Some(role)) => {
            person.extra.push(("role".to_owned(), role));
            number_names(&mut person.extra);
            Some(title)
        }
        (title, role) => title.or(role),
    };
    if is_blank(&person.name) {
        // An address can stand for a name, a lone digit or link cannot.
        let says_who = |point: &&NewPoint| match point.kind {
            PointKind::Email | PointKind::Wechat => true,
            PointKind::Phone => point.value.chars().filter(char::is_ascii_digit).count() >= 5,
            _ => false,
        };
        let address = || person.points.iter().find(says_who).map(|point| point.value.clone());
        let named = [structured, nickname].into_iter().find(|name| !is_blank(name));
        person.name = named.or_else(|| organisation.is_empty().then(address).flatten()).unwrap_or_default();
    }
    if is_blank(&person.name) && is_blank(&organisation) {
        return Err(Message::new("import-rejected-card-name"));
    }
    // A company's own card names it as FN and ORG alike, or says so.
    if kind == Some(true) || person.name.is_empty() || cells::fold(&person.name) == cells::fold(&organisation) {
        let name = if organisation.is_empty() { person.name.clone() } else { organisation };
        let mut client = PersonRecord { name, ..person }.into_client();
        client.kind = Some(ClientKind::Org);
        return Ok(Record::Client(Box::new(client)));
    }
    if organisation.is_empty() {
        return Ok(Record::Client(Box::new(person.into_client())));
    }
    Ok(Record::Person(Box::new(PersonRecord { client: Some(organisation), ..person })))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::domain::day::Moment;
    use crate::domain::words::{Calendar, CareKind};

    fn card(lines: &str) -> Parsed {
        let now = Now { instant: Moment(1_795_248_000), zone: chrono_tz::Asia::Shanghai };
        read(&format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}\r\nEND:VCARD\r\n"), &now)
    }

    fn client(lines: &str) -> ClientRecord {
        match card(lines).records.pop() {
            Some(Record::Client(client)) => *client,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn birthdays_of_every_writer() {
        for (line, expect) in [
            ("BDAY:--04-15", Some((4, 15, None))),
            ("BDAY:--0415", Some((4, 15, None))),
            ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15", Some((4, 15, None))),
            ("BDAY;VALUE=date:1980-04-15", Some((4, 15, Some(1980)))),
            ("BDAY:19800415", Some((4, 15, Some(1980)))),
            ("BDAY:1980-04-15T00:00:00Z", Some((4, 15, Some(1980)))),
            ("BDAY;VALUE=text:circa 1800", None),
        ] {
            let client = client(&format!("FN:A\r\n{line}"));
            assert_eq!(client.birthday, expect, "{line}");
            assert_eq!(client.extra.iter().any(|(name, _)| name == "birthday"), expect.is_none(), "{line}: {:?}", client.extra);
        }
    }

    #[test]
    fn s087_a_card_of_a_phone_with_a_lunar_birthday_and_an_anniversary() {
        let c = client(
            "PRODID:-//Apple Inc.//iPhone OS 18.1//EN\r\nN:李;敏;;;\r\nFN:李敏\r\nTEL;type=CELL;type=VOICE;type=pref:138 0013 8000\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\r\nX-ALTBDAY;CALSCALE=chinese:007700560815\r\nitem1.X-ABDATE;X-APPLE-OMIT-YEAR=1604;type=pref:1604-10-03\r\nitem1.X-ABLabel:_$!<Anniversary>!$_",
        );
        assert_eq!(c.birthday, Some((4, 12, None)));
        let told: Vec<_> = c.dates.iter().map(|d| (d.kind, d.date.calendar, d.date.written())).collect();
        let lunar = (CareKind::Birthday, Calendar::Lunar, "1979-08-15".to_owned());
        assert_eq!(told, [lunar, (CareKind::Anniversary, Calendar::Gregorian, "10-03".to_owned())]);
        let hebrew = client("FN:A\r\nX-ALTBDAY;CALSCALE=hebrew:57450701\r\nANNIVERSARY:20100612");
        assert_eq!(hebrew.birthday, None);
        assert_eq!(hebrew.dates.len(), 1);
        assert!(hebrew.extra.contains(&("X-ALTBDAY".into(), "57450701".into())), "{:?}", hebrew.extra);
    }

    #[test]
    fn a_birthday_that_does_not_exist_is_kept_as_it_stands_and_told() {
        let now = Now { instant: Moment(1_795_248_000), zone: chrono_tz::Asia::Shanghai };
        for version in ["3.0", "4.0"] {
            for (line, text) in [
                ("BDAY:2026-02-31", "2026-02-31"),
                ("BDAY:19801340", "19801340"),
                ("BDAY;VALUE=text:circa 1800", "circa 1800"),
                ("item1.BDAY;X=\"a:b\":--13-01", "--13-01"),
                ("BDAY:2026-\r\n 02-31", "2026-02-31"),
            ] {
                let parsed = read(&format!("BEGIN:VCARD\r\nVERSION:{version}\r\nFN:A\r\n{line}\r\nEND:VCARD\r\n"), &now);
                let Record::Client(client) = &parsed.records[0] else { panic!() };
                assert_eq!((client.birthday, &parsed.birthdays[..]), (None, &[(1, text.to_owned())][..]), "{version} {line}");
                assert!(client.extra.contains(&("birthday".into(), text.into())), "{version} {line} {:?}", client.extra);
            }
        }
    }

    #[test]
    fn a_card_of_thousands_of_lines_keeps_them_all() {
        let mut lines = String::from("FN:A");
        for n in 0..20_000 {
            lines.push_str(&format!("\r\nitem{n}.EMAIL:a{n}@b.test\r\nitem{n}.X-ABLabel:L{n}\r\nX-ODD:{n}\r\nNOTE:n"));
        }
        let c = client(&lines);
        assert_eq!((c.points.len(), c.extra.len()), (20_000, 20_000));
    }

    #[test]
    fn what_has_no_place_is_kept_by_name() {
        let c = client(
            "FN:A\r\nX-PHASE:one\r\nX-PHASE:two\r\nitem2.X-ABDATE;type=pref:2019-05-01\r\nitem2.X-ABLabel:_$!<Anniversary>!$_\r\nGEO:1;2",
        );
        let has = |name: &str, value: &str| c.extra.contains(&(name.to_owned(), value.to_owned()));
        assert!(has("X-PHASE", "one") && has("X-PHASE (2)", "two"), "{:?}", c.extra);
        let kept: Vec<_> = c.dates.iter().map(|d| (d.kind, d.date.written())).collect();
        assert_eq!(kept, [(CareKind::Anniversary, "2019-05-01".to_owned())]);
        assert!(c.extra.iter().any(|(name, _)| name == "geo"));
    }

    #[test]
    fn a_card_may_lack_a_name() {
        assert_eq!(client("N:王;小明;;;").name, "王小明");
        assert_eq!(client("EMAIL:a@b.test").name, "a@b.test");
        assert_eq!(client("ORG:Acme;Sales").kind, Some(ClientKind::Org));
        for nameless in ["NOTE:nobody", "TEL:1", "FN:\u{200b}", "URL:https://a.test", "FN:\u{200b}\r\nTEL:12"] {
            assert_eq!(card(nameless).rejected[0].reason.id, "import-rejected-card-name", "{nameless}");
        }
        assert_eq!(client("TEL:+86 138 0013 8000").name, "+86 138 0013 8000");
    }

    #[test]
    fn preferred_addresses_come_first() {
        let c = client("FN:A\r\nTEL;type=WORK;type=VOICE:1\r\nTEL;type=CELL;type=pref:2");
        let points: Vec<(&str, Option<&str>)> = c.points.iter().map(|p| (p.value.as_str(), p.label.as_deref())).collect();
        assert_eq!(points, [("2", Some("cell")), ("1", Some("work"))]);
    }
}
