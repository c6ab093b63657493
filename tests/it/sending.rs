//! Sending, over a real Postfix into a real Dovecot: each letter arrives as it was meant, refusals are told, and a connection that is
//! cut anywhere leaves no letter sent twice and none called sent that is not.

mod cuts;
pub(crate) mod proxy;
mod scene;
mod sign_in;

use anyhow::{Result, ensure};
use astray_tests::{Certificate, Tls};
use mailbox::{Distrust, Error as Connection};
use message::{HeaderText, MessageId};
use response::{
    Asked, Attachment, Content, Correction, Error, Letter, LetterText, Outcome, Outline, Party, Recall,
    Wording, corrected, prepare,
};
use scene::{Read, Scene, address, content, now, party};
use template::Language;

#[test]
fn each_letter_arrives_as_it_was_meant() -> Result<()> {
    let scene = Scene::new()?;
    for tls in [Tls::Implicit, Tls::StartTls] {
        for outline in outlines(&scene)? {
            let letter = Letter::compose(&outline)?;
            let outcome = scene.send(&letter, tls)?;
            ensure!(matches!(outcome, Outcome::Sent { .. }), "{outcome:?}");
            let read = scene.arrived("john", &outline.message_id)?;
            check(&read, &outline)?;
        }
    }
    Ok(())
}

fn outlines(scene: &Scene) -> Result<Vec<Outline>> {
    let recall = Recall {
        from: party("Clärk \"A\" Clerk, of Acme", "alice@acme.example"),
        to: address("john@army.ml"),
        sent_at: now(),
        stray: MessageId::parse("stray@acme.example"),
        confirm_by: now(),
        contact: HeaderText::clean("the security desk, +44 20 7946 0018"),
    };
    let english = Wording::new(Language::English, jiff::tz::TimeZone::UTC);
    let german = Wording::new(Language::German, jiff::tz::TimeZone::UTC);
    let asked = Asked {
        at: now(),
        message_id: scene.message_id(),
    };
    let header = b"To: john@army.ml\r\nX-Long: one\r\n two\r\n".to_vec();
    let with_files = |content| Outline {
        attachments: vec![
            Attachment {
                name: "incident.json",
                content: Content::Json("{\n  \"note\": \"Grüße\"\n}\n".to_owned()),
            },
            Attachment {
                name: "file",
                content,
            },
        ],
        ..outline(scene)
    };
    Ok(vec![
        recall.request(scene.message_id(), now(), &english)?,
        recall.reminder(&asked, scene.message_id(), now(), &german)?,
        with_files(Content::HeaderBlock(header.clone())),
        with_files(Content::Message(
            [&header, &b"Subject: inner\r\n\r\n.\r\n..\r\nFrom me\r\n"[..]].concat(),
        )),
        with_files(Content::Message(b"Subject: gr\xFC\xDFe\r\n\r\nx\r\n".to_vec())),
        Outline {
            subject: HeaderText::clean(&"=?utf-8?q?=0D=0ABcc:_x?= 👩‍👩‍👧 \u{202E}".repeat(20)),
            text: LetterText::clean(&format!(".\n..\nFrom me\n{}\n\tEnd. ", "ä".repeat(2_000))),
            to: vec![
                party("Group: x, <y@z.example>;", "john@army.ml"),
                party("", "john@army.mil"),
            ],
            ..outline(scene)
        },
    ])
}

fn outline(scene: &Scene) -> Outline {
    Outline {
        from: party("", "alice@acme.example"),
        to: vec![party("John", "john@army.ml")],
        subject: HeaderText::clean("Report"),
        text: LetterText::clean("What happened\n\n.\n"),
        attachments: Vec::new(),
        message_id: scene.message_id(),
        date: now(),
        follows: None,
    }
}

