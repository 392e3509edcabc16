//! One row of a table of the fold as its fact, and the ways every reader of the store takes a value out of a row.
//! Which tables there are and in which order they come is `stream`'s business.

use super::super::error::StoreError;
use crate::domain::care::{CareDateRow, CareDoneRow};
use crate::domain::complaint::{CaseEvent, CaseRow, Rating};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::*;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::money::{Currency, Money};
use crate::domain::quiet::QuietHours;
use crate::domain::target::Target;
use crate::domain::words::*;
use rusqlite::Row;
use rusqlite::types::ValueRef;

pub(in super::super) fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str, StoreError> {
    row.get_ref(column)?.as_str().map_err(|_| damaged(column))
}

pub(in super::super) fn maybe_text<'r>(row: &'r Row<'_>, column: usize) -> Result<Option<&'r str>, StoreError> {
    row.get_ref(column)?.as_str_or_null().map_err(|_| damaged(column))
}

pub(in super::super) fn owned(row: &Row<'_>, column: usize) -> Result<Option<String>, StoreError> {
    Ok(maybe_text(row, column)?.map(str::to_owned))
}

pub(in super::super) fn number(row: &Row<'_>, column: usize) -> Result<i64, StoreError> {
    row.get_ref(column)?.as_i64().map_err(|_| damaged(column))
}

pub(in super::super) fn maybe_number(row: &Row<'_>, column: usize) -> Result<Option<i64>, StoreError> {
    row.get_ref(column)?.as_i64_or_null().map_err(|_| damaged(column))
}

/// The days that facts are read as: 1 January 1900 to 31 December 2200, the same that a user can write. Whatever else another program
/// put there becomes the nearest of them, so that no row keeps the rest of the book from being read.
const DAYS: (i64, i64) = (-25_567, 84_370);

/// The last grace and the longest appointment (in minutes) that are read.
const GRACE: i64 = 999;
const MINUTES: i64 = 366 * 24 * 60;
/// The longest agreed response time, hours.
const HOURS: i64 = 100_000;

pub(in super::super) fn day(row: &Row<'_>, column: usize) -> Result<Day, StoreError> {
    Ok(near(number(row, column)?))
}

pub(in super::super) fn maybe_day(row: &Row<'_>, column: usize) -> Result<Option<Day>, StoreError> {
    Ok(maybe_number(row, column)?.map(near))
}

fn near(day: i64) -> Day {
    Day(day.clamp(DAYS.0, DAYS.1) as i32)
}

pub(in super::super) fn moment(row: &Row<'_>, column: usize) -> Result<Moment, StoreError> {
    Ok(then(number(row, column)?))
}

pub(in crate::store) fn maybe_moment(row: &Row<'_>, column: usize) -> Result<Option<Moment>, StoreError> {
    Ok(maybe_number(row, column)?.map(then))
}

fn then(moment: i64) -> Moment {
    Moment(moment.clamp(DAYS.0 * 86_400, DAYS.1 * 86_400 + 86_399))
}

fn maybe_grade(row: &Row<'_>, column: usize) -> Result<Option<u8>, StoreError> {
    Ok(maybe_number(row, column)?.map(|n| n.clamp(1, 5) as u8))
}

/// A code of the fixed vocabulary, read from the row's own bytes.
pub(in super::super) fn code<T>(row: &Row<'_>, column: usize, parse: fn(&str) -> Option<T>) -> Result<T, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().and_then(parse).ok_or_else(|| damaged(column)),
        _ => Err(damaged(column)),
    }
}

pub(in super::super) fn maybe_code<T>(
    row: &Row<'_>,
    column: usize,
    parse: fn(&str) -> Option<T>,
) -> Result<Option<T>, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => code(row, column, parse).map(Some),
    }
}

fn damaged(column: usize) -> StoreError {
    StoreError::bad_value("column", &column.to_string())
}

