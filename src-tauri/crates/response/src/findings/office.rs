//! Office: the text within zips, which is what documents of Word, Excel, PowerPoint and LibreOffice are. Bounded, since a small
//! zip can hold a very large file.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// What a zip holds.
pub(super) struct Zip {
    pub(super) texts: Vec<String>,
    /// Whether all of it was read that a person would.
    pub(super) is_whole: bool,
}

/// The texts in a zip. What is broken, encrypted, nested or beyond the bounds is left out, and the zip then not whole.
pub(super) fn texts(octets: &[u8]) -> Zip {
    let mut found = Zip {
        texts: Vec::new(),
        is_whole: true,
    };
    let Ok(mut archive) = ZipArchive::new(Cursor::new(octets)) else {
        found.is_whole = false;
        return found;
    };
    let is_document = archive.index_for_name("[Content_Types].xml").is_some()
        || archive.index_for_name("content.xml").is_some();
    found.is_whole = archive.len() <= MOST_FILES;
    let mut left = MOST_TEXT;
    for index in 0..archive.len().min(MOST_FILES) {
        let Ok(file) = archive.by_index(index) else {
            found.is_whole = false;
            continue;
        };
        let name = file
            .name()
            .map(|name| name.to_ascii_lowercase())
            .unwrap_or_default();
        let is_xml = is_document && is_text_of_a_document(&name);
        if !is_xml && (is_document || file.is_dir()) {
            continue;
        }
        if !is_xml && !PLAIN.iter().any(|ending| name.ends_with(ending)) {
            found.is_whole = false;
            continue;
        }
        let bound = u64::try_from(left).unwrap_or(0);
        let mut text = Vec::new();
        // Whatever size the zip claims: this many octets are unpacked and no more.
        let read = file.take(bound).read_to_end(&mut text);
        left = left.saturating_sub(text.len());
        found.is_whole &= read.is_ok() && left > 0;
        let text = String::from_utf8_lossy(&text);
        found.texts.push(if is_xml {
            without_tags(&text)
        } else {
            text.into_owned()
        });
    }
    found
}

fn is_text_of_a_document(name: &str) -> bool {
    name.ends_with(".xml") && DOCUMENT.iter().any(|part| name.starts_with(part))
}

/// The text of a document's XML: what stands between tags. A tag that ends a paragraph, a cell or a row is a line break; others are
/// nothing, since one word is often cut into several runs.
fn without_tags(xml: &str) -> String {
    let mut text = String::with_capacity(xml.len() / 4);
    let mut rest = xml;
    while let Some((before, from_tag)) = rest.split_once('<') {
        push_plain(before, &mut text);
        let Some((tag, after)) = from_tag.split_once('>') else {
            return text;
        };
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap_or_default();
        let local = name.rsplit(':').next().unwrap_or_default();
        if ENDS_A_LINE.contains(&local) {
            text.push('\n');
        }
        rest = after;
    }
    push_plain(rest, &mut text);
    text
}

fn push_plain(text: &str, out: &mut String) {
    if !text.contains('&') {
        out.push_str(text);
        return;
    }
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
    out.push_str(&plain);
}

/// Where the text of documents is.
const DOCUMENT: [&str; 10] = [
    "word/document",
    "word/header",
    "word/footer",
    "word/comments",
    "word/footnotes",
    "xl/sharedstrings",
    "xl/worksheets/",
    "ppt/slides/",
    "ppt/notesslides/",
    "content.xml",
];

/// Local names of elements that are not within a line.
const ENDS_A_LINE: [&str; 8] = ["p", "br", "tab", "si", "c", "row", "h", "table-cell"];

/// Endings of files that are text as they are.
const PLAIN: [&str; 8] = [".txt", ".csv", ".json", ".xml", ".md", ".log", ".ini", ".pem"];

/// Files of a zip that are looked at.
const MOST_FILES: usize = 2_000;

/// Octets that are unpacked of a zip.
const MOST_TEXT: usize = 4 * 1024 * 1024;

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, octets) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(octets).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn the_text_of_a_document_is_read_across_its_runs() {
        let xml = "<w:document><w:p><w:r><w:t>DE89 3704</w:t></w:r><w:r><w:t xml:space=\"preserve\"> 0044 &amp;</w:t></w:r></w:p></w:document>";
        let found = texts(&zip(&[
            ("[Content_Types].xml", b"<x/>"),
            ("word/document.xml", xml.as_bytes()),
            ("word/media/image1.png", b"\x89PNG"),
        ]));
        assert!(found.is_whole);
        let joined: String = found
            .texts
            .concat()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(joined, "DE89 3704 0044 &");
    }

    #[test]
    fn an_archive_is_whole_where_all_of_it_is_text() {
        assert!(texts(&zip(&[("a.txt", b"hello")])).is_whole);
        assert!(!texts(&zip(&[("a.txt", b"hello"), ("b.zip", b"PK")])).is_whole);
        assert!(!texts(b"PK\x03\x04 no zip").is_whole);
    }

    #[test]
    fn a_bomb_is_unpacked_to_its_bound_and_no_further() {
        let bomb = zip(&[("a.txt", &vec![b'0'; 64 * 1024 * 1024])]);
        assert!(bomb.len() < 1024 * 1024);
        let found = texts(&bomb);
        assert!(!found.is_whole);
        assert_eq!(found.texts.concat().len(), MOST_TEXT);
    }
}
