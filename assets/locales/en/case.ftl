# Cases: complaints, enquiries, support, suggestions, conflicts.

tab-complaints = Complaints
kind-complaint = complaint
what-complaint = case

case-kind-complaint = complaint
case-kind-enquiry = enquiry
case-kind-support = support
case-kind-suggestion = suggestion
case-kind-conflict = conflict

case-status-registered = nobody has answered
case-status-acknowledged = answered
case-status-proposed = offered
case-status-rejected = refused
case-status-resolved = put right
case-status-followed-up = asked afterwards
case-status-closed = closed

case-event-acknowledge = answered
case-event-attempt = tried, not reached
case-event-note = note
case-event-waiting = waiting for them
case-event-resume = they came back
case-event-propose = offered
case-event-reject = they refused
case-event-resolve = put right
case-event-follow-up = asked afterwards
case-event-close = closed
case-event-reopen = reopened

cause-quality = quality
cause-attitude = attitude
cause-communication = communication
cause-delivery = delivery
cause-price = price
cause-other = other

heading-answer = ANSWER
heading-waiting = WAITING FOR THEM
heading-follow-up = ASK AFTERWARDS
heading-improve = SO THAT IT DOES NOT RETURN
cases-closed = { $count } closed
list-no-cases = No open case. Press ! on a client to write one down.

when-case-late = late { $span }
when-case-left = { $span } left
when-case-open = open
when-case-waiting = wait { $span }
when-case-offered = offer { $span }
when-case-ask-today = ask today
when-case-mark = mark it
when-case-closed = { $day }

reason-case-answer = "{ $text }"; nobody has answered
reason-case-tried = "{ $text }"; tried { $n } times, not reached
reason-case-solve = "{ $text }"; they wait for a solution
reason-case-refused = "{ $text }"; they refused { $n ->
    [1] the offer
   *[other] { $n } offers
}, find another
reason-case-waiting = "{ $text }"; waiting for them since { $at }
reason-case-offered = "{ $text }"; offered { $at }, they decide
reason-case-follow-up = "{ $text }"; put right { $at }: are they content?
reason-case-close = "{ $text }"; asked, mark and close it
reason-improvement = { $text } (against { $cause })
reason-improvement-returned = { $text }: { $cause } came back with case { $no }

# What was done
did-open-complaint = Opened complaint { $no }, { $client }
did-open-enquiry = Opened enquiry { $no }, { $client }
did-open-support = Opened support case { $no }, { $client }
did-open-suggestion = Noted suggestion { $no }, { $client }
did-open-conflict = Opened conflict { $no }, { $client }
did-edit-complaint = Changed case { $no }, { $client }{ $named ->
    [1] : { $what }
   *[other] {""}
}
did-case-acknowledge = Answered case { $no }, { $client }
did-case-attempt = Tried to reach { $client }, case { $no }; the clock runs
did-case-note = Noted on case { $no }, { $client }
did-case-waiting = Waiting for { $client }, case { $no }; its clocks stand still
did-case-resume = { $client } came back, case { $no }; its clocks run on
did-case-propose = Offered a solution in case { $no }, { $client }
did-case-reject = { $client } refused the offer, case { $no }
did-case-resolve = Put case { $no } right, { $client }
did-case-follow-up = Asked { $client } about case { $no }
did-case-close = Closed case { $no }, { $client } could not be reached for a mark
did-case-close-marked = Closed case { $no }, { $client } gives { $score } of 5
did-case-reopen = Reopened case { $no }, { $client }
did-case-correct = Corrected the log of case { $no }, { $client }
did-add-evidence = Added evidence to case { $no }, { $client }
did-remove-evidence = Took evidence off case { $no }, { $client }
did-add-improvement = Improvement noted{ $named ->
    [1] : { $what }
   *[other] {""}
}
did-edit-improvement = Changed the improvement{ $named ->
    [1] : { $what }
   *[other] {""}
}
did-done-improvement = Improvement done{ $named ->
    [1] : { $what }
   *[other] {""}
}

