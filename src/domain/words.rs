//! The fixed vocabulary (status, channel, outcome, tier …) as enums. Their names in a language are in the catalogues.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Defines an enum with one fixed code per value: `code()`, `parse()`, `ALL`, and serialisation as the code; where no human reads it,
/// as its place in `ALL`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in its natural order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The code stored in the file and written to JSON and CSV.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The value of a code (exact, lower case as written; tiers upper case).
            pub fn parse(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                if s.is_human_readable() { s.serialize_str(self.code()) } else { s.serialize_u8(*self as u8) }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<$name, D::Error> {
                let unknown = || D::Error::custom(concat!("no ", stringify!($name)));
                if d.is_human_readable() {
                    return $name::parse(&String::deserialize(d)?).ok_or_else(unknown);
                }
                $name::ALL.get(usize::from(u8::deserialize(d)?)).copied().ok_or_else(unknown)
            }
        }
    };
}

words! {
    /// A client's tier by value (S1).
    Tier { /** High value. */ A = "A", /** Middle. */ B = "B", /** Low. */ C = "C" }
}
words! {
    /// Organisation or person.
    ClientKind { /** An organisation. */ Org = "org", /** A person. */ Person = "person" }
}
words! {
    /// Where a client stands with the user.
    Status {
        /// Not yet a client.
        Lead = "lead",
        /// Being served.
        Active = "active",
        /// Nothing for a long time.
        Dormant = "dormant",
        /// Gone.
        Lost = "lost",
        /// The user decided to stop (S69).
        Stopped = "stopped",
    }
}
words! {
    /// How two people were in touch, richest first. `Unknown` comes only from an imported last-contact date.
    Channel {
        /// Face to face.
        Visit = "visit",
        /// Online meeting.
        Meeting = "meeting",
        /// Phone call.
        Call = "call",
        /// WeChat, text message.
        Message = "message",
        /// E-mail.
        Email = "email",
        /// Letter or gift.
        Letter = "letter",
        /// Not known: anchors every requirement, counts in no figure.
        Unknown = "unknown",
    }
}
words! {
    /// Who began.
    Direction { /** The user. */ Out = "out", /** The client. */ In = "in" }
}
words! {
    /// What came of a touch.
    Outcome {
        /// A real exchange, or a mail sent.
        Reached = "reached",
        /// Nobody answered.
        NoAnswer = "no-answer",
        /// Agreed to speak again at a moment.
        Callback = "callback",
        /// The client did not want to.
        Declined = "declined",
    }
}
words! {
    /// A remark on a touch that feeds the risk signals (S93, S94).
    Flag { /** Interest in a rival. */ Competitor = "competitor", /** A cold reply. */ Cold = "cold", /** An invitation declined. */ Declined = "declined" }
}
words! {
    /// Whose task it is.
    TaskKind { /** The user's promise. */ Own = "own", /** Owed by the client. */ Waiting = "waiting", /** Handed to somebody (S21). */ Delegated = "delegated" }
}
words! {
    /// Why something is deferred; see [`crate::portfolio::Requirement`].
    DeferralKind {
        /// Hidden until a day; the cadence does not move.
        Snooze = "snooze",
        /// This turn is given a miss, with a reason.
        Skip = "skip",
        /// The client's cadence stands still until a day.
        Pause = "pause",
        /// Levelled by `spread`.
        Spread = "spread",
        /// An invoice reminder went out; it returns.
        Reminder = "reminder",
    }
}
words! {
    /// The kind of an engagement.
    EngagementKind { /** A project. */ Project = "project", /** Monthly retainer. */ Retainer = "retainer", /** Contract. */ Contract = "contract" }
}
words! {
    /// The state of an engagement.
    EngagementStatus { /** Agreed, not begun. */ Planned = "planned", /** Running. */ Open = "open", /** Finished. */ Done = "done", /** Called off. */ Cancelled = "cancelled" }
}
words! {
    /// How an appointment ended.
    AppointmentEnd { /** It took place. */ Kept = "kept", /** Called off, or moved to another moment. */ Cancelled = "cancelled" }
}
words! {
    /// What kind of address a contact point is.
    PointKind { /** Phone number. */ Phone = "phone", /** E-mail. */ Email = "email", /** WeChat. */ Wechat = "wechat", /** Postal address. */ Address = "address", /** Web page. */ Url = "url", /** Anything else. */ Other = "other" }
}
words! {
    /// What a care date remembers.
    CareKind { /** Birthday. */ Birthday = "birthday", /** Anniversary. */ Anniversary = "anniversary", /** Anything else, by name. */ Other = "other" }
}
words! {
    /// What was done about a care date of one year.
    CareDone { /** The client was greeted. */ Greeted = "greeted", /** It was let pass. */ Skipped = "skipped" }
}
words! {
    /// What a message is for: which of them a client can be spared (S16, S52).
    Purpose {
        /// About the client's own affairs: an appointment, an answer, an invoice.
        Service = "service",
        /// A greeting.
        Greeting = "greeting",
        /// News and offers that nobody asked for.
        News = "news",
    }
}
words! {
    /// What a client said about being written to.
    ConsentState { /** They agreed. */ Given = "given", /** They do not want it. */ Withdrawn = "withdrawn" }
}
words! {
    /// The language a client is written to in.
    Language { /** English. */ En = "en", /** Chinese. */ Zh = "zh-CN" }
}
words! {
    /// The calendar a yearly date follows.
    Calendar { /** Gregorian. */ Gregorian = "gregorian", /** Chinese lunisolar. */ Lunar = "lunar" }
}
words! {
    /// What a survey asks (S44).
    SurveyKind { /** Would recommend, 0 to 10. */ Nps = "nps", /** Content, 1 to 5. */ Csat = "csat" }
}
words! {
    /// How a client stands to another one.
    RelationKind {
        /// They compete.
        Competitor = "competitor",
        /// They work together.
        Partner = "partner",
        /// They belong to one group.
        Group = "group",
        /// There is a conflict between them.
        Conflict = "conflict",
    }
}
words! {
    /// The kind of a case (S28, S133, S141).
    ComplaintKind {
        /// Something went wrong.
        Complaint = "complaint",
        /// A question.
        Enquiry = "enquiry",
        /// Technical help.
        Support = "support",
        /// An idea or a wish.
        Suggestion = "suggestion",
        /// Between two clients.
        Conflict = "conflict",
    }
}
words! {
    /// What happened in a case (S39); the log of a case is only ever added to.
    CaseEventKind {
        /// The client was answered: apology, process, expected time (S78). Stops the first clock.
        Acknowledge = "acknowledge",
        /// Tried, not reached; the clocks run on.
        Attempt = "attempt",
        /// A note of one's own; changes nothing.
        Note = "note",
        /// The client has to do something first; the clocks stand still.
        Waiting = "waiting",
        /// The client has done it.
        Resume = "resume",
        /// A solution was offered; the client decides.
        Propose = "propose",
        /// The client refused it (S80).
        Reject = "reject",
        /// It is put right.
        Resolve = "resolve",
        /// The client was asked afterwards (S81).
        FollowUp = "follow-up",
        /// Marked and done with.
        Close = "close",
        /// It came back.
        Reopen = "reopen",
    }
}
words! {
    /// Where a case stands; derived from its events.
    CaseStatus {
        /// Written down, nobody has answered.
        Registered = "registered",
        /// The client was answered.
        Acknowledged = "acknowledged",
        /// A solution is offered.
        Proposed = "proposed",
        /// The offer was refused.
        Rejected = "rejected",
        /// It is put right.
        Resolved = "resolved",
        /// The client was asked afterwards.
        FollowedUp = "followed-up",
        /// Done with.
        Closed = "closed",
    }
}
words! {
    /// The kind of a queue item.
    ItemKind {
        /// A case that is not settled.
        Complaint = "complaint",
        /// An agreed contact.
        Appointment = "appointment",
        /// A promise, something owed, delegated work.
        Task = "task",
        /// A contact of the plan.
        Contact = "contact",
        /// An unpaid invoice.
        Invoice = "invoice",
        /// An engagement near its notice date.
        Renewal = "renewal",
        /// Client data to be checked.
        Review = "review",
        /// An offered change of tier.
        Tier = "tier",
        /// A lead without next step.
        Lead = "lead",
        /// Mails to C clients, folded.
        Batch = "batch",
        /// A step of a playbook, or one that is offered.
        Playbook = "playbook",
        /// A care date: a greeting, a gift.
        Care = "care",
    }
}
words! {
    /// Where possible work stands (S129).
    Stage {
        /** First talks. */ Intake = "intake",
        /** Needs are looked at. */ Needs = "needs",
        /** An offer is made. */ Proposal = "proposal",
        /** The offer is followed up. */ FollowUp = "follow-up",
        /** The work is agreed. */ Won = "won",
        /** It went elsewhere or nowhere. */ Lost = "lost",
    }
}
words! {
    /// What a playbook is begun for.
    Starts {
        /** A client is drifting away (S96). */ WinBack = "win-back",
        /** A client has ordered for the first time (S104). */ NewClient = "new-client",
        /** Every so often (S50, S57). */ Review = "review",
        /** The user says so. */ Hand = "hand",
    }
}
words! {
    /// How a playbook ended.
    RunEnd {
        /** Every step was taken. */ Done = "done",
        /** A win-back: the client stays. */ Saved = "saved",
        /** A win-back: the client is gone. */ Lost = "lost",
        /** Broken off. */ Stopped = "stopped",
    }
}
words! {
    /// What a step of a playbook asks for beside being done.
    StepKind {
        /** Nothing more. */ Step = "step",
        /** Why the client is dissatisfied (S96). */ Reason = "reason",
        /** What it is given for it, and what that costs (S97). */ Remedy = "remedy",
        /** A mark (S98). */ Mark = "mark",
    }
}
words! {
    /// What became of a client at risk (S100).
    OutcomeKind { /** Gone. */ Lost = "lost", /** Won back. */ Saved = "saved", /** Came back after it was gone. */ Returned = "returned" }
}
words! {
    /// How much is put into a client of little value (S69); letting go is to stop.
    InvestmentKind { /** As promised. */ Keep = "keep", /** By mail only, in batches. */ Automate = "automate" }
}
words! {
    /// What was observed of a client that may be drifting away (S91 to S95).
    SignalKind {
        /** A case is not settled. */ OpenComplaint = "open-complaint",
        /** One of them is past a limit. */ ComplaintLate = "complaint-late",
        /** A case was marked 1 or 2, or came back. */ BadResolution = "bad-resolution",
        /** More cases than in the half year before. */ MoreComplaints = "more-complaints",
        /** No word from the client although the user tried. */ ContactSilence = "contact-silence",
        /** Fewer answers than before. */ ColdReplies = "cold-replies",
        /** A low mark. */ LowSurvey = "low-survey",
        /** A mark that fell. */ FallenSurvey = "fallen-survey",
        /** A client who recommends: the only sign that calms. */ Promoter = "promoter",
        /** A signature that was expected does not come. */ ContractLate = "contract-late",
        /** Fewer projects than usual. */ FewerProjects = "fewer-projects",
        /** A rival was named. */ Competitor = "competitor",
        /** Smaller orders. */ AmountDrop = "amount-drop",
        /** An engagement ends and nothing follows. */ RenewalNear = "renewal-near",
        /** Orders come more slowly: inside the chance of no order already, explanation only. */ FrequencyDrop = "frequency-drop",
    }
}
words! {
    /// Why a held tier is what it is.
    TierCause { /** The second month score was held. */ First = "first", /** The user accepted an offer. */ Accepted = "accepted", /** Applied by the policy. */ Policy = "policy" }
}