pub(in crate::store) fn read_client(row: &Row<'_>, out: &mut ClientRow) -> Result<(), StoreError> {
    let refill = |out: &mut String, column| {
        out.clear();
        out.push_str(text(row, column)?);
        Ok::<(), StoreError>(())
    };
    out.id = Id(number(row, 0)?);
    refill(&mut out.name, 1)?;
    refill(&mut out.name_key, 2)?;
    refill(&mut out.initials, 3)?;
    out.kind = code(row, 4, ClientKind::parse)?;
    out.status = code(row, 5, Status::parse)?;
    out.status_on = day(row, 6)?;
    out.industry = owned(row, 7)?;
    out.region = owned(row, 8)?;
    out.size = owned(row, 9)?;
    out.since = day(row, 10)?;
    out.potential = maybe_grade(row, 11)?;
    out.fit = maybe_grade(row, 12)?;
    out.budget = match (maybe_number(row, 13)?, maybe_text(row, 14)?) {
        (Some(minor), Some(currency)) => Currency::stored(currency).map(|currency| Money { minor, currency }),
        _ => None,
    };
    out.preferred_channel = maybe_code(row, 15, Channel::parse)?;
    out.reviewed_on = maybe_day(row, 16)?;
    let minute = |column| Ok::<_, StoreError>(maybe_number(row, column)?.and_then(|m| u16::try_from(m).ok()));
    out.need_type = owned(row, 19)?;
    out.language = maybe_code(row, 20, Language::parse)?;
    out.culture = owned(row, 21)?;
    out.quiet = minute(17)?.zip(minute(18)?).and_then(|(from, to)| QuietHours::new(from, to));
    Ok(())
}

pub(in crate::store) fn count_point(row: &Row<'_>, counts: &mut PointCounts) -> Result<(), StoreError> {
    if maybe_number(row, 2)?.is_none() {
        match code(row, 1, PointKind::parse)? {
            PointKind::Phone => counts.phone += 1,
            PointKind::Email => counts.email += 1,
            PointKind::Wechat => counts.wechat += 1,
            PointKind::Address | PointKind::Url | PointKind::Other => counts.other += 1,
        }
    }
    Ok(())
}

pub(in crate::store) fn tag(row: &Row<'_>) -> Result<String, StoreError> {
    Ok(text(row, 1)?.to_owned())
}

/// A length in minutes; what no contact can last becomes the longest.
fn minutes(row: &Row<'_>, column: usize) -> Result<Option<u32>, StoreError> {
    Ok(maybe_number(row, column)?.and_then(|n| u32::try_from(n.clamp(0, MINUTES)).ok()))
}

pub(in crate::store) fn touch(row: &Row<'_>) -> Result<TouchRow, StoreError> {
    let words = usize::try_from(number(row, 2)?).map_err(|_| damaged(2))?;
    let (flag, outcome, direction, channel) = (words >> 6, words >> 4 & 3, words >> 3 & 1, words & 7);
    Ok(TouchRow {
        at: moment(row, 1)?,
        channel: *Channel::ALL.get(channel).ok_or_else(|| damaged(2))?,
        direction: *Direction::ALL.get(direction).ok_or_else(|| damaged(2))?,
        outcome: *Outcome::ALL.get(outcome).ok_or_else(|| damaged(2))?,
        flag: flag.checked_sub(1).map(|n| Flag::ALL.get(n).copied().ok_or_else(|| damaged(2))).transpose()?,
        minutes: minutes(row, 3)?,
        id: Id(number(row, 4)?),
    })
}

/// A yearly date; what no year has is brought to the nearest that one has.
pub(in crate::store) fn care_date(row: &Row<'_>) -> Result<CareDateRow, StoreError> {
    let calendar = code(row, 7, Calendar::parse)?;
    let last = if calendar == Calendar::Lunar { 30 } else { 31 };
    Ok(CareDateRow {
        month: number(row, 1)?.clamp(1, 12) as u8,
        day: number(row, 2)?.clamp(1, last) as u8,
        person: maybe_number(row, 3)?.map(Id),
        kind: code(row, 4, CareKind::parse)?,
        name: owned(row, 5)?,
        year: maybe_number(row, 6)?.map(|y| y.clamp(1, 9999) as i32),
        calendar,
        leap: number(row, 8)? != 0,
        lead: maybe_number(row, 9)?.map(|n| n.clamp(0, 365) as i32),
        id: Id(number(row, 10)?),
        whose: owned(row, 11)?,
    })
}

