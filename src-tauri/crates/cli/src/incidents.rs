//! `incidents`: reads the record.

use std::path::Path;

use anyhow::{Result, anyhow};
use casebook::Casebook;
use paths::Paths;

use crate::{
    Found,
    args::IncidentsCommand,
    failure::hinted,
    output::{IncidentView, ListedIncident, Output},
};

/// Lists incidents or shows one.
pub(crate) fn run(command: &IncidentsCommand, out: &mut Output) -> Result<Found> {
    let casebook = open(&Paths::for_user()?.casebook_path())?;
    match command {
        IncidentsCommand::List { json } => list(&casebook, *json, out)?,
        IncidentsCommand::Show { id, json } => show(&casebook, *id, *json, out)?,
    }
    Ok(Found::Nothing)
}

/// Opens a casebook; one that does not exist yet is made, empty.
pub(crate) fn open(path: &Path) -> Result<Casebook> {
    Casebook::open(path).map_err(advised)
}

/// A casebook's error with its hint.
pub(crate) fn advised(error: casebook::Error) -> anyhow::Error {
    let hint = error.hint();
    hinted(error, hint)
}

fn list(casebook: &Casebook, json: bool, out: &mut Output) -> Result<()> {
    let items = casebook.history("", u32::MAX).map_err(advised)?;
    let incidents: Vec<_> = items.iter().map(ListedIncident::of).collect();
    if json {
        return Ok(incidents.iter().try_for_each(|incident| out.json(incident))?);
    }
    if incidents.is_empty() {
        return Ok(out.line("There are no incidents.")?);
    }
    let head = ["ID", "STATE", "SENT", "ADDRESS", "LOOKS LIKE", "SUBJECT"].map(str::to_owned);
    let rows = incidents.iter().map(ListedIncident::cells);
    Ok(out.table(&std::iter::once(head).chain(rows).collect::<Vec<_>>())?)
}

fn show(casebook: &Casebook, id: i64, json: bool, out: &mut Output) -> Result<()> {
    let found = casebook.incident(id.into()).map_err(advised)?;
    let Some(incident) = found else {
        let error = anyhow!("there is no incident {id}");
        return Err(hinted(
            error,
            "astray-cli incidents list prints all incidents with their numbers",
        ));
    };
    let view = IncidentView::of(&incident);
    if json {
        return Ok(out.json(&view)?);
    }
    out.table(&IncidentView::rows(&incident))?;
    out.line("\nTimeline")?;
    Ok(out.table(&IncidentView::timeline(&incident))?)
}
