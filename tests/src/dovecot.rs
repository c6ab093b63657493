//! A real IMAP server: the system's Dovecot with a configuration of its own, on 127.0.0.1.

mod config;
mod imap;
mod mail;

use std::{
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

pub use config::{Options, PASSWORD, Sent, Tls};
pub use imap::Imap;
pub(crate) use imap::await_greeting;

use crate::{free_port, letter::Letter, mail_server::MailServer, pki::Pki, process::Process, wait::until};
use config::Place;

const DOVECOT: &str = "/usr/sbin/dovecot";
/// Its login process refuses to be root, so that root must drop to somebody.
const NOBODY: &str = "nobody";
const READY_WITHIN: Duration = Duration::from_secs(10);

/// A running Dovecot with its users' mail. Dropped, it is stopped and its mail removed.
#[derive(Debug)]
pub struct Dovecot {
    place: Place,
    options: Options,
    process: Option<Process>,
    client: Mutex<Option<Imap>>,
    _removed: Option<TempDir>,
}

impl Dovecot {
    /// A server with all that Astray likes: special use, IDLE, both kinds of TLS, a good certificate.
    ///
    /// # Errors
    /// When Dovecot is not installed or does not start.
    pub fn start(pki: &Pki) -> Result<Self> {
        Self::start_with(pki, Options::default())
    }

    /// A server that is lacking as the options say.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_with(pki: &Pki, options: Options) -> Result<Self> {
        let removed = tempfile::Builder::new().prefix("astray-dovecot-").tempdir()?;
        let dir = removed.path().to_owned();
        Self::start_in(&dir, pki, options, Some(removed))
    }

    /// A server whose mail stays in `dir`. It must be a place that `nobody` can reach where root is the caller, and a short path.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_kept(dir: &Path, pki: &Pki, options: Options) -> Result<Self> {
        fs::create_dir_all(dir)?;
        Self::start_in(dir, pki, options, None)
    }

    fn start_in(dir: &Path, pki: &Pki, options: Options, removed: Option<TempDir>) -> Result<Self> {
        ensure!(
            Path::new(DOVECOT).exists(),
            "{DOVECOT} is missing: apt-get install dovecot-imapd"
        );
        let place = Place {
            dir: dir.to_owned(),
            tls_port: free_port()?,
            plain_port: free_port()?,
            auth_port: free_port()?,
            user: runner(dir)?,
        };
        place.copy_certificate(&pki.leaf_paths(options.certificate))?;
        let mut dovecot = Self {
            place,
            options,
            process: None,
            client: Mutex::default(),
            _removed: removed,
        };
        dovecot.set_password(PASSWORD)?;
        dovecot.run()?;
        Ok(dovecot)
    }

    /// The port of that kind of TLS on 127.0.0.1. It stays the same over a restart.
    pub const fn port(&self, tls: Tls) -> u16 {
        match tls {
            Tls::Implicit => self.place.tls_port,
            Tls::StartTls => self.place.plain_port,
        }
    }

    /// The port where other servers of 127.0.0.1 ask whether a password is right.
    pub(crate) const fn auth_port(&self) -> u16 {
        self.place.auth_port
    }

    /// Where the users' homes are, and as whom the server runs; none: as the caller.
    pub(crate) fn homes(&self) -> (PathBuf, Option<&str>) {
        (self.place.dir.join("home"), self.place.user.as_deref())
    }

    /// The wire name of the mailbox that sent mail is put into by [`Self::append`].
    pub const fn sent(&self) -> &'static str {
        self.options.sent.mailbox()
    }

    /// Stops the server; its mail stays. Its connections are closed.
    ///
    /// # Errors
    /// When it does not end.
    pub fn stop(&mut self) -> Result<()> {
        self.forget_client();
        match self.process.take() {
            Some(mut process) => process.stop().map(drop),
            None => Ok(()),
        }
    }

    /// Starts the server again where it was stopped.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_again(&mut self) -> Result<()> {
        ensure!(self.process.is_none(), "the server is running");
        self.run()
    }

    /// Stops and starts the server with other options; its mail stays.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn restart_with(&mut self, pki: &Pki, options: Options) -> Result<()> {
        self.stop()?;
        self.place
            .copy_certificate(&pki.leaf_paths(options.certificate))?;
        self.options = options;
        self.run()
    }

    /// Gives every user another password. It holds when this returns.
    ///
    /// # Errors
    /// When the server does not take it.
    pub fn set_password(&self, password: &str) -> Result<()> {
        self.place.write_users(password)?;
        if self.process.is_none() {
            return Ok(());
        }
        // Dovecot 2.3 reads the file of users again once a second at most.
        until("the new password", READY_WITHIN, || {
            self.client("alice").ok().map(drop)
        })
    }

    /// Puts a letter into alice's sent mail with a real APPEND, and says when the server had answered OK.
    ///
    /// # Errors
    /// When the server refuses it.
    pub fn append(&self, letter: &Letter) -> Result<Instant> {
        self.append_to("alice", self.sent(), letter)
    }

    /// Puts a letter into a mailbox, named as on the wire. The connection is kept for the next.
    ///
    /// # Errors
    /// When the server refuses it.
    pub fn append_to(&self, user: &str, mailbox: &str, letter: &Letter) -> Result<Instant> {
        let mut kept = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        let mut client = match kept.take().filter(|client| client.user() == user) {
            Some(client) => client,
            None => self.client(user)?,
        };
        let at = client.append(mailbox, letter)?;
        *kept = Some(client);
        Ok(at)
    }

    /// A connection of a user's own mail program, signed in: for what else a test does to a mailbox.
    ///
    /// # Errors
    /// When the server is stopped or refuses the password.
    pub fn client(&self, user: &str) -> Result<Imap> {
        Imap::sign_in(self.place.plain_port, user, &self.place.password()?)
    }

    /// Runs `doveadm` on this server.
    ///
    /// # Errors
    /// When it fails; the error says what it printed.
    pub fn doveadm(&self, arguments: &[&str]) -> Result<String> {
        let mut command = self.command("/usr/bin/doveadm");
        command.arg("-c").arg(self.place.config_path()).args(arguments);
        let Output {
            status,
            stdout,
            stderr,
        } = command.output()?;
        ensure!(
            status.success(),
            "doveadm {arguments:?}: {status}, {}",
            String::from_utf8_lossy(&stderr)
        );
        Ok(String::from_utf8(stdout)?)
    }

    /// What the server has logged.
    pub fn log(&self) -> String {
        fs::read_to_string(self.place.dir.join("server.log")).unwrap_or_default()
    }

    fn run(&mut self) -> Result<()> {
        self.place.write_config(&self.options)?;
        // Left over, it is connected to, and the start takes five seconds.
        let _ = fs::remove_file(self.place.dir.join("run/anvil-auth-penalty"));
        let mut command = self.command(DOVECOT);
        command.arg("-F").arg("-c").arg(self.place.config_path());
        let process = Process::spawn("dovecot", &mut command, &self.place.dir)?;
        let process = self.process.insert(process);
        await_greeting(self.place.plain_port, READY_WITHIN, || process.ended().is_some())
            .with_context(|| format!("Dovecot does not start: {}", self.process_log()))
    }

    fn process_log(&self) -> String {
        format!(
            "{} {}",
            self.process.as_ref().map(Process::printed).unwrap_or_default(),
            self.log()
        )
    }

    /// A command that runs as the server does.
    fn command(&self, program: &str) -> Command {
        let mut command = match &self.place.user {
            Some(user) => {
                let mut command = Command::new("setpriv");
                command.args(["--reuid", user, "--regid", "nogroup", "--clear-groups", program]);
                command
            }
            None => Command::new(program),
        };
        command.current_dir(&self.place.dir).env("HOME", &self.place.dir);
        command
    }

    fn forget_client(&self) {
        *self.client.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl MailServer for Dovecot {
    fn name(&self) -> &'static str {
        "dovecot"
    }

    fn port(&self, tls: Tls) -> u16 {
        self.port(tls)
    }

    fn alice(&self) -> Result<Imap> {
        self.client("alice")
    }

    fn mailbox(&self, name: &str) -> String {
        name.to_owned()
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        // An orderly end takes a second. Should this fail, the process is asked to end when it is dropped.
        if let Some(mut process) = self.process.take() {
            let _ = process.kill_family();
        }
    }
}

/// As whom the server runs; none where it is the caller. Gives `dir` to that user.
fn runner(dir: &Path) -> Result<Option<String>> {
    if fs::metadata("/proc/self")?.uid() != 0 {
        return Ok(None);
    }
    let passwd = fs::read_to_string("/etc/passwd")?;
    let fields: Option<Vec<&str>> = passwd
        .lines()
        .map(|line| line.split(':').collect())
        .find(|fields: &Vec<&str>| fields.first() == Some(&NOBODY));
    let number = |at: usize| -> Option<u32> { fields.as_ref()?.get(at)?.parse().ok() };
    std::os::unix::fs::chown(dir, number(2), number(3))?;
    Ok(Some(NOBODY.to_owned()))
}