/// What was done about one; of an occasion nobody knows there is nothing to say.
pub(in crate::store) fn care_done(row: &Row<'_>) -> Result<Option<CareDoneRow>, StoreError> {
    let Some(occasion) = Target::parse(text(row, 2)?) else { return Ok(None) };
    Ok(Some(CareDoneRow {
        at: moment(row, 1)?,
        occasion,
        day: day(row, 3)?,
        how: code(row, 4, CareDone::parse)?,
        touch: maybe_number(row, 5)?.map(Id),
        id: Id(number(row, 6)?),
    }))
}

pub(in crate::store) fn appointment(row: &Row<'_>) -> Result<AppointmentRow, StoreError> {
    let ended = maybe_moment(row, 6)?;
    let how = maybe_code(row, 7, AppointmentEnd::parse)?;
    Ok(AppointmentRow {
        start: moment(row, 1)?,
        channel: code(row, 2, Channel::parse)?,
        minutes: maybe_number(row, 3)?.map(|n| n.clamp(0, MINUTES)),
        place: owned(row, 4)?,
        created: moment(row, 5)?,
        ended: ended.map(|at| (at, how.unwrap_or(AppointmentEnd::Cancelled))),
        note: owned(row, 8)?,
        id: Id(number(row, 9)?),
    })
}

pub(in crate::store) fn task(row: &Row<'_>) -> Result<TaskRow, StoreError> {
    Ok(TaskRow {
        due: day(row, 1)?,
        due_at: maybe_moment(row, 2)?,
        kind: code(row, 3, TaskKind::parse)?,
        done: maybe_moment(row, 4)?,
        created: moment(row, 5)?,
        assignee: owned(row, 6)?,
        text: text(row, 7)?.to_owned(),
        id: Id(number(row, 8)?),
    })
}

pub(in crate::store) fn deferral(row: &Row<'_>) -> Result<DeferralRow, StoreError> {
    Ok(DeferralRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        kind: code(row, 3, DeferralKind::parse)?,
        target: text(row, 4)?.to_owned(),
        until: day(row, 5)?,
        reason: owned(row, 6)?,
        signals: owned(row, 7)?,
        id: Id(number(row, 8)?),
    })
}

pub(in crate::store) fn changed(row: &Row<'_>) -> Result<OverrideRow, StoreError> {
    Ok(OverrideRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        channel: code(row, 3, Channel::parse)?,
        new_channel: maybe_code(row, 4, Channel::parse)?,
        every: code(row, 5, Interval::parse)?,
        grace: maybe_number(row, 6)?.map(|n| n.clamp(0, GRACE) as i32),
        until: maybe_day(row, 7)?,
        reason: text(row, 8)?.to_owned(),
        id: Id(number(row, 9)?),
    })
}

pub(in crate::store) fn pin(row: &Row<'_>) -> Result<PinRow, StoreError> {
    Ok(PinRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        tier: code(row, 3, Tier::parse)?,
        from: day(row, 4)?,
        until: maybe_day(row, 5)?,
        review_on: day(row, 6)?,
        reason: text(row, 7)?.to_owned(),
        id: Id(number(row, 8)?),
    })
}

pub(in crate::store) fn engagement(row: &Row<'_>) -> Result<EngagementRow, StoreError> {
    Ok(EngagementRow {
        start: day(row, 1)?,
        end: maybe_day(row, 2)?,
        notice: maybe_day(row, 3)?,
        renew: maybe_day(row, 4)?,
        status: code(row, 5, EngagementStatus::parse)?,
        status_on: day(row, 6)?,
        kind: code(row, 7, EngagementKind::parse)?,
        report_every: maybe_code(row, 8, Interval::parse)?,
        reported_on: maybe_day(row, 9)?,
        title: text(row, 10)?.to_owned(),
        id: Id(number(row, 11)?),
        milestones: Vec::new(),
    })
}

pub(in crate::store) fn milestone(row: &Row<'_>) -> Result<MilestoneRow, StoreError> {
    Ok(MilestoneRow {
        due: day(row, 2)?,
        done: maybe_day(row, 3)?,
        title: text(row, 4)?.to_owned(),
        note: owned(row, 5)?,
        id: Id(number(row, 6)?),
    })
}

