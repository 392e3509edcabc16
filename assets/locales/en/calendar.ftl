# The calendar: month, agenda, what stands on a day, moving it, visits.

tab-calendar = Calendar
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