fact-complaint = case
fact-complaint-event = event of a case
fact-evidence = evidence
fact-improvement = improvement
field-complex = complexity
field-opened = opened
field-demand = demand
field-cause = cause
field-mediator = mediator
field-other-side = other side
field-remedy = cost of the remedy
field-owner = owner

# What cannot be
case-closed = Case { $no } is closed: reopen it first
case-settled = Case { $no } is put right already: follow it up, close it or reopen it
case-unsettled = Case { $no } is not put right yet: resolve it first
case-waiting-already = Case { $no } is waiting for the client already: resume it first
case-not-waiting = Case { $no } is not waiting for the client
case-not-proposed = Nothing is offered in case { $no }: propose a solution first
case-open-already = Case { $no } is open: there is nothing to reopen
case-unrated = Case { $no } needs a mark 1 to 5, or "unreachable", before it is closed
refused-no-complaint = No such case; "touchbase complaint list" shows them
refused-no-evidence = No such evidence; "touchbase complaint show NO" shows it
refused-no-improvement = No such improvement; "touchbase improvement list" shows them
refused-case-ahead = { $at } lies ahead: a case tells what has happened
refused-before-opened = Case { $no } was opened { $opened }: nothing can have happened in it before
refused-promised = What is promised must lie after the moment it was promised
refused-rating = A mark belongs to a follow-up or a closing
refused-corrected = Case { $no } has no such event, or it was corrected before
refused-opened-late = The log of the case begins before that moment
refused-remedy = The cost of a remedy cannot be negative
refused-empty-path = The path is empty
refused-evidence = Evidence needs a size and a SHA-256 of 64 hex digits
refused-no-cause = The cause is empty
refused-snooze-case = A case cannot be put off: "waiting" says that the client has to do something first
refused-no-item = There is no such item
policy-causes = must be a list of 1 to { $most } texts of up to { $length } characters, such as ["quality", "delivery"]
policy-limit = must be a length and its clock, such as "2h business", "24h calendar" or "1d business"
policy-case-kind = must be complaint, enquiry, support, suggestion or conflict
policy-tier = must be A, B or C

# Keys
scope-case = THE CASE
scope-case-mark = AFTER s ON A CASE
do-propose = propose
do-propose-help = Offer a solution; a day in it is what you promised
do-refused = they refuse
do-refused-help = They refuse the offer; the clock runs on
do-case-waiting = waiting
do-case-waiting-help = They must do something first: the clocks stand still; again: they came back
do-case-resume = they came back
do-fixed = fixed
do-fixed-help = It is put right; the follow-up comes in 3 working days
do-reopen = reopen
do-reopen-help = The case is back
do-draft = draft
do-draft-help = The words for this step, from a template, to be copied
do-new-complaint = complaint
do-new-complaint-help = Open a case of this client in one line
do-new-case-note = note on the case
do-new-case-note-help = A note in the log of the case
do-new-evidence = evidence
do-new-evidence-help = Add a file that shows what happened, with its hash
do-complaints = complaints
do-complaints-help = Cases by what they wait for
do-causes = causes
do-causes-help = Why cases happen, the service figures, and what is done against it
do-mark-score = mark
do-mark-score-help = Their mark 1 to 5 closes the case
do-mark-unreachable = unreachable
do-mark-unreachable-help = They cannot be reached for a mark; closes the case
do-case-mark = mark, close
do-done-case-answer = answered ({ $channel })
do-done-case-propose = propose
do-done-case-resolve = agreed, fixed
do-done-case-follow-up = ask, mark
do-done-case-close = close
do-done-case-reopen = reopen
do-done-case-resume = they came back
pending-case-mark = Case { $no }, { $client }: how content are they, 1 to 5? x: not reachable

