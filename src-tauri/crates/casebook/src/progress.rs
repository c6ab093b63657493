//! Progress: an incident's events folded into how it stands. Pure.
//!
//! A decision that was taken back counts as never made. Where something rests on it that cannot be undone, such as a letter that was
//! sent, the fold refuses, and with it the taking back.

use std::collections::{BTreeMap, BTreeSet};

use message::{Address, MessageId, Timestamp};

use crate::{
    Answer, Bounce, Contents, Decision, Error, EventKind, EventRow, Fate, Finding, FindingName, Intent,
    Letter, Marked, Note, Outcome, State, Step, TrustScope, Way,
};

/// Something that was said or seen, with the event that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamped<T> {
    /// The event's place in the incident: what [`crate::Casebook::take_back`] wants.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// What.
    pub value: T,
}

/// How an incident stands, in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How it stands, in a word.
    pub state: State,
    /// That it is a mistake. Deadlines count from here.
    pub confirmed: Option<Stamped<()>>,
    /// That the user cannot tell; none any more where something was decided.
    pub not_sure: Option<Stamped<()>>,
    /// That it is right.
    pub right: Option<Stamped<TrustScope>>,
    /// Whether it was marked.
    pub marked: Option<Stamped<Marked>>,
    /// That the security desk says to go on; none any more where another answer on markings followed.
    pub desk_cleared: Option<Stamped<()>>,
    /// What was in it, as the user says.
    pub contents: Option<Stamped<Vec<Contents>>>,
    /// What Astray found in it.
    pub scanned: Option<Stamped<Vec<Finding>>>,
    /// Findings of which what they ask for was done.
    pub findings_done: BTreeMap<FindingName, Stamped<()>>,
    /// All letters, the earliest first.
    pub letters: Vec<LetterProgress>,
    /// What the unintended recipient answered, the earliest first.
    pub answers: Vec<Stamped<(Answer, Note)>>,
    /// Messages that came back, each recipient once.
    pub bounces: Vec<Stamped<Bounce>>,
    /// Steps that the user says are done, or leaves out.
    pub steps: BTreeMap<Step, Stamped<StepWord>>,
    /// How it ended; none where it was taken up again.
    pub closed: Option<Stamped<(Outcome, Note)>>,
}

/// What the user says of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepWord {
    /// It is done.
    Done,
    /// It is left out, for that reason.
    Skipped(Note),
}

/// One letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterProgress {
    /// What was meant, and when.
    pub intent: Stamped<Intent>,
    /// What became of it; none where nobody knows yet.
    pub fate: Option<Stamped<Fate>>,
    /// That a copy of it lies in the mailbox for sent mail.
    pub filed: Option<Stamped<()>>,
}

impl LetterProgress {
    /// Its kind.
    pub const fn letter(&self) -> Letter {
        self.intent.value.letter
    }

    /// Its Message-ID.
    pub const fn message_id(&self) -> &MessageId {
        &self.intent.value.message_id
    }

    /// What became of it, without the time.
    pub fn became(&self) -> Option<&Fate> {
        self.fate.as_ref().map(|fate| &fate.value)
    }

    /// Whether it may have gone without anybody knowing: somebody has to look.
    pub fn is_unknown(&self) -> bool {
        matches!(self.became(), None | Some(Fate::Unknown))
    }

    /// When it went: it was sent, or saved where there is nobody to send it to.
    pub fn went_at(&self) -> Option<Timestamp> {
        let fate = self.fate.as_ref()?;
        matches!(fate.value, Fate::Sent | Fate::Saved).then_some(fate.at)
    }

    fn is_for(&self, to: &[Address]) -> bool {
        let own = &self.intent.value.to;
        (own.is_empty() && to.is_empty()) || own.iter().any(|address| to.contains(address))
    }

    /// Whether another one like it would reach somebody twice.
    fn forbids_another(&self) -> bool {
        self.is_unknown() || (self.became() == Some(&Fate::Sent) && self.letter() != Letter::Report)
    }
}

impl Progress {
    /// Folds an incident's events, which are all of it in their order.
    ///
    /// # Errors
    /// [`Error::Refused`] where an event does not fit what was before it.
    pub fn of(events: &[EventRow]) -> Result<Self, Error> {
        let undone: BTreeSet<i64> = events.iter().filter_map(taken_back).collect();
        let mut progress = Self::default();
        for event in events {
            let counts = !undone.contains(&event.seq) && taken_back(event).is_none();
            if counts {
                progress.apply(event)?;
            }
        }
        Ok(progress)
    }

