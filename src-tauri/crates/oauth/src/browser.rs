//! The user's browser.

use std::{
    io,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::Duration,
};

use url::Url;

/// Opens a page in the user's browser, and nothing but pages: other schemes could start other programs. Does not wait for its end,
/// which in a terminal is that of the browser: what it shows last comes from here.
///
/// # Errors
/// Where it is no page, or there is no browser.
pub fn open(page: &Url) -> io::Result<()> {
    if !matches!(page.scheme(), "https" | "http") {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is no web page"));
    }
    let (say, heard) = mpsc::channel();
    let page = page.to_string();
    thread::Builder::new().name("browser".into()).spawn(move || {
        let _late = say.send(webbrowser::open(&page));
    })?;
    match heard.recv_timeout(PATIENCE) {
        Ok(opened) => opened,
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok(()),
    }
}

/// How long it may take to find out that there is no browser.
const PATIENCE: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_a_page_is_opened() {
        for other in [
            "file:///etc/passwd",
            "mailto:a@example.org",
            "javascript:alert(1)",
        ] {
            assert_eq!(
                open(&Url::parse(other).unwrap()).unwrap_err().kind(),
                io::ErrorKind::InvalidInput,
                "{other}"
            );
        }
    }
}
