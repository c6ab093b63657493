//! The command that finds the mail server of an address, and what the form is shown of it.

use discovery::{Advice, Finding, Server, Source};
use mailbox::Security;
use message::Address;
use serde::Serialize;
use specta::Type;

use super::{away, error::CommandError, settings_view::SecurityView};
use crate::wording::{errors, say};

/// Looks for the mail server of an address, for 10 seconds at most. Nothing is kept, and no password is sent.
#[tauri::command]
#[specta::specta]
pub(crate) async fn find_server(address: String) -> Result<FoundView, CommandError> {
    let address = Address::parse(&address).map_err(|error| {
        CommandError::field("address", errors::address(&error), say("error-bad-address-hint"))
    })?;
    let found = away(move || discovery::find(&address, &discovery::Options::default())).await?;
    found.map(FoundView::from).map_err(CommandError::from)
}

/// The servers that were found, the best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FoundView {
    /// None where nobody knows any.
    pub(crate) servers: Vec<FoundServerView>,
}

/// A server as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FoundServerView {
    /// The server's name.
    pub(crate) host: String,
    /// The server's port.
    pub(crate) port: u16,
    /// How the connection is made safe.
    pub(crate) security: SecurityView,
    /// The user name.
    pub(crate) user: String,
    /// The provider's own name.
    pub(crate) provider: Option<String>,
    /// Who named the server.
    pub(crate) source: SourceView,
    /// Whether it takes a password.
    pub(crate) takes_password: bool,
    /// Whether users can sign in on the provider's page.
    pub(crate) takes_oauth: bool,
    /// What the user must do or know first.
    pub(crate) advice: Option<AdviceView>,
    /// Whether the user is to be asked before a password goes there.
    pub(crate) asks_first: bool,
    /// Why the server cannot be reached at the moment, and what to do.
    pub(crate) trouble: Option<String>,
}

/// Who named a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum SourceView {
    /// The domain itself, over HTTPS.
    Autoconfig,
    /// Astray's table of providers.
    Table,
    /// The domain's SRV records.
    Srv,
    /// The provider that takes the domain's mail in.
    Mx,
    /// Nobody: it has a usual name.
    CommonName,
}

/// A text on what the user must do or know before a password works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum AdviceView {
    /// An app password.
    AppPassword,
    /// An app password, Google's way.
    AppPasswordGoogle,
    /// Yahoo's and AOL's.
    AppPasswordYahoo,
    /// Apple's.
    AppPasswordApple,
    /// IMAP must be turned on.
    TurnOnImap,
    /// Both.
    TurnOnImapAndAppPassword,
    /// A password for mail programs.
    MailPassword,
    /// No password is taken.
    ProviderPage,
    /// A program of the provider's must run.
    Bridge,
}

impl From<Finding> for FoundView {
    fn from(found: Finding) -> Self {
        Self {
            servers: found.servers.into_iter().map(FoundServerView::from).collect(),
        }
    }
}

impl From<Server> for FoundServerView {
    fn from(server: Server) -> Self {
        Self {
            host: server.host.to_string(),
            port: server.port,
            security: match server.security {
                Security::ImplicitTls => SecurityView::Implicit,
                Security::StartTls => SecurityView::Starttls,
            },
            user: server.user.to_string(),
            provider: server.provider,
            source: match server.source {
                Source::Autoconfig => SourceView::Autoconfig,
                Source::Table => SourceView::Table,
                Source::Srv => SourceView::Srv,
                Source::Mx => SourceView::Mx,
                Source::CommonName => SourceView::CommonName,
            },
            takes_password: server.sign_in.password,
            takes_oauth: server.sign_in.oauth,
            advice: server.advice.map(AdviceView::from),
            asks_first: server.asks_first,
            trouble: server
                .trouble
                .map(|error| errors::mailbox(&error))
                .map(|trouble| format!("{} {}", trouble.message, trouble.hint)),
        }
    }
}

impl From<Advice> for AdviceView {
    fn from(advice: Advice) -> Self {
        match advice {
            Advice::AppPassword => Self::AppPassword,
            Advice::AppPasswordGoogle => Self::AppPasswordGoogle,
            Advice::AppPasswordYahoo => Self::AppPasswordYahoo,
            Advice::AppPasswordApple => Self::AppPasswordApple,
            Advice::TurnOnImap => Self::TurnOnImap,
            Advice::TurnOnImapAndAppPassword => Self::TurnOnImapAndAppPassword,
            Advice::MailPassword => Self::MailPassword,
            Advice::ProviderPage => Self::ProviderPage,
            Advice::Bridge => Self::Bridge,
        }
    }
}
