//! `incidents export`: one incident or all, as JSON, as CSV, or the letters themselves.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use anyhow::{Context, Result};
use casebook::{Casebook, Incident, IncidentId, IncidentObject, table_head, table_row};

use crate::{
    args::ExportArgs,
    incidents::{advised, one},
    output::Output,
};

/// Exports what is asked for, the oldest incident first.
pub(crate) fn run(casebook: &Casebook, args: &ExportArgs, out: &mut Output) -> Result<()> {
    let ids: Vec<IncidentId> = match args.id {
        Some(id) => vec![one(casebook, id)?.id],
        None => {
            let items = casebook.history("", u32::MAX).map_err(advised)?;
            let mut ids: Vec<IncidentId> = items.iter().map(|item| item.id).collect();
            ids.sort_unstable();
            ids
        }
    };
    if args.csv {
        out.text(&table_head())?;
    }
    let mut letters: usize = 0;
    for id in ids {
        let incident = one(casebook, id.value())?;
        match &args.eml {
            Some(folder) => letters = letters.saturating_add(write_letters(casebook, &incident, folder)?),
            None if args.csv => out.text(&table_row(&incident))?,
            None => out.json(&IncidentObject::of(&incident))?,
        }
    }
    if let Some(folder) = &args.eml {
        out.line(format_args!("{letters} letters written to {}", folder.display()))?;
    }
    Ok(())
}

/// Writes an incident's letters, each into a new file whose name is made of nothing foreign. Says how many there were.
fn write_letters(casebook: &Casebook, incident: &Incident, folder: &Path) -> Result<usize> {
    let mut count: usize = 0;
    for letter in &incident.progress.letters {
        let Some(eml) = casebook
            .letter(incident.id, letter.message_id())
            .map_err(advised)?
        else {
            continue;
        };
        let name = format!(
            "incident-{}-{}-{}.eml",
            incident.id.value(),
            letter.intent.seq,
            letter.letter().as_str()
        );
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let path = folder.join(name);
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)
            .and_then(|mut file| file.write_all(&eml))
            .with_context(|| format!("{} cannot be written", path.display()))?;
        count = count.saturating_add(1);
    }
    Ok(count)
}
