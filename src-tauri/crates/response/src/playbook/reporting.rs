//! The step in which the security desk is told, and how an incident can be closed.

use casebook::{Answer, Letter, Outcome, Step};

use super::{
    case::Case,
    letters::{Reached, reached},
    step::{Action, Standing, StepStatus, Waiting},
};

/// Tells the security desk, which decides who else must be told. Due by the earliest deadline.
pub(super) fn report(case: &Case<'_>) -> StepStatus {
    let step = Step::Report;
    let status = match reached(case.progress, Letter::Report) {
        Reached::Gone(at) => StepStatus::done(step, at),
        Reached::Unknown(id) => StepStatus::open(step, [Action::Resolve(id)]),
        Reached::Draft(id) => StepStatus {
            actions: vec![Action::SaySent(id), Action::WriteReport],
            ..StepStatus::new(step, Standing::Waiting(Waiting::ForTheDraft))
        },
        Reached::Nothing => {
            let write = match case.policy.desk.email {
                Some(_) => Action::WriteReport,
                None => Action::SaveReport,
            };
            StepStatus::open(step, [write, Action::MarkDone, Action::Skip])
        }
    };
    StepStatus {
        due: case.deadlines().into_iter().next(),
        ..status
    }
}

/// How the incident can be closed, the likeliest first. What did not happen is not offered.
pub(super) fn outcomes(case: &Case<'_>) -> Vec<Outcome> {
    let is_told = |answer| {
        let answers = &case.progress.answers;
        answers.last().is_some_and(|filed| filed.value.0 == answer)
    };
    let is_reported = matches!(reached(case.progress, Letter::Report), Reached::Gone(_))
        || case
            .progress
            .steps
            .get(&Step::Report)
            .is_some_and(|word| matches!(word.value, casebook::StepWord::Done));
    let offered = |outcome: &Outcome| match outcome {
        Outcome::Bounced => !case.progress.bounces.is_empty(),
        Outcome::DeletionConfirmed => is_told(Answer::Deleted),
        Outcome::Reported => is_reported,
        Outcome::NoAnswer => matches!(reached(case.progress, Letter::Recall), Reached::Gone(_)),
        Outcome::NotReported => !is_reported && !case.policy.must_report,
    };
    let mut outcomes: Vec<Outcome> = Outcome::ALL.into_iter().filter(offered).collect();
    // A report says more of how it ended than silence does.
    outcomes.sort_by_key(|outcome| *outcome == Outcome::NoAnswer);
    outcomes
}
