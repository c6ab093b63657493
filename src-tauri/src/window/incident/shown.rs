//! An incident as the window is shown it.

use casebook::{Casebook, HistoryItem, Incident, IncidentId, Step};
use message::{Timestamp, shown};
use policy::{Policy, Preferences, ResponsePolicy};
use response::playbook::{Action, Next, Playbook, Standing, StepStatus, Waiting, Why};

use super::{
    super::{
        history::row_of,
        letter_names,
        view::{IncidentView, difference},
    },
    deadline::deadline,
    file_type::FileTypeView,
    sent_letters::sent_letters,
    steps_view::{
        ActionView, AnswerView, BounceView, ClosedView, DeskView, FindingView, FindingsView, MeantDomainView,
        OwnStepView, StandingView, StepView, StepsView,
    },
    timeline::{step_name, timeline},
};
use crate::wording::{self, say, say_with};

/// What the organisation and the user have fixed, as far as an incident shows it.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) policy: Policy,
    pub(super) preferences: Preferences,
    /// Whether there is a policy that cannot be read.
    pub(super) is_unread: bool,
}

impl Rules {
    /// The rules in these files. Of a policy that cannot be read nobody knows whom it forbids to write to: nobody is written to.
    pub(super) fn read(policy_path: &std::path::Path, preferences_path: &std::path::Path) -> Self {
        let read = Policy::read(policy_path);
        let is_unread = read.is_err();
        let mut policy = read.unwrap_or_default();
        policy.response.do_not_contact |= is_unread;
        Self {
            policy,
            preferences: Preferences::read(preferences_path).unwrap_or_default(),
            is_unread,
        }
    }
}

/// One incident; none where there is no such number.
pub(super) fn read(
    casebook: &Casebook,
    id: IncidentId,
    rules: &Rules,
    now: Timestamp,
) -> Result<Option<IncidentView>, casebook::Error> {
    let Some(incident) = casebook.incident(id)? else {
        return Ok(None);
    };
    let Some(item) = casebook.history_item(id)? else {
        return Ok(None);
    };
    let usual = casebook.usual_count(&item.lookalike_of)?;
    let before = casebook.others_to(id, item.address.domain())?;
    Ok(Some(view(&incident, &item, (usual, before), rules, now)))
}

fn view(
    incident: &Incident,
    item: &HistoryItem,
    (usual, before): (u32, u32),
    rules: &Rules,
    now: Timestamp,
) -> IncidentView {
    let row = row_of(item, now);
    let facts = &incident.facts;
    let reasons = || facts.lookalikes.iter().flat_map(|fact| &fact.reasons);
    let lookalikes: Vec<_> = facts.lookalikes.iter().map(|fact| &fact.address).collect();
    let others = facts
        .recipients
        .iter()
        .filter(|recipient| !lookalikes.contains(&&recipient.address))
        .map(|recipient| recipient.address.shown());
    IncidentView {
        why: unique(reasons().map(wording::reason)),
        letters: letter_names::told(&difference(&item.address, &item.lookalike_of)),
        kinds: unique(reasons().map(|reason| reason.kind.clone())),
        subject: facts.subject.shown(),
        from: facts.from.as_ref().map(message::Address::shown),
        sent_at: row.sent_at,
        noticed_at: facts.noticed_at.millis(),
        others: others.collect(),
        account: incident.account_address.shown(),
        usual_count: (usual > 0).then_some(usual),
        before_count: before,
        timeline: timeline(incident, &rules.policy.response),
        steps: steps(incident, item, rules, now),
        is_policy_unread: rules.is_unread,
        files: Vec::new(),
        row,
    }
}

