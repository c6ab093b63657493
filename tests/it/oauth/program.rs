//! The command line tool with a keyring: signs in by a code, watches with the tokens, and writes none of them anywhere.

use std::{fs, path::Path, time::Duration};

use anyhow::{Context, Result, ensure};
use astray_tests::{Cli, Keyring, Letter, PROVIDER, Process, SessionBus, until};

use super::scene::Scene;

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_added_by_a_code_and_its_secrets_are_nowhere_but_in_the_keyring() -> Result<()> {
    let scene = Scene::new()?;
    let bus = SessionBus::start()?;
    let env = scene.home.env().and(&bus.env());
    let keyring = Keyring::start(&scene.home, &env).await?;
    let cli = Cli::new(env.with("ASTRAY_LOG", "trace"));
    add_by_code(&scene, &cli)?;
    scene
        .dovecot
        .append(&Letter::to("john@army.ml").subject("Plan"))?;
    let listed = cli.done(&["account", "list", "--json"], "")?;
    ensure!(listed.contains(PROVIDER), "{listed}");
    let output = cli.run(&["watch", "--once"], "")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    fs::write(
        scene.home.log_dir().join("watch.log"),
        [output.stdout, output.stderr].concat(),
    )?;
    ensure!(cli.incidents()?.len() == 1);

    // Withdrawn: in words, and with what to do.
    scene.provider.withdraw_all();
    let output = cli.run(&["watch", "--once"], "")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(
        said.contains("no longer accepts your sign-in") && said.contains("account sign-in 1"),
        "{said}"
    );
    ensure!(
        cli.done(&["account", "list", "--json"], "")?
            .contains("\"must_sign_in\":true")
    );
    sign_in_again(&scene, &cli)?;
    ensure!(cli.run(&["watch", "--once"], "")?.status.success());

    drop(keyring);
    let secrets = scene.provider.secrets();
    ensure!(secrets.len() > 6, "{secrets:?}");
    nowhere(scene.home.dir(), &secrets)
}

fn add_by_code(scene: &Scene, cli: &Cli) -> Result<()> {
    let (port, ca) = (scene.account()?.port.to_string(), scene.pki.ca_path());
    let ca = ca.to_str().context("the path is no text")?;
    let arguments = [
        "account",
        "add",
        "--address",
        "alice@example.org",
        "--host",
        "localhost",
        "--port",
        &port,
        "--tls",
        "implicit",
        "--user",
        "alice",
        "--ca-file",
        ca,
        "--sign-in",
        PROVIDER,
        "--by-code",
    ];
    by_code(scene, cli, &arguments)
}

fn sign_in_again(scene: &Scene, cli: &Cli) -> Result<()> {
    by_code(scene, cli, &["account", "sign-in", "1", "--by-code"])
}

/// Runs what prints a code, and enters that, with an eye on what other users of the computer may see of it.
fn by_code(scene: &Scene, cli: &Cli, arguments: &[&str]) -> Result<()> {
    let name = arguments.get(1).context("no command")?;
    let mut running = Process::spawn(name, &mut cli.command(arguments)?, &scene.home.log_dir())?;
    let code = until("the code", Duration::from_secs(20), || {
        let printed = running.printed();
        let (_, code) = printed.split_once("enter the code ")?;
        let (code, _) = code.split_once('\n')?;
        Some(code.trim().to_owned())
    })?;
    let command_line = fs::read_to_string(format!("/proc/{}/cmdline", running.id()))?;
    ensure!(!command_line.contains("canary"), "{command_line}");
    ensure!(scene.provider.enter(&code, true), "{code}");
    let status = running.wait(Duration::from_secs(20))?;
    ensure!(status.success(), "{}", running.printed());
    Ok(())
}

/// That none of the secrets stands in any file there, the keyring's own among them, which are encrypted.
fn nowhere(dir: &Path, secrets: &[String]) -> Result<()> {
    for entry in fs::read_dir(dir)? {
        let (path, kind) = {
            let entry = entry?;
            (entry.path(), entry.file_type()?)
        };
        if kind.is_dir() {
            nowhere(&path, secrets)?;
        } else if kind.is_file() {
            let octets = fs::read(&path)?;
            let text = String::from_utf8_lossy(&octets);
            for secret in secrets {
                ensure!(!text.contains(secret), "{secret} stands in {}", path.display());
            }
        }
    }
    Ok(())
}
