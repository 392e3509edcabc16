# 客户关怀、问候与礼品。

occasion-file = { $file } 第 { $line } 行：{ $what }
occasion-not-toml = 不是 TOML 格式：{ $text }
occasion-unknown-key = 这里没有“{ $text }”这一项，可写的有：{ $known }
occasion-bad-code = “{ $text }”不能作代码。代码只用小写字母、数字和连字符，最多 24 个，如 "mid-autumn"
occasion-twice = “{ $text }”在本文件中出现了两次
occasion-no-name = 缺少名称：写 en = "…" 或 zh = "…"，也可以都写
occasion-not-text = { $key } 要写带引号的文字
occasion-bad-text = { $key } 要写一行文字，最多 { $most } 个字
occasion-bad-flag = { $key } 只能是 true 或 false，不加引号
occasion-bad-wish = wish 要写两种语言：wish = {"{"} en = "…", zh = "…" {"}"}
occasion-no-greet = 缺少 greet：当天要祝福客户写 true，否则写 false
occasion-mourning = 哀悼的日子不送祝福：greet = false，也不写 wish
occasion-one-rule = 日期要用、也只能用其中一项来写：{ $known }
occasion-bad-date = { $key } 写每年的月和日，如 "12-25"
occasion-bad-lunar = { $key } 写农历的月和日，如 "8-15"；农历年最后一天写 "last"
occasion-bad-term = { $key } 只能是 "qingming"
occasion-bad-easter = { $key } 写距复活节的天数，从 -{ $most } 到 { $most }，不加引号
occasion-bad-weekday = { $key } 依次写第几个、星期几、几月，如 "4 thu 11" 或 "-1 mon 5"
occasion-bad-days = days 要写 1900 到 2199 年的日期列表，如 ["2027-03-09", "2028-02-26"]
occasion-not-codes = { $key } 要写代码的列表，如 ["western"]
occasion-not-tables = 每个节日都以一行 [[occasion]] 开头
occasion-no-culture = 没有“{ $text }”这种文化，现有：{ $known }
occasion-too-many = 超过 { $most } 项，读不了
# 文件里的内容
fact-care-done = 已处理的关怀
fact-gift = 礼品
fact-consent = 同意记录
fact-campaign = 群发
fact-sent = 消息
fact-note-use = 知识条目使用
field-lead = 提前天数
field-language = 语言
field-culture = 节日文化
field-what = 内容

# 做了什么
did-add-care-date = { $named ->
    [1] 已添加关怀日期：{ $what }，{ $client }
   *[other] 已添加关怀日期：{ $client }
}
did-edit-care-date = { $named ->
    [1] 已修改关怀日期：{ $what }，{ $client }
   *[other] 已修改关怀日期：{ $client }
}
did-remove-care-date = 已删除关怀日期：{ $client }
did-greet = 已送祝福：{ $client }
did-skip-care = 今年不再提醒：{ $client }
did-add-gift = { $named ->
    [1] 已记录礼品：{ $what }，{ $client }
   *[other] 已记录礼品：{ $client }
}
did-remove-gift = { $named ->
    [1] 已删除礼品：{ $what }，{ $client }
   *[other] 已删除礼品：{ $client }
}
did-consent-given = 已记录同意：{ $client }
did-consent-withdrawn = 已记录撤回同意：{ $client }
did-consent-forgotten = 不再记录同意情况：{ $client }

# 为什么不行
refused-no-care-date = 该客户没有这个关怀日期
refused-no-gift = 该客户没有这件礼品
refused-care-date = 没有这样的日期；农历月最多 30 天，写明年份时那一年必须有这一天
refused-care-name = 请给这个日期起个名称
refused-lead = 提前天数必须是 0 到 365
refused-gift = 礼品没有名称
refused-gift-cost = 礼品费用不能为负
refused-occasion = 这不是关怀日期
refused-care-early = { $day } 还太远，不能现在就处理
refused-culture = 没有这种节日文化：{ $text }；代码只用小写字母、数字和连字符，最多 24 个
policy-tiers = 必须是等级字母，例如 "AB"，不要任何等级时写 ""
policy-consent = 必须是 "opt-out" 或 "opt-in"

