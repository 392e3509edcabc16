//! How Chinese names sound: syllables of a character, initials and full pinyin of a name.
//! Finding and sorting by them live in `find` and `key`.

use super::key::fold;
use pinyin::ToPinyinMulti;

/// Alternatives given for a whole name.
const ALTERNATIVES: usize = 8;

/// Readings kept of one character: the rest are rare or historic and would only bring false hits.
const READINGS: usize = 3;

/// Characters of names whose most usual reading is not the dictionary's first, or which name people as differently.
const USUAL: &[(char, &[&str])] = &[
    ('行', &["xing", "hang"]),
    ('重', &["zhong", "chong"]),
    ('长', &["chang", "zhang"]),
    ('乐', &["le", "yue"]),
    ('厦', &["xia", "sha"]),
    ('单', &["dan", "shan"]),
    ('曾', &["zeng", "ceng"]),
    ('解', &["jie", "xie"]),
    ('查', &["cha", "zha"]),
    ('仇', &["qiu", "chou"]),
    ('区', &["qu", "ou"]),
    ('朴', &["pu", "piao"]),
    ('盖', &["gai", "ge"]),
    ('翟', &["zhai", "di"]),
    ('会', &["hui", "kuai"]),
    ('都', &["du", "dou"]),
    ('藏', &["cang", "zang"]),
    ('朝', &["chao", "zhao"]),
    ('传', &["chuan", "zhuan"]),
    ('调', &["diao", "tiao"]),
    ('车', &["che", "ju"]),
    ('石', &["shi"]),
    ('大', &["da", "dai"]),
    ('广', &["guang"]),
    ('南', &["nan"]),
    ('万', &["wan", "mo"]),
    ('叶', &["ye"]),
    ('合', &["he"]),
    ('系', &["xi"]),
    ('服', &["fu"]),
    ('王', &["wang"]),
    ('金', &["jin"]),
];

/// The readings of a character, most usual first, in ASCII (`ü` as `v`); empty when it is not Chinese.
pub(super) fn readings(c: char) -> Vec<&'static str> {
    if !is_han(c) {
        return Vec::new();
    }
    if let Some((_, usual)) = USUAL.iter().find(|entry| entry.0 == c) {
        return usual.to_vec();
    }
    let mut found = Vec::with_capacity(READINGS);
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain();
        let spelled: &[&'static str] = match plain {
            "lü" => &["lv", "lu"],
            "nü" => &["nv", "nu"],
            "lüe" => &["lve", "lue"],
            "nüe" => &["nve", "nue"],
            _ if plain.bytes().all(|b| b.is_ascii_lowercase()) => &[plain],
            _ => &[],
        };
        for syllable in spelled {
            if found.len() < READINGS && !found.contains(syllable) {
                found.push(syllable);
            }
        }
    }
    found
}

/// Whether the character is written Chinese.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// A part of a folded name that has one initial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit<'a> {
    /// One Chinese character.
    Han(char),
    /// A word of another script.
    Word(&'a str),
    /// A run of digits.
    Digits(&'a str),
}

/// The units of a folded name.
pub(super) fn units(key: &str) -> impl Iterator<Item = Unit<'_>> {
    let mut rest = key;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(' ');
        let first = rest.chars().next()?;
        let kind = |c: char| (is_han(c), c.is_ascii_digit());
        let end = match first {
            c if is_han(c) => c.len_utf8(),
            _ => rest.find(|c: char| c == ' ' || kind(c) != kind(first)).unwrap_or(rest.len()),
        };
        let (unit, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(match kind(first) {
            (true, _) => Unit::Han(first),
            (_, true) => Unit::Digits(unit),
            _ => Unit::Word(unit),
        })
    })
}

