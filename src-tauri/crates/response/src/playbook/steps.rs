//! The steps one by one.

use casebook::{Contents, FindingName, Letter, Marked, Stamped, State, Step, StepWord};

use super::{
    case::Case,
    deletion::deletion,
    letters::{Reached, reached},
    reporting::report,
    step::{Action, Standing, StepStatus, Waiting, Why},
};

pub(super) fn mistake(case: &Case<'_>) -> StepStatus {
    let step = Step::Mistake;
    let progress = case.progress;
    let said = progress.confirmed.map(|said| (said.seq, said.at));
    match (
        case.incident.state,
        said.or(progress.right.map(|said| (said.seq, said.at))),
    ) {
        (State::NeedsYou, _) => StepStatus {
            undo: progress.not_sure.and_then(|said| case.undo(said.seq)),
            ..StepStatus::open(step, [Action::Confirm, Action::SayItsRight, Action::SayNotSure])
        },
        (_, Some((seq, at))) => StepStatus {
            undo: case.undo(seq),
            ..StepStatus::done(step, at)
        },
        (_, None) => StepStatus::new(step, Standing::Done),
    }
}

pub(super) fn marked(case: &Case<'_>) -> StepStatus {
    let step = Step::Marked;
    let required = |status| StepStatus {
        is_required: true,
        ..status
    };
    if let Some(standing) = out_of_reach(case) {
        return StepStatus::new(step, standing);
    }
    let Some(answer) = &case.progress.marked else {
        return required(after_the_end(
            case,
            StepStatus::open(step, [Action::AnswerMarked]),
        ));
    };
    let status = match (answer.value, &case.progress.desk_cleared) {
        (Marked::Yes | Marked::Unknown, Some(cleared)) => StepStatus {
            undo: case.undo(cleared.seq),
            ..StepStatus::done(step, cleared.at)
        },
        (Marked::Yes, None) => StepStatus::open(step, [Action::CallDesk, Action::RecordClearance]),
        (Marked::Unknown, None) => {
            let actions = [Action::CallDesk, Action::AnswerMarked, Action::RecordClearance];
            StepStatus::open(step, actions)
        }
        (Marked::No, _) if case.was_marking_found(answer.seq) => {
            StepStatus::open(step, [Action::AnswerMarked])
        }
        (Marked::No, _) => StepStatus::done(step, answer.at),
    };
    let undo = status.undo.or_else(|| case.undo(answer.seq));
    required(after_the_end(case, StepStatus { undo, ..status }))
}

/// A step between marked and close.
pub(super) fn between(case: &Case<'_>, step: Step) -> StepStatus {
    if let Some(standing) = out_of_reach(case) {
        return StepStatus::new(step, standing);
    }
    if case.progress.is_stopped() {
        return StepStatus::folded(step, Why::Stopped);
    }
    let is_required = case.is_required(&step);
    let waits = |steps| StepStatus::new(step.clone(), Standing::Waiting(Waiting::ForSteps(steps)));
    let status = if case.progress.marked.is_none() && case.is_in_progress() {
        waits(vec![Step::Marked])
    } else {
        match &step {
            Step::Deletion => deletion(case),
            Step::Harm => harm(case),
            Step::Report => by_word(case, &step).unwrap_or_else(|| report(case)),
            Step::Resend => by_word(case, &step).unwrap_or_else(|| resend(case)),
            Step::Mistake | Step::Marked | Step::Prevention | Step::Close | Step::Own(_) => {
                by_word(case, &step)
                    .unwrap_or_else(|| StepStatus::open(step.clone(), [Action::MarkDone, Action::Skip]))
            }
        }
    };
    let mut status = after_the_end(case, status);
    if is_required {
        status.actions.retain(|action| *action != Action::Skip);
    }
    StepStatus {
        is_required,
        ..status
    }
}

pub(super) fn close(case: &Case<'_>, others: &[StepStatus]) -> StepStatus {
    let step = Step::Close;
    if case.incident.state == State::Done {
        let closed = case.progress.closed.as_ref();
        return StepStatus {
            done_at: closed.map(|closed| closed.at),
            undo: closed.and_then(|closed| case.undo(closed.seq)),
            actions: vec![Action::Reopen],
            ..StepStatus::new(step, Standing::Done)
        };
    }
    if let Some(standing) = out_of_reach(case) {
        let reopen = (standing == Standing::Folded(Why::ItsRight)).then_some(Action::Reopen);
        return StepStatus {
            actions: reopen.into_iter().collect(),
            ..StepStatus::new(step, standing)
        };
    }
    if case.progress.is_stopped() {
        return StepStatus::folded(step, Why::Stopped);
    }
    let is_missing = |status: &&StepStatus| status.is_required && !status.is_settled();
    let missing: Vec<Step> = others
        .iter()
        .filter(is_missing)
        .map(|status| status.step.clone())
        .collect();
    if missing.is_empty() {
        StepStatus::open(step, [Action::Close])
    } else {
        StepStatus::new(step, Standing::Waiting(Waiting::ForSteps(missing)))
    }
}

