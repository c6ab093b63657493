//! A small identity provider: signs alice in on its page or by a code, gives out tokens, and says of a token whose it is (RFC 6749,
//! 7636, 7662, 8628). On 127.0.0.1, without TLS.

mod ledger;
mod request;

use std::{
    io::{BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context, Result};

use ledger::{Answer, Ledger};
use request::Request;

/// Under which name Astray is registered there.
const CLIENT_ID: &str = "astray-tests";

/// Its name.
pub const PROVIDER: &str = "Example Post";

/// A running provider. Dropped, it is ended.
#[derive(Debug)]
pub struct IdentityProvider {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    ledger: Mutex<Ledger>,
    is_over: AtomicBool,
}

impl IdentityProvider {
    /// Starts it. Its access tokens last an hour.
    ///
    /// # Errors
    /// When there is no port.
    pub fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            ledger: Mutex::new(Ledger::new(address)),
            is_over: AtomicBool::new(false),
        });
        let served = shared.clone();
        let thread = thread::spawn(move || {
            for socket in listener.incoming().map_while(Result::ok) {
                if served.is_over.load(Ordering::SeqCst) {
                    return;
                }
                let shared = served.clone();
                thread::spawn(move || shared.serve(socket));
            }
        });
        Ok(Self {
            address,
            shared,
            thread: Some(thread),
        })
    }

    /// The policy that describes it, for mail servers called localhost.
    pub fn policy(&self) -> serde_json::Value {
        let url = |path: &str| format!("http://{}/{path}", self.address);
        serde_json::json!({
            "protected_domains": ["army.mil"],
            "sign_in_providers": [{
                "name": PROVIDER,
                "client_id": CLIENT_ID,
                "domains": ["localhost"],
                "authorize_url": url("authorize"),
                "token_url": url("token"),
                "device_url": url("device"),
                "scopes": ["imap", "smtp"],
            }]
        })
    }

    /// The port at which mail servers ask whose a token is.
    pub const fn port(&self) -> u16 {
        self.address.port()
    }

    /// How long access tokens last that are given out from now on.
    pub fn tokens_last(&self, lasts_for: Duration) {
        self.ledger().lasts_for = lasts_for;
    }

    /// Has every refresh give another refresh token, and the one before count no longer.
    pub fn replace_refresh_tokens(&self) {
        self.ledger().replaces = true;
    }

    /// Withdraws all that was given out, as a user does who no longer trusts a program.
    pub fn withdraw_all(&self) {
        self.ledger().withdraw_all();
    }

    /// Withdraws the access tokens alone, as if they had run out early.
    pub fn withdraw_access(&self) {
        self.ledger().withdraw_access();
    }

    /// The user enters this code on another device, and agrees or not. False where there is no such code.
    pub fn enter(&self, user_code: &str, agrees: bool) -> bool {
        self.ledger().enter(user_code, agrees)
    }

    /// How often a path was asked for, such as `token`.
    pub fn asked(&self, path: &str) -> usize {
        self.ledger().asked(path)
    }

    /// Every token, code and verifier that went over the wire: what must be found nowhere else.
    pub fn secrets(&self) -> Vec<String> {
        self.ledger().secrets.clone()
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.shared.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for IdentityProvider {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        // The listener looks when somebody comes.
        let _knock = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

impl Shared {
    /// Answers one request. Who breaks off is let go.
    fn serve(&self, socket: TcpStream) -> Option<()> {
        socket.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
        let mut stream = BufReader::new(socket);
        let request = Request::read(&mut stream).ok()?;
        let Answer { status, header, body } = self
            .ledger
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .answer(&request);
        let answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{header}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        );
        stream.get_mut().write_all(answer.as_bytes()).ok()
    }
}

/// A browser that has no window: where a page of the provider's sends it, and what it sees there.
pub struct Visit;

impl Visit {
    /// Opens a page and gives the address that it sends the browser on to.
    ///
    /// # Errors
    /// When it sends it nowhere.
    pub fn sent_on(page: &str) -> Result<String> {
        let answer = request::get(page)?;
        let location = answer
            .lines()
            .find_map(|line| line.strip_prefix("Location: "))
            .with_context(|| format!("no page to go on to: {answer}"))?;
        Ok(location.trim().to_owned())
    }

    /// Opens a page and gives all that came.
    ///
    /// # Errors
    /// When nobody answers.
    pub fn see(page: &str) -> Result<String> {
        request::get(page)
    }
}
