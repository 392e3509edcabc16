//! The form of a client: its own fields, contact points in order, people, relations, what else is known. The same fields serve the
//! check of a client's details, what is missing first.

use super::field::{Choice, FormField, Press};
use super::read::tags;
use super::{Reader, Source, Subject, points, relations};
use crate::domain::action::{Action, ClientField, NeedType};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::quiet::QuietHours;
use crate::domain::when::Look;
use crate::domain::words::*;
use crate::portfolio::completeness;
use crate::portfolio::explain::status_id;
use crate::portfolio::value::need_words;

/// The field of the quiet hours.
const QUIET: &str = "form-field-quiet-hours";
/// What they look for first, and what shows it.
const NEED_TYPE: &str = "form-field-need-type";
const NEED_WHY: &str = "form-field-need-why";

/// The channels to choose from, `none` first where no choice is one.
pub(super) fn channels(none: Option<Choice>) -> Vec<Choice> {
    none.into_iter().chain(Channel::LOGGED.iter().map(|c| Choice::new(c.code(), channel_id(*c)))).collect()
}

/// The catalogue id of a channel.
pub(super) fn channel_id(channel: Channel) -> &'static str {
    match channel {
        Channel::Visit => "channel-visit",
        Channel::Meeting => "channel-meeting",
        Channel::Call => "channel-call",
        Channel::Message => "channel-message",
        Channel::Email => "channel-email",
        Channel::Letter => "channel-letter",
        Channel::Unknown => "channel-unknown",
    }
}

/// The people of the client to choose from, nobody first.
pub(super) fn people(source: &Source<'_>) -> Vec<Choice> {
    let nobody = Choice::new("", "form-field-nobody");
    let people = source.detail().map(|d| &d.people[..]).unwrap_or_default();
    let one = |p: &crate::store::PersonDetail| Choice {
        code: p.id.to_string(),
        name: Message::new("plain-text").with("text", p.name.as_str()),
    };
    [nobody].into_iter().chain(people.iter().map(one)).collect()
}

/// The fields in order.
pub fn fields(source: &Source<'_>) -> Option<Vec<FormField>> {
    let (client, detail) = (source.client()?, source.detail()?);
    let row = &client.facts.client;
    let text = |name, value: &Option<String>| FormField::text(name, value.as_deref().unwrap_or_default());
    let kinds = vec![Choice::new("org", "clientkind-org"), Choice::new("person", "clientkind-person")];
    let statuses = Status::ALL.iter().map(|s| Choice::new(s.code(), status_id(*s))).collect();
    let mut out = vec![
        FormField::text("form-field-name", &row.name),
        FormField::choice("form-field-kind", kinds, row.kind.code()),
        FormField::choice("form-field-status", statuses, row.status.code()),
        text("form-field-need", &detail.need),
        text("form-field-do-not-mention", &detail.do_not_mention),
        text("form-field-industry", &row.industry),
        text("form-field-region", &row.region),
        text("form-field-size", &row.size),
        FormField::text("form-field-tags", &client.facts.tags.join(", ")),
    ];
    out.extend(points::with_blank(source, None));
    out.extend(points::rows_of_people(detail));
    let preferred = row.preferred_channel.map(Channel::code).unwrap_or_default();
    out.extend([
        FormField::choice("form-field-channel", channels(Some(Choice::none())), preferred),
        text(QUIET, &row.quiet.map(|q| q.to_string())),
        FormField::number("form-field-response-hours", detail.response_hours),
    ]);
    out.extend(written_to(source, row.language, row.culture.as_deref()));
    out.extend(links(source)?);
    out.extend(relations::rows(source));
    let needs = source.book.policy.clients.needs.iter().map(|code| Choice { code: code.clone(), name: need_words(code) });
    let needs = [Choice::none()].into_iter().chain(needs).collect();
    out.extend([
        FormField::choice(NEED_TYPE, needs, row.need_type.as_deref().unwrap_or_default()),
        text(NEED_WHY, &detail.need_why),
        FormField::number("form-field-potential", row.potential.map(i64::from)),
        FormField::number("form-field-fit", row.fit.map(i64::from)),
        FormField::money("form-field-budget", row.budget),
        FormField::day("form-field-since", Some(row.since), Look::Back),
        text("form-field-source", &detail.source),
        FormField::note("form-field-note", detail.note.as_deref()),
    ]);
    Some(out)
}

/// The language a client is written to in, and whose holidays it keeps.
fn written_to(source: &Source<'_>, language: Option<Language>, culture: Option<&str>) -> [FormField; 2] {
    let by_name = Choice::new("", "form-field-by-name");
    let languages = Language::ALL.iter().map(|l| Choice::new(l.code(), language_id(*l)));
    let cultures = &source.book.cultures;
    let named = cultures.all.iter().map(|c| Choice {
        code: c.code.clone(),
        name: Message::new("plain-text").with("text", c.names.get(cultures.language)),
    });
    let languages = [by_name].into_iter().chain(languages).collect();
    let named = [Choice::new("", "form-field-by-language")].into_iter().chain(named).collect();
    [
        FormField::choice("form-field-language", languages, language.map(Language::code).unwrap_or_default()),
        FormField::choice("form-field-culture", named, culture.unwrap_or_default()),
    ]
}

