//! The connection is cut at every stage of the dialogue, and before and after every answer: what is said of the letter is true.

use std::time::Duration;

use anyhow::{Result, ensure};
use astray_tests::Tls;
use mailbox::Limits;
use message::{HeaderText, MessageId};
use response::{Error, Letter, LetterText, Outcome, Outline, prepare};

use super::{
    proxy::{Break, Then, Way, Wire},
    scene::{Scene, now, party},
};

/// What was said of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    NotSent,
    Sent,
    Unknown,
}

#[test]
fn whatever_is_said_of_a_letter_after_a_cut_is_true() -> Result<()> {
    let scene = Scene::new()?;
    for tls in [Tls::Implicit, Tls::StartTls] {
        let mut tries = Vec::new();
        for (way, after) in stages(&scene, tls)? {
            let cut = Break {
                way,
                after,
                then: Then::Ends,
            };
            let (id, told) = send(&scene, tls, Some(cut), &scene.limits)?;
            tries.push((cut, id, told));
        }
        scene.settle()?;
        let mut seen = Vec::new();
        for (cut, id, told) in tries {
            let arrived = scene.count_of("john", &id)?;
            let is_true = match told {
                Told::NotSent => arrived == 0,
                Told::Sent => arrived == 1,
                Told::Unknown => arrived <= 1,
            };
            ensure!(is_true, "{cut:?}: {told:?}, and {arrived} arrived");
            seen.push((told, arrived));
        }
        // The interesting ones have happened: not sent, unknown either way, and sent although the goodbye was cut.
        for expected in [
            (Told::NotSent, 0),
            (Told::Unknown, 0),
            (Told::Unknown, 1),
            (Told::Sent, 1),
        ] {
            ensure!(seen.contains(&expected), "{expected:?} is not among {seen:?}");
        }
    }
    Ok(())
}

#[test]
fn a_server_that_falls_silent_after_the_letter_leaves_it_unknown() -> Result<()> {
    let scene = Scene::new()?;
    // The last answers: to DATA, to the letter, and to the goodbye.
    let answers = stages(&scene, Tls::Implicit)?
        .into_iter()
        .rev()
        .filter(|(way, _)| *way == Way::ToClient)
        .map(|(_, after)| after)
        .take(9);
    let limits = Limits {
        command_for: Duration::from_secs(1),
        ..Limits::default()
    };
    let mut unknown = Vec::new();
    for after in answers {
        let silence = Break {
            way: Way::ToClient,
            after,
            then: Then::Silent,
        };
        let (id, told) = send(&scene, Tls::Implicit, Some(silence), &limits)?;
        if told == Told::Unknown {
            unknown.push(id);
        }
    }
    scene.settle()?;
    ensure!(!unknown.is_empty(), "no silence came after the letter");
    for id in unknown {
        ensure!(scene.count_of("john", &id)? <= 1);
    }
    Ok(())
}

/// Every place where a piece of a whole dialogue ends, one octet before it, and the middle of each piece.
fn stages(scene: &Scene, tls: Tls) -> Result<Vec<(Way, usize)>> {
    let wire = Wire::to(scene.account(tls).port, None)?;
    let (_, told) = send_over(scene, tls, &wire, &scene.limits)?;
    ensure!(told == Told::Sent, "{told:?}");
    let passed = wire.passed_in_all();
    let mut stages = Vec::new();
    for way in [Way::ToServer, Way::ToClient] {
        let mut so_far = 0;
        for (_, count) in passed.iter().filter(|(one, _)| *one == way) {
            stages.push((way, so_far + count / 2));
            so_far += count;
            stages.push((way, so_far - 1));
            stages.push((way, so_far));
        }
    }
    stages.retain(|(_, after)| *after > 0);
    Ok(stages)
}

fn send(scene: &Scene, tls: Tls, breaks: Option<Break>, limits: &Limits) -> Result<(MessageId, Told)> {
    let wire = Wire::to(scene.account(tls).port, breaks)?;
    send_over(scene, tls, &wire, limits)
}

fn send_over(scene: &Scene, tls: Tls, wire: &Wire, limits: &Limits) -> Result<(MessageId, Told)> {
    let outline = Outline {
        from: party("", "alice@acme.example"),
        to: vec![party("", "john@army.ml")],
        subject: HeaderText::clean("Cut"),
        text: LetterText::clean("Once and never twice."),
        attachments: Vec::new(),
        message_id: scene.message_id(),
        date: now(),
        follows: None,
    };
    let letter = Letter::compose(&outline)?;
    let mut account = scene.account(tls);
    account.port = wire.port;
    let outcome = prepare(&letter, &account, &scene.password(), limits).and_then(response::Prepared::send);
    let told = match outcome {
        Ok(Outcome::Sent { .. }) => Told::Sent,
        Ok(Outcome::Unknown { .. }) => Told::Unknown,
        Ok(Outcome::Refused(refusals)) => anyhow::bail!("refused: {refusals:?}"),
        Err(Error::Connection(_)) => Told::NotSent,
        Err(other) => return Err(other.into()),
    };
    Ok((outline.message_id, told))
}
