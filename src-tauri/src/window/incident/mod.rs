//! Commands of the place `incident`.

use casebook::{Casebook, Decision, EventKind, IncidentId, TrustScope};
use message::Timestamp;
use tauri::State;

use super::{
    Office, away,
    error::CommandError,
    history::row_of,
    letters,
    view::{DecisionInput, IncidentView, Scope, StateView, TimelineEntry, TimelineKind, difference},
};
use crate::{
    channel::Request,
    wording::{say, sentence},
};

/// One incident, whole. That it was opened goes into its record, the first time.
#[tauri::command]
#[specta::specta]
pub(crate) async fn incident(office: State<'_, Office>, id: i64) -> Result<IncidentView, CommandError> {
    let shown = office
        .desk(move |casebook| {
            casebook.mark_opened(id.into(), watch::now())?;
            read(casebook, id.into())
        })
        .await?;
    shown.ok_or_else(|| CommandError::no_incident(id))
}

/// Records what the user decided, and returns the incident as it stands then.
#[tauri::command]
#[specta::specta]
pub(crate) async fn decide(
    office: State<'_, Office>,
    id: i64,
    decision: DecisionInput,
    scope: Scope,
) -> Result<IncidentView, CommandError> {
    if decision == DecisionInput::ItsRight && scope != Scope::Once {
        trust(&office, id, scope).await?;
    }
    let decision = match (decision, scope) {
        (DecisionInput::ItsRight, Scope::Once) => Decision::ItsRight(TrustScope::Once),
        (DecisionInput::ItsRight, Scope::Address) => Decision::ItsRight(TrustScope::Address),
        (DecisionInput::ItsRight, Scope::Domain) => Decision::ItsRight(TrustScope::Domain),
        (DecisionInput::DealtWith, _) => Decision::DealtWith,
        (DecisionInput::Reopen, _) => Decision::Reopened,
    };
    let shown = office
        .desk(move |casebook| {
            casebook.decide(id.into(), decision, watch::now())?;
            read(casebook, id.into())
        })
        .await?;
    let _status = office.agent(Request::Decided).await;
    shown.ok_or_else(|| CommandError::no_incident(id))
}

/// Puts the lookalike recipients, or their domains, among what the user trusts.
async fn trust(office: &Office, id: i64, scope: Scope) -> Result<(), CommandError> {
    let found = office.desk(move |casebook| casebook.incident(id.into())).await?;
    let incident = found.ok_or_else(|| CommandError::no_incident(id))?;
    let path = office.paths.preferences_path();
    away(move || {
        let mut preferences = policy::Preferences::read(&path)?;
        for fact in incident.facts.lookalikes {
            if scope == Scope::Address {
                preferences.trusted_addresses.push(fact.address);
            } else {
                preferences.trusted_domains.push(fact.address.domain().clone());
            }
        }
        preferences.write(&path)
    })
    .await??;
    let _status = office.agent(Request::PreferencesChanged).await;
    Ok(())
}

fn read(casebook: &Casebook, id: IncidentId) -> Result<Option<IncidentView>, casebook::Error> {
    let Some(incident) = casebook.incident(id)? else {
        return Ok(None);
    };
    let Some(item) = casebook.history_item(id)? else {
        return Ok(None);
    };
    let usual = casebook.usual_count(&item.lookalike_of)?;
    let row = row_of(&item);
    let facts = &incident.facts;
    let reasons = || facts.lookalikes.iter().flat_map(|fact| &fact.reasons);
    let lookalikes: Vec<_> = facts.lookalikes.iter().map(|fact| &fact.address).collect();
    Ok(Some(IncidentView {
        why: unique(reasons().map(|reason| sentence(message::shown(&reason.detail)))),
        letters: letters::told(&difference(&item.address, &item.lookalike_of)),
        kinds: unique(reasons().map(|reason| reason.kind.clone())),
        subject: facts.subject.shown(),
        from: facts.from.as_ref().map(message::Address::shown),
        sent_at: row.sent_at,
        noticed_at: facts.noticed_at.millis(),
        others: facts
            .recipients
            .iter()
            .filter(|recipient| !lookalikes.contains(&&recipient.address))
            .map(|recipient| recipient.address.shown())
            .collect(),
        account: incident.account_address.shown(),
        usual_count: (usual > 0).then_some(usual),
        timeline: incident
            .events
            .iter()
            .filter_map(|event| entry(event.at, &event.kind))
            .collect(),
        can_undo: row.state != StateView::NeedsYou,
        row,
    }))
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

/// What the timeline says of an event; none where the steps show it.
fn entry(at: Timestamp, kind: &EventKind) -> Option<TimelineEntry> {
    let (kind, text) = match kind {
        EventKind::Noticed => (TimelineKind::Noticed, say("timeline-noticed")),
        EventKind::Told => (TimelineKind::Told, say("timeline-told")),
        EventKind::Opened => (TimelineKind::Opened, say("timeline-opened")),
        EventKind::Decided(Decision::ItsRight(scope)) => (
            TimelineKind::ItsRight,
            match scope {
                TrustScope::Once => say("timeline-its-right-once"),
                TrustScope::Address => say("timeline-its-right-address"),
                TrustScope::Domain => say("timeline-its-right-domain"),
            },
        ),
        EventKind::Decided(Decision::DealtWith) => (TimelineKind::DealtWith, say("timeline-dealt-with")),
        EventKind::Decided(Decision::Reopened) => (TimelineKind::Reopened, say("timeline-reopened")),
        EventKind::Decided(_)
        | EventKind::Intended(_)
        | EventKind::Became(_)
        | EventKind::Filed(_)
        | EventKind::Bounced(_)
        | EventKind::TakenBack(_) => return None,
    };
    Some(TimelineEntry {
        at: at.millis(),
        kind,
        text,
    })
}
