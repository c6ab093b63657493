//! Redirect: the address on this computer that the provider sends the browser back to (RFC 8252 section 7.3). It serves one request.
//!
//! Whoever on this computer, or on a page in the browser, guesses the port has one try, and needs the path, the `state` and a code that
//! fits the challenge. A connection that says nothing is none: browsers open such ahead of time.

use std::{
    io::{self, ErrorKind, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    time::{Duration, Instant},
};

use url::Url;

use crate::cancel::{Cancel, LOOK};

pub(crate) struct Redirect {
    listener: TcpListener,
    url: Url,
}

/// What the one request was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Served {
    /// A GET of the very address, with these parameters.
    Answer(Vec<(String, String)>),
    /// Anything else.
    Other,
}

/// Why nothing was served.
#[derive(Debug)]
pub(crate) enum Unserved {
    TimedOut,
    Cancelled,
    Failed(io::Error),
}

impl Redirect {
    /// Opens it at a random port of 127.0.0.1.
    pub(crate) fn open(path: &str) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let url = Url::parse(&format!("http://127.0.0.1:{port}{path}")).map_err(io::Error::other)?;
        Ok(Self { listener, url })
    }

    /// The address, exactly as it must be asked for.
    pub(crate) const fn url(&self) -> &Url {
        &self.url
    }

    /// Waits for the one request, answers it with `words`, and closes.
    pub(crate) fn serve(self, words: &str, patience: Duration, cancel: &Cancel) -> Result<Served, Unserved> {
        let begun = Instant::now();
        let mut callers: Vec<Caller> = Vec::new();
        while begun.elapsed() < patience {
            if cancel.is_cancelled() {
                return Err(Unserved::Cancelled);
            }
            match self.listener.accept() {
                Ok((socket, _)) if callers.len() < CALLERS => callers.extend(Caller::new(socket).ok()),
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => cancel.rest(LOOK),
                Err(error) => return Err(Unserved::Failed(error)),
            }
            for caller in &mut callers {
                if let Some(head) = caller.listen() {
                    let served = self.judge(&head);
                    caller.answer(words);
                    return Ok(served);
                }
            }
            callers.retain(|caller| !caller.is_gone);
        }
        Err(Unserved::TimedOut)
    }

    fn judge(&self, head: &str) -> Served {
        let mut lines = head.lines();
        let mut first = lines.next().unwrap_or_default().split(' ');
        let (method, target, version) = (first.next(), first.next(), first.next());
        let is_http = version.is_some_and(|version| version.starts_with("HTTP/1."));
        // A page of another name that leads here (DNS rebinding) is told by the name.
        let authority = self.url.authority();
        let hosts: Vec<&str> = lines
            .filter_map(|line| line.split_once(':'))
            .filter(|(name, _)| name.eq_ignore_ascii_case("host"))
            .map(|(_, value)| value.trim())
            .collect();
        let asked = target.and_then(|target| self.url.join(target).ok());
        match asked {
            Some(asked)
                if method == Some("GET")
                    && is_http
                    && hosts == [authority]
                    && asked.origin() == self.url.origin()
                    && asked.path() == self.url.path() =>
            {
                Served::Answer(asked.query_pairs().into_owned().collect())
            }
            Some(_) | None => Served::Other,
        }
    }
}

/// A connection whose request has not come whole.
struct Caller {
    socket: TcpStream,
    heard: Vec<u8>,
    is_gone: bool,
}

impl Caller {
    fn new(socket: TcpStream) -> io::Result<Self> {
        socket.set_nonblocking(true)?;
        Ok(Self {
            socket,
            heard: Vec::new(),
            is_gone: false,
        })
    }

    /// The head of the request, once it is whole.
    fn listen(&mut self) -> Option<String> {
        let mut part = [0; 4096];
        match self.socket.read(&mut part) {
            Ok(0) => self.is_gone = true,
            Ok(length) => self.heard.extend(part.iter().take(length)),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(_) => self.is_gone = true,
        }
        self.is_gone |= self.heard.len() > HEAD;
        let end = self.heard.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = self.heard.get(..end)?;
        Some(String::from_utf8_lossy(head).into_owned())
    }

