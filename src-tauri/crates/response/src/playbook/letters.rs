//! How far a kind of letter has come.

use casebook::{Fate, Letter, LetterProgress, Progress};
use message::{MessageId, Timestamp};

/// The farthest that a kind of letter has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reached {
    /// None was written, or none went.
    Nothing,
    /// One may have gone, and nobody knows.
    Unknown(MessageId),
    /// One lies among the drafts.
    Draft(MessageId),
    /// One went, then.
    Gone(Timestamp),
}

/// How far the letters of that kind have come. What is unknown comes first: until it is known, none goes.
pub(super) fn reached(progress: &Progress, letter: Letter) -> Reached {
    let all = || progress.letters_of(letter);
    if let Some(unknown) = all().find(|one| one.is_unknown()) {
        return Reached::Unknown(unknown.message_id().clone());
    }
    if let Some(at) = all().filter_map(LetterProgress::went_at).max() {
        return Reached::Gone(at);
    }
    let is_draft = |one: &&LetterProgress| one.became() == Some(&Fate::Drafted);
    match all().rev().find(is_draft) {
        Some(draft) => Reached::Draft(draft.message_id().clone()),
        None => Reached::Nothing,
    }
}