impl Channel {
    /// The channels a user can log, richest first.
    pub const LOGGED: &'static [Channel] =
        &[Channel::Visit, Channel::Meeting, Channel::Call, Channel::Message, Channel::Email, Channel::Letter];

    /// Whether a touch on this channel satisfies a requirement for `wanted`: visit ⊇ meeting ⊇ call ⊇ message ⊇ email,
    /// a letter satisfies email, an unknown channel anchors everything. A meeting satisfies a visit only by policy.
    pub fn satisfies(self, wanted: Channel, meeting_satisfies_visit: bool) -> bool {
        match (self, wanted) {
            (Channel::Unknown, _) => true,
            (Channel::Letter, w) => matches!(w, Channel::Letter | Channel::Email),
            (Channel::Meeting, Channel::Visit) => meeting_satisfies_visit,
            (_, Channel::Letter) => false,
            (have, want) => have <= want,
        }
    }

    /// Whether sending is already reaching (mail, message, letter): such a touch needs no answer to count.
    pub fn is_sent(self) -> bool {
        matches!(self, Channel::Message | Channel::Email | Channel::Letter)
    }
}

impl CaseEventKind {
    /// Whether the client heard from the user: these stop the first clock. A try that reached nobody and a note of one's own do not.
    pub fn is_answer(self) -> bool {
        use CaseEventKind::*;
        matches!(self, Acknowledge | Propose | Resolve | FollowUp)
    }