    /// Whether the message was marked and the security desk has not said to go on: nothing may be sent or described.
    pub fn is_stopped(&self) -> bool {
        let is_marked = self
            .marked
            .as_ref()
            .is_some_and(|marked| marked.value == Marked::Yes);
        is_marked && self.desk_cleared.is_none()
    }

    /// The letters of a kind, the earliest first.
    pub fn letters_of(&self, letter: Letter) -> impl DoubleEndedIterator<Item = &LetterProgress> {
        self.letters.iter().filter(move |one| one.letter() == letter)
    }

    /// The letter of that Message-ID.
    pub fn letter(&self, message_id: &MessageId) -> Option<&LetterProgress> {
        self.letters.iter().find(|one| one.message_id() == message_id)
    }

    fn apply(&mut self, event: &EventRow) -> Result<(), Error> {
        let state = self.state.after(&event.kind, self.confirmed.is_some())?;
        match &event.kind {
            EventKind::Noticed | EventKind::Told | EventKind::Opened | EventKind::TakenBack(_) => {}
            EventKind::Decided(decision) => self.decided(decision, event)?,
            EventKind::Intended(intent) => self.intended(intent, event)?,
            EventKind::Became(became) => {
                let letter = self.letter_mut(&became.message_id)?;
                if !Fate::leads_to(letter.became(), &became.fate) {
                    return Err(Error::Refused("known already what became of it"));
                }
                letter.fate = Some(event.stamp(became.fate.clone()));
            }
            EventKind::Filed(name) => self.letter_mut(&name.message_id)?.filed = Some(event.stamp(())),
            EventKind::Bounced(bounce) => self.bounces.push(event.stamp(bounce.clone())),
        }
        self.state = state;
        Ok(())
    }

    fn decided(&mut self, decision: &Decision, event: &EventRow) -> Result<(), Error> {
        match decision {
            Decision::Confirmed => {
                self.confirmed = Some(event.stamp(()));
                self.not_sure = None;
            }
            Decision::NotSure => self.not_sure = Some(event.stamp(())),
            Decision::ItsRight(scope) => {
                self.right = Some(event.stamp(*scope));
                self.not_sure = None;
            }
            Decision::DealtWith => self.not_sure = None,
            Decision::Marked(marked) => {
                self.marked = Some(event.stamp(*marked));
                self.desk_cleared = None;
            }
            Decision::DeskCleared => self.desk_cleared = Some(event.stamp(())),
            Decision::Contents(contents) => self.contents = Some(event.stamp(contents.clone())),
            Decision::Scanned(findings) => self.scanned = Some(event.stamp(findings.clone())),
            Decision::FindingDone(name) => {
                self.findings_done.insert(name.clone(), event.stamp(()));
            }
            Decision::AnswerFiled { answer, note } => {
                self.answers.push(event.stamp((*answer, note.clone())));
            }
            Decision::StepDone(step) => {
                self.steps.insert(step.clone(), event.stamp(StepWord::Done));
            }
            Decision::StepSkipped { step, reason } => {
                let word = StepWord::Skipped(reason.clone());
                self.steps.insert(step.clone(), event.stamp(word));
            }
            Decision::Closed { outcome, word } => {
                if outcome.needs_reason() && word.is_empty() {
                    return Err(Error::NeedsReason);
                }
                self.closed = Some(event.stamp((*outcome, word.clone())));
            }
            Decision::Reopened => (self.closed, self.right) = (None, None),
        }
        Ok(())
    }

    fn intended(&mut self, intent: &Intent, event: &EventRow) -> Result<(), Error> {
        if self.is_stopped() {
            return Err(Error::Refused("stopped until the security desk says to go on"));
        }
        let is_known = self.letter(&intent.message_id).is_some();
        let is_double = self
            .letters_of(intent.letter)
            .any(|other| other.is_for(&intent.to) && other.forbids_another());
        if is_known || (is_double && intent.way != Way::File) {
            return Err(Error::Refused("written already, and may have been sent"));
        }
        self.letters.push(LetterProgress {
            intent: event.stamp(intent.clone()),
            fate: None,
            filed: None,
        });
        Ok(())
    }

    fn letter_mut(&mut self, message_id: &MessageId) -> Result<&mut LetterProgress, Error> {
        let found = self.letters.iter_mut().find(|one| one.message_id() == message_id);
        found.ok_or(Error::Refused("without such a letter"))
    }
}

/// Which event this one takes back.
fn taken_back(event: &EventRow) -> Option<i64> {
    if let EventKind::TakenBack(taken_back) = &event.kind {
        return Some(taken_back.seq);
    }
    None
}
