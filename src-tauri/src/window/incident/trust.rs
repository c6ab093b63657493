//! “It's right, always”: the lookalike recipients or their domains among what the user trusts.

use casebook::{Decision, EventKind, EventRow, Incident, TrustScope};
use message::{Address, Domain};
use policy::Preferences;

use super::{
    super::{Office, away, error::CommandError},
    decision::Scope,
    found,
};
use crate::channel::Request;

/// Trusts them from now on.
pub(super) async fn add(office: &Office, id: i64, scope: Scope) -> Result<(), CommandError> {
    let incident = found(office, id).await?;
    let addresses = lookalikes(&incident);
    change(office, move |preferences| {
        if scope == Scope::Address {
            preferences.trusted_addresses.extend(addresses);
        } else {
            let domains = addresses.iter().map(|address| address.domain().clone());
            preferences.trusted_domains.extend(domains);
        }
    })
    .await
}

/// Trusts them no longer, where the decision at `seq` was that they are always right.
pub(super) async fn remove(office: &Office, id: i64, seq: i64) -> Result<(), CommandError> {
    let incident = found(office, id).await?;
    let Some(scope) = incident.events.iter().find_map(|event| said(event, seq)) else {
        return Ok(());
    };
    let addresses = lookalikes(&incident);
    let domains: Vec<Domain> = addresses.iter().map(|address| address.domain().clone()).collect();
    match scope {
        TrustScope::Once => Ok(()),
        TrustScope::Address => {
            change(office, move |preferences| {
                preferences
                    .trusted_addresses
                    .retain(|kept| !addresses.contains(kept));
            })
            .await
        }
        TrustScope::Domain => {
            change(office, move |preferences| {
                preferences.trusted_domains.retain(|kept| !domains.contains(kept));
            })
            .await
        }
    }
}

/// How far “it's right” reached, where the event at `seq` says that.
fn said(event: &EventRow, seq: i64) -> Option<TrustScope> {
    if let EventKind::Decided(Decision::ItsRight(scope)) = &event.kind
        && event.seq == seq
    {
        return Some(*scope);
    }
    None
}

fn lookalikes(incident: &Incident) -> Vec<Address> {
    let facts = incident.facts.lookalikes.iter();
    facts.map(|fact| fact.address.clone()).collect()
}

async fn change(
    office: &Office,
    change: impl FnOnce(&mut Preferences) + Send + 'static,
) -> Result<(), CommandError> {
    let path = office.paths.preferences_path();
    away(move || {
        let mut preferences = Preferences::read(&path)?;
        change(&mut preferences);
        preferences.write(&path)
    })
    .await??;
    let _status = office.agent(Request::PreferencesChanged).await;
    Ok(())
}
