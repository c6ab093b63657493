//! Names every command of the window, so that Tauri refuses all others.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&[
        "start",
        "history",
        "history_rows",
        "export_history",
        "watching",
        "check_now",
        "welcome",
        "go_to_welcome",
        "stop_look",
        "incident",
        "decide",
        "settings",
        "find_server",
        "test_account",
        "save_account",
        "remove_account",
        "sign_in_offer",
        "sign_in",
        "sign_in_again",
        "cancel_sign_in",
        "set_client",
        "add_domain",
        "remove_domain",
        "change_alerts",
        "test_alert",
        "choose_language",
        "set_autostart",
        "change_retention",
        "report",
        "delete_older",
        "delete_everything",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
