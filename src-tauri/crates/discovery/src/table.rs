//! The providers that come with Astray: `tables/providers.xml`, looked up by the address's domain, by the host that takes the domain's mail
//! in, and by the mail server itself.

use std::sync::OnceLock;

use mailbox::Host;
use message::{Address, Domain};

use crate::{
    Purpose,
    document::{self, Provider, Row},
    setting::{Setting, Source},
};

const TEXT: &str = include_str!("../tables/providers.xml");

/// What the table says of the address's own domain.
pub(crate) fn by_domain(address: &Address, purpose: Purpose) -> Vec<Setting> {
    providers()
        .iter()
        .filter(|provider| provider.domains.contains(address.domain()))
        .flat_map(|provider| provider.settings(address, purpose, Source::Table, 0))
        .collect()
}

/// What the table says of the provider whose host takes the address's mail in. The nearest of several names wins, so that
/// one part of a provider can differ from the rest.
pub(crate) fn by_mx(address: &Address, purpose: Purpose, exchanger: &Domain) -> Vec<Setting> {
    let nearest = providers()
        .iter()
        .filter_map(|provider| {
            let within = provider.mx.iter().filter(|mx| exchanger.is_within(mx));
            Some((within.map(|mx| mx.ascii().len()).max()?, provider))
        })
        .max_by_key(|(length, _)| *length);
    nearest.map_or_else(Vec::new, |(_, provider)| {
        provider.settings(address, purpose, Source::Mx, 0)
    })
}

/// The provider whose server this is, whoever named it.
pub(crate) fn by_host(host: &Host) -> Option<(&'static Provider, &'static Row)> {
    let name = host.to_string();
    providers().iter().find_map(|provider| {
        let mut rows = provider.servers.iter().chain(&provider.outgoing);
        Some((provider, rows.find(|row| row.host == name)?))
    })
}

fn providers() -> &'static [Provider] {
    static PROVIDERS: OnceLock<Vec<Provider>> = OnceLock::new();
    PROVIDERS.get_or_init(|| document::read(TEXT))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use mailbox::Security;

    use super::*;
    use crate::{Advice, UserForm};

    fn host(settings: &[Setting]) -> Option<String> {
        settings.first().map(|setting| setting.host.to_string())
    }

    fn check(address: &str, expected: Option<&str>) {
        let found = host(&by_domain(&Address::parse(address).unwrap(), Purpose::Reading));
        assert_eq!(found.as_deref(), expected, "{address}");
    }

    fn check_mx(exchanger: &str, expected: Option<&str>) {
        let address = Address::parse("a.clerk@example.org").unwrap();
        let found = host(&by_mx(
            &address,
            Purpose::Reading,
            &Domain::parse(exchanger).unwrap(),
        ));
        assert_eq!(found.as_deref(), expected, "{exchanger}");
    }

    #[test]
    fn an_address_leads_to_its_provider() {
        check("a.clerk@gmail.com", Some("imap.gmail.com"));
        check("a.clerk@GMX.de", Some("imap.gmx.net"));
        check("a.clerk@gmx.com", Some("imap.gmx.com"));
        check("a.clerk@proton.me", Some("127.0.0.1"));
        check("a.clerk@example.org", None);
        // The provider's own people may be elsewhere, and a subdomain is not the domain.
        check("a.clerk@google.com", None);
        check("a.clerk@team.gmail.com", None);
    }

    #[test]
    fn a_domain_of_ones_own_leads_to_the_provider_that_takes_its_mail_in() {
        check_mx("aspmx.l.google.com", Some("imap.gmail.com"));
        check_mx(
            "example-org.mail.protection.outlook.com",
            Some("outlook.office365.com"),
        );
        check_mx(
            "example-org.olc.protection.outlook.com",
            Some("outlook.office365.com"),
        );
        check_mx("in1-smtp.messagingengine.com", Some("imap.fastmail.com"));
        check_mx("mx.zoho.eu", Some("imappro.zoho.eu"));
        check_mx("mx01.kundenserver.de", Some("imap.ionos.de"));
        check_mx("mail.example.org", None);
        check_mx("notgoogle.com", None);
        check_mx("google.com.example.org", None);
    }

    #[test]
    fn every_row_is_well_formed() {
        assert!(providers().len() >= 30, "{} rows", providers().len());
        for provider in providers() {
            check_row(provider);
        }
    }

    fn check_row(provider: &Provider) {
        let name = provider.name.as_deref().unwrap();
        let is_found = !(provider.domains.is_empty() && provider.mx.is_empty());
        assert!(is_found, "{name} is found by nothing");
        let address = Address::parse("a.clerk@example.org").unwrap();
        for purpose in [Purpose::Reading, Purpose::Sending] {
            let settings = provider.settings(&address, purpose, Source::Table, 0);
            assert!(!settings.is_empty(), "{name} has no server for {purpose:?}");
            for setting in &settings {
                let is_bridge = provider.advice == Some(Advice::Bridge);
                let expected = match (purpose, setting.security, is_bridge) {
                    (Purpose::Reading, Security::ImplicitTls, _) => 993,
                    (Purpose::Reading, Security::StartTls, true) => 1143,
                    (Purpose::Reading, Security::StartTls, false) => 143,
                    (Purpose::Sending, Security::ImplicitTls, _) => 465,
                    (Purpose::Sending, Security::StartTls, true) => 1025,
                    (Purpose::Sending, Security::StartTls, false) => 587,
                };
                assert_eq!(setting.port, expected, "{name}");
                assert_ne!(setting.user_form, UserForm::Other, "{name}");
                let ways = setting.sign_in.unwrap();
                let on_page = provider.advice == Some(Advice::ProviderPage);
                assert_eq!(!ways.password, on_page, "{name}");
            }
        }
    }

    #[test]
    fn every_element_was_read() {
        let count = |of: fn(&Provider) -> usize| providers().iter().map(of).sum::<usize>();
        let written = |element: &str| TEXT.matches(element).count();
        assert_eq!(count(|_| 1), written("<emailProvider "));
        assert_eq!(count(|p| p.domains.len()), written("<domain>"));
        assert_eq!(count(|p| p.mx.len()), written("<domain purpose=\"mx\">"));
        assert_eq!(count(|p| p.servers.len()), written("<incomingServer "));
        assert_eq!(count(|p| p.outgoing.len()), written("<outgoingServer "));
        assert_eq!(count(|p| usize::from(p.advice.is_some())), written("<advice>"));
    }

    #[test]
    fn no_domain_leads_to_two_providers() {
        let mut seen = BTreeSet::new();
        for provider in providers() {
            let domains = provider.domains.iter().map(|domain| (false, domain));
            for (is_mx, domain) in domains.chain(provider.mx.iter().map(|domain| (true, domain))) {
                assert!(seen.insert((is_mx, domain)), "{domain} stands twice");
                assert!(domain.registrable().is_some(), "{domain} is a public suffix");
            }
        }
    }

    #[test]
    fn every_text_is_used() {
        for advice in Advice::ALL {
            assert!(
                providers().iter().any(|provider| provider.advice == Some(advice)),
                "{advice:?}"
            );
        }
    }
}
