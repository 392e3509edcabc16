# The weekly review.

did-review = Week of { $day } reviewed
refused-week = A review is kept for a week that has begun, by its Monday
policy-weekly-review = a weekday and a time such as "fri 14:00", or "off"

review-title = Week of { $first } to { $last }
review-left = { $count ->
    [0] nothing left
    [one] 1 point left
   *[other] { $count } points left
}
review-kept = reviewed
review-remark = The week is not reviewed yet: { $keys }
review-and = { $first }, { $then }
review-clear = Clear: { $list }.

review-well = What went well
review-promises = Promises of the week
review-owed = Open promises, theirs and yours
review-tiers = Tiers to look at
review-put-off = Put off three times or more
review-work = Projects and opportunities
review-cases = Complaints past their limit
review-risk = New at risk
review-load = The week ahead

review-no-contacts = no contacts
review-no-promises = no contacts promised
review-no-owed = no open promises
review-no-tiers = no tier changes
review-no-put-off = nothing put off three times
review-no-work = no project stands still
review-no-cases = no complaint past its limit
review-no-risk = nobody new at risk
review-no-load = nothing planned

# What went well
review-contacts = { $count ->
    [one] 1 contact
   *[other] { $count } contacts
} with { $clients ->
    [one] 1 client
   *[other] { $clients } clients
}{ $tried ->
    [0] {""}
   *[other] ; { $answered } of { $tried } calls and visits reached somebody
}
review-closed = { $closed ->
    [one] 1 case closed
   *[other] { $closed } cases closed
}
review-won = { $won ->
    [one] 1 opportunity won
   *[other] { $won } opportunities won
}: { $amount }
review-closed-won = { $closed ->
    [one] 1 case closed
   *[other] { $closed } cases closed
}, { $won ->
    [one] 1 opportunity won
   *[other] { $won } opportunities won
}: { $amount }

# Promises
review-group = { $tier }, { $channel } { $every }: { $said }
review-group-none = none counts
review-group-kept = { $kept } of { $of } kept
review-group-made = { $of } due, { $kept } in time
review-group-late = { $count } late
review-group-open = { $count } still open
review-group-broken = { $count } missed
review-group-excused = { $count } not counted
review-late-before = { $count ->
    [one] 1 contact is late from the weeks before
   *[other] { $count } contacts are late from the weeks before
}
review-weekly-open = no { $channel } yet this week
review-weekly-broken = no { $channel } that week
review-due-open = { $channel } due { $due }, still open
review-due-broken = { $channel } was due { $due }, not made
review-due-late = { $channel } was due { $due }, made { $on }

# What is open
review-owed-later = { $count ->
    [one] 1 more falls due later
   *[other] { $count } more fall due later
}
review-took-place = { $channel } was at { $at }: did it happen?
review-due = { $what }, due { $due }
review-was-due = { $what }, { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
review-put-off-times = { $what }: put off { $count } times since { $since }
review-put-off-until = { $what }: put off { $count } times since { $since }, now until { $until }
review-project = { $title }: { $said }
review-case = no. { $no } { $text }, { $when }
review-at-risk = on the list now
review-load-sum = { $first } to { $last }: { $count ->
    [one] 1 contact
   *[other] { $count } contacts
}, room for { $capacity }
review-holiday = { $day }: { $name }
review-leave = { $day }: days off
review-over = { $day }: { $count } contacts, room for { $capacity }

# Command line
cli-review-about = The week looked back on: promises kept and broken, what is open after it, the week ahead
cli-review-example = touchbase review --week 2026-11-16
cli-review-week = A day of the week to look back on; without it this one, and on Monday the one before
cli-error-week = The week of { $day } has not begun yet

# On the screen
scope-review = In the weekly review
do-review = weekly review
do-review-help = The week looked back on: promises kept and broken, what is open, the week ahead
do-review-open = open
do-review-open-help = The client's page, Esc comes back; at the end the week is kept as reviewed
do-review-done = done
do-review-done-help = The point in its own way: tier accepted, promise kept, appointment took place, milestone reached
do-review-tick = tick off
do-review-tick-help = Looked at: the point counts no more while this panel is open
do-review-part = next part
do-review-part-help = The first point of the next part, with Shift of the one before
do-review-keep = reviewed
do-review-keep-help = The week is kept as looked back on, and Today does not remind of it any more
group-review-weeks = week
do-review-before = week before
do-review-before-help = The review of the week before
do-review-after = week after
do-review-after-help = The review of the week after
do-review-copy = copy
do-review-copy-help = The review as a text
review-finish = That was the week
review-kept-already = This week or a later one was reviewed already
not-a-review-point = Nothing can be done about this from here: Enter opens the client
not-a-week-begun = The week after has not begun yet
review-detail = { $client }: { $words }
review-effort = New clients and old ones
review-no-effort = no contacts to compare
