//! Providers on whose page users sign in, checked entry by entry, and the names under which Astray is registered with them.

use message::{Domain, HeaderText, shown};
use url::{Host, Url};

use crate::{
    Fault, NoDomain, Wrong,
    check::each,
    document::{ClientDocument, SignInProviderDocument},
};

/// A provider that the organisation describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInProvider {
    /// Its name, safe to show.
    pub name: String,
    /// As whom Astray comes to it.
    pub client: Client,
    /// Where it is; none where Astray's own table says so.
    pub endpoints: Option<Endpoints>,
}

/// As whom Astray comes to a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The name under which Astray is registered there.
    pub id: String,
    /// What the provider gave with it. It lies on every computer alike (RFC 8252 section 8.5), so it is nobody's secret.
    pub secret: Option<String>,
}

/// Where a provider is and what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoints {
    /// The domains of the mail servers that it is for, each with its subdomains.
    pub domains: Vec<Domain>,
    /// The page on which users sign in.
    pub authorize: Url,
    /// Where tokens are given out.
    pub token: Url,
    /// Where a code for another device is given out.
    pub device: Option<Url>,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// The path that users are sent back to, where it is a registered one; it begins with a slash.
    pub redirect_path: Option<String>,
}

/// Providers whose endpoints Astray's own table has.
const KNOWN: [&str; 2] = ["Google", "Microsoft"];

pub(crate) fn providers(
    documents: &[SignInProviderDocument],
    faults: &mut Vec<Fault>,
) -> Vec<SignInProvider> {
    each(documents, faults, provider)
}

pub(crate) fn clients(documents: &[ClientDocument], faults: &mut Vec<Fault>) -> Vec<(String, Client)> {
    each(documents, faults, |index, document| {
        let place = Place("sign_in_clients", index);
        let name = place.word(".provider", &document.provider)?;
        Ok((
            name,
            place.client(&document.client_id, document.client_secret.as_deref())?,
        ))
    })
}

pub(crate) fn written(clients: &[(String, Client)]) -> Vec<ClientDocument> {
    let one = |(provider, client): &(String, Client)| ClientDocument {
        provider: provider.clone(),
        client_id: client.id.clone(),
        client_secret: client.secret.clone(),
    };
    clients.iter().map(one).collect()
}

fn provider(index: usize, document: &SignInProviderDocument) -> Result<SignInProvider, Fault> {
    let place = Place("sign_in_providers", index);
    let name = place.word(".name", &document.name)?;
    let is_known = KNOWN.iter().any(|known| known.eq_ignore_ascii_case(&name));
    let says_nothing = document.authorize_url.is_none()
        && document.token_url.is_none()
        && document.domains.is_empty()
        && document.scopes.is_empty();
    let endpoints = match is_known && says_nothing {
        true => None,
        false => Some(place.endpoints(document)?),
    };
    Ok(SignInProvider {
        name,
        client: place.client(&document.client_id, document.client_secret.as_deref())?,
        endpoints,
    })
}

