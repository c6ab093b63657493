//! A small Internet of the test's own: a name server, a web server and a mail server on 127.0.0.1.

use anyhow::{Result, ensure};
use astray_tests::{Certificate, Dovecot, Options, Pki, Tls};
use discovery::{Finding, Server};
use message::Address;

use super::{name_server::NameServer, web::Web};

pub(crate) struct Scene {
    pub(crate) names: NameServer,
    pub(crate) web: Web,
    pub(crate) dovecot: Dovecot,
    pub(crate) options: discovery::Options,
    _pki: Pki,
}

impl Scene {
    pub(crate) fn new() -> Result<Self> {
        Self::set(Options::default(), Certificate::Good)
    }

    pub(crate) fn with(options: Options) -> Result<Self> {
        Self::set(options, Certificate::Good)
    }

    pub(crate) fn with_web(certificate: Certificate) -> Result<Self> {
        Self::set(Options::default(), certificate)
    }

    fn set(options: Options, web: Certificate) -> Result<Self> {
        let pki = Pki::new()?;
        let dovecot = Dovecot::start_with(&pki, options)?;
        let names = NameServer::start()?;
        let web = Web::start(&pki.leaf_paths(web))?;
        let options = discovery::Options {
            name_server: Some(names.address),
            ca_path: Some(pki.ca_path()),
            ports: [
                (443, web.port),
                (993, dovecot.port(Tls::Implicit)),
                (143, dovecot.port(Tls::StartTls)),
            ]
            .into(),
            ..discovery::Options::default()
        };
        Ok(Self {
            names,
            web,
            dovecot,
            options,
            _pki: pki,
        })
    }

    /// Searches, and makes sure that nobody tried to sign in meanwhile.
    pub(crate) fn find(&self, address: &str) -> Result<Finding> {
        let found = discovery::find(&Address::parse(address)?, &self.options)?;
        let log = self.dovecot.log();
        ensure!(!log.contains("Login:") && !log.contains("user=<alice"), "{log}");
        Ok(found)
    }

    /// The best server, in a few words. It answered.
    pub(crate) fn check(&self, found: &Finding, expected: &str) -> Result<()> {
        let best = found.best().filter(|best| best.trouble.is_none());
        ensure!(
            best.map(line).as_deref() == Some(expected),
            "{found:#?}\n{}",
            self.dovecot.log()
        );
        Ok(())
    }
}

pub(crate) fn line(server: &Server) -> String {
    let security = server.security.as_str();
    format!(
        "{:?} {}:{} {security} {}",
        server.source, server.host, server.port, server.user
    )
}

/// What a domain says of its mail server.
pub(crate) fn config(host: &str, port: u16, user: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="example.org">
    <domain>example.org</domain>
    <displayName>Example Post</displayName>
    <incomingServer type="pop3"><hostname>pop.example.org</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
    <incomingServer type="imap">
      <hostname>{host}</hostname>
      <port>{port}</port>
      <socketType>SSL</socketType>
      <authentication>password-cleartext</authentication>
      <username>{user}</username>
    </incomingServer>
  </emailProvider>
</clientConfig>
"#
    )
}
