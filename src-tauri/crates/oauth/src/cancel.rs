//! Cancel: how a sign-in is broken off from elsewhere.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Breaks a sign-in off; clones break off the same one.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Has the sign-in end within a moment.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// Waits, but not longer than until the sign-in is broken off.
    pub(crate) fn rest(&self, wait: Duration) {
        let begun = Instant::now();
        while !self.is_cancelled() && begun.elapsed() < wait {
            thread::sleep(LOOK.min(wait.saturating_sub(begun.elapsed())));
        }
    }
}

/// Between two looks whether it was broken off.
pub(crate) const LOOK: Duration = Duration::from_millis(25);
