//! What the place `settings` is shown and what it sends.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{
    preferences_view::{AlertsView, AutostartView, SpeechView},
    storage::StorageView,
};

/// The place `settings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SettingsView {
    /// The accounts.
    pub(crate) accounts: Vec<AccountView>,
    /// Protected and trusted domains, and trusted addresses.
    pub(crate) domains: Vec<DomainView>,
    /// Domains that the user writes to, as the mail showed; those written to most come first.
    pub(crate) learned: Vec<LearnedView>,
    /// The organisation's policy.
    pub(crate) policy: PolicyView,
    /// How alerts are shown.
    pub(crate) alerts: AlertsView,
    /// Whether Astray starts when the user signs in.
    pub(crate) autostart: AutostartView,
    /// The language.
    pub(crate) speech: SpeechView,
    /// What is kept on this computer.
    pub(crate) storage: StorageView,
    /// What hinders the agent itself, in words.
    pub(crate) troubles: Vec<AgentTroubleView>,
    /// Astray's version.
    pub(crate) version: String,
}

/// A domain that the user writes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LearnedView {
    /// The domain.
    pub(crate) domain: String,
    /// Messages that went there.
    pub(crate) messages: u32,
    /// Addresses that they went to.
    pub(crate) addresses: u32,
}

/// What hinders the agent itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgentTroubleView {
    /// What it concerns.
    pub(crate) subject: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What can be done.
    pub(crate) hint: String,
}

/// An account as the settings show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountView {
    /// Its number.
    pub(crate) id: i64,
    /// Its address.
    pub(crate) address: String,
    /// The server's name.
    pub(crate) host: String,
    /// The server's port.
    pub(crate) port: u16,
    /// How the connection is made safe.
    pub(crate) security: SecurityView,
    /// The user name.
    pub(crate) user: String,
    /// A file with a certificate authority of its own.
    pub(crate) ca_path: Option<String>,
    /// How its watch stands.
    pub(crate) state: AccountStateView,
    /// What hinders it, in words; empty when nothing does.
    pub(crate) detail: String,
    /// The mailbox that is watched.
    pub(crate) sent_mailbox: Option<String>,
    /// When it was last found to be caught up.
    pub(crate) last_checked_at: Option<i64>,
    /// Messages looked at.
    pub(crate) checked: u32,
    /// Those of them that could not be read at all.
    pub(crate) unread_messages: u32,
    /// Those of them with a recipient that could not be read.
    pub(crate) unread_recipients: u32,
    /// Messages that came and were gone before they could be looked at.
    pub(crate) vanished: u32,
}

/// How an account's watch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum AccountStateView {
    /// Caught up, and waiting for more.
    Watching,
    /// Signing in or catching up.
    Connecting,
    /// Something is wrong.
    Trouble,
    /// The user paused it.
    Paused,
}

/// How the connection to a server is made safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum SecurityView {
    /// TLS from the first byte.
    Implicit,
    /// STARTTLS, required.
    Starttls,
}

/// One domain, or one address, and who fixed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DomainView {
    /// The domain, or the trusted address.
    pub(crate) domain: String,
    /// On which list.
    pub(crate) list: DomainList,
    /// Who put it there.
    pub(crate) fixed_by: FixedBy,
}

/// The two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum DomainList {
    /// Lookalikes of these are alarmed about.
    Protected,
    /// These are never alarmed about.
    Trusted,
}

/// Who decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FixedBy {
    /// The organisation; the user cannot change it.
    Policy,
    /// The user.
    You,
}

/// The organisation's policy file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PolicyView {
    /// Where it is looked for.
    pub(crate) path: String,
    /// Whether it is there.
    pub(crate) present: bool,
    /// What is wrong with it.
    pub(crate) error: Option<String>,
    /// The organisation's name; empty where it has not said one.
    pub(crate) organisation: String,
    /// Domains that it protects.
    pub(crate) protected: u32,
    /// Domains that it trusts.
    pub(crate) trusted: u32,
    /// Correspondents that it knows.
    pub(crate) known: u32,
}

/// An account's form as the user filled it in.
#[derive(Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountInput {
    /// The address.
    pub(crate) address: String,
    /// The server's name.
    pub(crate) host: String,
    /// The server's port.
    pub(crate) port: u32,
    /// How the connection is made safe.
    pub(crate) security: SecurityView,
    /// The user name.
    pub(crate) user: String,
    /// The password; none to keep the one that is kept.
    pub(crate) password: Option<String>,
    /// A file with a certificate authority of its own.
    pub(crate) ca_path: Option<String>,
}

/// What a test of a connection found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountTest {
    /// The Sent mailbox's name.
    pub(crate) sent_mailbox: String,
    /// Messages in it.
    pub(crate) messages: u32,
    /// Whether the server tells of new messages by itself.
    pub(crate) idle: bool,
}

/// Where a password is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Keep {
    /// In the keyring.
    Keyring,
    /// In the agent's memory until it ends.
    ThisRunOnly,
}