pub(in crate::store) fn invoice(row: &Row<'_>) -> Result<InvoiceRow, StoreError> {
    Ok(InvoiceRow {
        issued: day(row, 1)?,
        due: maybe_day(row, 2)?,
        paid: maybe_day(row, 3)?,
        amount: number(row, 4)?,
        cost: maybe_number(row, 5)?,
        currency: code(row, 6, Currency::stored)?,
        engagement: maybe_number(row, 7)?.map(Id),
        number: owned(row, 8)?,
        product: owned(row, 9)?,
        id: Id(number(row, 10)?),
    })
}

pub(in crate::store) fn tier_change(row: &Row<'_>) -> Result<TierChangeRow, StoreError> {
    Ok(TierChangeRow {
        at: moment(row, 1)?,
        from: maybe_code(row, 2, Tier::parse)?,
        to: code(row, 3, Tier::parse)?,
        cause: code(row, 4, TierCause::parse)?,
        score: number(row, 5)?,
        share: number(row, 6)?,
    })
}

pub(in crate::store) fn month_score(row: &Row<'_>) -> Result<MonthScoreRow, StoreError> {
    Ok(MonthScoreRow {
        month: number(row, 1)?.clamp(1900 * 12, 2200 * 12 + 11) as i32,
        score: number(row, 2)?,
        share: number(row, 3)?,
        tier: maybe_code(row, 4, Tier::parse)?,
    })
}

/// What stands between the reasons of a survey answer.
pub(in super::super) const BETWEEN_REASONS: &str = "; ";

pub(in crate::store) fn survey(row: &Row<'_>) -> Result<SurveyRow, StoreError> {
    let kind = code(row, 2, SurveyKind::parse)?;
    let (low, high) = kind.range();
    let reasons = maybe_text(row, 4)?.into_iter().flat_map(|t| t.split(BETWEEN_REASONS));
    Ok(SurveyRow {
        on: day(row, 1)?,
        kind,
        score: number(row, 3)?.clamp(i64::from(low), i64::from(high)) as u8,
        reasons: reasons.filter(|r| !r.is_empty()).map(str::to_owned).collect(),
        id: Id(number(row, 5)?),
    })
}

/// `None` for an item this version does not know.
pub(in crate::store) fn quadrant(row: &Row<'_>) -> Result<Option<QuadrantRow>, StoreError> {
    let Some(target) = Target::parse(text(row, 3)?) else { return Ok(None) };
    Ok(Some(QuadrantRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        target,
        quadrant: number(row, 4)?.clamp(1, 4) as u8,
        id: Id(number(row, 5)?),
    }))
}

/// A case without its events.
pub(in crate::store) fn complaint(row: &Row<'_>) -> Result<CaseRow, StoreError> {
    let id = |column| Ok::<_, StoreError>(maybe_number(row, column)?.map(Id));
    Ok(CaseRow {
        opened: moment(row, 1)?,
        no: number(row, 2)?,
        kind: code(row, 3, ComplaintKind::parse)?,
        complex: number(row, 4)? != 0,
        channel: maybe_code(row, 5, Channel::parse)?,
        cause: owned(row, 6)?,
        tier: maybe_code(row, 7, Tier::parse)?,
        response_hours: maybe_number(row, 8)?.map(|h| h.clamp(1, HOURS)),
        policy: id(9)?,
        person: id(10)?,
        other: id(11)?,
        remedy: match (maybe_number(row, 12)?, maybe_text(row, 13)?) {
            (Some(minor), Some(currency)) => Currency::stored(currency).map(|currency| Money { minor, currency }),
            _ => None,
        },
        begun: code(row, 14, CaseStatus::parse)?,
        text: text(row, 15)?.to_owned(),
        id: Id(number(row, 16)?),
        events: Vec::new(),
    })
}

pub(in crate::store) fn case_event(row: &Row<'_>) -> Result<CaseEvent, StoreError> {
    Ok(CaseEvent {
        at: moment(row, 2)?,
        kind: code(row, 3, CaseEventKind::parse)?,
        rating: maybe_number(row, 4)?.map(Rating::of_stored),
        promised: maybe_moment(row, 5)?,
        channel: maybe_code(row, 6, Channel::parse)?,
        corrects: maybe_number(row, 7)?.map(Id),
        minutes: minutes(row, 8)?,
        id: Id(number(row, 9)?),
    })
}

