//! The export of what the history shows, as a table or as data, into a file that the user names.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

use casebook::{Casebook, Incident, IncidentId, IncidentObject, table_head, table_row};
use serde::Deserialize;
use specta::Type;
use tauri::{AppHandle, State};

use super::{look, question::HistoryQuestion};
use crate::{
    window::{Office, away, error::CommandError, save_dialog},
    wording::say,
};

/// The form of the file. What stands in it is what `astray-cli incidents export` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ExportForm {
    /// A table, for a spreadsheet (RFC 4180).
    Csv,
    /// A list of objects (RFC 8259).
    Json,
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
    let incidents = office
        .desk(move |casebook| incidents(casebook, &question))
        .await?;
    let shown = message::shown(&path.display().to_string());
    away(move || write(&path, form, &incidents).map_err(|error| CommandError::not_written(&path, &error)))
        .await??;
    Ok(Some(shown))
}

/// What the question finds, in the order in which it is shown.
fn incidents(casebook: &Casebook, question: &HistoryQuestion) -> Result<Vec<Incident>, casebook::Error> {
    let mut incidents = Vec::new();
    for id in look(casebook, question)?.ids() {
        incidents.extend(casebook.incident(IncidentId::from(id))?);
    }
    Ok(incidents)
}

fn write(path: &Path, form: ExportForm, incidents: &[Incident]) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    match form {
        ExportForm::Csv => table(&mut file, incidents)?,
        ExportForm::Json => {
            let objects: Vec<_> = incidents.iter().map(IncidentObject::of).collect();
            serde_json::to_writer_pretty(&mut file, &objects)?;
            file.write_all(b"\n")?;
        }
    }
    file.into_inner()
        .map_err(io::IntoInnerError::into_error)?
        .sync_all()
}

/// The command line's table, with the mark of UTF-8 in front that spreadsheets want of a file.
fn table(file: &mut impl Write, incidents: &[Incident]) -> io::Result<()> {
    file.write_all("\u{feff}".as_bytes())?;
    file.write_all(table_head().as_bytes())?;
    incidents
        .iter()
        .try_for_each(|incident| file.write_all(table_row(incident).as_bytes()))
}

#[cfg(test)]
mod tests {
    use casebook::{Judged, NewAccount, Sighting, SignIn};
    use lookalike::{Reference, Verdict, judge};
    use mailbox::{Account, Cursor, Host, Security, Uid, UidValidity, UserName};
    use message::{Address, Domain, SentMessage, Timestamp};

    use super::*;

    /// An incident of a message with this subject.
    fn incident(subject: &str) -> Incident {
        let mut casebook = Casebook::in_memory().unwrap();
        let new = NewAccount {
            address: Address::parse("a.clerk@example.org").unwrap(),
            account: Account {
                host: Host::parse("imap.example.org").unwrap(),
                port: 993,
                security: Security::ImplicitTls,
                user: UserName::parse("a.clerk").unwrap(),
                ca_path: None,
            },
            sign_in: SignIn::Password,
        };
        let account = casebook.add_account(&new, Timestamp::from_millis(1)).unwrap();
        let header = format!("Message-ID: <1@example.org>\r\nTo: john@army.ml\r\nSubject: {subject}\r\n\r\n");
        let message = SentMessage::parse(header.as_bytes());
        let recipient = message.recipients[0].clone();
        let reference = Reference::new(vec![Domain::parse("army.mil").unwrap()], Vec::new(), Vec::new());
        let Verdict::Lookalike(lookalike) = judge(&recipient.address, &reference) else {
            panic!("{recipient:?} is no lookalike");
        };
        let judged = Judged {
            uid: Uid::new(1).unwrap(),
            received_at: None,
            message,
            lookalikes: vec![(recipient, lookalike)],
        };
        let sighting = Sighting {
            account,
            mailbox: "Sent".to_owned(),
            mailbox_id: None,
            is_sent: true,
            cursor: Cursor {
                uid_validity: UidValidity::new(1).unwrap(),
                last_uid: 1,
            },
            judged: vec![judged],
            vanished: 0,
            copies: 0,
            at: Timestamp::from_millis(5),
        };
        let id = casebook.record(&sighting).unwrap()[0];
        casebook.incident(id).unwrap().unwrap()
    }

    fn written(form: ExportForm, incidents: &[Incident]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("astray");
        write(&path, form, incidents).unwrap();
        std::fs::read_to_string(&path).unwrap()
    }

    #[test]
    fn a_table_is_marked_as_utf_8_and_calculates_nothing() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)"] {
            let table = written(ExportForm::Csv, &[incident(formula)]);
            let rows: Vec<&str> = table.lines().collect();
            assert_eq!(rows.len(), 2, "{table}");
            assert!(rows[0].starts_with("\u{feff}\"id\",\"state\","), "{table}");
            assert!(rows[1].contains(&format!(",\"'{formula}\",")), "{table}");
        }
    }

    #[test]
    fn data_is_a_list_of_the_objects_that_the_command_line_prints() {
        let incident = incident("=1+1");
        let data = written(ExportForm::Json, std::slice::from_ref(&incident));
        let read: serde_json::Value = serde_json::from_str(&data).unwrap();
        let printed = serde_json::to_value(IncidentObject::of(&incident)).unwrap();
        assert_eq!(read, serde_json::json!([printed]));
        assert_eq!(read[0]["subject"], "=1+1");
    }

    #[test]
    fn a_file_that_cannot_be_written_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(folder.path(), ExportForm::Json, &[]).is_err()); // a folder is in the way
    }
}