/// How all steps below the first stand where nothing can be done in them; none where something can.
fn out_of_reach(case: &Case<'_>) -> Option<Standing> {
    match case.incident.state {
        State::NeedsYou => Some(Standing::Waiting(Waiting::ForSteps(vec![Step::Mistake]))),
        State::NotAMistake => Some(Standing::Folded(Why::ItsRight)),
        State::Done if case.progress.confirmed.is_none() => Some(Standing::Folded(Why::Closed)),
        State::InProgress | State::Done => None,
    }
}

/// What is left of a step when the incident is closed.
fn after_the_end(case: &Case<'_>, status: StepStatus) -> StepStatus {
    if case.is_in_progress() {
        return status;
    }
    match status.standing {
        // They were asked: that no answer came makes it no less done.
        Standing::Waiting(Waiting::ForAnAnswer(_)) => StepStatus::new(status.step, Standing::Done),
        Standing::Open | Standing::Waiting(_) => StepStatus::folded(status.step, Why::Closed),
        Standing::Done | Standing::Folded(_) => StepStatus {
            actions: Vec::new(),
            undo: None,
            ..status
        },
    }
}

/// A step of which the user has said that it is done or left out.
fn by_word(case: &Case<'_>, step: &Step) -> Option<StepStatus> {
    let word = case.progress.steps.get(step)?;
    let status = match &word.value {
        StepWord::Done => StepStatus::done(step.clone(), word.at),
        StepWord::Skipped(reason) => StepStatus::folded(step.clone(), Why::Skipped(reason.clone())),
    };
    Some(StepStatus {
        undo: case.undo(word.seq),
        ..status
    })
}

fn harm(case: &Case<'_>) -> StepStatus {
    let step = Step::Harm;
    let progress = case.progress;
    let findings = progress.scanned.iter().flat_map(|scanned| &scanned.value);
    let is_left =
        |name: &&FindingName| name.finding.asks_for_action() && !progress.findings_done.contains_key(*name);
    let is_something_left = findings.map(|finding| &finding.name).any(|name| is_left(&name));
    let looked_at = progress.scanned.as_ref().map(|scanned| scanned.seq);
    let is_new = |word: &Stamped<StepWord>| is_something_left && looked_at > Some(word.seq);
    if let Some(word) = progress.steps.get(&step)
        && !is_new(word)
        && let Some(status) = by_word(case, &step)
    {
        return status;
    }
    let look = match progress.scanned {
        Some(_) => None,
        None => Some(Action::LookInside),
    };
    let Some(contents) = &progress.contents else {
        let actions = [Action::SayContents].into_iter().chain(look);
        return StepStatus::open(step, actions.chain([Action::Skip]));
    };
    let undo = case.undo(contents.seq);
    let is_harmless = contents.value.as_slice() == [Contents::Nothing];
    let status = if is_something_left {
        StepStatus::open(step, [Action::TickFinding, Action::MarkDone, Action::SayContents])
    } else if is_harmless {
        StepStatus {
            actions: look.into_iter().chain([Action::SayContents]).collect(),
            ..StepStatus::done(step, contents.at)
        }
    } else {
        StepStatus::open(
            step,
            [Action::MarkDone]
                .into_iter()
                .chain(look)
                .chain([Action::SayContents]),
        )
    };
    StepStatus { undo, ..status }
}

/// The message again, to whom it was meant for: only when it is clear that it may go, and the desk has been told.
fn resend(case: &Case<'_>) -> StepStatus {
    let step = Step::Resend;
    match reached(case.progress, Letter::Corrected) {
        Reached::Gone(at) => return StepStatus::done(step, at),
        Reached::Unknown(id) => return StepStatus::open(step, [Action::Resolve(id)]),
        Reached::Draft(id) => {
            return StepStatus {
                actions: vec![Action::SaySent(id)],
                ..StepStatus::new(step, Standing::Waiting(Waiting::ForTheDraft))
            };
        }
        Reached::Nothing => {}
    }
    let is_reported = between(case, Step::Report).is_settled();
    let first = [(Step::Marked, case.is_cleared()), (Step::Report, is_reported)];
    let missing: Vec<Step> = first
        .into_iter()
        .filter(|(_, is_done)| !is_done)
        .map(|(step, _)| step)
        .collect();
    if !missing.is_empty() {
        return StepStatus {
            actions: vec![Action::Skip],
            ..StepStatus::new(step, Standing::Waiting(Waiting::ForSteps(missing)))
        };
    }
    // Where a secure way is asked for, Astray's own is not one.
    let write = case
        .policy
        .secure_way
        .as_str()
        .is_empty()
        .then_some(Action::WriteCorrected);
    StepStatus::open(step, write.into_iter().chain([Action::MarkDone, Action::Skip]))
}
