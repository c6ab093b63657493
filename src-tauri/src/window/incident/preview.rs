//! A letter as the window shows it before it goes: recipients, subject, text, and what is attached.

use casebook::{Incident, Letter as Kind};
use message::HeaderText;
use response::{Attachment, Content, Preview, report::Evidence};

use super::{
    super::{Office, error::CommandError},
    letter_view::{AttachmentKind, AttachmentView, LetterPreview, WayInput},
    letters::Draft,
    post::Post,
};

/// The names of the stray message's attachments.
pub(super) async fn names(
    office: &Office,
    incident: &Incident,
    post: &Post,
) -> Result<Vec<HeaderText>, CommandError> {
    let message = office.held.message(incident, post).await?;
    let attachments = Preview::of(&message)?.attachments;
    Ok(attachments.into_iter().map(|(name, _)| name).collect())
}

impl Draft {
    /// The letter, without the server that it would be handed to.
    pub(super) fn preview(&self) -> Result<LetterPreview, CommandError> {
        let sendable = vec![WayInput::Send, WayInput::Drafts];
        if self.kind() == Kind::Corrected {
            let Evidence::Whole(message) = &self.evidence else {
                return Err(CommandError::no_account());
            };
            let preview = Preview::of(message)?;
            let attachment = |(name, octets): &(HeaderText, usize)| AttachmentView {
                name: name.shown(),
                kind: AttachmentKind::Own,
                kilobytes: kilobytes(*octets),
                content: String::new(),
            };
            return Ok(LetterPreview {
                from: self.writing().from().shown(),
                to: vec![self.right()?.shown()],
                subject: preview.subject.shown(),
                text: preview.text.clone(),
                is_fixed: true,
                attachments: preview.attachments.iter().map(attachment).collect(),
                is_unreached: false,
                ways: sendable,
                through: None,
            });
        }
        let outline = self.outline()?;
        let has_desk = self.rules.policy.response.desk.email.is_some();
        Ok(LetterPreview {
            from: outline.from.address.shown(),
            to: outline.to.iter().map(|party| party.address.shown()).collect(),
            subject: outline.subject.as_str().to_owned(),
            text: outline.text.as_str().to_owned(),
            is_fixed: false,
            attachments: outline.attachments.iter().map(attachment).collect(),
            is_unreached: self.kind() == Kind::Report && self.evidence == Evidence::Nothing,
            ways: match (self.kind(), has_desk) {
                (Kind::Report, true) => vec![WayInput::Send, WayInput::Drafts, WayInput::File],
                (Kind::Report, false) => vec![WayInput::File],
                (Kind::Recall | Kind::Reminder | Kind::Corrected, _) => sendable,
            },
            through: None,
        })
    }
}

fn attachment(attachment: &Attachment) -> AttachmentView {
    let (kind, octets, content) = match &attachment.content {
        Content::Json(json) => (AttachmentKind::Facts, json.len(), json.clone()),
        Content::HeaderBlock(block) => (
            AttachmentKind::Header,
            block.len(),
            String::from_utf8_lossy(block).into_owned(),
        ),
        Content::Message(message) => (AttachmentKind::Message, message.len(), String::new()),
    };
    AttachmentView {
        name: attachment.name.to_owned(),
        kind,
        kilobytes: kilobytes(octets),
        content: content.lines().map(indented).collect::<Vec<_>>().join("\n"),
    }
}

/// A line that is safe to show, which begins where it began.
fn indented(line: &str) -> String {
    let text = line.trim_start_matches(' ');
    " ".repeat(line.len() - text.len()) + &message::shown(text)
}

pub(super) fn kilobytes(octets: usize) -> u32 {
    u32::try_from(octets.div_ceil(1000).max(1)).unwrap_or(u32::MAX)
}
