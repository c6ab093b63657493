//! What the user decides and answers, as the window says it, and as the record has it.

use casebook::{
    Answer, Contents, Decision, FindingKind, FindingName, Marked, Note, Outcome, Step, TrustScope,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::super::error::CommandError;

/// A decision or an answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum DecisionInput {
    /// It went to the wrong place.
    Confirmed,
    /// The user cannot tell yet.
    NotSure,
    /// It went where it should.
    ItsRight {
        /// How far that reaches.
        scope: Scope,
    },
    /// Whether the message was marked or classified.
    Marked {
        /// The answer.
        marked: MarkedInput,
    },
    /// The security desk says to go on.
    DeskCleared,
    /// What was in it.
    Contents {
        /// All that was.
        contents: Vec<ContentsInput>,
    },
    /// What a finding asks for was done.
    FindingDone {
        /// The kind.
        finding: FindingInput,
        /// Its detail.
        detail: String,
    },
    /// What the unintended recipient answered.
    AnswerFiled {
        /// In one word.
        answer: AnswerInput,
        /// In the user's words.
        note: String,
    },
    /// A step is done.
    StepDone {
        /// Its name.
        step: String,
    },
    /// A step is left out.
    StepSkipped {
        /// Its name.
        step: String,
        /// Why.
        reason: String,
    },
    /// It is over.
    Closed {
        /// How it ended.
        outcome: OutcomeInput,
        /// In the user's words.
        word: String,
    },
    /// It is taken up again.
    Reopen,
}

impl DecisionInput {
    /// The decision as the record has it.
    ///
    /// # Errors
    /// Where it names no step.
    pub(super) fn checked(self) -> Result<Decision, CommandError> {
        let step = |name: &str| Step::parse(name).ok_or_else(|| CommandError::unexpected(&casebook::NoStep));
        Ok(match self {
            Self::Confirmed => Decision::Confirmed,
            Self::NotSure => Decision::NotSure,
            Self::ItsRight { scope } => Decision::ItsRight(scope.into()),
            Self::Marked { marked } => Decision::Marked(marked.into()),
            Self::DeskCleared => Decision::DeskCleared,
            Self::Contents { contents } => {
                Decision::Contents(contents.into_iter().map(Contents::from).collect())
            }
            Self::FindingDone { finding, detail } => Decision::FindingDone(FindingName {
                finding: finding.into(),
                detail: Note::new(&detail),
            }),
            Self::AnswerFiled { answer, note } => Decision::AnswerFiled {
                answer: answer.into(),
                note: Note::new(&note),
            },
            Self::StepDone { step: name } => Decision::StepDone(step(&name)?),
            Self::StepSkipped { step: name, reason } => Decision::StepSkipped {
                step: step(&name)?,
                reason: Note::new(&reason),
            },
            Self::Closed { outcome, word } => Decision::Closed {
                outcome: outcome.into(),
                word: Note::new(&word),
            },
            Self::Reopen => Decision::Reopened,
        })
    }
}

/// A word that the window and the record both have, and the ways between them.
macro_rules! word {
    ($(#[$doc:meta])* $name:ident = $record:ty { $($(#[$each:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
        #[serde(rename_all = "camelCase")]
        pub(crate) enum $name {
            $($(#[$each])* $variant),+
        }

        impl From<$name> for $record {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$variant => Self::$variant),+
                }
            }
        }

        impl From<$record> for $name {
            fn from(word: $record) -> Self {
                match word {
                    $(<$record>::$variant => Self::$variant),+
                }
            }
        }
    };
}

word! {
    /// How far “It's right” reaches.
    Scope = TrustScope {
        /// This message.
        Once,
        /// This address, from now on.
        Address,
        /// This domain, from now on.
        Domain,
    }
}

word! {
    /// Whether a message was marked or classified.
    MarkedInput = Marked {
        /// It was.
        Yes,
        /// It was not.
        No,
        /// The user does not know.
        Unknown,
    }
}

word! {
    /// What was in a message.
    ContentsInput = Contents {
        /// Names, addresses, dates of birth.
        PersonalDetails,
        /// Somebody's health.
        Health,
        /// Passwords, keys, codes.
        PasswordsOrKeys,
        /// Account numbers, invoices, pay.
        Money,
        /// Who is where and when.
        Travel,
        /// Something marked or classified.
        Marked,
        /// Nothing that would do harm.
        Nothing,
    }
}

word! {
    /// What Astray can find in a message.
    FindingInput = FindingKind {
        /// An attachment of the type that its name says.
        Attachment,
        /// An attachment of another type.
        DisguisedAttachment,
        /// An attachment that is locked.
        LockedAttachment,
        /// A marking.
        Marking,
        /// The number of a payment card.
        CardNumber,
        /// An IBAN.
        Iban,
        /// A number that a country gives its people.
        NationalId,
        /// A private key.
        PrivateKey,
        /// A token or key of a service.
        AccessToken,
        /// A password.
        Password,
        /// A link to a shared file.
        SharedLink,
    }
}

word! {
    /// What an unintended recipient answered.
    AnswerInput = Answer {
        /// They deleted it.
        Deleted,
        /// They will not.
        Refused,
        /// Something else.
        Other,
    }
}

word! {
    /// How an incident ended.
    OutcomeInput = Outcome {
        /// It was returned as not delivered.
        Bounced,
        /// Deletion was confirmed.
        DeletionConfirmed,
        /// Nobody answered.
        NoAnswer,
        /// It was reported.
        Reported,
        /// It was not reported, for a reason.
        NotReported,
    }
}
