//! What is held in memory until the window closes, and nowhere else: messages that were fetched, links and names of files that were
//! found in them, and whether a letter is on its way.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use casebook::Incident;
use response::findings::{NamedFile, SharedLink};

use super::{super::error::CommandError, post::Post};

/// Whole messages that are held at most; each may have 50 MiB.
const MOST_MESSAGES: usize = 2;

/// What is held.
#[derive(Default)]
pub(in super::super) struct Held {
    messages: Mutex<BTreeMap<i64, Arc<Vec<u8>>>>,
    links: Mutex<BTreeMap<i64, Vec<SharedLink>>>,
    files: Mutex<BTreeMap<i64, Vec<NamedFile>>>,
    sending: Arc<AtomicUsize>,
}

/// A letter is on its way as long as this is there.
pub(super) struct UnderWay(Arc<AtomicUsize>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Held {
    /// The whole stray message: what is shown of it is what goes.
    pub(super) async fn message(&self, incident: &Incident, post: &Post) -> Result<Vec<u8>, CommandError> {
        let id = incident.id.value();
        let held = self.messages.lock().ok().and_then(|held| held.get(&id).cloned());
        if let Some(held) = held {
            return Ok(held.to_vec());
        }
        let message = post.message(incident).await?;
        if let Ok(mut held) = self.messages.lock() {
            if held.len() >= MOST_MESSAGES {
                held.pop_first();
            }
            held.insert(id, Arc::new(message.clone()));
        }
        Ok(message)
    }

    /// Holds the links of a look.
    pub(super) fn links(&self, id: i64, links: Vec<SharedLink>) {
        if let Ok(mut held) = self.links.lock() {
            held.insert(id, links);
        }
    }

    /// Holds the attachments of a look.
    pub(super) fn hold_files(&self, id: i64, files: Vec<NamedFile>) {
        if let Ok(mut held) = self.files.lock() {
            held.insert(id, files);
        }
    }

    /// The attachments, where somebody looked since the window opened.
    pub(super) fn files(&self, id: i64) -> Vec<NamedFile> {
        let held = self.files.lock().ok();
        held.and_then(|held| held.get(&id).cloned()).unwrap_or_default()
    }

    /// A link to a file that this service shares.
    pub(super) fn link(&self, id: i64, service: &str) -> Option<String> {
        let held = self.links.lock().ok()?;
        let link = held.get(&id)?.iter().find(|link| link.service() == service)?;
        Some(link.url().to_owned())
    }

    /// Says that a letter is on its way.
    pub(super) fn sending(&self) -> UnderWay {
        self.sending.fetch_add(1, Ordering::SeqCst);
        UnderWay(Arc::clone(&self.sending))
    }

    /// Whether a letter is on its way.
    pub(in super::super) fn is_sending(&self) -> bool {
        self.sending.load(Ordering::SeqCst) > 0
    }
}
