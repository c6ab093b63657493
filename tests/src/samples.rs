//! A year of a clerk's sent mail, with the few slips that a year has. The same every time but for its last day.

use jiff::{SignedDuration, Timestamp};

use crate::letter::Letter;

/// Whose mail it is.
pub const OWNER: &str = "alice.carter@northbridge.example";

/// The letters of the year before `end`, the oldest first: sixty or so, of which five went to a domain that only looks like the one meant.
pub fn sample_year(end: Timestamp) -> Vec<Letter> {
    let count = i64::try_from(LETTERS.len()).unwrap_or(i64::MAX);
    let letters = (1..).zip(LETTERS).map(|(number, &(to, cc, subject))| {
        // Evenly over the year, at changing times of the day, and none on the last day.
        let hours_ago = (count - number) * 24 * 364 / count + 24;
        let minutes = (number * 37) % 480;
        let at = end - SignedDuration::from_hours(hours_ago) - SignedDuration::from_mins(minutes);
        let letter = Letter::to(to)
            .subject(subject)
            .at(at)
            .message_id(&format!("year.{number}@northbridge.example"));
        if cc.is_empty() { letter } else { letter.cc(cc) }
    });
    letters.collect()
}

const JOHN: &str = "John Smith <john.smith@army.mil>";
const MARIA: &str = "Maria Lopez <maria.lopez@navy.mil>";
const PRIYA: &str = "Priya Nair <priya.nair@mod.gov.uk>";
const TOM: &str = "Tom Becker <tom.becker@harbourline.com>";
const JORG: &str = "Jörg Krüger <j.krueger@bundeswehr.org>";
const SAM: &str = "Sam Doyle <sam.doyle@northbridge.example>";
const ANNA: &str = "Anna Reid <anna.reid@northbridge.example>";
const DESK: &str = "travel@northbridge.example";
const MUM: &str = "helen.carter58@gmail.com";

/// To, Cc (empty: none), subject.
const LETTERS: &[(&str, &str, &str)] = &[
    (JOHN, "", "Visit in November: list of attendees"),
    (SAM, "", "Minutes of Monday's meeting"),
    (TOM, ANNA, "Delivery dates for the spare parts"),
    (MARIA, "", "Port call: papers still missing"),
    (PRIYA, "", "Draft agreement, second reading"),
    (MUM, "", "Sunday lunch"),
    (JOHN, SAM, "Re: Visit in November: list of attendees"),
    (DESK, "", "Flights to Norfolk, two people"),
    (TOM, "", "Invoice 20417"),
    (ANNA, "", "Holiday cover in December"),
    (JORG, "", "Übung im Frühjahr: Termine"),
    (JOHN, "", "Parking passes for the visitors"),
    (
        "John Smith <john.smith@army.ml>",
        "",
        "Badge photos for the visit",
    ),
    (MARIA, JOHN, "Crew list, corrected"),
    (SAM, "", "Budget figures for the third quarter"),
    (PRIYA, "", "Comments on section 4"),
    (TOM, "", "Re: Invoice 20417"),
    (MUM, "", "Photos from the weekend"),
    (JOHN, "", "Agenda for the planning week"),
    (ANNA, SAM, "New starter on 3 January"),
    (DESK, "", "Hotel for the planning week"),
    (MARIA, "", "Tug booking on the 14th"),
    (JOHN, MARIA, "Planning week: rooms and times"),
    (TOM, "", "Forklift certificates"),
    (PRIYA, "", "Signed agreement"),
    (
        "Helen Carter <helen.carter58@gmial.com>",
        "",
        "Doctor's appointment on Thursday",
    ),
    (SAM, "", "Password rules: short note for the team"),
    (JOHN, "", "Loading plan, revision B"),
    (JORG, "", "Antwort: Übung im Frühjahr"),
    (TOM, ANNA, "Crane hire quotation"),
    (MARIA, "", "Berth 12 from 06:00"),
    (MUM, "", "Train times for Friday"),
    (JOHN, SAM, "Re: Loading plan, revision B"),
    (ANNA, "", "Appraisal form"),
    (PRIYA, JOHN, "Contact points after the reorganisation"),
    (TOM, "", "Damaged pallet, photographs attached"),
    (
        "Priya Nair <priya.nair@modgov.uk>",
        "",
        "Contact list with mobile numbers",
    ),
    (JOHN, "", "Customs papers for container 7"),
    (SAM, "", "Fire drill on Wednesday"),
    (MARIA, "", "Weather delay, new arrival time"),
    (DESK, "", "Rail tickets to Portsmouth"),
    (TOM, "", "Insurance: answer needed by Friday"),
    (JOHN, MARIA, "Lessons from the spring exercise"),
    (MUM, "", "Recipe for the lemon cake"),
    (PRIYA, "", "Annex C, final"),
    (ANNA, SAM, "Rota for the summer"),
    (JOHN, "", "Spare parts: priorities for July"),
    (
        "Tom Becker <tom.becker@harbourline.co>",
        "",
        "Bank details for the deposit",
    ),
    (TOM, "", "Deposit paid"),
    (JORG, "", "Ansprechpartner für den Transport"),
    (MARIA, "", "Crew change on the 2nd"),
    (JOHN, SAM, "Transport request 0086"),
    (SAM, "", "Printer on the second floor"),
    (PRIYA, "", "Meeting on the 19th"),
    (MUM, "", "Birthday present for Dad"),
    (TOM, "", "Re: Crane hire quotation"),
    (JOHN, "", "Transport request 0091"),
    (
        "John Smith <john.smith@army.ml>",
        SAM,
        "Convoy timings for next week",
    ),
    (MARIA, JOHN, "Re: Lessons from the spring exercise"),
    (ANNA, "", "Training day in September"),
    (DESK, "", "Change of flight"),
    (JOHN, "", "Draft programme for the autumn visit"),
];
