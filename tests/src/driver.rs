//! WebDriver for the real app: tauri-driver, which starts the app and drives its web view.

use std::{
    net::TcpStream,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, json};

use crate::{
    environment::Environment,
    home::Home,
    port::free_port,
    process::Process,
    program::{binary, root},
    wait::until,
};

/// A running tauri-driver. Dropped, it is ended together with WebKitWebDriver and the app that it has started.
#[derive(Debug)]
pub struct Driver {
    url: String,
    _process: Process,
}

impl Driver {
    /// Starts the driver; the app that it starts will have this environment.
    ///
    /// # Errors
    /// When tauri-driver or WebKitWebDriver is missing.
    pub fn start(home: &Home, env: &Environment) -> Result<Self> {
        let (port, native_port) = (free_port()?, free_port()?);
        let path = driver_path().context("tauri-driver is missing: make test installs it")?;
        let mut command = env.command(path);
        command.args([
            "--port",
            &port.to_string(),
            "--native-port",
            &native_port.to_string(),
        ]);
        let mut process = Process::spawn("tauri-driver", &mut command, &home.log_dir())?;
        for port in [port, native_port] {
            until("tauri-driver", Duration::from_secs(20), || {
                (TcpStream::connect(("127.0.0.1", port)).is_ok() || process.ended().is_some()).then_some(())
            })?;
        }
        anyhow::ensure!(
            process.ended().is_none(),
            "tauri-driver ended: {}",
            process.printed()
        );
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            _process: process,
        })
    }

    /// Where it takes WebDriver commands.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Starts `astray` with these arguments and gives the session with its first web view. Waits until there is one.
    ///
    /// # Errors
    /// When the app cannot be started or ends without a window.
    pub async fn session(&self, arguments: &[&str]) -> Result<Client> {
        let options = json!({ "application": binary("astray")?, "args": arguments });
        let mut capabilities = Map::new();
        capabilities.insert("tauri:options".to_owned(), options);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        Ok(builder.capabilities(capabilities).connect(&self.url).await?)
    }
}

/// `TAURI_DRIVER`, else where `make test` installs it, else the search path.
fn driver_path() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("TAURI_DRIVER") {
        return Some(path.into());
    }
    let own = root().join("target/tools/bin/tauri-driver");
    let search_path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&search_path).map(|dir| dir.join("tauri-driver"));
    std::iter::once(own).chain(found).find(|path| Path::is_file(path))
}
