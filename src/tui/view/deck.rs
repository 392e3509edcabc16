//! One card of the sorting deck: who it is, and what speaks for a tier. What a key decides is in `app::deck`.

use super::View;
use super::flow::heading;
use crate::app::command::{Command, Do, shown_key};
use crate::app::deck::{Deck, Verdict};
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::domain::words::Tier;
use crate::portfolio::deck::Card;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the names of the parts.
const LABEL: usize = 14;

/// Draws the card on top.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, deck: &Deck) {
    let at = deck.verdicts.len();
    let title = Message::new("deck-title").with("at", (at + 1).min(deck.cards.len())).with("all", deck.cards.len());
    let area = heading(view, frame, body, &title);
    progress(view, frame, Rect { y: body.y + 1, height: 1, ..body }, deck);
    let Some(card) = deck.card() else { return };
    let width = area.width.min(90);
    let area = Rect { width, ..area };
    Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(3).text(&text::one_line(&card.name), view.style(Ink::Strong));
    let mut row = 2;
    for (label, words) in facts(view, card) {
        let cells = usize::from(width).saturating_sub(LABEL + 5);
        for (n, line) in text::wrap(&words, cells).into_iter().take(2).enumerate() {
            let mut pen = Pen::new(frame.buffer_mut(), area, row).keep(1);
            let label = if n == 0 { view.word(label) } else { String::new() };
            pen.skip(3).cell(&label, LABEL, view.style(Ink::Label)).text(&line, view.style(Ink::Plain));
            row += 1;
        }
    }
    row += 1;
    // Where the lines do not fit the last line of the screen names the keys.
    if row + 5 > area.height {
        return;
    }
    choices(view, frame, area, row, card);
}

/// How far the deck is, and what was decided so far.
fn progress(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, deck: &Deck) {
    let cells = 24;
    let full = deck.verdicts.len() * cells / deck.cards.len().max(1);
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(3).text(&"#".repeat(full), view.style(Ink::Key)).text(&".".repeat(cells - full), view.style(Ink::Quiet)).skip(2);
    let count = |tier: &Tier| format!("{} {}", view.model.words.tier(Some(*tier)), deck.count(Verdict::Tier(*tier)));
    let tiers: Vec<String> = Tier::ALL.iter().map(count).collect();
    pen.text(&tiers.join("  "), view.style(Ink::Quiet));
}

/// What is known of the client, by its name in the catalogue.
fn facts(view: &View<'_>, card: &Card) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    let last = match &card.last {
        Some(touch) => {
            let day = view.short_day(touch.at.day(view.now.zone));
            view.say(&Message::new("deck-last").with("day", day).with("channel", touch.channel).with("count", card.touches))
        }
        None => view.word("brief-never"),
    };
    out.push(("deck-label-last", last));
    let billed = card.billed.map(|money| view.say(&Message::new("brief-billed").with("amount", money)));
    out.push(("deck-label-billed", billed.unwrap_or_else(|| view.word("deck-no-bill"))));
    let between = view.word("brief-between");
    let detail = view.model.details.get(&card.client).and_then(|d| d.as_deref());
    let names: Vec<String> = detail.into_iter().flat_map(|d| &d.people).map(|p| text::one_line(&p.name).into_owned()).collect();
    if !names.is_empty() {
        out.push(("deck-label-people", names.join(&between)));
    } else if card.people > 0 {
        out.push(("deck-label-people", card.people.to_string()));
    }
    let about: Vec<String> = card.industry.iter().cloned().chain(card.tags.iter().map(|tag| format!("#{tag}"))).collect();
    if !about.is_empty() {
        out.push(("deck-label-about", text::one_line(&about.join(&between)).into_owned()));
    }
    out.push(("deck-label-why", view.say(&card.why)));
    out
}

/// The keys of the card, one a line, the suggested one marked.
fn choices(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, mut row: u16, card: &Card) {
    let all = [
        (Do::DeckA, Some(Tier::A)),
        (Do::DeckB, Some(Tier::B)),
        (Do::DeckC, Some(Tier::C)),
        (Do::DeckNot, None),
        (Do::DeckLater, None),
    ];
    for (n, (id, tier)) in all.into_iter().enumerate() {
        let Some(command) = Command::of(id) else { continue };
        let suggested = tier.is_some() && tier == card.suggested;
        view.hit_row(area, row, Hit::Command(id));
        let mut pen = Pen::new(frame.buffer_mut(), area, row).keep(1);
        pen.text(if suggested { " > " } else { "   " }, view.style(Ink::Strong));
        pen.cell(&format!("{} {}", shown_key(view.model, id), n + 1), 5, view.style(Ink::Key));
        pen.cell(&view.word(command.title), 14, view.style(if suggested { Ink::Strong } else { Ink::Plain })).skip(1);
        pen.text(&view.word(command.help), view.style(Ink::Quiet));
        row += 1;
    }
}
