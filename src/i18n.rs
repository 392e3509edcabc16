//! Words: the Fluent catalogues of `assets/locales/` and the one function that turns a message into text.
//! What to say is decided by domain, store and portfolio as [`Message`]s; this file only knows how it is written.

use crate::domain::day::{Day, Moment, Now};
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::words::{Language, Tier};
use crate::text;
use chrono::{Datelike, Timelike};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// Reads `en`, `zh-CN`, `zh_CN.UTF-8` and the like; `None` when it is neither.
    pub fn parse(text: &str) -> Option<Lang> {
        let text = text.to_ascii_lowercase();
        if text.starts_with("zh") {
            Some(Lang::Zh)
        } else if text.starts_with("en") {
            Some(Lang::En)
        } else {
            None
        }
    }

    /// The same as the book writes it at a client.
    pub fn language(self) -> Language {
        match self {
            Lang::En => Language::En,
            Lang::Zh => Language::Zh,
        }
    }

    /// The language of a client as one of the program.
    pub fn of(language: Language) -> Lang {
        match language {
            Language::En => Lang::En,
            Language::Zh => Lang::Zh,
        }
    }

    /// The tag, `en` or `zh-CN`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-CN",
        }
    }
}

macro_rules! catalogue {
    ($lang:literal) => {
        &[
            ("words.ftl", include_str!(concat!("../assets/locales/", $lang, "/words.ftl"))),
            ("reasons.ftl", include_str!(concat!("../assets/locales/", $lang, "/reasons.ftl"))),
            ("store.ftl", include_str!(concat!("../assets/locales/", $lang, "/store.ftl"))),
            ("time.ftl", include_str!(concat!("../assets/locales/", $lang, "/time.ftl"))),
            ("import.ftl", include_str!(concat!("../assets/locales/", $lang, "/import.ftl"))),
            ("cli.ftl", include_str!(concat!("../assets/locales/", $lang, "/cli.ftl"))),
            ("screen.ftl", include_str!(concat!("../assets/locales/", $lang, "/screen.ftl"))),
            ("risk.ftl", include_str!(concat!("../assets/locales/", $lang, "/risk.ftl"))),
            ("case.ftl", include_str!(concat!("../assets/locales/", $lang, "/case.ftl"))),
            ("calendar.ftl", include_str!(concat!("../assets/locales/", $lang, "/calendar.ftl"))),
            ("holidays.ftl", include_str!(concat!("../assets/locales/", $lang, "/holidays.ftl"))),
            ("load.ftl", include_str!(concat!("../assets/locales/", $lang, "/load.ftl"))),
            ("review.ftl", include_str!(concat!("../assets/locales/", $lang, "/review.ftl"))),
            ("projects.ftl", include_str!(concat!("../assets/locales/", $lang, "/projects.ftl"))),
            ("care.ftl", include_str!(concat!("../assets/locales/", $lang, "/care.ftl"))),
            ("handover.ftl", include_str!(concat!("../assets/locales/", $lang, "/handover.ftl"))),
            ("run.ftl", include_str!(concat!("../assets/locales/", $lang, "/run.ftl"))),
            ("notes.ftl", include_str!(concat!("../assets/locales/", $lang, "/notes.ftl"))),
            ("publish.ftl", include_str!(concat!("../assets/locales/", $lang, "/publish.ftl"))),
        ]
    };
}

/// The catalogue files of a language: file name and text.
pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::En => catalogue!("en"),
        Lang::Zh => catalogue!("zh-CN"),
    }
}

/// The days of the week in Chinese, Monday first.
const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are invisible on a terminal and would count as bytes in scripts.
    bundle.set_use_isolating(false);
    for (_, source) in sources(lang) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // A duplicate id keeps the first; the catalogue test refuses duplicates.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// A loaded language together with what dates are written against: today decides whether a year is shown.
pub struct Words {
    /// The language.
    pub lang: Lang,
    bundle: &'static FluentBundle<FluentResource>,
}

