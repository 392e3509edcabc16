//! What each column of a table is: its field, the label it gives, the part of an address it holds.
//! Which heading means what stands in `assets/import/` and is looked up by `headings` and `sources`.

use super::cells::fold_word;
use super::headings;
use super::record::{Kind, number_names};
use super::report::ImportError;
use std::collections::{HashMap, HashSet};

/// The part of a thing that several columns make up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// What it is called (`Work`).
    Label,
    /// Street and number.
    Street,
    /// Further lines of the street.
    More,
    /// Post-office box.
    Box,
    /// City.
    City,
    /// Province or state.
    Region,
    /// Postal code.
    Code,
    /// Country.
    Country,
}

impl Part {
    /// Reads the word of an alias table.
    pub fn parse(word: &str) -> Option<Part> {
        Some(match word {
            "value" => Part::Whole,
            "label" => Part::Label,
            "street" => Part::Street,
            "more" => Part::More,
            "box" => Part::Box,
            "city" => Part::City,
            "region" => Part::Region,
            "code" => Part::Code,
            "country" => Part::Country,
            _ => return None,
        })
    }
}

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spec {
    /// The field.
    pub field: &'static str,
    /// The label its values get.
    pub label: Option<String>,
    /// Which of several things of this kind: columns of one group belong together.
    pub group: Option<String>,
    /// Which part of it.
    pub part: Part,
}

impl Spec {
    /// A whole field without label.
    pub fn whole(field: &'static str) -> Spec {
        Spec { field, label: None, group: None, part: Part::Whole }
    }
}

/// Leaves a column out.
pub const LEAVE: &str = "-";
/// Keeps a column as an own field.
pub const KEEP: &str = "extra";

/// Several columns may feed these; any other field takes its first column.
const MANY: [&str; 7] = ["email", "phone", "wechat", "address", "url", "other", "tags"];

/// What the columns of one file are.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Column and what it is, in the order of the file.
    pub specs: Vec<(usize, Spec)>,
    /// Columns without a field: the name their values are kept under, and the column.
    pub extra: Vec<(String, usize)>,
    /// The headings as written.
    pub heads: Vec<String>,
}

impl Columns {
    /// The column of a field.
    pub fn find(&self, field: &str) -> Option<usize> {
        self.all(field).next()
    }

    /// Every column of a field.
    pub fn all<'a>(&'a self, field: &'a str) -> impl Iterator<Item = usize> + 'a {
        let whole = self.specs.iter().filter(move |(_, spec)| spec.field == field && spec.part == Part::Whole);
        whole.map(|(column, _)| *column)
    }

    /// The name a column is kept under when it has no place.
    pub fn name_of(&self, column: usize) -> String {
        extra_name(self.heads.get(column).map_or("", String::as_str), column)
    }

