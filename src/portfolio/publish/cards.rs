//! The address book: who is reached how, and the card of each person and client. Wrong addresses, the user's own fields, and of kinds of
//! addresses the unnamed ones, stay in the book: what stands in them may be anything.

use super::{Extra, File, Folder, Publication};
use crate::domain::action::NewPoint;
use crate::domain::facts::ClientRows;
use crate::domain::id::Id;
use crate::domain::words::{Channel, ClientKind, PointKind, Status};
use crate::interchange::Exported;
use crate::interchange::record::{ClientRecord, PersonRecord};
use crate::interchange::vcf::{self, OWN_CLIENT, OWN_PERSON, Version};
use crate::portfolio::records;
use crate::store::{ClientDetail, Store, StoreError, Which};

/// Numbers or addresses of one kind that an event names.
const NAMED: usize = 3;

/// A human at a client.
pub(super) struct Who {
    id: Id,
    pub(super) name: String,
    points: Vec<(PointKind, String)>,
}

/// How a client is reached.
pub(super) struct Reach {
    people: Vec<Who>,
    own: Vec<(PointKind, String)>,
    /// The note of the newest touch.
    pub(super) note: Option<String>,
}

impl Reach {
    fn of(detail: &ClientDetail, kind: ClientKind) -> Reach {
        let points = |of: Option<Id>| {
            let mut own: Vec<_> = detail.points.iter().filter(|p| p.person == of && p.invalid_since.is_none()).collect();
            own.sort_by_key(|p| (p.rank, p.id));
            own.into_iter().filter(|p| p.kind != PointKind::Other).map(|p| (p.kind, p.value.clone())).collect()
        };
        let people = detail.people.iter().filter(|_| kind == ClientKind::Org);
        Reach {
            people: people.map(|p| Who { id: p.id, name: p.name.clone(), points: points(Some(p.id)) }).collect(),
            own: points(None),
            note: detail.touches.first().and_then(|t| t.note.clone()).filter(|n| !n.trim().is_empty()),
        }
    }

    /// Whom to ask for: the first who can be reached this way, else the first.
    pub(super) fn person(&self, channel: Channel) -> Option<&Who> {
        let can = |who: &&Who| who.points.iter().any(|(kind, _)| serves(channel).contains(kind));
        self.people.iter().find(can).or(self.people.first())
    }

    /// One of the people by id.
    pub(super) fn known(&self, id: Id) -> Option<&Who> {
        self.people.iter().find(|p| p.id == id)
    }

    /// Where they are: the client's own address before that of a person.
    pub(super) fn address(&self) -> Option<&str> {
        let all = self.own.iter().chain(self.people.iter().flat_map(|p| &p.points));
        all.filter(|(kind, _)| *kind == PointKind::Address).map(|(_, value)| value.as_str()).next()
    }

    /// The numbers and addresses for a channel, those of this person before the client's, with the catalogue id of what they are.
    pub(super) fn ways<'r>(&'r self, channel: Channel, person: Option<&'r Who>) -> Vec<(&'static str, &'r str)> {
        let of_person = person.map(|p| p.points.as_slice()).unwrap_or_default();
        let mut out = Vec::new();
        for kind in serves(channel) {
            let id = match kind {
                PointKind::Phone => "publish-phone",
                PointKind::Email => "publish-mail",
                PointKind::Wechat => "publish-wechat",
                PointKind::Address => "publish-address",
                _ => continue,
            };
            let all = of_person.iter().chain(&self.own).filter(|(k, _)| k == kind);
            out.extend(all.take(NAMED).map(|(_, value)| (id, value.as_str())));
        }
        out
    }
}

/// What a channel needs, in the order it is shown.
fn serves(channel: Channel) -> &'static [PointKind] {
    match channel {
        Channel::Email => &[PointKind::Email],
        Channel::Message => &[PointKind::Wechat, PointKind::Phone],
        Channel::Meeting => &[PointKind::Email, PointKind::Phone],
        Channel::Letter => &[PointKind::Address],
        Channel::Visit | Channel::Call | Channel::Unknown => &[PointKind::Phone],
    }
}

impl Publication<'_> {
    /// Reads how everybody is reached, and writes their cards.
    pub(super) fn gather(&mut self, store: &Store) -> Result<(), StoreError> {
        let depth = usize::from(self.ask.has(Extra::Notes));
        let book = self.book;
        store.stream_whole(&Which::All, depth, &mut |rows, detail| {
            let Some(client) = book.client(rows.client.id).filter(|c| c.facts.exists) else { return };
            self.reach.insert(client.id(), Reach::of(detail, rows.client.kind));
            // Whoever is no client any more leaves the address book.
            if self.ask.wants(Folder::Contacts) && !matches!(client.status, Status::Stopped | Status::Lost) {
                self.cards_of(rows, detail);
            }
        })
    }

    fn cards_of(&mut self, rows: &ClientRows, detail: &ClientDetail) {
        let id = rows.client.id;
        let valid = |of: Option<Id>, points: Vec<NewPoint>| {
            let known = |p: &NewPoint| {
                let same = |d: &&crate::store::PointDetail| d.person == of && d.kind == p.kind && d.value == p.value;
                p.kind != PointKind::Other && detail.points.iter().find(same).is_some_and(|d| d.invalid_since.is_none())
            };
            points.into_iter().filter(known).collect::<Vec<_>>()
        };
        let (notes, tags) = (self.ask.has(Extra::Notes), self.ask.has(Extra::Tags));
        let mut client: ClientRecord = records::client(rows, detail, &self.book.now);
        client.points = valid(None, client.points);
        client.note = client.note.filter(|_| notes);
        client.tags = if tags { client.tags } else { Vec::new() };
        // A card of the same UID as the one it was imported from would take that one's place on the server.
        client.external_id = None;
        let client = Exported { id, client: id, record: client };
        let people: Vec<(Id, PersonRecord)> = records::people(detail, &rows.client.name);
        // A client with people has a card of its own where it has a number of its own: so that the phone knows who rings.
        if people.is_empty() || !client.record.points.is_empty() {
            let text = vcf::write(std::slice::from_ref(&client), &[], Version::Three);
            self.cards.push(card(format!("{OWN_CLIENT}{id}"), text));
        }
        for (person, mut record) in people {
            record.points = valid(Some(person), record.points);
            record.note = record.note.filter(|_| notes);
            record.external_id = None;
            let whole = [Exported { id: person, client: id, record }];
            let text = vcf::write(std::slice::from_ref(&client), &whole, Version::Three);
            self.cards.push(card(format!("{OWN_PERSON}{person}"), text));
        }
    }
}

fn card(uid: String, text: String) -> File {
    File { folder: Folder::Contacts, name: format!("{uid}{}", Folder::Contacts.ending()), text }
}
