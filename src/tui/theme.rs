//! Colours by meaning, from the terminal's own sixteen on its own background. Without colours the same meanings are told by weight and
//! by words; nothing is said by colour alone. What the terminal's background is, is found out in `asking`.
//!
//! Text is never drawn dim or in bright black: some terminals make both unreadable. Only edges are, which nobody reads.

use crate::config::ThemeName;
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Plain,
    /// Text that can be overlooked.
    Quiet,
    /// Text that matters.
    Strong,
    /// A heading.
    Heading,
    /// The name of what stands beside it.
    Label,
    /// A key.
    Key,
    /// Past its day.
    Late,
    /// With a time of today.
    Timed,
    /// Something was done.
    Done,
    /// Something went wrong, or must not be said.
    Warning,
    /// Rules and borders.
    Edge,
}

impl Ink {
    /// Every meaning.
    pub const ALL: [Ink; 11] = [
        Ink::Plain,
        Ink::Quiet,
        Ink::Strong,
        Ink::Heading,
        Ink::Label,
        Ink::Key,
        Ink::Late,
        Ink::Timed,
        Ink::Done,
        Ink::Warning,
        Ink::Edge,
    ];
}

/// What is known of the terminal's background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// The colours of a palette.
struct Palette {
    /// Headings, labels and keys: what orders the screen.
    order: Color,
    late: Color,
    timed: Option<Color>,
    done: Option<Color>,
    edge: Option<Color>,
}

/// For a terminal that does not say what its background is: nothing that is lost on either.
const EITHER: Palette =
    Palette { order: Color::Cyan, late: Color::Red, timed: None, done: Some(Color::Green), edge: Some(Color::DarkGray) };
const DARK: Palette = Palette {
    order: Color::Cyan,
    late: Color::LightRed,
    timed: Some(Color::Yellow),
    done: Some(Color::Green),
    edge: Some(Color::DarkGray),
};
/// Cyan, green and yellow are pale on white, blue and red are not; magenta is, and shouts.
const LIGHT: Palette =
    Palette { order: Color::Blue, late: Color::Red, timed: None, done: Some(Color::Blue), edge: Some(Color::DarkGray) };
/// High contrast on a dark background: the bright half of the sixteen, and edges as strong as text.
const BRIGHT: Palette = Palette {
    order: Color::LightCyan,
    late: Color::LightRed,
    timed: Some(Color::LightYellow),
    done: Some(Color::LightGreen),
    edge: None,
};
/// High contrast on a light background.
const DEEP: Palette = Palette { order: Color::Blue, late: Color::Red, timed: None, done: None, edge: None };

/// How the meanings look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The look that was asked for; `None`: colours that fit the background.
    name: Option<ThemeName>,
    /// The background, when it is known.
    background: Option<Background>,
    /// Whether box edges are ASCII.
    pub ascii: bool,
}

impl Theme {
    /// The look for a terminal; `NO_COLOR` and ASCII edges are the caller's to find out.
    pub fn new(colours: bool, ascii: bool) -> Theme {
        Theme { name: (!colours).then_some(ThemeName::Mono), background: None, ascii }
    }

    /// A look by its name.
    pub fn named(name: ThemeName, ascii: bool) -> Theme {
        Theme { name: Some(name), background: None, ascii }
    }

    /// The same on a background that is known now.
    pub fn on(self, background: Option<Background>) -> Theme {
        Theme { background: background.or(self.background), ..self }
    }

    /// The same with another name.
    pub fn renamed(self, name: ThemeName) -> Theme {
        Theme { name: Some(name), ..self }
    }

    /// The look that was asked for.
    pub fn name(&self) -> Option<ThemeName> {
        self.name
    }

