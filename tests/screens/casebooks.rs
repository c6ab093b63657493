//! What the casebooks of the pictures hold: nothing, an account, an incident at each step, years of incidents.

use anyhow::{Context, Result};
use astray_tests::Home;
use casebook::{
    Became, Bounce, Casebook, Contents, Decision, Fate, Finding, FindingKind, FindingName, IncidentId,
    Intent, Letter, Marked, NewAccount, Note, Outcome, Sighting, SignIn, Step, TrustScope, Way,
};
use lookalike::Reference;
use mailbox::{Account, Cursor, Host, Security, Uid, UidValidity, UserName};
use message::{Address, Domain, MessageId, SentMessage, Timestamp};

use crate::seed;

/// What a casebook holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seed {
    /// Nothing: the first start.
    Nothing,
    /// An account whose mail is all right.
    Account,
    /// An incident at each step.
    Steps,
    /// Ten thousand incidents.
    Many,
}

impl Seed {
    pub(crate) const ALL: [Self; 4] = [Self::Nothing, Self::Account, Self::Steps, Self::Many];
}

const OWNER: &str = "alice.carter@northbridge.example";
/// Longer than any line, with what deceivers like to use.
const HOSTILE: &str = "URGENT <b>wire</b> \u{202E}fdp.exe Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde and all that \
    belongs to it, once more from the start to the very end, because nobody has read it the first time it went round";
const HOUR: i64 = 60 * 60 * 1000;

const POLICY: &str = r#"{
  "protected_domains": ["army.mil", "navy.mil", "harbourline.com", "xn--mnchen-3ya.example"],
  "hostile_domains": ["navy.ml"],
  "security_desk": {
    "name": "Northbridge security desk", "email": "security@northbridge.example", "phone": "+44 20 7946 0018",
    "hours": "day and night", "words": "Say “I sent something to the wrong place” and give your name. Do not read the message out."
  }
}"#;

/// Fills a home.
pub(crate) fn fill(home: &Home, seed: Seed) -> Result<()> {
    home.write_policy(POLICY)?;
    let dir = home.data_dir().join("astray");
    std::fs::create_dir_all(&dir)?;
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&dir, std::fs::Permissions::from_mode(0o700))?;
    }
    let path = dir.join("casebook.db");
    let mut casebook = Casebook::open(&path)?;
    if seed == Seed::Nothing {
        return Ok(());
    }
    let account = Account {
        host: Host::parse("imap.northbridge.example")?,
        port: 993,
        security: Security::ImplicitTls,
        user: UserName::parse("alice.carter")?,
        ca_path: None,
    };
    let new = NewAccount {
        address: address(OWNER)?,
        account,
        sign_in: SignIn::Password,
    };
    casebook.add_account(&new, watch::now())?;
    drop(casebook);
    match seed {
        Seed::Nothing | Seed::Account => Ok(()),
        Seed::Many => seed::incidents(&path, 10_000),
        Seed::Steps => steps(&mut Casebook::open(&path)?),
    }
}

/// To, and what has been done, of each incident in their order. The second has a subject and recipients that are hard to show.
fn steps(casebook: &mut Casebook) -> Result<()> {
    let recipients = [
        "john.smith@army.ml",
        "john.smith@army.ml, a.very.long.name.that.goes.on.and.on.and.never.seems.to.end@mail.staff.harbourline.co",
        "john.smith@army.ml",
        "john.smith@army.ml",
        "tom.becker@harbourline.co",
        "tom.becker@harborline.com",
        "john.smith@arrny.mil",
        "john.smith@army.ml",
        "john.smith@army.ml",
        "john.smith@army.ml",
        "john.smith@army.ml",
        "john.smith@army.ml",
        "john.smith@army.ml",
        "tom.becker@harbourline.co",
        "maria.lopez@navy.ml",
        "john.smith@\u{430}rmy.mil",
        "john.smith@army.ml",
    ];
    record(casebook, &recipients)?;
    for (number, done) in DONE.iter().enumerate() {
        let id = IncidentId::from(i64::try_from(number)? + 1);
        for (step, at) in done.iter().zip(1..) {
            let at = Timestamp::from_millis(watch::now().millis() - 5 * HOUR + at * 60_000);
            step.put(casebook, id, at)
                .with_context(|| format!("incident {}", number + 1))?;
        }
    }
    Ok(())
}

/// Something that has happened in an incident.
enum Past {
    Confirmed,
    NotSure,
    Marked(Marked),
    Harmless,
    Contents,
    Found,
    Ticked,
    Harm,
    Asked,
    Reported,
    Lost,
    Resent,
    Prevented,
    Closed,
    Right,
    Bounced,
}

use Past::{
    Asked, Bounced, Closed, Confirmed, Contents as Said, Found, Harm, Harmless, Lost, NotSure, Prevented,
    Reported, Resent, Right, Ticked,
};

const NO: Past = Past::Marked(Marked::No);

const DONE: [&[Past]; 17] = [
    &[],
    &[NotSure],
    &[Confirmed],
    &[Confirmed, Past::Marked(Marked::Yes)],
    &[Confirmed, NO],
    &[Confirmed, NO, Said, Found, Ticked],
    &[Confirmed, NO, Harmless],
    &[Confirmed, NO, Harmless, Asked],
    &[Confirmed, NO, Harmless, Lost],
    &[Confirmed, NO, Harmless, Asked, Reported],
    &[Confirmed, NO, Harmless, Asked, Reported, Resent],
    &[Confirmed, NO, Said, Harm, Asked, Reported, Resent, Prevented],
    &[
        Confirmed, NO, Harmless, Asked, Reported, Resent, Prevented, Closed,
    ],
    &[Right],
    &[Confirmed, NO, Harmless],
    &[],
    &[Bounced],
];

