//! The names that mail servers commonly have.

use mailbox::{Host, Security, UserName};
use message::Address;

use crate::{
    Purpose, UserForm,
    setting::{Rank, Setting, Source},
};

/// The common names below the address's domain, encryption from the start first (RFC 8314 section 3).
pub(crate) fn common_names(address: &Address, purpose: Purpose) -> Vec<Setting> {
    let domain = address.domain().ascii();
    let (own, ways) = match purpose {
        Purpose::Reading => ("imap", [(Security::ImplicitTls, 993), (Security::StartTls, 143)]),
        Purpose::Sending => ("smtp", [(Security::ImplicitTls, 465), (Security::StartTls, 587)]),
    };
    let hosts = [
        format!("{own}.{domain}"),
        format!("mail.{domain}"),
        domain.to_owned(),
    ];
    let all = ways
        .iter()
        .flat_map(|way| hosts.iter().map(move |host| (way, host)));
    all.enumerate()
        .filter_map(|(place, (&(security, port), host))| {
            Some(Setting {
                rank: Rank {
                    source: Source::CommonName,
                    place,
                },
                host: Host::parse(host).ok()?,
                port,
                security,
                user: UserName::parse(&address.to_string()).ok()?,
                user_form: UserForm::Address,
                provider: None,
                sign_in: None,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encryption_from_the_start_comes_first() {
        let address = Address::parse("a.clerk@müller.example").unwrap();
        let guesses: Vec<String> = common_names(&address, Purpose::Reading)
            .iter()
            .map(|setting| format!("{}:{}", setting.host, setting.port))
            .collect();
        assert_eq!(
            guesses,
            [
                "imap.xn--mller-kva.example:993",
                "mail.xn--mller-kva.example:993",
                "xn--mller-kva.example:993",
                "imap.xn--mller-kva.example:143",
                "mail.xn--mller-kva.example:143",
                "xn--mller-kva.example:143",
            ]
        );
    }
}
