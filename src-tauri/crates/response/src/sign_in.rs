//! Signing in to a submission server. What is sent here is never logged, and no error holds it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use lettre::transport::smtp::{
    authentication::{Credentials, Mechanism},
    commands::Auth,
};
use mailbox::{Doing, Reply, Submission};
use secrecy::ExposeSecret as _;

use crate::{Error, send::Secret};

/// Signs in by the first way that both sides know: a token by XOAUTH2, a password by PLAIN, or else by LOGIN.
pub(crate) fn sign_in(submission: &mut Submission, secret: &Secret) -> Result<(), Error> {
    let offered = submission.offer("AUTH").unwrap_or_default();
    let ways: &[Mechanism] = match secret {
        Secret::Password(_) => &[Mechanism::Plain, Mechanism::Login],
        Secret::Token(_) => &[Mechanism::Xoauth2],
    };
    let way = ways
        .iter()
        .copied()
        .find(|way| offered.contains(&way.to_string().as_str()));
    let Some(way) = way else {
        return Err(Error::NoSignIn {
            host: submission.account().host.clone(),
        });
    };
    let reply = converse(submission, way, secret)?;
    if reply.is_done() {
        return Ok(());
    }
    let account = submission.account();
    Err(Error::SignInRefused {
        host: account.host.clone(),
        user: account.user.clone(),
        said: reply.said(),
    })
}

fn converse(submission: &mut Submission, way: Mechanism, secret: &Secret) -> Result<Reply, Error> {
    let (Secret::Password(text) | Secret::Token(text)) = secret;
    let user = submission.account().user.as_str().to_owned();
    let credentials = Credentials::new(user, text.expose_secret().to_owned());
    let no_way = |submission: &Submission| Error::NoSignIn {
        host: submission.account().host.clone(),
    };
    let first = Auth::new(way, credentials.clone(), None).map_err(|_| no_way(submission))?;
    let mut reply = submission.command(&first.to_string(), Doing::SigningIn)?;
    for _ in 0..QUESTIONS {
        if !reply.wants_more() {
            break;
        }
        let answer = if way == Mechanism::Login {
            let question = STANDARD.decode(reply.text().trim()).unwrap_or_default();
            let question = String::from_utf8_lossy(&question);
            way.response(&credentials, Some(question.trim()))
                .map(|answer| STANDARD.encode(answer))
                .map_err(|_| no_way(submission))?
        } else {
            // A question after all was said is why the sign-in fails; an empty answer has the server say so (XOAUTH2).
            String::new()
        };
        reply = submission.command(&answer, Doing::SigningIn)?;
    }
    Ok(reply)
}

/// Questions that a sign-in may take.
const QUESTIONS: usize = 3;