# 屏幕
kind-care = 客户关怀
what-care = 祝福
when-today = 今天
when-belated = { $span }前
do-done-care = 已送祝福

# 是什么
care-birthday = { $has-whose ->
    [1] { $whose }的生日
   *[other] 生日
}{ $lunar ->
    [1] （农历）
   *[other] {""}
}{ $years ->
    [0] {""}
   *[other] ，{ $years } 岁
}
care-own-anniversary = 纪念日{ $lunar ->
    [1] （农历）
   *[other] {""}
}{ $years ->
    [0] {""}
   *[other] ，{ $years } 周年
}
care-named = { $name }{ $has-whose ->
    [1] （{ $whose }）
   *[other] {""}
}{ $lunar ->
    [1] （农历）
   *[other] {""}
}{ $years ->
    [0] {""}
   *[other] ，{ $years } 周年
}
care-anniversary = 合作 { $years } 周年
care-holiday = { $name }
reason-care = { $title }
reason-care-ahead = { $title }，{ $day }
reason-care-belated = { $title }，{ $day } 已过，补送还不晚
reason-holiday = { $title }：{ $clients } 个客户待问候
reason-holiday-ahead = { $title }（{ $day }）：{ $clients } 个客户待问候
reason-holiday-belated = { $title }（{ $day }）已过：还有 { $clients } 个客户没问候


# 日期怎么说，怎么落到这一天
care-date-gregorian = { $has-year ->
    [1] { $year } 年{" "}
   *[other] {""}
}{ $month } 月 { $day } 日{ $leap ->
    [1] {""}
   *[other] {""}
}
care-date-lunar = 农历{ $has-year ->
    [1] {" "}{ $year } 年
   *[other] {""}
}{ $leap ->
    [1] 闰
   *[other] {""}
}{ $month ->
    [1] 正月
    [2] 二月
    [3] 三月
    [4] 四月
    [5] 五月
    [6] 六月
    [7] 七月
    [8] 八月
    [9] 九月
    [10] 十月
    [11] 冬月
   *[12] 腊月
}{ $day ->
    [1] 初一
    [2] 初二
    [3] 初三
    [4] 初四
    [5] 初五
    [6] 初六
    [7] 初七
    [8] 初八
    [9] 初九
    [10] 初十
    [11] 十一
    [12] 十二
    [13] 十三
    [14] 十四
    [15] 十五
    [16] 十六
    [17] 十七
    [18] 十八
    [19] 十九
    [20] 二十
    [21] 廿一
    [22] 廿二
    [23] 廿三
    [24] 廿四
    [25] 廿五
    [26] 廿六
    [27] 廿七
    [28] 廿八
    [29] 廿九
   *[30] 三十
}
care-rule-no-leap-month = 当年没有这个闰月：在平月过
care-rule-short-month = 当年该月只有 29 天：三十在廿九过
care-rule-short-ordinary-month = 当年没有这个闰月，平月又只有 29 天：在平月廿九过
care-rule-no-leap-day = 2 月 29 日在 28 日过
care-no-date = 不是一年中的日期：{ $text }；请写 05-12、1979-05-12，或农历八月十五这样的农历日期

# 下一次是哪天
care-next = { $title }：下一次是 { $day }
care-next-moved = { $title }：下一次是 { $day }（{ $rule }）
care-next-day = 下一次 { $day }
care-began = 自 { $day } 开始合作
care-birthday-on = 生日 { $date }
care-kind-birthday = 生日
care-kind-anniversary = 纪念日
care-kind-other = 其他日子
client-language-en = 英文
client-language-zh-CN = 中文

# 礼品
gift-again = { $what } 以前送过{ $has-whose ->
    [1] {" "}{ $whose }
   *[other] {""}
}：{ $day }{ $has-occasion ->
    [1] ，{ $occasion }
   *[other] {""}
}
gift-soon = 30 天内已经送过{ $has-whose ->
    [1] {" "}{ $whose }
   *[other] {""}
}礼品：{ $what }，{ $day }{ $has-occasion ->
    [1] ，{ $occasion }
   *[other] {""}
}