fn check(read: &Read, outline: &Outline) -> Result<()> {
    let people = |parties: &[Party]| -> Vec<(String, String)> {
        let pair = |party: &Party| (party.name.as_str().to_owned(), party.address.to_string());
        parties.iter().map(pair).collect()
    };
    ensure!(read.defects.is_empty(), "{read:?}");
    ensure!(
        read.from == people(std::slice::from_ref(&outline.from)),
        "{read:?}"
    );
    ensure!(read.to == people(&outline.to), "{read:?}\n{outline:?}");
    ensure!(read.subject == outline.subject.as_str(), "{read:?}\n{outline:?}");
    ensure!(read.message_id == outline.message_id.to_string(), "{read:?}");
    ensure!(read.date == "2026-09-21T14:13:20+00:00", "{read:?}");
    let follows = outline.follows.as_ref().map(ToString::to_string);
    ensure!(
        read.in_reply_to == follows && read.references == follows,
        "{read:?}"
    );
    ensure!(
        read.text == outline.text.as_str().trim_end_matches('\n'),
        "{read:?}\n{outline:?}"
    );
    let files: Vec<(String, String, String)> = outline.attachments.iter().map(file).collect();
    ensure!(read.attachments == files, "{read:?}\n{files:?}");
    let mut fields = vec![
        "content-type",
        "date",
        "from",
        "message-id",
        "mime-version",
        "subject",
        "to",
    ];
    if outline.attachments.is_empty() {
        fields.push("content-transfer-encoding");
    }
    if follows.is_some() {
        fields.extend(["in-reply-to", "references"]);
    }
    fields.sort_unstable();
    ensure!(read.fields == fields, "{read:?}");
    Ok(())
}

fn file(attachment: &Attachment) -> (String, String, String) {
    let (kind, octets) = match &attachment.content {
        Content::Json(text) => ("application/json", text.as_bytes()),
        Content::HeaderBlock(block) => ("message/rfc822-headers", block.as_slice()),
        Content::Message(octets) if octets.is_ascii() => ("message/rfc822", octets.as_slice()),
        Content::Message(octets) => ("application/octet-stream", octets.as_slice()),
    };
    (attachment.name.to_owned(), kind.to_owned(), content(octets))
}

#[test]
fn the_corrected_copy_arrives_with_all_that_it_had() -> Result<()> {
    let scene = Scene::new()?;
    let stray = b"From: alice@acme.example\r\nTo: john@army.ml\r\nMessage-ID: <stray@acme.example>\r\nReferences: <first@army.mil>\r\nSubject: Plan\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGr\xFC\xDFe\r\n.\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\r\nJVBERi0xLjcK\r\n--b--\r\n";
    let correction = Correction {
        from: party("", "alice@acme.example"),
        to: party("", "john@army.mil"),
        message_id: scene.message_id(),
        date: now(),
    };
    let letter = corrected(stray, &correction)?;
    let outcome = scene.send(&letter, Tls::Implicit)?;
    ensure!(matches!(outcome, Outcome::Sent { .. }), "{outcome:?}");
    let read = scene.arrived("john", &correction.message_id)?;
    ensure!(read.text == "Grüße\n." && read.subject == "Plan", "{read:?}");
    ensure!(
        read.to == [(String::new(), "john@army.mil".to_owned())],
        "{read:?}"
    );
    ensure!(
        read.references.as_deref() == Some("<first@army.mil>") && read.in_reply_to.is_none(),
        "{read:?}"
    );
    let file = (
        "plan.pdf".to_owned(),
        "application/pdf".to_owned(),
        content(b"%PDF-1.7\n"),
    );
    ensure!(read.attachments == [file], "{read:?}");
    Ok(())
}

#[test]
fn an_address_in_another_script_is_sent_to() -> Result<()> {
    let scene = Scene::new()?;
    let outline = Outline {
        to: vec![party("", "jörg@army.ml")],
        ..outline(&scene)
    };
    let outcome = scene.send(&Letter::compose(&outline)?, Tls::StartTls)?;
    ensure!(matches!(outcome, Outcome::Sent { .. }), "{outcome:?}");
    let read = scene.arrived("jörg", &outline.message_id)?;
    ensure!(
        read.to == [(String::new(), "jörg@army.ml".to_owned())],
        "{read:?}"
    );
    Ok(())
}

