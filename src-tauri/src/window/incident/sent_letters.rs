//! The letters of an incident as the window is shown them.

use casebook::{Fate, Letter, LetterProgress, Progress};

use super::steps_view::{FateView, LetterKind, SentLetterView};

/// All letters, the earliest first.
pub(super) fn sent_letters(progress: &Progress) -> Vec<SentLetterView> {
    progress.letters.iter().map(sent_letter).collect()
}

fn sent_letter(letter: &LetterProgress) -> SentLetterView {
    let (fate, why) = match letter.became() {
        Some(Fate::Drafted) => (FateView::Drafted, String::new()),
        Some(Fate::Sent) => (FateView::Sent, String::new()),
        Some(Fate::Saved) => (FateView::Saved, String::new()),
        // Killed between meaning to send and knowing: it may have gone.
        Some(Fate::Unknown) | None => (FateView::Unknown, String::new()),
        Some(Fate::Failed { why }) => (FateView::Failed, why.to_string()),
    };
    SentLetterView {
        letter: letter.letter().into(),
        message_id: letter.message_id().as_str().to_owned(),
        to: letter
            .intent
            .value
            .to
            .iter()
            .map(message::Address::shown)
            .collect(),
        fate,
        why,
        at: letter
            .fate
            .as_ref()
            .map_or(letter.intent.at, |fate| fate.at)
            .millis(),
    }
}

impl From<Letter> for LetterKind {
    fn from(letter: Letter) -> Self {
        match letter {
            Letter::Recall => Self::Recall,
            Letter::Reminder => Self::Reminder,
            Letter::Report => Self::Report,
            Letter::Corrected => Self::Corrected,
        }
    }
}

impl From<LetterKind> for Letter {
    fn from(kind: LetterKind) -> Self {
        match kind {
            LetterKind::Recall => Self::Recall,
            LetterKind::Reminder => Self::Reminder,
            LetterKind::Report => Self::Report,
            LetterKind::Corrected => Self::Corrected,
        }
    }
}
