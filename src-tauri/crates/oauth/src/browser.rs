//! The user's browser.

use std::io;

use url::Url;

/// Opens a page in the user's browser, and nothing but pages: other schemes could start other programs.
///
/// # Errors
/// Where it is no page, or there is no browser.
pub fn open(page: &Url) -> io::Result<()> {
    if !matches!(page.scheme(), "https" | "http") {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is no web page"));
    }
    webbrowser::open(page.as_str())
}

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
