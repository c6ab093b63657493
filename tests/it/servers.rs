//! The same scenarios on every real server that there is: Dovecot, Cyrus and Courier.

mod scenarios;
mod scene;

use anyhow::Result;
use astray_tests::{Dovecot, MailServer, Options, Pki, Sent, Unpacked};

use scene::Scene;

macro_rules! on_every_server {
    ($($scenario:ident),+ $(,)?) => {
        on_every_server!(@ dovecot $($scenario)+);
        on_every_server!(@ cyrus $($scenario)+);
        on_every_server!(@ courier $($scenario)+);
    };
    (@ $server:ident $($scenario:ident)+) => {
        mod $server {
            $(
                #[test]
                fn $scenario() -> anyhow::Result<()> {
                    super::scenarios::$scenario(&super::Scene::on(super::$server)?)
                }
            )+
        }
    };
}

on_every_server!(
    a_mailbox_named_in_any_language_is_found,
    a_mailbox_that_is_marked_is_preferred,
    a_mailbox_whose_name_another_takes_is_read_to_its_end,
    every_kind_of_recipient_is_judged,
    a_large_mailbox_is_caught_up_with_while_more_arrives,
);

fn dovecot(pki: &Pki) -> Result<Box<dyn MailServer>> {
    let options = Options {
        sent: Sent::Missing,
        ..Options::default()
    };
    Ok(Box::new(Dovecot::start_with(pki, options)?))
}

fn cyrus(pki: &Pki) -> Result<Box<dyn MailServer>> {
    Ok(Box::new(Unpacked::cyrus(pki)?))
}

fn courier(pki: &Pki) -> Result<Box<dyn MailServer>> {
    Ok(Box::new(Unpacked::courier(pki)?))
}
