//! How the web view draws: by itself where there is no graphics processor, for OpenGL would only imitate one, slowly.

use std::{env, fs, path::Path};

use gtk::glib;

/// What tells WebKitGTK to draw without OpenGL.
const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Where Linux shows graphics processors: each as `renderD` and a number.
const DEVICES: &str = "/dev/dri";

/// Chooses for the web view that this process starts later. What the user has set stays. To be called while there is one thread.
pub(crate) fn choose() {
    if env::var_os(VARIABLE).is_none() && !has_processor(Path::new(DEVICES)) {
        let _only_a_bad_name_fails = glib::setenv(VARIABLE, "1", true);
    }
}

fn has_processor(devices: &Path) -> bool {
    let entries = fs::read_dir(devices).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name())
        .any(|name| name.to_string_lossy().starts_with("renderD"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graphics_processor_is_one_that_can_be_drawn_with() {
        let devices = tempfile::tempdir().unwrap();
        assert!(!has_processor(&devices.path().join("none")));
        // A screen without a processor behind it.
        fs::write(devices.path().join("card0"), "").unwrap();
        assert!(!has_processor(devices.path()));
        fs::write(devices.path().join("renderD128"), "").unwrap();
        assert!(has_processor(devices.path()));
    }
}
