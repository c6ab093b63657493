//! Quiet: which libraries would print secrets, if their finer levels were logged.

use tracing::level_filters::LevelFilter;

/// These print what goes over their wires, and with it secrets, at their finer levels; a log must not ask for more than that of them,
/// whoever asks it.
pub const NEVER_FINER: [(&str, LevelFilter); 7] = [
    ("imap", LevelFilter::OFF),
    ("rustls", LevelFilter::WARN),
    ("ureq", LevelFilter::WARN),
    ("ureq_proto", LevelFilter::WARN),
    ("zbus", LevelFilter::WARN),
    ("zvariant", LevelFilter::WARN),
    ("secret_service", LevelFilter::WARN),
];