# 命令行
cli-care-about = 客户关怀：生日、纪念日、您自己的日子，以及客户过的节日
cli-care-example = touchbase care add 海川阀门 birthday 05-12 --person 王总
cli-care-add-about = 记下一个每年的日期
cli-care-add-example = touchbase care add 海川阀门 birthday 农历八月十五 --person 王总 --lead 3
cli-care-add-what = birthday（生日）、anniversary（纪念日），或这个日子的名称
cli-care-add-date = 05-12、带年份的日期，或农历八月十五这样的农历日期
cli-care-add-lunar = 这是农历日期
cli-care-add-leap = 在农历闰月
cli-care-add-lead = 提前几天显示（默认按规则）
cli-care-edit-about = 修改一个每年的日期
cli-care-edit-example = touchbase care edit 海川阀门 生日 --date 05-13 --lead 3
cli-care-edit-what = 生日、纪念日、名称、是谁的，或 #编号
cli-care-edit-date = 新的日期
cli-care-edit-lunar = 这是农历日期
cli-care-edit-leap = 在农历闰月
cli-care-edit-gregorian = 这是公历日期
cli-care-edit-kind = birthday（生日）、anniversary（纪念日），或这个日子的名称
cli-care-edit-name = 这个日子的名称；"" 表示去掉
cli-care-edit-person = 是谁的；"" 表示客户本身
cli-care-edit-lead = 提前几天显示；"" 表示按规则
cli-care-edit-note = 备注；"" 表示去掉
cli-care-list-about = 近期的关怀日期，以及还能补送的
cli-care-list-example = touchbase care list tier:A --days 60
cli-care-list-days = 往后几天（默认 30）
cli-care-list-year = 一整年
cli-care-remove-about = 删除一个每年的日期
cli-care-remove-example = touchbase care remove 海川阀门 生日
cli-care-remove-what = 生日、纪念日、名称、是谁的，或 #编号
cli-care-done-about = 已送祝福：记录这次联系，今年的这个日期就算处理了
cli-care-done-example = touchbase care done 海川阀门 生日 --channel call
cli-care-done-what = 哪一个：生日、节日、联系人，或 #编号（默认：眼下的这个）
cli-care-done-skip = 今年不再提醒；不记录联系
cli-care-done-channel = 用什么渠道（默认按客户的偏好）
cli-care-holidays-about = 一种节日文化的节日；不写代码时列出各种文化和有多少客户
cli-care-holidays-example = touchbase care holidays cn --year 2027
cli-care-holidays-culture = 节日文化的代码，如 cn、us
cli-care-holidays-year = 哪一年（默认今年）
cli-care-none = { $first } 到 { $last } 没有关怀日期。
cli-care-days = --days 必须是 0 到 1500
cli-care-days-or-year = --days 和 --year 只能用一个
cli-care-year = 年份须在 1901 到 2100 之间，而不是 { $text }
cli-care-both = --gregorian 与 --lunar、--leap 不能同时用
cli-care-skip-channel = --skip 不记录联系，不能再写 --channel
cli-care-which = { $client } 有 { $n } 个可能的关怀日期：请写明是哪一个
cli-care-clients = { $n } 个客户
cli-care-greeted = 已问候
cli-care-greeted-of = 已问候 { $n }/{ $all }
cli-care-skipped = 今年不再提醒
cli-care-missed = 已错过
cli-care-belated = 补送还不晚
cli-care-lead = { $day }起提醒
cli-care-open = 未到
cli-care-mourning = 缅怀之日，不送祝福
cli-care-greeted-on = 问候客户
cli-care-not-greeted = 不问候
cli-care-unknown-year = { $year } 年尚不知道：{ $names }
cli-culture-unknown = 没有文件说明节日文化 { $text }，所以没有节日。已知：{ $known }
cli-choice-care = { $what }，{ $date }
cli-choice-gift = { $what }，{ $day }
cli-error-no-care = 该客户没有关怀日期 { $text }：touchbase client show 会列出
cli-error-no-care-named = { $client } 近期没有未处理的 { $text }：touchbase care list --all 会列出
cli-error-no-care-near = { $client } 近期没有要问候的日期：请写明，或看 touchbase care list{ $text ->
   *[other] {""}
}
cli-error-no-gift = 该客户没有收到这件礼品：{ $text }
cli-gift-about = 礼品：送给谁什么，避免送重
cli-gift-example = touchbase gift add 海川阀门 龙井 --for 春节 --cost 180
cli-gift-add-about = 记下一件礼品；以前送过同样的，或 30 天内刚送过时会提醒
cli-gift-add-example = touchbase gift add 海川阀门 龙井 --person 王总 --for 春节 --cost 180
cli-gift-add-what = 送了什么
cli-gift-add-for = 为什么送
cli-gift-list-about = 礼品，最近的在前
cli-gift-list-example = touchbase gift list 北辰
cli-gift-remove-about = 删除一件礼品记录
cli-gift-remove-example = touchbase gift remove 海川阀门 龙井
cli-gift-remove-gift = 送了什么，其中独有的一段，或 #编号
cli-gift-none = 没有礼品记录。
cli-show-care = 关怀日期
cli-show-gifts = 礼品
cli-show-culture = 过{ $culture }节日
cli-arg-language = 用什么语言写给他们
cli-arg-culture = 过谁的节日：care holidays 列出的代码
cli-column-day = 日子
cli-column-care = 内容
cli-column-date = 日期
cli-column-rule = 调整
cli-column-culture = 代码
cli-column-called = 名称
cli-column-greeting = 问候
cli-column-wish = 祝福语
cli-column-code = 代码
cli-column-gift = 礼品
cli-column-occasion = 场合

