//! The chain: each event carries a hash over itself and the hash before it, so that a changed record shows.

use message::Timestamp;
use sha2::{Digest, Sha256};

/// SHA-256 over the hash before (empty for the first event) and all of the event, each part with its length before it.
pub(crate) fn link(before: &[u8], incident: i64, seq: i64, at: Timestamp, texts: [&str; 3]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(bytes);
    };
    part(before);
    part(&incident.to_be_bytes());
    part(&seq.to_be_bytes());
    part(&at.millis().to_be_bytes());
    for text in texts {
        part(text.as_bytes());
    }
    hash.finalize().into()
}