impl Past {
    fn put(&self, casebook: &mut Casebook, id: IncidentId, at: Timestamp) -> Result<()> {
        let decision = match self {
            Self::Confirmed => Decision::Confirmed,
            Self::NotSure => Decision::NotSure,
            Self::Marked(marked) => Decision::Marked(*marked),
            Self::Harmless => Decision::Contents(vec![Contents::Nothing]),
            Self::Contents => Decision::Contents(vec![Contents::Money, Contents::PasswordsOrKeys]),
            Self::Found => Decision::Scanned(found()),
            Self::Ticked => Decision::FindingDone(name(FindingKind::CardNumber, "Visa")),
            Self::Harm => Decision::StepDone(Step::Harm),
            Self::Prevented => Decision::StepDone(Step::Prevention),
            Self::Right => Decision::ItsRight(TrustScope::Domain),
            Self::Closed => Decision::Closed {
                outcome: Outcome::Reported,
                word: Note::new("The desk has it from here."),
            },
            Self::Asked => return letter(casebook, id, Letter::Recall, Fate::Sent, at),
            Self::Lost => return letter(casebook, id, Letter::Recall, Fate::Unknown, at),
            Self::Reported => return letter(casebook, id, Letter::Report, Fate::Sent, at),
            Self::Resent => return letter(casebook, id, Letter::Corrected, Fate::Sent, at),
            Self::Bounced => {
                let bounce = Bounce {
                    recipient: address("john.smith@army.ml")?,
                    status: Note::new("5.1.1"),
                };
                casebook.note_bounce(id, bounce, at)?;
                return Ok(());
            }
        };
        Ok(casebook.decide(id, decision, at)?)
    }
}

fn letter(casebook: &mut Casebook, id: IncidentId, letter: Letter, fate: Fate, at: Timestamp) -> Result<()> {
    let text = format!("{}.{}@northbridge.example", letter.as_str(), id.value());
    let message_id = MessageId::parse(&text).context("no Message-ID")?;
    let to = match letter {
        Letter::Recall | Letter::Reminder => "john.smith@army.ml",
        Letter::Report => "security@northbridge.example",
        Letter::Corrected => "john.smith@army.mil",
    };
    let intent = Intent {
        letter,
        way: Way::Send,
        message_id: message_id.clone(),
        to: vec![address(to)?],
        kept: None,
    };
    casebook.intend_letter(id, &intent, None, at)?;
    Ok(casebook.letter_became(id, Became { message_id, fate }, at)?)
}

fn found() -> Vec<Finding> {
    [
        (FindingKind::Password, "", 2),
        (FindingKind::SharedLink, "Dropbox", 1),
        (FindingKind::CardNumber, "Visa", 1),
        (FindingKind::Attachment, "application/pdf", 3),
    ]
    .into_iter()
    .map(|(kind, detail, count)| Finding {
        name: name(kind, detail),
        count,
    })
    .collect()
}

fn name(finding: FindingKind, detail: &str) -> FindingName {
    FindingName {
        finding,
        detail: Note::new(detail),
    }
}

fn record(casebook: &mut Casebook, recipients: &[&str]) -> Result<()> {
    let account = casebook.accounts()?.first().context("there is no account")?.id;
    let domains = ["army.mil", "navy.mil", "harbourline.com"].map(Domain::parse);
    let domains = domains.into_iter().collect::<Result<_, _>>()?;
    let reference = Reference::new(domains, Vec::new(), Vec::new());
    let now = watch::now().millis();
    let judged = (1_u32..)
        .zip(recipients)
        .map(|(number, to)| {
            let subject = if number == 2 { HOSTILE } else { "Badge photos for the visit" };
            let sent_at = jiff::Timestamp::from_millisecond(now - i64::from(number) * 7 * HOUR)?;
            let block = format!(
                "Message-ID: <steps.{number}@northbridge.example>\r\nDate: {}\r\nFrom: {OWNER}\r\nTo: {to}\r\nCc: sam.doyle@northbridge.example\r\nSubject: {subject}\r\n\r\n",
                sent_at.strftime("%a, %d %b %Y %H:%M:%S +0000")
            );
            let uid = Uid::new(number).context("no such UID")?;
            Ok(seed::judged(uid, SentMessage::parse(block.as_bytes()), &reference))
        })
        .collect::<Result<Vec<_>>>()?;
    let new = casebook.record(&Sighting {
        account,
        mailbox: "Sent".to_owned(),
        mailbox_id: None,
        is_sent: true,
        cursor: Cursor {
            uid_validity: UidValidity::new(1).context("no such UIDVALIDITY")?,
            last_uid: u32::try_from(recipients.len())?,
        },
        judged,
        vanished: 0,
        copies: 0,
        at: Timestamp::from_millis(now),
    })?;
    anyhow::ensure!(
        new.len() == recipients.len(),
        "{} of {} are incidents",
        new.len(),
        recipients.len()
    );
    Ok(casebook.mark_told(&new, Timestamp::from_millis(now))?)
}

fn address(text: &str) -> Result<Address> {
    Ok(Address::parse(text)?)
}
