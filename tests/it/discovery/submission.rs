//! Finding the server that mail is handed in to: the same sources, a real Postfix, and nobody tries to sign in.

use anyhow::{Result, ensure};
use astray_tests::{Certificate, Dovecot, Pki, Postfix, Tls};
use discovery::{Finding, SignIn};
use message::Address;

use super::{
    name_server::NameServer,
    scene::line,
    web::{Page, Web},
};

struct Scene {
    names: NameServer,
    web: Web,
    postfix: Postfix,
    options: discovery::Options,
    _dovecot: Dovecot,
    _pki: Pki,
}

impl Scene {
    fn new() -> Result<Self> {
        let pki = Pki::new()?;
        let dovecot = Dovecot::start(&pki)?;
        let postfix = Postfix::start(&pki, &dovecot)?;
        let names = NameServer::start()?;
        let web = Web::start(&pki.leaf_paths(Certificate::Good))?;
        let options = discovery::Options {
            name_server: Some(names.address),
            ca_path: Some(pki.ca_path()),
            ports: [
                (443, web.port),
                (465, postfix.port(Tls::Implicit)),
                (587, postfix.port(Tls::StartTls)),
            ]
            .into(),
            ..discovery::Options::default()
        };
        Ok(Self {
            names,
            web,
            postfix,
            options,
            _dovecot: dovecot,
            _pki: pki,
        })
    }

    fn find(&self) -> Result<Finding> {
        let found = discovery::find_submission(&Address::parse("alice@example.org")?, &self.options)?;
        let log = self.postfix.log();
        ensure!(!log.contains("sasl_") && !log.contains("auth="), "{log}");
        Ok(found)
    }

    fn check(&self, expected: &str) -> Result<()> {
        let found = self.find()?;
        let best = found.best().filter(|best| best.trouble.is_none());
        ensure!(
            best.map(line).as_deref() == Some(expected),
            "{found:#?}\n{}",
            self.postfix.log()
        );
        let password = SignIn {
            password: true,
            oauth: false,
        };
        ensure!(best.is_some_and(|best| best.sign_in == password), "{found:#?}");
        Ok(())
    }
}

#[test]
fn the_server_for_sending_is_found_where_it_is_named() -> Result<()> {
    let scene = Scene::new()?;
    ensure!(scene.find()?.servers.is_empty(), "nobody knows one");
    scene.names.here("mail.example.org");
    scene.check("CommonName mail.example.org:465 implicit alice@example.org")?;
    scene.names.here("smtp.example.org");
    scene.check("CommonName smtp.example.org:465 implicit alice@example.org")?;
    scene.names.here("out.example.org");
    let starttls = "_submission._tcp.example.org";
    scene.names.service(starttls, 0, 587, "out.example.org");
    scene.check("Srv out.example.org:587 starttls alice@example.org")?;
    let implicit = "_submissions._tcp.example.org";
    scene.names.service(implicit, 0, 465, "out.example.org");
    scene.check("Srv out.example.org:465 implicit alice@example.org")?;
    scene.names.here("autoconfig.example.org");
    scene.names.here("post.example.org");
    scene.web.put(
        "autoconfig.example.org",
        "/mail/config-v1.1.xml?emailaddress=alice@example.org",
        Page::document(
            "<clientConfig version=\"1.1\"><emailProvider id=\"example.org\"><domain>example.org</domain>\
             <outgoingServer type=\"smtp\"><hostname>post.example.org</hostname><port>587</port>\
             <socketType>STARTTLS</socketType><username>%EMAILLOCALPART%</username></outgoingServer>\
             </emailProvider></clientConfig>",
        ),
    );
    scene.check("Autoconfig post.example.org:587 starttls alice")
}
