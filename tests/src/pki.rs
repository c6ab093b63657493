//! A certificate authority for one test, and the certificates that a mail server may show.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};
use tempfile::TempDir;

/// Which certificate a server shows. All are for `localhost`, 127.0.0.1, example.org with all below it, and the server of one
/// large provider, unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// Valid, from the authority of [`Pki::ca_path`].
    Good,
    /// Ended in 2021.
    Expired,
    /// For another host.
    WrongHost,
    /// From an authority that nobody trusts.
    UnknownCa,
}

impl Certificate {
    const ALL: [Self; 4] = [Self::Good, Self::Expired, Self::WrongHost, Self::UnknownCa];

    const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Expired => "expired",
            Self::WrongHost => "wrong-host",
            Self::UnknownCa => "unknown-ca",
        }
    }
}

/// Certificates and their keys as PEM files, removed when dropped unless they are kept.
#[derive(Debug)]
pub struct Pki {
    dir: PathBuf,
    _removed: Option<TempDir>,
}

impl Pki {
    /// Makes the authority and one certificate of each kind in a temporary directory.
    ///
    /// # Errors
    /// When they cannot be made or written.
    pub fn new() -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("astray-pki-").tempdir()?;
        let path = dir.path().to_owned();
        Ok(Self {
            _removed: Some(dir),
            ..Self::kept(&path)?
        })
    }

    /// Makes them in `dir`, where they stay.
    ///
    /// # Errors
    /// When they cannot be made or written.
    pub fn kept(dir: &Path) -> Result<Self> {
        fs::create_dir_all(dir)?;
        let pki = Self {
            dir: dir.to_owned(),
            _removed: None,
        };
        let (ca, ca_pem) = authority("Astray test authority")?;
        let (stranger, _) = authority("Unknown authority")?;
        fs::write(pki.ca_path(), ca_pem)?;
        for certificate in Certificate::ALL {
            let issuer = if certificate == Certificate::UnknownCa {
                &stranger
            } else {
                &ca
            };
            let key = KeyPair::generate()?;
            let leaf = leaf(certificate)?.signed_by(&key, issuer)?;
            let [cert_path, key_path] = pki.leaf_paths(certificate);
            fs::write(cert_path, leaf.pem())?;
            fs::write(key_path, key.serialize_pem())?;
        }
        Ok(pki)
    }

    /// The authority's certificate, which a client must trust to accept [`Certificate::Good`].
    pub fn ca_path(&self) -> PathBuf {
        self.dir.join("ca.pem")
    }

    /// The certificate's file and its key's.
    pub fn leaf_paths(&self, certificate: Certificate) -> [PathBuf; 2] {
        let path = |ending: &str| self.dir.join(format!("{}{ending}", certificate.name()));
        [path(".pem"), path(".key")]
    }
}

fn authority(name: &str) -> Result<(Issuer<'static, KeyPair>, String)> {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(2120, 1, 1);
    let key = KeyPair::generate()?;
    let pem = params.self_signed(&key)?.pem();
    Ok((Issuer::new(params, key), pem))
}

fn leaf(certificate: Certificate) -> Result<CertificateParams> {
    let names: &[&str] = match certificate {
        Certificate::Good | Certificate::Expired | Certificate::UnknownCa => &[
            "localhost",
            "127.0.0.1",
            "example.org",
            "*.example.org",
            "imap.gmail.com",
        ],
        Certificate::WrongHost => &["mail.other.example"],
    };
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    let mut params = CertificateParams::new(names)?;
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = match certificate {
        Certificate::Expired => date_time_ymd(2021, 1, 1),
        Certificate::Good | Certificate::WrongHost | Certificate::UnknownCa => date_time_ymd(2120, 1, 1),
    };
    Ok(params)
}
