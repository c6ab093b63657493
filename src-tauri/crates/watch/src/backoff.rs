//! How long to wait before trying a mailbox again.

use std::{
    hash::{BuildHasher, RandomState},
    time::Duration,
};

use mailbox::NextMove;

/// The first wait after a lost connection.
const FIRST: Duration = Duration::from_secs(1);

/// The longest wait after a lost connection.
const LONGEST: Duration = Duration::from_secs(300);

/// The wait where trying again helps only if somebody else mends something. A third refused sign-in falls within the hour after which
/// no more is tried.
const FOR_OTHERS: Duration = Duration::from_secs(25 * 60);

/// The waits of one mailbox: doubling from one second to five minutes, a fifth of it by chance, so that a thousand desktops do not
/// return to a restarted server in step.
#[derive(Debug)]
pub(crate) struct Backoff {
    failures: u32,
}

impl Backoff {
    /// No failure yet.
    pub(crate) const fn new() -> Self {
        Self { failures: 0 }
    }

    /// The wait after one failure more.
    pub(crate) fn after(&mut self, next: NextMove) -> Duration {
        self.failures = self.failures.saturating_add(1);
        match next {
            NextMove::Retry => jittered(
                FIRST
                    .saturating_mul(1 << (self.failures.min(10) - 1))
                    .min(LONGEST),
            ),
            NextMove::AskUser => FOR_OTHERS,
        }
    }

    /// The mailbox answered: the next failure is the first again.
    pub(crate) fn reset(&mut self) {
        self.failures = 0;
    }
}

/// Between 80 % and 100 % of `wait`.
fn jittered(wait: Duration) -> Duration {
    // RandomState is the standard library's only source of chance; a few bits are enough here.
    let chance = u32::try_from(RandomState::new().hash_one(0) % 200).unwrap_or(0);
    wait.saturating_mul(1000 - chance) / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_five_minutes() {
        let mut backoff = Backoff::new();
        let waits: Vec<f32> = (0..12)
            .map(|_| backoff.after(NextMove::Retry).as_secs_f32())
            .collect();
        for (wait, most) in waits.iter().zip([
            1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 300.0, 300.0, 300.0,
        ]) {
            assert!((most * 0.8..=most).contains(wait), "{wait} for {most}");
        }
        backoff.reset();
        assert!(backoff.after(NextMove::Retry) <= Duration::from_secs(1));
    }

    #[test]
    fn a_refused_sign_in_is_not_repeated_often() {
        let mut backoff = Backoff::new();
        for _ in 0..3 {
            assert_eq!(backoff.after(NextMove::AskUser), FOR_OTHERS);
        }
    }
}
