//! The step in which the unintended recipient is asked to delete the message.

use casebook::{Answer, Letter, Step, StepWord};
use message::{HeaderText, Timestamp};

use super::{
    case::Case,
    letters::{Reached, reached},
    step::{Action, Deadline, Standing, StepStatus, Waiting, Why},
};

/// Asks once, reminds once after the date, then leaves it to the security desk. Nobody hostile is asked, and nobody who did not get it.
pub(super) fn deletion(case: &Case<'_>) -> StepStatus {
    let step = Step::Deletion;
    if let Some(answer) = case.progress.answers.last() {
        let undo = case.undo(answer.seq);
        let status = match answer.value.0 {
            Answer::Deleted => StepStatus::done(step, answer.at),
            Answer::Refused => StepStatus::folded(step, Why::DesksNow),
            Answer::Other => StepStatus {
                actions: vec![Action::FileAnswer, Action::LookForAnswer],
                ..asked(case)
            },
        };
        return StepStatus { undo, ..status };
    }
    if let Some(word) = case.progress.steps.get(&step) {
        let undo = case.undo(word.seq);
        let status = match &word.value {
            StepWord::Done => StepStatus::done(step, word.at),
            StepWord::Skipped(reason) => StepStatus::folded(step, Why::Skipped(reason.clone())),
        };
        return StepStatus { undo, ..status };
    }
    asked(case)
}

fn asked(case: &Case<'_>) -> StepStatus {
    let step = Step::Deletion;
    let recall = reached(case.progress, Letter::Recall);
    let reminder = reached(case.progress, Letter::Reminder);
    match (recall, reminder) {
        (Reached::Unknown(id), _) | (_, Reached::Unknown(id)) => {
            StepStatus::open(step, [Action::Resolve(id)])
        }
        (_, Reached::Gone(at)) => waiting(case, case.answer_due(at)).unwrap_or_else(|| StepStatus {
            actions: vec![Action::FileAnswer, Action::LookForAnswer],
            ..StepStatus::folded(step, Why::DesksNow)
        }),
        (_, Reached::Draft(id)) => draft(Action::SaySent(id)),
        (Reached::Gone(at), Reached::Nothing) => waiting(case, case.answer_due(at)).unwrap_or_else(|| {
            let actions = [Action::WriteReminder, Action::FileAnswer, Action::LookForAnswer];
            StepStatus::open(step, actions)
        }),
        // What was not sent yet must not be, where it has turned out that it should not.
        (_, Reached::Nothing) if case.is_hostile() => StepStatus::folded(step, Why::DoNotContact),
        (_, Reached::Nothing) if case.is_bounced() => StepStatus::folded(step, Why::Bounced),
        (_, Reached::Nothing) if !case.is_cleared() => {
            StepStatus::new(step, Standing::Waiting(Waiting::ForSteps(vec![Step::Marked])))
        }
        (Reached::Draft(id), Reached::Nothing) => draft(Action::SaySent(id)),
        (Reached::Nothing, Reached::Nothing) => {
            let actions = [
                Action::WriteRecall,
                Action::LookForAnswer,
                Action::FileAnswer,
                Action::Skip,
            ];
            StepStatus::open(step, actions)
        }
    }
}

fn draft(sent: Action) -> StepStatus {
    StepStatus {
        actions: vec![sent, Action::FileAnswer, Action::LookForAnswer],
        ..StepStatus::new(Step::Deletion, Standing::Waiting(Waiting::ForTheDraft))
    }
}

/// The step while an answer may still come; none after the date.
fn waiting(case: &Case<'_>, until: Timestamp) -> Option<StepStatus> {
    if case.now > until {
        return None;
    }
    let due = Deadline {
        name: HeaderText::default(),
        source: HeaderText::default(),
        usual: None,
        at: until,
        is_over: false,
    };
    Some(StepStatus {
        due: Some(due),
        actions: vec![Action::LookForAnswer, Action::FileAnswer],
        ..StepStatus::new(Step::Deletion, Standing::Waiting(Waiting::ForAnAnswer(until)))
    })
}
