//! What addresses are compared with: one policy alone, or all that Astray knows on this computer.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use casebook::Casebook;
use lookalike::{Correspondent, Reference};
use paths::Paths;
use policy::{Policy, Preferences};

use crate::failure::hinted;

/// The reference by `policy` alone; without one, by the organisation's policy, the user's domains, and the mail sent before.
pub(crate) fn of(policy: Option<&Path>) -> Result<Reference> {
    let Some(path) = policy else {
        return of_user();
    };
    Ok(policy::reference(
        &named_policy(path)?,
        &Preferences::default(),
        Vec::new(),
    ))
}

/// The policy in a file that the user named, and which therefore has to be there.
pub(crate) fn named_policy(path: &Path) -> Result<Policy> {
    fs::metadata(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Policy::read(path).map_err(|error| {
        let hint = error.hint();
        hinted(error, hint)
    })
}

/// The organisation's policy and the user's preferences.
pub(crate) fn fixed_and_chosen(paths: &Paths) -> Result<(Policy, Preferences)> {
    let advised = |error: policy::Error| {
        let hint = error.hint();
        hinted(error, hint)
    };
    let policy = Policy::read(&paths.policy_path()).map_err(advised)?;
    let preferences = Preferences::read(&paths.preferences_path()).map_err(advised)?;
    Ok((policy, preferences))
}

fn of_user() -> Result<Reference> {
    let paths = Paths::for_user()?;
    let (mut policy, preferences) = fixed_and_chosen(&paths)?;
    let path = paths.casebook_path();
    let learned = match path.exists() {
        true => learned(&path, &mut policy)?,
        false => Vec::new(),
    };
    Ok(policy::reference(&policy, &preferences, learned))
}

/// Whom the user writes to; the domains of the user's own accounts count as protected, as they do for the watch.
fn learned(path: &Path, policy: &mut Policy) -> Result<Vec<Correspondent>> {
    let casebook = crate::incidents::open(path)?;
    let read =
        |casebook: &Casebook| Ok::<_, casebook::Error>((casebook.accounts()?, casebook.correspondents()?));
    let (accounts, correspondents) = read(&casebook).map_err(crate::incidents::advised)?;
    let own = accounts.into_iter().map(|row| row.address.domain().clone());
    policy.protected.extend(own);
    Ok(correspondents)
}
