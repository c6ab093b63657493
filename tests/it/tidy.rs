//! What holds the house together and no compiler checks: floors, headers, sizes, and things that must not be there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use astray_tests::root;
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// Each crate's floor. A crate imports only from lower ones.
const FLOORS: [(&str, u8); 15] = [
    ("astray-message", 0),
    ("astray-lookalike", 1),
    ("astray-mailbox", 1),
    ("astray-template", 1),
    ("astray-paths", 1),
    ("astray-credentials", 1),
    ("astray-discovery", 2),
    ("astray-policy", 2),
    ("astray-casebook", 2),
    ("astray-oauth", 3),
    ("astray-watch", 3),
    ("astray-response", 3),
    ("astray", 4),
    ("astray-cli", 4),
    ("astray-tests", 5),
];

/// A foreign crate and those of ours that may know it.
const CONFINED: [(&str, &[&str]); 15] = [
    ("rusqlite", &["astray-casebook"]),
    ("rusqlite_migration", &["astray-casebook"]),
    ("imap", &["astray-mailbox"]),
    ("imap-proto", &["astray-mailbox"]),
    ("rustls", &["astray-mailbox"]),
    ("hickory-resolver", &["astray-discovery"]),
    ("ureq", &["astray-discovery", "astray-oauth"]),
    ("oauth2", &["astray-oauth"]),
    ("webbrowser", &["astray-oauth", "astray"]),
    ("keyring-core", &["astray-credentials"]),
    ("lettre", &["astray-response"]),
    ("zip", &["astray-response"]),
    ("tauri", &["astray"]),
    ("gtk", &["astray"]),
    ("notify-rust", &["astray"]),
];

const MOST_LINES: usize = 300;

#[test]
fn a_crate_imports_only_from_lower_floors() -> Result<()> {
    let floors = BTreeMap::from(FLOORS);
    for package in members(&metadata()?) {
        let name = package.name.as_str();
        let floor = floors.get(name).with_context(|| format!("{name} has no floor"))?;
        for dependency in &package.dependencies {
            if let Some(other) = floors.get(dependency.name.as_str()) {
                ensure!(
                    other < floor,
                    "{name} (floor {floor}) imports {} (floor {other})",
                    dependency.name
                );
            }
        }
    }
    Ok(())
}

#[test]
fn a_confined_crate_stays_where_it_belongs() -> Result<()> {
    for package in members(&metadata()?) {
        for dependency in package
            .dependencies
            .iter()
            .filter(|one| one.kind == DependencyKind::Normal)
        {
            let is_home = CONFINED
                .iter()
                .find(|(name, _)| *name == dependency.name)
                .is_none_or(|(_, owners)| owners.contains(&package.name.as_str()));
            ensure!(is_home, "{} imports {}", package.name, dependency.name);
        }
    }
    Ok(())
}

#[test]
fn every_file_says_what_it_is_for() -> Result<()> {
    for (path, text) in rust_files()? {
        let first = text.lines().next().unwrap_or_default();
        ensure!(
            first.starts_with("//! ") && first.len() > 12,
            "{} begins with {first:?}",
            path.display()
        );
    }
    Ok(())
}

#[test]
fn no_file_is_long() -> Result<()> {
    let mut long = Vec::new();
    for (path, text) in rust_files()? {
        let lines = text.lines().take_while(|line| *line != "#[cfg(test)]").count();
        if lines > MOST_LINES {
            long.push(format!("{} has {lines} lines before its tests", path.display()));
        }
    }
    ensure!(long.is_empty(), "{}", long.join("\n"));
    Ok(())
}

#[test]
fn nothing_below_the_program_is_asynchronous() -> Result<()> {
    for (path, text) in rust_files()? {
        let is_below = path.starts_with("src-tauri/crates");
        ensure!(
            !is_below || !text.contains("async fn"),
            "{} has an async fn",
            path.display()
        );
    }
    Ok(())
}

#[test]
fn the_window_draws_no_foreign_markup() -> Result<()> {
    for (path, text) in files(&["svelte", "ts"])? {
        for forbidden in [concat!("{@", "html"), concat!("inner", "HTML")] {
            ensure!(!text.contains(forbidden), "{} holds {forbidden}", path.display());
        }
    }
    Ok(())
}

#[test]
fn no_file_knows_the_machine_that_it_was_written_on() -> Result<()> {
    for (path, text) in files(&[
        "rs", "toml", "md", "ts", "svelte", "sh", "json", "yml", "sql", "ftl", "css",
    ])? {
        for place in [
            concat!("/wo", "rk/"),
            concat!("/ho", "me/"),
            concat!("/ro", "ot/"),
        ] {
            ensure!(!text.contains(place), "{} names {place}", path.display());
        }
    }
    Ok(())
}

#[test]
fn the_documents_name_every_make_target() -> Result<()> {
    let makefile = fs::read_to_string(root().join("Makefile"))?;
    let targets: Vec<&str> = makefile
        .lines()
        .filter_map(|line| line.strip_prefix(".PHONY:"))
        .flat_map(str::split_whitespace)
        .collect();
    ensure!(!targets.is_empty(), "the Makefile has no targets");
    let documents = ["README.md", "CONTRIBUTING.md"].map(|name| fs::read_to_string(root().join(name)));
    let documents = documents.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    for target in targets {
        ensure!(
            documents.contains(&format!("make {target}")),
            "neither README.md nor CONTRIBUTING.md says what make {target} does"
        );
    }
    Ok(())
}

fn metadata() -> Result<Metadata> {
    Ok(MetadataCommand::new()
        .current_dir(root())
        .no_deps()
        .other_options(vec!["--offline".to_owned()])
        .exec()?)
}

fn members(metadata: &Metadata) -> Vec<&Package> {
    metadata.workspace_packages()
}

fn rust_files() -> Result<Vec<(PathBuf, String)>> {
    files(&["rs"])
}

/// Our own files with these endings, with their paths below the repository's folder.
fn files(endings: &[&str]) -> Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    for place in ["src-tauri", "ui", "tests", "icons", ".ci"] {
        collect(Path::new(place), endings, &mut found)?;
    }
    for entry in fs::read_dir(root())? {
        let path = PathBuf::from(entry?.file_name());
        read_if_ours(&path, endings, &mut found)?;
    }
    ensure!(!found.is_empty(), "there is nothing to look at");
    Ok(found)
}

fn collect(dir: &Path, endings: &[&str], found: &mut Vec<(PathBuf, String)>) -> Result<()> {
    for entry in fs::read_dir(root().join(dir))? {
        let entry = entry?;
        let path = dir.join(entry.file_name());
        let is_made = ["node_modules", "dist", "gen", "target"]
            .iter()
            .any(|name| entry.file_name() == *name);
        if entry.file_type()?.is_dir() && !is_made {
            collect(&path, endings, found)?;
        } else {
            read_if_ours(&path, endings, found)?;
        }
    }
    Ok(())
}

fn read_if_ours(path: &Path, endings: &[&str], found: &mut Vec<(PathBuf, String)>) -> Result<()> {
    let is_wanted = path
        .extension()
        .is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted));
    if is_wanted && root().join(path).is_file() {
        found.push((path.to_owned(), fs::read_to_string(root().join(path))?));
    }
    Ok(())
}
