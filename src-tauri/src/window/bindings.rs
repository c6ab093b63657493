//! The commands and events that the web view may use, and the TypeScript that is made of them.

use tauri_specta::{Builder, collect_commands, collect_events};

use super::{
    CasebookChanged, RouteAsked, deletion, domains, find_server, history, incident, preferences, report,
    settings, sign_in, start, storage, welcome,
};

/// All commands and events. `build.rs` and the capability file name them too; what they don't name is refused.
pub(super) fn builder() -> Builder<tauri::Wry> {
    Builder::new()
        .disable_serde_phases()
        // Times in milliseconds and row numbers: both far below 2^53, where JavaScript's numbers stop being exact.
        .dangerously_cast_bigints_to_number()
        .commands(collect_commands![
            start::start,
            history::history,
            history::history_rows,
            history::export::export_history,
            history::watching::watching,
            history::watching::check_now,
            welcome::welcome,
            welcome::go_to_welcome,
            welcome::stop_look,
            incident::incident,
            incident::decide,
            incident::take_back,
            incident::letters::letter_preview,
            incident::letters::send_letter,
            incident::looking::look_inside,
            incident::looking::look_for_answer,
            incident::looking::look_for_letter,
            incident::looking::say_letter,
            incident::looking::open_place,
            incident::prevention::protect_meant,
            incident::saved::print_report,
            find_server::find_server,
            settings::settings,
            settings::test_account,
            settings::save_account,
            settings::remove_account,
            sign_in::sign_in_offer,
            sign_in::sign_in,
            sign_in::sign_in_again,
            sign_in::cancel_sign_in,
            sign_in::set_client,
            domains::add_domain,
            domains::remove_domain,
            preferences::change_alerts,
            preferences::test_alert,
            preferences::choose_language,
            preferences::set_autostart,
            storage::change_retention,
            report::report,
            deletion::delete_older,
            deletion::delete_everything,
        ])
        .events(collect_events![CasebookChanged, RouteAsked, sign_in::SignInCode])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn the_bindings_of_the_window_are_fresh() {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/bindings.ts");
        let folder = tempfile::tempdir().unwrap();
        let made = folder.path().join("bindings.ts");
        super::builder()
            .export(specta_typescript::Typescript::default(), &made)
            .unwrap();
        let made = std::fs::read_to_string(made).unwrap();
        if std::env::var_os("UPDATE_BINDINGS").is_some() {
            std::fs::write(&committed, &made).unwrap();
        }
        let committed = std::fs::read_to_string(committed).unwrap();
        assert!(
            made == committed,
            "ui/src/ipc/bindings.ts is stale: run `UPDATE_BINDINGS=1 cargo test -p astray bindings`"
        );
    }

    #[test]
    fn only_the_listed_commands_are_allowed() {
        let capability = include_str!("../../capabilities/window.json");
        let build = include_str!("../../build.rs");
        let source = include_str!("bindings.rs");
        let listed = source
            .split("collect_commands![")
            .nth(1)
            .unwrap()
            .split(']')
            .next()
            .unwrap();
        for command in listed
            .split(',')
            .map(|path| path.trim().rsplit("::").next().unwrap())
            .filter(|name| !name.is_empty())
        {
            assert!(
                capability.contains(&format!("\"allow-{}\"", command.replace('_', "-"))),
                "{command}"
            );
            assert!(build.contains(&format!("\"{command}\"")), "{command}");
        }
    }
}
