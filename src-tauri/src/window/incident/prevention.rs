//! The command that protects the domain that was meant.

use policy::Preferences;
use tauri::State;

use super::{
    super::{Office, away, error::CommandError, view::IncidentView},
    change, found,
};
use crate::channel::Request;

/// Puts the domain that was probably meant among those that the user protects.
#[tauri::command]
#[specta::specta]
pub(crate) async fn protect_meant(office: State<'_, Office>, id: i64) -> Result<IncidentView, CommandError> {
    let incident = found(&office, id).await?;
    let path = office.paths.preferences_path();
    away(move || {
        let mut preferences = Preferences::read(&path)?;
        for fact in incident.facts.lookalikes {
            if !preferences.protected_domains.contains(&fact.of) {
                preferences.protected_domains.push(fact.of);
            }
        }
        preferences.write(&path)
    })
    .await??;
    let _status = office.agent(Request::PreferencesChanged).await;
    change(&office, id, |_| Ok(())).await
}
