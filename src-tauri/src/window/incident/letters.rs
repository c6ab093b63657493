//! Commands that write letters: shown whole before they go, written down before they go, and sent once.

use casebook::{Became, Fate, Incident, Intent, Letter as Kind, Note, Way};
use message::{Address, HeaderText, MessageId};
use response::{Correction, Letter, LetterText, Outcome, Outline, Party, corrected, report::Evidence};
use tauri::{AppHandle, State};

use super::{
    super::{Office, away, error::CommandError, view::IncidentView},
    change, found,
    letter_view::{Included, LetterEdit, LetterPreview, LetterWish, ThroughView, WayInput},
    outline::Writing,
    post::Post,
    preview, rules, saved,
    shown::Rules,
    submission,
};
use crate::wording::{self, errors, say, say_with};

/// A letter as it would go. What is fetched for it is kept in memory alone, until the window closes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn letter_preview(
    office: State<'_, Office>,
    id: i64,
    wish: LetterWish,
) -> Result<LetterPreview, CommandError> {
    let draft = Draft::of(&office, id, &wish).await?;
    let through = match &draft.post {
        Some(post) => Some(submission::of(&office, post).await?),
        None => None,
    };
    let mut preview = draft.preview()?;
    preview.through = through.as_ref().map(ThroughView::of);
    if through.is_none() {
        preview.ways.retain(|way| *way == WayInput::File);
    }
    Ok(preview)
}

/// Sends a letter, puts it among the drafts, or saves it. That it is meant to go is recorded first, then done, then what became of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn send_letter(
    app: AppHandle,
    office: State<'_, Office>,
    id: i64,
    wish: LetterWish,
    edit: LetterEdit,
    way: WayInput,
    through: Option<ThroughView>,
) -> Result<IncidentView, CommandError> {
    let draft = Draft::of(&office, id, &wish).await?;
    let letter = draft.letter(&edit)?;
    match way {
        WayInput::File => saved::save(&app, &office, &draft, &letter).await?,
        WayInput::Drafts => draft.put(&office, &letter).await?,
        WayInput::Send => {
            let post = draft.post.as_ref().ok_or_else(CommandError::no_account)?;
            let through = through.ok_or_else(CommandError::no_account)?;
            let server = through.checked(post.account())?;
            draft.send(&office, &letter, &server).await?;
            submission::remember(&office, post, server).await?;
        }
    }
    change(&office, id, |_| Ok(())).await
}

/// A letter in the making: the incident, the rules, and what of the stray message goes along.
pub(super) struct Draft {
    pub(super) incident: Incident,
    pub(super) rules: Rules,
    pub(super) wish: LetterWish,
    /// None where the account is used no longer, or its password is not to be had: what needs no server is still possible.
    post: Option<Post>,
    pub(super) evidence: Evidence,
    names: Vec<HeaderText>,
    pub(super) message_id: MessageId,
}

impl Draft {
    pub(super) async fn of(office: &Office, id: i64, wish: &LetterWish) -> Result<Self, CommandError> {
        let incident = found(office, id).await?;
        let rules = rules(office).await?;
        let post = Post::of(office, &incident).await;
        let kind = Kind::from(wish.letter);
        let evidence = match (kind, &post) {
            (Kind::Recall | Kind::Reminder, Err(error)) => return Err(error.clone()),
            (Kind::Recall | Kind::Reminder, Ok(_)) => Evidence::Nothing,
            (Kind::Corrected, Err(error)) => return Err(error.clone()),
            (Kind::Corrected, Ok(post)) => Evidence::Whole(office.held.message(&incident, post).await?),
            // A report goes without evidence rather than not at all.
            (Kind::Report, Err(_)) => Evidence::Nothing,
            (Kind::Report, Ok(post)) if wish.include.contains(&Included::Whole) => office
                .held
                .message(&incident, post)
                .await
                .map_or(Evidence::Nothing, Evidence::Whole),
            (Kind::Report, Ok(post)) => post
                .header(&incident)
                .await
                .map_or(Evidence::Nothing, Evidence::HeaderBlock),
        };
        let names = match &post {
            Ok(post) if wish.include.contains(&Included::Names) => {
                preview::names(office, &incident, post).await?
            }
            Ok(_) | Err(_) => Vec::new(),
        };
        let message_id = submission::new_message_id(&incident)?;
        Ok(Self {
            post: post.ok(),
            incident,
            rules,
            wish: wish.clone(),
            evidence,
            names,
            message_id,
        })
    }

