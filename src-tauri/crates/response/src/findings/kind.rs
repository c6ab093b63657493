//! Kind: what can be found in a message, and what is to be done about it.

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A marking such as CONFIDENTIAL; which one is the finding's label.
    Marking,
    /// The number of a payment card; the label is its issuer.
    CardNumber,
    /// An IBAN; the label is its country.
    Iban,
    /// A number that a state gives to a person; the label is the country.
    NationalId,
    /// A private key; the label is its form.
    PrivateKey,
    /// A token or key for a service; the label is the service.
    AccessToken,
    /// A password or PIN in clear text.
    Password,
    /// A link to a shared file; the label is the service.
    SharedLink,
}

impl Kind {
    /// All of them, the gravest first.
    pub const ALL: [Self; 8] = [
        Self::Marking,
        Self::PrivateKey,
        Self::AccessToken,
        Self::Password,
        Self::SharedLink,
        Self::CardNumber,
        Self::Iban,
        Self::NationalId,
    ];

    /// The name in the record, the report and the catalogues.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Marking => "marking",
            Self::CardNumber => "card-number",
            Self::Iban => "iban",
            Self::NationalId => "national-id",
            Self::PrivateKey => "private-key",
            Self::AccessToken => "access-token",
            Self::Password => "password",
            Self::SharedLink => "shared-link",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// What is to be done about it.
    pub const fn action(self) -> Action {
        match self {
            Self::Marking => Action::CallDesk,
            Self::CardNumber => Action::BlockCard,
            Self::Iban => Action::TellBank,
            Self::NationalId => Action::WarnPerson,
            Self::PrivateKey | Self::AccessToken => Action::ReplaceKey,
            Self::Password => Action::ChangePassword,
            Self::SharedLink => Action::StopSharing,
        }
    }
}

/// What is to be done about a finding; the words for it are its catalogue's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Telephone the security desk before anything else.
    CallDesk,
    /// Stop sharing this link; the place can be opened.
    StopSharing,
    /// Change this password wherever it is used.
    ChangePassword,
    /// Withdraw this key or token and make another.
    ReplaceKey,
    /// Have the card blocked by whoever issued it.
    BlockCard,
    /// Tell the bank.
    TellBank,
    /// Warn the person whom it is about.
    WarnPerson,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::CallDesk,
        Self::StopSharing,
        Self::ChangePassword,
        Self::ReplaceKey,
        Self::BlockCard,
        Self::TellBank,
        Self::WarnPerson,
    ];

    /// The name in the record and the catalogues.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CallDesk => "call-desk",
            Self::StopSharing => "stop-sharing",
            Self::ChangePassword => "change-password",
            Self::ReplaceKey => "replace-key",
            Self::BlockCard => "block-card",
            Self::TellBank => "tell-bank",
            Self::WarnPerson => "warn-person",
        }
    }

    /// The action of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
        }
        for action in Action::ALL {
            assert_eq!(Action::parse(action.as_str()), Some(action));
            assert!(Kind::ALL.iter().any(|kind| kind.action() == action), "{action:?}");
        }
    }
}
