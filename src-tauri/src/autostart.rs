//! Autostart: whether the desktop starts Astray when the user signs in, by an entry as the XDG autostart specification has it.
//!
//! The entry is the only place that says so: the desktop's own settings may change or remove it, and what they say counts.

use std::{fs, io, path::Path};

/// Whether the entry is there and in force.
pub(crate) fn is_on(entry: &Path) -> bool {
    let text = fs::read_to_string(entry).unwrap_or_default();
    let says = |line: &str| text.lines().any(|found| found.trim().eq_ignore_ascii_case(line));
    text.contains("[Desktop Entry]") && !says("Hidden=true") && !says("X-GNOME-Autostart-enabled=false")
}

/// Writes the entry, or removes it. What is so already is left as it is.
///
/// # Errors
/// Where the system refuses; the entry is then as it was.
pub(crate) fn set(entry: &Path, is_wanted: bool) -> io::Result<()> {
    if is_wanted {
        return write(entry, &text(&program()?));
    }
    match fs::remove_file(entry) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The program as the desktop starts it: an AppImage by its own file, not by what is mounted while it runs.
fn program() -> io::Result<String> {
    let program = match std::env::var_os("APPIMAGE") {
        Some(image) => image.into(),
        None => std::env::current_exe()?,
    };
    let not_text = |_| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            "the program's path is no text in UTF-8",
        )
    };
    program.into_os_string().into_string().map_err(not_text)
}

fn write(entry: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(entry).is_ok_and(|found| found == text) {
        return Ok(());
    }
    // At once, so that no sign-in ever meets half an entry.
    paths::replace(entry, text.as_bytes())
}

fn text(program: &str) -> String {
    format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Name=Astray\n\
         Comment=Tells you when mail has gone to the wrong place\n\
         Comment[de]=Sagt Ihnen, wenn Mail an die falsche Stelle ging\n\
         Exec={} --hidden\n\
         Icon=astray\n\
         Terminal=false\n\
         X-GNOME-Autostart-enabled=true\n",
        quoted(program)
    )
}

/// A path as an argument of an Exec line: quoted as the Desktop Entry specification wants, then escaped as any of its texts.
fn quoted(program: &str) -> String {
    let mut out = String::from("\"");
    for c in program.chars() {
        match c {
            '"' | '`' | '$' => out.extend(['\\', '\\', c]),
            '\\' => out.push_str("\\\\\\\\"),
            '%' => out.push_str("%%"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_is_written_and_removed() {
        let home = tempfile::tempdir().unwrap();
        let entry = home.path().join("config/autostart/astray.desktop");
        assert!(!is_on(&entry));
        set(&entry, false).unwrap();
        set(&entry, true).unwrap();
        assert!(is_on(&entry));
        let text = fs::read_to_string(&entry).unwrap();
        let program = std::env::current_exe().unwrap().display().to_string();
        assert!(text.contains(&format!("Exec=\"{program}\" --hidden\n")), "{text}");
        assert_eq!(fs::read_dir(entry.parent().unwrap()).unwrap().count(), 1);
        set(&entry, false).unwrap();
        assert!(!entry.exists());
    }

    #[test]
    fn what_the_desktops_own_settings_say_counts() {
        let home = tempfile::tempdir().unwrap();
        let entry = home.path().join("astray.desktop");
        for line in ["Hidden=true", "X-GNOME-Autostart-enabled=false"] {
            fs::write(&entry, format!("[Desktop Entry]\n{line}\n")).unwrap();
            assert!(!is_on(&entry), "{line}");
        }
    }

    #[test]
    fn a_path_with_signs_of_its_own_is_one_argument() {
        for (path, expected) in [
            ("/opt/a b/astray", "\"/opt/a b/astray\""),
            ("/opt/100%/$x", "\"/opt/100%%/\\\\$x\""),
            ("/o\"`\\", "\"/o\\\\\"\\\\`\\\\\\\\\""),
        ] {
            assert_eq!(quoted(path), expected);
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("config"), "").unwrap();
        assert!(set(&home.path().join("config/astray.desktop"), true).is_err());
    }
}