    /// Whether the user can promise the client something with it: they spoke, and there is something to be done.
    pub fn may_promise(self) -> bool {
        use CaseEventKind::*;
        matches!(self, Acknowledge | Propose | Waiting | Resume | Reject | Reopen)
    }

    /// Whether the client can give a mark with it: they were asked afterwards.
    pub fn may_rate(self) -> bool {
        matches!(self, CaseEventKind::FollowUp | CaseEventKind::Close)
    }
}

impl Stage {
    /// Whether the work is still possible.
    pub fn is_open(self) -> bool {
        self < Stage::Won
    }

    /// How likely work of this stage is to be agreed where nothing was entered, share of 1.
    pub fn usual_probability(self) -> f64 {
        match self {
            Stage::Intake => 0.1,
            Stage::Needs => 0.25,
            Stage::Proposal => 0.5,
            Stage::FollowUp => 0.7,
            Stage::Won => 1.0,
            Stage::Lost => 0.0,
        }
    }
}

impl CaseStatus {
    /// Whether there is still something to put right.
    pub fn is_unsettled(self) -> bool {
        self < CaseStatus::Resolved
    }
}

impl RelationKind {
    /// The catalogue id of the relation to the client `other`.
    pub fn name(self) -> &'static str {
        match self {
            RelationKind::Competitor => "relation-competitor",
            RelationKind::Partner => "relation-partner",
            RelationKind::Group => "relation-group",
            RelationKind::Conflict => "relation-conflict",
        }
    }
}

impl SurveyKind {
    /// The lowest and the highest mark.
    pub fn range(self) -> (u8, u8) {
        match self {
            SurveyKind::Nps => (0, 10),
            SurveyKind::Csat => (1, 5),
        }
    }
}

impl Tier {
    /// Position from the top: A = 0, B = 1, C = 2.
    pub fn rank(self) -> usize {
        self as usize
    }
}
