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
cli-error-cause = "{ $text }" is no cause of the policy; there are { $choices }
cli-error-not-conflict = --with names the other side of a conflict: use --kind conflict
cli-error-evidence = name a file, or take one off with --remove N
why-not-there = there is no such file

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
cli-case-record-open = Not closed
cli-case-record-pair = { $name }: { $text }
cli-case-next-both-late = { $answer }; the solution was due { $due }