    fn palette(&self) -> Option<&'static Palette> {
        Some(match (self.name, self.background) {
            (Some(ThemeName::Mono), _) => return None,
            (Some(ThemeName::HighContrast), Some(Background::Dark)) => &BRIGHT,
            (Some(ThemeName::HighContrast), Some(Background::Light)) => &DEEP,
            // Weight alone has contrast on any background.
            (Some(ThemeName::HighContrast), None) => return None,
            (Some(ThemeName::Dark), _) | (None, Some(Background::Dark)) => &DARK,
            (Some(ThemeName::Light), _) | (None, Some(Background::Light)) => &LIGHT,
            (None, None) => &EITHER,
        })
    }

    /// The style of a meaning.
    pub fn style(&self, ink: Ink) -> Style {
        let palette = self.palette();
        let colour = palette.and_then(|p| match ink {
            Ink::Heading | Ink::Label | Ink::Key => Some(p.order),
            Ink::Late | Ink::Warning => Some(p.late),
            Ink::Timed => p.timed,
            Ink::Done => p.done,
            Ink::Edge => p.edge,
            Ink::Plain | Ink::Quiet | Ink::Strong => None,
        });
        let high = self.name == Some(ThemeName::HighContrast);
        let weight = match ink {
            Ink::Strong | Ink::Heading | Ink::Key | Ink::Timed | Ink::Warning => Modifier::BOLD,
            // Where a colour says it, plain weight is calmer.
            Ink::Late if palette.is_none() || high => Modifier::BOLD,
            Ink::Label | Ink::Done if high => Modifier::BOLD,
            // Behind a name without colour its label would read as a word of the text: that is what the column is for.
            _ => Modifier::empty(),
        };
        let more = match ink {
            Ink::Heading | Ink::Late if high => Modifier::UNDERLINED,
            Ink::Heading if palette.is_none() => Modifier::UNDERLINED,
            Ink::Warning if high => Modifier::REVERSED,
            _ => Modifier::empty(),
        };
        let style = Style::new().add_modifier(weight | more);
        match colour {
            Some(colour) => style.fg(colour),
            None => style,
        }
    }

    /// The bar of the selected row: reversed over its full width, whatever the colours inside.
    pub fn selected(&self) -> Style {
        Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM | Modifier::UNDERLINED)
    }

    /// A piece of a horizontal edge.
    pub fn horizontal(&self) -> &'static str {
        if self.ascii { "-" } else { "─" }
    }

    /// A piece of a vertical edge.
    pub fn vertical(&self) -> &'static str {
        if self.ascii { "|" } else { "│" }
    }

    /// Where a vertical edge begins at a horizontal one.
    pub fn tee_down(&self) -> &'static str {
        if self.ascii { "+" } else { "┬" }
    }

    /// Where a vertical edge ends at a horizontal one.
    pub fn tee_up(&self) -> &'static str {
        if self.ascii { "+" } else { "┴" }
    }

    /// The corners of a box: top left, top right, bottom left, bottom right.
    pub fn corners(&self) -> [&'static str; 4] {
        if self.ascii { ["+"; 4] } else { ["┌", "┐", "└", "┘"] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn themes() -> Vec<Theme> {
        let backgrounds = [None, Some(Background::Dark), Some(Background::Light)];
        let names = ThemeName::ALL.into_iter().map(|n| Theme::named(n, false));
        let all = names.chain([Theme::new(true, false)]);
        all.flat_map(|theme| backgrounds.map(|background| theme.on(background))).collect()
    }

    #[test]
    fn without_colours_what_must_stand_out_still_does() {
        for theme in themes() {
            let bare = |ink| theme.style(ink).add_modifier;
            for ink in [Ink::Strong, Ink::Heading, Ink::Key, Ink::Timed, Ink::Warning] {
                assert_ne!(bare(ink), bare(Ink::Plain), "{ink:?} in {theme:?}");
            }
            if theme.palette().is_none() {
                assert_ne!(bare(Ink::Late), bare(Ink::Plain), "{theme:?}");
                assert_ne!(bare(Ink::Heading), bare(Ink::Strong), "{theme:?}");
                assert!(Ink::ALL.iter().all(|ink| theme.style(*ink).fg.is_none()), "{theme:?}");
            }
        }
    }

    #[test]
    fn the_terminals_own_colours_on_its_own_background_and_no_text_in_one_that_some_make_unreadable() {
        for theme in themes() {
            for ink in Ink::ALL {
                let style = theme.style(ink);
                assert_eq!(style.bg, None, "{ink:?} in {theme:?}");
                assert!(!style.add_modifier.contains(Modifier::DIM), "{ink:?} in {theme:?}");
                assert!(!matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_))), "{ink:?} in {theme:?}");
                let unreadable = matches!(style.fg, Some(Color::DarkGray | Color::Gray | Color::White | Color::Black));
                assert!(!unreadable || ink == Ink::Edge, "{ink:?} in {theme:?}");
            }
        }
    }

    #[test]
    fn pale_colours_are_kept_from_light_backgrounds_and_deep_ones_from_dark() {
        for theme in themes() {
            let colours: Vec<Color> = Ink::ALL.iter().filter_map(|ink| theme.style(*ink).fg).collect();
            let light = theme.name == Some(ThemeName::Light)
                || theme.background == Some(Background::Light) && theme.name != Some(ThemeName::Dark);
            let pale = |c: &Color| {
                matches!(
                    c,
                    Color::Yellow
                        | Color::Cyan
                        | Color::Green
                        | Color::LightYellow
                        | Color::LightCyan
                        | Color::LightGreen
                        | Color::LightRed
                )
            };
            let deep = |c: &Color| matches!(c, Color::Blue | Color::Magenta);
            assert!(!colours.iter().any(if light { pale } else { deep }), "{theme:?}: {colours:?}");
        }
    }

    #[test]
    fn each_named_look_is_one_of_its_own() {
        let table = |theme: Theme| Ink::ALL.map(|ink| theme.style(ink));
        for background in [None, Some(Background::Dark), Some(Background::Light)] {
            let looks = ThemeName::ALL.map(|n| table(Theme::named(n, false).on(background)));
            for (n, one) in looks.iter().enumerate() {
                assert!(looks.iter().skip(n + 1).all(|other| other != one), "{:?} on {background:?}", ThemeName::ALL[n]);
            }
        }
        assert_eq!(table(Theme::new(false, false)), table(Theme::named(ThemeName::Mono, false)));
        assert_eq!(table(Theme::new(true, false).on(Some(Background::Light))), table(Theme::named(ThemeName::Light, false)));
    }

    #[test]
    fn ascii_edges_are_ascii() {
        let theme = Theme::new(true, true);
        let pieces = [theme.horizontal(), theme.vertical(), theme.tee_down(), theme.tee_up()];
        assert!(pieces.iter().chain(&theme.corners()).all(|p| p.is_ascii() && p.len() == 1));
        let theme = Theme::new(true, false);
        let pieces = [theme.horizontal(), theme.vertical(), theme.tee_down(), theme.tee_up()];
        assert!(pieces.iter().chain(&theme.corners()).all(|p| !p.is_ascii()));
    }
}
