//! The steps that an organisation adds, orders and requires.

use message::{HeaderText, shown};

use crate::{
    Fault, Wrong,
    check::each,
    response_document::{OwnStepDocument, StepsDocument},
};

/// The steps that there are anyway, in their order. `response` proves that it knows the same.
pub const STEPS: [&str; 8] = [
    "mistake",
    "marked",
    "harm",
    "deletion",
    "report",
    "resend",
    "prevention",
    "close",
];

/// A step of the organisation's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnStep {
    /// Its name.
    pub name: String,
    /// Its heading.
    pub title: HeaderText,
    /// What the user is to do.
    pub text: HeaderText,
}

/// The steps of its own, the order of all between marked and close, and those that are required.
pub(crate) fn checked(
    document: &StepsDocument,
    faults: &mut Vec<Fault>,
) -> (Vec<OwnStep>, Vec<String>, Vec<String>) {
    let own = own_steps(&document.add, faults);
    let order = names("steps.order", &document.order, &own, faults);
    let required = names("steps.require", &document.require, &own, faults);
    if let Some(fixed) = order.iter().find(|name| FIXED.contains(&name.as_str())) {
        faults.push(Fault::key("steps.order", Wrong::StepFixed(fixed.clone())));
    }
    let order = ordered(&order, &own);
    (own, order, required)
}

fn own_steps(documents: &[OwnStepDocument], faults: &mut Vec<Fault>) -> Vec<OwnStep> {
    let name_of = |document: &OwnStepDocument| document.name.clone();
    let all: Vec<String> = documents.iter().map(name_of).collect();
    each(documents, faults, |index, document| {
        let name = document.name.as_str();
        let fault = |field: &str, what: Wrong| Fault::entry("steps.add", index, field, what);
        let is_letter = |octet: u8| octet.is_ascii_lowercase() || octet.is_ascii_digit() || octet == b'_';
        if !(1..=40).contains(&name.len()) || !name.bytes().all(is_letter) {
            return Err(fault(".name", Wrong::NoStepName(shown(name))));
        }
        let is_taken = STEPS.contains(&name) || all.iter().take(index).any(|other| other == name);
        if is_taken {
            return Err(fault(".name", Wrong::StepTaken(name.to_owned())));
        }
        if document.title.trim().is_empty() {
            return Err(fault(".title", Wrong::Nothing));
        }
        Ok(OwnStep {
            name: name.to_owned(),
            title: HeaderText::clean(&document.title),
            text: HeaderText::clean(&document.text),
        })
    })
}

/// The names of one list, each of which must be a step, and none twice.
fn names(key: &str, names: &[String], own: &[OwnStep], faults: &mut Vec<Fault>) -> Vec<String> {
    let known = |name: &str| STEPS.contains(&name) || own.iter().any(|step| step.name == name);
    each(names, faults, |index, name| {
        if !known(name) {
            return Err(Fault::entry(key, index, "", Wrong::NoStep(shown(name))));
        }
        if names.iter().take(index).any(|other| other == name) {
            return Err(Fault::entry(key, index, "", Wrong::StepTwice(name.clone())));
        }
        Ok(name.clone())
    })
}

/// All steps between the first two and the last one: those of the order first, then the others as they are anyway.
pub(crate) fn ordered(order: &[String], own: &[OwnStep]) -> Vec<String> {
    let anyway = STEPS
        .into_iter()
        .filter(|name| !FIXED.contains(name))
        .map(str::to_owned);
    let rest = anyway.chain(own.iter().map(|step| step.name.clone()));
    let mut names = order.to_vec();
    names.extend(rest.filter(|name| !order.contains(name)));
    names
}

/// Steps whose place nobody can change.
const FIXED: [&str; 3] = ["mistake", "marked", "close"];