impl Words {
    /// Loads a language; its catalogues are read once in a process. A broken one cannot pass the tests; should one be met, its good
    /// entries are still used.
    pub fn load(lang: Lang) -> Words {
        static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 2] = [OnceLock::new(), OnceLock::new()];
        Words { lang, bundle: BUNDLES[lang as usize].get_or_init(|| bundle(lang)) }
    }

    /// Whether the catalogue has this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|m| m.value().is_some())
    }

    /// A text without arguments.
    pub fn get(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message as text, dates written against `now`.
    pub fn say(&self, message: &Message, now: &Now) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(*name, self.value(arg, now));
        }
        self.format(message.id, Some(&args))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }

    fn value(&self, arg: &Arg, now: &Now) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => text::sanitize(text).into_owned().into(),
            Arg::Number(n) => (*n).into(),
            Arg::Decimal(x) => format!("{x:.2}").into(),
            Arg::Share(x) => format!("{:.0}%", x * 100.0).into(),
            Arg::Day(day) => self.day(*day, now).into(),
            Arg::Moment(moment) => self.moment(*moment, now).into(),
            Arg::Money(money) => money.to_string().into(),
            Arg::Channel(channel) => self.get(&format!("channel-{}", channel.code())).into(),
            Arg::Tier(tier) => self.tier(*tier).into(),
            Arg::Message(message) => self.say(message, now).into(),
        }
    }

    /// An amount for a column: two or three digits and how many thousands or (Chinese) ten thousands they stand for, `CNY 38k`,
    /// `CNY 3.8 万`. What is exact stands elsewhere.
    pub fn short_money(&self, money: Money) -> String {
        let units = money.minor as f64 / 10f64.powi(money.currency.digits() as i32);
        let steps: &[(f64, &str)] = match self.lang {
            Lang::En => &[(1e9, "bn"), (1e6, "m"), (1e3, "k"), (1.0, "")],
            Lang::Zh => &[(1e8, " 亿"), (1e4, " 万"), (1.0, "")],
        };
        // What rounds up to the next step is written in it.
        let fits = |step: &&(f64, &str)| units.abs() >= step.0 * 0.9995;
        let (step, word) = steps.iter().find(fits).copied().unwrap_or((1.0, ""));
        let number = units / step;
        // The last step counts whole units.
        let digits = usize::from(step > 1.0 && number.abs() < 9.95);
        format!("{} {number:.digits$}{word}", money.currency.as_str())
    }

    /// A tier's letter, `-` for none.
    pub fn tier(&self, tier: Option<Tier>) -> &'static str {
        tier.map_or("-", Tier::code)
    }

    /// `Mon 23 Nov` or `11月23日 周一`; the year is added when it is not this one.
    pub fn day(&self, day: Day, now: &Now) -> String {
        let date = day.date();
        let other_year = date.year() != now.today().date().year();
        match self.lang {
            Lang::En => {
                let format = if other_year { "%a %-d %b %Y" } else { "%a %-d %b" };
                date.format(format).to_string()
            }
            Lang::Zh => {
                let weekday = WEEKDAYS[day.weekday()];
                let year = if other_year { format!("{}年", date.year()) } else { String::new() };
                format!("{year}{}月{}日 周{weekday}", date.month(), date.day())
            }
        }
    }

    /// A day as a letter writes it: `Monday 23 November` or `11月23日（周一）`; the year is added when it is not this one.
    pub fn long_day(&self, day: Day, now: &Now) -> String {
        let date = day.date();
        match self.lang {
            Lang::En => {
                let other_year = date.year() != now.today().date().year();
                date.format(if other_year { "%A %-d %B %Y" } else { "%A %-d %B" }).to_string()
            }
            Lang::Zh => {
                let day = self.day(day, now);
                day.split_once(' ').map_or(day.clone(), |(day, weekday)| format!("{day}（{weekday}）"))
            }
        }
    }

    /// A moment as a letter writes it: `Monday 23 November at 10:30` or `11月23日（周一）10:30`.
    pub fn long_moment(&self, moment: Moment, now: &Now) -> String {
        let (day, time) = (self.long_day(moment.day(now.zone), now), self.time(moment, now));
        match self.lang {
            Lang::En => format!("{day} at {time}"),
            Lang::Zh => format!("{day}{time}"),
        }
    }

    /// A day with its time of day, `Mon 23 Nov 10:30`.
    pub fn moment(&self, moment: Moment, now: &Now) -> String {
        format!("{} {}", self.day(moment.day(now.zone), now), self.time(moment, now))
    }

    /// A moment of these days in short: of today its time, of the days around it the weekday too, `Fri 17:34`, `周五 17:34`.
    pub fn near(&self, moment: Moment, now: &Now) -> String {
        let day = moment.day(now.zone);
        let time = self.time(moment, now);
        match day.since(now.today()) {
            0 => time,
            -6..=6 if self.lang == Lang::Zh => {
                format!("周{} {time}", WEEKDAYS[day.weekday()])
            }
            -6..=6 => format!("{} {time}", day.date().format("%a")),
            _ => self.moment(moment, now),
        }
    }

    /// Hours and minutes of the file's zone, `10:30`.
    pub fn time(&self, moment: Moment, now: &Now) -> String {
        let local = moment.local(now.zone);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    #[test]
    fn an_amount_for_a_column_keeps_two_digits_and_says_what_it_counts() {
        let (en, zh) = (Words::load(Lang::En), Words::load(Lang::Zh));
        for (minor, short, chinese) in [
            (0, "CNY 0", "CNY 0"),
            (84_000, "CNY 840", "CNY 840"),
            (99_960, "CNY 1.0k", "CNY 1000"),
            (549_500, "CNY 5.5k", "CNY 5495"),
            (994_999, "CNY 9.9k", "CNY 9950"),
            (999_999, "CNY 10k", "CNY 1.0 万"),
            (11_647_775, "CNY 116k", "CNY 12 万"),
            (99_960_000, "CNY 1.0m", "CNY 100 万"),
            (-11_647_775, "CNY -116k", "CNY -12 万"),
            (123_000_000_000, "CNY 1.2bn", "CNY 12 亿"),
        ] {
            let money = Money { minor, currency: Currency::CNY };
            assert_eq!((en.short_money(money).as_str(), zh.short_money(money).as_str()), (short, chinese), "{minor}");
        }
        let yen = Money { minor: 1_234_567, currency: Currency::parse("JPY").unwrap() };
        assert_eq!(en.short_money(yen), "JPY 1.2m", "a currency without decimals");
    }
}
