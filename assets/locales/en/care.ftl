# Care dates, greetings, gifts.

occasion-file = { $file } line { $line }: { $what }
occasion-not-toml = this is not TOML: { $text }
occasion-unknown-key = "{ $text }" is not known here. Known: { $known }
occasion-bad-code = "{ $text }" cannot be a code. A code has small letters, digits and hyphens, at most 24 of them, such as "mid-autumn"
occasion-twice = "{ $text }" stands twice in this file
occasion-no-name = a name is missing: en = "…" or zh = "…", or both
occasion-not-text = { $key } needs a text in quotes
occasion-bad-text = { $key } needs a text of one line, at most { $most } characters
occasion-bad-flag = { $key } is true or false, without quotes
occasion-bad-wish = wish needs both languages: wish = {"{"} en = "…", zh = "…" {"}"}
occasion-no-greet = greet is missing: true where clients are wished well on that day, else false
occasion-mourning = nobody is wished well on a day of mourning: greet = false, and no wish
occasion-one-rule = one of these says when it is, and only one: { $known }
occasion-bad-date = { $key } is month and day of every year, such as "12-25"
occasion-bad-lunar = { $key } is month and day of the Chinese calendar, such as "8-15", or "last" for the last day of its year
occasion-bad-term = { $key } is "qingming"
occasion-bad-easter = { $key } is a number of days from Easter Sunday, from -{ $most } to { $most }, without quotes
occasion-bad-weekday = { $key } is which one, the weekday and the month, such as "4 thu 11" or "-1 mon 5"
occasion-bad-days = days needs a list of dates from 1900 to 2199, such as ["2027-03-09", "2028-02-26"]
occasion-not-codes = { $key } needs a list of codes, such as ["western"]
occasion-not-tables = every occasion begins with a line [[occasion]]
occasion-no-culture = there is no culture "{ $text }". There are: { $known }
occasion-too-many = more than { $most } of them are not read
