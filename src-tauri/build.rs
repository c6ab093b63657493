//! Names every command of the window, so that Tauri refuses all others.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&[
        "start",
        "history",
        "history_rows",
        "export_history",
        "watching",
        "check_now",
        "incident",
        "decide",
        "take_back",
        "letter_preview",
        "send_letter",
        "look_inside",
        "look_for_answer",
        "look_for_letter",
        "say_letter",
        "open_place",
        "protect_meant",
        "print_report",
        "settings",
        "find_server",
        "test_account",
        "save_account",
        "remove_account",
        "add_domain",
        "remove_domain",
        "change_alerts",
        "test_alert",
        "choose_language",
        "set_autostart",
        "change_retention",
        "report",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
