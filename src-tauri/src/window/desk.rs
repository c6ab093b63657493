//! The desk: the window's own connection to the casebook, on a thread of its own, so that no command ever blocks the web view.

use std::{sync::mpsc, time::Duration};

use super::error::CommandError;
use casebook::Casebook;
use tokio::sync::oneshot;

/// How often the desk looks whether another process wrote.
const LOOK: Duration = Duration::from_millis(500);

type Work = Box<dyn FnOnce(&mut Casebook) + Send>;

/// Hands work to the casebook's thread.
#[derive(Clone)]
pub(crate) struct Desk {
    work: mpsc::Sender<Work>,
}

impl Desk {
    /// Takes the casebook; `changed` is called when another process has written to it since it had this version, but not before
    /// the first question: until then nobody listens.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub(crate) fn new(
        mut casebook: Casebook,
        mut version: Option<i64>,
        changed: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let (work, received) = mpsc::channel::<Work>();
        std::thread::Builder::new().name("desk".into()).spawn(move || {
            let Ok(first) = received.recv() else {
                return;
            };
            first(&mut casebook);
            loop {
                match received.recv_timeout(LOOK) {
                    Ok(work) => work(&mut casebook),
                    Err(mpsc::RecvTimeoutError::Timeout) => {}
                    Err(mpsc::RecvTimeoutError::Disconnected) => return,
                }
                let found = casebook.data_version().ok();
                if found != version {
                    version = found;
                    changed();
                }
            }
        })?;
        Ok(Self { work })
    }

    /// Runs `work` on the casebook; none when the thread has ended.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Casebook) -> T + Send + 'static,
    ) -> Option<T> {
        let (answer, answered) = oneshot::channel();
        let work: Work = Box::new(move |casebook| {
            let _asker_left = answer.send(work(casebook));
        });
        self.work.send(work).ok()?;
        answered.await.ok()
    }

    /// As [`Self::ask`], from a thread that may block.
    ///
    /// # Errors
    /// Where the work fails, or the thread has ended.
    pub(crate) fn ask_and_wait<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Casebook) -> Result<T, casebook::Error> + Send + 'static,
    ) -> Result<T, CommandError> {
        let (answer, answered) = oneshot::channel();
        let work: Work = Box::new(move |casebook| {
            let _asker_left = answer.send(work(casebook));
        });
        let sent = self.work.send(work).ok();
        match sent.and_then(|()| answered.blocking_recv().ok()) {
            Some(done) => done.map_err(CommandError::from),
            None => Err(CommandError::no_desk()),
        }
    }
}
