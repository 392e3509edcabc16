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
did-add-care-date = { $named ->
    [1] Added care date: { $what }, { $client }
   *[other] Added care date, { $client }
}
did-edit-care-date = { $named ->
    [1] Changed care date: { $what }, { $client }
   *[other] Changed care date, { $client }
}
did-remove-care-date = Removed care date, { $client }
did-greet = Greeted, { $client }
did-skip-care = Let pass this year, { $client }
did-add-gift = { $named ->
    [1] Added gift: { $what }, { $client }
   *[other] Added gift, { $client }
}
did-remove-gift = { $named ->
    [1] Removed gift: { $what }, { $client }
   *[other] Removed gift, { $client }
}
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
care-date-gregorian = { $day } { $month ->
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
}{ $has-year ->
    [1] {" "}{ $year }
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

# When it is next
care-next = { $title }: next on { $day }
care-next-moved = { $title }: next on { $day } ({ $rule })
care-next-day = next { $day }
care-began = together since { $day }
care-birthday-on = birthday { $date }
care-kind-birthday = birthday
care-kind-anniversary = anniversary
care-kind-other = another day
client-language-en = English
client-language-zh-CN = Chinese

# Gifts
gift-again = { $what } was given before{ $has-whose ->
    [1] {" "}to { $whose }
   *[other] {""}
}: on { $day }{ $has-occasion ->
    [1] , for { $occasion }
   *[other] {""}
}
gift-soon = Another gift went { $has-whose ->
    [1] to { $whose }
   *[other] there
} within 30 days: { $what }, on { $day }{ $has-occasion ->
    [1] , for { $occasion }
   *[other] {""}
}

# The command line
cli-care-about = Care dates: birthdays, anniversaries, your own dates, and the holidays clients keep
cli-care-example = touchbase care add Northstar birthday 05-12 --person "Ms Bei"
cli-care-add-about = Writes down a yearly date
cli-care-add-example = touchbase care add Northstar birthday 8-15 --lunar --person "Ms Bei" --lead 3
cli-care-add-what = birthday, anniversary, or what the day is called
cli-care-add-date = 05-12, a date with its year, or a lunar one such as 农历八月十五
cli-care-add-lunar = The date is of the Chinese calendar
cli-care-add-leap = Of a leap month of the Chinese calendar
cli-care-add-lead = Days before it from which it is shown (default: as the policy says)
cli-care-edit-about = Changes a yearly date
cli-care-edit-example = touchbase care edit Northstar birthday --date 05-13 --lead 3
cli-care-edit-what = birthday, anniversary, its name, whose it is, or #id
cli-care-edit-date = The new date
cli-care-edit-lunar = The date is of the Chinese calendar
cli-care-edit-leap = Of a leap month of the Chinese calendar
cli-care-edit-gregorian = The date is of the common calendar
cli-care-edit-kind = birthday, anniversary, or what the day is called
cli-care-edit-name = What the day is called; "" takes it away
cli-care-edit-person = Whose it is; "" for the client itself
cli-care-edit-lead = Days before it from which it is shown; "" for as the policy says
cli-care-edit-note = A note; "" takes it away
cli-care-list-about = Care dates of the next days, and those that can still be made good
cli-care-list-example = touchbase care list tier:A --days 60
cli-care-list-days = Days ahead (default 30)
cli-care-list-year = A whole year
cli-care-remove-about = Takes a yearly date out of the book
cli-care-remove-example = touchbase care remove Northstar birthday
cli-care-remove-what = birthday, anniversary, its name, whose it is, or #id
cli-care-done-about = Greeting sent: logs the contact, and the date is settled for this year
cli-care-done-example = touchbase care done Northstar birthday --channel call
cli-care-done-what = Which: a birthday, a holiday, the person, or #id (default: the one that stands now)
cli-care-done-skip = Let it pass this year; no contact is logged
cli-care-done-channel = How the greeting went (default: as the client prefers)
cli-care-holidays-about = The holidays of a culture; without one, the cultures and who keeps them
cli-care-holidays-example = touchbase care holidays cn --year 2027
cli-care-holidays-culture = A culture's code, such as cn or us
cli-care-holidays-year = Which year (default this one)
cli-care-none = No care dates from { $first } to { $last }.
cli-care-days = --days must be 0 to 1500
cli-care-days-or-year = --days or --year, not both
cli-care-year = A year from 1901 to 2100, not { $text }
cli-care-both = --gregorian, or --lunar and --leap, not both
cli-care-skip-channel = --skip logs no contact: it takes no --channel
cli-care-which = { $client } has { $n } care dates that could be meant: name one
cli-care-clients = { $n ->
    [1] 1 client
   *[other] { $n } clients
}
cli-care-greeted = greeted
cli-care-greeted-of = greeted { $n } of { $all }
cli-care-skipped = let pass
cli-care-missed = missed
cli-care-belated = not too late
cli-care-lead = from { $day }
cli-care-open = to come
cli-care-mourning = day of mourning: no greeting
cli-care-greeted-on = clients are greeted
cli-care-not-greeted = no greeting
cli-care-unknown-year = Not known for { $year } yet: { $names }
cli-culture-unknown = No file describes the culture { $text }, so it has no holidays. Known: { $known }
cli-choice-care = { $what }, { $date }
cli-choice-gift = { $what }, { $day }
cli-error-no-care = The client has no care date { $text }: touchbase client show lists them
cli-error-no-care-named = { $client } has nothing open near today called { $text }: touchbase care list --all shows what there is
cli-error-no-care-near = { $client } has no care date to greet these days: name it, or see touchbase care list{ $text ->
   *[other] {""}
}
cli-error-no-gift = The client got no such gift: { $text }
cli-gift-about = Gifts: what was given to whom, so that nothing is given twice
cli-gift-example = touchbase gift add Northstar "Green tea" --for "Spring Festival" --cost 180
cli-gift-add-about = Writes down a gift; says so when the same was given before, or another one within 30 days
cli-gift-add-example = touchbase gift add Northstar "Green tea" --person "Ms Bei" --for "Spring Festival" --cost 180
cli-gift-add-what = What was given
cli-gift-add-for = What it was given for
cli-gift-list-about = Gifts, newest first
cli-gift-list-example = touchbase gift list Northstar
cli-gift-remove-about = Takes a gift out of the log
cli-gift-remove-example = touchbase gift remove Northstar "Green tea"
cli-gift-remove-gift = What was given, a unique part of it, or #id
cli-gift-none = No gifts written down.
cli-show-care = Care dates
cli-show-gifts = Gifts
cli-show-culture = keeps { $culture }
cli-arg-language = The language they are written to in
cli-arg-culture = Whose holidays they keep: a code of care holidays
cli-column-day = Day
cli-column-care = What
cli-column-date = Date
cli-column-rule = Moved
cli-column-culture = Culture
cli-column-called = Name
cli-column-greeting = Greeting
cli-column-wish = Wish
cli-column-code = Code
cli-column-gift = Gift
cli-column-occasion = For

# On the screen: forms and keys
do-new-care-date = care date
do-new-care-date-help = a birthday, an anniversary or another yearly date, in a form
do-new-gift = gift
do-new-gift-help = what was given; says so when it was given before
do-let-pass = let pass
form-title-care-date = Care date of { $client }
form-title-new-care-date = New care date of { $client }
form-title-gift = Gift to { $client }
form-title-new-gift = New gift to { $client }
form-field-care-kind = What
form-field-care-name = Name
form-field-care-date = Date
form-field-care-calendar = Calendar
form-field-care-falls = Falls on
form-field-care-lead = Lead time (days)
form-field-gift = Gift
form-field-gift-for = For
form-field-gift-again = Think twice
care-calendar-gregorian = common
care-calendar-lunar = lunar
care-calendar-leap = lunar, leap month
care-falls = { $day }
care-falls-moved = { $day }: { $rule }
form-field-language = Language
form-field-culture = Holidays
form-field-by-name = by the name
form-field-by-language = by the language
reason-care-case = { $reason }; case open: call rather than write
reason-holiday-case = { $reason }; { $n } with a case open: call rather than write
care-date-is = Kept on { $date }; this time { $day }
care-lead-is = Shown from { $days ->
    [1] 1 day
   *[other] { $days } days
} before
care-last-greeted = Last time greeted for { $day }
care-last-skipped = Last time let pass, for { $day }
care-last-none = No greeting written down before
care-last-said = Said then ({ $channel }): { $note }
gift-given = Gift: { $what }, { $day }{ $has-whose ->
    [1] , to { $whose }
   *[other] {""}
}{ $has-occasion ->
    [1] , for { $occasion }
   *[other] {""}
}
brief-wish = WISH
brief-care = DATES
brief-gifts = GIFTS
prep-care = Dates and gifts

# A file of care dates
map-kind-care = care dates
map-field-care-kind = kind of date
map-field-care-name = what the day is called
map-field-date = day of the year
map-field-calendar = calendar
map-field-leap = leap month
map-field-year = counted from
map-field-lead = days of lead time
map-field-language = language they are written to in
map-field-culture = whose holidays they keep
