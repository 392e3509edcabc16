//! The keys of the screens that lead from a file to a sane day: path line, steps, contact plan, preview of a levelled plan.
//! What each of them does is in its own module.

use super::command::Do;
use super::dialog::Dialog;
use super::key::{Key, KeyCode};
use super::levelled::Levelled;
use super::model::Model;
use super::msg::Effect;
use super::preset::Preset;
use super::{files, imported, levelled, preset};

/// Opens the choice of a plan or the preview of a levelled one.
pub fn open(model: &mut Model, id: Do) {
    let dialog = match id {
        Do::Plans => Dialog::Preset(Box::new(Preset::open(model))),
        _ => Dialog::Levelled(Box::new(Levelled::open(model))),
    };
    model.dialogs.push(dialog);
}

/// Keys of the path line.
pub fn files(model: &mut Model, id: Do) -> Vec<Effect> {
    match (id, model.dialogs.last_mut()) {
        (Do::FilesEnter, _) => return files::enter(model),
        (Do::FilesComplete, _) => return files::complete(model),
        (Do::FilesClose, _) => {
            model.dialogs.pop();
        }
        (_, Some(Dialog::Files(files))) => files.step(if id == Do::FilesDown { 1 } else { -1 }),
        _ => {}
    }
    Vec::new()
}

/// Keys of the report of an import.
pub fn steps(model: &mut Model, id: Do, digit: Option<u8>) -> Vec<Effect> {
    match (id, model.dialogs.last_mut()) {
        (Do::StepTake, _) => return imported::take(model),
        (Do::StepClose, _) => imported::close(model),
        (Do::StepPick, Some(Dialog::Imported(panel))) => {
            let there = panel.pick(usize::from(digit.unwrap_or(0)));
            return if there { imported::take(model) } else { Vec::new() };
        }
        (Do::StepMore, Some(Dialog::Imported(panel))) => panel.scroll = panel.scroll.saturating_add(10),
        (Do::StepLess, Some(Dialog::Imported(panel))) => panel.scroll = panel.scroll.saturating_sub(10),
        (_, Some(Dialog::Imported(panel))) => panel.step(if id == Do::StepDown { 1 } else { -1 }),
        _ => {}
    }
    Vec::new()
}

/// Keys of the choice of a plan.
pub fn preset(model: &mut Model, id: Do, digit: Option<u8>) -> Vec<Effect> {
    match (id, model.dialogs.last_mut()) {
        (Do::PresetTake, _) => return preset::take(model),
        (Do::PresetClose, _) => {
            model.dialogs.pop();
        }
        (Do::PresetPick, Some(Dialog::Preset(preset))) => {
            let there = preset.pick(usize::from(digit.unwrap_or(0)));
            return if there { preset::take(model) } else { Vec::new() };
        }
        (_, Some(Dialog::Preset(preset))) => preset.step(if id == Do::PresetDown { 1 } else { -1 }),
        _ => {}
    }
    Vec::new()
}

/// Keys of the preview.
pub fn levelled(model: &mut Model, id: Do, key: Key) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    match (id, model.dialogs.last_mut()) {
        (Do::LevelApply, _) => return levelled::apply(model),
        (Do::LevelClose, _) => {
            model.dialogs.pop();
        }
        (Do::LevelDown, Some(Dialog::Levelled(levelled))) => levelled.scroll = levelled.scroll.saturating_add(far),
        (Do::LevelUp, Some(Dialog::Levelled(levelled))) => levelled.scroll = levelled.scroll.saturating_sub(far),
        _ => {}
    }
    Vec::new()
}
