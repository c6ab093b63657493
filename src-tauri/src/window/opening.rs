//! Reading what the window shows first, on a thread of its own, while the desktop and the web view get ready.

use std::{io, thread, thread::JoinHandle};

use anyhow::Context as _;
use casebook::Casebook;
use paths::Paths;

use super::{history, start::StartView};
use crate::role::Route;

/// The reading under way.
pub(super) struct Opening(JoinHandle<Result<Opened, casebook::Error>>);

/// What was read.
pub(super) struct Opened {
    pub(super) casebook: Casebook,
    /// The casebook's before it was read, to tell what was written since.
    pub(super) version: Option<i64>,
    /// The answer to the window's first question.
    pub(super) start: StartView,
}

impl Opening {
    /// Begins to read.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub(super) fn begin(paths: Paths, route: Route) -> io::Result<Self> {
        let reading = thread::Builder::new().name("opening".into());
        Ok(Self(reading.spawn(move || read(&paths, route))?))
    }

    /// Waits for what was read.
    ///
    /// # Errors
    /// Where the casebook cannot be used.
    pub(super) fn end(self) -> anyhow::Result<Opened> {
        let read = self
            .0
            .join()
            .map_err(|_| anyhow::Error::msg("the reading thread panicked"))?;
        read.context("the casebook cannot be opened")
    }
}

fn read(paths: &Paths, route: Route) -> Result<Opened, casebook::Error> {
    let casebook = Casebook::open(&paths.casebook_path())?;
    let version = casebook.data_version().ok();
    let mut start = StartView::new(paths, route);
    if route == Route::History {
        start.history = Some(history::everything(&casebook)?);
    }
    Ok(Opened {
        casebook,
        version,
        start,
    })
}
