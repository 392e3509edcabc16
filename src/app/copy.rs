//! What `y` copies: an address of the selected client, the preferred one or one of a kind. How it reaches the clipboard is the shell's.

use super::command::Do;
use super::model::Model;
use crate::domain::message::Message;
use crate::domain::words::PointKind;
use crate::portfolio::row::reach;

/// The text a copying command takes, with the words for it.
///
/// # Errors
/// Why there is nothing to copy.
pub fn text(model: &Model, id: Do) -> Result<String, Message> {
    let client = model.client().ok_or_else(|| Message::new("not-nothing-selected"))?;
    let detail = model.details.get(&client.id()).and_then(|d| d.as_deref()).ok_or_else(|| Message::new("line-not-read"))?;
    let kind = match id {
        Do::CopyPhone => Some(PointKind::Phone),
        Do::CopyMail => Some(PointKind::Email),
        Do::CopyWechat => Some(PointKind::Wechat),
        Do::CopyAddress => Some(PointKind::Address),
        _ => None,
    };
    let items: Vec<_> = model.items().collect();
    let point = reach(client, detail, &items).into_iter().find(|p| kind.is_none_or(|k| k == p.kind));
    point.map(|p| p.value.trim().to_owned()).ok_or_else(|| Message::new("not-no-address").with("client", client.name()))
}
