//! Catalogue ids of tables and columns, and which columns stand or fall together when a step is taken back.

/// The catalogue id of a table's kind of fact.
pub(super) fn fact(table: &str) -> &'static str {
    match table {
        "setting" => "fact-setting",
        "policy_version" => "fact-policy",
        "leave" => "fact-leave",
        "client" => "fact-client",
        "client_alias" => "fact-alias",
        "person" => "fact-person",
        "contact_point" => "fact-point",
        "tag" => "fact-tag",
        "engagement" => "fact-engagement",
        "touch" => "fact-touch",
        "appointment" => "fact-appointment",
        "task" => "fact-task",
        "deferral" => "fact-deferral",
        "override" => "fact-override",
        "pin" => "fact-pin",
        "invoice" => "fact-invoice",
        "extra_field" => "fact-extra",
        "care_date" => "fact-care-date",
        "tier_change" => "fact-tier-change",
        _ => "fact-month-score",
    }
}

/// The column that stands for a group: half a renamed client would be found under the wrong key.
pub(super) fn group<'c>(table: &str, column: &'c str) -> &'c str {
    match (table, column) {
        (_, "name_key" | "initials") => "name",
        ("client" | "engagement", "status_on" | "status_why") => "status",
        ("client", "budget_currency") => "budget",
        ("task", "due_at") => "due",
        ("appointment", "ended_how") => "ended",
        ("contact_point", "value_key") => "value",
        ("contact_point", "verified_how") => "verified_on",
        _ => column,
    }
}

/// The catalogue id of a column (the first of its group).
pub(super) fn field(column: &str) -> &'static str {
    match column {
        "name" => "field-name",
        "kind" => "field-kind",
        "status" => "field-status",
        "industry" => "field-industry",
        "region" => "field-region",
        "size" => "field-size",
        "need" => "field-need",
        "since" => "field-since",
        "potential" => "field-potential",
        "fit" => "field-fit",
        "budget" => "field-budget",
        "preferred_channel" => "field-preferred-channel",
        "response_hours" => "field-response-hours",
        "reviewed_on" | "verified_on" => "field-verified",
        "source" => "field-source",
        "note" => "field-note",
        "do_not_mention" => "field-do-not-mention",
        "text" => "field-text",
        "due" => "field-due",
        "done" => "field-done",
        "assignee" => "field-assignee",
        "number" => "field-number",
        "amount" => "field-amount",
        "cost" => "field-cost",
        "paid" => "field-paid",
        "product" => "field-product",
        "title" => "field-title",
        "end" => "field-end",
        "notice" => "field-notice",
        "renew" => "field-renew",
        "role" => "field-role",
        "ended" => "field-ended",
        "person_id" => "field-person",
        "value" => "field-value",
        _ => "field-other",
    }
}
