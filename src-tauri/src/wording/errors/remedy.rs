//! What can be done about a mailbox's error.

use ::mailbox::Remedy;

use super::Line;

pub(super) const fn line(remedy: Remedy) -> Line {
    Line::of(match remedy {
        Remedy::CheckName => "remedy-check-name",
        Remedy::CheckNameAndPort => "remedy-check-name-and-port",
        Remedy::CheckPort => "remedy-check-port",
        Remedy::CheckEncryption => "remedy-check-encryption",
        Remedy::CheckSending => "remedy-check-sending",
        Remedy::EncryptFromStart => "remedy-encrypt-from-start",
        Remedy::Wait => "remedy-wait",
        Remedy::WaitOrAsk => "remedy-wait-or-ask",
        Remedy::RenewCertificate => "remedy-renew-certificate",
        Remedy::CheckClock => "remedy-check-clock",
        Remedy::CheckCertificateName => "remedy-check-certificate-name",
        Remedy::NameIssuer => "remedy-name-issuer",
        Remedy::InstallIssuers => "remedy-install-issuers",
        Remedy::ChooseCaFile => "remedy-choose-ca-file",
        Remedy::TellOfCertificate => "remedy-tell-of-certificate",
        Remedy::TypePassword => "remedy-type-password",
        Remedy::CheckPassword => "remedy-check-password",
        Remedy::RenewPassword => "remedy-renew-password",
        Remedy::AllowPassword => "remedy-allow-password",
        Remedy::UsePassword => "remedy-use-password",
        Remedy::SignInAgain => "remedy-sign-in-again",
        Remedy::VisitProvider => "remedy-visit-provider",
        Remedy::AskForImap => "remedy-ask-for-imap",
        Remedy::AskForEncryption => "remedy-ask-for-encryption",
        Remedy::AskForSent => "remedy-ask-for-sent",
        Remedy::AskAdministrator => "remedy-ask-administrator",
        Remedy::TellOfRequest => "remedy-tell-of-request",
        Remedy::CheckServer => "remedy-check-server",
        Remedy::SendOne => "remedy-send-one",
        Remedy::SaveDraft => "remedy-save-draft",
        Remedy::CheckMailbox => "remedy-check-mailbox",
        Remedy::GoOn => "remedy-go-on",
        Remedy::UseMailProgram => "remedy-use-mail-program",
        Remedy::CloseOthers => "remedy-close-others",
    })
}

#[cfg(test)]
mod tests {
    use crate::wording::line::{
        Words,
        tests::{check, ids_in},
    };

    #[test]
    fn every_remedy_is_worded_in_both_languages() {
        // A remedy needs nothing filled in, so its name alone says it whole.
        let source = include_str!("remedy.rs");
        let words: Vec<Words> = ids_in(source)
            .into_iter()
            .map(|id| Words::plain(id, id))
            .collect();
        assert!(words.len() > 30, "the search found too little: {words:?}");
        check(source, &words);
    }
}
