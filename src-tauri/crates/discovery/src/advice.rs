//! What a provider's users must do or know before a password works: the names of texts, which whoever shows them has words for.

/// A text for the user, by its name in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The provider wants a password made for one program.
    AppPassword,
    /// Google's way to that.
    AppPasswordGoogle,
    /// Yahoo's and AOL's.
    AppPasswordYahoo,
    /// Apple's.
    AppPasswordApple,
    /// IMAP is off until it is turned on in the provider's own settings.
    TurnOnImap,
    /// Both: IMAP is turned on there, and a password for one program is made.
    TurnOnImapAndAppPassword,
    /// The password for mail programs is set apart from the one for the provider's pages.
    MailPassword,
    /// No password is taken at all: users sign in on the provider's page.
    ProviderPage,
    /// The mail is decrypted by a program of the provider's on this computer.
    Bridge,
}

impl Advice {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::AppPassword,
        Self::AppPasswordGoogle,
        Self::AppPasswordYahoo,
        Self::AppPasswordApple,
        Self::TurnOnImap,
        Self::TurnOnImapAndAppPassword,
        Self::MailPassword,
        Self::ProviderPage,
        Self::Bridge,
    ];

    /// The name in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AppPassword => "app-password",
            Self::AppPasswordGoogle => "app-password-google",
            Self::AppPasswordYahoo => "app-password-yahoo",
            Self::AppPasswordApple => "app-password-apple",
            Self::TurnOnImap => "turn-on-imap",
            Self::TurnOnImapAndAppPassword => "turn-on-imap-and-app-password",
            Self::MailPassword => "mail-password",
            Self::ProviderPage => "provider-page",
            Self::Bridge => "bridge",
        }
    }

    /// The text of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|advice| advice.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_name_of_its_own() {
        for advice in Advice::ALL {
            assert_eq!(Advice::parse(advice.as_str()), Some(advice));
        }
        assert_eq!(Advice::parse("app-password-acme"), None);
    }
}
