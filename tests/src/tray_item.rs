//! A tray icon as the desktop sees it, with its menu.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result};
use zbus::{
    Connection, Proxy,
    zvariant::{OwnedObjectPath, OwnedValue, Structure, Value},
};

use crate::wait::until_async;

/// Far longer than a menu is away while it is redrawn.
const REDRAWN_WITHIN: Duration = Duration::from_secs(2);

/// One entry of an icon's menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    /// Its number on the bus.
    pub id: i32,
    /// Its text; empty for a rule.
    pub label: String,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// Whether it is a rule between others.
    pub is_rule: bool,
}

/// A registered icon.
#[derive(Debug)]
pub struct TrayItem {
    item: Proxy<'static>,
    menu: Proxy<'static>,
}

/// A node of `com.canonical.dbusmenu`: number, properties, children.
type Node = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

impl TrayItem {
    pub(crate) async fn new(connection: &Connection, service: &str, path: &str) -> Result<Self> {
        // Icon and menu change by other signals than a property's own, so nothing may be kept.
        let item = proxy(connection, service, path, "org.kde.StatusNotifierItem").await?;
        let menu_path: OwnedObjectPath = item
            .get_property("Menu")
            .await
            .context("the tray icon has no menu")?;
        let menu = proxy(connection, service, menu_path.as_str(), "com.canonical.dbusmenu").await?;
        Ok(Self { item, menu })
    }

    /// Its `Status`: `Active`, `Passive` or `NeedsAttention`.
    ///
    /// # Errors
    /// When the program has ended.
    pub async fn status(&self) -> Result<String> {
        Ok(self.item.get_property("Status").await?)
    }

    /// Its `Id`.
    ///
    /// # Errors
    /// When the program has ended.
    pub async fn id(&self) -> Result<String> {
        Ok(self.item.get_property("Id").await?)
    }

    /// The file of the icon that it shows now.
    ///
    /// # Errors
    /// When the program has ended.
    pub async fn icon_path(&self) -> Result<PathBuf> {
        let name: String = self.item.get_property("IconName").await?;
        let dir: String = self.item.get_property("IconThemePath").await.unwrap_or_default();
        let path = Path::new(&dir).join(name);
        Ok(if path.extension().is_some() {
            path
        } else {
            path.with_added_extension("png")
        })
    }

    /// The entries of its menu, from top to bottom.
    ///
    /// # Errors
    /// When the program has ended.
    pub async fn menu(&self) -> Result<Vec<MenuEntry>> {
        let nothing: &[&str] = &[];
        // While a program puts another menu in place of one, there is none for a moment.
        let (_revision, (_, _, children)): (u32, Node) = until_async("the menu", REDRAWN_WITHIN, || async {
            // A lazy menu fills itself when it is told that it will be shown. Not every one answers.
            let _: zbus::Result<bool> = self.menu.call("AboutToShow", &(0_i32,)).await;
            Ok(self.menu.call("GetLayout", &(0_i32, -1_i32, nothing)).await.ok())
        })
        .await?;
        children.into_iter().map(entry).collect()
    }

    /// Waits until the menu has an entry whose label holds `text`.
    ///
    /// # Errors
    /// When it has none within that time.
    pub async fn await_entry(&self, text: &str, within: Duration) -> Result<MenuEntry> {
        let what = format!("the menu entry {text:?}");
        until_async(&what, within, || async {
            Ok(self
                .menu()
                .await?
                .into_iter()
                .find(|entry| entry.label.contains(text)))
        })
        .await
    }

    /// Waits until the menu has no entry whose label holds `text`.
    ///
    /// # Errors
    /// When it still has one after that time.
    pub async fn await_no_entry(&self, text: &str, within: Duration) -> Result<()> {
        until_async(&format!("the end of the menu entry {text:?}"), within, || async {
            let has_it = self.menu().await?.iter().any(|entry| entry.label.contains(text));
            Ok((!has_it).then_some(()))
        })
        .await
    }

    /// Waits until the text beside the icon is this; not every desktop shows one.
    ///
    /// # Errors
    /// When it is another after that time.
    pub async fn await_label(&self, text: &str, within: Duration) -> Result<()> {
        until_async(&format!("the label {text:?}"), within, || async {
            let label: String = self.item.get_property("XAyatanaLabel").await?;
            Ok((label == text).then_some(()))
        })
        .await
    }

    /// Chooses the entry whose label holds `text`.
    ///
    /// # Errors
    /// When there is none.
    pub async fn choose(&self, text: &str) -> Result<()> {
        // Where the menu was redrawn since it was read, the entry has another number.
        until_async(&format!("the choice of {text:?}"), REDRAWN_WITHIN, || async {
            let entry = self.await_entry(text, Duration::from_secs(2)).await?;
            let clicked = (entry.id, "clicked", Value::I32(0), 0_u32);
            let chosen: zbus::Result<()> = self.menu.call("Event", &clicked).await;
            Ok(chosen.ok())
        })
        .await
    }
}

async fn proxy(
    connection: &Connection,
    service: &str,
    path: &str,
    interface: &str,
) -> Result<Proxy<'static>> {
    let builder = zbus::proxy::Builder::<Proxy<'static>>::new(connection)
        .destination(service.to_owned())?
        .path(path.to_owned())?
        .interface(interface.to_owned())?
        .cache_properties(zbus::proxy::CacheProperties::No);
    Ok(builder.build().await?)
}

fn entry(node: OwnedValue) -> Result<MenuEntry> {
    let (id, properties, _): Node = Structure::try_from(node)?.try_into()?;
    let text = |name: &str| {
        properties
            .get(name)
            .and_then(|value| String::try_from(value.clone()).ok())
    };
    let enabled = properties
        .get("enabled")
        .and_then(|value| bool::try_from(value).ok())
        .unwrap_or(true);
    Ok(MenuEntry {
        id,
        // An underscore marks the letter that chooses the entry; two are one.
        label: text("label")
            .unwrap_or_default()
            .replace("__", "\u{0}")
            .replace('_', "")
            .replace('\u{0}', "_"),
        enabled,
        is_rule: text("type").as_deref() == Some("separator"),
    })
}
