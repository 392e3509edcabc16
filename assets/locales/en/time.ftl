# Dates, working hours, holidays, zones, configuration.

## Date phrases
when-bad = "{ $text }" is not a date I know; try tomorrow, fri, next fri, +3d, in 2h, 2026-11-21, thu 15:00 or eom
quiet-bad = two times such as 12:00-14:00 or 20:00-09:00, or none
when-range = "{ $text }" lies outside the years 1900 to 2200

## Working hours and holidays
hours-bad = "{ $text }" are no opening hours; write 09:00-12:00, 13:00-18:00
holidays-bad-date = holidays line { $line }: no date at the start of "{ $text }"; write 2026-10-01,off,name
holidays-bad-kind = holidays line { $line }: "{ $text }" says neither off nor work; write 2026-10-01,off,name
holidays-empty = the holiday file names no day

## Places and configuration
paths-no-home = there is no home directory; name the files with --db FILE and --config FILE
config-syntax = { $file }, line { $line }: this is not valid TOML; keys are written as name = "value"
config-not-text = { $file }: this is not a text in UTF-8
config-unreadable = { $file } cannot be read: { $why }
config-in-file = { $file }: { $error }
config-unknown-key = { $file }, line { $line }: there is no key "{ $key }"; known are lang, name, holidays, currency, [rates], theme, borders, mouse, week_starts, [messages], [notes] and [keys]
config-bad-lang = { $file }, line { $line }: { $key } is "en" or "zh-CN"
config-bad-name = { $file }, line { $line }: { $key } needs a text, such as "Ada Lane"
config-bad-holidays = { $file }, line { $line }: { $key } is "CN" or "none"
config-bad-currency = { $file }, line { $line }: { $key } needs a currency code of three letters, such as EUR
config-bad-rate = { $file }, line { $line }: { $key } needs a number above 0, such as EUR = 7.8 under [rates]
config-base-rate = { $file }, line { $line }: { $currency } is the base currency and worth 1; other currencies are given in it
why-permission = permission denied
why-directory = it is a directory
why-not-text = it is not a text in UTF-8
why-other = { $text }

## The look, in the configuration
config-bad-theme = { $file }, line { $line }: { $key } is "dark", "light", "high-contrast" or "mono"
config-bad-borders = { $file }, line { $line }: { $key } is "auto", "unicode" or "ascii"
config-bad-mouse = { $file }, line { $line }: { $key } is true or false, without quotes
config-bad-week = { $file }, line { $line }: { $key } is "monday" or "sunday"
