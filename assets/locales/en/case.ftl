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
draft-no-end = { $file }, line { $line }: this does not come to an end; look for a loop
draft-too-long = { $file }, line { $line }: the text grows too long; look for a loop
draft-first-lines = { $file }, line { $line }: "{ $text }" is neither subject:, channel: nor for:, and the line --- comes after those
draft-no-rule = { $file }, line { $line }: the line --- between the first lines and the text is missing
draft-bad-channel = { $file }, line { $line }: "{ $text }" carries no text; channel is message, email or letter
draft-bad-use = { $file }, line { $line }: "{ $text }" is no use; write client, case/propose or complaint/acknowledge (acknowledge, propose, resolve, follow-up, reopen)
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