line-complaint = { $client } says
line-case-propose = Case { $no }: what do you offer?
line-case-reject = Case { $no }: what do they say?
line-case-resolve = Case { $no }: what was done?
line-case-reopen = Case { $no }: why is it back?
line-case-note = Note on case { $no }
example-complaint = third typo in print #delivery @fri 17:34, or #enquiry #support #suggestion, !! complex
example-case-propose = free reprint by fri
example-case-words = Enter alone is enough
part-case-kind = kind: { $value }
part-case-complex = complex
part-case-cause = cause: { $value }
part-case-channel = by: { $value }
part-case-text = about: { $value }
part-promised = promised: { $value }

not-a-case = No case is selected
not-a-case-waits = A case cannot be put off; b says that you wait for them
not-without-words = Case { $no } needs words for its next step

# The sheet of a case, its rows, and those of improvements
span-minutes = { $n }m
span-clock = { $hours }h{ $minutes }
span-hours = { $n }h
watch-hours = { $n } h
watch-days = { $n } days
what-improve = improve
case-parts = {"; "}
case-watch = on their watch { $span } since { $at }
case-clock-by = by { $at }, { $span } left
case-clock-late = late { $span }, was due { $at }
case-clock-still = stands still, { $span } left
case-clock-still-late = stands still, late { $span }
case-limit = limit { $limit }{ $clock ->
    [business] {" "}of working time
   *[calendar] , nights and weekends too
}
case-broken-before = the limit was broken before it was reopened
case-answered = answered after { $spent } of { $limit }
case-answered-in-time = answered in time, after { $spent } (limit { $limit })
case-answered-late = answered late: after { $spent } of { $limit }
case-solved = solution given after { $spent } of { $limit }
case-solved-in-time = solution given in time, after { $spent } (limit { $limit })
case-solved-late = solution given late: after { $spent } of { $limit }
case-taken-over = not measured: the case was taken over from a list
case-you-wait = you wait for them since { $at }: the clocks stand still
case-heard = last heard from you { $at }
case-tried = { $n ->
    [1] tried once since, not reached
   *[other] tried { $n } times since, not reached
}
case-offered = offered { $at }, they decide
case-refusals = they refused { $n ->
    [1] an offer
   *[other] { $n } offers
}
case-reopened = reopened { $n ->
    [1] once
   *[other] { $n } times
}
case-promised = promised by { $at }
case-promised-late = promised by { $at }: that has passed
case-no-demand = what do they want? { $key }
case-no-evidence = no evidence yet: { $key }
case-no-mediator = nobody stands between them yet: { $key }
case-no-cause = why did it happen? { $key }
case-no-mark = asked; their mark is missing: { $key }
case-mark-bad = they are not content: { $key } reopens it
case-ask = ask them { $day }
case-ask-today = ask them today
case-ask-late = they were to be asked { $day }
case-ask-later = once it is put right
case-mark = mark { $mark } of 5
case-unreachable = not reachable for a mark
case-closed-on = closed { $day }
case-cause = cause: { $cause }
case-remedy = putting it right cost { $amount }
case-other-side = other side: { $client }
case-mediator = between them: { $name }
case-corrected = corrected
case-without-effect = without effect
case-earlier = { $n } earlier: touchbase complaint show { $no }
stage-answer = answer
stage-settle = settle
stage-report = report
stage-learn = learn
case-block-wait = WAIT
case-block-answer = ANSWER
case-block-settle = SETTLE
case-block-report = REPORT
case-block-learn = LEARN
case-block-next = NEXT
case-block-said = THEY SAY
case-block-wants = THEY WANT
case-block-with = WITH
case-block-evidence = EVIDENCE
case-block-log = LOG
evidence-gone = ! gone
evidence-changed = ! changed since it was added
evidence-same-size = of the same size
evidence-size = { $size } { $unit }
improvement-nobody = nobody yet
improvement-no-day = no day yet
improvement-title = So that it does not return
improvement-what = WHAT
improvement-cause = CAUSE
improvement-owner = WHO
improvement-due = BY
improvement-done = DONE
improvement-back = BACK IN
improvement-case = #{ $no } { $client }: { $text }
brief-cases = CASES
brief-case = #{ $no } { $kind }, { $when }: { $text }
brief-case-closed = #{ $no } closed { $day }