pub(in crate::store) fn relation(row: &Row<'_>) -> Result<RelationRow, StoreError> {
    Ok(RelationRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        other: Id(number(row, 3)?),
        kind: code(row, 4, RelationKind::parse)?,
        note: owned(row, 5)?,
        id: Id(number(row, 6)?),
    })
}

/// A share of 1 out of its millionths.
fn share(millionths: i64) -> f64 {
    millionths.clamp(0, 1_000_000) as f64 / 1e6
}

/// An amount and its currency; without a currency that can be read there is no amount.
fn maybe_money(row: &Row<'_>, amount: usize, currency: usize) -> Result<Option<Money>, StoreError> {
    let named = maybe_text(row, currency)?.and_then(Currency::stored);
    Ok(maybe_number(row, amount)?.zip(named).map(|(minor, currency)| Money { minor, currency }))
}

pub(in crate::store) fn opportunity(row: &Row<'_>) -> Result<OpportunityRow, StoreError> {
    Ok(OpportunityRow {
        created: moment(row, 1)?,
        title: text(row, 2)?.to_owned(),
        amount: maybe_money(row, 3, 4)?.unwrap_or(Money { minor: 0, currency: Currency::CNY }),
        probability: maybe_number(row, 5)?.map(share),
        product: owned(row, 6)?,
        id: Id(number(row, 7)?),
        states: Vec::new(),
    })
}

pub(in crate::store) fn opportunity_state(row: &Row<'_>) -> Result<OpportunityState, StoreError> {
    Ok(OpportunityState {
        at: moment(row, 2)?,
        stage: code(row, 3, Stage::parse)?,
        close: maybe_day(row, 4)?,
        id: Id(number(row, 5)?),
    })
}

pub(in crate::store) fn run(row: &Row<'_>) -> Result<RunRow, StoreError> {
    let how = maybe_code(row, 3, RunEnd::parse)?;
    Ok(RunRow {
        started: moment(row, 1)?,
        ended: maybe_moment(row, 2)?.zip(how),
        playbook: text(row, 4)?.to_owned(),
        title: text(row, 5)?.to_owned(),
        id: Id(number(row, 6)?),
        steps: Vec::new(),
    })
}

pub(in crate::store) fn step(row: &Row<'_>) -> Result<StepRow, StoreError> {
    Ok(StepRow {
        no: number(row, 2)?,
        kind: code(row, 3, StepKind::parse)?,
        due: day(row, 4)?,
        done: maybe_moment(row, 5)?,
        skipped: number(row, 6)? != 0,
        channel: maybe_code(row, 7, Channel::parse)?,
        template: owned(row, 8)?,
        cost: maybe_money(row, 9, 10)?,
        title: text(row, 11)?.to_owned(),
        id: Id(number(row, 12)?),
    })
}

pub(in crate::store) fn outcome(row: &Row<'_>) -> Result<OutcomeRow, StoreError> {
    Ok(OutcomeRow {
        on: day(row, 1)?,
        kind: code(row, 2, OutcomeKind::parse)?,
        reason: owned(row, 3)?,
        id: Id(number(row, 4)?),
    })
}

pub(in crate::store) fn investment(row: &Row<'_>) -> Result<InvestmentRow, StoreError> {
    Ok(InvestmentRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        kind: code(row, 3, InvestmentKind::parse)?,
        reason: text(row, 4)?.to_owned(),
        id: Id(number(row, 5)?),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chrono_tz::UTC;

    #[test]
    fn the_days_that_are_read_are_those_that_can_be_written() {
        assert_eq!(Some(near(i64::MIN)), Day::ymd(1900, 1, 1));
        assert_eq!(Some(near(i64::MAX)), Day::ymd(2200, 12, 31));
        assert_eq!(then(i64::MAX).rfc3339(UTC), "2200-12-31T23:59:59+00:00");
        assert_eq!(then(i64::MIN).rfc3339(UTC), "1900-01-01T00:00:00+00:00");
    }
}
