# The load: what is promised, what was managed, the weeks ahead, levelling.

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
