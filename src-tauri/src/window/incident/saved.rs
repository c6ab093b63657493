//! A letter as a file, where there is nobody to send it to; and the report as a page for printing.

use std::path::PathBuf;

use casebook::{Fate, Note, Way};
use response::Letter;
use tauri::{AppHandle, State};

use super::{
    super::{Office, away, error::CommandError, printing, save_dialog, view::IncidentView},
    change,
    letter_view::LetterWish,
    letters::Draft,
};
use crate::wording::{say, say_with};

/// Asks where to save a letter, and saves it there; nothing happens where the user has thought better of it.
pub(super) async fn save(
    app: &AppHandle,
    office: &Office,
    draft: &Draft,
    letter: &Letter,
) -> Result<(), CommandError> {
    let name = format!("astray-report-{}.eml", draft.incident.id.value());
    let Some(path) = save_dialog::ask(app, say("save-report-title"), name).await else {
        return Ok(());
    };
    draft.intend(office, letter, Way::File).await?;
    let (octets, to) = (letter.octets().to_vec(), path.clone());
    match away(move || write(&to, &octets)).await? {
        Ok(()) => draft.became(office, Fate::Saved).await,
        Err(error) => {
            let error = CommandError::not_written(&path, &error);
            let why = Note::new(&error.message);
            draft.became(office, Fate::Failed { why }).await?;
            Err(error)
        }
    }
}

/// The dialog has asked already whether a file that is there is to be replaced.
fn write(path: &PathBuf, octets: &[u8]) -> std::io::Result<()> {
    use std::{fs::File, io::Write as _, os::unix::fs::OpenOptionsExt as _};
    let mut file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(octets)?;
    file.sync_all()
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
