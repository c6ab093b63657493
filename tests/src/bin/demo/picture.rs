//! Pictures of the screen, by ImageMagick.

use std::{collections::BTreeSet, fs, path::Path, time::Duration};

use anyhow::{Result, ensure};
use astray_tests::Environment;

/// Pixels from the left and from the top.
pub(crate) type Point = (u32, u32);

const PANEL_HEIGHT: u32 = 32;
const PAUSE: Duration = Duration::from_millis(400);
/// A blinking cursor keeps a screen from ever standing still.
const MOST_TRIES: usize = 20;

/// Colours of the screen's middle beyond which something stands there: a window that is still empty shows a handful.
const MOST_OF_EMPTY: usize = 16;

/// Saves the screen as it is when two looks at it are the same, and its window no longer empty.
pub(crate) async fn take(env: &Environment, path: &Path) -> Result<()> {
    let mut before = Vec::new();
    for _ in 0..MOST_TRIES {
        tokio::time::sleep(PAUSE).await;
        let now = screen(env, "rgb:-", &[])?;
        if now == before && is_drawn(&now) {
            break;
        }
        before = now;
    }
    fs::write(path, screen(env, "png:-", &[])?)?;
    Ok(())
}

/// Whether the middle half of a screen, three octets a pixel, shows more than grounds and frames.
fn is_drawn(pixels: &[u8]) -> bool {
    let middle = pixels
        .chunks_exact(3)
        .skip(pixels.len() / 12)
        .take(pixels.len() / 6);
    middle.collect::<BTreeSet<_>>().len() > MOST_OF_EMPTY
}

/// The middle of Astray's icon in the panel, by the mark's colours; none where it is not shown yet.
pub(crate) fn find_icon(env: &Environment) -> Result<Option<Point>> {
    let panel = screen(
        env,
        "txt:-",
        &["-crop", &format!("1280x{PANEL_HEIGHT}+0+0"), "-depth", "8"],
    )?;
    let text = String::from_utf8_lossy(&panel);
    let at: Vec<u32> = text.lines().filter_map(marked).collect();
    let (Some(left), Some(right)) = (at.iter().min(), at.iter().max()) else {
        return Ok(None);
    };
    Ok(Some((left.midpoint(*right), PANEL_HEIGHT / 2)))
}

/// The column of a pixel in the mark's blue, from a line such as `12,5: (47,143,187)  #2F8FBB  srgb(47,143,187)`.
fn marked(line: &str) -> Option<u32> {
    let (place, rest) = line.split_once(": (")?;
    let (colour, _) = rest.split_once(')')?;
    let parts: Vec<i32> = colour.split(',').filter_map(|part| part.parse().ok()).collect();
    let is_near = parts
        .iter()
        .take(3)
        .zip(MARK)
        .all(|(part, wanted)| (part - wanted).abs() < 24);
    let (column, _) = place.split_once(',')?;
    if is_near && parts.len() >= 3 {
        column.parse().ok()
    } else {
        None
    }
}

const MARK: [i32; 3] = [0x2f, 0x8f, 0xbb];

fn screen(env: &Environment, form: &str, options: &[&str]) -> Result<Vec<u8>> {
    let output = env
        .command("import")
        .args(["-window", "root"])
        .args(options)
        .arg(form)
        .output()?;
    ensure!(
        output.status.success(),
        "import: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(output.stdout)
}
