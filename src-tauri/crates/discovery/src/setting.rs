//! Setting: what one source says of a server, before anybody knocked there.

use mailbox::{Host, Security, UserName};

/// What a server is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Reading a mailbox: IMAP.
    Reading,
    /// Handing mail in: SMTP submission.
    Sending,
}

/// Who says where the server is; the earlier in this order, the more it is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The domain's own configuration for mail programs, read over HTTPS.
    Autoconfig,
    /// The table of providers that comes with Astray.
    Table,
    /// The domain's SRV records (RFC 6186, RFC 8314).
    Srv,
    /// The provider that takes the domain's mail in, looked up in the table.
    Mx,
    /// A name that mail servers commonly have.
    CommonName,
}

impl Source {
    /// Whether it is known who speaks: the owner of the domain by his certificate, or whoever wrote Astray's table. The
    /// others come by DNS, where anybody on the way may have answered; so also which row of the table an MX record leads to.
    pub const fn is_authenticated(self) -> bool {
        match self {
            Self::Autoconfig | Self::Table => true,
            Self::Srv | Self::Mx | Self::CommonName => false,
        }
    }

    /// Whether somebody named the server, who should know.
    pub(crate) const fn is_named(self) -> bool {
        match self {
            Self::Autoconfig | Self::Table | Self::Srv | Self::Mx => true,
            Self::CommonName => false,
        }
    }
}

/// How the user name follows from the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserForm {
    /// It is the whole address.
    Address,
    /// It is what stands before the `@`.
    LocalPart,
    /// The provider has a form of its own.
    Other,
}

/// A server as a source describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) rank: Rank,
    pub(crate) host: Host,
    pub(crate) port: u16,
    pub(crate) security: Security,
    pub(crate) user: UserName,
    pub(crate) user_form: UserForm,
    /// The provider's own name.
    pub(crate) provider: Option<String>,
    /// What the source says of passwords and tokens; none where it says nothing.
    pub(crate) sign_in: Option<Ways>,
}

impl Setting {
    /// Whether both name the same server, so that knocking once is enough.
    pub(crate) fn is_same_server(&self, other: &Self) -> bool {
        (&self.host, self.port, self.security) == (&other.host, other.port, other.security)
    }
}

/// Where a setting stands among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    pub(crate) source: Source,
    /// Within the source: its first document, record or row comes first.
    pub(crate) place: usize,
}

/// Ways to sign in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ways {
    pub(crate) password: bool,
    pub(crate) token: bool,
}
