//! Calls that may never return, each on a thread of its own and waited for only so long.

use std::{
    sync::{
        Arc,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

use crate::Error;

/// Calls left behind at one time. Each holds a thread and a connection to the bus, and may show the user a dialog.
const MOST_UNDER_WAY: usize = 16;

/// The bound, and a count of the calls under way: each thread holds a clone of `under_way` until it ends.
#[derive(Clone, Debug)]
pub(crate) struct Bounded {
    patience: Duration,
    under_way: Arc<()>,
}

impl Bounded {
    pub(crate) fn new(patience: Duration) -> Self {
        Self {
            patience,
            under_way: Arc::new(()),
        }
    }

    /// Runs `call` on a thread that is never joined: a late one is left behind, and its answer dropped.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        call: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let timed_out = Error::TimedOut {
            within: self.patience,
        };
        let slot = Arc::clone(&self.under_way);
        if Arc::strong_count(&slot) > MOST_UNDER_WAY {
            return Err(timed_out);
        }
        let (answer, answered) = mpsc::sync_channel(1);
        let work = move || {
            let _slot = slot;
            // Nobody listens to a late answer any more.
            let _ = answer.send(call());
        };
        thread::Builder::new()
            .name("keyring".into())
            .spawn(work)
            .map_err(|error| Error::Refused(error.into()))?;
        match answered.recv_timeout(self.patience) {
            Ok(answer) => answer,
            Err(RecvTimeoutError::Timeout) => Err(timed_out),
            Err(RecvTimeoutError::Disconnected) => Err(Error::Refused("the call to it broke off".into())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Duration = Duration::from_millis(20);

    #[test]
    fn answers_what_the_call_answers() {
        let bounded = Bounded::new(Duration::from_secs(60));
        assert_eq!(bounded.run(|| Ok(7)).unwrap(), 7);
    }

    #[test]
    fn leaves_a_silent_call_behind_and_serves_the_next() {
        let bounded = Bounded::new(SHORT);
        let (release, hold) = mpsc::channel::<()>();
        let silent = move || {
            let _ = hold.recv();
            Ok(())
        };
        assert!(matches!(bounded.run(silent), Err(Error::TimedOut { within }) if within == SHORT));
        let patient = Bounded {
            patience: Duration::from_secs(60),
            ..bounded
        };
        assert!(patient.run(|| Ok(())).is_ok());
        drop(release);
    }

    #[test]
    fn a_panic_in_the_call_is_an_error_and_no_wait() {
        let bounded = Bounded::new(Duration::from_secs(60));
        let answer = bounded.run::<()>(|| panic!("as a store with a poisoned lock does"));
        assert!(matches!(answer, Err(Error::Refused(_))));
    }

    #[test]
    fn silent_calls_do_not_pile_up() {
        let bounded = Bounded::new(Duration::from_millis(1));
        let (release, hold) = mpsc::sync_channel::<()>(0);
        let hold = Arc::new(std::sync::Mutex::new(hold));
        for _ in 0..3 * MOST_UNDER_WAY {
            let hold = Arc::clone(&hold);
            let silent = move || {
                let _ = hold.lock().unwrap().recv();
                Ok(())
            };
            assert!(matches!(bounded.run(silent), Err(Error::TimedOut { .. })));
        }
        assert!(Arc::strong_count(&bounded.under_way) <= MOST_UNDER_WAY + 1);
        drop(release);
    }
}
