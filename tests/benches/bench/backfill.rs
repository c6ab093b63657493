//! How long a new user waits until a full mailbox is judged, beside clients that only read it.

mod peers;

use std::{
    env, fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Cli, Dovecot, Home, Letter, OWNER, PASSWORD, Pki, Tls};

use crate::say;
use peers::{drained, imapclient};

/// Messages, unless BENCH_MESSAGES says another number.
const MESSAGES: u32 = 100_000;

/// Each is run so often with the server's caches warm, in turn; the best counts.
const ROUNDS: usize = 3;

/// The header fields that Astray asks for, so that all read the same.
const FIELDS: &str = "(UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (FROM SENDER TO CC BCC RESENT-TO RESENT-CC \
                      RESENT-BCC MESSAGE-ID DATE SUBJECT IN-REPLY-TO REFERENCES)])";

struct Backfill {
    dovecot: Dovecot,
    pki: Pki,
    messages: u32,
}

/// What one run of ours took.
struct Ours {
    time: Duration,
    peak_mebibytes: f64,
}

pub(crate) fn measure() -> Result<()> {
    let messages = match env::var("BENCH_MESSAGES") {
        Ok(number) => number.parse().context("BENCH_MESSAGES is no number")?,
        Err(_) => MESSAGES,
    };
    let pki = Pki::new()?;
    let backfill = Backfill {
        dovecot: Dovecot::start(&pki)?,
        pki,
        messages,
    };
    let rest = backfill.ours()?.peak_mebibytes;
    backfill.fill()?;
    backfill.cold()?;
    backfill.warm(rest)
}

impl Backfill {
    /// Writes the messages where the server keeps them: appending so many would take longer than all that is measured.
    fn fill(&self) -> Result<()> {
        let current = self.dovecot.maildir("alice", "Sent").join("cur");
        for number in 0..self.messages {
            let recipient = format!(
                "Person {} <person{}@firm{}.example>",
                number % 977,
                number % 977,
                number % 211
            );
            let letter = Letter::to(&recipient)
                .cc("Sam Doyle <sam.doyle@northbridge.example>")
                .subject(&format!("Minutes of meeting {number}"))
                .message_id(&format!("{number}.bench@northbridge.example"));
            fs::write(
                current.join(format!("{}.{number}.bench:2,S", 1_700_000_000 + number)),
                letter.to_bytes(),
            )?;
        }
        self.dovecot.own_mail()
    }

    /// Without the server's index and cache: it opens each file, which the system has in memory.
    fn cold(&self) -> Result<()> {
        self.forget_indexes()?;
        let ours = self.ours()?;
        self.forget_indexes()?;
        let drained = self.drained()?;
        say(&format!(
            "Backfill of {} messages, server cold: {}; raw socket {}; ratio {:.2}",
            self.messages,
            self.rate(ours.time),
            self.rate(drained),
            drained.as_secs_f64() / ours.time.as_secs_f64()
        ));
        Ok(())
    }

    fn warm(&self, rest: f64) -> Result<()> {
        let (mut best_ours, mut best_drained, mut best_python) = (Duration::MAX, Duration::MAX, None);
        let mut peak: f64 = 0.0;
        for _ in 0..ROUNDS {
            best_drained = best_drained.min(self.drained()?);
            let ours = self.ours()?;
            best_ours = best_ours.min(ours.time);
            peak = peak.max(ours.peak_mebibytes);
            let python = imapclient(&self.dovecot, &self.pki, FIELDS)?;
            best_python = python.into_iter().chain(best_python).min();
        }
        let ratio = |time: Duration| best_drained.as_secs_f64() / time.as_secs_f64();
        say(&format!(
            "Backfill, server warm, from socket to recorded verdict: {} (goal: 0.70 of the raw socket)",
            self.rate(best_ours)
        ));
        say(&format!(
            "  raw socket, thrown away: {}; ratio {:.2}",
            self.rate(best_drained),
            ratio(best_ours)
        ));
        match best_python {
            Some(python) => say(&format!(
                "  imapclient, read only: {}; its ratio {:.2}",
                self.rate(python),
                ratio(python)
            )),
            None => say("  imapclient is not installed"),
        }
        say(&format!(
            "  peak memory (RSS): {peak:.1} MiB, {:.1} MiB over an empty mailbox (goal: 40)",
            peak - rest
        ));
        Ok(())
    }

    /// A first look with a new casebook, by the command line tool.
    fn ours(&self) -> Result<Ours> {
        let home = Home::new()?;
        home.write_policy(r#"{"protected_domains": ["army.mil"]}"#)?;
        let path = self
            .dovecot
            .write_account_file(home.dir(), &self.pki, Tls::Implicit)?;
        let path = path.to_str().context("the path is no text")?.to_owned();
        let begun = Instant::now();
        let mut child = Cli::new(home.env())
            .command(&["watch", "--once", "--account-file", &path])?
            .spawn()?;
        let mut peak: f64 = 0.0;
        let status = loop {
            peak = peak.max(peak_of(child.id()).unwrap_or_default());
            if let Some(status) = child.try_wait()? {
                break status;
            }
            thread::sleep(Duration::from_millis(2));
        };
        let time = begun.elapsed();
        ensure!(status.success(), "the look failed");
        Ok(Ours {
            time,
            peak_mebibytes: peak,
        })
    }

    fn drained(&self) -> Result<Duration> {
        drained(&self.dovecot, &self.pki, (self.messages, FIELDS))
    }

    fn forget_indexes(&self) -> Result<()> {
        let dir: PathBuf = self.dovecot.maildir("alice", "Sent");
        for entry in fs::read_dir(&dir)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            if name.starts_with("dovecot.index") {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    fn rate(&self, time: Duration) -> String {
        let seconds = time.as_secs_f64();
        format!(
            "{seconds:.2} s, {:.0} thousand/s",
            f64::from(self.messages) / seconds / 1000.0
        )
    }
}

/// The most memory that a process has had so far, in mebibytes.
fn peak_of(process: u32) -> Result<f64> {
    let status = fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line
        .and_then(|line| line.split_whitespace().next())
        .context("no peak")?;
    Ok(kibibytes.parse::<f64>()? / 1024.0)
}

/// The account that all clients use.
fn sign_in() -> (&'static str, &'static str, &'static str) {
    ("alice", PASSWORD, OWNER)
}
