//! Everything a user can do, as data that names ids and never a row number. `store::apply` is the one door that carries an action
//! out; `validate` says beforehand whether the rules allow it.

mod face;
mod new;

use super::day::{Day, Moment};
use super::holidays::HolidayDay;
use super::id::Id;
use super::interval::Interval;
use super::money::{Currency, Money};
use super::target::Target;
use super::words::*;

pub use face::Face;
pub use new::{
    ClientField, ComplaintChanges, NeedType, NewCampaign, NewCareDate, NewCaseEvent, NewClient, NewComplaint, NewEngagement,
    NewEvidence, NewGift, NewImprovement, NewInvoice, NewMilestone, NewOpportunity, NewPoint, NewRun, NewSent, NewStep,
    NewSurvey, NewTask, NewTouch, OpportunityChanges,
};

/// One thing a user does; committed whole or not at all, undone whole.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A new client with its points, tags, person and first task.
    AddClient(Box<NewClient>),
    /// Changed fields; `why` is kept with a status change.
    EditClient {
        /** Whom. */
        client: Id,
        /** Fields. */
        fields: Vec<ClientField>,
        /** Points to add. */
        points: Vec<NewPoint>,
        /** Tags to add. */
        tags: Vec<String>,
        /** Why. */
        why: Option<String>,
    },
    /// Tags added and removed.
    TagClient {
        /** Whom. */
        client: Id,
        /** Added. */
        add: Vec<String>,
        /** Removed. */
        remove: Vec<String>,
    },
    /// A tier pinned with a reason, ending any pin before; `None` unpins.
    PinTier {
        /** Whom. */
        client: Id,
        /** Tier or computed. */
        tier: Option<Tier>,
        /** Why. */
        why: String,
        /** First day. */
        from: Day,
        /** Last day. */
        until: Option<Day>,
        /** Review day. */
        review_on: Day,
    },
    /// The pin was looked at and stays until its next review.
    KeepPin {
        /** Whom. */
        client: Id,
        /** Next review. */
        review_on: Day,
    },
    /// Stop serving a client: an explicit dated decision (S69).
    StopClient {
        /** Whom. */
        client: Id,
        /** Why. */
        why: String,
        /** When. */
        on: Day,
    },
    /// A requirement of the plan changed for one client; `None` as interval takes the change back.
    Override {
        /** Whom. */
        client: Id,
        /** Requirement. */
        channel: Channel,
        /** Other channel. */
        new_channel: Option<Channel>,
        /** Interval. */
        every: Option<Interval>,
        /** Grace. */
        grace: Option<i32>,
        /** Why. */
        why: String,
        /** Last day. */
        until: Option<Day>,
    },
    /// A touch, its agreed next contact, and the appointment it fulfils.
    LogTouch {
        /** The touch. */
        touch: Box<NewTouch>,
        /** The appointment that took place. */
        fulfils: Option<Id>,
    },
    /// Several touches as one undo step (a batch of mails).
    LogTouches(Vec<NewTouch>),
    /// Note (appended on a new line) on a touch already logged, with a task it promises.
    NoteTouch {
        /** The touch. */
        touch: Id,
        /** Text. */
        note: String,
    },
    /// Changed fields of a touch. An appointment it agreed on stays as it is.
    EditTouch {
        /** The touch. */
        touch: Id,
        /** How. */
        channel: Option<Channel>,
        /** Who began. */
        direction: Option<Direction>,
        /** What came of it. */
        outcome: Option<Outcome>,
        /** When. */
        at: Option<Moment>,
        /** Length. */
        minutes: Option<Option<i64>>,
        /** Remark. */
        flag: Option<Option<Flag>>,
        /** Note. */
        note: Option<Option<String>>,
        /** Person. */
        person: Option<Option<Id>>,
    },
    /// Hide one item until a day. Ends the snooze of the same item before it.
    Snooze {
        /** Whom. */
        client: Id,
        /** Item. */
        targets: Vec<Target>,
        /** Day. */
        until: Day,
    },
    /// Items that were put off stand on their own day again.
    EndSnooze {
        /** Whom. */
        client: Id,
        /** Items. */
        targets: Vec<Target>,
    },
    /// Give requirements a miss, each until its own next day.
    Skip {
        /** Whom. */
        client: Id,
        /** Requirement and the day it is due instead. */
        turns: Vec<(Channel, Day)>,
        /** Why. */
        why: String,
    },
    /// The client's cadence stands still until a day; a day not after today ends a pause.
    Pause {
        /** Whom. */
        client: Id,
        /** Day. */
        until: Day,
        /** Why. */
        why: Option<String>,
    },
    /// Levelled plan of many clients, one undo step: client, requirement, day.
    Spread(Vec<(Id, Channel, Day)>),
    /// An agreed contact. `replaces` is ended as cancelled (rescheduled).
    AddAppointment {
        /** Whom. */
        client: Id,
        /** Person. */
        person: Option<Id>,
        /** How. */
        channel: Channel,
        /** When. */
        start: Moment,
        /** Length. */
        minutes: Option<i64>,
        /** Place. */
        place: Option<String>,
        /** Remark. */
        note: Option<String>,
        /** The appointment that is moved. */
        replaces: Option<Id>,
    },
    /// Changed fields of an appointment that is not over.
    EditAppointment {
        /** Which. */
        appointment: Id,
        /** How. */
        channel: Option<Channel>,
        /** When. */
        start: Option<Moment>,
        /** Length. */
        minutes: Option<Option<i64>>,
        /** Place. */
        place: Option<Option<String>>,
        /** Remark. */
        note: Option<Option<String>>,
        /** Person. */
        person: Option<Option<Id>>,
    },
    /// An appointment called off.
    CancelAppointment {
        /** Which. */
        appointment: Id,
    },
    /// Days off, inclusive.
    AddLeave {
        /** First. */
        first: Day,
        /** Last. */
        last: Day,
        /** Why. */
        why: Option<String>,
    },
    /// Other days off: the ones before are ended and replaced.
    EditLeave {
        /** Which. */
        leave: Id,
        /** First. */
        first: Day,
        /** Last. */
        last: Day,
        /** Why. */
        why: Option<String>,
    },
    /// Days off taken back.
    RemoveLeave {
        /** Which. */
        leave: Id,
    },
    /// A yearly date (S47, S87).
    AddCareDate(Box<NewCareDate>),
    /// The date anew, with its row.
    EditCareDate {
        /** Which. */
        care_date: Id,
        /** As it is from now on; whose it is stays. */
        new: Box<NewCareDate>,
    },
    /// A yearly date removed.
    RemoveCareDate {
        /** Which. */
        care_date: Id,
    },
    /// A care date of this year is done with: greeted, or let pass.
    DoneCare {
        /** Whom. */
        client: Id,
        /** Care date, anniversary or holiday. */
        occasion: Target,
        /** The day it fell on. */
        day: Day,
        /** How. */
        how: CareDone,
        /** The contact the greeting was. */
        touch: Option<Box<NewTouch>>,
    },
    /// A gift that was given (S87).
    AddGift(Box<NewGift>),
    /// A gift taken out of the log.
    RemoveGift {
        /** Which. */
        gift: Id,
    },
    /// What a client said about being written to; what was in force for the channel is ended.
    SetConsent {
        /** Whom. */
        client: Id,
        /** Of which channel; every one where none is named. */
        channel: Option<Channel>,
        /** What was said; `None` where it is not recorded any more. */
        state: Option<ConsentState>,
        /** When. */
        on: Day,
        /** How it is known. */
        how: Option<String>,
    },
    /// Messages that were handed over: what is written of each, as one undo step (S16, S52).
    LogSent(Box<NewCampaign>),
    /// Knowledge notes that went out in a message which another action writes down: an answer in a case, a report (S51).
    UseNotes {
        /** To whom. */
        client: Id,
        /** Their names. */
        names: Vec<String>,
        /** When. */
        at: Moment,
    },
    /// Holidays and make-up days: these instead of what was imported for `years`, and beside it for any other year.
    SetHolidays {
        /** Days, each once. */
        days: Vec<HolidayDay>,
        /** Years whose imported days are replaced. */
        years: Vec<i32>,
    },
    /// A person with points and an optional birthday (month, day, year).
    AddPerson {
        /** Where. */
        client: Id,
        /** Name. */
        name: String,
        /** Role. */
        role: Option<String>,
        /** Points. */
        points: Vec<NewPoint>,
        /** Birthday. */
        birthday: Option<(u8, u8, Option<i32>)>,
        /** Note. */
        note: Option<String>,
    },
    /// A person's changed fields.
    EditPerson {
        /** Who. */
        person: Id,
        /** Name. */
        name: Option<String>,
        /** Role. */
        role: Option<Option<String>>,
        /** Note. */
        note: Option<Option<String>>,
        /** Points to add. */
        points: Vec<NewPoint>,
        /** Birthday (Gregorian); an inner `None` forgets it. */
        birthday: Option<Option<(u8, u8, Option<i32>)>>,
    },
    /// A person and their points removed; touches keep the client.
    RemovePerson {
        /** Who. */
        person: Id,
    },
    /// Changed fields of a contact point. Another value or kind is another address: its check and its mark as wrong go, unless they
    /// are given with it.
    EditPoint {
        /** Which. */
        point: Id,
        /** Address. */
        value: Option<String>,
        /** Label. */
        label: Option<Option<String>>,
        /** Kind. */
        kind: Option<PointKind>,
        /** Known to be wrong since. */
        invalid_since: Option<Option<Day>>,
        /** Checked on that day, and how: call, email, document. */
        verified: Option<(Day, String)>,
    },
    /// Contact points of a client (or of one of its people) in their order, preferred first. Kinds are ranked apart; points that are
    /// not named follow as they stood.
    RankPoints {
        /** Whose. */
        client: Id,
        /** Whose, when not the client's own. */
        person: Option<Id>,
        /** First is preferred. */
        order: Vec<Id>,
    },
    /// A contact point removed.
    RemovePoint {
        /** Which. */
        point: Id,
    },
    /// A task.
    AddTask(Box<NewTask>),
    /// Changed fields of a task.
    EditTask {
        /** Which. */
        task: Id,
        /** Text. */
        text: Option<String>,
        /** Due. */
        due: Option<(Day, Option<Moment>)>,
        /** Assignee. */
        assignee: Option<Option<String>>,
        /** Whose. */
        kind: Option<TaskKind>,
        /** Goal (S21). */
        goal: Option<Option<String>>,
        /** Requirement (S21). */
        requirement: Option<Option<String>>,
    },
    /// A task done.
    DoneTask {
        /** Which. */
        task: Id,
    },
    /// An invoice.
    AddInvoice(Box<NewInvoice>),
    /// Changed fields of an invoice.
    EditInvoice {
        /** Which. */
        invoice: Id,
        /** Due. */
        due: Option<Option<Day>>,
        /** Number. */
        number: Option<Option<String>>,
        /** Amount. */
        amount: Option<i64>,
        /** Cost. */
        cost: Option<Option<i64>>,
        /** Product. */
        product: Option<Option<String>>,
        /** Issued. */
        issued: Option<Day>,
        /** Paid. */
        paid: Option<Option<Day>>,
        /** Currency of amount and cost. */
        currency: Option<Currency>,
    },
    /// An invoice paid.
    PayInvoice {
        /** Which. */
        invoice: Id,
        /** When. */
        on: Day,
    },
    /// A reminder went out; the invoice returns on `until`.
    RemindInvoice {
        /** Which. */
        invoice: Id,
        /** Day. */
        until: Day,
    },
    /// An engagement.
    AddEngagement(Box<NewEngagement>),
    /// Changed fields of an engagement.
    EditEngagement {
        /** Which. */
        engagement: Id,
        /** Title. */
        title: Option<String>,
        /** End. */
        end: Option<Option<Day>>,
        /** Notice. */
        notice: Option<Option<Day>>,
        /** Renewal. */
        renew: Option<Option<Day>>,
        /** State and its day. */
        status: Option<(EngagementStatus, Day)>,
        /** Kind. */
        kind: Option<EngagementKind>,
        /** First day. */
        start: Option<Day>,
        /** How often the client is told how it goes. */
        report_every: Option<Option<Interval>>,
    },
    /// The client was told how a project goes (S9, S49).
    ReportProgress {
        /** Which. */
        engagement: Id,
        /** When. */
        on: Day,
    },
    /// Something to be reached in a project.
    AddMilestone(Box<NewMilestone>),
    /// Changed fields of a milestone.
    EditMilestone {
        /** Which. */
        milestone: Id,
        /** What. */
        title: Option<String>,
        /** By when. */
        due: Option<Day>,
        /** Own note. */
        note: Option<Option<String>>,
    },
    /// A milestone reached; `None` opens it again.
    DoneMilestone {
        /** Which. */
        milestone: Id,
        /** When. */
        on: Option<Day>,
    },
    /// A milestone taken out of its project.
    RemoveMilestone {
        /** Which. */
        milestone: Id,
    },
    /// An offered tier accepted.
    AcceptTier {
        /** Whom. */
        client: Id,
        /** Before. */
        from: Option<Tier>,
        /** After. */
        to: Tier,
        /** S, millionths. */
        score: i64,
        /** c, millionths. */
        share: i64,
    },
    /// A survey answer (S44).
    AddSurvey(Box<NewSurvey>),
    /// A survey answer removed.
    RemoveSurvey {
        /** Which. */
        survey: Id,
    },
    /// A case (S77).
    OpenComplaint(Box<NewComplaint>),
    /// Changed fields of a case.
    EditComplaint {
        /** Which. */
        complaint: Id,
        /** What. */
        changes: Box<ComplaintChanges>,
    },
    /// Something happened in a case. The log is only ever added to.
    LogCase(Box<NewCaseEvent>),
    /// A file that shows what happened.
    AddEvidence(Box<NewEvidence>),
    /// Evidence removed from a case; the file stays where it is.
    RemoveEvidence {
        /** Which. */
        evidence: Id,
    },
    /// What is to be done so that a cause does not return.
    AddImprovement(Box<NewImprovement>),
    /// Changed fields of an improvement.
    EditImprovement {
        /** Which. */
        improvement: Id,
        /** The cause. */
        cause: Option<String>,
        /** What is to be done. */
        text: Option<String>,
        /** Who does it. */
        owner: Option<Option<String>>,
        /** By when. */
        due: Option<Option<Day>>,
    },
    /// An improvement done; one whose cause came back is done again.
    DoneImprovement {
        /** Which. */
        improvement: Id,
    },
    /// Possible work (S129).
    AddOpportunity(Box<NewOpportunity>),
    /// Changed fields of possible work; won, it makes a lead a client.
    EditOpportunity {
        /** Which. */
        opportunity: Id,
        /** What. */
        changes: Box<OpportunityChanges>,
    },
    /// A playbook begun (S13).
    StartPlaybook(Box<NewRun>),
    /// A step done, or left out with a reason. With the last one the playbook is done, unless it has to be said how it ended.
    LogStep {
        /** Which. */
        step: Id,
        /** Left out. */
        skipped: bool,
        /** What came of it: the reason found, the remedy given; why it was left out. */
        note: Option<String>,
        /** What it cost. */
        cost: Option<Money>,
    },
    /// A step that is not done gets another day.
    MoveStep {
        /** Which. */
        step: Id,
        /** Day. */
        due: Day,
    },
    /// A playbook at its end: done, saved, lost, broken off.
    EndPlaybook {
        /** Which. */
        run: Id,
        /** How. */
        how: RunEnd,
        /** Why. */
        note: Option<String>,
    },
    /// A playbook that was offered is not wanted: until the day it is not offered again.
    DeclinePlaybook {
        /** Whom. */
        client: Id,
        /** What was offered: the onboarding or the review of the business. */
        target: Target,
        /** Day. */
        until: Day,
        /** Why. */
        why: String,
    },
    /// A client is gone (S100); its win-back ends with it.
    LoseClient {
        /** Whom. */
        client: Id,
        /** A code of the policy's list. */
        reason: String,
        /** In words. */
        note: String,
        /** When. */
        on: Day,
    },
    /// How much is put into a client of little value (S69); `None` takes the decision back.
    Invest {
        /** Whom. */
        client: Id,
        /** How much. */
        kind: Option<InvestmentKind>,
        /** Why. */
        why: String,
    },
    /// A client put off on the list of those at risk; a signal that was not seen then brings it back.
    SnoozeRisk {
        /** Whom. */
        client: Id,
        /** Day. */
        until: Day,
        /** Why. */
        why: String,
        /** What was seen. */
        signals: Vec<SignalKind>,
    },
    /// The user's own quadrant of items (S20); `None` has it computed again.
    SetQuadrant {
        /** Whom. */
        client: Id,
        /** Items. */
        targets: Vec<Target>,
        /** 1 to 4. */
        quadrant: Option<u8>,
    },
    /// How a client stands to another one. It is one relation, seen from both sides.
    Relate {
        /** Whom. */
        client: Id,
        /** To whom. */
        other: Id,
        /** How. */
        kind: RelationKind,
        /** Note. */
        note: Option<String>,
        /** `false` ends it. */
        on: bool,
    },
    /// The shown fields and every valid contact point were checked (S66).
    Verify {
        /** Whom. */
        client: Id,
        /** Day. */
        on: Day,
        /** How: call, email, document. */
        how: String,
    },
    /// Another policy text is in force.
    UsePolicy {
        /** Name. */
        name: String,
        /** TOML. */
        text: String,
    },
    /// The week that begins on this day was looked back on (S34).
    ReviewWeek {
        /** Its Monday. */
        week: Day,
    },
    /// The file's zone.
    SetZone {
        /** IANA name. */
        zone: String,
    },
    /// Several actions as one undo step.
    Together(Vec<Action>),
}
