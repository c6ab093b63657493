//! A page for printing in a window of its own, which may call no command: it is labelled as no capability is, and its page holds
//! and loads no script.

use std::sync::Mutex;

use tauri::{
    AppHandle, Builder, Manager as _, WebviewUrl, WebviewWindowBuilder, Wry,
    http::{Response, StatusCode, header},
    webview::PageLoadEvent,
};

/// The window's label.
const LABEL: &str = "print";

/// The scheme of the page's address.
const SCHEME: &str = "page";

/// The page that is shown.
struct Shown(Mutex<String>);

/// Answers for the pages that are printed.
pub(super) fn pages(builder: Builder<Wry>) -> Builder<Wry> {
    builder
        .manage(Shown(Mutex::new(String::new())))
        .register_uri_scheme_protocol(SCHEME, |context, _request| {
            let shown = context.app_handle().state::<Shown>();
            let page = shown.0.lock().map(|page| page.clone()).unwrap_or_default();
            let policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals";
            Response::builder()
                .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
                .header(header::CONTENT_SECURITY_POLICY, policy)
                .body(page.into_bytes())
                .unwrap_or_else(|_| {
                    let mut failed = Response::new(Vec::new());
                    *failed.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                    failed
                })
        })
}

/// Shows a page, and the desktop's print dialogue over it.
///
/// # Errors
/// Where no window can be opened.
pub(super) fn print(app: &AppHandle, title: &str, page: &str) -> tauri::Result<()> {
    if let Ok(mut shown) = app.state::<Shown>().0.lock() {
        page.clone_into(&mut shown);
    }
    if let Some(before) = app.get_webview_window(LABEL) {
        before.destroy()?;
    }
    let address = format!("{SCHEME}://localhost/")
        .parse()
        .map_err(|_| tauri::Error::WindowNotFound)?;
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::CustomProtocol(address))
        .title(title)
        .inner_size(800.0, 900.0)
        .on_navigation(|url| url.scheme() == SCHEME)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished
                && let Err(error) = window.print()
            {
                tracing::warn!("the print dialogue cannot be opened: {error}");
            }
        })
        .build()?;
    Ok(())
}
