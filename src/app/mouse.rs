//! The mouse: what it did, what lay under it, and what that means. A click does what a key would do there, with the same checks.
//! Which cells belong to what is recorded by the views while they draw; how bytes become a mouse lives in `tui::keys`.

use super::at_risk;
use super::causes::Side;
use super::command::{Command, Do};
use super::dialog::Dialog;
use super::form::Input;
use super::key::Key;
use super::list::RowId;
use super::model::Model;
use super::msg::Effect;
use super::palette::Choice;
use super::run::run;
use crate::domain::day::{Day, Now};
use crate::portfolio::value::{Facet, ValueView};

/// What the mouse did. Only its first button and its wheel are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The button went down.
    Press,
    /// The button came up.
    Release,
    /// Moved with the button down.
    Drag,
    /// The wheel turned away from the user.
    WheelUp,
    /// The wheel turned towards the user.
    WheelDown,
}

/// One report of the mouse; cells are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The column.
    pub column: u16,
    /// The row.
    pub row: u16,
}

/// Where a text is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// The line in the foot.
    Line,
    /// The filter.
    Filter,
    /// The palette.
    Palette,
    /// The path line.
    Files,
    /// The finder of knowledge notes.
    Knowledge,
    /// This value of this field of the form.
    Form(usize, usize),
}

/// What an area of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// The tab with this number.
    Tab(u8),
    /// The list, between its rows.
    List,
    /// A row of the list.
    Row(RowId),
    /// An event of the client's page, by its place among those shown.
    Event(usize),
    /// A side from which clients are looked at.
    View(ValueView),
    /// The edge between list and brief.
    Divider,
    /// The brief.
    Brief,
    /// A key of the foot.
    Command(Do),
    /// A panel or form, where nothing can be chosen.
    Panel,
    /// A line of the help, the menu or the palette, by its index.
    Line(usize),
    /// A page of the menu, by its index.
    Page(usize),
    /// A line of the first-run screen, by its index.
    FirstLine(usize),
    /// A field of the form.
    Field(usize),
    /// A choice of a field of the form: the field, its value, the choice.
    Choice(usize, usize, usize),
    /// A day of a calendar.
    Day(Day),
    /// A text being typed, shown from this character on.
    Text(Typing, usize),
}

/// What lies under the mouse, and where in it the mouse is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// What it is.
    pub hit: Hit,
    /// Cells from its left.
    pub column: u16,
}

/// How list and brief share the width.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pane {
    /// The list's part in thousandths, once it was chosen.
    pub share: Option<u16>,
    /// The edge is being dragged.
    pub dragging: bool,
}

/// The least cells of the list beside the brief.
const LEAST_LIST: u16 = 45;
/// The least cells of the brief.
const LEAST_BRIEF: u16 = 30;
/// Lines of a step of the wheel.
const WHEEL: isize = 3;

impl Pane {
    /// Cells of the list in so many columns, when its part was chosen. List and brief keep what they need.
    pub fn list_cells(&self, width: u16) -> Option<u16> {
        let share = self.share?;
        let wanted = (u32::from(width) * u32::from(share) + 500) / 1000;
        let most = width.saturating_sub(LEAST_BRIEF + 1);
        Some(u16::try_from(wanted).unwrap_or(width).max(LEAST_LIST).min(most))
    }

    /// The edge is brought to this column.
    fn drag_to(&mut self, column: u16, width: u16) {
        let column = column.clamp(LEAST_LIST.min(width), width.saturating_sub(LEAST_BRIEF + 1).max(LEAST_LIST.min(width)));
        self.share = u16::try_from(u32::from(column) * 1000 / u32::from(width.max(1))).ok();
    }
}

/// What the mouse does.
pub fn mouse(model: &mut Model, mouse: Mouse, spot: Option<Spot>, now: &Now) -> Vec<Effect> {
    match mouse.kind {
        MouseKind::Press => press(model, spot, now),
        MouseKind::Drag if model.pane.dragging => {
            model.pane.drag_to(mouse.column, model.size.0);
            Vec::new()
        }
        MouseKind::Drag => Vec::new(),
        MouseKind::Release => {
            let dragged = std::mem::take(&mut model.pane.dragging);
            model.pane.share.filter(|_| dragged).map(Effect::Split).into_iter().collect()
        }
        MouseKind::WheelUp => wheel(model, spot, -WHEEL),
        MouseKind::WheelDown => wheel(model, spot, WHEEL),
    }
}

