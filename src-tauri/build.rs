//! Names every command of the window, so that Tauri refuses all others.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&[
        "start",
        "history",
        "check_now",
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
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
