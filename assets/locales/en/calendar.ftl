# The calendar: month, agenda, what stands on a day, moving it, visits.

tab-calendar = Calendar
tab-calendar-short = Cal
tab-complaints-short = Cases
tab-risk-short = Risk
scope-calendar = In the calendar
calendar-day = { $day }
calendar-empty = Nothing stands on this day
calendar-again = comes again after { $day }
calendar-done = contacted
do-calendar = calendar
do-calendar-help = The days ahead: a month with what stands on each day, or a week as an agenda
group-days = day
group-weeks = week
group-months = month
do-day-back = day back
do-day-back-help = The day before
do-day-on = next day
do-day-on-help = The day after
do-week-back = week back
do-week-back-help = The same day of the week before; in the agenda the row before
do-week-on = next week
do-week-on-help = The same day of the week after; in the agenda the row after
do-month-back = month back
do-month-back-help = The month before; in the agenda the week before
do-month-on = next month
do-month-on-help = The month after; in the agenda the week after
do-day-today = today
do-day-today-help = Back to today
do-agenda = agenda
do-agenda-help = The week as an agenda, or the month again
do-lunar = lunar
do-lunar-help = Lunar days in the cells, or none

# Moves, visits, command line
did-end-snooze = No longer put off, { $client }
did-move-step = { $named ->
    [1] Step moved to { $day }: { $what }, { $client }
   *[other] Step moved to { $day }, { $client }
}
group-move-item = move it
do-move-back = back
do-move-back-help = Moves the item, or all marked ones, to the working day before
do-move-on = on
do-move-on-help = Moves the item, or all marked ones, to the working day after
do-add-visit = another visit
do-add-visit-help = Who of the same region has a visit due: agree on one for this day
scope-visits = In the choice of another visit
do-visit-take = agree
do-visit-take-help = Asks for the time and agrees on a visit with the selected client
do-done-happened = yes, it happened
do-nobody-there = nobody there
do-another-moment = another moment
moved-to = Moved to { $to }: { $what } { $client }
moved-put-off = Put off until { $to }: { $what } { $client }
moved-several = Moved { $count } to { $to }
moved-each-on = Moved { $count }, each a working day on
moved-each-back = Moved { $count }, each a working day back
not-moved-again = { $client } comes again once the contact before was made: move that one
not-moved-done = { $client } was contacted on this day: what is done stays where it is
not-moved-kind = { $client }: this has no day that could be moved
not-moved-nobody = None of these mails can be moved
not-moved-before-today = What is to be done cannot move to a day before today
not-moved-past = { $at } has passed: r names another moment
not-moved-today = { $client } stands on today: it cannot come earlier
not-moved-earlier = { $what } { $client } is due on { $day }: it cannot come earlier; log it today instead
not-moved-notice = { $client }: notice by { $day }, which moving would miss; E changes the day, z puts the reminder off
not-snoozed-before = This stands on { $day } already: name a later day
not-yet = It is on { $at }, { $client }: r moves it; c or v log a contact now
not-a-visit-day = No visit stands on { $day }: r agrees on one
not-a-region = { $client } has no region yet: E adds it, then + finds who else is near
toast-visits = { $did }; { $more }
toast-near = { $count } more in { $region } { $count ->
    [one] has
   *[other] have
} a visit due: { $key } in the calendar ({ $calendar })
toast-soon = In { $minutes } min, { $time }: { $what } { $client }
toast-over = { $what } { $client } { $time }: did it happen? Its row takes the answer
toast-over-keys = { $what } { $client } { $time }: did it happen? { $yes } yes, { $no } nobody there, { $other } another moment
toast-timed-what = { $what }, { $remark }
toast-both = { $one }; { $two }
toast-and-more = { $said }; and { $count } more
line-visit = Visit { $client }, { $day }: at
example-time = 14:30
visits-title = Another visit on { $day }: who of { $region } has one due
visits-no-time = no time yet
visits-more = and { $count } more
visits-heads-near = Near
visits-heads-region = Region
visits-heads-due = Visit due
visits-heads-last = Last visit
visits-late = late, { $day }
visits-due = { $day }
visits-never = never
visits-none = Nobody else there has a visit due within three weeks
# Screen
calendar-month = { $month ->
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
} { $year }
calendar-week = Week { $no }: { $from } to { $to } { $month }
calendar-week-across = Week { $no }: { $from } { $month } to { $to } { $next }
calendar-week-no = week { $no }
calendar-headings = Mon Tue Wed Thu Fri Sat Sun
calendar-contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
calendar-holds = contacts: { $what }
calendar-made = { $count } made
calendar-nothing-made = nobody contacted
calendar-ahead = { $count } to come
calendar-room-for = room for { $count }
calendar-days-over = { $count ->
    [one] { $count } day over
   *[other] { $count } days over
}
calendar-load = { $used } of { $capacity }
calendar-load-over = { $load }, { $over } over
calendar-things = { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
calendar-now = now
calendar-nothing = nothing
calendar-today = today
calendar-lunar = lunar { $date }
calendar-leave = leave
calendar-leave-until = leave until { $day }
calendar-makeup = make-up day, { $name }
calendar-day-off = day off
calendar-cell-off = off
calendar-cell-work = work
calendar-cell-made = { $count } made
calendar-cell-more = { $count } more
calendar-missing = The holidays of { $year } are not known: `touchbase holidays import FILE` brings them in
calendar-block-day = DAY
calendar-block-week = WEEK
calendar-block-room = ROOM
calendar-next-room = next day with room: { $day }, { $used } of { $capacity }
calendar-no-room = no day with room up to { $day }
calendar-free = free { $from } to { $to }
not-already-today = This is today
holiday-new-year = New Year
holiday-spring-festival = Spring Festival
holiday-qingming = Qingming
holiday-labour = Labour Day
holiday-dragon-boat = Dragon Boat Festival
holiday-mid-autumn = Mid-Autumn Festival
holiday-national = National Day
do-agenda-month = month
not-room-for-month = A month needs 72 columns and 22 rows

cli-calendar-about = A month with what stands on each day, or one day by time
cli-calendar-example =
    touchbase calendar
    touchbase calendar 2026-12
    touchbase calendar thu --prep
cli-calendar-span = A month (2026-12, dec, next month) or a day (fri, 2026-11-26); without it this month
cli-calendar-sheets = Sheets for { $day }
cli-calendar-prep-nothing = Nobody is met on this day.
cli-calendar-lunar-day = lunar { $day }
cli-calendar-prep-month = --prep is for one day: touchbase calendar fri --prep
cli-calendar-month = { $month } { $year }
cli-calendar-legend = contacts/room for a day; ! more than fit; * today; off: day off; work: make-up day; away: own leave
cli-calendar-no-holidays = No holidays of { $years } are known: the weekly hours alone count; touchbase holidays import FILE adds them
cli-calendar-leave = own leave
cli-calendar-off = off:
cli-calendar-work = worked:
cli-calendar-mark-leave = away
cli-calendar-mark-off = off
cli-calendar-mark-work = work
cli-calendar-made = { $count } made
cli-calendar-contacts = { $made ->
    [0] { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    } of { $capacity }
   *[other] { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    } of { $capacity }, { $made } made
}
cli-calendar-contacts-closed = not worked{ $count ->
    [0] {""}
    [one] , { $count } contact
   *[other] , { $count } contacts
}
cli-calendar-timed = BY THE CLOCK
cli-calendar-others = ON THIS DAY
cli-calendar-due = CONTACTS
cli-calendar-again = COME AGAIN, once the contact before was made
cli-calendar-done = CONTACTED
cli-calendar-where = where: { $text }
cli-calendar-phone = phone: { $text }
cli-calendar-note = note: { $text }
cli-calendar-near = { $client } ({ $tier }), { $region }: visit due { $day }, { $last }
cli-calendar-near-late = { $client } ({ $tier }), { $region }: visit late, due { $day }, { $last }
cli-calendar-last = last { $day }
cli-arg-prep = The sheets of the day: who is met when and where, and what to know of them
cli-arg-lunar = Lunar days, too
cli-weekday-0 = Mon
cli-weekday-1 = Tue
cli-weekday-2 = Wed
cli-weekday-3 = Thu
cli-weekday-4 = Fri
cli-weekday-5 = Sat
cli-weekday-6 = Sun
cli-month-1 = January
cli-month-2 = February
cli-month-3 = March
cli-month-4 = April
cli-month-5 = May
cli-month-6 = June
cli-month-7 = July
cli-month-8 = August
cli-month-9 = September
cli-month-10 = October
cli-month-11 = November
cli-month-12 = December
cli-calendar-until = { $what }, until { $day }
