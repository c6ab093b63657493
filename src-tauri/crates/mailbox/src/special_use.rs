//! Finds the mailboxes for sent mail and for drafts: by their special use (RFC 6154), else by the names that mail programs give them.

use imap_proto::NameAttribute;

use crate::{
    MailboxName,
    special_names::{DRAFTS, SENT},
};

/// One mailbox of a LIST answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) name: MailboxName,
    pub(crate) delimiter: Option<String>,
    pub(crate) is_sent: bool,
    pub(crate) is_drafts: bool,
    pub(crate) can_be_opened: bool,
}

impl Listed {
    /// Takes over what LIST says of one mailbox.
    pub(crate) fn of(listed: &imap::types::Name<'_>) -> Self {
        let has = |word: &str| {
            listed
                .attributes()
                .iter()
                .any(|attribute| is_attribute(attribute, word))
        };
        Self {
            name: MailboxName::from_wire(listed.name()),
            delimiter: listed.delimiter().map(str::to_owned),
            is_sent: has("\\Sent"),
            is_drafts: has("\\Drafts"),
            can_be_opened: !has("\\Noselect") && !has("\\NonExistent"),
        }
    }
}

/// The mailbox for sent mail. Among several the one of the shortest name; by name, the first in the table.
pub(crate) fn find_sent(listed: &[Listed]) -> Option<&MailboxName> {
    find(listed, |mailbox| mailbox.is_sent, SENT)
}

/// The mailbox for drafts, found likewise.
pub(crate) fn find_drafts(listed: &[Listed]) -> Option<&MailboxName> {
    find(listed, |mailbox| mailbox.is_drafts, DRAFTS)
}

fn find<'a>(
    listed: &'a [Listed],
    is_marked: impl Fn(&Listed) -> bool,
    names: &[&str],
) -> Option<&'a MailboxName> {
    let openable = || listed.iter().filter(|mailbox| mailbox.can_be_opened);
    let marked = openable()
        .filter(|mailbox| is_marked(mailbox))
        .map(|mailbox| (0, mailbox));
    let named = openable().filter_map(|mailbox| Some((place_in_table(mailbox, names)?, mailbox)));
    let best = |found: (usize, &Listed)| (found.0, found.1.name.wire().len());
    marked
        .min_by_key(|&found| best(found))
        .or_else(|| named.min_by_key(|&found| best(found)))
        .map(|(_, mailbox)| &mailbox.name)
}

/// Where a mailbox's name stands in the table. It may lie at the top or below INBOX; deeper it is somebody's archive.
fn place_in_table(mailbox: &Listed, names: &[&str]) -> Option<usize> {
    let name = mailbox.name.decoded().to_lowercase();
    let below_inbox = mailbox
        .delimiter
        .as_deref()
        .filter(|delimiter| !delimiter.is_empty())
        .and_then(|delimiter| name.strip_prefix("inbox")?.strip_prefix(delimiter));
    let name = below_inbox.unwrap_or(&name);
    names.iter().position(|known| known.to_lowercase() == name)
}

fn is_attribute(attribute: &NameAttribute<'_>, word: &str) -> bool {
    if let NameAttribute::Extension(text) = attribute {
        return text.eq_ignore_ascii_case(word);
    }
    match word {
        "\\Sent" => *attribute == NameAttribute::Sent,
        "\\Drafts" => *attribute == NameAttribute::Drafts,
        "\\Noselect" => *attribute == NameAttribute::NoSelect,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use utf7_imap::encode_utf7_imap;

    use super::*;

    fn listed(name: &str, delimiter: &str, attributes: &str) -> Listed {
        Listed {
            name: MailboxName::from_wire(&encode_utf7_imap(name.to_owned())),
            delimiter: Some(delimiter.to_owned()),
            is_sent: attributes.contains("\\Sent"),
            is_drafts: attributes.contains("\\Drafts"),
            can_be_opened: !attributes.contains("\\Noselect"),
        }
    }

    /// Each mailbox as `NAME` or `NAME ATTRIBUTES`, parted by `|`; the delimiter is a dot.
    fn check(mailboxes: &[&str], expected: Option<&str>) {
        let all: Vec<Listed> = mailboxes
            .iter()
            .map(|text| {
                let (name, attributes) = text.split_once('|').unwrap_or((text, ""));
                listed(name, ".", attributes)
            })
            .collect();
        assert_eq!(
            find_sent(&all).map(MailboxName::decoded).as_deref(),
            expected,
            "{mailboxes:?}"
        );
    }

    #[test]
    fn the_special_use_comes_first() {
        check(&["INBOX", "Sent", "Ausgang|\\Sent"], Some("Ausgang"));
        check(&["Sent|\\Sent \\Noselect", "Gesendet"], Some("Gesendet")); // cannot be opened
        check(&["Archive.Sent|\\Sent", "Out|\\Sent"], Some("Out")); // the shortest of two
    }

    #[test]
    fn else_a_name_that_mail_programs_use() {
        check(&["INBOX", "Drafts"], None);
        check(&["Sent Items", "Sent"], Some("Sent"));
        check(&["INBOX.SENT"], Some("INBOX.SENT"));
        check(&["inbox.Gesendete Objekte"], Some("inbox.Gesendete Objekte"));
        check(&["Archive.Sent", "Consent", "Sent 2019"], None); // somebody's archive
        check(&["INBOX/Sent"], None); // not this server's delimiter
        check(&["Sent|\\Noselect"], None);
        check(&["отправленные"], Some("отправленные"));
        check(&["GÖNDERİLMİŞ", "gönderilmiş öğeler"], Some("gönderilmiş öğeler"));
    }

    #[test]
    fn every_name_of_the_table_is_found_at_the_top_and_below_inbox() {
        for name in SENT {
            check(&["INBOX", name], Some(name));
            check(
                &["INBOX", &format!("INBOX.{name}")],
                Some(&format!("INBOX.{name}")),
            );
        }
    }

    #[test]
    fn drafts_are_found_likewise() {
        let found = |all: &[Listed]| find_drafts(all).map(MailboxName::decoded);
        let marked = [listed("Drafts", ".", ""), listed("Papierkorb", ".", "\\Drafts")];
        assert_eq!(found(&marked).as_deref(), Some("Papierkorb"));
        for name in DRAFTS {
            let below = format!("INBOX.{name}");
            assert_eq!(
                found(&[listed("Sent", ".", ""), listed(&below, ".", "")]),
                Some(below)
            );
        }
        assert_eq!(
            found(&[listed("Sent", ".", "\\Sent"), listed("Drafts 2019", ".", "")]),
            None
        );
    }

    #[test]
    fn a_gmail_name_has_its_own_delimiter() {
        assert!(find_sent(&[listed("[Gmail]/Sent Mail", "/", "")]).is_some());
    }

    #[test]
    fn attributes_are_read_in_any_case() {
        for (text, word, expected) in [
            ("\\sent", "\\Sent", true),
            ("\\SENT", "\\Sent", true),
            ("\\Senta", "\\Sent", false),
        ] {
            assert_eq!(
                is_attribute(&NameAttribute::Extension(text.into()), word),
                expected,
                "{text}"
            );
        }
        assert!(is_attribute(&NameAttribute::Sent, "\\Sent"));
        assert!(is_attribute(&NameAttribute::NoSelect, "\\Noselect"));
    }
}
