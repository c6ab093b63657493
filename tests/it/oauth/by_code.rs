//! By code: the user signs in on another device.

use std::{sync::mpsc, thread};

use anyhow::{Result, ensure};
use astray_tests::PROVIDER;
use oauth::{Cancel, DeviceCode, Error, Grant, Web};

use super::scene::Scene;

fn by_code(scene: &Scene, then: impl FnOnce(&DeviceCode, &Cancel) -> bool) -> Result<Result<Grant, Error>> {
    let provider = scene.sign_ins.provider(PROVIDER)?;
    let (cancel, web) = (Cancel::default(), Web::default());
    let (say, heard) = mpsc::channel();
    let waiting = {
        let cancel = cancel.clone();
        thread::spawn(move || {
            oauth::by_code(&provider, &web, &cancel, |code| {
                say.send(code).unwrap_or_default()
            })
        })
    };
    let code = heard.recv()?;
    ensure!(code.page.as_str().ends_with("/enter"), "{code:?}");
    ensure!(then(&code, &cancel), "no such code: {code:?}");
    waiting.join().map_err(|_| anyhow::anyhow!("it panicked"))
}

#[test]
fn whoever_enters_the_code_elsewhere_is_signed_in_here() -> Result<()> {
    let scene = Scene::new()?;
    let grant = by_code(&scene, |code, _| scene.provider.enter(&code.code, true))??;
    scene.try_token(grant.access_token().clone())?;
    Ok(())
}

#[test]
fn whoever_says_no_there_or_stops_waiting_here_is_not() -> Result<()> {
    let scene = Scene::new()?;
    let ended = by_code(&scene, |code, _| scene.provider.enter(&code.code, false))?;
    ensure!(matches!(ended, Err(Error::Declined(_))), "{ended:?}");
    let ended = by_code(&scene, |_, cancel| {
        cancel.cancel();
        true
    })?;
    ensure!(matches!(ended, Err(Error::Cancelled)), "{ended:?}");
    Ok(())
}