/// Joined texts out of one choice a place: the first of each place first, then those that differ in one place, then in two.
fn alternatives(places: &[Vec<&str>]) -> Vec<String> {
    let pick = |changes: &[(usize, usize)]| -> String {
        let chosen = |at: usize| changes.iter().find(|c| c.0 == at).map_or(0, |c| c.1);
        places.iter().enumerate().filter_map(|(at, options)| options.get(chosen(at)).copied()).collect()
    };
    let mut out: Vec<String> = vec![pick(&[])];
    let other: Vec<(usize, usize)> =
        places.iter().enumerate().flat_map(|(at, options)| (1..options.len()).map(move |n| (at, n))).take(32).collect();
    let singles = other.iter().map(|&one| vec![one]);
    let pairs = other.iter().flat_map(|&one| other.iter().filter(move |two| two.0 > one.0).map(move |&two| vec![one, two]));
    for changes in singles.chain(pairs) {
        if out.len() >= ALTERNATIVES {
            break;
        }
        let text = pick(&changes);
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

/// Units read of one name; a name is not longer, hostile data is.
pub(super) const UNITS: usize = 64;

/// The initials of a name as space-separated alternatives: `海川阀门` is `hcfm`, `Lotus Spa` is `ls`, `长城 51` is `cc51 zc51`.
pub fn initials(name: &str) -> String {
    let key = fold(name);
    let first = |s: &'static str| s.get(..1).unwrap_or_default();
    let places: Vec<Vec<&str>> = units(&key)
        .take(UNITS)
        .map(|unit| match unit {
            Unit::Han(c) => {
                let mut letters: Vec<&str> = readings(c).into_iter().map(first).collect();
                letters.dedup();
                letters
            }
            Unit::Word(word) => word.chars().next().and_then(|c| word.get(..c.len_utf8())).into_iter().collect(),
            Unit::Digits(digits) => vec![digits],
        })
        .collect();
    alternatives(&places).join(" ")
}

/// The name spelled in pinyin without spaces, other scripts as they are: up to 8 alternatives, the most usual first.
pub fn pinyin(name: &str) -> Vec<String> {
    let key = fold(name);
    let places: Vec<Vec<&str>> = units(&key)
        .take(UNITS)
        .map(|unit| match unit {
            Unit::Han(c) => readings(c),
            Unit::Word(text) | Unit::Digits(text) => vec![text],
        })
        .collect();
    alternatives(&places)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn initials_of_names() {
        assert_eq!(initials("海川阀门").split(' ').next(), Some("hcfm"));
        assert_eq!(initials("Lotus Spa"), "ls");
        assert_eq!(initials("Zoë & Söhne"), "zs");
        assert!(initials("长城 51").split(' ').any(|i| i == "cc51"));
        assert!(initials("重庆银行").split(' ').any(|i| i == "cqyh"), "{}", initials("重庆银行"));
        assert_eq!(initials(""), "");
        assert!(initials(&"重".repeat(10_000)).len() < 8 * 70);
    }

    #[test]
    fn full_pinyin_of_names() {
        assert_eq!(pinyin("海川阀门")[0], "haichuanfamen");
        assert!(pinyin("重庆").contains(&"chongqing".to_owned()));
        assert!(pinyin("绿叶 Tech").contains(&"lvyetech".to_owned()), "{:?}", pinyin("绿叶 Tech"));
        assert!(pinyin("行行行行行行").len() <= 8);
    }

    #[test]
    fn usual_readings_come_first() {
        for (name, sound) in [
            ("北京", "beijing"),
            ("上海", "shanghai"),
            ("广州", "guangzhou"),
            ("深圳", "shenzhen"),
            ("成都", "chengdu"),
            ("南京", "nanjing"),
            ("天津", "tianjin"),
            ("西安", "xian"),
            ("厦门", "xiamen"),
            ("科技", "keji"),
            ("有限公司", "youxiangongsi"),
            ("贸易", "maoyi"),
            ("设计", "sheji"),
            ("文化传媒", "wenhuachuanmei"),
            ("餐饮", "canyin"),
            ("工作室", "gongzuoshi"),
            ("服务", "fuwu"),
            ("张伟", "zhangwei"),
            ("李娜", "lina"),
            ("赵磊", "zhaolei"),
            ("陈晨", "chenchen"),
            ("杨洋", "yangyang"),
            ("黄河", "huanghe"),
            ("周敏", "zhoumin"),
            ("吴强", "wuqiang"),
            ("徐静", "xujing"),
            ("孙丽", "sunli"),
            ("胡军", "hujun"),
            ("朱婷", "zhuting"),
            ("高飞", "gaofei"),
            ("林涛", "lintao"),
            ("何平", "heping"),
            ("郭明", "guoming"),
            ("马超", "machao"),
            ("罗兰", "luolan"),
            ("梁家", "liangjia"),
            ("宋佳", "songjia"),
            ("郑和", "zhenghe"),
            ("谢谢", "xiexie"),
            ("韩雪", "hanxue"),
            ("唐宁", "tangning"),
            ("冯刚", "fenggang"),
            ("董事", "dongshi"),
            ("阀门", "famen"),
            ("绿叶", "lvye"),
            ("远山", "yuanshan"),
            ("电子商务", "dianzishangwu"),
            ("食品", "shipin"),
            ("信息技术", "xinxijishu"),
            ("印刷", "yinshua"),
            ("家具", "jiaju"),
            ("教育", "jiaoyu"),
            ("建筑", "jianzhu"),
            ("物流", "wuliu"),
            ("医疗", "yiliao"),
            ("投资管理", "touziguanli"),
            ("集团", "jituan"),
            ("茶叶", "chaye"),
            ("花店", "huadian"),
            ("咖啡", "kafei"),
            ("酒店", "jiudian"),
            ("出版社", "chubanshe"),
            ("实业", "shiye"),
            ("制造", "zhizao"),
            ("机械", "jixie"),
            ("网络", "wangluo"),
            ("软件", "ruanjian"),
            ("服装", "fuzhuang"),
            ("百货", "baihuo"),
            ("地产", "dichan"),
        ] {
            assert_eq!(pinyin(name)[0], sound, "{name}");
        }
    }
}
