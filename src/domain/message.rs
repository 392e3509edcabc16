//! What the program says, as a catalogue id with arguments. Domain and store speak in messages; only `i18n` turns them into words.

use super::day::{Day, Moment};
use super::money::Money;
use super::words::{Channel, Tier};

/// One argument of a [`Message`]. How it is written (weekday, month name, percent) is the catalogue's business.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Text from the user's data; sanitised when it is printed.
    Text(String),
    /// A count or another whole number.
    Number(i64),
    /// A number with a fraction, such as a priority.
    Decimal(f64),
    /// A share of 1, printed as a percentage.
    Share(f64),
    /// A calendar date.
    Day(Day),
    /// A moment, printed as date and time of the file's zone.
    Moment(Moment),
    /// An amount of money.
    Money(Money),
    /// A channel's name.
    Channel(Channel),
    /// A tier's letter, `-` for none.
    Tier(Option<Tier>),
    /// A message inside a message.
    Message(Box<Message>),
}

/// A catalogue id and its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// The id in `assets/locales/*/*.ftl`.
    pub id: &'static str,
    /// Named arguments.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: &'static str) -> Message {
        Message { id, args: Vec::new() }
    }

    /// The same message with one more argument.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Message {
        self.args.push((name, arg.into()));
        self
    }
}

macro_rules! arg_from {
    ($($from:ty => $variant:ident),* $(,)?) => {$(
        impl From<$from> for Arg {
            fn from(value: $from) -> Arg {
                Arg::$variant(value.into())
            }
        }
    )*};
}

arg_from! {
    &str => Text, String => Text, i64 => Number, i32 => Number, u32 => Number, Day => Day, Moment => Moment, Money => Money,
    Channel => Channel, Tier => Tier, Option<Tier> => Tier,
}

impl From<usize> for Arg {
    fn from(value: usize) -> Arg {
        Arg::Number(value as i64)
    }
}

impl From<Message> for Arg {
    fn from(value: Message) -> Arg {
        Arg::Message(Box::new(value))
    }
}
