//! Places: where the sharing of a file is ended, by the service that shares it.

use casebook::{FindingKind, FindingName};

/// The page on which the user manages what they share. A link out of the message itself is never opened.
pub(super) fn of(finding: &FindingName) -> Option<&'static str> {
    if finding.finding != FindingKind::SharedLink {
        return None;
    }
    let service = finding.detail.as_str();
    PLACES
        .iter()
        .find(|(name, _)| service.eq_ignore_ascii_case(name))
        .map(|(_, place)| *place)
}

/// Services by the names that a finding has, and their pages.
const PLACES: [(&str, &str); 9] = [
    ("OneDrive", "https://onedrive.live.com/?view=5"),
    ("SharePoint", "https://www.office.com/onedrive"),
    ("Google Drive", "https://drive.google.com/drive/my-drive"),
    ("Google Docs", "https://drive.google.com/drive/my-drive"),
    ("Dropbox", "https://www.dropbox.com/share/links"),
    ("Box", "https://app.box.com/folder/0"),
    ("WeTransfer", "https://wetransfer.com/account/transfers"),
    ("iCloud", "https://www.icloud.com/iclouddrive"),
    ("MEGA", "https://mega.io/fm/public-links"),
];
