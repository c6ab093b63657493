//! Asking ahead: the next step is asked for before the last is answered, and no answer is taken for another's.

use astray_mailbox::Event;

use crate::server::{FIELDS, SIGNED_IN, Server, examined, message, short, uids};

#[test]
fn the_next_step_is_asked_for_before_the_last_is_answered_and_each_keeps_its_own() {
    let asked = |tag: &str, uids: &str| format!("C: {tag} UID FETCH {uids} {FIELDS}");
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\n{}\n{}\n{}{}{}S: a6 OK done\n{}S: a7 OK done\nC: a8 LOGOUT\nS: a8 OK bye",
        examined("a5", 900, 1001),
        asked("a6", "1:500"),
        asked("a7", "501:1000"),
        message(501), // of the second, along with the first
        message(2),
        message(1),
        message(502)
    )]);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    let steps = events.iter().filter_map(|event| {
        if let Event::Batch(batch) = event {
            Some((batch.cursor.last_uid, uids(std::slice::from_ref(event))))
        } else {
            None
        }
    });
    assert_eq!(
        steps.collect::<Vec<_>>(),
        [(500, vec![1, 2]), (1000, vec![501, 502])]
    );
    server.finish();
}

#[test]
fn an_answer_to_what_was_not_asked_ends_the_session() {
    for line in ["f99 OK done", "a6 OK done", "+ go on"] {
        let script = format!(
            "{SIGNED_IN}\n{}\nC: a7 UID FETCH 1:1 {FIELDS}\nS: {line}\nHOLD",
            examined("a5", 1, 2)
        );
        let again = format!(
            "{SIGNED_IN}\n{}\nC: a6 LOGOUT\nS: a6 OK bye",
            examined("a5", 1, 2)
        );
        let server = Server::tls(&[&script, &again]);
        let (events, ended) = server.catch_up(&short());
        ended.unwrap();
        let Some(Event::Batch(batch)) = events.iter().find(|event| matches!(event, Event::Batch(_))) else {
            panic!("{events:?}");
        };
        assert_eq!(
            batch.messages[0].message.defects,
            [message::Defect::Unreadable],
            "{line}"
        );
        server.finish();
    }
}
