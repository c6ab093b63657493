//! The provider's own word: the configuration that a domain gives to mail programs over HTTPS.
//!
//! Over HTTPS alone, whereto ever it leads: what is said there decides where a password goes.

use std::{fs, io, sync::Arc, time::Duration};

use message::Address;
use ureq::{
    Agent,
    config::Config,
    http::Uri,
    tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem},
    unversioned::{
        resolver::{ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};

use crate::{
    Options, Purpose, document,
    names::Names,
    setting::{Setting, Source},
};

/// Where a domain's configuration may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On a host of its own.
    Host,
    /// On the domain's own web server.
    WellKnown,
}

/// What the domain says, from `place` on; nothing where it says nothing.
pub(crate) fn servers(
    names: &Arc<Names>,
    (address, purpose): (&Address, Purpose),
    at: Place,
    place: usize,
    options: &Options,
) -> Vec<Setting> {
    let url = url(address, at);
    match fetch(names, &url, options) {
        Ok(text) => document::read(&text)
            .iter()
            .take(1)
            .flat_map(|provider| provider.settings(address, purpose, Source::Autoconfig, place))
            .collect(),
        Err(error) => {
            tracing::debug!("no configuration from {}: {error}", address.domain());
            Vec::new()
        }
    }
}

fn url(address: &Address, at: Place) -> String {
    let domain = address.domain().ascii();
    match at {
        Place::Host => format!(
            "https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress={}",
            encoded(&address.to_string())
        ),
        Place::WellKnown => format!("https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml"),
    }
}

fn fetch(names: &Arc<Names>, url: &str, options: &Options) -> Result<String, ureq::Error> {
    let tls = TlsConfig::builder()
        .root_certs(issuers(options)?)
        .unversioned_rustls_crypto_provider(mailbox::crypto_provider())
        .build();
    let config = Agent::config_builder()
        .https_only(true)
        .max_redirects(REDIRECTS)
        .max_response_header_size(HEAD)
        .timeout_global(Some(names.left().saturating_sub(FOR_KNOCKING)))
        // Mail is reached without a proxy, and so is this.
        .proxy(None)
        .user_agent("Astray")
        .tls_config(tls)
        .build();
    let way = Way {
        names: names.clone(),
        options: options.clone(),
    };
    let agent = Agent::with_parts(config, DefaultConnector::default(), way);
    let mut answer = agent.get(url).call()?;
    answer.body_mut().with_config().limit(BODY).read_to_string()
}

fn issuers(options: &Options) -> io::Result<RootCerts> {
    let Some(path) = &options.ca_path else {
        return Ok(RootCerts::PlatformVerifier);
    };
    let pem = fs::read(path)?;
    let certificates: Vec<Certificate<'static>> = parse_pem(&pem)
        .filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    Ok(RootCerts::from(certificates))
}

/// Has the name servers of the search asked, and lets ports lie elsewhere.
#[derive(Debug)]
struct Way {
    names: Arc<Names>,
    options: Options,
}

impl Resolver for Way {
    fn resolve(&self, uri: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let host = uri.host().ok_or(ureq::Error::HostNotFound)?;
        let port = self.options.port(uri.port_u16().unwrap_or(443));
        let mut found = self.empty();
        for ip in self.names.addresses(host.trim_matches(['[', ']'])) {
            found.push((ip, port).into());
        }
        if found.is_empty() {
            return Err(ureq::Error::HostNotFound);
        }
        Ok(found)
    }
}

/// As it may stand in a query (RFC 3986 section 2.3).
fn encoded(text: &str) -> String {
    let plain = |octet: u8| octet.is_ascii_alphanumeric() || b"-._~@".contains(&octet);
    let one = |octet: u8| {
        if plain(octet) {
            char::from(octet).to_string()
        } else {
            format!("%{octet:02X}")
        }
    };
    text.bytes().map(one).collect()
}

/// How often a server may send on elsewhere.
const REDIRECTS: u32 = 3;

/// Octets of an answer's head.
const HEAD: usize = 16 * 1024;

/// Octets of a configuration; a long one has a few thousand.
const BODY: u64 = 64 * 1024;

/// What is left of the search for reaching the servers that the configuration names.
const FOR_KNOCKING: Duration = Duration::from_secs(3);

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, at: Place, expected: &str) {
        assert_eq!(url(&Address::parse(address).unwrap(), at), expected);
    }

    #[test]
    fn asks_where_mail_programs_ask() {
        check(
            "a.clerk@example.org",
            Place::Host,
            "https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=a.clerk@example.org",
        );
        check(
            "a.clerk@example.org",
            Place::WellKnown,
            "https://example.org/.well-known/autoconfig/mail/config-v1.1.xml",
        );
        // Nothing of an address can end the query or begin another.
        check(
            "a&b=c#d+é@müller.example",
            Place::Host,
            "https://autoconfig.xn--mller-kva.example/mail/config-v1.1.xml?emailaddress=a%26b%3Dc%23d%2B%C3%A9@xn--mller-kva.example",
        );
    }
}