fn press(model: &mut Model, spot: Option<Spot>, now: &Now) -> Vec<Effect> {
    // A sequence of keys is over with anything else.
    model.typed.clear();
    // A release that never came must not leave the edge at the mouse.
    model.pane.dragging = false;
    model.error = None;
    if !model.is_typing() {
        model.toast = None;
    }
    let column = spot.map_or(0, |s| s.column);
    match (spot.map(|s| s.hit), model.dialogs.last_mut()) {
        (Some(Hit::Command(id)), _) => command(model, id, now),
        (Some(Hit::Text(Typing::Line, from)), Some(Dialog::Line(line))) => {
            line.field.place(from, usize::from(column));
            Vec::new()
        }
        // What is typed is not lost to a click beside it, and a question waits for its answer.
        (_, Some(Dialog::Line(_) | Dialog::Question(_))) => Vec::new(),
        (Some(hit), Some(Dialog::Form(form))) => {
            let (n, part) = match hit {
                Hit::Field(n) => (n, 0),
                Hit::Choice(n, part, _) | Hit::Text(Typing::Form(n, part), _) => (n, part),
                _ => return outside(model, hit, Do::FormCancel, now),
            };
            form.warned = false;
            form.go_to(n, part);
            let Some(field) = form.fields.get_mut(n) else { return Vec::new() };
            match (field.parts.get_mut(part).map(|p| &mut p.input), hit) {
                (Some(Input::Text(text)), Hit::Text(_, from)) => text.place(from, usize::from(column)),
                (Some(Input::Choice(choices, at)), Hit::Choice(_, _, choice)) if choice < choices.len() => {
                    *at = choice;
                    field.error = None;
                }
                (Some(Input::Button(..)), _) => return command(model, Do::FormEnter, now),
                _ => {}
            }
            Vec::new()
        }
        (Some(Hit::Day(day)), Some(Dialog::Picker(picker))) => {
            picker.day = day;
            command(model, Do::PickTake, now)
        }
        (Some(hit), Some(Dialog::Picker(_))) => outside(model, hit, Do::PickClose, now),
        (Some(Hit::Line(n)), Some(Dialog::Help(help))) => {
            help.selected = n.min(help.commands.len().saturating_sub(1));
            command(model, Do::PanelEnter, now)
        }
        (Some(Hit::Page(n)), Some(Dialog::Help(help))) => {
            help.show(n, &model.manual);
            Vec::new()
        }
        (Some(Hit::Line(n)), Some(Dialog::Menu(menu))) => {
            menu.selected = n.min(menu.shown().len().saturating_sub(1));
            command(model, Do::PanelEnter, now)
        }
        (Some(Hit::Page(n)), Some(Dialog::Menu(menu))) => {
            if n < menu.pages.len() {
                (menu.page, menu.selected) = (n, 0);
            }
            Vec::new()
        }
        (Some(Hit::Line(n)), Some(Dialog::Palette(palette))) => {
            let here = palette.selected == n;
            palette.selected = n.min(palette.choices.len().saturating_sub(1));
            // A command line is first put into the text, to be completed.
            match palette.choice() {
                Some(Choice::Line(_)) if !here => Vec::new(),
                _ => command(model, Do::PaletteEnter, now),
            }
        }
        (Some(Hit::Text(Typing::Palette, from)), Some(Dialog::Palette(palette))) => {
            palette.field.place(from, usize::from(column));
            Vec::new()
        }
        (Some(Hit::Text(Typing::Files, from)), Some(Dialog::Files(files))) => {
            files.field.place(from, usize::from(column));
            Vec::new()
        }
        (Some(Hit::Text(Typing::Knowledge, from)), Some(Dialog::Knowledge(finding))) => {
            finding.field.place(from, usize::from(column));
            Vec::new()
        }
        (Some(Hit::Line(n)), Some(Dialog::Knowledge(finding))) => {
            let here = finding.pick(n);
            if here { command(model, Do::KnowTake, now) } else { Vec::new() }
        }
        (Some(Hit::Line(n)), Some(Dialog::Files(files))) => {
            let here = files.selected == Some(n);
            files.selected = Some(n);
            if here { command(model, Do::FilesEnter, now) } else { Vec::new() }
        }
        (Some(Hit::Line(n)), Some(Dialog::Imported(panel))) => {
            panel.pick(n + 1);
            command(model, Do::StepTake, now)
        }
        (Some(Hit::Line(n)), Some(Dialog::Preset(preset))) => {
            let here = preset.selected == n;
            preset.pick(n + 1);
            if here { command(model, Do::PresetTake, now) } else { Vec::new() }
        }
        (Some(Hit::Line(n)), Some(Dialog::Loss(loss))) => {
            let here = loss.selected == n;
            loss.pick(n + 1);
            if here { command(model, Do::LossTake, now) } else { Vec::new() }
        }
        (Some(Hit::Line(n)), Some(Dialog::Causes(panel))) => {
            if panel.pick(n) {
                command(model, Do::CauseOpen, now)
            } else {
                Vec::new()
            }
        }
        (Some(Hit::Line(n)), Some(Dialog::Board(board))) => {
            if board.pick(n) {
                command(model, Do::BoardOpen, now)
            } else {
                Vec::new()
            }
        }
        (Some(Hit::Page(n)), Some(Dialog::Board(board))) => {
            if n == board.side as usize {
                Vec::new()
            } else {
                command(model, Do::BoardTurn, now)
            }
        }
        (Some(Hit::Line(n)), Some(Dialog::LookBack(panel))) => {
            if panel.pick(n) {
                command(model, Do::BackOpen, now)
            } else {
                Vec::new()
            }
        }
        (Some(Hit::Line(n)), Some(Dialog::Review(panel))) => {
            let here = panel.pick(n);
            model.prefix = None;
            if here { command(model, Do::ReviewOpen, now) } else { Vec::new() }
        }
        (Some(Hit::Line(n)), Some(Dialog::Load(panel))) => {
            if panel.pick(n) && panel.suggestion().is_some() {
                command(model, Do::LoadTake, now)
            } else {
                Vec::new()
            }
        }
        (Some(Hit::Line(n)), Some(Dialog::Facets(panel))) => {
            if panel.pick(n) {
                command(model, Do::FacetTake, now)
            } else {
                Vec::new()
            }
        }
        (Some(Hit::Line(n)), Some(Dialog::Visits(panel))) => {
            if panel.pick(n) {
                command(model, Do::VisitTake, now)
            } else {
                Vec::new()
            }
        }
        (Some(Hit::Line(n)), Some(Dialog::Mailing(panel))) => {
            panel.selected = n;
            Vec::new()
        }
        (Some(Hit::Page(n)), Some(Dialog::Facets(panel))) => {
            let here = Facet::ALL.iter().position(|f| *f == panel.by).unwrap_or(0);
            panel.turn(&model.book, n as isize - here as isize);
            Vec::new()
        }
        (Some(Hit::Line(n)), Some(Dialog::Playbook(running))) => {
            model.prefix = None;
            if running.pick(n) { command(model, Do::PlayDone, now) } else { Vec::new() }
        }
        (Some(Hit::Page(n)), Some(Dialog::Causes(panel))) => {
            let here = if panel.side == Side::Causes { 0 } else { 1 };
            if n == here { Vec::new() } else { command(model, Do::CauseTurn, now) }
        }
        (Some(Hit::Line(n)), Some(Dialog::Mapping(mapping))) => {
            let here = mapping.at == n;
            match &mut mapping.choosing {
                Some(choosing) => {
                    choosing.selected = n;
                    command(model, Do::FieldTake, now)
                }
                None if here => command(model, Do::MapChoose, now),
                None => {
                    mapping.at = n;
                    Vec::new()
                }
            }
        }
        (Some(hit), Some(Dialog::Files(_))) => outside(model, hit, Do::FilesClose, now),
        (Some(hit), Some(Dialog::Knowledge(_))) => outside(model, hit, Do::KnowClose, now),
        (Some(hit), Some(Dialog::Imported(_))) => outside(model, hit, Do::StepClose, now),
        (Some(hit), Some(Dialog::Mailing(_))) => outside(model, hit, Do::MailClose, now),
        (Some(hit), Some(Dialog::Visits(_))) => outside(model, hit, Do::VisitClose, now),
        (Some(hit), Some(Dialog::Facets(_))) => outside(model, hit, Do::FacetClose, now),
        (Some(hit), Some(Dialog::Board(_))) => outside(model, hit, Do::BoardClose, now),
        (Some(hit), Some(Dialog::Causes(_))) => outside(model, hit, Do::CauseClose, now),
        (Some(hit), Some(Dialog::Load(_))) => outside(model, hit, Do::LoadClose, now),
        (Some(hit), Some(Dialog::LookBack(_))) => outside(model, hit, Do::BackClose, now),
        (Some(hit), Some(Dialog::Review(_))) => outside(model, hit, Do::ReviewClose, now),
        (Some(hit), Some(Dialog::Loss(_))) => outside(model, hit, Do::LossClose, now),
        (Some(hit), Some(Dialog::Playbook(_))) => outside(model, hit, Do::PlayClose, now),
        (Some(hit), Some(Dialog::Deck(_))) => outside(model, hit, Do::DeckClose, now),
        (Some(hit), Some(Dialog::Palette(_))) => outside(model, hit, Do::PaletteClose, now),
        (Some(hit), Some(_)) => outside(model, hit, Do::PanelClose, now),
        (Some(hit), None) => book(model, hit, column, now),
        (None, _) => Vec::new(),
    }
}