fn unique(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for text in texts {
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

fn steps(incident: &Incident, item: &HistoryItem, rules: &Rules, now: Timestamp) -> StepsView {
    let policy = &rules.policy.response;
    let playbook = Playbook::of(incident, policy, now);
    let progress = &incident.progress;
    let of = &item.lookalike_of;
    let is_protected = |domains: &[message::Domain]| domains.iter().any(|domain| of.is_within(domain));
    StepsView {
        steps: playbook.steps.iter().map(|status| step(status, policy)).collect(),
        next: match &playbook.next {
            Next::Do(step, _) | Next::Wait(step, _) => Some(step.as_str().to_owned()),
            Next::Nothing => None,
        },
        is_stopped: playbook.is_stopped,
        desk: DeskView {
            name: policy.desk.name.shown(),
            email: policy
                .desk
                .email
                .as_ref()
                .map(message::Address::shown)
                .unwrap_or_default(),
            phone: policy.desk.phone.shown(),
            hours: policy.desk.hours.shown(),
            words: policy.desk.words.shown(),
        },
        deadlines: playbook.deadlines.iter().map(deadline).collect(),
        outcomes: playbook
            .outcomes
            .iter()
            .map(|outcome| (*outcome).into())
            .collect(),
        secure_way: policy.secure_way.shown(),
        meant: format!("{}@{}", shown(item.address.local()), of.shown()),
        meant_domain: MeantDomainView {
            domain: of.shown(),
            is_protected: is_protected(&rules.policy.protected)
                || is_protected(&rules.preferences.protected_domains),
        },
        is_not_sure: progress.not_sure.is_some(),
        right: progress.right.as_ref().map(|right| right.value.into()),
        marked: progress.marked.as_ref().map(|marked| marked.value.into()),
        contents: progress
            .contents
            .iter()
            .flat_map(|said| &said.value)
            .map(|&one| one.into())
            .collect(),
        findings: findings(incident),
        letters: sent_letters(progress),
        answers: progress.answers.iter().map(answer).collect(),
        bounces: progress.bounces.iter().map(bounce).collect(),
        closed: progress.closed.as_ref().map(|closed| ClosedView {
            outcome: closed.value.0.into(),
            word: closed.value.1.to_string(),
            at: closed.at.millis(),
        }),
    }
}

fn answer(filed: &casebook::Stamped<(casebook::Answer, casebook::Note)>) -> AnswerView {
    AnswerView {
        answer: filed.value.0.into(),
        note: filed.value.1.to_string(),
        at: filed.at.millis(),
    }
}

fn bounce(seen: &casebook::Stamped<casebook::Bounce>) -> BounceView {
    BounceView {
        recipient: seen.value.recipient.shown(),
        at: seen.at.millis(),
    }
}

fn findings(incident: &Incident) -> Option<FindingsView> {
    let progress = &incident.progress;
    let scanned = progress.scanned.as_ref()?;
    let found = scanned.value.iter().map(|found| FindingView {
        finding: found.name.finding.into(),
        detail: found.name.detail.to_string(),
        file_type: FileTypeView::of(&found.name),
        count: found.count,
        asks_for_action: found.name.finding.asks_for_action(),
        done_at: progress
            .findings_done
            .get(&found.name)
            .map(|done| done.at.millis()),
        has_place: super::place::of(&found.name).is_some(),
    });
    Some(FindingsView {
        at: scanned.at.millis(),
        found: found.collect(),
    })
}

fn step(status: &StepStatus, policy: &ResponsePolicy) -> StepView {
    let standing = match &status.standing {
        Standing::Open => StandingView::Open,
        Standing::Waiting(Waiting::ForSteps(_)) => StandingView::Later,
        Standing::Waiting(_) => StandingView::Waiting,
        Standing::Done => StandingView::Done,
        Standing::Folded(Why::Skipped(_) | Why::Closed) => StandingView::LeftOut,
        Standing::Folded(_) => StandingView::Folded,
    };
    StepView {
        name: status.step.as_str().to_owned(),
        own: policy.own_step(status.step.as_str()).map(|own| OwnStepView {
            title: own.title.shown(),
            text: own.text.shown(),
        }),
        standing,
        reason: reason(&status.standing, policy),
        done_at: status.done_at.map(Timestamp::millis),
        due: status.due.as_ref().map(deadline),
        actions: status.actions.iter().map(action).collect(),
        // Marked is asked whatever the organisation says.
        is_required: status.is_required && status.step != Step::Marked,
        undo: status.undo,
    }
}

/// Why a step waits or does not apply; nothing where it is open or done.
fn reason(standing: &Standing, policy: &ResponsePolicy) -> String {
    match standing {
        Standing::Open | Standing::Done => String::new(),
        Standing::Waiting(Waiting::ForAnAnswer(_)) => say("why-waits-answer"),
        Standing::Waiting(Waiting::ForTheDraft) => say("why-waits-draft"),
        Standing::Waiting(Waiting::ForSteps(steps)) => {
            let names: Vec<String> = steps.iter().map(|step| step_name(step, policy)).collect();
            say_with("why-waits-steps", &[("steps", names.join(", ").into())])
        }
        Standing::Folded(why) => match why {
            Why::ItsRight => say("why-its-right"),
            Why::Stopped => say("why-stopped"),
            Why::DoNotContact => say("why-do-not-contact"),
            Why::Bounced => say("why-bounced"),
            Why::DesksNow => say("why-desks-now"),
            Why::Skipped(reason) if reason.is_empty() => say("why-skipped"),
            Why::Skipped(reason) => say_with("why-skipped-because", &[("reason", reason.to_string().into())]),
            Why::Closed => say("why-closed"),
        },
    }
}

fn action(action: &Action) -> ActionView {
    match action {
        Action::Confirm => ActionView::Confirm,
        Action::SayItsRight => ActionView::SayItsRight,
        Action::SayNotSure => ActionView::SayNotSure,
        Action::AnswerMarked => ActionView::AnswerMarked,
        Action::CallDesk => ActionView::CallDesk,
        Action::RecordClearance => ActionView::RecordClearance,
        Action::SayContents => ActionView::SayContents,
        Action::LookInside => ActionView::LookInside,
        Action::TickFinding => ActionView::TickFinding,
        Action::WriteRecall => ActionView::WriteRecall,
        Action::WriteReminder => ActionView::WriteReminder,
        Action::LookForAnswer => ActionView::LookForAnswer,
        Action::FileAnswer => ActionView::FileAnswer,
        Action::WriteReport => ActionView::WriteReport,
        Action::SaveReport => ActionView::SaveReport,
        Action::WriteCorrected => ActionView::WriteCorrected,
        Action::SaySent(id) => ActionView::SaySent {
            message_id: id.as_str().to_owned(),
        },
        Action::Resolve(id) => ActionView::Resolve {
            message_id: id.as_str().to_owned(),
        },
        Action::MarkDone => ActionView::MarkDone,
        Action::Skip => ActionView::Skip,
        Action::Close => ActionView::Close,
        Action::Reopen => ActionView::Reopen,
    }
}
