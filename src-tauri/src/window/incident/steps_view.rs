//! What the window is shown of an incident's steps. Texts are safe to show; times are milliseconds since 1970, UTC.

use serde::Serialize;
use specta::Type;

use super::{
    deadline::DeadlineView,
    decision::{AnswerInput, ContentsInput, FindingInput, MarkedInput, OutcomeInput, Scope},
    file_type::FileTypeView,
};

/// The steps of an incident, and all that they show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StepsView {
    /// The steps in their order.
    pub(crate) steps: Vec<StepView>,
    /// The name of the step in which the next thing is to be done; none where it is over.
    pub(crate) next: Option<String>,
    /// Whether everything stops until the security desk says to go on.
    pub(crate) is_stopped: bool,
    /// Whom to reach.
    pub(crate) desk: DeskView,
    /// By when it has to be decided whether somebody must be told, the earliest first.
    pub(crate) deadlines: Vec<DeadlineView>,
    /// How it can be closed, the likeliest first.
    pub(crate) outcomes: Vec<OutcomeInput>,
    /// How the message is to be sent again, in the organisation's words; empty for as usual.
    pub(crate) secure_way: String,
    /// The address that was probably meant.
    pub(crate) meant: String,
    /// The domain that was probably meant, and whether it is among the protected ones.
    pub(crate) meant_domain: MeantDomainView,
    /// Whether the user is not sure yet.
    pub(crate) is_not_sure: bool,
    /// How far “it's right” reaches, where that was said.
    pub(crate) right: Option<Scope>,
    /// Whether the message was marked, as the user says.
    pub(crate) marked: Option<MarkedInput>,
    /// What was in it, as the user says.
    pub(crate) contents: Vec<ContentsInput>,
    /// What Astray found in it.
    pub(crate) findings: Option<FindingsView>,
    /// The letters that were written, the earliest first.
    pub(crate) letters: Vec<SentLetterView>,
    /// What the unintended recipient answered, the earliest first.
    pub(crate) answers: Vec<AnswerView>,
    /// The recipients whose server returned the message.
    pub(crate) bounces: Vec<BounceView>,
    /// How it was closed.
    pub(crate) closed: Option<ClosedView>,
}

/// The domain that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MeantDomainView {
    /// The domain.
    pub(crate) domain: String,
    /// Whether it is protected already, by the organisation or by the user.
    pub(crate) is_protected: bool,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StepView {
    /// Its name, as policies have it.
    pub(crate) name: String,
    /// Heading and text of a step of the organisation's own.
    pub(crate) own: Option<OwnStepView>,
    /// How it stands.
    pub(crate) standing: StandingView,
    /// Why it waits or does not apply, in a sentence; empty where it is open or done.
    pub(crate) reason: String,
    /// When it came to be done.
    pub(crate) done_at: Option<i64>,
    /// By when.
    pub(crate) due: Option<DeadlineView>,
    /// What may be done, the likeliest first.
    pub(crate) actions: Vec<ActionView>,
    /// Whether the incident can be closed only after it.
    pub(crate) is_required: bool,
    /// The event by which it came to stand so, where that can be taken back.
    pub(crate) undo: Option<i64>,
}

/// A step of the organisation's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct OwnStepView {
    /// Its heading.
    pub(crate) title: String,
    /// What the user is to do.
    pub(crate) text: String,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum StandingView {
    /// It can be done now.
    Open,
    /// Other steps come first.
    Later,
    /// Somebody else is to act.
    Waiting,
    /// It is done.
    Done,
    /// The user left it out, or it was open when the incident was closed.
    LeftOut,
    /// It does not apply.
    Folded,
}

/// What may be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum ActionView {
    /// Say that it is a mistake.
    Confirm,
    /// Say that it is right.
    SayItsRight,
    /// Say that one is not sure.
    SayNotSure,
    /// Answer whether it was marked.
    AnswerMarked,
    /// Telephone the security desk.
    CallDesk,
    /// Record that the security desk says to go on.
    RecordClearance,
    /// Say what was in it.
    SayContents,
    /// Have Astray fetch the message and look.
    LookInside,
    /// Tick a finding off.
    TickFinding,
    /// Write the request to delete it.
    WriteRecall,
    /// Write once more.
    WriteReminder,
    /// Look whether an answer or a bounce came.
    LookForAnswer,
    /// File what they answered.
    FileAnswer,
    /// Write the report.
    WriteReport,
    /// Save the report as a file.
    SaveReport,
    /// Write to the right person.
    WriteCorrected,
    /// Say that the draft was sent.
    SaySent {
        /// Which.
        message_id: String,
    },
    /// Look what became of a letter, or say so.
    Resolve {
        /// Which.
        message_id: String,
    },
    /// Say that the step is done.
    MarkDone,
    /// Leave the step out.
    Skip,
    /// Close the incident.
    Close,
    /// Take it up again.
    Reopen,
}

/// Whom to reach. What is not known is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct DeskView {
    /// What people call it.
    pub(crate) name: String,
    /// Where reports go.
    pub(crate) email: String,
    /// The telephone number.
    pub(crate) phone: String,
    /// When somebody is there.
    pub(crate) hours: String,
    /// What to say or do when calling.
    pub(crate) words: String,
}

/// What Astray found in the message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct FindingsView {
    /// When it looked.
    pub(crate) at: i64,
    /// What it found, the gravest first.
    pub(crate) found: Vec<FindingView>,
}

/// One kind of thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FindingView {
    /// The kind.
    pub(crate) finding: FindingInput,
    /// Which marking, issuer, country, service or type; may be empty.
    pub(crate) detail: String,
    /// What kind of file it is, where it is one.
    pub(crate) file_type: Option<FileTypeView>,
    /// How often.
    pub(crate) count: u32,
    /// Whether something is to be done about it.
    pub(crate) asks_for_action: bool,
    /// When that was done.
    pub(crate) done_at: Option<i64>,
    /// Whether there is a place that can be opened.
    pub(crate) has_place: bool,
}

/// The kinds of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum LetterKind {
    /// Asks to delete.
    Recall,
    /// Asks once more.
    Reminder,
    /// Tells the security desk.
    Report,
    /// The message again.
    Corrected,
}

/// A letter and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SentLetterView {
    /// Its kind.
    pub(crate) letter: LetterKind,
    /// Its Message-ID.
    pub(crate) message_id: String,
    /// To whom.
    pub(crate) to: Vec<String>,
    /// What became of it.
    pub(crate) fate: FateView,
    /// Why it did not go; empty otherwise.
    pub(crate) why: String,
    /// When that was known, else when it was meant to go.
    pub(crate) at: i64,
}

/// What became of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FateView {
    /// It lies among the drafts.
    Drafted,
    /// A server took it.
    Sent,
    /// It is in a file.
    Saved,
    /// Nobody knows.
    Unknown,
    /// It did not go.
    Failed,
}

/// An answer that was filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct AnswerView {
    /// In one word.
    pub(crate) answer: AnswerInput,
    /// In the user's words.
    pub(crate) note: String,
    /// When it was filed.
    pub(crate) at: i64,
}

/// A message that was returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct BounceView {
    /// Who did not get it.
    pub(crate) recipient: String,
    /// When that was seen.
    pub(crate) at: i64,
}

/// How an incident was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct ClosedView {
    /// How it ended.
    pub(crate) outcome: OutcomeInput,
    /// In the user's words.
    pub(crate) word: String,
    /// When.
    pub(crate) at: i64,
}
