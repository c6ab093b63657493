//! How one step stands.

use casebook::{Note, Step};
use message::{HeaderText, MessageId, Timestamp};
use policy::UsualDeadline;

/// A step as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepStatus {
    /// Which.
    pub step: Step,
    /// How it stands.
    pub standing: Standing,
    /// When it came to be done.
    pub done_at: Option<Timestamp>,
    /// By when, where there is a date.
    pub due: Option<Deadline>,
    /// What may be done, the likeliest first.
    pub actions: Vec<Action>,
    /// Whether the incident can be closed only after it.
    pub is_required: bool,
    /// The event by which it came to stand so, where that can be taken back.
    pub undo: Option<i64>,
}

/// How a step stands, in a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be done now.
    Open,
    /// It cannot be done yet, or somebody else is to act.
    Waiting(Waiting),
    /// It is done.
    Done,
    /// It does not apply, for that reason.
    Folded(Why),
}

/// What a step waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The unintended recipient, until then.
    ForAnAnswer(Timestamp),
    /// The user is to send the draft.
    ForTheDraft,
    /// These steps come first.
    ForSteps(Vec<Step>),
}

/// Why a step does not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It went where it should.
    ItsRight,
    /// It was marked: everything stops until the security desk says to go on.
    Stopped,
    /// Whoever got it is not to be written to; the security desk decides.
    DoNotContact,
    /// It was returned: nobody got it.
    Bounced,
    /// They were asked twice, or will not: it is the security desk's.
    DesksNow,
    /// The user left it out, for that reason.
    Skipped(Note),
    /// The incident was closed without it.
    Closed,
}

/// By when something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What it is; empty for the date that an answer was asked for by.
    pub name: HeaderText,
    /// Where it comes from; empty likewise.
    pub source: HeaderText,
    /// Which of the usual ones it is, where the organisation named none.
    pub usual: Option<UsualDeadline>,
    /// The time.
    pub at: Timestamp,
    /// Whether it is over.
    pub is_over: bool,
}

/// What may be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
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
    /// Write the report to the security desk.
    WriteReport,
    /// Save the report as a file, since there is no address to send it to.
    SaveReport,
    /// Write to the right person.
    WriteCorrected,
    /// Say that the draft was sent.
    SaySent(MessageId),
    /// Look what became of a letter, or say so.
    Resolve(MessageId),
    /// Say that the step is done.
    MarkDone,
    /// Leave the step out.
    Skip,
    /// Close the incident.
    Close,
    /// Take it up again.
    Reopen,
}

impl StepStatus {
    /// A step that stands so, with nothing to be done.
    pub(super) const fn new(step: Step, standing: Standing) -> Self {
        Self {
            step,
            standing,
            done_at: None,
            due: None,
            actions: Vec::new(),
            is_required: false,
            undo: None,
        }
    }

    pub(super) fn open(step: Step, actions: impl IntoIterator<Item = Action>) -> Self {
        Self {
            actions: actions.into_iter().collect(),
            ..Self::new(step, Standing::Open)
        }
    }

    pub(super) fn done(step: Step, at: Timestamp) -> Self {
        Self {
            done_at: Some(at),
            ..Self::new(step, Standing::Done)
        }
    }

    pub(super) const fn folded(step: Step, why: Why) -> Self {
        Self::new(step, Standing::Folded(why))
    }

    /// Whether nothing is left to be done in it.
    pub const fn is_settled(&self) -> bool {
        matches!(self.standing, Standing::Done | Standing::Folded(_))
    }
}
