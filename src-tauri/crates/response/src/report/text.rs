//! The report's text: what is filled in for each placeholder, in the words of the catalogue.

use message::shown;
use template::LetterKind;

use super::{Delivery, Report};
use crate::{Wording, findings::Findings};

impl Report {
    /// A value for each placeholder of the report.
    pub(super) fn values(&self, wording: &Wording) -> Vec<(&'static str, String)> {
        LetterKind::Report
            .placeholders()
            .iter()
            .map(|name| (*name, self.value(name, wording)))
            .collect()
    }

    /// The value of one placeholder.
    pub(super) fn value(&self, name: &str, wording: &Wording) -> String {
        let moment = |at| wording.moment(at);
        match name {
            "reference" => self.reference.to_string(),
            "from" => self.from.address.to_string(),
            "sent_at" => moment(self.sent_at),
            "noticed_at" => moment(self.noticed_at),
            "confirmed_at" => self
                .confirmed_at
                .map_or_else(|| wording.word("not-confirmed"), moment),
            "sent_to" => self.sent_to(wording),
            "meant_for" => lines(self.stray.iter().map(|stray| match &stray.meant {
                Some(address) => address.shown(),
                None => wording.word_with("somebody-at", &[("domain", stray.meant_domain.shown())]),
            })),
            "why" => lines(
                self.stray
                    .iter()
                    .flat_map(|stray| stray.reasons.iter().map(|(_, why)| shown(why))),
            ),
            "delivery" => self.delivery_text(wording),
            "contents" if self.contents.is_empty() => wording.word("contents-not-said"),
            "contents" => lines(
                self.contents
                    .iter()
                    .map(|contents| wording.word(&format!("contents-{}", contents.as_str()))),
            ),
            "found" => found(self.findings.as_ref(), wording),
            "done" if self.done.is_empty() => wording.word("nothing-done"),
            "done" => lines(self.done.iter().map(|done| {
                let what = wording.word(&format!("done-{}", done.what.as_str()));
                wording.word_with("done-at", &[("what", what), ("at", moment(done.at))])
            })),
            "decide_by" => self.decide_by.map_or_else(|| wording.word("no-deadline"), moment),
            "details" => self.details(wording),
            "note" if self.note.as_str().trim().is_empty() => wording.word("no-note"),
            "note" => self.note.as_str().trim().to_owned(),
            "contact" if self.contact.as_str().is_empty() => self.from.address.to_string(),
            "contact" => self.contact.as_str().to_owned(),
            _ => String::new(),
        }
    }

    fn sent_to(&self, wording: &Wording) -> String {
        // Both forms of an international domain: the one that people see, and the one that machines compare.
        let address = |stray: &super::Stray| {
            let (shown, plain) = (stray.address.shown(), stray.address.to_string());
            if shown == plain {
                plain
            } else {
                format!("{shown} ({plain})")
            }
        };
        let mut text = lines(self.stray.iter().map(address));
        if self.other_recipients > 0 {
            let count = self.other_recipients.to_string();
            text.push('\n');
            text.push_str(&wording.word_with("other-recipients", &[("count", count)]));
        }
        text
    }

    fn delivery_text(&self, wording: &Wording) -> String {
        wording.word(match self.delivery {
            Delivery::NotKnown => "delivery-not-known",
            Delivery::Bounced => "delivery-bounced",
            Delivery::DeletionConfirmed => "delivery-deletion-confirmed",
        })
    }

    fn details(&self, wording: &Wording) -> String {
        let mut details = Vec::new();
        if let Some(subject) = &self.subject {
            details.push(wording.word_with("details-subject", &[("subject", subject.shown())]));
        }
        for name in &self.attachment_names {
            details.push(wording.word_with("details-attachment", &[("name", name.shown())]));
        }
        if details.is_empty() {
            details.push(wording.word("details-left-out"));
        }
        lines(details.into_iter())
    }
}

fn found(findings: Option<&Findings>, wording: &Wording) -> String {
    let Some(findings) = findings else {
        return wording.word("found-not-looked");
    };
    let mut text: Vec<String> = findings
        .found
        .iter()
        .map(|finding| {
            let kind = wording.word(&format!("found-{}", finding.kind.as_str()));
            let values = [
                ("kind", kind),
                ("label", finding.label.to_string()),
                ("count", finding.count.to_string()),
            ];
            wording.word_with(
                if finding.label.is_empty() {
                    "found-count"
                } else {
                    "found-count-label"
                },
                &values,
            )
        })
        .collect();
    for attachment in &findings.attachments {
        let values = [
            ("type", attachment.kind.to_owned()),
            ("size", attachment.octets.to_string()),
        ];
        text.push(wording.word_with("found-attachment", &values));
    }
    if findings.unread > 0 {
        text.push(wording.word_with("found-unread", &[("count", findings.unread.to_string())]));
    }
    if text.is_empty() {
        text.push(wording.word("found-nothing"));
    }
    lines(text.into_iter())
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    let mut seen: Vec<String> = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen.iter()
        .map(|text| format!("- {text}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A header block without its subject and what else tells it.
pub(super) fn without_subject(block: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(block.len());
    let mut is_left_out = false;
    for line in block.split_inclusive(|octet| *octet == b'\n') {
        let is_continued = line.first().is_some_and(|octet| matches!(octet, b' ' | b'\t'));
        if !is_continued {
            is_left_out = TELLING.iter().any(|name| {
                line.get(..name.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()))
            });
        }
        if !is_left_out {
            out.extend_from_slice(line);
        }
    }
    out
}

/// Fields that hold the subject: the first, and the ones that some mail programs copy it into.
const TELLING: [&str; 5] = [
    "Subject:",
    "Thread-Topic:",
    "Comments:",
    "Keywords:",
    "X-Subject:",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_leaves_the_header_block_with_all_its_lines() {
        let block =
            b"To: a@army.ml\r\nSUBJECT: one\r\n two\r\n\tthree\r\nThread-Topic: one two\r\nDate: x\r\n";
        assert_eq!(without_subject(block), b"To: a@army.ml\r\nDate: x\r\n");
        assert_eq!(without_subject(b"Subjects: x\n"), b"Subjects: x\n");
    }
}
