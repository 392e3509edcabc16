//! Which fields of a client a file changed, as the store takes them.
//! How they are written is `write`'s work.

use crate::domain::action::ClientField;
use crate::domain::day::Day;
use crate::interchange::record::ClientRecord;

/// The fields of a client that the file changed.
pub(super) fn changed_fields(before: &ClientRecord, after: &ClientRecord, today: Day) -> Vec<ClientField> {
    let mut fields = Vec::new();
    let mut text = |old: &Option<String>, new: &Option<String>, field: fn(Option<String>) -> ClientField| {
        if old != new {
            fields.push(field(new.clone()));
        }
    };
    text(&before.industry, &after.industry, ClientField::Industry);
    text(&before.region, &after.region, ClientField::Region);
    text(&before.size, &after.size, ClientField::Size);
    text(&before.need, &after.need, ClientField::Need);
    text(&before.source, &after.source, ClientField::Source);
    text(&before.note, &after.note, ClientField::Note);
    text(&before.do_not_mention, &after.do_not_mention, ClientField::DoNotMention);
    if before.need_type != after.need_type {
        fields.push(ClientField::NeedType(after.need_type.clone()));
    }
    if before.name != after.name {
        fields.push(ClientField::Name(after.name.clone()));
    }
    if let Some(kind) = after.kind.filter(|_| before.kind != after.kind) {
        fields.push(ClientField::Kind(kind));
    }
    if let Some(status) = after.status.filter(|_| before.status != after.status) {
        fields.push(ClientField::Status(status, today));
    }
    if let Some(since) = after.since.filter(|_| before.since != after.since) {
        fields.push(ClientField::Since(since));
    }
    if before.potential != after.potential {
        fields.push(ClientField::Potential(after.potential));
    }
    if before.fit != after.fit {
        fields.push(ClientField::Fit(after.fit));
    }
    if before.budget != after.budget {
        fields.push(ClientField::Budget(after.budget));
    }
    if before.preferred_channel != after.preferred_channel {
        fields.push(ClientField::PreferredChannel(after.preferred_channel));
    }
    if before.quiet != after.quiet {
        fields.push(ClientField::Quiet(after.quiet));
    }
    if before.language != after.language {
        fields.push(ClientField::Language(after.language));
    }
    if before.culture != after.culture {
        fields.push(ClientField::Culture(after.culture.clone()));
    }
    if before.response_hours != after.response_hours {
        fields.push(ClientField::ResponseHours(after.response_hours));
    }
    fields
}
