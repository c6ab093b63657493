//! Whether the user is asked before a password goes to a server.

use std::net::IpAddr;

use mailbox::Host;
use message::Domain;

use crate::Source;

/// Whether a server is of another domain than the address and not named by anybody who is known.
///
/// Two names are of one domain where their registrable domains are the same; where there is none, as in a network of one's own,
/// where one lies within the other.
pub(crate) fn asks_first(domain: &Domain, host: &Host, source: Source) -> bool {
    if source.is_authenticated() {
        return false;
    }
    let name = host.to_string();
    // An IP address is nobody's by its look.
    if name.parse::<IpAddr>().is_ok() {
        return true;
    }
    let Ok(host) = Domain::parse(&name) else {
        return true;
    };
    match (domain.registrable_part(), host.registrable_part()) {
        (Some(one), Some(other)) => one != other,
        (None, _) | (_, None) => !host.is_within(domain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(domain: &str, host: &str, source: Source, expected: bool) {
        let asked = asks_first(
            &Domain::parse(domain).unwrap(),
            &Host::parse(host).unwrap(),
            source,
        );
        assert_eq!(asked, expected, "{domain} {host} {source:?}");
    }

    #[test]
    fn a_server_of_another_domain_needs_a_word_from_somebody_known() {
        for source in [Source::Srv, Source::Mx, Source::CommonName] {
            check("example.org", "imap.example.org", source, false);
            check("mail.example.co.uk", "imap.example.co.uk", source, false);
            check("example.org", "imap.hoster.example", source, true);
            // Both end in co.uk, which is nobody's.
            check("one.co.uk", "imap.two.co.uk", source, true);
            check("example.org", "example.org.evil.example", source, true);
            check("example.org", "192.0.2.1", source, true);
            check("example.org", "::1", source, true);
        }
        for source in [Source::Autoconfig, Source::Table] {
            check("example.org", "imap.hoster.example", source, false);
        }
    }

    #[test]
    fn a_network_of_ones_own_has_no_registrable_domains() {
        check("office", "imap.office", Source::Srv, false);
        check("office", "office", Source::CommonName, false);
        check("office", "imap.hoster.example", Source::Srv, true);
        check("example.org", "mailhost", Source::Srv, true);
    }
}
