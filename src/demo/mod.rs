//! The sample portfolio: a seed, a moment and a language in, plain rows out, the same for the same arguments.
//! Writing it to a file lives in `portfolio::demo`; the words are in `assets/demo/`.
//!
//! The small one is an agency's book of 45 clients in which, whatever the day, every kind of item stands in Today and most clients are
//! up to date. The large one is for trying out and measuring.

mod care;
mod cases;
mod client;
mod drift;
mod history;
mod marks;
mod money;
mod projects;
mod random;
mod situation;
mod texts;
mod tiers;

use crate::domain::action::NewPoint;
use crate::domain::care::Yearly;
use crate::domain::complaint::Rating;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::{MonthScoreRow, TierChangeRow};
use crate::domain::interval::Interval;
use crate::domain::money::Currency;
use crate::domain::quiet::QuietHours;
use crate::domain::words::*;
use crate::domain::zone::WorkingTime;
use crate::i18n::Lang;
use random::Random;
use std::borrow::Cow;
use texts::Texts;

/// What to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoOptions {
    /// How many clients, leads and former ones included.
    pub clients: usize,
    /// Years of history.
    pub years: u32,
    /// Seed.
    pub seed: u64,
    /// Language of names and notes.
    pub lang: Lang,
    /// The believable agency instead of a large book with composed names.
    pub small: bool,
    /// Currency of every amount.
    pub currency: Currency,
}

impl DemoOptions {
    /// The currency in which the clients of a language's sample pay.
    pub fn currency(lang: Lang) -> Currency {
        match lang {
            Lang::En => Currency(*b"GBP"),
            Lang::Zh => Currency::CNY,
        }
    }

    /// The small sample: 45 clients, two years.
    pub fn small(lang: Lang, currency: Currency) -> DemoOptions {
        DemoOptions { clients: 45, years: 2, seed: 1, lang, small: true, currency }
    }
}

/// Text that is mostly taken from the embedded lists.
pub type Text = Cow<'static, str>;

/// A whole sample.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoBook {
    /// Clients in order of name lists; ids are given when it is written.
    pub clients: Vec<DemoClient>,
    /// Currency of every amount.
    pub currency: Currency,
    /// How clients stand to each other.
    pub relations: Vec<DemoRelation>,
    /// What is done so that causes do not return.
    pub improvements: Vec<DemoImprovement>,
}

impl DemoBook {
    /// How many touches it holds, those that events of cases log included.
    pub fn touches(&self) -> usize {
        let of_cases = |c: &DemoClient| c.cases.iter().flat_map(|case| &case.events).filter(|e| e.is_contact()).count();
        self.clients.iter().map(|c| c.touches.len() + of_cases(c)).sum()
    }

    /// How many cases it holds.
    pub fn cases(&self) -> usize {
        self.clients.iter().map(|c| c.cases.len()).sum()
    }
}

/// One client with everything recorded about it. People and engagements are referred to by their place in the lists here.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoClient {
    /// Name, unique in the book.
    pub name: String,
    /// Organisation or person.
    pub kind: ClientKind,
    /// Status.
    pub status: Status,
    /// Day of the status.
    pub status_on: Day,
    /// Why, for a status the user decided.
    pub status_why: Option<Text>,
    /// Industry.
    pub industry: Text,
    /// Region.
    pub region: Text,
    /// Size, a number of people.
    pub size: Text,
    /// Need.
    pub need: Option<Text>,
    /// Source.
    pub source: Option<Text>,
    /// Client from this day on.
    pub since: Day,
    /// Potential 1 to 5.
    pub potential: Option<u8>,
    /// Fit 1 to 5.
    pub fit: Option<u8>,
    /// Hours in which they do not want to be contacted.
    pub quiet: Option<QuietHours>,
    /// Day the fields were last verified.
    pub reviewed_on: Option<Day>,
    /// Tags, sorted, without repeats.
    pub tags: Vec<Text>,
    /// Points of the client itself; a person's are with the person.
    pub points: Vec<NewPoint>,
    /// People.
    pub people: Vec<DemoPerson>,
    /// Touches by moment.
    pub touches: Vec<DemoTouch>,
    /// Appointments.
    pub appointments: Vec<DemoAppointment>,
    /// Tasks.
    pub tasks: Vec<DemoTask>,
    /// Deferrals in force.
    pub deferrals: Vec<DemoDeferral>,
    /// Engagements.
    pub engagements: Vec<DemoEngagement>,
    /// Invoices by issue day.
    pub invoices: Vec<DemoInvoice>,
    /// The last two month-ends, oldest first.
    pub month_scores: Vec<MonthScoreRow>,
    /// The tier held since then.
    pub tier_changes: Vec<TierChangeRow>,
    /// Survey answers by day.
    pub surveys: Vec<DemoSurvey>,
    /// Cases.
    pub cases: Vec<DemoCase>,
    /// Possible work.
    pub opportunities: Vec<DemoOpportunity>,
    /// Win-backs, one that runs at most.
    pub runs: Vec<DemoRun>,
    /// What became of a client at risk.
    pub outcomes: Vec<DemoOutcome>,
    /// The language they are written to in.
    pub language: Option<Language>,
    /// Whose holidays they keep.
    pub culture: Option<&'static str>,
    /// Yearly dates beside the birthdays of its people.
    pub care: Vec<DemoCare>,
    /// What was given, by day.
    pub gifts: Vec<DemoGift>,
    /// What they said about being written to.
    pub consents: Vec<DemoConsent>,
}

