//! A casebook that has seen years of mail: thousands of incidents, the same every time but for today's date.

use std::path::Path;

use anyhow::{Context, Result};
use casebook::{Bounce, Casebook, Decision, IncidentId, Judged, Note, Sighting, TrustScope};
use lookalike::{Reference, Verdict, judge};
use mailbox::{Cursor, Uid, UidValidity};
use message::{Address, Domain, SentMessage, Timestamp};

/// Fills the casebook's first account with so many incidents over the three years before now: the newest twelve wait for the user, the
/// others are dealt with, not a mistake or in progress, and some came back.
pub(crate) fn incidents(casebook_path: &Path, count: u32) -> Result<()> {
    let mut casebook = Casebook::open(casebook_path)?;
    let accounts = casebook.accounts()?;
    let account = accounts.first().context("there is no account")?.id;
    let reference = Reference::new(
        ["army.mil", "navy.mil", "harbourline.com"]
            .into_iter()
            .map(|domain| Domain::parse(domain).context("a bad domain"))
            .collect::<Result<_>>()?,
        Vec::new(),
        Vec::new(),
    );
    let now = watch::now().millis();
    let judged = (0..count)
        .map(|number| {
            let message = SentMessage::parse(block(number, now - ago(number, count)).as_bytes());
            let uid = Uid::new(number + 1).context("no such UID")?;
            Ok(judged(uid, message, &reference))
        })
        .collect::<Result<Vec<_>>>()?;
    let new = casebook.record(&Sighting {
        account,
        mailbox: "Sent".to_owned(),
        mailbox_id: None,
        is_sent: true,
        cursor: Cursor {
            uid_validity: UidValidity::new(1).context("no such UIDVALIDITY")?,
            last_uid: count,
        },
        judged,
        vanished: 0,
        copies: 0,
        at: Timestamp::from_millis(now),
    })?;
    // All of them were told of, so that no alert comes when the agent starts.
    casebook.mark_told(&new, Timestamp::from_millis(now))?;
    let settled = new.len().saturating_sub(12);
    for (number, incident) in new.into_iter().take(settled).enumerate() {
        settle(&mut casebook, incident, number, now)?;
    }
    Ok(())
}

/// A message with the verdicts on its recipients.
pub(crate) fn judged(uid: Uid, message: SentMessage, reference: &Reference) -> Judged {
    let found =
        message
            .recipients
            .iter()
            .filter_map(|recipient| match judge(&recipient.address, reference) {
                Verdict::Lookalike(lookalike) => Some((recipient.clone(), lookalike)),
                Verdict::Trusted | Verdict::Unknown => None,
            });
    Judged {
        uid,
        received_at: None,
        lookalikes: found.collect(),
        message,
    }
}

/// Milliseconds since it was sent: three years for the first, minutes for the last.
fn ago(number: u32, count: u32) -> i64 {
    let span: i64 = 3 * 365 * 24 * 60 * 60 * 1000;
    let left = i64::from(count - number);
    span / i64::from(count) * left
}

fn block(number: u32, sent_at: i64) -> String {
    const NAMES: [&str; 6] = [
        "john.smith",
        "maria.lopez",
        "tom.becker",
        "priya.nair",
        "j.krueger",
        "sam.doyle",
    ];
    const DOMAINS: [&str; 6] = [
        "army.ml",
        "navy.ml",
        "arrny.mil",
        "harbourline.co",
        "harborline.com",
        "navy.mi",
    ];
    const SUBJECTS: [&str; 5] = [
        "Route and timings for Thursday",
        "Invoice 20417 and the delivery dates for the spare parts",
        "Übung im Frühjahr: Termine",
        "Re: Lessons from the spring exercise, with the list of all who were there and what each of them said",
        "Badge photos",
    ];
    let pick = |list: &[&'static str], step: u32| {
        let at = (number / step) as usize % list.len();
        list.get(at).copied().unwrap_or_default()
    };
    let date = jiff::Timestamp::from_millisecond(sent_at)
        .map(|at| at.strftime("%a, %d %b %Y %H:%M:%S +0000").to_string());
    format!(
        "Message-ID: <seed.{number}@northbridge.example>\r\nDate: {}\r\nFrom: alice.carter@northbridge.example\r\nTo: {}@{}\r\nSubject: {} ({number})\r\n\r\n",
        date.unwrap_or_default(),
        pick(&NAMES, 1),
        pick(&DOMAINS, 7),
        pick(&SUBJECTS, 3),
    )
}

fn settle(casebook: &mut Casebook, incident: IncidentId, number: usize, now: i64) -> Result<()> {
    let at = Timestamp::from_millis(now);
    match number % 9 {
        0..=4 => casebook.decide(incident, Decision::DealtWith, at)?,
        5..=7 => casebook.decide(incident, Decision::ItsRight(TrustScope::Once), at)?,
        // A few that were begun, and never ended.
        _ if number % 450 == 8 => casebook.decide(incident, Decision::Confirmed, at)?,
        _ => {
            let item = casebook.history_item(incident)?.context("the incident is gone")?;
            let bounce = Bounce {
                recipient: Address::parse(&item.address.to_string())?,
                status: Note::new("5.1.1"),
            };
            casebook.note_bounce(incident, bounce, at)?;
            casebook.decide(incident, Decision::DealtWith, at)?;
        }
    }
    Ok(())
}
