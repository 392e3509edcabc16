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