fn language_id(language: Language) -> &'static str {
    match language {
        Language::En => "client-language-en",
        Language::Zh => "client-language-zh-CN",
    }
}

/// Other forms that are one Enter away: people, the last contact, the plan of one's own.
fn links(source: &Source<'_>) -> Option<Vec<FormField>> {
    let (client, detail) = (source.client()?, source.detail()?);
    let person = |p: &crate::store::PersonDetail| {
        let role = p.role.clone().unwrap_or_default();
        let words = Message::new("form-link-person").with("name", p.name.as_str()).with("role", role.as_str());
        let words = words.with("has-role", i64::from(!role.is_empty()));
        FormField::button("form-field-person-link", Some(p.id), Press::Open(Subject::Person(p.id)), words)
    };
    let mut out: Vec<FormField> = detail.people.iter().map(person).collect();
    let add = Press::Open(Subject::NewPerson(client.id()));
    out.push(FormField::button("form-field-person-link", None, add, Message::new("form-add-person")));
    out.extend(detail.touches.first().map(|t| {
        let words = Message::new("form-link-touch").with("channel", t.row.channel).with("day", t.row.at);
        FormField::button("form-field-last-touch", None, Press::Open(Subject::Touch(t.row.id)), words)
    }));
    out.extend(client.facts.overrides.iter().map(|o| {
        let words = Message::new("form-link-plan")
            .with("channel", o.new_channel.unwrap_or(o.channel))
            .with("every", crate::portfolio::explain::every(o.every));
        FormField::button("form-field-own-plan", Some(o.id), Press::Open(Subject::Override(o.id)), words)
    }));
    Some(out)
}

/// The field a missing piece of information is typed in.
fn field_of(missing: &str) -> &'static str {
    match missing {
        "complete-phone" | "complete-email" | "complete-address" => points::NAME,
        "complete-industry" => "form-field-industry",
        "complete-region" => "form-field-region",
        "complete-size" => "form-field-size",
        "complete-person" => "form-field-person-link",
        "complete-needs" => "form-field-need",
        "complete-budget" => "form-field-budget",
        "complete-potential" => "form-field-potential",
        "complete-fit" => "form-field-fit",
        "complete-note" => "form-field-last-touch",
        _ => "",
    }
}

/// What is missing and has a form of its own.
fn elsewhere(missing: &str, client: Id) -> Option<FormField> {
    let (name, subject, words) = match missing {
        "complete-survey" => ("form-field-score", Subject::NewSurvey(client), "form-add-survey"),
        "complete-business" => ("form-field-business", Subject::NewEngagement(client), "form-add-project"),
        _ => return None,
    };
    Some(FormField::button(name, None, Press::Open(subject), Message::new(words)))
}

/// The same fields for a check: each group with what it lacks, then the contact points, then the others.
pub fn review(source: &Source<'_>) -> Option<Vec<FormField>> {
    let (client, detail) = (source.client()?, source.detail()?);
    let complete = completeness::of(source.book, client, detail);
    let mut rest = fields(source)?;
    let mut out = Vec::new();
    for group in complete.groups.iter() {
        let missing = group.missing.iter().cloned().reduce(|a, b| Message::new("form-and").with("a", a).with("b", b));
        let words = Message::new(if missing.is_some() { "form-group" } else { "form-group-whole" })
            .with("have", group.have)
            .with("of", group.of)
            .with("missing", missing.unwrap_or_else(|| Message::new("form-nothing")));
        out.push(FormField { caption: Some(group.kind.title()), ..FormField::fixed("form-group-row", words) });
        for missing in &group.missing {
            // A point or person is typed in one row whatever is missing of it.
            let (lacking, others): (Vec<FormField>, _) =
                rest.into_iter().partition(|f: &FormField| f.name == field_of(missing.id) && f.row.is_none());
            out.extend(lacking.into_iter().map(|f| points::of_kind(f, missing.id)));
            rest = others;
            out.extend(elsewhere(missing.id, client.id()));
        }
    }
    let (points, others) = rest.into_iter().partition(|f: &FormField| f.name == points::NAME);
    let (verified, of) = complete.verified;
    let words = Message::new("form-group-points").with("have", verified).with("of", of);
    out.push(FormField { caption: Some(Message::new("form-points")), ..FormField::fixed("form-group-row", words) });
    out.extend::<Vec<FormField>>(points);
    out.push(FormField {
        caption: Some(Message::new("form-rest")),
        ..FormField::fixed("form-group-row", Message::new("form-nothing"))
    });
    out.extend::<Vec<FormField>>(others);
    Some(out)
}

