//! The export of what the history shows, as a table or as data, into a file that the user names.

use std::{io, path::Path};

use casebook::{Casebook, HistoryItem, IncidentId};
use message::Timestamp;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};

use super::{look, question::HistoryQuestion};
use crate::{
    window::{Office, away, error::CommandError, save_dialog},
    wording::say,
};

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ExportForm {
    /// A table, for a spreadsheet (RFC 4180).
    Csv,
    /// A list of objects (RFC 8259).
    Json,
}

/// One incident of the file. Texts are as they are shown.
#[derive(Debug, PartialEq, Serialize)]
struct Line {
    incident: i64,
    /// RFC 3339, UTC.
    sent_at: String,
    address: String,
    lookalike_of: String,
    more_addresses: u32,
    subject: String,
    state: &'static str,
    severity: &'static str,
    delivery: &'static str,
    account: String,
}

/// Asks where to save what a question finds, and writes it there. The file's path, or none where the user has thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_history(
    app: AppHandle,
    office: State<'_, Office>,
    question: HistoryQuestion,
    form: ExportForm,
) -> Result<Option<String>, CommandError> {
    let name = match form {
        ExportForm::Csv => "astray.csv",
        ExportForm::Json => "astray.json",
    };
    let chosen = save_dialog::ask(&app, say("export-title"), name.to_owned()).await;
    let Some(path) = chosen else {
        return Ok(None);
    };
    let lines = office.desk(move |casebook| lines(casebook, &question)).await?;
    let shown = message::shown(&path.display().to_string());
    away(move || write(&path, form, &lines).map_err(|error| CommandError::not_written(&path, &error)))
        .await??;
    Ok(Some(shown))
}

fn lines(casebook: &Casebook, question: &HistoryQuestion) -> Result<Vec<Line>, casebook::Error> {
    let now = watch::now();
    let accounts = casebook.accounts_with_incidents()?;
    let ids: Vec<IncidentId> = look(casebook, question)?.ids().map(IncidentId::from).collect();
    let line = |item: &HistoryItem| {
        let account = accounts.iter().find(|(id, _)| *id == item.account);
        Line::of(
            item,
            account.map(|(_, address)| address.shown()).unwrap_or_default(),
            now,
        )
    };
    Ok(casebook.history_items(&ids)?.iter().map(line).collect())
}

impl Line {
    fn of(item: &HistoryItem, account: String, now: Timestamp) -> Self {
        let sent_at = jiff::Timestamp::from_millisecond(item.sent_at.millis());
        Self {
            incident: item.id.value(),
            sent_at: sent_at.map(|at| at.to_string()).unwrap_or_default(),
            address: item.address.shown(),
            lookalike_of: item.lookalike_of.shown(),
            more_addresses: item.more,
            subject: item.subject.shown(),
            state: item.state.as_str(),
            severity: item.severity.as_str(),
            delivery: item.delivery(now).as_str(),
            account,
        }
    }
}

fn write(path: &Path, form: ExportForm, lines: &[Line]) -> io::Result<()> {
    let bytes = match form {
        ExportForm::Csv => csv(lines)?,
        ExportForm::Json => {
            let mut json = serde_json::to_vec_pretty(lines)?;
            json.push(b'\n');
            json
        }
    };
    std::fs::write(path, bytes)
}

/// A table that spreadsheets open as it is meant: marked as UTF-8, and with no cell that one would calculate.
fn csv(lines: &[Line]) -> io::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for line in lines {
        table.serialize(Line {
            sent_at: line.sent_at.clone(),
            address: inert(&line.address),
            lookalike_of: inert(&line.lookalike_of),
            subject: inert(&line.subject),
            account: inert(&line.account),
            ..*line
        })?;
    }
    table
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}

/// A text that no spreadsheet takes for a formula (OWASP, “CSV Injection”).
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(subject: &str) -> Line {
        Line {
            incident: 7,
            sent_at: "2026-03-17T10:44:00Z".to_owned(),
            address: "john@army.ml".to_owned(),
            lookalike_of: "army.mil".to_owned(),
            more_addresses: 0,
            subject: subject.to_owned(),
            state: "needs_you",
            severity: "high",
            delivery: "unknown",
            account: "a.clerk@example.org".to_owned(),
        }
    }

    #[test]
    fn a_table_is_marked_as_utf_8_and_calculates_nothing() {
        let table = String::from_utf8(csv(&[line("=1+1"), line("Grüße, \"Plan\"")]).unwrap()).unwrap();
        let rows: Vec<&str> = table.lines().collect();
        assert_eq!(
            rows,
            [
                "\u{feff}incident,sent_at,address,lookalike_of,more_addresses,subject,state,severity,delivery,account",
                "7,2026-03-17T10:44:00Z,john@army.ml,army.mil,0,'=1+1,needs_you,high,unknown,a.clerk@example.org",
                "7,2026-03-17T10:44:00Z,john@army.ml,army.mil,0,\"Grüße, \"\"Plan\"\"\",needs_you,high,unknown,a.clerk@example.org",
            ]
        );
    }

    #[test]
    fn data_is_a_list_of_objects_with_the_texts_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("astray.json");
        write(&path, ExportForm::Json, &[line("=1+1")]).unwrap();
        let read: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(read[0]["subject"], "=1+1");
        assert_eq!(read[0]["incident"], 7);
        assert!(write(folder.path(), ExportForm::Json, &[]).is_err()); // a folder is in the way
    }
}
