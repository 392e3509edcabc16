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
# What stands in the file
fact-care-done = care date settled
fact-gift = gift
fact-consent = consent
fact-campaign = run
fact-sent = message
fact-note-use = use of a note
field-lead = lead time
field-language = language
field-culture = holidays
field-what = what

# What was done
did-add-care-date = Added care date, { $client }
did-edit-care-date = Changed care date, { $client }
did-remove-care-date = Removed care date, { $client }
did-greet = Greeted, { $client }
did-skip-care = Let pass this year, { $client }
did-add-gift = Added gift, { $client }
did-remove-gift = Removed gift, { $client }
did-consent-given = Consent given, { $client }
did-consent-withdrawn = Consent withdrawn, { $client }
did-consent-forgotten = Consent no longer recorded, { $client }

# Why not
refused-no-care-date = No such care date at this client
refused-no-gift = No such gift at this client
refused-care-date = There is no such date; a lunar month has at most 30 days, and a year that is named must have the day
refused-care-name = The date needs a name
refused-lead = The lead time must be 0 to 365 days
refused-gift = The gift has no name
refused-gift-cost = A gift cannot cost less than nothing
refused-occasion = This is no care date
refused-care-early = { $day } is too far ahead to be settled already
refused-culture = No such culture: { $text }; its code has small letters, digits and hyphens, 24 at most
policy-tiers = must be letters of tiers, such as "AB", or "" for none
policy-consent = must be "opt-out" or "opt-in"

# On the screen
kind-care = care date
what-care = wish
when-today = today
when-belated = { $span } ago
do-done-care = greeting sent

# What they are
care-birthday = { $has-whose ->
    [1] birthday of { $whose }
   *[other] birthday
}{ $years ->
    [0] {""}
   *[other] , { $years } years
}{ $lunar ->
    [1] , lunar
   *[other] {""}
}
care-own-anniversary = anniversary{ $years ->
    [0] {""}
    [1] , 1 year
   *[other] , { $years } years
}{ $lunar ->
    [1] , lunar
   *[other] {""}
}
care-named = { $name }{ $has-whose ->
    [1] { " " }({ $whose })
   *[other] {""}
}{ $years ->
    [0] {""}
    [1] , 1 year
   *[other] , { $years } years
}{ $lunar ->
    [1] , lunar
   *[other] {""}
}
care-anniversary = { $years ->
    [1] 1 year together
   *[other] { $years } years together
}
care-holiday = { $name }
reason-care = { $title }
reason-care-ahead = { $title }, on { $day }
reason-care-belated = { $title }, was on { $day }: not too late
reason-holiday = { $title }: { $clients ->
    [1] 1 client to greet
   *[other] { $clients } clients to greet
}
reason-holiday-ahead = { $title } on { $day }: { $clients ->
    [1] 1 client to greet
   *[other] { $clients } clients to greet
}
reason-holiday-belated = { $title } was on { $day }: { $clients ->
    [1] 1 client not greeted yet
   *[other] { $clients } clients not greeted yet
}


# A date in words, and how its day was found
care-date-gregorian = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }{ $has-year ->
    [1] , { $year }
   *[other] {""}
}{ $leap ->
    [1] {""}
   *[other] {""}
}
care-date-lunar = lunar { $has-year ->
    [1] { $year },{ " " }
   *[other] {""}
}{ $leap ->
    [1] leap month
   *[other] month
} { $month }, day { $day }
care-rule-no-leap-month = no such leap month that year: kept in the ordinary month
care-rule-short-month = the month has 29 days that year: the 30th is kept on the 29th
care-rule-short-ordinary-month = no such leap month that year, and the ordinary one has 29 days: kept on its 29th
care-rule-no-leap-day = 29 February is kept on the 28th
care-no-date = This is no date of a year: { $text }; write 05-12, 1979-05-12, or a lunar one such as 农历八月十五
