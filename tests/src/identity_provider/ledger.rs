//! What a provider has given out, and what it answers.

use std::{
    collections::BTreeMap,
    hash::{BuildHasher, RandomState},
    net::SocketAddr,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    CLIENT_ID,
    request::{Request, encoded},
};

/// Who signs in: all that this provider knows.
const USER: &str = "alice";

#[derive(Debug)]
pub(super) struct Ledger {
    address: SocketAddr,
    pub(super) lasts_for: Duration,
    pub(super) replaces: bool,
    pub(super) secrets: Vec<String>,
    /// By code: the challenge, and where the browser was sent.
    codes: BTreeMap<String, (String, String)>,
    /// By device code: the user code, and whether the user agreed.
    devices: BTreeMap<String, (String, Option<bool>)>,
    refresh: Vec<String>,
    access: BTreeMap<String, Instant>,
    asked: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: &'static str,
    pub(super) header: String,
    pub(super) body: String,
}

impl Answer {
    fn json(body: &Value) -> Self {
        Self {
            status: "200 OK",
            header: String::new(),
            body: body.to_string(),
        }
    }

    fn error(kind: &str) -> Self {
        Self {
            status: "400 Bad Request",
            ..Self::json(&json!({ "error": kind }))
        }
    }
}

impl Ledger {
    pub(super) const fn new(address: SocketAddr) -> Self {
        Self {
            address,
            lasts_for: Duration::from_secs(3600),
            replaces: false,
            secrets: Vec::new(),
            codes: BTreeMap::new(),
            devices: BTreeMap::new(),
            refresh: Vec::new(),
            access: BTreeMap::new(),
            asked: Vec::new(),
        }
    }

    pub(super) fn withdraw_all(&mut self) {
        self.refresh.clear();
        self.access.clear();
    }

    pub(super) fn withdraw_access(&mut self) {
        self.access.clear();
    }

    pub(super) fn enter(&mut self, user_code: &str, agrees: bool) -> bool {
        let entered = self.devices.values_mut().find(|(code, _)| code == user_code);
        entered.map(|(_, agreed)| *agreed = Some(agrees)).is_some()
    }

    pub(super) fn asked(&self, path: &str) -> usize {
        self.asked.iter().filter(|asked| *asked == path).count()
    }

    pub(super) fn answer(&mut self, request: &Request) -> Answer {
        self.asked.push(request.path.clone());
        match (request.method.as_str(), request.path.as_str()) {
            ("GET", "authorize") => self.authorize(request),
            ("POST", "token") if request.get("client_id") != CLIENT_ID => Answer::error("invalid_client"),
            ("POST", "token") => self.token(request),
            ("POST", "device") => self.device(request),
            ("POST", "introspect") => self.introspect(request),
            _ => Answer::error("invalid_request"),
        }
    }

    /// The page: alice agrees at once, and the browser is sent back.
    fn authorize(&mut self, request: &Request) -> Answer {
        let is_right = request.get("response_type") == "code"
            && request.get("client_id") == CLIENT_ID
            && request.get("code_challenge_method") == "S256"
            && request.get("scope") == "imap smtp"
            && request.get("redirect_uri").starts_with("http://127.0.0.1:")
            && request.get("state").len() >= 20;
        if !is_right {
            return Answer::error("invalid_request");
        }
        let code = self.secret("code");
        let back = request.get("redirect_uri").to_owned();
        let given = (request.get("code_challenge").to_owned(), back.clone());
        self.codes.insert(code.clone(), given);
        Answer {
            status: "302 Found",
            header: format!(
                "Location: {back}?code={code}&state={}\r\n",
                encoded(request.get("state"))
            ),
            body: String::new(),
        }
    }

    fn token(&mut self, request: &Request) -> Answer {
        let invalid = || Answer::error("invalid_grant");
        match request.get("grant_type") {
            "authorization_code" => {
                self.secrets.push(request.get("code_verifier").to_owned());
                // A code counts once.
                let known = self.codes.remove(request.get("code"));
                let is_right = known.is_some_and(|(challenge, back)| {
                    challenge == challenge_of(request.get("code_verifier"))
                        && back == request.get("redirect_uri")
                });
                if is_right { self.give(None) } else { invalid() }
            }
            "refresh_token" => {
                let token = request.get("refresh_token").to_owned();
                if !self.refresh.contains(&token) {
                    return invalid();
                }
                if self.replaces {
                    self.refresh.retain(|kept| *kept != token);
                    return self.give(None);
                }
                self.give(Some(token))
            }
            "urn:ietf:params:oauth:grant-type:device_code" => {
                match self
                    .devices
                    .get(request.get("device_code"))
                    .map(|(_, agreed)| *agreed)
                {
                    None => Answer::error("expired_token"),
                    Some(None) => Answer::error("authorization_pending"),
                    Some(Some(false)) => Answer::error("access_denied"),
                    Some(Some(true)) => {
                        self.devices.remove(request.get("device_code"));
                        self.give(None)
                    }
                }
            }
            _ => Answer::error("unsupported_grant_type"),
        }
    }

    fn give(&mut self, kept: Option<String>) -> Answer {
        let (access, is_fresh) = (self.secret("access"), kept.is_none());
        let refresh = kept.unwrap_or_else(|| self.secret("refresh"));
        if is_fresh {
            self.refresh.push(refresh.clone());
        }
        self.access
            .insert(access.clone(), Instant::now() + self.lasts_for);
        Answer::json(&json!({
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": self.lasts_for.as_secs(),
            "refresh_token": refresh,
        }))
    }

    fn device(&mut self, request: &Request) -> Answer {
        if request.get("client_id") != CLIENT_ID || request.get("scope") != "imap smtp" {
            return Answer::error("invalid_request");
        }
        let (device, user) = (self.secret("device"), format!("USER-{:04}", self.secrets.len()));
        self.devices.insert(device.clone(), (user.clone(), None));
        Answer::json(&json!({
            "device_code": device,
            "user_code": user,
            "verification_uri": format!("http://{}/enter", self.address),
            "expires_in": 600,
            "interval": 1,
        }))
    }

    fn introspect(&self, request: &Request) -> Answer {
        let until = self.access.get(request.get("token"));
        let is_active = until.is_some_and(|until| Instant::now() < *until);
        let user = if is_active { USER } else { "" };
        Answer::json(&json!({ "active": is_active, "username": user, "client_id": CLIENT_ID }))
    }

    /// Something that nobody can guess, and that is found again wherever it is written.
    fn secret(&mut self, kind: &str) -> String {
        let chance = RandomState::new();
        let secret = format!(
            "canary-{kind}-{:016x}{:016x}",
            chance.hash_one(1),
            chance.hash_one(2)
        );
        self.secrets.push(secret.clone());
        secret
    }
}

/// RFC 7636 section 4.2: BASE64URL(SHA256(verifier)), without padding.
fn challenge_of(verifier: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let digest = Sha256::digest(verifier.as_bytes());
    let mut text = String::new();
    for three in digest.chunks(3) {
        let octet = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = octet(0) << 16 | octet(1) << 8 | octet(2);
        for place in 0..=three.len() {
            let six = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or(0);
            text.extend(LETTERS.get(six).map(|&letter| char::from(letter)));
        }
    }
    text
}
