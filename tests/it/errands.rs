//! Errands on a real server: one message is fetched, a letter is put into a mailbox once, and what came back is heard.

use anyhow::{Context, Result, ensure};
use astray_tests::{Dovecot, Imap, Letter, PASSWORD, Pki, Tls};
use mailbox::{
    Account, Error, Host, Limits, Listening, Password, Put, Security, Stray, Uid, UserName, fetch_header,
    fetch_message, file_sent, find_letter, listen, put_draft,
};
use message::{Delivery, MessageId, SentMessage, Timestamp};

struct Scene {
    dovecot: Dovecot,
    pki: Pki,
}

impl Scene {
    fn new() -> Result<Self> {
        let pki = Pki::new()?;
        let dovecot = Dovecot::start(&pki)?;
        Ok(Self { dovecot, pki })
    }

    fn account(&self) -> Result<Account> {
        Ok(Account {
            host: Host::parse("127.0.0.1")?,
            port: self.dovecot.port(Tls::Implicit),
            security: Security::ImplicitTls,
            user: UserName::parse("alice")?,
            ca_path: Some(self.pki.ca_path()),
        })
    }

    fn alice(&self) -> Result<Imap> {
        self.dovecot.client("alice")
    }

    /// UIDs and flags of all that is in a mailbox.
    fn flags(&self, mailbox: &str) -> Result<String> {
        self.dovecot
            .doveadm(&["fetch", "-u", "alice", "uid flags", "mailbox", mailbox])
    }
}

fn password() -> Password {
    Password::new(PASSWORD.to_owned())
}

fn id(text: &str) -> Result<MessageId> {
    MessageId::parse(text).context("a Message-ID")
}

/// A message with an attachment of that many octets of text.
fn stray(message_id: &str, octets: usize) -> Vec<u8> {
    let line = format!("{}\r\n", "(Zahlen) \"x\" {9}".repeat(4));
    let body = line.repeat(octets / line.len());
    let header = format!(
        "Date: Mon, 21 Sep 2026 16:13:20 +0200\r\nFrom: alice@northbridge.example\r\nTo: john.smith@army.ml\r\n\
         Subject: Plan\r\nMessage-ID: <{message_id}>\r\nX-Own: \u{fc}\r\n\r\n"
    );
    [header, body].concat().into_bytes()
}

fn sought(octets: &[u8], uid: u32) -> Result<Stray> {
    let message = SentMessage::parse(octets);
    Ok(Stray {
        mailbox: "Sent".to_owned(),
        uid: Uid::new(uid).context("a UID")?,
        key: message.key,
        message_id: message.message_id,
    })
}

#[test]
fn one_message_is_fetched_whole_and_nothing_is_marked() -> Result<()> {
    let scene = Scene::new()?;
    let octets = stray("1@northbridge.example", 3_500_000);
    let mut alice = scene.alice()?;
    alice.append_octets("Sent", &stray("other@northbridge.example", 10))?;
    alice.append_octets("Sent", &octets)?;
    let before = scene.flags("Sent")?;
    // With its UID, and with one that another message has: then it is searched for.
    for uid in [2, 1, 99] {
        let sought = sought(&octets, uid)?;
        let found = fetch_message(&scene.account()?, &password(), &Limits::default(), &sought)?;
        ensure!(
            found == octets,
            "under UID {uid} there came {} octets",
            found.len()
        );
    }
    let sought = sought(&octets, 2)?;
    let header = fetch_header(&scene.account()?, &password(), &Limits::default(), &sought)?;
    ensure!(
        octets.starts_with(&header) && header.ends_with(b"\r\n\r\n"),
        "the header block as it is"
    );
    ensure!(scene.flags("Sent")? == before, "nothing was marked");
    Ok(())
}

#[test]
fn a_message_of_just_one_piece_has_its_end() -> Result<()> {
    let scene = Scene::new()?;
    let mut octets = stray("1@northbridge.example", 2 * 1024 * 1024);
    octets.truncate(1024 * 1024);
    scene.alice()?.append_octets("Sent", &octets)?;
    let found = fetch_message(
        &scene.account()?,
        &password(),
        &Limits::default(),
        &sought(&octets, 1)?,
    )?;
    ensure!(found == octets, "there came {} octets", found.len());
    Ok(())
}

#[test]
fn a_message_is_followed_to_the_mailbox_for_sent_mail_and_no_other_is_taken_for_it() -> Result<()> {
    let scene = Scene::new()?;
    let octets = stray("1@northbridge.example", 100);
    scene.alice()?.append_octets("Sent", &octets)?;
    let moved = Stray {
        mailbox: "Sent 2025".to_owned(),
        ..sought(&octets, 1)?
    };
    ensure!(fetch_message(&scene.account()?, &password(), &Limits::default(), &moved)? == octets);
    // The same Message-ID, but another recipient: not the message that was seen.
    let forged = String::from_utf8(octets)?.replace("john.smith@army.ml", "jane@army.mil");
    let sought = sought(forged.as_bytes(), 1)?;
    let gone = fetch_message(&scene.account()?, &password(), &Limits::default(), &sought);
    ensure!(matches!(gone, Err(Error::MessageGone { .. })), "{gone:?}");
    Ok(())
}

