//! The index page: all pictures by place and screen, filtered without a script.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use anyhow::Result;

/// A picture of a screen.
#[derive(Debug)]
pub(crate) struct Picture {
    /// The place.
    pub(crate) group: &'static str,
    /// The screen.
    pub(crate) screen: &'static str,
    /// Theme and language, `dark-de`.
    pub(crate) look: &'static str,
    /// The window's size.
    pub(crate) size: (u32, u32),
    /// The file's name.
    pub(crate) file: String,
}

/// Writes `index.html`. Boxes at its head choose what is shown, by CSS alone.
pub(crate) fn write(dir: &Path, pictures: &[Picture]) -> Result<()> {
    let looks: BTreeSet<&str> = pictures.iter().map(|picture| picture.look).collect();
    let sizes: BTreeSet<(u32, u32)> = pictures.iter().map(|picture| picture.size).collect();
    let mut boxes = String::new();
    let mut rules = String::new();
    let classes = looks.iter().map(|look| (*look).to_owned());
    for class in classes.chain(sizes.iter().map(|size| class_of(*size))) {
        write!(
            boxes,
            "<label><input type=checkbox checked id={class}>{class}</label> "
        )?;
        write!(
            rules,
            "body:has(#{class}:not(:checked)) figure.{class}{{display:none}}"
        )?;
    }
    let (mut body, mut places) = (String::new(), String::new());
    let (mut group, mut screen) = ("", "");
    for picture in pictures {
        if picture.group != group {
            group = picture.group;
            write!(body, "<h2 id={group}>{group}</h2>")?;
            write!(places, "<a href=#{group}>{group}</a> ")?;
        }
        if picture.screen != screen {
            screen = picture.screen;
            write!(body, "<h3 id={screen}>{screen}</h3>")?;
        }
        let (look, size, file) = (&picture.look, class_of(picture.size), &picture.file);
        write!(
            body,
            "<figure class=\"{look} {size}\"><a href={file}><img loading=lazy src={file} alt=\"{screen}, {look}, {size}\"></a>\
             <figcaption>{look} {size}</figcaption></figure>"
        )?;
    }
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Screens of Astray</title><style>{STYLE}{rules}</style>\
         <body><h1>Screens of Astray</h1><div class=boxes><nav>{places}</nav>{boxes}</div>{body}"
    );
    Ok(fs::write(dir.join("index.html"), page)?)
}

/// A class cannot begin with a digit.
fn class_of((width, height): (u32, u32)) -> String {
    format!("s{width}x{height}")
}

const STYLE: &str = "body{font-family:system-ui;margin:2rem;background:#eee}.boxes{position:sticky;top:0;padding:.5rem;background:#fff}\
    h2,h3{scroll-margin-top:6rem}label,nav a{margin-right:1rem}figure{display:inline-block;margin:.5rem;vertical-align:top}img{max-width:24rem;border:1px solid #999}\
    figcaption{font-size:.8rem;color:#444}";
