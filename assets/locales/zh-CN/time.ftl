# 日期、工作时间、节假日、时区、配置。

## 日期说法
when-bad = 看不懂日期“{ $text }”，可以写：明天、周五、下周五、3天后、2小时后、2026-11-21、周四15点、月底
quiet-bad = 写两个时间，如 12:00-14:00 或 20:00-09:00；没有就写“无”
when-range = 日期“{ $text }”不在 1900 到 2200 年之间

## 工作时间与节假日
hours-bad = 看不懂工作时间“{ $text }”，请写成 09:00-12:00, 13:00-18:00
holidays-bad-date = 节假日文件第 { $line } 行：“{ $text }”开头不是日期，请写成 2026-10-01,off,国庆节
holidays-bad-kind = 节假日文件第 { $line } 行：“{ $text }”没写明 off（休息）或 work（上班），请写成 2026-10-01,off,国庆节
holidays-empty = 节假日文件里一天也没有

## 路径与配置
paths-no-home = 找不到用户主目录，请用 --db FILE 和 --config FILE 指定文件
config-syntax = { $file } 第 { $line } 行：TOML 格式有误，应写成 名称 = "值"
config-not-text = { $file }：不是 UTF-8 文本
config-unreadable = 无法读取 { $file }：{ $why }
config-in-file = { $file }：{ $error }
config-unknown-key = { $file } 第 { $line } 行：没有“{ $key }”这一项，可用的有 lang、name、holidays、currency、[rates]、theme、borders、mouse、week_starts、[messages]、[notes] 和 [keys]
config-bad-lang = { $file } 第 { $line } 行：{ $key } 只能是 "en" 或 "zh-CN"
config-bad-name = { $file } 第 { $line } 行：{ $key } 要写文字，如 "陈一"
config-bad-holidays = { $file } 第 { $line } 行：{ $key } 只能是 "CN" 或 "none"
config-bad-currency = { $file } 第 { $line } 行：{ $key } 要写三个字母的货币代码，如 EUR
config-bad-rate = { $file } 第 { $line } 行：{ $key } 要写大于 0 的数，如 [rates] 下的 EUR = 7.8
config-base-rate = { $file } 第 { $line } 行：{ $currency } 是本位币，汇率为 1；其他货币按它折算
why-permission = 没有权限
why-directory = 这是一个目录
why-not-text = 不是 UTF-8 文本
why-other = { $text }

## 配置里的外观
config-bad-theme = { $file } 第 { $line } 行：{ $key } 只能是 "dark"、"light"、"high-contrast" 或 "mono"
config-bad-borders = { $file } 第 { $line } 行：{ $key } 只能是 "auto"、"unicode" 或 "ascii"
config-bad-mouse = { $file } 第 { $line } 行：{ $key } 只能是 true 或 false，不加引号
config-bad-week = { $file } 第 { $line } 行：{ $key } 只能是 "monday" 或 "sunday"
