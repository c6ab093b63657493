//! A child process that ends with the value that stands for it.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

use crate::wait::until;

/// How long a process may take to end after SIGTERM before it is killed.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running child process and what it printed. Dropped, it is asked to end, and killed where it does not.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
    log_path: PathBuf,
}

impl Process {
    /// Starts `command` with both its outputs in `log_dir/NAME.log`; its standard input is closed unless it was set.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn spawn(name: &str, command: &mut Command, log_dir: &Path) -> Result<Self> {
        command.stdin(Stdio::null());
        Self::spawn_with_stdin(name, command, log_dir)
    }

    /// As [`Self::spawn`], with the command's standard input as the caller has set it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn spawn_with_stdin(name: &str, command: &mut Command, log_dir: &Path) -> Result<Self> {
        let log_path = log_dir.join(format!("{name}.log"));
        let log = File::options()
            .create(true)
            .append(true)
            .open(&log_path)
            .with_context(|| format!("{} cannot be written", log_path.display()))?;
        let child = command
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("{} cannot be started", command.get_program().display()))?;
        Ok(Self {
            name: name.to_owned(),
            child,
            log_path,
        })
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The child itself, for its standard input.
    pub const fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Its exit status; none while it runs.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// All that it has printed so far.
    pub fn printed(&self) -> String {
        fs::read(&self.log_path)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }

    /// Sends a signal by its name: `TERM`, `STOP`, `CONT`, `KILL`.
    ///
    /// # Errors
    /// When the process is gone.
    pub fn signal(&self, signal: &str) -> Result<()> {
        let status = Command::new("kill")
            .args(["-s", signal, &self.id().to_string()])
            .stderr(Stdio::null())
            .status()
            .context("kill cannot be run")?;
        anyhow::ensure!(status.success(), "{} has ended already", self.name);
        Ok(())
    }

    /// Waits until it has ended by itself.
    ///
    /// # Errors
    /// When it still runs after that time.
    pub fn wait(&mut self, within: Duration) -> Result<ExitStatus> {
        let what = format!("the end of {}", self.name);
        until(&what, within, || self.ended())
    }

    /// Ends it with SIGTERM, and with SIGKILL where that does not help.
    ///
    /// # Errors
    /// When not even SIGKILL ends it.
    pub fn stop(&mut self) -> Result<ExitStatus> {
        if let Some(status) = self.ended() {
            return Ok(status);
        }
        self.signal("TERM")?;
        // A process that was stopped takes no signal but this one.
        self.signal("CONT")?;
        match self.wait(PATIENCE) {
            Ok(status) => Ok(status),
            Err(_) => self.kill(),
        }
    }

    /// Ends it and its children as a power cut would.
    ///
    /// # Errors
    /// When it cannot be killed.
    pub fn kill_family(&mut self) -> Result<ExitStatus> {
        let id = self.id();
        let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        let status = self.kill()?;
        if !children.is_empty() {
            // Some have ended by themselves by now.
            let _ = Command::new("kill")
                .args(["-s", "KILL"])
                .args(children.split_whitespace())
                .stderr(Stdio::null())
                .status()?;
        }
        Ok(status)
    }

    /// Ends it as a power cut would.
    ///
    /// # Errors
    /// When it cannot be killed.
    pub fn kill(&mut self) -> Result<ExitStatus> {
        self.child.kill()?;
        Ok(self.child.wait()?)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A failed test says what the other side had to say: the harness keeps what a test's thread prints, and shows it then.
        if thread::panicking() || thread::current().name() != Some("main") {
            let printed = self.printed();
            let tail: Vec<&str> = printed.lines().rev().take(40).collect();
            #[expect(
                clippy::print_stderr,
                reason = "the test harness shows it with the failed test"
            )]
            for line in tail.iter().rev().filter(|line| !line.is_empty()) {
                eprintln!("[{}] {line}", self.name);
            }
        }
        // Nothing is left to do about a process that cannot be ended.
        let _ = self.stop();
    }
}