    /// Lays out the columns of a kind: what was said first, then what `known` says, then the headings' own meaning.
    ///
    /// # Errors
    /// A mapping that names no field or no heading.
    pub fn of(
        kind: Kind,
        heads: &[String],
        map: &[(String, String)],
        known: Option<Vec<Option<Spec>>>,
    ) -> Result<Columns, ImportError> {
        let mut taken: Vec<Option<Spec>> = vec![None; heads.len()];
        let mut kept = vec![false; heads.len()];
        let names = unique(heads);
        for (field, heading) in map {
            let column = names.iter().position(|name| name == heading).or_else(|| {
                let folded = fold_word(heading);
                heads.iter().position(|h| fold_word(h) == folded)
            });
            let found = || names.join(", ");
            let column = column.ok_or_else(|| ImportError::NoHeading { heading: heading.clone(), found: found() })?;
            if field == KEEP {
                (taken[column], kept[column]) = (None, true);
                continue;
            }
            let field = if field == LEAVE { Some(LEAVE) } else { headings::fields(kind).into_iter().find(|f| f == field) };
            let field = field.ok_or_else(|| ImportError::NoField {
                field: map.iter().find(|(_, h)| h == heading).map_or(String::new(), |(f, _)| f.clone()),
                kind,
                known: headings::fields(kind).join(", "),
            })?;
            taken[column] = Some(Spec::whole(field));
        }
        let mut seen: Vec<&str> = taken.iter().flatten().map(|spec| spec.field).collect();
        if let Some(known) = known {
            for ((slot, spec), kept) in taken.iter_mut().zip(known).zip(&kept) {
                let Some(spec) = spec.filter(|_| slot.is_none() && !kept) else { continue };
                let once = spec.part == Part::Whole && spec.field != LEAVE && !MANY.contains(&spec.field);
                if !once || !seen.contains(&spec.field) {
                    seen.push(spec.field);
                    *slot = Some(spec);
                }
            }
        } else {
            // Own words first, so that `name` beats `company` as the client's name wherever it stands.
            for exact in [true, false] {
                for ((slot, head), kept) in taken.iter_mut().zip(heads).zip(&kept) {
                    let Some(spec) = headings::spec_of(kind, head).filter(|_| slot.is_none() && !kept) else { continue };
                    let fits = !exact || fold_word(spec.field) == fold_word(head);
                    let free = MANY.contains(&spec.field) && spec.field != "tags" || !seen.contains(&spec.field);
                    if fits && (free || spec.part != Part::Whole) {
                        seen.push(spec.field);
                        *slot = Some(spec);
                    }
                }
            }
        }
        let extra = heads.iter().enumerate().filter(|(i, _)| taken[*i].is_none());
        let mut names: Vec<(String, String)> = extra.map(|(i, head)| (extra_name(head, i), i.to_string())).collect();
        number_names(&mut names);
        let extra = names.into_iter().filter_map(|(name, i)| Some((name, i.parse().ok()?))).collect();
        let specs = taken.into_iter().enumerate().filter_map(|(i, spec)| Some((i, spec?))).collect();
        Ok(Columns { specs, extra, heads: heads.to_vec() })
    }
}

/// The headings as columns are called by: of equal ones the later are numbered, `Phone (2)`; one without a heading is called by its
/// place, `column 3`.
pub fn unique(heads: &[String]) -> Vec<String> {
    let written: HashSet<&str> = heads.iter().map(String::as_str).collect();
    let (mut taken, mut next): (HashSet<String>, HashMap<String, usize>) = (HashSet::new(), HashMap::new());
    let mut names = Vec::with_capacity(heads.len());
    for (column, head) in heads.iter().enumerate() {
        let plain = if head.trim().is_empty() { extra_name("", column) } else { head.clone() };
        let mut name = plain.clone();
        // A number that stands in the file belongs to the heading written so.
        while taken.contains(&name) || (name != *head && written.contains(name.as_str())) {
            let n = next.entry(plain.clone()).or_insert(1);
            *n += 1;
            name = format!("{plain} ({n})");
        }
        taken.insert(name.clone());
        names.push(name);
    }
    names
}

/// Whether several columns may feed a field.
pub fn takes_many(field: &str) -> bool {
    MANY.contains(&field)
}

/// The name an unknown column is kept under.
fn extra_name(head: &str, column: usize) -> String {
    let name = head.trim();
    let name = name.strip_prefix("extra:").unwrap_or(name);
    if name.is_empty() { format!("column {}", column + 1) } else { name.to_owned() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_name_of_its_own_and_is_mapped_by_it() {
        let heads: Vec<String> = ["name", "x", "x", "", "", "x (2)"].map(str::to_owned).into();
        assert_eq!(unique(&heads), ["name", "x", "x (3)", "column 4", "column 5", "x (2)"]);
        let map: Vec<(String, String)> =
            [("phone", "x (3)"), ("email", "column 5"), (LEAVE, "x (2)")].map(|(f, h)| (f.to_owned(), h.to_owned())).into();
        let columns = Columns::of(Kind::Clients, &heads, &map, None).unwrap();
        assert_eq!((columns.find("phone"), columns.find("email"), columns.find(LEAVE)), (Some(2), Some(4), Some(5)));
        let kept: Vec<usize> = columns.extra.iter().map(|(_, column)| *column).collect();
        assert_eq!(kept, [1, 3]);
    }
}
