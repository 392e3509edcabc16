//! `client add|edit|tag|pin|stop`: what changes a client. Showing them is `client_show`, listing `client_list`.

use super::args::Args;
use super::context::{Book, Context, money, number, short, word};
use super::defer::reason;
use super::errors::{USAGE, fail};
use super::log::channel;
use super::{lost, set};
use crate::domain::action::{Action, ClientField, NeedType, NewClient, NewPoint};
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::quiet::QuietHours;
use crate::domain::when::Look;
use crate::domain::words::{Channel, ClientKind, InvestmentKind, Language, PointKind, Status, Tier};
use crate::i18n::{Lang, Words};
use crate::portfolio::value::need_words;
use crate::text::{fold, one_line};
use anyhow::Result;

/// Adds a client, making the file when there is none.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    // A line that is wrong must not leave a new file behind: what can be judged without the book is judged first.
    let kind = args.text("kind").map(|text| client_kind(&text)).transpose()?.unwrap_or(ClientKind::Org);
    let status = args.text("status").map(|text| status(&text)).transpose()?.unwrap_or(Status::Active);
    let (potential, fit) = (number(args, "potential")?, number(args, "fit")?);
    ctx.check_when(args, "since", Look::Back)?;
    ctx.check_money(args, "budget")?;
    let quiet = args.text("quiet").map(|text| quiet(&text)).transpose()?.flatten();
    let mut book = ctx.create()?;
    let new = NewClient {
        name: args.needed("name"),
        kind,
        status,
        industry: args.text("industry"),
        region: args.text("region"),
        size: args.text("size"),
        need: args.text("need"),
        need_type: need_type(&book, args)?,
        since: book.day(args, "since", Look::Back)?.unwrap_or(book.now.today()),
        points: points(args),
        tags: args.texts("tag"),
        potential,
        fit,
        budget: budget(&book, args)?,
        quiet,
        language: args.text("language").and_then(some).map(|text| language(&text)).transpose()?,
        culture: args.text("culture").and_then(some),
        source: args.text("source"),
        note: args.text("note"),
        person: None,
        task: None,
    };
    let unknown = unknown_culture(&book, new.culture.as_deref());
    let applied = book.apply(&Action::AddClient(Box::new(new)))?;
    unknown.iter().for_each(|why| ctx.aside(&ctx.say(why, &book.now)));
    let client = applied.ids.iter().find(|(table, _)| *table == "client").map(|(_, id)| *id);
    ctx.answer(&book, &applied, client)
}

/// Changes a client; several kinds of change are one undo step.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let why = args.text("why").filter(|w| !w.trim().is_empty());
    let known = book.assessed(client)?.facts.client.need_type.clone();
    let mut fields = fields(&book, args, known)?;
    for pair in args.texts("set") {
        fields.push(set::field(&book, &pair)?);
    }
    let culture = fields.iter().rev().find_map(|f| if let ClientField::Culture(code) = f { code.as_deref() } else { None });
    let unknown = unknown_culture(&book, culture);
    let lost = lost::lose(&book, args, client, &mut fields, why.as_deref())?;
    let hints = set::hints(ctx, &book, &fields);
    let (points, tags) = (points(args), args.texts("tag"));
    let mut actions = Vec::new();
    let until = book.day(args, "until", Look::Ahead)?;
    for text in args.texts("plan") {
        let why = why.clone().unwrap_or_default();
        let (channel, new_channel, every) = planned(&text)?;
        actions.push(Action::Override { client, channel, new_channel, every, grace: None, why, until });
    }
    if actions.is_empty() && lost.is_none() || !fields.is_empty() || !points.is_empty() || !tags.is_empty() {
        actions.insert(0, Action::EditClient { client, fields, points, tags, why });
    }
    actions.extend(lost);
    let action = if actions.len() == 1 { actions.remove(0) } else { Action::Together(actions) };
    let applied = book.apply(&action)?;
    unknown.iter().for_each(|why| ctx.aside(&ctx.say(why, &book.now)));
    ctx.answer(&book, &applied, Some(client))?;
    if !ctx.out.json {
        hints.iter().try_for_each(|hint| ctx.out.remark(hint))?;
    }
    Ok(())
}

