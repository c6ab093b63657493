//! Commands of the place `settings` that concern protected and trusted domains.

use casebook::{Casebook, Learned};
use message::{Address, Domain};
use policy::{Policy, Preferences};
use tauri::State;

use super::{
    Office,
    error::CommandError,
    preferences::change,
    settings_view::{DomainList, DomainView, FixedBy, LearnedView, SettingsView},
};
use crate::wording::{say, say_with};

/// Adds a domain to one of the user's lists, or an address to those that the user trusts.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_domain(
    office: State<'_, Office>,
    list: DomainList,
    domain: String,
) -> Result<SettingsView, CommandError> {
    if list == DomainList::Trusted
        && let Ok(address) = Address::parse(&domain)
    {
        return trust_address(&office, address).await;
    }
    let refused = |message: String| CommandError::field("domain", message, say("error-bad-domain-hint"));
    let domain =
        Domain::parse(domain.trim().trim_start_matches('@')).map_err(|error| refused(error.to_string()))?;
    if domain.is_literal() || domain.labels().count() < 2 {
        return Err(refused(
            message::DomainError::Malformed(domain.shown()).to_string(),
        ));
    }
    let twice = say_with("error-domain-twice", &[("domain", domain.shown().into())]);
    change(&office, move |preferences| {
        let domains = of_list(preferences, list);
        if domains.contains(&domain) {
            return Err(CommandError::field(
                "domain",
                twice,
                say("error-domain-twice-hint"),
            ));
        }
        domains.push(domain);
        Ok(())
    })
    .await
}

/// Adds an address to those that the user trusts.
async fn trust_address(office: &Office, address: Address) -> Result<SettingsView, CommandError> {
    change(office, move |preferences| {
        if !preferences.trusted_addresses.contains(&address) {
            preferences.trusted_addresses.push(address);
        }
        Ok(())
    })
    .await
}

/// Takes a domain, or a trusted address, from one of the user's lists. What the organisation fixed stays.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_domain(
    office: State<'_, Office>,
    list: DomainList,
    domain: String,
) -> Result<SettingsView, CommandError> {
    let fixed = say_with(
        "error-domain-fixed",
        &[("domain", message::shown(&domain).into())],
    );
    change(&office, move |preferences| {
        let before = count(preferences);
        of_list(preferences, list).retain(|kept| kept.shown() != domain && kept.ascii() != domain);
        if list == DomainList::Trusted {
            preferences
                .trusted_addresses
                .retain(|kept| kept.shown() != domain);
        }
        if count(preferences) == before {
            return Err(CommandError::field(
                "domain",
                fixed,
                say("error-domain-fixed-hint"),
            ));
        }
        Ok(())
    })
    .await
}

fn count(preferences: &Preferences) -> usize {
    [
        preferences.protected_domains.len(),
        preferences.trusted_domains.len(),
        preferences.trusted_addresses.len(),
    ]
    .iter()
    .sum()
}

fn of_list(preferences: &mut Preferences, list: DomainList) -> &mut Vec<Domain> {
    match list {
        DomainList::Protected => &mut preferences.protected_domains,
        DomainList::Trusted => &mut preferences.trusted_domains,
    }
}

/// Domains that the settings show as learned; the rest are written to even less.
const MOST_LEARNED: u32 = 1_000;

/// The domains that the user writes to.
pub(super) fn learned(casebook: &Casebook) -> Result<Vec<LearnedView>, casebook::Error> {
    let view = |learned: Learned| LearnedView {
        domain: learned.domain.shown(),
        messages: learned.messages,
        addresses: learned.addresses,
    };
    Ok(casebook.learned(MOST_LEARNED)?.into_iter().map(view).collect())
}

/// Both lists as the settings show them: the organisation's first.
pub(super) fn listed(policy: &Policy, preferences: &Preferences) -> Vec<DomainView> {
    let rows = |domains: &[Domain], list, fixed_by| {
        let mut rows: Vec<DomainView> = domains
            .iter()
            .map(|domain| DomainView {
                domain: domain.shown(),
                list,
                fixed_by,
            })
            .collect();
        rows.sort_by(|a, b| a.domain.cmp(&b.domain));
        rows
    };
    let addresses = preferences.trusted_addresses.iter().map(Address::shown);
    let addresses = addresses.map(|domain| DomainView {
        domain,
        list: DomainList::Trusted,
        fixed_by: FixedBy::You,
    });
    [
        rows(&policy.protected, DomainList::Protected, FixedBy::Policy),
        rows(
            &preferences.protected_domains,
            DomainList::Protected,
            FixedBy::You,
        ),
        rows(&policy.trusted, DomainList::Trusted, FixedBy::Policy),
        rows(&preferences.trusted_domains, DomainList::Trusted, FixedBy::You),
        addresses.collect(),
    ]
    .concat()
}