    pub(super) fn writing(&self) -> Writing<'_> {
        Writing {
            incident: &self.incident,
            rules: &self.rules,
            wish: &self.wish,
            names: &self.names,
            language: wording::language(),
            now: watch::now(),
        }
    }

    pub(super) fn kind(&self) -> Kind {
        self.wish.letter.into()
    }

    pub(super) fn outline(&self) -> Result<Outline, CommandError> {
        Ok(self.writing().outline(self.message_id.clone(), &self.evidence)?)
    }

    /// The right recipient of the message that is sent again: an address that is none of the wrong ones, nor looks like one that is meant.
    pub(super) fn right(&self) -> Result<Address, CommandError> {
        let refused = |message: String| CommandError::field("to", message, say("error-bad-address-hint"));
        let address = Address::parse(&self.wish.to).map_err(|error| refused(errors::recipient(&error)))?;
        let wrong = &self.incident.facts.lookalikes;
        if wrong.iter().any(|fact| fact.address.domain() == address.domain()) {
            return Err(refused(say("error-wrong-again")));
        }
        let reference = policy::reference(&self.rules.policy, &self.rules.preferences, Vec::new());
        if let lookalike::Verdict::Lookalike(found) = lookalike::judge(&address, &reference) {
            let of = found.of.shown();
            return Err(refused(say_with("error-looks-wrong", &[("domain", of.into())])));
        }
        Ok(address)
    }

    /// The letter as it goes, with what the user has changed.
    fn letter(&self, edit: &LetterEdit) -> Result<Letter, CommandError> {
        if self.kind() == Kind::Corrected {
            let Evidence::Whole(message) = &self.evidence else {
                return Err(CommandError::no_account());
            };
            let correction = Correction {
                from: Party::bare(self.writing().from()),
                to: Party::bare(self.right()?),
                message_id: self.message_id.clone(),
                date: watch::now(),
            };
            return Ok(corrected(message, &correction)?);
        }
        let outline = Outline {
            subject: HeaderText::clean(&edit.subject),
            text: LetterText::clean(&edit.text),
            ..self.outline()?
        };
        Ok(Letter::compose(&outline)?)
    }

    pub(super) fn intent(&self, letter: &Letter, way: Way) -> Intent {
        Intent {
            letter: self.kind(),
            way,
            message_id: self.message_id.clone(),
            to: match way {
                Way::File => Vec::new(),
                Way::Drafts | Way::Send => letter.to().to_vec(),
            },
            kept: None,
        }
    }

    /// What the record keeps of it: all, save the stray message itself.
    pub(super) fn kept(&self, letter: &Letter) -> Option<Vec<u8>> {
        let is_stray = matches!(self.evidence, Evidence::Whole(_));
        (!is_stray).then(|| letter.octets().to_vec())
    }

    async fn put(&self, office: &Office, letter: &Letter) -> Result<(), CommandError> {
        let post = self.post.as_ref().ok_or_else(CommandError::no_account)?;
        self.intend(office, letter, Way::Drafts).await?;
        let (id, octets) = (self.message_id.clone(), letter.octets().to_vec());
        let put = post
            .errand(move |account, secret, limits| {
                mailbox::put_draft(account, secret, limits, (&id, &octets))
            })
            .await;
        match put {
            Ok(_) => self.became(office, Fate::Drafted).await,
            Err(error) => {
                // A letter that may lie among the drafts reaches nobody: putting it there again is harmless.
                self.became(office, failed(&error.message)).await?;
                Err(error)
            }
        }
    }

    async fn send(
        &self,
        office: &Office,
        letter: &Letter,
        server: &mailbox::Account,
    ) -> Result<(), CommandError> {
        let post = self.post.as_ref().ok_or_else(CommandError::no_account)?;
        let _under_way = office.held.sending();
        let sending = submission::Sending {
            letter: letter.clone(),
            server: server.clone(),
            secret: post.secret(office, &server.host).await?,
            incident: self.incident.id,
            intent: self.intent(letter, Way::Send),
            kept: self.kept(letter),
        };
        let desk = office.desk.clone();
        let outcome = away(move || sending.run(&desk)).await??;
        let fate = match outcome {
            Outcome::Sent { .. } => Fate::Sent,
            Outcome::Unknown { why } => {
                tracing::warn!("nobody knows whether a letter was sent: {why}");
                Fate::Unknown
            }
            Outcome::Refused(refusals) => failed(&submission::refused(&refusals)),
        };
        let is_sent = fate == Fate::Sent;
        self.became(office, fate).await?;
        if is_sent {
            self.file(office, letter, post).await;
        }
        Ok(())
    }

    /// Files a copy of what was sent. Where that fails it was sent all the same.
    async fn file(&self, office: &Office, letter: &Letter, post: &Post) {
        let (id, octets) = (self.message_id.clone(), letter.octets().to_vec());
        let filed = post
            .errand(move |account, secret, limits| {
                mailbox::file_sent(account, secret, limits, (&id, &octets))
            })
            .await;
        if let Err(error) = filed {
            tracing::warn!("a copy of a letter could not be filed: {}", error.message);
            return;
        }
        let (incident, id) = (self.incident.id, self.message_id.clone());
        let noted = office
            .desk(move |casebook| casebook.letter_filed(incident, id, watch::now()))
            .await;
        if let Err(error) = noted {
            tracing::warn!("it could not be noted that a letter is filed: {}", error.message);
        }
    }

    pub(super) async fn intend(
        &self,
        office: &Office,
        letter: &Letter,
        way: Way,
    ) -> Result<(), CommandError> {
        let (incident, intent, kept) = (self.incident.id, self.intent(letter, way), self.kept(letter));
        office
            .desk(move |casebook| casebook.intend_letter(incident, &intent, kept.as_deref(), watch::now()))
            .await
    }

    pub(super) async fn became(&self, office: &Office, fate: Fate) -> Result<(), CommandError> {
        let (incident, message_id) = (self.incident.id, self.message_id.clone());
        let became = Became { message_id, fate };
        office
            .desk(move |casebook| casebook.letter_became(incident, became, watch::now()))
            .await
    }
}

fn failed(why: &str) -> Fate {
    Fate::Failed { why: Note::new(why) }
}