/// A yearly date, and the day last year on which it was greeted.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoCare {
    /// Place of the person.
    pub person: Option<usize>,
    /// Kind.
    pub kind: CareKind,
    /// Name of another kind of day.
    pub name: Option<Text>,
    /// The date.
    pub date: Yearly,
    /// Days before it from which it is shown.
    pub lead: Option<i32>,
    /// The day it fell on the last time, and what was said then.
    pub greeted: Option<(Day, Text)>,
}

/// A gift.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoGift {
    /// Place of the person.
    pub person: Option<usize>,
    /// What.
    pub what: Text,
    /// Minor units of the book's currency.
    pub cost: i64,
    /// When.
    pub on: Day,
    /// What for.
    pub occasion: Text,
}

/// What a client said about being written to.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoConsent {
    /// Of which channel; every one where none is named.
    pub channel: Option<Channel>,
    /// What.
    pub state: ConsentState,
    /// When.
    pub on: Day,
    /// How it is known.
    pub how: Text,
}

/// Possible work with its way.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoOpportunity {
    /// What.
    pub title: Text,
    /// What it would bring, minor units of the book's currency.
    pub amount: i64,
    /// How likely, share of 1.
    pub probability: Option<f64>,
    /// States by moment; the first is its beginning.
    pub states: Vec<DemoState>,
}

/// Where possible work stood from a moment on.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoState {
    /// From when on.
    pub at: Moment,
    /// Stage.
    pub stage: Stage,
    /// The day the signature is expected.
    pub close: Option<Day>,
    /// Why it is another than before.
    pub why: Option<Text>,
}

/// A win-back.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoRun {
    /// Title.
    pub title: Text,
    /// When it began.
    pub started: Moment,
    /// When and how it ended.
    pub ended: Option<(Moment, RunEnd)>,
    /// Steps in order.
    pub steps: Vec<DemoStep>,
}

/// A step of it.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoStep {
    /// What it asks for.
    pub kind: StepKind,
    /// How.
    pub channel: Option<Channel>,
    /// What to do.
    pub title: Text,
    /// Due.
    pub due: Day,
    /// When it was done, and what came of it.
    pub done: Option<(Moment, Text)>,
}

/// What became of a client at risk.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoOutcome {
    /// What.
    pub kind: OutcomeKind,
    /// When.
    pub on: Day,
    /// Why, a code of the policy's list.
    pub reason: Option<Text>,
    /// Note.
    pub note: Option<Text>,
}

/// A survey answer.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoSurvey {
    /// What was asked.
    pub kind: SurveyKind,
    /// The mark.
    pub score: u8,
    /// Day of the answer.
    pub on: Day,
    /// Why this mark.
    pub reasons: Vec<Text>,
    /// Place in [`DemoClient::people`].
    pub person: Option<usize>,
}

/// A case with its log.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoCase {
    /// Kind.
    pub kind: ComplaintKind,
    /// A complex problem.
    pub complex: bool,
    /// When the client said so.
    pub opened: Moment,
    /// How they said it.
    pub channel: Channel,
    /// What it is about.
    pub text: Text,
    /// What the client wants.
    pub demand: Option<Text>,
    /// Why it happened, a code of the policy's list.
    pub cause: Option<Text>,
    /// The client's tier.
    pub tier: Option<Tier>,
    /// Place in [`DemoClient::people`].
    pub person: Option<usize>,
    /// The other side of a conflict, by its place in [`DemoBook::clients`].
    pub other: Option<usize>,
    /// A neutral third person.
    pub mediator: Option<Text>,
    /// What putting it right cost, minor units of the book's currency.
    pub remedy: Option<i64>,
    /// Events by moment.
    pub events: Vec<DemoCaseEvent>,
}