/// Adds and removes tags.
pub fn tag(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let plain = |tags: Vec<String>| tags.into_iter().map(|t| t.trim_start_matches('#').to_owned()).collect();
    let action = Action::TagClient { client, add: plain(args.texts("tags")), remove: plain(args.texts("remove")) };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// Pins the tier, or takes the pin back.
pub fn pin(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let text = args.needed("tier");
    let tier =
        match text.trim() {
            "auto" => None,
            other => Some(Tier::parse(&other.to_ascii_uppercase()).ok_or_else(|| {
                fail(USAGE, Message::new("cli-error-word").with("text", other).with("choices", "A, B, C, auto"))
            })?),
        };
    let why = reason(args)?;
    let from = book.day(args, "from", Look::Back)?.unwrap_or(book.now.today());
    let until = book.day(args, "until", Look::Ahead)?;
    let review = from.plus(book.snapshot.policy.tiers.pin_review);
    let review_on = book.day(args, "review", Look::Ahead)?.unwrap_or(until.map_or(review, |u| u.min(review)));
    let applied = book.apply(&Action::PinTier { client, tier, why, from, until, review_on })?;
    ctx.answer(&book, &applied, Some(client))
}

/// Stops serving a client.
pub fn stop(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let why = reason(args)?;
    let on = book.day(args, "on", Look::Back)?.unwrap_or(book.now.today());
    let applied = book.apply(&Action::StopClient { client, why, on })?;
    ctx.answer(&book, &applied, Some(client))
}

/// Decides how much is put into a client (S69); `auto` takes the decision back.
pub fn invest(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let text = args.needed("how");
    let kind = match fold(&text).as_str() {
        "auto" | "自动" => None,
        _ => Some(word("advice", &text, InvestmentKind::ALL, InvestmentKind::code)?),
    };
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let why = if kind.is_some() { reason(args)? } else { args.text("why").unwrap_or_default() };
    let applied = book.apply(&Action::Invest { client, kind, why })?;
    ctx.answer(&book, &applied, Some(client))
}

/// What a client looks for first, by the code or the name of one of the policy's list or of one that clients bear; what shows it stands
/// beside it (S70).
fn need_type(book: &Book, args: &Args<'_>) -> Result<Option<NeedType>> {
    let (code, why) = (args.text("need-type").and_then(some), args.text("need-why").and_then(some));
    match (code, why) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err(fail(USAGE, Message::new("cli-error-need-why-alone"))),
        (Some(code), why) => Ok(Some(NeedType { code: need_code(book, &code)?, why: why.unwrap_or_default() })),
    }
}

/// The code of a kind of need.
fn need_code(book: &Book, text: &str) -> Result<String> {
    let mut known: Vec<&str> = book.snapshot.policy.clients.needs.iter().map(String::as_str).collect();
    for code in book.snapshot.clients.iter().filter_map(|c| c.facts.client.need_type.as_deref()) {
        if !known.contains(&code) {
            known.push(code);
        }
    }
    let key = fold(text);
    let languages: Vec<Words> = Lang::ALL.iter().map(|lang| Words::load(*lang)).collect();
    let named =
        |code: &&&str| fold(code) == key || languages.iter().any(|words| fold(&words.say(&need_words(code), &book.now)) == key);
    match known.iter().find(named) {
        Some(code) => Ok((*code).to_owned()),
        None => {
            let choices: Vec<String> = known.iter().take(20).map(|c| one_line(c).into_owned()).collect();
            let message = Message::new("cli-error-need").with("text", short(text)).with("choices", choices.join(", "));
            Err(fail(USAGE, message))
        }
    }
}

/// Contact points in the order of a card: phone, mail, WeChat.
pub fn points(args: &Args<'_>) -> Vec<NewPoint> {
    let of = |name: &str, kind| args.texts(name).into_iter().map(move |value| NewPoint { kind, value, label: None });
    of("phone", PointKind::Phone).chain(of("email", PointKind::Email)).chain(of("wechat", PointKind::Wechat)).collect()
}

/// A language by code or name.
pub fn language(text: &str) -> Result<Language> {
    // `zh` and `zh-Hans` are Chinese too, as `--lang` has it.
    match Lang::parse(text) {
        Some(lang) => Ok(lang.language()),
        None => word("client-language", text, Language::ALL, Language::code),
    }
}

/// What is to be said of a culture that no file describes: it is kept, and its holidays are when there is one.
fn unknown_culture(book: &Book, code: Option<&str>) -> Option<Message> {
    let code = code.filter(|code| book.snapshot.cultures.get(code.trim()).is_none())?;
    Some(super::care_list::unknown(book, code))
}

/// A status by code or name.
pub fn status(text: &str) -> Result<Status> {
    word("status", text, Status::ALL, Status::code)
}

