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
reason-case-tried = "{ $text }"; tried { $n ->
    [1] once
   *[other] { $n } times
}, not reached
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
refused-not-conflict = Only a conflict has another side: make it a conflict, or leave the other side empty
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
do-propose-help = Offer a solution; @fri in it is what you promised
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
do-draft-help = A message to this client from a template: the words for the step of a case, or the terms of service
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
line-case-propose = { $no }: what do you offer?
line-case-reject = { $no }: what do they say?
line-case-resolve = { $no }: what was done?
line-case-reopen = { $no }: why is it back?
line-case-note = { $no }: a note
example-complaint = third typo in print #delivery @fri 17:34, or #enquiry #support #suggestion, !! complex
example-case-propose = free reprint @fri promises it for Friday
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

# After a step
toast-case-next = { $did }; { $next }
toast-case-answer-by = answer by { $at }
toast-case-solve = solution by { $at }
toast-case-follow-up = ask on { $day }
ask-reopen = Case { $no } got { $score } of 5. Reopen it?
# Refusals of the log
refused-promise-kind = A promise belongs to an answer, an offer, a refusal, a wait, its end or a reopening
# Import, export and the clock's announcements
map-kind-complaints = cases
map-field-complaints-kind = kind of case
map-field-complaints-status = where it stands
map-field-opened = day or moment it was reported
map-field-text = what it is about
map-field-cause = cause
map-field-demand = what they want
import-note-case-days = { $count ->
    [one] One case has
   *[other] { $count } cases have
} a day without a time: the opening of that day is taken
import-note-case-open = { $count ->
    [one] One case does
   *[other] { $count } cases do
} not say where it stands: taken over as open and unanswered; a status column (closed, resolved) says otherwise
# Forms of a case, its evidence and its log
form-title-case = Case { $no } of { $client }
form-title-case-event = What happened in case { $no } of { $client }
form-title-improvement = Improvement
form-title-new-improvement = New improvement
form-field-complex = Complexity
form-case-simple = ordinary
form-case-complex = complex
form-field-opened = Said on
form-field-about = About
form-field-demand = They want
form-field-cause = Cause
form-field-other-side = Other side
form-field-mediator = Mediator
form-field-remedy = Remedy cost
form-field-evidence = Evidence
form-field-happened = What
form-field-said = In words
form-field-mark = Mark
form-field-promised = Promised for
form-mark-unreachable = not reachable
form-mark-none = no mark
form-no-cause = a cause is needed
evidence-same = { $name }, { $size }, since { $added }
evidence-changed = { $name } is another file now, was { $size }
evidence-gone = { $name } is not where it was, { $size }
evidence-remove = take { $name } off
line-evidence = Evidence of case { $no }: which file?
example-evidence = ~/Pictures/misprint.jpg; the file stays where it is
evidence-missing = There is no file { $path }
evidence-folder = { $path } is a folder: name a file in it
evidence-no-file = { $path } is no plain file
evidence-no-text = The name of { $path } is no text that can be kept: rename the file
evidence-unread = { $path } cannot be read: { $why }
do-new-improvement = improvement
do-new-improvement-help = What is done so that the cause does not return

# Cases in the timeline
timeline-cases = cases
timeline-case = { $kind } { $no } opened
timeline-case-event = case { $no } { $what }{ $mark ->
    [marked] , { $score } of 5
    [unreachable] , could not be reached for a mark
   *[other] {""}
}{ $has-promise ->
    [1] , promised for { $promised }
   *[other] {""}
}
page-case = { $kind } opened
page-case-event = { $what }{ $mark ->
    [marked] , { $score } of 5
    [unreachable] , could not be reached for a mark
   *[other] {""}
}{ $has-promise ->
    [1] , promised for { $promised }
   *[other] {""}
}
page-kind-case = case { $no }
# Cases on the command line
did-case-close-asked = Closed case { $no }, { $client }
cli-complaint-about = Complaints, enquiries, support, suggestions, conflicts: from the first word to the follow-up
cli-complaint-example = touchbase complaint open Greenleaf -m "third typo in print" --at "fri 17:34" --cause quality
cli-complaint-open-about = Writes a case down and says by when to answer
cli-complaint-open-example =
    touchbase complaint open Greenleaf -m "third typo in print" --at "fri 17:34" --cause quality
    touchbase complaint open Lotus -m "both want the slogan" --with Greenleaf --mediator "Ms Bei"