/// A click beside what stands in front closes it, as Esc would.
fn outside(model: &mut Model, hit: Hit, close: Do, now: &Now) -> Vec<Effect> {
    if hit == Hit::Panel { Vec::new() } else { command(model, close, now) }
}

/// A click on list, brief, tabs and what stands around them.
fn book(model: &mut Model, hit: Hit, column: u16, now: &Now) -> Vec<Effect> {
    // A first key waits for its second; anything else cancels it.
    model.prefix = None;
    match hit {
        Hit::Tab(1) => command(model, Do::Today, now),
        Hit::Tab(2) => command(model, Do::Clients, now),
        Hit::Tab(3) => command(model, Do::Calendar, now),
        Hit::Day(day) => {
            model.brief.focus = false;
            super::calendar::show(model, day);
            Vec::new()
        }
        Hit::Tab(4) => command(model, Do::Complaints, now),
        Hit::Tab(5) => command(model, Do::AtRisk, now),
        Hit::FirstLine(n) => {
            model.first = n;
            command(model, Do::FirstRun, now)
        }
        Hit::Text(Typing::Filter, from) => {
            if let Some(find) = &mut model.find {
                find.typing = true;
                find.field.place(from, usize::from(column));
            }
            Vec::new()
        }
        Hit::View(view) => {
            model.show_view(view);
            Vec::new()
        }
        Hit::Row(id) => row(model, id, now),
        Hit::Event(n) => event(model, n, now),
        Hit::Brief => {
            let mut effects = stop_typing(model, now);
            effects.extend(command(model, Do::ToBrief, now));
            effects
        }
        Hit::Divider => {
            model.pane.dragging = true;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// A click on a row selects it, on the selected one opens it.
fn row(model: &mut Model, id: RowId, now: &Now) -> Vec<Effect> {
    let mut effects = stop_typing(model, now);
    if id == at_risk::FOLD {
        model.brief.focus = false;
        model.list_mut().select(id);
        effects.extend(command(model, Do::Fold, now));
        return effects;
    }
    let here = model.entry().is_some_and(|e| e.id == id);
    if here && !model.brief.focus {
        effects.extend(command(model, Do::Open, now));
        return effects;
    }
    model.brief.focus = false;
    if !here && model.list_mut().select(id) {
        model.brief.scroll = 0;
        super::calendar::walked(model);
    }
    effects
}

/// A click on an event selects it, on the selected one changes its fact.
fn event(model: &mut Model, n: usize, now: &Now) -> Vec<Effect> {
    let focus = std::mem::take(&mut model.brief.focus);
    match &mut model.page {
        Some(page) if page.selected == n && !focus => return command(model, Do::Edit, now),
        Some(page) => page.selected = n.min(page.shown.len().saturating_sub(1)),
        None => {}
    }
    Vec::new()
}

/// The filter is left as Enter leaves it.
fn stop_typing(model: &mut Model, now: &Now) -> Vec<Effect> {
    if model.find.as_ref().is_some_and(|f| f.typing) {
        return run(model, Do::LineEnter, Key::plain(super::key::KeyCode::Enter), now);
    }
    Vec::new()
}

/// A command with the checks its key would pass.
fn command(model: &mut Model, id: Do, now: &Now) -> Vec<Effect> {
    let Some(command) = Command::of(id) else { return Vec::new() };
    if let Err(why) = command.available(model) {
        model.prefix = None;
        model.error = Some(why);
        return Vec::new();
    }
    // Which digit is meant no click can tell: the pending key still asks for it.
    if id.takes_digit() {
        return Vec::new();
    }
    let key = command.keys.first().and_then(|k| Key::parse(k)).unwrap_or(Key::char('?'));
    run(model, id, key, now)
}

/// The wheel scrolls what is under it. While a first key waits or a line is typed, the row they are about stays selected.
fn wheel(model: &mut Model, spot: Option<Spot>, lines: isize) -> Vec<Effect> {
    let Some(hit) = spot.map(|s| s.hit) else { return Vec::new() };
    match (hit, model.dialogs.last_mut()) {
        (_, Some(Dialog::Help(help))) => help.step(lines, &model.manual, model.size),
        (_, Some(Dialog::Panel(panel))) => panel.scroll = panel.scroll.saturating_add_signed(lines as i16),
        (_, Some(Dialog::Draft(drafts))) => drafts.scroll = drafts.scroll.saturating_add_signed(lines as i16),
        (_, Some(Dialog::Knowledge(finding))) => finding.turn(lines),
        (_, Some(Dialog::Sheet(sheet))) => sheet.scroll = sheet.scroll.saturating_add_signed(lines as i16),
        (_, Some(Dialog::Menu(menu))) => menu.step(lines.signum()),
        (_, Some(Dialog::Mapping(mapping))) => mapping.step(lines.signum()),
        (_, Some(Dialog::Files(files))) => files.step(lines.signum()),
        (_, Some(Dialog::Imported(panel))) => panel.scroll = panel.scroll.saturating_add_signed(lines as i16),
        (_, Some(Dialog::Preset(preset))) => preset.step(lines.signum()),
        (_, Some(Dialog::Loss(loss))) => loss.step(lines.signum()),
        (_, Some(Dialog::Levelled(levelled))) => levelled.scroll = levelled.scroll.saturating_add_signed(lines as i16),
        (_, Some(Dialog::Palette(palette))) => palette.step(lines),
        (_, Some(Dialog::Board(board))) => board.step(lines.signum(), model.size.0 < 100),
        (_, Some(Dialog::Causes(panel))) => panel.step(lines.signum()),
        (_, Some(Dialog::Load(panel))) => panel.step(lines.signum()),
        (_, Some(Dialog::LookBack(panel))) => panel.step(lines.signum()),
        (_, Some(Dialog::Review(panel))) => panel.step(lines.signum()),
        (_, Some(Dialog::Playbook(running))) => running.walk(lines.signum(), &model.book),
        (_, Some(Dialog::Visits(panel))) => panel.step(lines.signum()),
        (_, Some(Dialog::Mailing(panel))) => panel.step(lines.signum()),
        (_, Some(Dialog::Facets(panel))) => panel.step(lines.signum()),
        (_, Some(Dialog::Form(form))) => form.step(lines.signum()),
        (_, Some(Dialog::Picker(picker))) => picker.months(lines.signum() as i32),
        (Hit::Brief, _) => model.brief.scroll = model.brief.scroll.saturating_add_signed(lines as i16).min(2000),
        (Hit::List | Hit::Event(_), None) if model.page.is_some() => {
            model.page.iter_mut().for_each(|page| page.step(lines));
        }
        (Hit::List | Hit::Row(_), None) if model.prefix.is_none() => {
            model.list_mut().step(lines);
            model.brief.scroll = 0;
            super::calendar::walked(model);
        }
        (Hit::Day(_), None) if model.prefix.is_none() => {
            super::calendar::go(model, if lines < 0 { Do::MonthBack } else { Do::MonthOn });
        }
        _ => {}
    }
    Vec::new()
}
