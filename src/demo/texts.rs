//! The words of the sample, one file a language in `assets/demo/`. What is made of them lives beside this file.

use crate::i18n::Lang;
use std::collections::HashMap;

/// The sections of a file.
pub(super) struct Texts {
    sections: HashMap<&'static str, Vec<&'static str>>,
    pub(super) lang: Lang,
}

impl Texts {
    pub(super) fn load(lang: Lang) -> Texts {
        let source = match lang {
            Lang::En => include_str!("../../assets/demo/en.txt"),
            Lang::Zh => include_str!("../../assets/demo/zh-CN.txt"),
        };
        let mut sections: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        let mut at = "";
        for line in source.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            match line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                Some(name) => at = name,
                None => sections.entry(at).or_default().push(line),
            }
        }
        Texts { sections, lang }
    }

    /// The entries of a section; a test holds both files to the same sections.
    pub(super) fn list(&self, section: &str) -> &[&'static str] {
        self.sections.get(section).map_or(&[], Vec::as_slice)
    }

    /// The parts of an entry, `name|industry|region`.
    pub(super) fn parts(entry: &'static str) -> (&'static str, &'static str, &'static str) {
        let mut parts = entry.split('|');
        let mut next = || parts.next().unwrap_or_default();
        (next(), next(), next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn both_languages_have_the_same_sections_and_enough_clients() {
        let [en, zh] = Lang::ALL.map(Texts::load);
        let names = |t: &Texts| t.sections.keys().copied().collect::<BTreeSet<_>>();
        assert_eq!(names(&en), names(&zh));
        for texts in [en, zh] {
            let all = ["clients", "leads", "former"].map(|s| texts.list(s).len());
            assert!(all.iter().sum::<usize>() >= 45, "{all:?}");
        }
    }
}
