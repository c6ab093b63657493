//! Remedy: what can be done about an error, one plain sentence each.

use crate::{Distrust, Doing, Error, meaning::Meaning, socket::Cut};

/// What can be done about an error. Displays as a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Remedy {
    /// Check the server's name, and the network.
    #[error("Check the server name, and whether this computer is online.")]
    CheckName,
    /// Check the server's name and port, and the network.
    #[error("Check the server name and the port, and whether this computer is online.")]
    CheckNameAndPort,
    /// Check the port.
    #[error("Check the port: 993 is usual for encryption from the start, 143 for STARTTLS.")]
    CheckPort,
    /// Check the port and the encryption.
    #[error(
        "Check the port and the encryption: 993 is usual for encryption from the start, 143 for STARTTLS."
    )]
    CheckEncryption,
    /// Check the port and the encryption for sending.
    #[error(
        "Check the port and the encryption: 465 is usual for encryption from the start, 587 for STARTTLS."
    )]
    CheckSending,
    /// Choose encryption from the start.
    #[error(
        "Choose encryption from the start, as a rule on port 993; Astray never signs in without encryption."
    )]
    EncryptFromStart,
    /// Nothing: Astray tries again.
    #[error("Astray tries again by itself.")]
    Wait,
    /// Nothing: Astray tries again; the administrator knows more.
    #[error("Astray tries again by itself; the mail administrator knows more.")]
    WaitOrAsk,
    /// Have an expired certificate renewed.
    #[error(
        "Tell the mail administrator, and check this computer's date; Astray does not send the password until it is renewed."
    )]
    RenewCertificate,
    /// Check the computer's clock.
    #[error("Check this computer's date and time.")]
    CheckClock,
    /// Check that the name is the one of the certificate.
    #[error("Check the server name: it must be the one that the certificate was issued for.")]
    CheckCertificateName,
    /// Name the file of the organisation's own issuer.
    #[error("If the organisation issues its own certificates, name its CA file in the account.")]
    NameIssuer,
    /// Install what the system trusts.
    #[error("Install the system's package of CA certificates, or name a CA file in the account.")]
    InstallIssuers,
    /// Choose another file of certificates.
    #[error("Choose a file that holds the issuer's certificate in PEM form, or none.")]
    ChooseCaFile,
    /// Tell the administrator of a certificate that must not be used.
    #[error("Tell the mail administrator; Astray does not send the password to this server.")]
    TellOfCertificate,
    /// Type the password again.
    #[error("Enter the password again.")]
    TypePassword,
    /// Check user name and password.
    #[error("Check the user name and the password; some providers want a password made for this app.")]
    CheckPassword,
    /// Set a new password with the provider.
    #[error("Your password has expired: set a new one with your provider, then enter it here.")]
    RenewPassword,
    /// Ask for sign-in by password to be allowed.
    #[error("Ask the mail administrator to allow IMAP with a password for this account.")]
    AllowPassword,
    /// Use a password, since no provider's page is taken.
    #[error(
        "Use a password instead, or ask the mail administrator which server takes the sign-in of your provider."
    )]
    UsePassword,
    /// Sign in on the provider's page again.
    #[error(
        "Sign in again on your provider's page, with this address. If it is refused again, ask whether the account may be read over IMAP."
    )]
    SignInAgain,
    /// Confirm something on the provider's page.
    #[error("Sign in on your provider's web page, where it wants you to confirm something, then try again.")]
    VisitProvider,
    /// Ask whether the account may be read over IMAP.
    #[error("Ask the mail administrator whether this account may be read over IMAP.")]
    AskForImap,
    /// Ask about the encryption, which is not enough for the server.
    #[error("Ask the mail administrator: the server does not take this encryption for enough.")]
    AskForEncryption,
    /// Ask whether the account may read its sent mail.
    #[error("Ask the mail administrator whether this account may read its sent mail.")]
    AskForSent,
    /// Ask the administrator, who alone can help.
    #[error("Ask the mail administrator: the server says that only they can help.")]
    AskAdministrator,
    /// Tell the administrator that the server does not know what it was asked.
    #[error("The server does not know what Astray asked of it; tell the mail administrator.")]
    TellOfRequest,
    /// Check that it is the right server.
    #[error("Check that the server is the right one; if it is, tell the mail administrator.")]
    CheckServer,
    /// Send a message, so that the mailbox is made.
    #[error("Send one message with the mail program, so that it makes the mailbox, then try again.")]
    SendOne,
    /// Save a draft, so that the mailbox is made.
    #[error(
        "Save one draft with the mail program, so that it makes the mailbox, or send the letter at once."
    )]
    SaveDraft,
    /// Check the mailbox's name and rights.
    #[error(
        "Check the name and whether this account may read the mailbox, or take it out of the mailboxes that are also watched."
    )]
    CheckMailbox,
    /// Go on without the message.
    #[error("It was moved or deleted; go on without looking into it.")]
    GoOn,
    /// Look with the mail program.
    #[error("Look into it with the mail program.")]
    UseMailProgram,
    /// Close other programs.
    #[error("Close other programs, or start Astray again.")]
    CloseOthers,
}

