//! Attachment: what a file is by its first octets, and whether its name says another thing.

use super::AttachmentFound;

/// What can be seen of a file's inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// It is text.
    Text,
    /// It is a zip, as office documents are.
    Zip,
    /// Nothing.
    Closed,
}

/// A file by its octets and its name.
pub(super) fn of(octets: &[u8], name: Option<&str>) -> AttachmentFound {
    let kind = kind(octets);
    AttachmentFound {
        kind,
        octets: octets.len(),
        is_disguised: name.is_some_and(|name| is_disguised(kind, name)),
    }
}

/// What can be seen of the inside of a file of that type.
pub(super) fn within(kind: &str) -> Within {
    if kind == PLAIN || kind.starts_with("text/") {
        Within::Text
    } else if is_zip(kind) {
        Within::Zip
    } else {
        Within::Closed
    }
}

fn kind(octets: &[u8]) -> &'static str {
    if let Some(kind) = infer::get(octets) {
        return kind.mime_type();
    }
    let head = octets.get(..PROBED).unwrap_or(octets);
    // A cut may go through a letter; three octets are the most that it leaves of one.
    let is_text = !head.contains(&0)
        && match std::str::from_utf8(head) {
            Ok(_) => true,
            Err(error) => head.len().saturating_sub(error.valid_up_to()) < 4,
        };
    if is_text {
        PLAIN
    } else {
        "application/octet-stream"
    }
}

fn is_zip(kind: &str) -> bool {
    kind == "application/zip" || kind.contains("openxmlformats") || kind.contains("opendocument")
}

/// Whether the name ends as files of another type do. An ending that is not known says nothing.
fn is_disguised(kind: &str, name: &str) -> bool {
    let Some((_, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let ending = ending.to_ascii_lowercase();
    ENDINGS
        .iter()
        .find(|(known, _)| known.split(' ').any(|one| one == ending))
        .is_some_and(|(_, kinds)| !kinds.iter().any(|one| kind.starts_with(one)))
}

/// Endings, and how the types begin that they stand for.
const ENDINGS: [(&str, &[&str]); 9] = [
    ("pdf", &["application/pdf"]),
    (
        "docx docm",
        &[
            "application/vnd.openxmlformats-officedocument.wordprocessingml",
            "application/zip",
        ],
    ),
    (
        "xlsx xlsm",
        &[
            "application/vnd.openxmlformats-officedocument.spreadsheetml",
            "application/zip",
        ],
    ),
    (
        "pptx pptm",
        &[
            "application/vnd.openxmlformats-officedocument.presentationml",
            "application/zip",
        ],
    ),
    (
        "odt ods odp",
        &["application/vnd.oasis.opendocument", "application/zip"],
    ),
    ("jpg jpeg", &["image/jpeg"]),
    ("png", &["image/png"]),
    ("gif", &["image/gif"]),
    ("txt csv log ics vcf", &[PLAIN, "text/"]),
];

const PLAIN: &str = "text/plain";

/// Octets that are looked at to tell text from other things.
const PROBED: usize = 64 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(octets: &[u8], name: &str, kind: &str, is_disguised: bool) {
        let found = of(octets, Some(name));
        assert_eq!((found.kind, found.is_disguised), (kind, is_disguised), "{name}");
    }

    #[test]
    fn a_file_is_what_its_octets_are() {
        check(b"%PDF-1.7\n", "plan.pdf", "application/pdf", false);
        check(b"%PDF-1.7\n", "plan.jpg", "application/pdf", true);
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.png", "image/png", false);
        check(
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff",
            "invoice.pdf",
            "application/vnd.microsoft.portable-executable",
            true,
        );
        check(b"a;b\n1;2\n", "list.csv", "text/plain", false);
        check("grün".as_bytes(), "notes", "text/plain", false);
        check(&[0, 1, 2, 3], "x.bin", "application/octet-stream", false);
        // Whatever it is, it is no PDF.
        check(&[0, 1, 2, 3], "x.PDF", "application/octet-stream", true);
    }
}
