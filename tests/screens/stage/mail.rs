//! The sent mail of the watched mailboxes.

use astray_tests::{Letter, OWNER, sample_year};
use jiff::{SignedDuration, Timestamp};

/// Two months of mail from which nothing went astray.
pub(super) fn calm() -> Vec<Letter> {
    let to = [
        "John Smith <john.smith@army.mil>",
        "Maria Lopez <maria.lopez@navy.mil>",
        "Tom Becker <tom.becker@harbourline.com>",
        "Anna Reid <anna.reid@northbridge.example>",
    ];
    let days = 60;
    (0..days)
        .zip(to.iter().cycle())
        .map(|(day, to)| {
            Letter::to(to)
                .subject("Minutes of the meeting")
                .at(ago((days - day) * 24))
        })
        .collect()
}

/// The year of samples, and then a message to many of whom three are wrong.
pub(super) fn year() -> Vec<Letter> {
    let mut letters = sample_year(ago(8));
    let copies = [
        "anna.reid@northbridge.example",
        "sam.doyle@northbridge.example",
        "travel@northbridge.example",
        "m.jones@army.mil",
        "p.brown@army.mil",
        "crew-list@navy.mil",
        "port.office@norfolk.example",
    ];
    let letter = Letter::to("John Smith <john.smith@army.ml>")
        .and_to("Maria Lopez <maria.lopez@navy.ml>")
        .and_to("Tom Becker <tom.becker@harbourline.co>")
        .subject("Delivery plan for week 48")
        .at(ago(6));
    letters.push(copies.iter().fold(letter, |letter, copy| letter.cc(copy)));
    letters
}

/// So many messages, of which the fourth went astray.
pub(super) fn much(count: i64) -> Vec<Letter> {
    (0..count)
        .map(|number| {
            let to = if number == 3 {
                "John Smith <john.smith@army.ml>"
            } else {
                "John Smith <john.smith@army.mil>"
            };
            Letter::to(to)
                .subject(&format!("Transport request {number}"))
                .at(ago((count - number) * 2))
        })
        .collect()
}

/// A message with attachments, and with what must not be read by others in its text.
pub(super) fn with_attachments() -> Vec<u8> {
    let date = ago(2).strftime("%a, %d %b %Y %H:%M:%S +0000");
    let text = "Dear John,\n\nplease pay with the card 4111 1111 1111 1111.\nThe key to the store: \
        https://www.dropbox.com/s/a1b2c3d4e5f6g7h/plan.pdf\nPassword: correct-Horse7\n\nAlice";
    let part = |kind: &str, name: &str, content: &str| {
        format!(
            "--b\nContent-Type: {kind}\nContent-Disposition: attachment; filename=\"{name}\"\n\n{content}\n"
        )
    };
    let head = format!(
        "Date: {date}\nFrom: Alice Carter <{OWNER}>\nTo: John Smith <john.smith@army.ml>\nSubject: Payment for the planning week\n\
         Message-ID: <attached.1@northbridge.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n\
         --b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    );
    let pdf = part("application/pdf", "Loading plan, revision B.pdf", &pdf());
    let list = part("text/csv", "attendees.csv", &"name;room\n".repeat(200));
    format!("{head}{pdf}{list}--b--\n")
        .replace('\n', "\r\n")
        .into_bytes()
}

/// An answer to the request that the year's second incident has sent.
pub(super) fn answer() -> Vec<u8> {
    let date = ago(1).strftime("%a, %d %b %Y %H:%M:%S +0000");
    format!(
        "Date: {date}\nFrom: Helen <helen.carter58@gmial.com>\nTo: Alice Carter <{OWNER}>\nSubject: Re: Sent to you by mistake\n\
         Message-ID: <answer.1@gmial.com>\nIn-Reply-To: <recall.2@northbridge.example>\n\nI have deleted it.\n"
    )
    .replace('\n', "\r\n")
    .into_bytes()
}

/// A document that has nothing but its size.
fn pdf() -> String {
    let filling = "% the plan\n".repeat(8000);
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n\
         {filling}trailer<</Root 1 0 R/Size 3>>\n%%EOF"
    )
}

fn ago(hours: i64) -> Timestamp {
    Timestamp::now() - SignedDuration::from_hours(hours)
}
