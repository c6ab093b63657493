//! `incidents`: reads the record, and says whether it is as it was written.

use std::path::Path;

use anyhow::{Result, anyhow};
use casebook::{Casebook, Incident, IncidentObject};
use paths::Paths;

use crate::{
    Found,
    args::IncidentsCommand,
    delete, export,
    failure::hinted,
    output::{ListedIncident, Output, facts_of, timeline_of},
};

/// Lists, shows, verifies, exports or deletes.
pub(crate) fn run(command: &IncidentsCommand, out: &mut Output) -> Result<Found> {
    let paths = Paths::for_user()?;
    if let IncidentsCommand::DeleteEverything { .. } = command {
        delete::everything(&paths)?;
        out.line("Everything that Astray kept is deleted.")?;
        return Ok(Found::Nothing);
    }
    let casebook = open(&paths.casebook_path())?;
    match command {
        IncidentsCommand::List { json } => list(&casebook, *json, out)?,
        IncidentsCommand::Show { id, json } => show(&casebook, *id, *json, out)?,
        IncidentsCommand::Verify => return verify(&casebook, out),
        IncidentsCommand::Export(args) => export::run(&casebook, args, out)?,
        IncidentsCommand::DeleteEverything { .. } => {}
    }
    Ok(Found::Nothing)
}

fn verify(casebook: &Casebook, out: &mut Output) -> Result<Found> {
    let tampered = casebook.verify().map_err(advised)?;
    for one in &tampered {
        out.line(one)?;
    }
    if tampered.is_empty() {
        out.line("The record is as it was written.")?;
        return Ok(Found::Nothing);
    }
    Ok(Found::Tampered)
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

/// One incident by its number.
pub(crate) fn one(casebook: &Casebook, id: i64) -> Result<Incident> {
    let found = casebook.incident(id.into()).map_err(advised)?;
    found.ok_or_else(|| {
        let error = anyhow!("there is no incident {id}");
        hinted(
            error,
            "astray-cli incidents list prints all incidents with their numbers",
        )
    })
}

fn show(casebook: &Casebook, id: i64, json: bool, out: &mut Output) -> Result<()> {
    let incident = one(casebook, id)?;
    if json {
        return Ok(out.json(&IncidentObject::of(&incident))?);
    }
    out.table(&facts_of(&incident))?;
    out.line("\nTimeline")?;
    Ok(out.table(&timeline_of(&incident))?)
}
