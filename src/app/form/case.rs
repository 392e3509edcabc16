//! The form of a case: what it is about, what they want, why it happened, what putting it right cost, and its evidence. What happened in it
//! is its log's, which is only ever added to.

use super::client::{channels, people};
use super::field::{Choice, FormField, Part};
use super::{Reader, Source, relations};
use crate::app::files::size;
use crate::domain::action::{Action, ComplaintChanges};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::policy::Policy;
use crate::domain::when::Look;
use crate::domain::words::{Channel, ComplaintKind};
use crate::portfolio::EvidenceState;
use crate::portfolio::cases::{cause_words, kind_id};
use crate::store::EvidenceDetail;
use crate::text;

/// The name of the rows of evidence.
const EVIDENCE: &str = "form-field-evidence";
/// Cells of a file's name.
const NAME: usize = 40;

/// The causes to choose from: those of the policy, and one that is no longer among them.
pub(super) fn causes(policy: &Policy, own: &str) -> Vec<Choice> {
    let listed = policy.complaints.causes.iter().map(String::as_str);
    let own = Some(own).filter(|own| !own.is_empty() && policy.complaints.causes.iter().all(|c| c != own));
    let choice = |code: &str| Choice { code: code.to_owned(), name: cause_words(code) };
    [Choice::new("", "form-field-unknown")].into_iter().chain(listed.chain(own).map(choice)).collect()
}

/// The fields in order.
pub fn fields(source: &Source<'_>) -> Option<Vec<FormField>> {
    let row = &source.case()?.row;
    let file = source.loaded.case.as_ref()?;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let kinds = ComplaintKind::ALL.iter().map(|kind| Choice::new(kind.code(), kind_id(*kind))).collect();
    let simple = vec![Choice::new("simple", "form-case-simple"), Choice::new("complex", "form-case-complex")];
    let how = channels(Some(Choice::new("", "form-field-unknown")));
    let cause = text(&row.cause);
    let person = row.person.map(|id| id.to_string()).unwrap_or_default();
    let other = row.other.and_then(|id| source.book.client(id)).map(|c| c.name().to_owned()).unwrap_or_default();
    let mut out = vec![
        FormField::choice("form-field-kind", kinds, row.kind.code()),
        FormField::choice("form-field-complex", simple, if row.complex { "complex" } else { "simple" }),
        FormField::date("form-field-opened", &source.written(row.opened), Look::Back),
        FormField::choice("form-field-how", how, row.channel.map(Channel::code).unwrap_or_default()),
        FormField::note("form-field-about", Some(&row.text)),
        FormField::note("form-field-demand", file.detail.demand.as_deref()),
        FormField::choice("form-field-cause", causes(&source.book.policy, &cause), &cause),
        FormField::choice("form-field-person", people(source), &person),
        FormField::text("form-field-other-side", &other),
        FormField::text("form-field-mediator", &text(&file.detail.mediator)),
        FormField::money("form-field-remedy", row.remedy),
    ];
    out.extend(file.detail.evidence.iter().zip(&file.evidence).map(|(evidence, state)| piece(evidence, *state)));
    Some(out)
}

/// A piece of evidence: it stays, or is taken off.
fn piece(evidence: &EvidenceDetail, state: EvidenceState) -> FormField {
    let name = evidence.path.rsplit('/').next().unwrap_or_default();
    let name = text::truncate(&text::one_line(name), NAME).into_owned();
    let stays = Message::new(match state {
        EvidenceState::Same | EvidenceState::SameSize => "evidence-same",
        EvidenceState::Changed => "evidence-changed",
        EvidenceState::Gone => "evidence-gone",
    });
    let stays =
        stays.with("name", name.as_str()).with("size", size(evidence.size.unsigned_abs())).with("added", evidence.added);
    let states = vec![
        Choice { code: String::new(), name: stays },
        Choice { code: "remove".to_owned(), name: Message::new("evidence-remove").with("name", name.as_str()) },
    ];
    FormField::row(EVIDENCE, Some(evidence.id), vec![Part::choice(states, "")])
}

/// The other side as it is typed: nobody, or the one client meant.
fn other_side(r: &mut Reader<'_>, client: Id) -> Option<Option<Id>> {
    const OTHER: &str = "form-field-other-side";
    let typed = r.changed_text(OTHER)?;
    match typed.map(|name| relations::named(r.book, &name, client)).transpose() {
        Ok(other) => Some(other),
        Err(why) => {
            r.refuse(OTHER, why);
            None
        }
    }
}

/// What changes of it; evidence is taken off in the same step.
pub fn actions(r: &mut Reader<'_>, client: Id, complaint: Id) -> Vec<Action> {
    let opened = r.past_moment("form-field-opened");
    let about = r.needed("form-field-about", "form-no-text");
    let remedy = r.money("form-field-remedy");
    if remedy.is_some_and(|m| m.minor < 0) && r.is_changed("form-field-remedy") {
        r.refuse("form-field-remedy", Message::new("refused-remedy"));
    }
    let other = other_side(r, client);
    let is_own = |f: &&FormField| f.name != EVIDENCE && f.is_changed();
    let is_edited = r.form.fields.iter().any(|f| is_own(&f));
    let edit = Action::EditComplaint {
        complaint,
        changes: Box::new(ComplaintChanges {
            kind: r.set("form-field-kind", r.chosen("form-field-kind", ComplaintKind::parse)).flatten(),
            complex: r.set("form-field-complex", r.text("form-field-complex") == "complex"),
            opened: r.set("form-field-opened", opened).flatten(),
            channel: r.set("form-field-how", r.chosen("form-field-how", Channel::parse)),
            text: r.set("form-field-about", about),
            demand: r.changed_text("form-field-demand"),
            cause: r.changed_text("form-field-cause"),
            person: r.set("form-field-person", r.id("form-field-person")),
            other,
            mediator: r.changed_text("form-field-mediator"),
            remedy: r.set("form-field-remedy", remedy),
        }),
    };
    let gone = |f: &FormField| f.row.filter(|_| f.name == EVIDENCE && f.value() == "remove");
    let removed = r.form.fields.iter().filter_map(gone).map(|evidence| Action::RemoveEvidence { evidence });
    is_edited.then_some(edit).into_iter().chain(removed).collect()
}