/// An entry, for what is wrong with it.
#[derive(Clone, Copy)]
struct Place(&'static str, usize);

impl Place {
    fn fault(self, field: &str, what: Wrong) -> Fault {
        Fault::entry(self.0, self.1, field, what)
    }

    /// A word or a few that a person may read.
    fn word(self, field: &str, text: &str) -> Result<String, Fault> {
        let clean = HeaderText::clean(text).shown();
        match clean == text && !text.trim().is_empty() && text.chars().count() <= 60 {
            true => Ok(clean),
            false => Err(self.fault(field, Wrong::NoName(shown(text)))),
        }
    }

    /// RFC 6749 appendix A.1 and A.2.
    fn visible(self, field: &str, text: &str) -> Result<String, Fault> {
        let is_visible =
            (1..=512).contains(&text.len()) && text.bytes().all(|octet| octet.is_ascii_graphic());
        match is_visible {
            true => Ok(text.to_owned()),
            false => Err(self.fault(field, Wrong::NoToken(shown(text)))),
        }
    }

    fn client(self, id: &str, secret: Option<&str>) -> Result<Client, Fault> {
        Ok(Client {
            id: self.visible(".client_id", id)?,
            secret: secret
                .map(|secret| self.visible(".client_secret", secret))
                .transpose()?,
        })
    }

    fn endpoints(self, document: &SignInProviderDocument) -> Result<Endpoints, Fault> {
        let named = |field, text: &Option<String>| match text {
            Some(text) => self.url(field, text),
            None => Err(self.fault(field, Wrong::Missing)),
        };
        if document.domains.is_empty() {
            return Err(self.fault(".domains", Wrong::Empty));
        }
        let domain = |text: &String| {
            let why = match Domain::parse(text) {
                Ok(domain) if !domain.is_literal() => return Ok(domain),
                Ok(_) => NoDomain::Number,
                Err(_) => NoDomain::of(text),
            };
            let text = shown(text);
            Err(self.fault(".domains", Wrong::NoDomain { text, why }))
        };
        if document.scopes.is_empty() {
            return Err(self.fault(".scopes", Wrong::Empty));
        }
        Ok(Endpoints {
            domains: document.domains.iter().map(domain).collect::<Result<_, _>>()?,
            authorize: named(".authorize_url", &document.authorize_url)?,
            token: named(".token_url", &document.token_url)?,
            device: document
                .device_url
                .as_ref()
                .map(|url| self.url(".device_url", url))
                .transpose()?,
            scopes: document
                .scopes
                .iter()
                .map(|scope| self.visible(".scopes", scope))
                .collect::<Result<_, _>>()?,
            redirect_path: document
                .redirect_path
                .as_ref()
                .map(|path| self.path(path))
                .transpose()?,
        })
    }

    /// Encrypted, or on this computer itself, where nobody listens in.
    fn url(self, field: &str, text: &str) -> Result<Url, Fault> {
        let is_safe = |url: &Url| match url.host() {
            Some(_) if url.scheme() == "https" => true,
            Some(Host::Ipv4(ip)) => url.scheme() == "http" && ip.is_loopback(),
            Some(Host::Ipv6(ip)) => url.scheme() == "http" && ip.is_loopback(),
            Some(Host::Domain(_)) | None => false,
        };
        let bare =
            |url: &Url| url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
        match Url::parse(text) {
            Ok(url) if is_safe(&url) && bare(&url) => Ok(url),
            Ok(_) | Err(_) => Err(self.fault(field, Wrong::NoUrl(shown(text)))),
        }
    }

    fn path(self, text: &str) -> Result<String, Fault> {
        let plain = |octet: u8| octet.is_ascii_alphanumeric() || b"/-._~".contains(&octet);
        match text.starts_with('/') && text.len() <= 200 && text.bytes().all(plain) {
            true => Ok(text.to_owned()),
            false => Err(self.fault(".redirect_path", Wrong::NoPath(shown(text)))),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Policy;

    const WHOLE: &str = r#"{"name": "Example Post", "client_id": "astray", "domains": ["example.org"],
        "authorize_url": "https://id.example.org/authorize", "token_url": "https://id.example.org/token",
        "device_url": "https://id.example.org/device", "scopes": ["imap", "offline_access"], "redirect_path": "/back"}"#;

    fn parse(entry: &str) -> Result<Policy, String> {
        Policy::parse(&format!("{{\"sign_in_providers\": [{entry}]}}")).map_err(|error| error.to_string())
    }

    #[test]
    fn a_provider_is_read_whole_and_a_known_one_needs_but_a_client() {
        let provider = parse(WHOLE).unwrap().sign_in_providers.remove(0);
        let endpoints = provider.endpoints.unwrap();
        assert_eq!(endpoints.token.as_str(), "https://id.example.org/token");
        assert_eq!(endpoints.redirect_path.as_deref(), Some("/back"));
        let known = parse(r#"{"name": "google", "client_id": "a", "client_secret": "b"}"#).unwrap();
        let known = &known.sign_in_providers[0];
        assert!(known.endpoints.is_none());
        assert_eq!(known.client.secret.as_deref(), Some("b"));
    }

    fn check(what: &str, instead: &str, expected: &str) {
        let error = parse(&WHOLE.replace(what, instead)).unwrap_err();
        assert!(
            error.contains(&format!("sign_in_providers[0]{expected}")),
            "{error}"
        );
    }

    #[test]
    fn each_field_that_is_wrong_is_named() {
        check(
            "https://id.example.org/token",
            "http://id.example.org/token",
            ".token_url: “http",
        );
        check(
            "https://id.example.org/token",
            "http://localhost/token",
            ".token_url",
        );
        check("https://id.example.org/token", "file:///etc/passwd", ".token_url");
        check(
            "https://id.example.org/authorize",
            "https://u:p@id.example.org/",
            ".authorize_url",
        );
        check("[\"example.org\"]", "[]", ".domains: is empty");
        check("[\"example.org\"]", "[\"a b\"]", ".domains: “a b”");
        check("[\"imap\", \"offline_access\"]", "[]", ".scopes");
        check("\"imap\"", "\"two words\"", ".scopes");
        check("\"/back\"", "\"back\"", ".redirect_path");
        check("\"astray\"", "\"\"", ".client_id");
        check("Example Post", "Exam\\u202Eple", ".name");
        let unknown = parse(r#"{"name": "Acme", "client_id": "a"}"#).unwrap_err();
        assert!(unknown.contains(".domains: is empty or missing"), "{unknown}");
    }

    #[test]
    fn this_computer_itself_needs_no_encryption() {
        for here in ["http://127.0.0.1:8080/token", "http://[::1]:8080/token"] {
            assert!(
                parse(&WHOLE.replace("https://id.example.org/token", here)).is_ok(),
                "{here}"
            );
        }
    }
}
