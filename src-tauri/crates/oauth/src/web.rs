//! Web: how a provider is asked over HTTPS. Nothing is followed elsewhere, and nothing that is long is read.

use std::{fs, io, path::PathBuf, sync::Arc, time::Duration};

use oauth2::{HttpRequest, HttpResponse};
use ureq::{
    Agent,
    tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem},
};
use url::Url;

/// How providers are asked. The default trusts whom the system trusts.
#[derive(Clone, Debug, Default)]
pub struct Web {
    /// Certificates (PEM) that are trusted instead of the system's; tests put their own in.
    pub ca_path: Option<PathBuf>,
}

impl Web {
    /// Asks once, and reads the answer whatever its status is.
    pub(crate) fn ask(&self, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
        let is_here = is_this_computer(&request.uri().to_string());
        let mut config = Agent::config_builder()
            .https_only(!is_here)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .max_response_header_size(HEAD)
            .timeout_global(Some(PATIENCE))
            .user_agent("Astray")
            .tls_config(self.tls()?);
        if is_here {
            config = config.proxy(None);
        }
        let agent: Agent = config.build().into();
        let (head, mut body) = agent.run(request)?.into_parts();
        let octets = body.with_config().limit(BODY).read_to_vec()?;
        Ok(HttpResponse::from_parts(head, octets))
    }

    fn tls(&self) -> io::Result<TlsConfig> {
        Ok(TlsConfig::builder()
            .root_certs(self.issuers()?)
            .unversioned_rustls_crypto_provider(mailbox::crypto_provider())
            .build())
    }

    fn issuers(&self) -> io::Result<RootCerts> {
        let Some(path) = &self.ca_path else {
            return Ok(RootCerts::PlatformVerifier);
        };
        let pem = fs::read(path)?;
        let certificates: Vec<Certificate<'static>> = parse_pem(&pem)
            .filter_map(|item| match item {
                Ok(PemItem::Certificate(certificate)) => Some(certificate),
                Ok(_) | Err(_) => None,
            })
            .collect();
        Ok(RootCerts::Specific(Arc::new(certificates)))
    }
}

fn is_this_computer(url: &str) -> bool {
    let host = Url::parse(url)
        .ok()
        .and_then(|url| url.host().map(|host| host.to_owned()));
    match host {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(_)) | None => false,
    }
}

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Octets of an answer's head.
const HEAD: usize = 16 * 1024;

/// Octets of an answer; a long one has a few thousand.
const BODY: u64 = 64 * 1024;