impl Error {
    /// Whether no connection came about because nobody answered within [`crate::Limits`].
    pub fn is_out_of_time(&self) -> bool {
        matches!(self, Self::Unreachable { source, .. } if Cut::of(source) == Some(Cut::Deadline))
    }

    /// What can be done about it.
    pub const fn remedy(&self) -> Remedy {
        if let Some(Meaning::User(remedy)) = self.meaning()
            && !matches!(self, Self::TokenRefused { .. })
        {
            return remedy;
        }
        match self {
            Self::UnknownHost { .. } => Remedy::CheckName,
            Self::Unreachable { .. } => Remedy::CheckNameAndPort,
            Self::TimedOut {
                doing: Doing::Greeting | Doing::Encrypting,
                ..
            } => Remedy::CheckPort,
            Self::TimedOut { .. } | Self::ConnectionLost { .. } => Remedy::Wait,
            Self::UntrustedCertificate { why, .. } => of_distrust(*why),
            Self::BadCaFile { .. } => Remedy::ChooseCaFile,
            Self::NotTls { .. } | Self::NotImap { .. } => Remedy::CheckEncryption,
            Self::NotSubmission { .. } => Remedy::CheckSending,
            Self::StartTlsRefused { .. } => Remedy::EncryptFromStart,
            Self::UnusablePassword { .. } => Remedy::TypePassword,
            Self::NoPasswordSignIn { .. } => Remedy::AllowPassword,
            Self::SignInRefused { .. } => Remedy::CheckPassword,
            Self::NoTokenSignIn { .. } => Remedy::UsePassword,
            Self::TokenRefused { .. } => Remedy::SignInAgain,
            Self::NoSentMailbox { .. } => Remedy::SendOne,
            Self::NoDraftsMailbox { .. } => Remedy::SaveDraft,
            Self::MessageGone { .. } => Remedy::GoOn,
            Self::MessageTooLarge { .. } => Remedy::UseMailProgram,
            Self::MailboxRefused { .. } => Remedy::CheckMailbox,
            Self::Refused { said, .. } if matches!(said.meaning, Meaning::Ours) => Remedy::TellOfRequest,
            Self::TurnedAway { .. } | Self::Refused { .. } => Remedy::WaitOrAsk,
            Self::Unproved { .. } | Self::ServerBroken { .. } | Self::SessionCrashed { .. } => {
                Remedy::CheckServer
            }
            Self::NoResources(_) => Remedy::CloseOthers,
        }
    }

    /// What can be done about it, one plain sentence.
    pub fn hint(&self) -> String {
        self.remedy().to_string()
    }
}

const fn of_distrust(why: Distrust) -> Remedy {
    match why {
        Distrust::Expired => Remedy::RenewCertificate,
        Distrust::NotYetValid => Remedy::CheckClock,
        Distrust::WrongName => Remedy::CheckCertificateName,
        Distrust::UnknownIssuer => Remedy::NameIssuer,
        Distrust::Revoked | Distrust::Malformed => Remedy::TellOfCertificate,
        Distrust::NoIssuers => Remedy::InstallIssuers,
    }
}
