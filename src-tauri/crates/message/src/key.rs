//! MessageKey: by what a message is known again when it is seen a second time.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::{Address, MessageId, Timestamp};

/// The identity of a message: a SHA-256, equal for copies of one message in any mailbox and under any UID.
///
/// It covers Message-ID, Date and the sorted recipients. Sender, subject and date alone are shared by honest messages, so a
/// message without a Message-ID is known by its whole header block, with the time and the size that its server gives.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageKey([u8; 32]);

impl MessageKey {
    /// A key as it was stored.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key's 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as 64 hexadecimal digits.
    pub fn to_hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    pub(crate) fn of_parts(id: &MessageId, date: Option<Timestamp>, recipients: &[&Address]) -> Self {
        let mut names: Vec<String> = recipients
            .iter()
            .map(|address| format!("{}@{}", address.local_folded(), address.domain()))
            .collect();
        names.sort_unstable();
        names.dedup();
        let mut hash = Sha256::new_with_prefix(b"message-id\0");
        hash.update(id.as_str());
        // No part can hold the separator: NUL stands in no Message-ID, number or address.
        hash.update(b"\0");
        hash.update(date.map(|at| at.millis().to_string()).unwrap_or_default());
        for name in names {
            hash.update(b"\0");
            hash.update(name);
        }
        Self(hash.finalize().into())
    }

    /// The key of one of several messages whose header blocks are the same.
    pub(crate) fn with_delivery(self, received_at: Option<Timestamp>, size: Option<u32>) -> Self {
        let mut hash = Sha256::new_with_prefix(b"delivery\0");
        hash.update(self.0);
        for number in [received_at.map(Timestamp::millis), size.map(i64::from)] {
            hash.update(number.map(|number| number.to_string()).unwrap_or_default());
            hash.update(b"\0");
        }
        Self(hash.finalize().into())
    }

    pub(crate) fn of_block(header_block: &[u8]) -> Self {
        Self(
            Sha256::new_with_prefix(b"block\0")
                .chain_update(header_block)
                .finalize()
                .into(),
        )
    }
}

impl fmt::Debug for MessageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}