#[test]
fn a_letter_is_put_into_a_mailbox_once() -> Result<()> {
    let scene = Scene::new()?;
    let (account, limits) = (scene.account()?, Limits::default());
    let name = id(r#"a"b\c@northbridge.example"#)?;
    let letter = stray(name.as_str(), 200_000);
    let put = || put_draft(&account, &password(), &limits, (&name, &letter));
    ensure!(matches!(put()?, Put::Added(mailbox) if mailbox.wire() == "Drafts"));
    ensure!(matches!(put()?, Put::WasThere(_)), "it is not added twice");
    let flags = scene.flags("Drafts")?;
    ensure!(
        flags.matches("uid:").count() == 1 && flags.contains("\\Draft"),
        "{flags}"
    );
    let found = find_letter(&account, &password(), &limits, &name)?;
    ensure!((found.in_drafts, found.in_sent) == (true, false), "{found:?}");
    ensure!(matches!(
        file_sent(&account, &password(), &limits, (&name, &letter))?,
        Put::Added(_)
    ));
    ensure!(find_letter(&account, &password(), &limits, &name)?.in_sent);
    let text = scene
        .dovecot
        .doveadm(&["fetch", "-u", "alice", "size.virtual", "mailbox", "Drafts"])?;
    ensure!(
        text.contains(&letter.len().to_string()),
        "all of it lies there: {text}"
    );
    Ok(())
}

/// As Postfix writes it (RFC 3464), about the message of that Message-ID.
fn bounce(message_id: &str) -> Vec<u8> {
    let text = format!(
        "From: MAILER-DAEMON@mail.northbridge.example (Mail Delivery System)\nTo: alice@northbridge.example\n\
         Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMessage-ID: <{message_id}.bounce>\n\
         MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"b/1\"\n\n\
         --b/1\nContent-Description: Notification\nContent-Type: text/plain\n\nThis is the mail system.\n\n\
         --b/1\nContent-Description: Delivery report\nContent-Type: message/delivery-status\n\n\
         Reporting-MTA: dns; mail.northbridge.example\n\nFinal-Recipient: rfc822; john.smith@army.ml\nAction: failed\n\
         Status: 5.4.4\nDiagnostic-Code: X-Postfix; no such host\n\n--b/1\nContent-Type: text/rfc822-headers\n\n\
         Subject: Plan\nMessage-ID: <{message_id}>\n\n--b/1--\n"
    );
    text.replace('\n', "\r\n").into_bytes()
}

#[test]
fn what_came_back_is_heard() -> Result<()> {
    let scene = Scene::new()?;
    let letter = "recall@northbridge.example";
    let reply = |field: &str, subject: &str| {
        let answer = Letter::to("alice@northbridge.example").subject(subject);
        answer
            .field("In-Reply-To", &format!("<{letter}>"))
            .field("X-Own", field)
    };
    let mut alice = scene.alice()?;
    for message_id in ["1@northbridge.example", "other@northbridge.example"] {
        alice.append_octets("INBOX", &bounce(message_id))?;
    }
    alice.append("INBOX", &Letter::to("alice@northbridge.example").subject("Lunch"))?;
    alice.append("INBOX", &reply("x", "Re: sent in error"))?;
    alice.append(
        "INBOX",
        &reply("y", "Away").field("Auto-Submitted", "auto-replied"),
    )?;
    let before = scene.flags("INBOX")?;
    let listening = Listening {
        message_id: Some(id("1@northbridge.example")?),
        sent_at: Timestamp::from_millis(jiff::Timestamp::now().as_millisecond()),
        letters: vec![id(letter)?],
    };
    let heard = listen(&scene.account()?, &password(), &Limits::default(), &listening)?;
    let reports: Vec<String> = heard
        .failed()
        .map(|one| format!("{} {:?} {}", one.recipient, one.delivery, one.status))
        .collect();
    ensure!(reports == ["john.smith@army.ml Failed 5.4.4"], "{reports:?}");
    ensure!(heard.reports.iter().all(|one| one.delivery == Delivery::Failed));
    let replies: Vec<(String, bool)> = heard
        .replies
        .iter()
        .map(|reply| (reply.message.subject.shown(), reply.is_automatic))
        .collect();
    let expected = [("Away".to_owned(), true), ("Re: sent in error".to_owned(), false)];
    ensure!(replies == expected, "{replies:?}");
    ensure!(scene.flags("INBOX")? == before, "nothing was marked");
    Ok(())
}