/// An event of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoCaseEvent {
    /// What happened.
    pub kind: CaseEventKind,
    /// When.
    pub at: Moment,
    /// What was said.
    pub text: Option<Text>,
    /// The client's mark.
    pub rating: Option<Rating>,
    /// What the client was told it would be ready by.
    pub promised: Option<Moment>,
    /// How they spoke; then the contact is a touch too.
    pub channel: Option<Channel>,
    /// Minutes.
    pub minutes: Option<i64>,
}

impl DemoCaseEvent {
    /// Whether it is logged as a touch.
    pub fn is_contact(&self) -> bool {
        self.channel.is_some() && (self.kind.is_answer() || self.kind == CaseEventKind::Attempt)
    }
}

/// An improvement.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoImprovement {
    /// The cause.
    pub cause: Text,
    /// What is to be done.
    pub text: Text,
    /// Who does it.
    pub owner: Text,
    /// By when.
    pub due: Day,
    /// When it was written down.
    pub created: Moment,
    /// When it was done.
    pub done: Option<Moment>,
}

/// How two clients stand to each other, by their places in [`DemoBook::clients`].
#[derive(Debug, Clone, PartialEq)]
pub struct DemoRelation {
    /// One.
    pub client: usize,
    /// The other.
    pub other: usize,
    /// How.
    pub kind: RelationKind,
    /// Note.
    pub note: Text,
    /// When it was written down.
    pub created: Moment,
}

/// A person at a client.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoPerson {
    /// Name.
    pub name: String,
    /// Role.
    pub role: Text,
    /// Contact points, preferred first.
    pub points: Vec<NewPoint>,
    /// Birthday: month, day, year.
    pub birthday: Option<(u8, u8, Option<i32>)>,
}

/// A touch.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoTouch {
    /// When.
    pub at: Moment,
    /// How.
    pub channel: Channel,
    /// Who began.
    pub direction: Direction,
    /// What came of it.
    pub outcome: Outcome,
    /// Minutes.
    pub minutes: Option<i64>,
    /// Note.
    pub note: Option<Text>,
    /// Place in [`DemoClient::people`].
    pub person: Option<usize>,
    /// A remark for the signs of drifting away.
    pub flag: Option<Flag>,
}

/// An agreed contact.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoAppointment {
    /// How.
    pub channel: Channel,
    /// When.
    pub start: Moment,
    /// Minutes.
    pub minutes: Option<i64>,
    /// Place.
    pub place: Option<Text>,
    /// Remark.
    pub note: Option<Text>,
    /// When it was agreed.
    pub created: Moment,
    /// Place in [`DemoClient::people`].
    pub person: Option<usize>,
}

/// A task.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoTask {
    /// Whose.
    pub kind: TaskKind,
    /// What.
    pub text: Text,
    /// Due.
    pub due: Day,
    /// Who does it, for delegated work.
    pub assignee: Option<Text>,
    /// When it was written down.
    pub created: Moment,
    /// When it was done.
    pub done: Option<Moment>,
}

/// A deferral of a requirement, or of the client (`*`).
#[derive(Debug, Clone, PartialEq)]
pub struct DemoDeferral {
    /// Kind.
    pub kind: DeferralKind,
    /// Identity of the item: `contact:call`, `*`.
    pub target: Text,
    /// Returns.
    pub until: Day,
    /// Why.
    pub reason: Option<Text>,
    /// When it was decided.
    pub created: Moment,
    /// Of a client put off on the list of those at risk: the signs that were seen.
    pub signals: Option<Text>,
}

/// A project, retainer or contract.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoEngagement {
    /// Kind.
    pub kind: EngagementKind,
    /// Title.
    pub title: Text,
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Option<Day>,
    /// Last day to give notice.
    pub notice: Option<Day>,
    /// Renewal day.
    pub renew: Option<Day>,
    /// State.
    pub status: EngagementStatus,
    /// Day of the state.
    pub status_on: Day,
    /// How often the client is told how it goes.
    pub report_every: Option<Interval>,
    /// The day it was told last.
    pub reported_on: Option<Day>,
    /// What is to be reached, by due day.
    pub milestones: Vec<DemoMilestone>,
}

/// Something to be reached in a project.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoMilestone {
    /// What.
    pub title: Text,
    /// By when.
    pub due: Day,
    /// The day it was reached.
    pub done: Option<Day>,
}