    fn answer(&mut self, words: &str) {
        let page = format!(
            "<!doctype html><meta charset=\"utf-8\"><title>Astray</title><p>{}</p>\n",
            escaped(words)
        );
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n\
             Connection: close\r\n\r\n{page}",
            page.len()
        );
        let said = self
            .socket
            .set_nonblocking(false)
            .and_then(|()| self.socket.set_write_timeout(Some(Duration::from_secs(2))))
            .and_then(|()| self.socket.write_all(answer.as_bytes()));
        if let Err(error) = said {
            tracing::debug!("the browser did not wait for its page: {error}");
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Connections that may be open before one of them says something; a browser opens two or three.
const CALLERS: usize = 16;

/// Octets of a request's head: codes are long, but not as long.
const HEAD: usize = 16 * 1024;

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    fn serve(path: &str, requests: &[&str]) -> (Result<Served, Unserved>, Vec<String>) {
        let redirect = Redirect::open(path).unwrap();
        let port = redirect.url().port().unwrap();
        let requests: Vec<String> = requests
            .iter()
            .map(|request| request.replace("PORT", &port.to_string()))
            .collect();
        let callers = thread::spawn(move || {
            let mut sockets: Vec<TcpStream> = Vec::new();
            for request in &requests {
                let mut socket = TcpStream::connect(("127.0.0.1", port)).unwrap();
                socket.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
                socket.write_all(request.as_bytes()).unwrap();
                sockets.push(socket);
            }
            let answers = sockets.into_iter().map(|mut socket| {
                let mut answer = String::new();
                let _cut = socket.read_to_string(&mut answer);
                answer
            });
            answers.collect()
        });
        let served = redirect.serve("Done & <fine>.", Duration::from_secs(5), &Cancel::default());
        (served, callers.join().unwrap())
    }

    fn check(request: &str, expected: &Served) {
        let (served, answers) = serve("/nonce", &[request]);
        assert_eq!(&served.unwrap(), expected, "{request}");
        assert!(
            answers[0].contains("<p>Done &amp; &lt;fine&gt;.</p>"),
            "{}",
            answers[0]
        );
    }

    #[test]
    fn only_a_get_of_the_very_address_is_an_answer() {
        let answer = |pairs: &[(&str, &str)]| {
            let own = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
            Served::Answer(pairs.iter().map(own).collect())
        };
        check(
            "GET /nonce?code=a%2Bb&state=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
            &answer(&[("code", "a+b"), ("state", "c")]),
        );
        for other in [
            "POST /nonce?code=a&state=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 0\r\n\r\n",
            "GET /another?code=a&state=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
            "GET /nonce/?code=a&state=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
            "GET /nonce?code=a&state=c HTTP/1.1\r\nHost: evil.example:PORT\r\n\r\n",
            "GET /nonce?code=a&state=c HTTP/1.1\r\n\r\n",
            "GET http://evil.example/nonce?code=a&state=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
            "HEAD /nonce?code=a&state=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
            "\r\n\r\n",
        ] {
            check(other, &Served::Other);
        }
    }

    #[test]
    fn silence_and_halves_hinder_nobody_and_a_second_request_gets_nothing() {
        let whole = "GET /n?state=s HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n";
        let (served, answers) = serve("/n", &["", "GET /n?sta", whole]);
        assert_eq!(
            served.unwrap(),
            Served::Answer(vec![("state".to_owned(), "s".to_owned())])
        );
        assert!(answers[0].is_empty() && answers[1].is_empty() && !answers[2].is_empty());
    }

    #[test]
    fn the_port_is_closed_after_the_one_request() {
        let redirect = Redirect::open("/n").unwrap();
        let port = redirect.url().port().unwrap();
        let caller = thread::spawn(move || {
            let mut socket = TcpStream::connect(("127.0.0.1", port)).unwrap();
            socket.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
            socket.read_to_string(&mut String::new()).unwrap()
        });
        redirect
            .serve("x", Duration::from_secs(5), &Cancel::default())
            .unwrap();
        caller.join().unwrap();
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    }

    #[test]
    fn a_wait_ends_in_time_and_when_it_is_broken_off() {
        let short = Redirect::open("/").unwrap();
        let ended = short.serve("x", Duration::from_millis(50), &Cancel::default());
        assert!(matches!(ended, Err(Unserved::TimedOut)));
        let cancel = Cancel::default();
        cancel.cancel();
        let ended = Redirect::open("/")
            .unwrap()
            .serve("x", Duration::from_secs(60), &cancel);
        assert!(matches!(ended, Err(Unserved::Cancelled)));
    }
}
