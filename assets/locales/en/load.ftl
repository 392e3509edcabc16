# The load: what is promised, what was managed, the weeks ahead, levelling.

# Load
policy-effort-stage = must be "start", "grow" or "mature"
policy-effort-both = cannot stand beside a stage: the stage names a share already
pin-load = to fit the load
load-nobody = Nobody is served yet: nothing is promised
load-promised = { $requirements } requirements and { $contacts } contacts a week are promised; there is room for { $capacity } ({ $aday } a day, { $days } days)
load-spare = { $count ->
    [0] { $spare } contacts a week to spare: not enough for one more B
   *[other] { $spare } contacts a week to spare: about { $count } more B
}
load-over = { $over } contacts a week more than there is room for
load-over-managed = { $over } a week over the { $managed } you managed; { $behind } clients overdue
load-weeks-over = { $count ->
    [one] { $count } of the { $weeks } weeks ahead holds more than it has room for
   *[other] { $count } of the { $weeks } weeks ahead hold more than they have room for
}
load-managed = Managed: { $mean } contacts a week in the last { $count } weeks
load-managed-so-far = Managed: { $mean } contacts a week, { $count ->
    [one] { $count } week so far
   *[other] { $count } weeks so far
}
load-managed-none = Managed: no whole week yet, { $count ->
    [one] { $count } contact this week
   *[other] { $count } contacts this week
}
load-managed-usual = { $told }; { $usual } at this pace in a week of { $days } working days
load-effort = New clients: { $contacts } of contacts and { $minutes } of minutes in the last { $days } days
load-effort-untimed = New clients: { $contacts } of contacts in the last { $days } days; no minutes were written down
load-effort-none = New clients: no contacts yet to compare
load-effort-unmeasured = { $count ->
    [one] { $count } contact has no minutes
   *[other] { $count } contacts have no minutes
}
load-target = Target: { $target }
load-target-stage = Target: { $target }, { $stage }
load-target-none = No target is set: [effort] in the policy names one
load-stage-start = a business that starts
load-stage-grow = a business that grows
load-stage-mature = a mature business
load-lower = { $count } { $from } to { $to } saves { $requirements } requirements, { $contacts } contacts a week
load-seldom = { $tier }: { $channel } { $after } instead of { $before } saves { $contacts } contacts a week
load-video = Let an online meeting count as a visit: saves no contact, but { $visits } visits a week
load-capacity = Raise the capacity from { $from } to { $to } a day: room for { $room } more a week
load-spread = { $count ->
    [one] Spread: { $count } week is too full and others have room
   *[other] Spread: { $count } weeks are too full and others have room
}
load-still = Still { $over } a week too many after it
load-names = { $more ->
    [0] { $names }
   *[other] { $names } and { $more } more
}
load-does-pin = Pins them there until a review on { $day }; where that change is offered, it is accepted
load-does-spread = Moves contacts to days with room, within their grace where that can be
load-does-policy = { $count ->
    [0] Puts the policy { $name } in force with this one change
    [one] Puts the policy { $name } in force with this one change, for { $count } client
   *[other] Puts the policy { $name } in force with this one change, for { $count } clients
}
load-tiers = WHAT THE TIERS PROMISE A WEEK
load-channels = BY CHANNEL
load-weeks = THE WEEKS AHEAD
load-done = THE WEEKS BEHIND
load-effort-title = EFFORT ON NEW CLIENTS
load-suggestions = WHAT COULD BE DONE
load-over-by = { $over } over
load-legend = # firm, ~ only once the one before is made, | room
cli-load-how = touchbase load --apply NO does one of them, as one undo step.
cli-column-week = Week
cli-column-room = Room
cli-column-agreed = Agreed
cli-column-managed = Managed
cli-column-days = Days
cli-load-about = The load: what the tiers promise, what was managed, the weeks ahead, and what could be done
cli-load-example = touchbase load --weeks 12
cli-load-weeks = Weeks ahead, 1 to 53 (8 unless said otherwise)
cli-load-apply = Does the suggestion of this number (or name), as one undo step
cli-error-weeks = --weeks needs a whole number from 1 to { $most }, not "{ $text }"
cli-error-suggestion = no suggestion "{ $text }"; there are { $known }
cli-error-suggestion-none = no suggestion "{ $text }": there is nothing to suggest
cli-load-spread = touchbase spread shows each move
scope-load = LOAD
do-load = load
do-load-help = What is promised, managed and ahead, against what there is room for, and what could be done
do-load-take = do it
do-load-take-help = Carries out the selected suggestion, as one step that u takes back
do-load-fewer = fewer
do-load-fewer-help = Looks at fewer weeks ahead
do-load-more = more
do-load-more-help = Looks at more weeks ahead
group-load-weeks = weeks
not-a-suggestion = No suggestion is selected
load-week-detail = { $from } to { $until }: { $firm } firm, { $again } only once the one before is made, { $agreed } agreed; room for { $capacity }
load-tier-detail = Each { $tier }: { $requirements } requirements, { $contacts } contacts a week
load-channel-detail = { $channel }: { $requirements } a week are promised, { $kept } of them kept by richer contacts
load-done-detail = { $from }, { $days } working days: { $channels }
# Levelling
levelled-title = { $count ->
    [1] 1 contact moves
   *[other] { $count } contacts move
}{ $beyond ->
    [0] {""}
   *[other] , { $beyond } of them not within their grace
}
levelled-stuck = { $count ->
    [1] 1 contact has no room on any day
   *[other] { $count } contacts have no room on any day
}
levelled-nothing = No planned contact is late and no day is too full: nothing moves
levelled-days = CLIENTS A DAY, BEFORE AND AFTER
levelled-legend = # client   + again   . moves away   | room for { $capacity }
levelled-day = { $before } to { $after }
levelled-day-again = { $before } to { $after }, { $again } again
levelled-beyond = NO ROOM WITHIN THEIR GRACE, THE FIRST DAY AFTER IT { $count }
levelled-squeezed = NO ROOM ON ANY DAY, MORE THAN { $capacity } THAT DAY { $count }
levelled-late = PAST THEIR GRACE ALREADY, A FIRST { $count }
levelled-within = MOVED WITHIN THEIR GRACE { $count }
levelled-move = { $channel }, was { $from }, now { $to }
levelled-move-beyond = { $channel }, now { $to }, overdue from { $overdue }
levelled-stays = { $channel }, { $day }
cli-spread-beyond = No room within its grace: { $client }, { $channel }, due { $due }, now { $to }; overdue from { $overdue }
cli-spread-stays = No room on any day: { $client }, { $channel }, { $day }
cli-spread-over = { $day } holds { $holds } of { $capacity }
cli-spread-again = With the contacts that come again, { $day } holds { $holds } of { $capacity }
cli-spread-more-days = { $n ->
    [one] and { $n } more day
   *[other] and { $n } more days
}

# After a leave
levelled-needed = { $day } would hold { $load } of { $capacity } contacts: touchbase spread levels it
toast-leave-full = { $did }. { $day } holds { $load } of { $capacity } contacts now: Z spreads them
