//! What a client said about being written to, as it holds for one channel (S16, S111). Who is left out of a run because of it is
//! `messages`' to say, where it stands in the file `store`'s.

use crate::domain::message::Message;
use crate::domain::words::{Channel, ConsentState};
use crate::store::ConsentDetail;
use std::cmp::Reverse;

/// What holds for a channel: the newest word on it or on all of them; of the same day the one that says no.
pub fn of_channel(consents: &[ConsentDetail], channel: Channel) -> Option<&ConsentDetail> {
    let about = consents.iter().filter(|c| c.channel.is_none_or(|of| of == channel));
    about.min_by_key(|c| (Reverse(c.on), c.state != ConsentState::Withdrawn, c.channel.is_none()))
}

/// What they do not want, whichever channel it is of: a word on one channel that is newer than the one on all stands.
pub fn withdrawn(consents: &[ConsentDetail]) -> impl Iterator<Item = &ConsentDetail> {
    consents.iter().filter(|c| c.state == ConsentState::Withdrawn).filter(|c| match c.channel {
        None => true,
        Some(channel) => of_channel(consents, channel).is_some_and(|holds| holds.id == c.id),
    })
}

/// A word as it stands on a line: "no email: withdrawn 3 Nov (her mail)".
pub fn words(said: &ConsentDetail) -> Message {
    let id = if said.state == ConsentState::Withdrawn { "consent-no" } else { "consent-yes" };
    let how = said.how.as_deref().map(|how| crate::text::one_line(how).into_owned()).unwrap_or_default();
    let has_how = i64::from(!how.is_empty());
    let channel = said.channel.map_or("every", Channel::code);
    Message::new(id).with("channel", channel).with("day", said.on).with("how", how).with("has-how", has_how)
}

/// What speaks against a text to one client on this channel: it may go as an answer or a notice, not as a greeting or news (S52).
pub fn against(consents: &[ConsentDetail], channel: Channel) -> Option<Message> {
    of_channel(consents, channel).filter(|word| word.state == ConsentState::Withdrawn).map(words)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::id::Id;

    fn said(id: i64, channel: Option<Channel>, state: ConsentState, on: i32) -> ConsentDetail {
        ConsentDetail { id: Id(id), channel, state, on: Day(on), how: None }
    }

    #[test]
    fn s111_the_newest_word_holds_and_of_one_day_the_one_that_says_no() {
        use ConsentState::{Given, Withdrawn};
        let (mail, all) = (Some(Channel::Email), None);
        for (word, expected) in [
            (vec![], None),
            (vec![said(1, mail, Given, 5)], Some(1)),
            (vec![said(1, all, Withdrawn, 5)], Some(1)),
            (vec![said(1, all, Withdrawn, 5), said(2, mail, Given, 6)], Some(2)),
            (vec![said(1, all, Withdrawn, 5), said(2, mail, Given, 5)], Some(1)),
            (vec![said(1, all, Given, 5), said(2, mail, Withdrawn, 5)], Some(2)),
            (vec![said(1, all, Withdrawn, 6), said(2, mail, Given, 5)], Some(1)),
            (vec![said(1, Some(Channel::Letter), Withdrawn, 6), said(2, mail, Given, 5)], Some(2)),
        ] {
            assert_eq!(of_channel(&word, Channel::Email).map(|c| c.id.0), expected, "{word:?}");
        }
        let word = [said(1, all, Given, 9), said(2, mail, Withdrawn, 5), said(3, Some(Channel::Letter), Withdrawn, 9)];
        assert_eq!(withdrawn(&word).map(|c| c.id.0).collect::<Vec<_>>(), [3]);
    }
}
