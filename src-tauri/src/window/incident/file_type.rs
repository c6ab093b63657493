//! What kind of file an attachment is, as a person would call it.

use casebook::{FindingKind, FindingName};
use serde::Serialize;
use specta::Type;

/// The kind of a file; the window has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FileTypeView {
    /// A PDF.
    Pdf,
    /// A document of Word.
    Word,
    /// A document of another word processor.
    Document,
    /// A spreadsheet.
    Spreadsheet,
    /// Slides.
    Presentation,
    /// A picture.
    Picture,
    /// Files packed into one.
    Archive,
    /// Plain text.
    Text,
    /// A program.
    Program,
    /// Something to listen to.
    Sound,
    /// Something to watch.
    Video,
    /// Anything else.
    Other,
}

impl FileTypeView {
    /// The kind of an attachment that was found; none where something else was found, or where its type is not known.
    pub(super) fn of(name: &FindingName) -> Option<Self> {
        let is_file = matches!(
            name.finding,
            FindingKind::Attachment | FindingKind::DisguisedAttachment
        );
        is_file.then(|| of_type(name.detail.as_str()))
    }
}

/// The kind of a media type (RFC 6838), `application/pdf`.
fn of_type(media_type: &str) -> FileTypeView {
    let is_of = |(parts, _): &&(&[&str], FileTypeView)| parts.iter().any(|part| media_type.contains(part));
    TYPES
        .iter()
        .find(is_of)
        .map_or(FileTypeView::Other, |(_, of)| *of)
}

/// Parts of media types, and what they stand for; the first that fits.
const TYPES: [(&[&str], FileTypeView); 11] = [
    (&["application/pdf"], FileTypeView::Pdf),
    (&["msword", "wordprocessingml"], FileTypeView::Word),
    (&["opendocument.text", "rtf"], FileTypeView::Document),
    (
        &["ms-excel", "spreadsheetml", "opendocument.spreadsheet"],
        FileTypeView::Spreadsheet,
    ),
    (
        &["ms-powerpoint", "presentationml", "opendocument.presentation"],
        FileTypeView::Presentation,
    ),
    (&["image/"], FileTypeView::Picture),
    (
        &[
            "application/zip",
            "gzip",
            "x-tar",
            "7z-compressed",
            "vnd.rar",
            "bzip",
            "application/x-xz",
            "zstd",
            "x-lzip",
            "x-compress",
            "ms-cab-compressed",
        ],
        FileTypeView::Archive,
    ),
    (
        &["text/x-shellscript", "executable", "x-mach-binary", "java"],
        FileTypeView::Program,
    ),
    (&["text/"], FileTypeView::Text),
    (&["audio/"], FileTypeView::Sound),
    (&["video/"], FileTypeView::Video),
];

#[cfg(test)]
mod tests {
    use casebook::Note;

    use super::*;

    #[test]
    fn a_file_has_the_name_that_a_person_would_give_it() {
        for (media_type, expected) in [
            ("application/pdf", FileTypeView::Pdf),
            ("application/msword", FileTypeView::Word),
            (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                FileTypeView::Word,
            ),
            ("application/vnd.oasis.opendocument.text", FileTypeView::Document),
            (
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                FileTypeView::Spreadsheet,
            ),
            ("application/vnd.ms-powerpoint", FileTypeView::Presentation),
            ("image/jpeg", FileTypeView::Picture),
            ("application/zip", FileTypeView::Archive),
            ("application/x-7z-compressed", FileTypeView::Archive),
            ("text/plain", FileTypeView::Text),
            (
                "application/vnd.microsoft.portable-executable",
                FileTypeView::Program,
            ),
            ("audio/mpeg", FileTypeView::Sound),
            ("video/mp4", FileTypeView::Video),
            ("application/octet-stream", FileTypeView::Other),
            ("application/epub+zip", FileTypeView::Other),
            ("", FileTypeView::Other),
        ] {
            assert_eq!(of_type(media_type), expected, "{media_type}");
        }
    }

    #[test]
    fn only_files_have_a_type() {
        let name = |finding| FindingName {
            finding,
            detail: Note::new("application/pdf"),
        };
        assert_eq!(
            FileTypeView::of(&name(FindingKind::Attachment)),
            Some(FileTypeView::Pdf)
        );
        assert_eq!(FileTypeView::of(&name(FindingKind::LockedAttachment)), None);
    }
}
