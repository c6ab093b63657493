//! A name server (RFC 1035) that knows what the test tells it, and answers that all else does not exist.

use std::{
    collections::BTreeMap,
    net::{SocketAddr, UdpSocket},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::Result;

pub(crate) struct NameServer {
    pub(crate) address: SocketAddr,
    zone: Arc<Zone>,
    thread: Option<JoinHandle<()>>,
}

/// The data of the records of a name and type.
type Records = BTreeMap<(String, u16), Vec<Vec<u8>>>;

#[derive(Default)]
struct Zone {
    records: Mutex<Records>,
    is_silent: AtomicBool,
    is_over: AtomicBool,
}

impl NameServer {
    pub(crate) fn start() -> Result<Self> {
        let socket = UdpSocket::bind("127.0.0.1:0")?;
        socket.set_read_timeout(Some(Duration::from_millis(50)))?;
        let zone = Arc::new(Zone::default());
        let known = zone.clone();
        Ok(Self {
            address: socket.local_addr()?,
            zone,
            thread: Some(thread::spawn(move || known.serve(&socket))),
        })
    }

    /// A host on this computer.
    pub(crate) fn here(&self, name: &str) {
        self.add(name, A, vec![127, 0, 0, 1]);
    }

    pub(crate) fn service(&self, name: &str, priority: u16, port: u16, target: &str) {
        let numbers = [priority, 1, port].map(u16::to_be_bytes).concat();
        self.add(name, SRV, [numbers, wire_name(target)].concat());
    }

    /// Hosts that take mail in; the first one added is preferred.
    pub(crate) fn exchanger(&self, domain: &str, host: &str) {
        let mut records = self.zone.records();
        let known = records.entry((domain.to_owned(), MX)).or_default();
        let preference = u16::try_from(known.len()).unwrap_or(u16::MAX).to_be_bytes();
        known.push([preference.to_vec(), wire_name(host)].concat());
    }

    /// Answers nobody any more.
    pub(crate) fn fall_silent(&self) {
        self.zone.is_silent.store(true, Ordering::SeqCst);
    }

    fn add(&self, name: &str, kind: u16, data: Vec<u8>) {
        self.zone
            .records()
            .entry((name.to_owned(), kind))
            .or_default()
            .push(data);
    }
}

impl Drop for NameServer {
    fn drop(&mut self) {
        self.zone.is_over.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

impl Zone {
    fn records(&self) -> MutexGuard<'_, Records> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self, socket: &UdpSocket) {
        let mut packet = [0; 1500];
        while !self.is_over.load(Ordering::SeqCst) {
            let Ok((length, from)) = socket.recv_from(&mut packet) else {
                continue;
            };
            let answer = packet.get(..length).and_then(|query| self.answer(query));
            if let Some(answer) = answer.filter(|_| !self.is_silent.load(Ordering::SeqCst)) {
                let _asker_left = socket.send_to(&answer, from);
            }
        }
    }

    fn answer(&self, query: &[u8]) -> Option<Vec<u8>> {
        let (name, after) = read_name(query, HEADER)?;
        let question = query.get(HEADER..after.checked_add(4)?)?;
        let kind = u16::from_be_bytes(query.get(after..after.checked_add(2)?)?.try_into().ok()?);
        let records = self.records();
        let found = records.get(&(name.clone(), kind)).cloned().unwrap_or_default();
        let exists = records.keys().any(|(known, _)| *known == name);
        let count = u16::try_from(found.len()).ok()?.to_be_bytes();
        // Response, recursion available; and “no such name” where it has no record of any type.
        let flags = [0x81, if exists { 0x80 } else { 0x83 }];
        let mut answer = query.get(..2)?.to_vec();
        answer.extend([flags, [0, 1], count, [0, 0], [0, 0]].concat());
        answer.extend(question);
        for data in found {
            // The question's name, the type, class IN, one minute.
            answer.extend([0xC0, 12]);
            answer.extend(kind.to_be_bytes());
            answer.extend([0, 1, 0, 0, 0, 60]);
            answer.extend(u16::try_from(data.len()).ok()?.to_be_bytes());
            answer.extend(data);
        }
        Some(answer)
    }
}

fn wire_name(name: &str) -> Vec<u8> {
    let mut wire = Vec::new();
    for label in name.split('.') {
        wire.extend(u8::try_from(label.len()));
        wire.extend(label.as_bytes());
    }
    wire.push(0);
    wire
}

/// The name that begins there, and where it ends.
fn read_name(packet: &[u8], mut at: usize) -> Option<(String, usize)> {
    let mut labels = Vec::new();
    loop {
        let length = usize::from(*packet.get(at)?);
        at = at.checked_add(1)?;
        if length == 0 {
            return Some((labels.join("."), at));
        }
        let end = at.checked_add(length)?;
        labels.push(String::from_utf8_lossy(packet.get(at..end)?).to_lowercase());
        at = end;
    }
}

const HEADER: usize = 12;
const A: u16 = 1;
const MX: u16 = 15;
const SRV: u16 = 33;
