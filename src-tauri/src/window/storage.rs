//! What Astray keeps on this computer: where, how much, and for how long.

use std::path::{Path, PathBuf};

use paths::Paths;
use policy::{Policy, Preferences};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::{Office, error::CommandError, preferences, settings_view::SettingsView};

/// What is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StorageView {
    /// Each thing that is kept, with its place.
    pub(crate) kept: Vec<KeptView>,
    /// Days that the record of an incident is kept.
    pub(crate) retention_days: u32,
    /// Whether the organisation fixed that.
    pub(crate) retention_is_fixed: bool,
}

/// One thing that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeptView {
    /// What it is.
    pub(crate) what: KeptKind,
    /// Where it lies.
    pub(crate) path: String,
    /// Its octets.
    pub(crate) octets: u32,
}

/// What is kept in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum KeptKind {
    /// Incidents, their record, and whom the user writes to.
    Casebook,
    /// What the user chose.
    Preferences,
    /// What the program noted of itself.
    Log,
}

/// Changes how many days the record of an incident is kept. What the organisation fixed stays in force.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_retention(
    office: State<'_, Office>,
    days: u32,
) -> Result<SettingsView, CommandError> {
    preferences::change(&office, move |preferences| {
        preferences.retention_days = Some(days);
        Ok(())
    })
    .await
}

/// Looks at the files. Blocks.
pub(super) fn view(paths: &Paths, policy: &Policy, chosen: &Preferences) -> StorageView {
    let casebook = paths.casebook_path();
    let beside = |end: &str| {
        let mut name = casebook.clone().into_os_string();
        name.push(end);
        PathBuf::from(name)
    };
    let of_casebook = [casebook.clone(), beside("-wal"), beside("-shm"), beside(".spare")];
    let kept = |what, path: &Path, octets: u64| KeptView {
        what,
        path: path.display().to_string(),
        octets: u32::try_from(octets).unwrap_or(u32::MAX),
    };
    let (preferences, logs) = (paths.preferences_path(), paths.log_dir());
    StorageView {
        kept: vec![
            kept(
                KeptKind::Casebook,
                &casebook,
                of_casebook.iter().map(|path| octets(path)).sum(),
            ),
            kept(KeptKind::Preferences, &preferences, octets(&preferences)),
            kept(KeptKind::Log, &logs, in_folder(&logs)),
        ],
        retention_days: policy::retention_days(policy, chosen),
        retention_is_fixed: policy.response.retention_days.is_some(),
    }
}

/// The octets of a file; none where there is no file.
fn octets(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |file| file.len())
}

/// The octets of the log files in a folder, which may be the casebook's own.
fn in_folder(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|end| end == "log"))
        .map(|path| octets(&path))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_files_are_counted_and_nothing_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("agent.2026-03-03.log", "12345"),
            ("window.log", "12"),
            ("casebook.db", "1"),
        ] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        assert_eq!(in_folder(folder.path()), 7);
        assert_eq!(in_folder(&folder.path().join("none")), 0);
        assert_eq!(octets(&folder.path().join("none")), 0);
    }
}
