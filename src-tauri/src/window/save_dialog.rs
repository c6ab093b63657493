//! The desktop's own dialog that asks where to save a file.

use std::path::PathBuf;

use gtk::{FileChooserAction, FileChooserNative, ResponseType, glib, prelude::*};
use tauri::{AppHandle, Manager as _};
use tokio::sync::oneshot;

use super::LABEL;

/// Asks where to save, proposing `name` among the user's downloads. None where the user has thought better of it.
///
/// GTK shows its dialog, or that of the desktop where it is told to (`GTK_USE_PORTAL`). The web view is not asked: it can
/// name no file.
pub(super) async fn ask(app: &AppHandle, title: String, name: String) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    let handle = app.clone();
    let begun = app.run_on_main_thread(move || {
        let window = handle
            .get_webview_window(LABEL)
            .and_then(|window| window.gtk_window().ok());
        let dialog =
            FileChooserNative::new(Some(&title), window.as_ref(), FileChooserAction::Save, None, None);
        dialog.set_modal(true);
        dialog.set_do_overwrite_confirmation(true);
        dialog.set_current_name(&name);
        if let Some(downloads) = glib::user_special_dir(glib::UserDirectory::Downloads) {
            dialog.set_current_folder(downloads);
        }
        glib::MainContext::default().spawn_local(async move {
            let response = dialog.run_future().await;
            let chosen = dialog.filename().filter(|_| response == ResponseType::Accept);
            let _asker_left = answer.send(chosen);
            dialog.destroy();
        });
    });
    if let Err(error) = begun {
        tracing::warn!("the dialog cannot be shown: {error}");
    }
    answered.await.ok().flatten()
}