#[test]
fn what_the_server_refuses_is_told_with_its_words() -> Result<()> {
    let scene = Scene::new()?;
    for (to, is_temporary, code, words) in [
        ("nobody@army.ml", false, 550, "User unknown"),
        ("later@army.ml", true, 450, "come again later"),
    ] {
        // One recipient that is refused and nobody gets it.
        let outline = Outline {
            to: vec![party("", "john@army.mil"), party("", to)],
            ..outline(&scene)
        };
        let Outcome::Refused(refusals) = scene.send(&Letter::compose(&outline)?, Tls::Implicit)? else {
            anyhow::bail!("{to} was taken");
        };
        let [refusal] = refusals.as_slice() else {
            anyhow::bail!("{refusals:?}");
        };
        ensure!(refusal.recipient == Some(address(to)), "{refusal:?}");
        ensure!(
            (refusal.is_temporary, refusal.code) == (is_temporary, code),
            "{refusal:?}"
        );
        ensure!(refusal.said.to_string().contains(words), "{refusal:?}");
    }
    scene.settle()?;
    ensure!(scene.count("john")? == 1, "only the letter that settles");
    Ok(())
}

#[test]
fn what_hinders_a_letter_is_told_before_it_goes() -> Result<()> {
    let scene = Scene::new()?;
    let letter = Letter::compose(&outline(&scene))?;
    let account = scene.account(Tls::Implicit);
    let refused = prepare(&letter, &account, &scene.secret("wrong"), &scene.limits).unwrap_err();
    ensure!(matches!(&refused, Error::SignInRefused { .. }), "{refused:?}");
    let no_token = prepare(
        &letter,
        &account,
        &response::Secret::token("ya29".to_owned()),
        &scene.limits,
    )
    .unwrap_err();
    ensure!(matches!(&no_token, Error::NoSignIn { .. }), "{no_token:?}");
    let large = Letter::compose(&Outline {
        text: LetterText::clean(&"x\n".repeat(1024 * 1024)),
        ..outline(&scene)
    })?;
    let large = prepare(&large, &account, &scene.password(), &scene.limits).unwrap_err();
    ensure!(
        large.to_string() == "127.0.0.1 does not take letters of this size",
        "{large}"
    );
    // Both kinds of encryption on the other's port.
    for (tls, other) in [(Tls::Implicit, Tls::StartTls), (Tls::StartTls, Tls::Implicit)] {
        let mut account = scene.account(tls);
        account.port = scene.account(other).port;
        let error = prepare(&letter, &account, &scene.password(), &scene.limits).unwrap_err();
        ensure!(error.hint().contains("465"), "{error:?} {}", error.hint());
    }
    scene.settle()?;
    ensure!(scene.count("john")? == 1, "only the letter that settles");
    Ok(())
}

#[test]
fn a_server_with_a_bad_certificate_gets_no_password() -> Result<()> {
    for (certificate, expected) in [
        (Certificate::Expired, Distrust::Expired),
        (Certificate::WrongHost, Distrust::WrongName),
        (Certificate::UnknownCa, Distrust::UnknownIssuer),
    ] {
        let scene = Scene::with(certificate)?;
        let letter = Letter::compose(&outline(&scene))?;
        for tls in [Tls::Implicit, Tls::StartTls] {
            let error = scene.send(&letter, tls).unwrap_err();
            let why = match error.downcast_ref::<Error>() {
                Some(Error::Connection(Connection::UntrustedCertificate { why, .. })) => Some(*why),
                _ => None,
            };
            ensure!(why == Some(expected), "{error:?}");
        }
        ensure!(!scene.log().contains("sasl_method"), "{}", scene.log());
    }
    Ok(())
}
