//! What has to be the same on every server. Each scenario ends with the whole set of incidents.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use astray_tests::Letter;

use super::scene::Scene;

/// Names that mail programs give the mailbox for sent mail, and how they stand on the wire (modified UTF-7, RFC 3501 section 5.1.3).
const NAMES: [(&str, &str); 7] = [
    ("English", "Sent Items"),
    ("German", "Gesendete Objekte"),
    ("French", "&AMk-l&AOk-ments envoy&AOk-s"),
    ("Spanish", "Elementos enviados"),
    ("Italian", "Posta inviata"),
    ("Polish", "Wys&AUI-ane"),
    ("Russian", "&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-"),
];

pub(super) fn a_mailbox_named_in_any_language_is_found(scene: &Scene) -> Result<()> {
    let mut expected = BTreeSet::new();
    for (language, name) in NAMES {
        let mailbox = scene.server.mailbox(name);
        scene.server.alice()?.command(&format!("CREATE \"{mailbox}\""))?;
        scene.server.file(&mailbox, &[astray(language)])?;
        expected.insert(language.to_owned());
        scene.look()?;
        scene.check(&expected)?;
        scene.server.alice()?.command(&format!("DELETE \"{mailbox}\""))?;
    }
    Ok(())
}

/// Where the server knows special uses (RFC 6154), a mark outweighs a name; where it does not, the name is all there is.
pub(super) fn a_mailbox_that_is_marked_is_preferred(scene: &Scene) -> Result<()> {
    let (named, other) = (scene.server.mailbox("Sent"), scene.server.mailbox("Ausgang"));
    let mut alice = scene.server.alice()?;
    let offered = alice.command("CAPABILITY")?.join(" ");
    let can_mark = offered.contains("CREATE-SPECIAL-USE");
    let mark = if can_mark { " (USE (\\Sent))" } else { "" };
    alice.command(&format!("CREATE \"{other}\"{mark}"))?;
    alice.command(&format!("CREATE \"{named}\""))?;
    scene.server.file(&other, &[astray("In the other")])?;
    scene.server.file(&named, &[astray("In the named")])?;
    scene.look()?;
    let found = if can_mark { "In the other" } else { "In the named" };
    scene.check(&BTreeSet::from([found.to_owned()]))
}

/// Where the server gives mailboxes an identity (OBJECTID, RFC 8474), what nobody had looked at yet is found under the new name. Where
/// it does not, a mailbox under another name is another one, and its successor is all there is.
pub(super) fn a_mailbox_whose_name_another_takes_is_read_to_its_end(scene: &Scene) -> Result<()> {
    let (sent, old) = (scene.server.mailbox("Sent"), scene.server.mailbox("Sent 2025"));
    let mut alice = scene.server.alice()?;
    let has_ids = alice.command("CAPABILITY")?.join(" ").contains("OBJECTID");
    alice.command(&format!("CREATE \"{sent}\""))?;
    scene.server.file(&sent, &[astray("Before")])?;
    scene.look()?;
    scene.server.file(&sent, &[astray("Left behind")])?;
    alice.command(&format!("RENAME \"{sent}\" \"{old}\""))?;
    alice.command(&format!("CREATE \"{sent}\""))?;
    scene.server.file(&sent, &[astray("After")])?;
    let found = match has_ids {
        true => &["After", "Before", "Left behind"][..],
        false => &["After", "Before"],
    };
    // The second look finds nothing twice.
    for _ in 0..2 {
        scene.look()?;
        scene.check(&found.iter().map(|&subject| subject.to_owned()).collect())?;
    }
    Ok(())
}

pub(super) fn every_kind_of_recipient_is_judged(scene: &Scene) -> Result<()> {
    let sent = scene.server.mailbox("Sent");
    scene.server.alice()?.command(&format!("CREATE \"{sent}\""))?;
    let right = || Letter::to("jane@army.mil");
    let many = (0..10_000).map(|number| format!("a{number}@army.mil"));
    let many = many.fold(Letter::to("b@army.mil"), |letter, recipient| {
        letter.and_to(&recipient)
    });
    let wrong = [
        Letter::to("Jürgen Groß <john@army.ml>").subject("Encoded words"),
        right()
            .field("Cc", "J\u{fc}rgen <john@army.ml>")
            .subject("Raw octets"),
        right()
            .field("Cc", "Team: joe@army.mil, john@army.ml;")
            .subject("A group"),
        right()
            .field("Cc", "\"Smith, John\"\r\n\t<john@army.ml>")
            .subject("Folded"),
        right().field("To", "john@army.ml").subject("A field twice"),
        right()
            .field("Cc", "john@army.ml; joe@army.mil")
            .subject("Semicolons"),
        right().field("Bcc", "john@army.ml").subject("A blind copy"),
        right().field("Resent-To", "john@army.ml").subject("Sent again"),
        right().field("Cc", "<john@army.ml").subject("Half a bracket"),
        many.and_to("john@army.ml").subject("Ten thousand"),
        Letter::to("john@army.ml").subject("Grüße aus Übersee"),
    ];
    let fine = [
        right().subject("Well addressed"),
        right()
            .field("Cc", "undisclosed-recipients:;")
            .subject("Undisclosed"),
        Letter::to("joe@[192.0.2.1]").subject("A literal"),
    ];
    scene.server.file(&sent, &wrong)?;
    scene.server.file(&sent, &fine)?;
    scene
        .server
        .file(&sent, &[right().field("Cc", "john").subject("No address")])?;
    let said = scene.look()?;
    ensure!(said.contains("a recipient that could not be read: 1"), "{said}");
    scene.check(&wrong.iter().map(|letter| letter.title().to_owned()).collect())
}

pub(super) fn a_large_mailbox_is_caught_up_with_while_more_arrives(scene: &Scene) -> Result<()> {
    let sent = scene.server.mailbox("Sent");
    scene.server.alice()?.command(&format!("CREATE \"{sent}\""))?;
    let mut expected = BTreeSet::new();
    let letters: Vec<Letter> = (0..LARGE)
        .map(|number| {
            let subject = format!("Message {number:04}");
            if number % 500 == 0 {
                expected.insert(subject.clone());
                astray(&subject)
            } else {
                Letter::to("jane@army.mil").subject(&subject)
            }
        })
        .collect();
    scene.server.file(&sent, &letters)?;
    let _watch = scene.watch()?;
    for number in 0..5 {
        let subject = format!("Meanwhile {number}");
        scene.server.file(&sent, &[astray(&subject)])?;
        expected.insert(subject);
    }
    scene.check_soon(&expected)?;
    // And from then on as they come.
    scene.server.file(&sent, &[astray("Afterwards")])?;
    expected.insert("Afterwards".to_owned());
    scene.check_soon(&expected)
}

/// Messages of somebody who was away for a month.
const LARGE: u32 = 5000;

/// A message to a lookalike of a protected domain.
fn astray(subject: &str) -> Letter {
    Letter::to("John Smith <john.smith@army.ml>").subject(subject)
}