/// Organisation or person by code or name.
pub fn client_kind(text: &str) -> Result<ClientKind> {
    word("clientkind", text, ClientKind::ALL, ClientKind::code)
}

/// Quiet hours as typed; an empty text or `none` is none.
pub fn quiet(text: &str) -> Result<Option<QuietHours>> {
    QuietHours::typed(text).map_err(|why| fail(USAGE, Message::new("cli-error-quiet").with("text", text).with("why", why)))
}

fn budget(book: &Book, args: &Args<'_>) -> Result<Option<crate::domain::money::Money>> {
    let currency = book.currency(args)?;
    args.text("budget").map(|text| money(&text, currency)).transpose()
}

/// The changed fields named by options. An empty text clears.
fn fields(book: &Book, args: &Args<'_>, known: Option<String>) -> Result<Vec<ClientField>> {
    let mut fields = Vec::new();
    let today = book.now.today();
    if let Some(name) = args.text("name") {
        fields.push(ClientField::Name(name));
    }
    if let Some(kind) = args.text("kind") {
        fields.push(ClientField::Kind(client_kind(&kind)?));
    }
    if let Some(text) = args.text("status") {
        let on = book.day(args, "on", Look::Back)?.unwrap_or(today);
        fields.push(ClientField::Status(status(&text)?, on));
    } else if args.text("on").is_some() {
        return Err(fail(USAGE, Message::new("cli-error-without").with("option", "on").with("needs", "--status")));
    }
    type Field<T> = fn(Option<T>) -> ClientField;
    let texts: [(&str, Field<String>); 6] = [
        ("industry", ClientField::Industry),
        ("region", ClientField::Region),
        ("size", ClientField::Size),
        ("need", ClientField::Need),
        ("source", ClientField::Source),
        ("note", ClientField::Note),
    ];
    for (option, field) in texts {
        fields.extend(args.text(option).map(|text| field(some(text))));
    }
    match (args.text("need-type"), args.text("need-why")) {
        (None, None) => {}
        (Some(code), _) if code.trim().is_empty() => fields.push(ClientField::NeedType(None)),
        // Another note on what is known already.
        (None, Some(why)) if known.is_some() => fields.push(ClientField::NeedType(known.map(|code| NeedType { code, why }))),
        _ => fields.push(ClientField::NeedType(need_type(book, args)?)),
    }
    if let Some(since) = book.day(args, "since", Look::Back)? {
        fields.push(ClientField::Since(since));
    }
    for (option, field) in [("potential", ClientField::Potential as Field<u8>), ("fit", ClientField::Fit)] {
        match args.text(option) {
            Some(text) if text.trim().is_empty() => fields.push(field(None)),
            Some(_) => fields.push(field(number(args, option)?)),
            None => {}
        }
    }
    match args.text("budget") {
        Some(text) if text.trim().is_empty() => fields.push(ClientField::Budget(None)),
        Some(_) => fields.push(ClientField::Budget(budget(book, args)?)),
        None => {}
    }
    match args.text("prefer") {
        Some(text) if text.trim().is_empty() => fields.push(ClientField::PreferredChannel(None)),
        Some(text) => fields.push(ClientField::PreferredChannel(Some(channel(&text)?))),
        None => {}
    }
    if let Some(text) = args.text("language") {
        fields.push(ClientField::Language(some(text).map(|text| language(&text)).transpose()?));
    }
    if let Some(text) = args.text("culture") {
        fields.push(ClientField::Culture(some(text).map(|code| code.trim().to_owned())));
    }
    if let Some(text) = args.text("quiet") {
        fields.push(ClientField::Quiet(quiet(&text)?));
    }
    Ok(fields)
}

/// A text, unless it is empty.
pub fn some(text: String) -> Option<String> {
    Some(text).filter(|t| !t.trim().is_empty())
}

/// `call=10d`, `visit=meeting:2mo`, `call=auto`.
fn planned(text: &str) -> Result<(Channel, Option<Channel>, Option<Interval>)> {
    let bad = || fail(USAGE, Message::new("cli-error-plan").with("text", text));
    let (which, what) = text.split_once('=').ok_or_else(bad)?;
    let which = channel(which)?;
    if what.trim() == "auto" {
        return Ok((which, None, None));
    }
    let (other, every) = match what.split_once(':') {
        Some((other, every)) => (Some(channel(other)?), every),
        None => (None, what),
    };
    Ok((which, other, Some(Interval::parse(every).ok_or_else(bad)?)))
}
