//! How long a new user waits until a full mailbox is judged, beside clients that only read it.

mod async_client;
mod peers;
mod year;

use std::{
    env, fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Cli, Dovecot, Home, OWNER, PASSWORD, Pki, Tls};

use crate::say;
use async_client::async_imap;
use peers::{drained, imapclient};
use year::{letter, scattered};

/// Messages, unless BENCH_MESSAGES says another number.
const MESSAGES: u32 = 100_000;

/// Messages of the mailbox that is read cold: the server takes a hundred microseconds for each then, whoever asks.
const COLD: u32 = 20_000;

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
    backfill.cold()?;
    backfill.fill(messages)?;
    backfill.warm(rest)
}

impl Backfill {
    /// Writes the messages where the server keeps them: appending so many would take longer than all that is measured.
    fn fill(&self, messages: u32) -> Result<()> {
        let current = self.dovecot.maildir("alice", "Sent").join("cur");
        fs::create_dir_all(&current)?;
        for number in 0..messages {
            // Names that end alike are one to the server's hash table, and a thousand of them take it minutes.
            let name = format!("bench.{:016x}:2,S", scattered(number));
            fs::write(current.join(name), letter(number).to_bytes())?;
        }
        self.dovecot.own_mail()
    }

    /// Without the server's index and cache: it opens each file, which the system has in memory.
    fn cold(&self) -> Result<()> {
        let messages = self.messages.min(COLD);
        self.fill(messages)?;
        let drained = self.drained(messages)?;
        self.forget_indexes()?;
        let ours = self.ours()?;
        self.forget_indexes()?;
        let drained = drained.min(self.drained(messages)?);
        say(&format!(
            "Backfill of {messages} messages, server cold: {}; raw socket {}; ratio {:.2}",
            rate(messages, ours.time),
            rate(messages, drained),
            drained.as_secs_f64() / ours.time.as_secs_f64()
        ));
        Ok(())
    }

    fn warm(&self, rest: f64) -> Result<()> {
        self.drained(self.messages)?;
        let mut best = Best::default();
        for _ in 0..ROUNDS {
            let all = (self.messages, FIELDS);
            best.drained.take(self.drained(self.messages)?);
            let ours = self.ours()?;
            best.ours.take(ours.time);
            best.peak_mebibytes = best.peak_mebibytes.max(ours.peak_mebibytes);
            best.async_imap.take(async_imap(&self.dovecot, &self.pki, all)?);
            if let Some(python) = imapclient(&self.dovecot, &self.pki, FIELDS)? {
                best.imapclient.take(python);
            }
        }
        let line = |what: &str, time: Time| match time.0 {
            Some(time) => {
                let ratio = best.drained.0.unwrap_or_default().as_secs_f64() / time.as_secs_f64();
                say(&format!(
                    "  {what}: {}; ratio {ratio:.2}",
                    rate(self.messages, time)
                ));
            }
            None => say(&format!("  {what}: not installed")),
        };
        say(&format!(
            "Backfill of {} messages, server warm, beside a raw socket:",
            self.messages
        ));
        line("raw socket, thrown away", best.drained);
        line("Astray, from socket to recorded verdict (goal: 0.70)", best.ours);
        line("async-imap, read only", best.async_imap);
        line("imapclient, read only", best.imapclient);
        say(&format!(
            "  peak memory (RSS): {:.1} MiB, {:.1} MiB over an empty mailbox (goal: 40)",
            best.peak_mebibytes,
            best.peak_mebibytes - rest
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

    fn drained(&self, messages: u32) -> Result<Duration> {
        drained(&self.dovecot, &self.pki, (messages, FIELDS))
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
}

/// The best times of all clients, and the most memory of ours.
#[derive(Default)]
struct Best {
    drained: Time,
    ours: Time,
    async_imap: Time,
    imapclient: Time,
    peak_mebibytes: f64,
}

#[derive(Clone, Copy, Default)]
struct Time(Option<Duration>);

impl Time {
    fn take(&mut self, time: Duration) {
        self.0 = self.0.into_iter().chain([time]).min();
    }
}

fn rate(messages: u32, time: Duration) -> String {
    let seconds = time.as_secs_f64();
    format!(
        "{seconds:.2} s, {:.0} thousand/s",
        f64::from(messages) / seconds / 1000.0
    )
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
