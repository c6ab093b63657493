//! TLS: which certificates are trusted, and what it means when one is not. There is no way to accept a bad one.

use std::{fmt, path::Path, sync::Arc};

use rustls::{
    AlertDescription, CertificateError, ClientConfig, ClientConnection, StreamOwned,
    crypto::CryptoProvider,
    pki_types::{
        CertificateDer,
        pem::{self, PemObject},
    },
};
use rustls_platform_verifier::Verifier;

use crate::{Account, Doing, Error, Host, cause, socket::Socket};

/// An encrypted connection.
pub(crate) type Encrypted = StreamOwned<ClientConnection, Socket>;

/// Why a certificate is not trusted, in words that follow “the certificate of mail.example.org”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distrust {
    /// Its time is over.
    Expired,
    /// Its time has not come.
    NotYetValid,
    /// It is for other names.
    WrongName,
    /// Nobody whom this computer or the account trusts has issued it.
    UnknownIssuer,
    /// Its issuer has withdrawn it.
    Revoked,
    /// It is broken in another way.
    Malformed,
    /// This computer trusts nobody: it has no certificates of issuers.
    NoIssuers,
}

impl fmt::Display for Distrust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "has expired",
            Self::NotYetValid => "is not valid yet",
            Self::WrongName => "is for another server name",
            Self::UnknownIssuer => "was issued by nobody whom this computer trusts",
            Self::Revoked => "was withdrawn by its issuer",
            Self::Malformed => "is not one that a server may use",
            Self::NoIssuers => "cannot be checked, because this computer knows no issuers of certificates",
        })
    }
}

/// What is wrong with a CA file, in words that follow its name.
#[derive(Debug, thiserror::Error)]
pub enum CaFault {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[source] std::io::Error),
    /// It holds no certificate in PEM form.
    #[error("holds no certificate in PEM form")]
    Empty,
    /// What it holds is no certificate of an issuer.
    #[error("holds a certificate that cannot be used")]
    Unusable,
}

/// The cryptography that every encrypted connection of the program uses, for those that are made elsewhere.
pub fn crypto_provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// TLS 1.2 or later, trusting whom the system trusts and whom the account's CA file names.
pub(crate) fn config(host: &Host, ca_path: Option<&Path>) -> Result<Arc<ClientConfig>, Error> {
    let provider = crypto_provider();
    let extra = match ca_path {
        Some(path) => read_ca(path).map_err(|why| Error::BadCaFile {
            path: path.to_owned(),
            why,
        })?,
        None => Vec::new(),
    };
    let verifier = Verifier::new_with_extra_roots(extra, provider.clone()).map_err(|_| match ca_path {
        Some(path) => Error::BadCaFile {
            path: path.to_owned(),
            why: CaFault::Unusable,
        },
        None => Error::UntrustedCertificate {
            host: host.clone(),
            why: Distrust::NoIssuers,
        },
    })?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|source| Error::NotTls {
            host: host.clone(),
            source,
        })?
        // The only way to add the account's issuers to the platform's verifier, which checks as strictly as any.
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// Shakes hands within the socket's patience.
pub(crate) fn handshake(
    account: &Account,
    config: Arc<ClientConfig>,
    mut socket: Socket,
) -> Result<Encrypted, Error> {
    let host = &account.host;
    let mut connection =
        ClientConnection::new(config, host.server_name().clone()).map_err(|source| Error::NotTls {
            host: host.clone(),
            source,
        })?;
    while connection.is_handshaking() {
        connection
            .complete_io(&mut socket)
            .map_err(|error| cause::of_io(host, Doing::Encrypting, error))?;
    }
    Ok(StreamOwned::new(connection, socket))
}

/// What an error of TLS means for the user.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a foreign enum that grows; all others mean that TLS is not spoken"
)]
pub(crate) fn failure(host: &Host, source: rustls::Error) -> Error {
    let why = match &source {
        rustls::Error::InvalidCertificate(why) => distrust(why),
        rustls::Error::NoCertificatesPresented | rustls::Error::UnsupportedNameType => Distrust::Malformed,
        rustls::Error::AlertReceived(AlertDescription::CloseNotify | AlertDescription::UserCanceled) => {
            return Error::ConnectionLost {
                host: host.clone(),
                source: None,
            };
        }
        _ => {
            return Error::NotTls {
                host: host.clone(),
                source,
            };
        }
    };
    Error::UntrustedCertificate {
        host: host.clone(),
        why,
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a foreign enum that grows; all others mean a broken certificate"
)]
const fn distrust(why: &CertificateError) -> Distrust {
    use CertificateError as Certificate;
    match why {
        Certificate::Expired | Certificate::ExpiredContext { .. } => Distrust::Expired,
        Certificate::NotValidYet | Certificate::NotValidYetContext { .. } => Distrust::NotYetValid,
        Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => Distrust::WrongName,
        // A bad signature is an issuer who only calls himself by a trusted one's name.
        Certificate::UnknownIssuer | Certificate::BadSignature => Distrust::UnknownIssuer,
        Certificate::Revoked => Distrust::Revoked,
        _ => Distrust::Malformed,
    }
}

fn read_ca(path: &Path) -> Result<Vec<CertificateDer<'static>>, CaFault> {
    let unreadable = |error| {
        if let pem::Error::Io(error) = error {
            CaFault::Unreadable(error)
        } else {
            CaFault::Empty
        }
    };
    let certificates: Vec<_> = CertificateDer::pem_file_iter(path)
        .and_then(Iterator::collect)
        .map_err(unreadable)?;
    if certificates.is_empty() {
        Err(CaFault::Empty)
    } else {
        Ok(certificates)
    }
}
