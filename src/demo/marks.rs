//! What the clients of the sample say of the work, and who of them is at odds. The contacts that led there are in `history`.

use super::random::Random;
use super::{DemoClient, DemoRelation, DemoSurvey, Setting};
use crate::domain::day::Moment;
use crate::domain::words::{RelationKind, SurveyKind};

/// Of the small sample every third client answered, of the large one about half of them.
const EVERY: usize = 3;

/// Gives a client its marks: mostly good ones, one in six with a complaint in it.
pub(super) fn give(set: &Setting<'_>, one: &mut DemoClient, place: usize, random: &mut Random) {
    let answers = if set.options.small { place.is_multiple_of(EVERY) } else { random.chance(0.5) };
    if !answers || one.touches.is_empty() {
        return;
    }
    let kind = if random.chance(0.7) { SurveyKind::Nps } else { SurveyKind::Csat };
    let mut on = set.work_day(set.today.plus(-random.between(5, 80)));
    while on > one.since && one.surveys.len() < 2 * set.options.years as usize {
        let bad = random.chance(0.17);
        let score = match (kind, bad) {
            (SurveyKind::Nps, false) => random.between(8, 10),
            (SurveyKind::Nps, true) => random.between(3, 6),
            (SurveyKind::Csat, false) => random.between(4, 5),
            (SurveyKind::Csat, true) => random.between(2, 3),
        };
        let reason = random.pick(set.texts.list(if bad { "marks-bad" } else { "marks-good" }));
        let reasons = vec![reason.into()];
        one.surveys.push(DemoSurvey { kind, score: score.unsigned_abs() as u8, on, reasons, person: Some(0) });
        on = set.work_day(on.plus(-random.between(90, 200)));
    }
    one.surveys.reverse();
}

/// Two of the clients that matter are at odds, so that the sample shows what such a note looks like.
pub(super) fn conflict(set: &Setting<'_>, clients: &[DemoClient], active: usize) -> Vec<DemoRelation> {
    let (Some(one), Some(other), true) = (clients.get(1), clients.get(4), active > 4) else { return Vec::new() };
    let since = one.since.max(other.since).plus(30).min(set.today.plus(-1));
    let created = Moment(since.start(set.now.zone).0 + 10 * 3600);
    let note = set.texts.list("conflict").first().copied().unwrap_or_default();
    vec![DemoRelation { client: 1, other: 4, kind: RelationKind::Conflict, note: note.into(), created }]
}
