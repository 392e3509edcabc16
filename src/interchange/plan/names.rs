//! Names of companies and mailboxes as they are compared: what says only which form a company has, and what many people share.

use crate::interchange::cells::fold;

/// Words at the end of a company's name that say only what form it has.
const FORMS: [&str; 30] = [
    "gmbh & co kg",
    "gmbh co kg",
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "company",
    "co",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "srl",
    "bv",
    "oy",
    "ab",
    "as",
    "kk",
];
const FORMS_ZH: [&str; 8] = ["股份有限公司", "有限责任公司", "有限公司", "责任公司", "股份公司", "集团公司", "集团", "公司"];

/// A name without its legal form: `Acme GmbH` and `ACME Ltd.` are `acme`.
pub fn normalised(name: &str) -> String {
    let mut key = fold(name);
    loop {
        let words: String = key.chars().map(|c| if c.is_alphanumeric() || c == '&' { c } else { ' ' }).collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let latin = FORMS.iter().find_map(|form| words.strip_suffix(form)?.strip_suffix(' '));
        let chinese = || FORMS_ZH.iter().find_map(|form| words.strip_suffix(form));
        match latin.or_else(chinese).map(str::trim).filter(|rest| !rest.is_empty()) {
            Some(rest) => key = rest.to_owned(),
            None => return words,
        }
    }
}

/// A mailbox that several people share says nothing about who writes.
pub(super) fn is_shared_mailbox(value: &str) -> bool {
    let local = value.split('@').next().unwrap_or_default().trim().to_lowercase();
    ["info", "office", "contact", "sales", "hello", "mail", "admin", "support", "kontakt", "service", "team"]
        .contains(&local.as_str())
}
