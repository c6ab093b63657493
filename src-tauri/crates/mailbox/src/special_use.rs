//! Finds the mailbox for sent mail: by its special use (RFC 6154), else by the names that mail programs give it.

use imap_proto::NameAttribute;

use crate::MailboxName;

/// One mailbox of a LIST answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) name: MailboxName,
    pub(crate) delimiter: Option<String>,
    pub(crate) is_sent: bool,
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
            can_be_opened: !has("\\Noselect") && !has("\\NonExistent"),
        }
    }
}

/// The mailbox for sent mail. Among several the one of the shortest name; by name, the first in the table.
pub(crate) fn find_sent(listed: &[Listed]) -> Option<&MailboxName> {
    let openable = || listed.iter().filter(|mailbox| mailbox.can_be_opened);
    let marked = openable()
        .filter(|mailbox| mailbox.is_sent)
        .map(|mailbox| (0, mailbox));
    let named = openable().filter_map(|mailbox| Some((place_in_table(mailbox)?, mailbox)));
    let best = |found: (usize, &Listed)| (found.0, found.1.name.wire().len());
    marked
        .min_by_key(|&found| best(found))
        .or_else(|| named.min_by_key(|&found| best(found)))
        .map(|(_, mailbox)| &mailbox.name)
}

/// Where a mailbox's name stands in the table. It may lie at the top or below INBOX; deeper it is somebody's archive.
fn place_in_table(mailbox: &Listed) -> Option<usize> {
    let name = mailbox.name.decoded().to_lowercase();
    let below_inbox = mailbox
        .delimiter
        .as_deref()
        .filter(|delimiter| !delimiter.is_empty())
        .and_then(|delimiter| name.strip_prefix("inbox")?.strip_prefix(delimiter));
    let name = below_inbox.unwrap_or(&name);
    NAMES.iter().position(|known| known.to_lowercase() == name)
}

fn is_attribute(attribute: &NameAttribute<'_>, word: &str) -> bool {
    if let NameAttribute::Extension(text) = attribute {
        return text.eq_ignore_ascii_case(word);
    }
    match word {
        "\\Sent" => *attribute == NameAttribute::Sent,
        "\\Noselect" => *attribute == NameAttribute::NoSelect,
        _ => false,
    }
}

/// What Thunderbird, Outlook, Apple Mail, Roundcube, Horde, KMail and web mailers call it, the likeliest first. In any case.
const NAMES: &[&str] = &[
    // English: Thunderbird; Outlook and Exchange; Apple; Gmail and Yahoo; Horde
    "Sent",
    "Sent Items",
    "Sent Messages",
    "Sent Mail",
    "sent-mail",
    "Sent Message",
    "[Gmail]/Sent Mail",
    // German
    "Gesendet",
    "Gesendete Objekte",
    "Gesendete Elemente",
    "Gesendete Nachrichten",
    "Gesendete E-Mails",
    "[Gmail]/Gesendet",
    // French
    "Envoyés",
    "Messages envoyés",
    "Éléments envoyés",
    "Courrier envoyé",
    "[Gmail]/Messages envoyés",
    // Spanish
    "Enviados",
    "Elementos enviados",
    "Mensajes enviados",
    "Correo enviado",
    "[Gmail]/Enviados",
    // Italian
    "Posta inviata",
    "Inviata",
    "Inviati",
    "Messaggi inviati",
    "[Gmail]/Posta inviata",
    // Portuguese
    "Enviadas",
    "Enviados",
    "Itens enviados",
    "Itens Enviadas",
    "Mensagens enviadas",
    "[Gmail]/E-mails enviados",
    // Dutch
    "Verzonden",
    "Verzonden items",
    "Verzonden berichten",
    // Polish
    "Wysłane",
    "Elementy wysłane",
    "Wysłane wiadomości",
    // Swedish, Danish, Norwegian
    "Skickat",
    "Skickade",
    "Skickade objekt",
    "Sendt",
    "Sendt post",
    "Sendte elementer",
    "Sendte meldinger",
    // Finnish
    "Lähetetyt",
    "Lähetetyt kohteet",
    "Lähetetyt viestit",
    // Estonian, Latvian, Lithuanian
    "Saadetud",
    "Saadetud kirjad",
    "Nosūtītie",
    "Nosūtītās ziņas",
    "Išsiųsti",
    "Išsiųstieji",
    // Czech, Slovak, Hungarian, Slovenian, Croatian, Romanian
    "Odeslaná pošta",
    "Odeslané",
    "Odoslané",
    "Odoslaná pošta",
    "Elküldött",
    "Elküldött elemek",
    "Elküldött üzenetek",
    "Poslano",
    "Poslani predmeti",
    "Poslane poruke",
    "Trimise",
    "Elemente trimise",
    // Russian, Ukrainian, Bulgarian, Serbian
    "Отправленные",
    "Надіслані",
    "Відправлені",
    "Изпратени",
    "Послато",
    // Greek
    "Απεσταλμένα",
    // Turkish
    "Gönderilmiş Öğeler",
    "Gönderilmiş",
    "Gönderilenler",
    // Hebrew, Arabic
    "נשלחו",
    "פריטים שנשלחו",
    "العناصر المرسلة",
    "المرسلة",
    // Japanese, Chinese, Korean
    "送信済み",
    "送信済みメール",
    "送信済みアイテム",
    "已发送",
    "已发送邮件",
    "已傳送郵件",
    "寄件備份",
    "寄件匣",
    "보낸 편지함",
    "보낸편지함",
    // Vietnamese, Indonesian
    "Đã gửi",
    "Thư đã gửi",
    "Terkirim",
];

#[cfg(test)]
mod tests {
    use utf7_imap::encode_utf7_imap;

    use super::*;

    fn listed(name: &str, delimiter: &str, attributes: &str) -> Listed {
        Listed {
            name: MailboxName::from_wire(&encode_utf7_imap(name.to_owned())),
            delimiter: Some(delimiter.to_owned()),
            is_sent: attributes.contains("\\Sent"),
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
        for name in NAMES {
            check(&["INBOX", name], Some(name));
            check(
                &["INBOX", &format!("INBOX.{name}")],
                Some(&format!("INBOX.{name}")),
            );
        }
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