/// What the changes are.
pub fn actions(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let name = r.needed("form-field-name", "form-no-name");
    let mut fields: Vec<ClientField> = Vec::new();
    fields.extend(r.set("form-field-name", ClientField::Name(name)));
    if r.is_changed("form-field-kind") {
        fields.extend(r.chosen("form-field-kind", ClientKind::parse).map(ClientField::Kind));
    }
    if r.is_changed("form-field-status") {
        let today = r.now.today();
        fields.extend(r.chosen("form-field-status", Status::parse).map(|s| ClientField::Status(s, today)));
    }
    fields.extend(r.changed_text("form-field-need").map(ClientField::Need));
    fields.extend(r.changed_text("form-field-do-not-mention").map(ClientField::DoNotMention));
    fields.extend(r.changed_text("form-field-industry").map(ClientField::Industry));
    fields.extend(r.changed_text("form-field-region").map(ClientField::Region));
    fields.extend(r.changed_text("form-field-size").map(ClientField::Size));
    let channel = r.chosen("form-field-channel", Channel::parse);
    fields.extend(r.set("form-field-channel", ClientField::PreferredChannel(channel)));
    fields.extend(quiet(r));
    let language = r.chosen("form-field-language", Language::parse);
    fields.extend(r.set("form-field-language", ClientField::Language(language)));
    fields.extend(r.changed_text("form-field-culture").map(ClientField::Culture));
    fields.extend(need_type(r));
    let hours = r.number("form-field-response-hours", 1, 9999);
    fields.extend(r.set("form-field-response-hours", ClientField::ResponseHours(hours)));
    let mark = |r: &mut Reader<'_>, name| r.number(name, 1, 5).and_then(|n| u8::try_from(n).ok());
    let potential = mark(r, "form-field-potential");
    fields.extend(r.set("form-field-potential", ClientField::Potential(potential)));
    let fit = mark(r, "form-field-fit");
    fields.extend(r.set("form-field-fit", ClientField::Fit(fit)));
    let budget = r.money("form-field-budget");
    if budget.is_some_and(|m| m.minor < 0) && r.is_changed("form-field-budget") {
        r.refuse("form-field-budget", Message::new("form-amount"));
    }
    fields.extend(r.set("form-field-budget", ClientField::Budget(budget)));
    let since = r.needed_day("form-field-since");
    fields.extend(r.set("form-field-since", since).flatten().map(|typed| ClientField::Since(typed.day)));
    fields.extend(r.changed_text("form-field-source").map(ClientField::Source));
    fields.extend(r.changed_text("form-field-note").map(ClientField::Note));
    let detail = r.form.loaded.detail.clone();
    let (points, point_actions) = detail.map(|d| points::changes(r, client, &d)).unwrap_or_default();
    let mut actions = Vec::new();
    if !fields.is_empty() || !points.is_empty() {
        let why = r.form.why.clone().filter(|_| r.form.is_stopping());
        actions.push(Action::EditClient { client, fields, points, tags: Vec::new(), why });
    }
    actions.extend(tagged(r, client));
    actions.extend(point_actions);
    actions.extend(relations::changes(r, client));
    actions
}

/// A changed kind of need; without what shows it, it is not taken (S70).
fn need_type(r: &mut Reader<'_>) -> Option<ClientField> {
    if !r.is_changed(NEED_TYPE) && !r.is_changed(NEED_WHY) {
        return None;
    }
    match (r.maybe(NEED_TYPE), r.maybe(NEED_WHY)) {
        (Some(code), Some(why)) => Some(ClientField::NeedType(Some(NeedType { code, why }))),
        (None, _) if r.is_changed(NEED_TYPE) => Some(ClientField::NeedType(None)),
        (Some(_), None) => {
            r.refuse(NEED_WHY, Message::new("refused-need-why"));
            None
        }
        (None, Some(_)) => {
            r.refuse(NEED_TYPE, Message::new("refused-empty-need"));
            None
        }
        (None, None) => None,
    }
}

/// Changed quiet hours, or why they could not be read.
fn quiet(r: &mut Reader<'_>) -> Option<ClientField> {
    let typed = r.set(QUIET, QuietHours::typed(&r.text(QUIET)))?;
    typed.map(ClientField::Quiet).map_err(|why| r.refuse(QUIET, why)).ok()
}

/// A comma or blank more or less is no change of the tags.
fn tagged(r: &Reader<'_>, client: Id) -> Option<Action> {
    let before = r.book.client(client).map(|c| c.facts.tags.clone()).unwrap_or_default();
    let new = tags(&r.set("form-field-tags", r.text("form-field-tags"))?);
    let add: Vec<String> = new.iter().filter(|t| !before.contains(t)).cloned().collect();
    let remove: Vec<String> = before.iter().filter(|t| !new.contains(t)).cloned().collect();
    (!add.is_empty() || !remove.is_empty()).then_some(Action::TagClient { client, add, remove })
}
