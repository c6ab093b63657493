//! What was found: servers, the best first, with all that a form needs to be filled in.

use mailbox::{Host, Security, UserName};

use crate::{Advice, Source, UserForm};

/// Why nobody could be asked at all.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address is at an IP address, which has no provider to be asked.
    #[error("the domain of {0} is a bare IP address")]
    NoDomain(String),
    /// The system does not say whom to ask for names.
    #[error("the name servers of this computer are not known: {0}")]
    NoNameServers(String),
    /// The system gives no thread or no socket.
    #[error("the system gives no more threads or connections: {0}")]
    NoResources(#[source] std::io::Error),
}

impl Error {
    /// What can be done about it, one plain sentence.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::NoDomain(_) => "Enter the mail server by hand.",
            Self::NoNameServers(_) => "Check that this computer is online, or enter the mail server by hand.",
            Self::NoResources(_) => "Close other programs, or start Astray again.",
        }
    }
}

/// All servers that were found for an address.
#[derive(Debug, Default)]
pub struct Finding {
    /// The best first: those that answered, in the order of their sources, then those that somebody named but that did not
    /// answer. A guess that did not answer is not among them.
    pub servers: Vec<Server>,
}

impl Finding {
    /// The best server, where any was found.
    pub fn best(&self) -> Option<&Server> {
        self.servers.first()
    }
}

/// A server as it was found.
#[derive(Debug)]
pub struct Server {
    /// Its name.
    pub host: Host,
    /// Its port.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// Who would sign in.
    pub user: UserName,
    /// How that follows from the address.
    pub user_form: UserForm,
    /// The provider's own name, made safe to show.
    pub provider: Option<String>,
    /// Who named the server.
    pub source: Source,
    /// How one signs in there.
    pub sign_in: SignIn,
    /// What the user must do or know before that works.
    pub advice: Option<Advice>,
    /// The server belongs to another domain than the address, and nobody is known to have named it who should know: the user is
    /// to be asked before a password goes there.
    pub asks_first: bool,
    /// Nothing, or why the server could not be reached; no password goes where it was not.
    pub trouble: Option<mailbox::Error>,
}

/// How one signs in to a server, as far as the server and whoever named it agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// With a password, or one made for the program.
    pub password: bool,
    /// On the provider's page (OAuth 2).
    pub oauth: bool,
}
