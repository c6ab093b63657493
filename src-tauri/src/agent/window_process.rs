//! The window as a process of its own: spawned when something has to be shown, told where to go while it lives.

use std::{
    io::Write,
    process::{Child, ChildStdin, Command, Stdio},
};

use crate::role::Route;

/// The agent's environment that keeps it small, and must not reach the web view.
///
/// It draws nothing, and the first GTK program of a session would otherwise load 43 MiB of OpenGL just to choose a visual
/// (measured). Its threads are idle nearly always, so each need not have a heap of its own.
pub(crate) const FRUGAL: [(&str, &str); 2] = [("GDK_GL", "disable"), ("MALLOC_ARENA_MAX", "1")];

/// The open window, if one is.
#[derive(Default)]
pub(crate) struct WindowProcess {
    running: Option<(Child, ChildStdin)>,
}

impl WindowProcess {
    /// Shows `route`: in the window that is open, which comes to the front, else in a new one.
    ///
    /// `ended` is called with the process's number, on a thread of its own, when a window that this call opened has closed.
    ///
    /// # Errors
    /// Where the window cannot be started.
    pub(crate) fn show(
        &mut self,
        route: Route,
        ended: impl FnOnce(u32) + Send + 'static,
    ) -> std::io::Result<()> {
        if let Some((child, stdin)) = &mut self.running
            && child.try_wait()?.is_none()
            && writeln!(stdin, "{route}").is_ok()
        {
            return Ok(());
        }
        let mut command = Command::new(std::env::current_exe()?);
        command
            .arg("--window")
            .arg(route.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        for (name, _) in FRUGAL {
            command.env_remove(name);
        }
        let mut child = command.spawn()?;
        // The window writes nothing to its standard output: its end is the window's end, and waiting for it costs no wake-up.
        let (output, id) = (child.stdout.take(), child.id());
        std::thread::Builder::new().name("window".into()).spawn(move || {
            if let Some(mut output) = output {
                let _ended = std::io::copy(&mut output, &mut std::io::sink());
            }
            ended(id);
        })?;
        self.running = child.stdin.take().map(|stdin| (child, stdin));
        Ok(())
    }

    /// Takes note that the window of process `id` closed, so that the system forgets it. Another one may be open by then.
    pub(crate) fn reap(&mut self, id: u32) {
        if self.running.as_ref().is_some_and(|(child, _)| child.id() == id) {
            self.wait();
        }
    }

    /// Closes the window, if one is open.
    pub(crate) fn close(&mut self) {
        if let Some((child, _)) = &mut self.running
            && let Err(error) = child.kill()
        {
            tracing::warn!("the window could not be closed: {error}");
        }
        self.wait();
    }

    fn wait(&mut self) {
        if let Some((mut child, stdin)) = self.running.take() {
            drop(stdin);
            if let Err(error) = child.wait() {
                tracing::warn!("the window's end could not be awaited: {error}");
            }
        }
    }
}
