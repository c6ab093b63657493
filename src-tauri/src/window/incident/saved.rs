//! A letter as a file, where there is nobody to send it to; and the report as a page for printing.

use std::{
    fs::File,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use casebook::{Fate, Letter as Kind, Way};
use response::Letter;
use tauri::{AppHandle, State};

use super::{
    super::{Office, away, error::CommandError, printing, view::IncidentView},
    change,
    letter_view::LetterWish,
    letters::Draft,
};
use crate::wording::{say, say_with};

/// Saves a letter beside what the user downloads, and, of a report, the page that a person reads.
pub(super) async fn save(office: &Office, draft: &Draft, letter: &Letter) -> Result<(), CommandError> {
    let folder = paths::downloads_dir();
    let stem = format!("astray-report-{}", draft.incident.id.value());
    let page = draft.writing().report().page(&draft.writing().wording())?;
    let octets = letter.octets().to_vec();
    draft.intend(office, letter, Way::File).await?;
    let is_report = Kind::from(draft.wish.letter) == Kind::Report;
    let written = away(move || {
        if is_report {
            write_new(&folder, &stem, "html", page.as_str().as_bytes())?;
        }
        write_new(&folder, &stem, "eml", &octets)
    })
    .await?;
    match written {
        Ok(_) => draft.became(office, Fate::Saved).await,
        Err(error) => {
            tracing::warn!("a letter could not be saved: {error}");
            let why = say("error-not-written");
            let failed = Fate::Failed {
                why: casebook::Note::new(&why),
            };
            draft.became(office, failed).await?;
            Err(CommandError::not_now(why, say("error-not-saved-hint")))
        }
    }
}

/// Writes a file of the user's own under the first name that is free.
fn write_new(folder: &Path, stem: &str, ending: &str, octets: &[u8]) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let mut last = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
    for number in 1..=MOST {
        let name = match number {
            1 => format!("{stem}.{ending}"),
            _ => format!("{stem}-{number}.{ending}"),
        };
        let path = folder.join(name);
        match File::options().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(mut file) => {
                file.write_all(octets)?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Shows the report as a page in a window of its own, with the desktop's print dialogue.
#[tauri::command]
#[specta::specta]
pub(crate) async fn print_report(
    app: AppHandle,
    office: State<'_, Office>,
    id: i64,
    wish: LetterWish,
) -> Result<IncidentView, CommandError> {
    let draft = Draft::of(&office, id, &wish).await?;
    let page = draft.writing().report().page(&draft.writing().wording())?;
    let title = say_with("report-window", &[("id", id.to_string().into())]);
    printing::print(&app, &title, page.as_str()).map_err(|error| CommandError::unexpected(&error))?;
    change(&office, id, |_| Ok(())).await
}

/// Files of one name; the user has more than enough by then.
const MOST: u32 = 100;
