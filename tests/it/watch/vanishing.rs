//! Messages that are taken away soon after they were filed: found or counted, whatever the delay.

use std::{thread, time::Duration};

use anyhow::{Result, ensure};
use astray_tests::{MailServer as _, Options, until};

use super::{inside::Ready, mailboxes::figure, scene::astray};

/// A server tells nothing of what has gone before it told of its coming: then the next look counts it, here soon.
const IDLE: Duration = Duration::from_secs(2);

/// Until what was filed is recorded, on a slow machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Messages for each delay.
const EACH: u64 = 4;

#[test]
fn a_message_that_is_soon_taken_away_is_found_or_counted() -> Result<()> {
    let scene = Ready::new(Options::default(), &[])?.watch(IDLE)?;
    scene.until_watching()?;
    let mut alice = scene.dovecot.alice()?;
    alice.command("SELECT Sent")?;
    let mut filed = 0;
    for delay in [0, 250, 500, 750, 1000, 2000] {
        let before = scene.note()?.incidents;
        for number in 0..EACH {
            scene
                .dovecot
                .append(&astray(&format!("After {delay} ms, {number}")))?;
            thread::sleep(Duration::from_millis(delay));
            // A session knows no message that came since its last command.
            alice.command("NOOP")?;
            alice.command("UID STORE 1:* +FLAGS.SILENT (\\Deleted)")?;
            let gone = alice.command("EXPUNGE")?.join(" ");
            ensure!(gone.contains("* 1 EXPUNGE"), "it is still there: {gone}");
            filed += 1;
            until("the message, or its loss", PATIENCE, || {
                let note = scene.note().ok()?;
                (note.incidents + note.vanished == filed).then_some(())
            })?;
        }
        let found = scene.note()?.incidents - before;
        figure(&format!(
            "taken away after {delay} ms: {found} of {EACH} were judged"
        ));
        ensure!(
            delay < 2000 || found == EACH,
            "{found} of {EACH} after {delay} ms"
        );
    }
    Ok(())
}
