//! A web server with TLS that has the pages which the test puts there, and counts who asks.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context, Result};
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};

pub(crate) struct Web {
    pub(crate) port: u16,
    site: Arc<Site>,
    thread: Option<JoinHandle<()>>,
}

/// What is sent for a request.
#[derive(Clone)]
pub(crate) struct Page {
    octets: Vec<u8>,
    is_endless: bool,
}

impl Page {
    pub(crate) fn document(text: &str) -> Self {
        Self::answer("200 OK", "Content-Type: text/xml", text)
    }

    pub(crate) fn redirect(to: &str) -> Self {
        Self::answer("302 Found", &format!("Location: {to}"), "")
    }

    /// A document that comes with an error.
    pub(crate) fn failure(text: &str) -> Self {
        Self::answer("404 Not Found", "Content-Type: text/xml", text)
    }

    /// An answer that goes on for ever, slowly.
    pub(crate) fn endless() -> Self {
        Self {
            octets: b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n".to_vec(),
            is_endless: true,
        }
    }

    fn answer(status: &str, header: &str, text: &str) -> Self {
        let length = text.len();
        let octets = format!(
            "HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{text}"
        );
        Self {
            octets: octets.into_bytes(),
            is_endless: false,
        }
    }
}

struct Site {
    config: Arc<ServerConfig>,
    pages: Mutex<BTreeMap<String, Page>>,
    asked: AtomicUsize,
    is_over: AtomicBool,
}

impl Web {
    pub(crate) fn start([cert_path, key_path]: &[PathBuf; 2]) -> Result<Self> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(
                vec![CertificateDer::from_pem_file(cert_path)?],
                PrivateKeyDer::from_pem_file(key_path)?,
            )?;
        let site = Arc::new(Site {
            config: Arc::new(config),
            pages: Mutex::default(),
            asked: AtomicUsize::new(0),
            is_over: AtomicBool::new(false),
        });
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let served = site.clone();
        let thread = thread::spawn(move || {
            for socket in listener.incoming().map_while(Result::ok) {
                if served.is_over.load(Ordering::SeqCst) {
                    return;
                }
                let site = served.clone();
                thread::spawn(move || site.serve(socket));
            }
        });
        Ok(Self {
            port,
            site,
            thread: Some(thread),
        })
    }

    /// Puts a page on a host; the path with its query.
    pub(crate) fn put(&self, host: &str, path: &str, page: Page) {
        let mut pages = self.site.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.insert(format!("{host}{path}"), page);
    }

    /// How many requests came.
    pub(crate) fn asked(&self) -> usize {
        self.site.asked.load(Ordering::SeqCst)
    }
}

impl Drop for Web {
    fn drop(&mut self) {
        self.site.is_over.store(true, Ordering::SeqCst);
        // The listener looks when somebody comes.
        let _knock = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

impl Site {
    /// Answers one request. Who breaks off is let go.
    fn serve(&self, socket: TcpStream) -> Option<()> {
        socket.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
        let connection = ServerConnection::new(self.config.clone()).ok()?;
        let mut stream = BufReader::new(StreamOwned::new(connection, socket));
        let request = read_request(&mut stream).ok()?;
        self.asked.fetch_add(1, Ordering::SeqCst);
        let page = {
            let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
            pages.get(&request).cloned()
        };
        let page = page.unwrap_or_else(|| Page::failure(""));
        let stream = stream.get_mut();
        stream.write_all(&page.octets).ok()?;
        while page.is_endless && !self.is_over.load(Ordering::SeqCst) {
            stream.write_all(b" ").ok()?;
            stream.flush().ok()?;
            thread::sleep(Duration::from_millis(20));
        }
        stream.conn.send_close_notify();
        stream.flush().ok()
    }
}

/// Host, path and query of a request.
fn read_request(stream: &mut impl BufRead) -> Result<String> {
    let mut first = String::new();
    stream.read_line(&mut first)?;
    let path = first.split(' ').nth(1).context("no path")?.to_owned();
    let mut host = None;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let line = line.trim();
        if line.is_empty() {
            return Ok(format!("{}{path}", host.context("no host")?));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("host")
        {
            host = Some(value.trim().to_owned());
        }
    }
}
