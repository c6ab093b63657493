//! “It's right, always”: the lookalike recipients or their domains among what the user trusts, as long as the record says so.

use casebook::{Incident, TrustScope};
use message::{Address, Domain};
use policy::Preferences;

use super::super::{Office, away, error::CommandError};
use crate::channel::Request;

/// Has what the user trusts follow what an incident's record says after a change, where it says something else than before.
pub(super) async fn follow(office: &Office, before: &Incident, after: &Incident) -> Result<(), CommandError> {
    let (was, is) = (scope(before), scope(after));
    if was == is {
        return Ok(());
    }
    let addresses: Vec<Address> = after
        .facts
        .lookalikes
        .iter()
        .map(|fact| fact.address.clone())
        .collect();
    let path = office.paths.preferences_path();
    away(move || {
        let mut preferences = Preferences::read(&path)?;
        forget(&mut preferences, was, &addresses);
        trust(&mut preferences, is, addresses);
        preferences.write(&path)
    })
    .await??;
    let _status = office.agent(Request::PreferencesChanged).await;
    Ok(())
}

/// How far “it's right” reaches beyond this one message.
fn scope(incident: &Incident) -> TrustScope {
    let right = incident.progress.right.as_ref();
    right.map_or(TrustScope::Once, |right| right.value)
}

fn forget(preferences: &mut Preferences, scope: TrustScope, addresses: &[Address]) {
    match scope {
        TrustScope::Once => {}
        TrustScope::Address => preferences
            .trusted_addresses
            .retain(|kept| !addresses.contains(kept)),
        TrustScope::Domain => preferences
            .trusted_domains
            .retain(|kept| !addresses.iter().any(|address| address.domain() == kept)),
    }
}

fn trust(preferences: &mut Preferences, scope: TrustScope, addresses: Vec<Address>) {
    match scope {
        TrustScope::Once => {}
        TrustScope::Address => preferences.trusted_addresses.extend(addresses),
        TrustScope::Domain => {
            let domains = addresses.iter().map(Address::domain).cloned();
            preferences
                .trusted_domains
                .extend(domains.collect::<Vec<Domain>>());
        }
    }
}
