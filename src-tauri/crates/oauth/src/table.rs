//! The providers that Astray knows by itself: where their users sign in, and what is asked for.
//!
//! Each wants Astray to be registered, and says under which name; Astray ships none. Sources: Google, “OAuth 2.0 for mobile and desktop
//! apps” and “IMAP, POP, and SMTP”; Microsoft, “Authenticate an IMAP, POP or SMTP connection using OAuth”.

use message::Domain;
use policy::Endpoints;
use url::Url;

struct Entry {
    name: &'static str,
    domains: &'static [&'static str],
    authorize: &'static str,
    token: &'static str,
    device: Option<&'static str>,
    scopes: &'static [&'static str],
    redirect_path: Option<&'static str>,
}

const ENTRIES: [Entry; 2] = [
    Entry {
        name: "Google",
        domains: &["gmail.com", "googlemail.com"],
        authorize: "https://accounts.google.com/o/oauth2/v2/auth",
        token: "https://oauth2.googleapis.com/token",
        // Google gives codes for other devices only for a few scopes, and that of mail is not among them.
        device: None,
        // One for IMAP and SMTP; there is no smaller one.
        scopes: &["https://mail.google.com/"],
        redirect_path: None,
    },
    Entry {
        name: "Microsoft",
        domains: &["office365.com", "outlook.com", "office.com"],
        authorize: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        token: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        device: Some("https://login.microsoftonline.com/common/oauth2/v2.0/devicecode"),
        scopes: &[
            "https://outlook.office.com/IMAP.AccessAsUser.All",
            "https://outlook.office.com/SMTP.Send",
            "offline_access",
        ],
        // It compares the path, though not the port, with the registered http://127.0.0.1/.
        redirect_path: Some("/"),
    },
];

/// All of them, with their names.
pub(crate) fn known() -> impl Iterator<Item = (&'static str, Endpoints)> {
    ENTRIES
        .iter()
        .filter_map(|entry| Some((entry.name, entry.endpoints()?)))
}

impl Entry {
    fn endpoints(&self) -> Option<Endpoints> {
        let url = |text: &str| Url::parse(text).ok();
        Some(Endpoints {
            domains: self
                .domains
                .iter()
                .filter_map(|name| Domain::parse(name).ok())
                .collect(),
            authorize: url(self.authorize)?,
            token: url(self.token)?,
            device: self.device.and_then(url),
            scopes: self.scopes.iter().map(|&scope| scope.to_owned()).collect(),
            redirect_path: self.redirect_path.map(str::to_owned),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_can_be_used_and_is_encrypted() {
        assert_eq!(known().count(), ENTRIES.len());
        for ((name, endpoints), entry) in known().zip(&ENTRIES) {
            assert_eq!(endpoints.domains.len(), entry.domains.len(), "{name}");
            let urls = [
                Some(&endpoints.authorize),
                Some(&endpoints.token),
                endpoints.device.as_ref(),
            ];
            assert!(
                urls.into_iter().flatten().all(|url| url.scheme() == "https"),
                "{name}"
            );
            assert_eq!(endpoints.device.is_some(), entry.device.is_some(), "{name}");
        }
    }
}
