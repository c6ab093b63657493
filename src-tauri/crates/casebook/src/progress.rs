//! Progress: an incident's events folded into how it stands. Pure.
//!
//! A decision that was taken back counts as never made, and with it what rests on it alone. Where that cannot be undone, as a letter
//! that was sent, the decision stays.

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
        Self::without(events, &undone).map_err(|(_, error)| error)
    }

    /// Folds the events without those at `undone`, or says which one does not fit then.
    fn without<'a>(events: &'a [EventRow], undone: &BTreeSet<i64>) -> Result<Self, (&'a EventRow, Error)> {
        let mut progress = Self::default();
        for event in events {
            let counts = !undone.contains(&event.seq) && taken_back(event).is_none();
            if counts {
                progress.apply(event).map_err(|error| (event, error))?;
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

/// The events to be taken back with the decision at `seq`, that one last: those that rest on it come first.
///
/// # Errors
/// [`Error::Refused`] where that is no decision that still counts, or where something rests on it that is none, as a letter that was
/// written.
pub(crate) fn rests_on(events: &[EventRow], seq: i64) -> Result<Vec<i64>, Error> {
    let mut undone: BTreeSet<i64> = events.iter().filter_map(taken_back).collect();
    let is_decision = |event: &EventRow| event.seq == seq && matches!(event.kind, EventKind::Decided(_));
    if undone.contains(&seq) || !events.iter().any(is_decision) {
        return Err(Error::Refused("no decision that can be taken back"));
    }
    let mut all = vec![seq];
    undone.insert(seq);
    while let Err((event, error)) = Progress::without(events, &undone) {
        if !matches!(event.kind, EventKind::Decided(_)) {
            return Err(error);
        }
        undone.insert(event.seq);
        all.push(event.seq);
    }
    all.sort_unstable_by(|a, b| b.cmp(a));
    Ok(all)
}

/// Which event this one takes back.
fn taken_back(event: &EventRow) -> Option<i64> {
    if let EventKind::TakenBack(taken_back) = &event.kind {
        return Some(taken_back.seq);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Became;

    fn rows(kinds: &[EventKind]) -> Vec<EventRow> {
        let row = |(kind, seq): (&EventKind, i64)| EventRow {
            seq,
            at: Timestamp::from_millis(seq),
            kind: kind.clone(),
        };
        kinds.iter().zip(1..).map(row).collect()
    }

    fn id(name: &str) -> MessageId {
        MessageId::parse(name).unwrap()
    }

    fn intended(letter: Letter, name: &str, to: &[&str]) -> EventKind {
        EventKind::Intended(Intent {
            letter,
            way: if to.is_empty() { Way::File } else { Way::Send },
            message_id: id(name),
            to: to
                .iter()
                .map(|address| Address::parse(address).unwrap())
                .collect(),
            kept: None,
        })
    }

    fn became(name: &str, fate: Fate) -> EventKind {
        EventKind::Became(Became {
            message_id: id(name),
            fate,
        })
    }

    fn failed() -> Fate {
        Fate::Failed {
            why: Note::new("550"),
        }
    }

    fn confirmed() -> EventKind {
        EventKind::Decided(Decision::Confirmed)
    }

    #[test]
    fn what_rests_on_a_decision_is_taken_back_with_it() {
        let marked = || EventKind::Decided(Decision::Marked(Marked::No));
        let contents = || EventKind::Decided(Decision::Contents(vec![Contents::Money]));
        let events = rows(&[
            EventKind::Noticed,
            confirmed(),
            marked(),
            EventKind::Opened,
            contents(),
        ]);
        assert_eq!(rests_on(&events, 2).unwrap(), [5, 3, 2]);
        assert_eq!(rests_on(&events, 3).unwrap(), [3]);
        for seq in [1, 4, 6] {
            assert!(rests_on(&events, seq).is_err(), "{seq} is no decision");
        }
    }

    #[test]
    fn a_letter_keeps_the_decision_that_it_rests_on() {
        let cleared = EventKind::Decided(Decision::DeskCleared);
        let marked = EventKind::Decided(Decision::Marked(Marked::Yes));
        let recall = intended(Letter::Recall, "1@a.example", &["j@army.ml"]);
        let events = rows(&[EventKind::Noticed, confirmed(), marked, cleared, recall]);
        for seq in [2, 4] {
            assert!(rests_on(&events, seq).is_err(), "{seq}");
        }
    }

    #[test]
    fn nothing_is_written_while_everything_stops() {
        let marked = EventKind::Decided(Decision::Marked(Marked::Yes));
        for letter in Letter::ALL {
            let events = rows(&[
                confirmed(),
                marked.clone(),
                intended(letter, "1@a.example", &["j@army.ml"]),
            ]);
            assert!(Progress::of(&events).is_err(), "{letter:?}");
        }
    }

    #[test]
    fn nobody_is_written_to_twice() {
        let (john, jane) = (["j@army.ml"], ["jane@army.ml"]);
        let check = |letter, fate: Option<Fate>, to: &[&str], expected: bool| {
            let mut kinds = vec![confirmed(), intended(letter, "1@a.example", &john)];
            kinds.extend(fate.clone().map(|fate| became("1@a.example", fate)));
            kinds.push(intended(letter, "2@a.example", to));
            assert_eq!(
                Progress::of(&rows(&kinds)).is_ok(),
                expected,
                "{letter:?} {fate:?} {to:?}"
            );
        };
        check(Letter::Recall, None, &john, false); // nobody knows
        check(Letter::Recall, Some(Fate::Unknown), &john, false);
        check(Letter::Recall, Some(Fate::Sent), &john, false);
        check(
            Letter::Recall,
            Some(Fate::Sent),
            &["J@army.ml", "k@x.example"],
            false,
        );
        check(Letter::Recall, Some(Fate::Sent), &jane, true);
        check(Letter::Recall, Some(failed()), &john, true);
        check(Letter::Recall, Some(Fate::Drafted), &john, true); // the draft may be thrown away
        check(Letter::Report, Some(Fate::Sent), &john, true); // a desk may be told more
        check(Letter::Report, Some(Fate::Unknown), &john, false);
    }

    #[test]
    fn what_became_of_a_letter_is_said_once() {
        let check = |fates: &[Fate], expected: bool| {
            let mut kinds = vec![
                confirmed(),
                intended(Letter::Report, "1@a.example", &["d@a.example"]),
            ];
            kinds.extend(fates.iter().map(|fate| became("1@a.example", fate.clone())));
            assert_eq!(Progress::of(&rows(&kinds)).is_ok(), expected, "{fates:?}");
        };
        check(&[Fate::Unknown, Fate::Sent], true);
        check(&[Fate::Unknown, Fate::Drafted], true);
        check(&[Fate::Unknown, failed()], true);
        check(&[Fate::Drafted, Fate::Sent], true);
        check(&[Fate::Sent, Fate::Sent], false);
        check(&[Fate::Sent, failed()], false);
        check(&[failed(), Fate::Sent], false);
        check(&[Fate::Drafted, Fate::Unknown], false);
        let unknown = rows(&[confirmed(), became("1@a.example", Fate::Sent)]);
        assert!(Progress::of(&unknown).is_err());
    }

    #[test]
    fn closing_without_a_report_wants_a_reason() {
        let close = |word: &str| {
            let closed = Decision::Closed {
                outcome: Outcome::NotReported,
                word: Note::new(word),
            };
            Progress::of(&rows(&[confirmed(), EventKind::Decided(closed)]))
        };
        assert!(matches!(close(" "), Err(Error::NeedsReason)));
        assert_eq!(close("It was an empty page.").unwrap().state, State::Done);
    }
}
