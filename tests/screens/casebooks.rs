//! Casebooks that need no mail server: with nothing in them, with an account, with an incident at each step, with years of incidents.

use anyhow::{Context, Result};
use astray_tests::Home;
use casebook::{Casebook, Marked, NewAccount, Sighting, SignIn};
use lookalike::Reference;
use mailbox::{Account, Cursor, Host, Security, Uid, UidValidity, UserName};
use message::{Address, Domain, SentMessage, Timestamp};

use crate::{
    past::{
        self, NO,
        Past::{
            self, Answered, Asked, Bounced, Closed, Confirmed, Contents, Drafted, Failed, Found, HarmDone,
            Harmless, LeftOut, Lost, NotSure, Prevented, Reported, Resent, Right, Ticked,
        },
    },
    seed,
};

const OWNER: &str = "alice.carter@northbridge.example";
/// Longer than any line, with what deceivers like to use.
const HOSTILE: &str = "URGENT <b>wire</b> \u{202E}fdp.exe Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde and all that \
    belongs to it, once more from the start to the very end, because nobody has read it the first time it went round";
const HOUR: i64 = 60 * 60 * 1000;
const JOHN: &str = "john.smith@army.ml";

/// An empty casebook.
pub(crate) fn empty(home: &Home) -> Result<Casebook> {
    let dir = home.data_dir().join("astray");
    std::fs::create_dir_all(&dir)?;
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&dir, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(Casebook::open(&dir.join("casebook.db"))?)
}

/// One with an account whose mail is all right.
pub(crate) fn with_account(home: &Home) -> Result<Casebook> {
    let mut casebook = empty(home)?;
    let account = Account {
        host: Host::parse("imap.northbridge.example")?,
        port: 993,
        security: Security::ImplicitTls,
        user: UserName::parse("alice.carter")?,
        ca_path: None,
    };
    let new = NewAccount {
        address: Address::parse(OWNER)?,
        account,
        sign_in: SignIn::Password,
    };
    casebook.add_account(&new, watch::now())?;
    Ok(casebook)
}

/// One with ten thousand incidents.
pub(crate) fn with_many(home: &Home) -> Result<()> {
    drop(with_account(home)?);
    seed::incidents(&home.data_dir().join("astray/casebook.db"), 10_000)
}

/// One with an incident at each step.
pub(crate) fn with_steps(home: &Home) -> Result<()> {
    let mut casebook = with_account(home)?;
    let mut sent = Vec::new();
    for ((to, past), number) in STEPS.into_iter().zip(1..) {
        let hours_ago = i64::from(number) * if number == OVERDUE { 4 } else { 2 };
        sent.push((hours_ago, past));
        record(&mut casebook, number, (to, hours_ago))?;
    }
    past::put(&mut casebook, &sent)
}

const HEAD: [Past; 3] = [Confirmed, NO, Harmless];

/// To, and what has been done, of each incident in their order. The second has a subject and recipients that are hard to show.
const STEPS: [(&str, &[Past]); 25] = [
    (JOHN, &[]),
    (
        "john.smith@army.ml, a.very.long.name.that.goes.on.and.on.and.never.seems.to.end@mail.staff.harbourline.co",
        &[NotSure],
    ),
    (JOHN, &[Confirmed]),
    (JOHN, &[Confirmed, Past::Marked(Marked::Yes)]),
    ("tom.becker@harbourline.co", &[Confirmed, NO]),
    (
        "tom.becker@harborline.com",
        &[Confirmed, NO, Contents, Found, Ticked],
    ),
    ("john.smith@arrny.mil", &HEAD),
    (JOHN, &[Confirmed, NO, Harmless, Asked]),
    (JOHN, &[Confirmed, NO, Harmless, Lost]),
    (JOHN, &[Confirmed, NO, Harmless, Asked, Reported]),
    (JOHN, &[Confirmed, NO, Harmless, Asked, Reported, Resent]),
    (
        JOHN,
        &[
            Confirmed, NO, Contents, HarmDone, Asked, Reported, Resent, Prevented,
        ],
    ),
    (
        JOHN,
        &[
            Confirmed, NO, Harmless, Asked, Reported, Resent, Prevented, Closed,
        ],
    ),
    ("tom.becker@harbourline.co", &[Right]),
    ("maria.lopez@navy.ml", &HEAD),
    ("john.smith@\u{430}rmy.mil", &[]),
    (JOHN, &[Bounced]),
    (JOHN, &[Confirmed, Past::Marked(Marked::Unknown)]),
    (JOHN, &[Confirmed, NO, Harmless, Drafted]),
    (JOHN, &[Confirmed, NO, Harmless, Failed]),
    (JOHN, &[Confirmed, NO, Harmless, Asked, Answered]),
    (JOHN, &[Confirmed, NO, Harmless, Asked, Reported, LeftOut]),
    (MANY_RECIPIENTS, &[]),
    (JOHN, &[Confirmed, NO, Contents]),
    (JOHN, &[Confirmed, NO, Harmless, Asked, Reported]),
];

/// Where they were asked so long ago that the days that they were given are over.
const OVERDUE: u32 = 25;

const MANY_RECIPIENTS: &str = "john.smith@army.ml, maria.lopez@navy.ml, tom.becker@harbourline.co, \
    anna.reid@northbridge.example, travel@northbridge.example, port.office@norfolk.example, crew-list@navy.mil, \
    m.jones@army.mil, p.brown@army.mil, k.white@navy.mil, gate@harbourline.com, j.krueger@bundeswehr.example";

/// Records a message that was noticed when it was sent.
fn record(casebook: &mut Casebook, number: u32, (to, hours_ago): (&str, i64)) -> Result<()> {
    let account = casebook.accounts()?.first().context("there is no account")?.id;
    let domains = ["army.mil", "navy.mil", "harbourline.com"].map(Domain::parse);
    let domains = domains.into_iter().collect::<Result<_, _>>()?;
    let reference = Reference::new(domains, Vec::new(), Vec::new());
    let at = Timestamp::from_millis(watch::now().millis() - hours_ago * HOUR);
    let subject = if number == 2 {
        HOSTILE
    } else {
        "Badge photos for the visit"
    };
    let block = format!(
        "Message-ID: <steps.{number}@northbridge.example>\r\nDate: {}\r\nFrom: {OWNER}\r\nTo: {to}\r\nCc: sam.doyle@northbridge.example\r\nSubject: {subject}\r\n\r\n",
        jiff::Timestamp::from_millisecond(at.millis())?.strftime("%a, %d %b %Y %H:%M:%S +0000")
    );
    let uid = Uid::new(number).context("no such UID")?;
    let new = casebook.record(&Sighting {
        account,
        mailbox: "Sent".to_owned(),
        mailbox_id: None,
        is_sent: true,
        cursor: Cursor {
            uid_validity: UidValidity::new(1).context("no such UIDVALIDITY")?,
            last_uid: number,
        },
        judged: vec![seed::judged(
            uid,
            SentMessage::parse(block.as_bytes()),
            &reference,
        )],
        vanished: 0,
        copies: 0,
        at,
    })?;
    anyhow::ensure!(new.len() == 1, "number {number} is no incident");
    Ok(casebook.mark_told(&new, at)?)
}