cli-complaint-open-text = What they said; must be there
cli-complaint-open-at = When they said it (default now)
cli-complaint-open-kind = complaint (default), enquiry, support, suggestion or conflict
cli-complaint-open-cause = Why it happened, one of the policy's causes: quality, attitude, communication, delivery, price, other
cli-complaint-open-complex = A complex problem: the policy may give it other limits
cli-complaint-open-channel = How they said it
cli-complaint-open-demand = What they want
cli-complaint-open-with = The other side of a conflict; both pages warn of it from then on
cli-complaint-open-mediator = A neutral third person
cli-arg-no = The number of the case, 31 or #31, or the client when only one of its cases is open
cli-complaint-event-about = Writes down what happened in a case and says what comes next
cli-complaint-event-example =
    touchbase complaint event 1 acknowledge -m "sorry, we look into it" --channel call --promise "fri 18:00"
    touchbase complaint event 1 close --score 5
cli-complaint-event-kind = acknowledge, attempt, note, waiting, resume, propose, reject, resolve, follow-up, close or reopen
cli-complaint-event-text = What was said
cli-complaint-event-at = When it happened (default now)
cli-complaint-event-score = Their mark, of a follow-up or a closing
cli-complaint-event-channel = How you spoke; the contact is logged too
cli-complaint-event-promise = By when you promised it; a bare day means its closing time
cli-complaint-event-corrects = Takes the place of this entry of the log (its number in complaint show); what is not named stays as it was
cli-complaint-edit-about = Changes what is known of a case; - takes a value away
cli-complaint-edit-example = touchbase complaint edit 1 --cause delivery --demand "a free reprint" --remedy 300
cli-complaint-edit-text = What they said
cli-complaint-edit-kind = complaint, enquiry, support, suggestion or conflict
cli-complaint-edit-complex = Whether it is a complex problem: yes or no
cli-complaint-edit-cause = Why it happened, one of the policy's causes
cli-complaint-edit-demand = What they want
cli-complaint-edit-with = The other side of a conflict
cli-complaint-edit-mediator = A neutral third person
cli-complaint-edit-remedy = What putting it right cost
cli-complaint-edit-at = When they said it; not after the first entry of the log
cli-complaint-edit-channel = How they said it
cli-complaint-evidence-about = Notes a file that shows what happened, with its size and SHA-256; the file stays where it is
cli-complaint-evidence-example =
    touchbase complaint evidence 1 ~/photos/print.jpg -m "page 3"
    touchbase complaint evidence 1 --remove 1
cli-complaint-evidence-file = The file
cli-complaint-evidence-remove = Takes this piece off the case (its number in complaint show)
cli-complaint-list-about = Cases that are not closed, by what burns first
cli-complaint-list-example = touchbase complaint list --all --kind enquiry
cli-complaint-list-all = Closed ones too
cli-complaint-list-client = Of this client
cli-complaint-list-kind = complaint, enquiry, support, suggestion or conflict
cli-complaint-list-cause = One of the policy's causes
cli-complaint-show-about = One case: stage, clocks, facts, evidence, log
cli-complaint-show-example = touchbase complaint show 1 --format md > case-1.md
cli-complaint-show-format = text (default), or md: the written record as Markdown
cli-complaint-none = No cases.
cli-case-then = { $done }; { $next }
cli-show-cases = Cases
cli-column-clock = Clock
cli-column-case = No
cli-column-stage = Stage
cli-column-case-text = What they said
cli-error-no-case = no case "{ $text }"; see touchbase complaint list --all
cli-error-no-case-event = case { $no } has no entry { $n } in its log; see touchbase complaint show { $no }
cli-error-no-evidence = case { $no } has no evidence { $n }; see touchbase complaint show { $no }
cli-error-case-text = what did they say? add -m "text"
cli-error-cause = "{ $text }" is no known cause; there are { $choices }
cli-error-not-conflict = --with names the other side of a conflict: use --kind conflict
cli-error-evidence = name a file, or take one off with --remove N

cli-also-case-kind-enquiry = question inquiry
cli-also-case-kind-support = help
cli-also-case-kind-suggestion = idea
cli-also-case-kind-conflict = dispute
cli-also-case-event-acknowledge = answer ack
cli-also-case-event-attempt = tried no-answer
cli-also-case-event-waiting = wait
cli-also-case-event-resume = back
cli-also-case-event-propose = offer
cli-also-case-event-reject = refuse refused
cli-also-case-event-resolve = resolved fixed fix
cli-also-case-event-follow-up = followup asked
cli-also-case-event-close = done