# 屏幕：表单与按键
do-new-care-date = 关怀日期
do-new-care-date-help = 用表单记下生日、纪念日或其他每年的日子
do-new-gift = 礼品
do-new-gift-help = 送了什么；以前送过会提醒
do-let-pass = 今年不提醒
form-title-care-date = { $client } 的关怀日期
form-title-new-care-date = { $client } 的新关怀日期
form-title-gift = 给 { $client } 的礼品
form-title-new-gift = 给 { $client } 的新礼品
form-field-care-kind = 内容
form-field-care-name = 名称
form-field-care-date = 日期
form-field-care-calendar = 历法
form-field-care-falls = 落在
form-field-care-lead = 提前天数
form-field-gift = 礼品
form-field-gift-for = 场合
form-field-gift-again = 请留意
care-calendar-gregorian = 公历
care-calendar-lunar = 农历
care-calendar-leap = 农历闰月
care-falls = { $day }
care-falls-moved = { $day }：{ $rule }
form-field-language = 语言
form-field-culture = 节日文化
form-field-by-name = 按名称
form-field-by-language = 按语言
reason-care-case = { $reason }；有未结投诉，宜先致电
reason-holiday-case = { $reason }；其中 { $n } 个有未结投诉，宜先致电
care-date-is = 日期是{ $date }，这次落在 { $day }
care-lead-is = 提前 { $days } 天提醒
care-last-greeted = 上次已问候：{ $day }
care-last-skipped = 上次没有问候：{ $day }
care-last-none = 以前没有问候记录
care-last-said = 上次说的（{ $channel }）：{ $note }
gift-given = 礼品：{ $what }，{ $day }{ $has-whose ->
    [1] ，送给{ $whose }
   *[other] {""}
}{ $has-occasion ->
    [1] ，{ $occasion }
   *[other] {""}
}
brief-wish = 祝福
brief-care = 日期
brief-gifts = 礼品
prep-care = 日期与礼品

# 客户关怀的文件
map-kind-care = 客户关怀
map-field-care-kind = 日期类型
map-field-care-name = 日子名称
map-field-date = 月日
map-field-calendar = 历法
map-field-leap = 闰月
map-field-year = 起始年份
map-field-lead = 提前天数
map-field-language = 写给客户所用的语言
map-field-culture = 过哪里的节日
