//! The contacts of one client as the signals see them: who answered, who began, who named a rival (S92 to S94).
//! What they weigh is `risk::signals`'.

use crate::domain::day::{Moment, Now};
use crate::domain::facts::{ContactFacts, TouchRow};
use crate::domain::words::*;

/// Seconds of the 90 days that are compared with the time before.
const LATE: i64 = 90 * 86_400;
/// Seconds of the 7 days in which what was sent may still be answered.
const ANSWER: i64 = 7 * 86_400;
/// Contacts among which it is counted who began.
const RECENT: usize = 6;

/// Folds touches in order up to a moment.
pub(super) fn fold(touches: &[TouchRow], now: &Now) -> ContactFacts {
    let mut out = ContactFacts::default();
    let mut began: Vec<bool> = Vec::new();
    // An outward mail is answered when the client writes or speaks before the next one goes out.
    let mut sent: Option<Moment> = None;
    for touch in touches.iter().filter(|t| t.at <= now.instant && t.channel != Channel::Unknown) {
        let inward = touch.direction == Direction::In;
        let spoke =
            !touch.channel.is_sent() && matches!(touch.outcome, Outcome::Reached | Outcome::Callback | Outcome::Declined);
        let cold = matches!(touch.flag, Some(Flag::Cold | Flag::Declined));
        if cold && now.instant.0 - touch.at.0 <= LATE {
            keep(&mut out.cold, touch);
        }
        if touch.flag == Some(Flag::Competitor) {
            out.rival = Some(touch.at);
        }
        if inward {
            if let Some(at) = sent.take() {
                count(&mut out, at, true, now);
            }
        } else {
            if let Some(at) = sent.take() {
                count(&mut out, at, false, now);
            }
            match touch.channel.is_sent() && !cold {
                true => sent = Some(touch.at),
                false => count(&mut out, touch.at, spoke && !cold, now),
            }
        }
        if inward || spoke {
            out.answered += 1;
            out.first = out.first.or(Some(touch.at));
            out.last = Some(touch.at);
            out.unanswered = 0;
            out.attempts.clear();
            began.push(inward);
        } else if cold || !touch.channel.is_sent() || now.instant.0 - touch.at.0 >= ANSWER {
            out.unanswered += 1;
            keep(&mut out.attempts, touch);
        }
    }
    let newest = &began[began.len().saturating_sub(RECENT)..];
    (out.recent, out.began) = (newest.len() as u32, newest.iter().filter(|inward| **inward).count() as u32);
    out
}

/// Keeps the newest few.
fn keep(rows: &mut Vec<(Moment, Channel)>, touch: &TouchRow) {
    if rows.len() == RECENT {
        rows.remove(0);
    }
    rows.push((touch.at, touch.channel));
}

fn count(out: &mut ContactFacts, at: Moment, answered: bool, now: &Now) {
    let side = if now.instant.0 - at.0 <= LATE { &mut out.late } else { &mut out.early };
    side.0 += 1;
    side.1 += u32::from(answered);
}