cli-case-next-answer = answer by { $due }, { $span } left
cli-case-next-answer-late = answer now: it was due { $due }, { $span } late
cli-case-next-both = { $answer }; solution by { $due }
cli-case-next-solve = offer a solution by { $due }, { $span } left
cli-case-next-solve-late = offer a solution now: it was due { $due }, { $span } late
cli-case-next-again = offer another solution by { $due }, { $span } left
cli-case-next-again-late = offer another solution now: it was due { $due }, { $span } late
cli-case-next-open = put it right; its clocks are not known
cli-case-next-waiting = "resume" when they have done it
cli-case-next-offered = they decide: "resolve" when it is put right, "reject" when they refuse
cli-case-next-follow-up = ask on { $day } whether they are content: "follow-up"
cli-case-next-close = "close --score 1-5", or "close --score unreachable"
cli-case-low-mark = They are not content: touchbase complaint event { $no } reopen -m WHY opens the case again.
cli-case-stage-waiting = { $status }, waiting for them since { $at }
cli-case-limit-minutes = { $n } min
cli-case-limit-hours = { $n } h
cli-case-limit-days = { $n } d
cli-case-limit-business = { $span } of working time
cli-case-limit-calendar = { $span }
cli-case-clock-unknown = not known: taken over from a list
cli-case-clock-kept = kept, { $at }
cli-case-clock-broken = broken, { $at }, { $span } late
cli-case-clock-broken-before = broken in an earlier round; { $at }
cli-case-clock-left = { $span } left
cli-case-clock-left-before = broken in an earlier round; { $span } left
cli-case-clock-late = { $span } late
cli-case-clock-paused = stands still, { $span } left
cli-case-clock-paused-late = stands still, { $span } late
cli-case-due = by { $at }
cli-case-first = First response
cli-case-solution = Solution
cli-case-promised = Promised
cli-case-wait = They wait
cli-case-wait-since = { $span }, since { $at }
cli-case-follow-up = Follow-up
cli-case-opened = Opened
cli-case-demand = They want
cli-case-person = Said by
cli-case-channel = Channel
cli-case-complex = Complex
cli-case-yes = yes
cli-case-cause = Cause
cli-case-other-side = Other side
cli-case-mediator = Mediator
cli-case-tier = Tier when opened
cli-case-agreed = Agreed response time
cli-case-remedy = Cost of the remedy
cli-case-refused = Offers refused
cli-case-reopened = Times reopened
cli-case-marked = Mark
cli-case-mark = { $score } of 5
cli-case-mark-unreachable = not reachable for a mark
cli-case-rounds = { $n ->
    [1] 1 offer refused
   *[other] { $n } offers refused
}
cli-case-bytes = { $n ->
    [1] 1 byte
   *[other] { $n } bytes
}
cli-case-evidence-same = unchanged
cli-case-evidence-changed = changed since
cli-case-evidence-gone = gone or moved
cli-case-evidence-same-size = same size
cli-case-section-clocks = Clocks
cli-case-section-facts = Facts
cli-case-section-evidence = Evidence
cli-case-section-log = Log
cli-case-section-said = What they said
cli-case-section-demand = What they want
cli-case-section-negotiation = Negotiation
cli-case-section-outcome = Outcome
cli-case-log-and = , { "" }
cli-case-log-none = Nothing has happened yet.
cli-case-log-promised = promised by { $at }
cli-case-log-corrected = corrected by { $n }
cli-case-log-corrected-later = corrected later
cli-case-log-in-place = in the place of { $n }
cli-case-log-idle = without effect where the case stood
cli-case-undecided = not decided
cli-case-client = Client
cli-case-kind = Kind
cli-case-stage = Stage
cli-case-number = Number
cli-case-column-clock = Clock
cli-case-column-limit = Limit
cli-case-column-due = Due
cli-case-column-state = State
cli-case-column-n = No
cli-case-column-when = When
cli-case-column-what = What
cli-case-column-how = How
cli-case-column-words = Words
cli-case-column-offer = Offered
cli-case-column-answer = Answer
cli-case-column-file = File
cli-case-column-bytes = Bytes
cli-case-column-sha256 = SHA-256
cli-case-column-added = Added
cli-case-column-note = Note
cli-case-record-title = Case { $no } ({ $kind }): { $client }
cli-case-record-as-of = As of { $at }, time zone { $zone }.
cli-case-record-resolved = Put right
cli-case-record-reopened = Reopened
cli-case-record-closed = Closed
# Causes, figures, improvements
period-span = { $first } to { $last }, { $days } days.
period-all = Everything up to { $last }.
period-unfinished = The period is not over: { $days ->
    [one] 1 day is
   *[other] { $days } days are
} still to come.
causes-unnamed = not named
causes-counted = Counted: { $kinds }.
causes-none = No case in this period.
causes-total = together
low-marks-title = What low marks say: { $low } of { $count } answers are low (NPS up to 6, CSAT up to 2)
low-marks-unsaid = no reason given
figure-none = no cases
figure-nothing = nothing
figure-number = { $n }
figure-of-clients = { $part } cases, { $count } clients
figure-of-cases = { $part } of { $count }
figure-of-marks = { $count ->
    [one] 1 mark
   *[other] { $count } marks
}
figure-of-offers = { $part } in { $count ->
    [one] 1 case
   *[other] { $count } cases
}
figure-of-count = { $count ->
    [one] 1 case
   *[other] { $count } cases
}
figure-rate-counts = The complaint rate counts: { $kinds }.
figure-rows = Cases { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
figure-left-out = { $count ->
    [one] 1 case was
   *[other] { $count } cases were
} taken over from a list without clocks and left out.
figure-complaint-rate = complaint rate
figure-complaint-rate-means = Complaints and conflicts opened in the period (or the kinds asked for), for each client active at its end.
figure-first-in-time = first response in time
figure-first-in-time-means = Of the cases opened in the period whose first response is decided, the share that kept its limit; one still unanswered past it is decided.
figure-solution-in-time = solution in time
figure-solution-in-time-means = Of the cases opened in the period whose solution is decided, the share that kept its limit; a limit broken in an earlier round stays broken.
figure-response-median = response time, median
figure-response-median-means = The middle of the times to the first answer on the limit's own clock, pauses taken out: half took no longer (nearest rank, a time that was measured).
figure-response-p90 = response time, 90%
figure-response-p90-means = Nine of ten first answers took no longer on the limit's own clock, pauses taken out (nearest rank).
figure-wait-median = client's wait, median
figure-wait-median-means = The middle of the times the clients themselves waited for the first answer, nights, weekends and pauses included (nearest rank).
figure-wait-p90 = client's wait, 90%
figure-wait-p90-means = Nine of ten clients waited no longer for the first answer, nights, weekends and pauses included (nearest rank).
figure-satisfaction = satisfaction with handling
figure-satisfaction-means = The mean of the marks 1 to 5 given in the period at follow-ups and closings; the newest of each round of a case counts.
figure-content = content (4 and 5)
figure-content-means = The share of 4 and 5 among those marks.
figure-unreachable = not reached for a mark
figure-unreachable-means = Of the rounds followed up or closed in the period, the share in which nobody could be reached; they count in no mark.
figure-remedy-cost = cost of remedies
figure-remedy-cost-means = What putting the cases opened in the period right cost, each currency by itself.
figure-remedy-per-case = cost of remedies per case
figure-remedy-per-case-means = That cost for each case opened in the period, those that cost nothing counted.
figure-reopened = reopened
figure-reopened-means = Of the cases opened in the period that were put right, the share that came back.
figure-rounds = offers refused per case
figure-rounds-means = Offers the client refused, for each case opened in the period in which something was offered.
learned-open = open
learned-done = done { $day }
learned-returned = came back: case { $no }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
cli-complaint-causes-about = Why cases happen, the most frequent cause first; with --kpi how well they are handled
cli-complaint-causes-example =
    touchbase complaint causes --period 2026-11
    touchbase complaint causes --cause delivery
    touchbase complaint causes --kpi --period 90d
cli-complaint-causes-period = 90d (default), 12w, 6mo, 2026-11, 2026-Q3, 2026, all; compared with the one before
cli-complaint-causes-kind = complaint, enquiry, support, suggestion, conflict or all (default: complaint and conflict); may be repeated
cli-complaint-causes-cause = The cases of this cause; "none" is those without one
cli-complaint-causes-kpi = The service figures instead
cli-improvement-about = What is done so that a cause does not return
cli-improvement-example = touchbase improvement list
cli-improvement-add-about = Writes down an improvement against a cause
cli-improvement-add-example = touchbase improvement add delivery "A second courier" --owner Li --due "next fri"
cli-improvement-add-cause = A cause of the policy: quality, attitude, communication, delivery, price, other, or your own
cli-improvement-add-text = What is to be done
cli-improvement-edit-about = Changes an improvement
cli-improvement-edit-example = touchbase improvement edit 1 --due +1w
cli-improvement-edit-cause = Another cause
cli-improvement-edit-text = Another text
cli-improvement-list-about = Improvements that are open or whose cause came back; --all shows the done ones too
cli-improvement-list-example = touchbase improvement list --all
cli-improvement-done-about = Marks an improvement done, or done again
cli-improvement-done-example = touchbase improvement done 1
cli-arg-improvement = Its number in the list, #id, or a unique part of its text
cli-arg-owner = Who does it; "none" takes it away
cli-improvement-none = No improvement is open.
cli-choice-improvement = { $no }, { $text } ({ $cause })
cli-error-no-improvement = no improvement "{ $text }"; see touchbase improvement list --all
cli-error-period = "{ $text }" is no period; write 90d, 12w, 6mo, 2026-11, 2026-Q3, 2026 or all
cli-error-causes-both = --cause lists cases and --kpi the figures: leave one of them out
cli-column-cause = Cause
cli-column-bar = {""}
cli-column-cases = Cases
cli-column-part = Share
cli-column-together = Sum
cli-column-trend = Trend
cli-column-mean-mark = Mark
cli-column-remedies = Remedies
cli-column-reason = Reason
cli-column-answers = Answers
cli-column-about = About
cli-column-figure = Figure
cli-column-comes-to = Value
cli-column-of = Of
cli-column-before = Before
cli-column-improvement = Improvement
cli-column-stands = Stands
# Drafts: messages to clients from templates
limit-minutes-business = { $n ->
    [1] 1 minute of working time
   *[other] { $n } minutes of working time
}
limit-hours-business = { $n ->
    [1] 1 working hour
   *[other] { $n } working hours
}
limit-days-business = { $n ->
    [1] 1 working day
   *[other] { $n } working days
}
limit-minutes = { $n ->
    [1] 1 minute
   *[other] { $n } minutes
}
limit-hours = { $n ->
    [1] 1 hour
   *[other] { $n } hours
}
limit-days = { $n ->
    [1] 1 day
   *[other] { $n } days
}
draft-dear = Dear { $name }
draft-dear-all = Dear { $name } team
draft-step-look = We look into what happened, and ask you where something is unclear.
draft-step-offer = We propose a solution, and talk it over until it suits you.
draft-step-mend = We put it right as agreed.
draft-step-ask = { $days ->
    [1] A working day later we ask you whether you are content.
   *[other] { $days } working days later we ask you whether you are content.
}
draft-step-read = We look into it.
draft-step-answer = You get an answer, or a question where we need to know more.
draft-every-days = { $n ->
    [1] every day
   *[other] every { $n } days
}
draft-every-weeks = { $n ->
    [1] every week
   *[other] every { $n } weeks
}
draft-every-months = { $n ->
    [1] every month
   *[other] every { $n } months
}
draft-channel-visit = a visit
draft-channel-meeting = an online meeting
draft-channel-call = a call
draft-channel-message = a message
draft-channel-email = an e-mail
draft-channel-letter = a letter
draft-channel-unknown = a word from us
draft-cadence = { $channel } { $every }
draft-days = { $from } to { $to }
draft-no-name = { $file }, line { $line }: nothing is called "{ $name }"; there are { $known }
draft-broken = { $file }, line { $line }: this is no template: { $why }
draft-foreign = { $file }, line { $line }: "{ $word }" cannot be used in a template; it fills in names, with if and for
draft-no-end = { $file }, line { $line }: this does not come to an end; look for a loop
draft-too-long = { $file }, line { $line }: the text grows too long; look for a loop
draft-first-lines = { $file }, line { $line }: "{ $text }" is neither subject:, channel:, purpose: nor for:, and the line --- comes after those
draft-no-rule = { $file }, line { $line }: the line --- between the first lines and the text is missing
draft-bad-channel = { $file }, line { $line }: "{ $text }" carries no text; channel is message, email or letter
draft-bad-use = { $file }, line { $line }: "{ $text }" is no use; write client, project, appointment, opportunity, invoice or invoice/1 to invoice/3, care or care/birthday (birthday, anniversary, holiday, other), case/propose or complaint/acknowledge (acknowledge, propose, resolve, follow-up, reopen)
draft-unreadable = { $file } cannot be read: { $why }
draft-no-file = { $file } is no plain file
draft-file-too-large = { $file } is larger than { $most } kB
scope-draft = IN A DRAFT
draft-title = To { $client }
draft-title-case = To { $client }, case { $no }
draft-place = { $name }, { $n } of { $of }
draft-by = by { $channel }; no address is known
draft-by-to = by { $channel } to { $address }
draft-call-first = Better by phone first; this can follow in writing.
draft-subject = Subject: { $subject }
draft-subject-log = For the log: { $subject }
draft-none = No template makes sense here.
draft-note = Sent: { $subject } ({ $template })
do-draft-copy = copy
do-draft-copy-help = Copy the text; of a mail with its subject in front
do-draft-sent = sent: log it
do-draft-sent-help = It went out: log the step of the case and the contact, with what it promises
do-draft-next = another
do-draft-next-help = The next template that makes sense here
do-draft-back = template before
do-draft-back-help = The template before
do-draft-edit = edit
do-draft-edit-help = Change the text in your editor before you copy it
not-another-draft = No other template makes sense here
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
case-open-since = open since { $at }
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
case-evidence-gone = ! gone
case-evidence-changed = ! changed since it was added
case-evidence-same-size = of the same size
case-evidence-size = { $size } { $unit }
improvement-sheet-nobody = nobody yet
improvement-sheet-no-day = no day yet
improvement-sheet-title = So that it does not return
improvement-sheet-what = WHAT
improvement-sheet-cause = CAUSE
improvement-sheet-owner = WHO
improvement-sheet-due = BY
improvement-sheet-done = DONE
improvement-sheet-back = BACK IN
improvement-sheet-case = #{ $no } { $client }: { $text }
brief-cases = CASES
brief-case = #{ $no } { $kind }, { $when }: { $text }
brief-case-closed = #{ $no } closed { $day }
do-line-complete = complete
do-line-complete-help = complete the path
not-a-path = This line takes no path
case-later = What was logged later in case { $no } does not fit then: correct that first
cli-case-record-open = Not closed
cli-case-record-pair = { $name }: { $text }
cli-case-next-both-late = { $answer }; the solution was due { $due }
causes-side = Causes
figures-side = Figures
causes-behind-cases = { $what }: { $count ->
    [one] 1 case
   *[other] { $count } cases
}
causes-behind-answers = { $what }: { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
causes-low-marks = WHAT LOW MARKS SAY ({ $low } of { $count } answers)
causes-mark = Marks: { $mark } of 5 on average
causes-cost = Remedies: { $amounts }
causes-against = Against it: { $text } ({ $stands })
head-cause = Cause
head-cases = Cases
head-share = Share
head-together = Sum
head-trend = Trend
head-mark = Mark
head-remedies = Remedies
figure-before = before: { $value }
figure-yes = yes
figure-no = no
learned-owner = By { $owner }
learned-due = Due { $due }
scope-causes = CAUSES AND FIGURES
group-period = period
do-cause-open = open
do-cause-open-help = The cases behind the line; there, go to the case
do-cause-turn = other side
do-cause-turn-help = Causes and figures in turn
do-cause-shorter = shorter
do-cause-shorter-help = A shorter period: 365, 90, 30 days
do-cause-longer = longer
do-cause-longer-help = A longer period: 90, 365 days, everything
do-cause-done = done
do-cause-done-help = The improvement is done, or done again after its cause came back
do-cause-close = back
do-cause-close-help = One step back
not-an-improvement = No open improvement is selected
not-open-improvement = This improvement is done; its cause has not come back
toast-case-answer = { $client } waits for an answer: { $left } left
toast-case-solution = { $client } waits for a solution: { $left } left
toast-case-late-answer = { $client } still waits for an answer: it was due by { $due }
toast-case-late-solution = { $client } still waits for a solution: it was due by { $due }

# The lines of a case
case-number = Case { $no }
case-numbers = { $count } cases
line-case-moment = "@{ $text }" is no moment of the past
line-case-promise = "@{ $text }" is no moment to come
line-case-sign = "{ $text }" is no kind, cause or channel that is not named yet
toast-case-past = it was due { $at }
do-question-agree = yes
not-with-others = Case { $no } is put right on its own, with F

# On the prep sheet
prep-cases = Cases
prep-case = No. { $no } "{ $text }": { $status }, { $when }
prep-case-closed = No. { $no } "{ $text }", closed { $on }
prep-case-marked = { $said }: { $score } of 5
# Improvements done again
refused-improvement-done = This improvement is done, and its cause has not come back since