/// An invoice.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoInvoice {
    /// Number, counted through the book.
    pub number: String,
    /// Issued.
    pub issued: Day,
    /// Due.
    pub due: Day,
    /// Paid.
    pub paid: Option<Day>,
    /// Amount, minor units of the book's currency.
    pub amount: i64,
    /// Cost, minor units.
    pub cost: i64,
    /// What was sold.
    pub product: Text,
    /// Place in [`DemoClient::engagements`].
    pub engagement: Option<usize>,
}

/// What every part of the making needs to know.
struct Setting<'a> {
    options: &'a DemoOptions,
    texts: Texts,
    time: &'a WorkingTime,
    now: &'a Now,
    today: Day,
    /// The last working day that is not after today: what fell due on it stands in Today, also on a Sunday.
    working: Day,
}

impl Setting<'_> {
    /// The working day on or before `day`; in the middle of a long holiday the day itself.
    fn work_day(&self, day: Day) -> Day {
        (0..=2).map(|n| day.plus(-n)).find(|d| self.time.is_working(*d)).unwrap_or(day)
    }

    /// The working day before `day`.
    fn working_before(&self, day: Day) -> Day {
        (1..60).map(|n| day.plus(-n)).find(|d| self.time.is_working(*d)).unwrap_or(day.plus(-1))
    }

    /// A moment of the working hours of `day`, before now.
    fn moment(&self, day: Day, random: &mut Random) -> Moment {
        let seconds = random.between(9 * 60 + 15, 17 * 60 + 40).unsigned_abs() * 60;
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
        day.at(time, self.now.zone).min(Moment(self.now.instant.0 - 60))
    }
}

/// Makes a sample. `time` says which days are worked, so that what is meant to be due is due.
pub fn portfolio(options: &DemoOptions, time: &WorkingTime, now: &Now) -> DemoBook {
    let today = now.today();
    let working = (0..60).map(|n| today.plus(-n)).find(|d| time.is_working(*d)).unwrap_or(today);
    let set = Setting { options, texts: Texts::load(options.lang), time, now, today, working };

    let leads = (options.clients / 10).min(options.clients);
    let former = (options.clients / 15).min(options.clients - leads);
    let active = options.clients - leads - former;
    let split = money::Split::of(active, options.small);
    let situations = situation::spread_out(&split, options);

    let mut names = client::Names::new(&set);
    let mut clients: Vec<DemoClient> = Vec::with_capacity(options.clients);
    for (n, situation) in situations.iter().enumerate() {
        let tier = split.tier(n);
        let mut random = Random::new(options.seed, n as u64 + 1);
        let mut one = client::active(&set, &mut names, tier, *situation, &mut random);
        history::fill(&set, &mut one, tier, *situation, &mut random);
        money::invoices(&set, &mut one, tier, split.target(n, &set, &mut random), *situation, &mut random);
        drift::shape(&set, &mut one, n, &mut Random::new(options.seed, 7_000_000 + n as u64));
        situation::settle(&set, &mut one, *situation, &mut random);
        clients.push(one);
    }
    for n in 0..leads {
        let mut random = Random::new(options.seed, 1_000_000 + n as u64);
        clients.push(client::lead(&set, &mut names, n, &mut random));
    }
    for n in 0..former {
        let mut random = Random::new(options.seed, 2_000_000 + n as u64);
        clients.push(client::former(&set, &mut names, n, &mut random));
    }
    for one in &mut clients {
        one.touches.sort_by_key(|t| t.at);
        one.invoices.sort_by_key(|i| i.issued);
        if let Some(first) = one.touches.first() {
            one.since = one.since.min(first.at.day(now.zone));
        }
    }
    for (n, one) in clients.iter_mut().enumerate().take(active) {
        let mut random = Random::new(options.seed, 3_000_000 + n as u64);
        marks::give(&set, one, n, &mut random);
    }
    let relations = marks::conflict(&set, &clients, active);
    cases::give(&set, &mut clients, active);
    drift::follow(&set, &mut clients, active);
    projects::add(&set, &mut clients);
    for one in &mut clients {
        one.invoices.sort_by_key(|i| i.issued);
    }
    money::number(&mut clients);
    let improvements = cases::improvements(&set, &clients);
    // Last: what is computed depends on every invoice of the book.
    tiers::hold(&set, &mut clients, &split, &situations);
    care::give(&set, &mut clients, &situations);
    DemoBook { clients, currency: options.currency, relations, improvements }
}
