//! Commands of the place `incident`.

pub(super) mod deadline;
pub(super) mod decision;
mod file_type;
pub(super) mod held;
mod letter_view;
pub(super) mod letters;
pub(super) mod looking;
mod outline;
mod place;
mod post;
pub(super) mod prevention;
mod preview;
pub(super) mod saved;
mod sent_letters;
mod shown;
pub(super) mod steps_view;
mod submission;
pub(super) mod timeline;
mod trust;

use casebook::Casebook;
use tauri::State;

use super::{
    Office, away,
    error::CommandError,
    view::{FileView, IncidentView},
};
use crate::channel::Request;
use decision::DecisionInput;
use shown::Rules;

/// One incident, whole. That it was opened goes into its record, the first time.
#[tauri::command]
#[specta::specta]
pub(crate) async fn incident(office: State<'_, Office>, id: i64) -> Result<IncidentView, CommandError> {
    change(&office, id, move |casebook| {
        casebook.mark_opened(id.into(), watch::now())
    })
    .await
}

/// Records what the user decided, and returns the incident as it stands then.
#[tauri::command]
#[specta::specta]
pub(crate) async fn decide(
    office: State<'_, Office>,
    id: i64,
    decision: DecisionInput,
) -> Result<IncidentView, CommandError> {
    let decision = decision.checked()?;
    decided(&office, id, move |casebook| {
        casebook.decide(id.into(), decision, watch::now())
    })
    .await
}

/// Takes a decision back, by its place in the incident, and returns the incident as it stands then.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_back(
    office: State<'_, Office>,
    id: i64,
    seq: i64,
) -> Result<IncidentView, CommandError> {
    decided(&office, id, move |casebook| {
        casebook.take_back(id.into(), seq, watch::now())
    })
    .await
}

/// Works on the casebook and has what the user trusts follow, then shows the incident.
async fn decided(
    office: &Office,
    id: i64,
    work: impl FnOnce(&mut Casebook) -> Result<(), casebook::Error> + Send + 'static,
) -> Result<IncidentView, CommandError> {
    let before = found(office, id).await?;
    let shown = change(office, id, work).await?;
    let _status = office.agent(Request::Decided).await;
    trust::follow(office, &before, &found(office, id).await?).await?;
    Ok(shown)
}

/// Works on the casebook, then shows the incident.
async fn change(
    office: &Office,
    id: i64,
    work: impl FnOnce(&mut Casebook) -> Result<(), casebook::Error> + Send + 'static,
) -> Result<IncidentView, CommandError> {
    let rules = rules(office).await?;
    let shown = office
        .desk(move |casebook| {
            work(casebook)?;
            shown::read(casebook, id.into(), &rules, watch::now())
        })
        .await?;
    let mut shown = shown.ok_or_else(CommandError::no_incident)?;
    shown.files = office.held.files(id).iter().map(file).collect();
    Ok(shown)
}

fn file(file: &response::findings::NamedFile) -> FileView {
    FileView {
        name: file.name.shown(),
        kilobytes: preview::kilobytes(file.octets),
    }
}

/// One incident as the record has it.
async fn found(office: &Office, id: i64) -> Result<casebook::Incident, CommandError> {
    let found = office.desk(move |casebook| casebook.incident(id.into())).await?;
    found.ok_or_else(CommandError::no_incident)
}

/// What the organisation and the user have fixed.
async fn rules(office: &Office) -> Result<Rules, CommandError> {
    let (policy, preferences) = (office.paths.policy_path(), office.paths.preferences_path());
    away(move || Rules::read(&policy, &preferences)).await
}
