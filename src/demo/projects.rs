//! Milestones and progress reports of the sample: one project on its way, one with a milestone that is late, one retainer of which the
//! client is told every month. Projects themselves come from `money` and `drift`.

use super::{DemoClient, DemoEngagement, DemoMilestone, Setting};
use crate::domain::interval::Interval;
use crate::domain::words::{EngagementKind, EngagementStatus, Status};

/// Days from today on which milestones are due, and whether they are reached: the last one is the project's end.
type Way = [(i32, bool); 3];

/// Nothing to do yet.
const CALM: Way = [(-40, true), (-9, true), (12, false)];
/// One is late.
const LATE: Way = [(-35, true), (-2, false), (20, false)];

pub(super) fn add(set: &Setting<'_>, clients: &mut [DemoClient]) {
    let runs =
        |e: &&mut DemoEngagement, kind| e.kind == kind && e.status == EngagementStatus::Open && e.start <= set.today.plus(-45);
    let lasts = |e: &&mut DemoEngagement| e.end.is_some_and(|end| end >= set.today.plus(45));
    let projects = clients
        .iter_mut()
        .filter(|c| c.status == Status::Active)
        .filter_map(|c| c.engagements.iter_mut().filter(lasts).find(|e| runs(e, EngagementKind::Project)));
    for (project, way) in projects.zip([LATE, CALM]) {
        let titles = set.texts.list("milestones");
        let days = way.into_iter().map(|(n, done)| (set.work_day(set.today.plus(n)), done));
        let end = project.end.map(|end| (set.work_day(end), false));
        project.milestones = days
            .chain(end)
            .zip(titles)
            .map(|((due, done), title)| DemoMilestone { title: (*title).into(), due, done: done.then_some(due) })
            .collect();
    }
    let retainer = clients
        .iter_mut()
        .filter(|c| c.status == Status::Active)
        .find_map(|c| c.engagements.iter_mut().filter(lasts).find(|e| runs(e, EngagementKind::Retainer)));
    if let Some(retainer) = retainer {
        // Told three weeks ago: the next one is days ahead in every month.
        retainer.report_every = Some(Interval::Months(1));
        retainer.reported_on = Some(set.work_day(set.today.plus(-21)));
    }
}
