# store: what was done, what was refused, what is wrong with the file

# Done (past tense, short; also the lines of the history)
did-accept-tier = Tier { $tier } accepted, { $client }
did-add-client = Added client { $client }
did-add-delegated = { $named ->
    [1] Handed out: { $what }, { $client }, due { $day }
   *[other] Handed out a task, { $client }, due { $day }
}
did-add-engagement = { $named ->
    [1] Added project: { $what }, { $client }
   *[other] Added project, { $client }
}
did-add-invoice = { $named ->
    [1] Added invoice: { $what }, { $client }
   *[other] Added invoice, { $client }
}
did-add-lead = Added lead { $client }
did-add-person = { $named ->
    [1] Added person: { $what }, { $client }
   *[other] Added person, { $client }
}
did-add-task = { $named ->
    [1] Noted promise: { $what }, { $client }, due { $day }
   *[other] Noted promise, { $client }, due { $day }
}
did-add-waiting = { $named ->
    [1] Noted what they owe: { $what }, { $client }, due { $day }
   *[other] Noted what they owe, { $client }, due { $day }
}
did-appointment = Agreed { $at }, { $client }
did-cancel-appointment = { $named ->
    [1] Called off: { $what }, { $client }
   *[other] Called off an appointment, { $client }
}
did-done-engagement = { $named ->
    [1] Project done: { $what }, { $client }
   *[other] Project done, { $client }
}
did-done-task = { $named ->
    [1] Task done: { $what }, { $client }
   *[other] Task done, { $client }
}
did-edit-client = { $named ->
    [1] Changed { $client }: { $what }
   *[other] Changed { $client }
}
did-edit-engagement = { $named ->
    [1] Changed project: { $what }, { $client }
   *[other] Changed project, { $client }
}
did-edit-invoice = { $named ->
    [1] Changed invoice: { $what }, { $client }
   *[other] Changed invoice, { $client }
}
did-edit-person = { $named ->
    [1] Changed person: { $what }, { $client }
   *[other] Changed person, { $client }
}
did-edit-task = { $named ->
    [1] Changed task: { $what }, { $client }
   *[other] Changed task, { $client }
}
did-freeze-month = Kept the scores of the month
did-import = Imported { $count ->
    [one] { $count } record
   *[other] { $count } records
}
did-keep-pin = Kept pin { $tier }, { $client }
did-leave = Days off { $first } to { $last }
did-log-call = Logged call, { $client }
did-log-callback = Logged, { $client }, to speak again { $at }
did-log-declined = Logged as declined, { $client }
did-log-email = Logged email, { $client }
did-log-letter = Logged letter, { $client }
did-log-meeting = Logged online meeting, { $client }
did-log-message = Logged message, { $client }
did-log-no-answer = Logged no answer, { $client }
did-log-unknown = Logged contact, { $client }
did-log-visit = Logged visit, { $client }
did-note = Added note, { $client }
did-override = Changed the plan of { $client }
did-override-end = Back to the plan, { $client }
did-pause = Paused { $client } until { $day }
did-pay-invoice = { $named ->
    [1] Invoice paid: { $what }, { $client }
   *[other] Invoice paid, { $client }
}
did-pin = Pinned { $tier }, { $client }
did-policy = { $named ->
    [1] Policy { $what } is in force
   *[other] Another policy is in force
}
did-remind-invoice = { $named ->
    [1] Reminder sent: { $what }, { $client }, back { $day }
   *[other] Reminder sent, { $client }, back { $day }
}
did-remove-leave = Took back days off
did-remove-person = Removed person, { $client }
did-remove-point = Removed contact point, { $client }
did-reschedule = Moved to { $at }, { $client }
did-resume = Pause ended, { $client }
did-skip = Skipped, { $client }, next { $day }
did-snooze = Snoozed until { $day }, { $client }
did-spread = Spread { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
did-stop = Stopped serving { $client }
did-tag = { $named ->
    [1] Changed tags of { $client }: { $what }
   *[other] Changed tags, { $client }
}
did-unpin = Tier computed again, { $client }
did-verify = Checked the details of { $client }
did-zone = { $named ->
    [1] The time zone is now { $what }
   *[other] Changed the time zone
}
did-something = Something this version does not know
did-nothing = Nothing changed
did-and-more = { $did }, and { $more ->
    [one] { $more } more
   *[other] { $more } more
}
did-undo = Took back: { $did }
did-redo = Did again: { $did }
did-partly = { $did } (taken back in part)
store-client-gone = a client that is gone
did-of-appointment = { $channel }, { $at }
did-of-list = { $a }, { $b }
did-of-own = own field "{ $name }"

# Refused
refused-no-client = No such client; "touchbase client list" shows them
refused-no-person = No such person at this client
refused-no-point = No such contact point
refused-no-touch = No such touch
refused-no-appointment = No such appointment at this client
refused-no-task = No such task at this client
refused-no-leave = No such days off; "touchbase leave list" shows them
refused-no-invoice = No such invoice at this client
refused-no-engagement = No such project at this client
refused-empty-name = The name is empty
refused-empty-text = The text is empty
refused-empty-title = The title is empty
refused-empty-point = The contact point is empty
refused-empty-tag = The tag is empty
refused-empty-field = The field has no name
refused-nothing = Nothing to change was given
refused-nul = Text may not contain a NUL character
refused-long = The text is longer than { $most } characters
refused-grade = Potential and fit are numbers from 1 to 5
refused-hours = A response time is a number of hours, at least 1
refused-minutes = A length is a number of minutes, 0 or more
refused-grace = The grace is a number of working days, 0 to 999
refused-order = { $last } lies before { $first }
refused-not-ahead = { $day } is not after today
refused-touch-ahead = { $at } has not happened yet; for something agreed use an appointment
refused-again = { $again } is not after the contact itself
refused-birthday = There is no such day of the year
refused-channel = That channel cannot be used here
refused-zone = There is no time zone "{ $zone }"; write it like Asia/Shanghai
refused-callback = A callback needs a time to speak again; name it with --again WHEN
refused-no-reason = A reason is needed; give it with -m WHY
refused-same-name = There is a client { $name } already; add something that tells them apart
refused-same-external = { $name } is there already under the same card id
refused-stopped = This client is stopped already
refused-no-pin = This client's tier is not pinned
refused-no-pause = This client is not paused
refused-no-override = The plan of this client is not changed there
refused-appointment-over = This appointment is over already
refused-task-done = This task is done already
refused-engagement-done = This project is done already
refused-no-tag = { $client } has no tag "{ $tag }"; "touchbase client show" lists them
refused-paid = This invoice is paid already
refused-leave-removed = These days off were taken back already

# Undo
store-nothing-to-undo = Nothing to undo
store-nothing-to-redo = Nothing to redo
store-no-such-op = There is no step { $op }; "touchbase history" lists them
store-cannot-undo = Cannot take it back: { $why }
store-cannot-redo = Cannot do it again: { $why }
undo-already = it was taken back already
undo-use-redo = it is an undo; redo does it again
undo-system = the program wrote it by itself
undo-gone = { $what } is gone
undo-taken = the place of { $what } is taken
left-of = { $fact } of { $client }
left-changed = { $what } was changed since
left-needed = { $what } stays, because a later { $by } hangs on it
left-field = { $what }: { $field } was changed since
left-clients = { $names } { $count ->
    [one] stays
   *[other] stay
}: changed or used since; take that back first, then this once more
left-rows = { $what } of { $names }: changed since or needed
left-name = { $name }
left-names = { $name }, { $rest }
left-more = and { $count ->
    [one] { $count } more
   *[other] { $count } more
}

# Facts and fields, as they stand in those sentences
fact-setting = setting
fact-policy = policy
fact-leave = days off
fact-client = client
fact-alias = former name
fact-person = person
fact-point = contact point
fact-tag = tag
fact-engagement = project
fact-touch = touch
fact-appointment = appointment
fact-task = task
fact-deferral = deferral
fact-override = changed plan
fact-pin = pinned tier
fact-invoice = invoice
fact-extra = own field
fact-care-date = yearly date
fact-tier-change = tier change
fact-month-score = month score
field-name = name
field-kind = kind
field-status = status
field-industry = industry
field-region = region
field-size = size
field-need = need
field-since = first day
field-potential = potential
field-fit = fit
field-budget = budget
field-preferred-channel = preferred channel
field-response-hours = response time
field-quiet-hours = quiet hours
field-verified = day of the last check
field-source = source
field-note = note
field-do-not-mention = what not to mention
field-text = text
field-due = due day
field-done = done
field-assignee = assignee
field-number = number
field-amount = amount
field-cost = cost
field-paid = payment
field-product = product
field-title = title
field-end = last day
field-notice = notice day
field-renew = renewal day
field-role = role
field-ended = end
field-person = person
field-value = address
field-other = a detail

# The file
store-no-database = No database at { $path }; "touchbase client add NAME" or "touchbase import FILE" makes one
store-locked = { $path } is in use by another program; try again when it has finished
store-directory = { $path } is a folder; name a file with --db
store-not-ours = { $path } is not a touchbase file (or it is encrypted); name another with --db
store-newer = { $path } was written by a newer version (schema { $version }); update touchbase to open it
store-damaged = { $path } is damaged ({ $detail }); put back a copy of it
store-read-only = { $path } is read-only; make it writable, or name another file with --db
store-moved = Not saved: the file was moved, replaced or deleted meanwhile; start again ({ $path })
store-full = No room to write { $path } (disk, quota or file size limit); nothing was changed; make room and try again
store-unusable = { $path } cannot be used ({ $detail })
store-symlink = { $path } is a symbolic link that leads nowhere, or to a file of another user; put the file back, or name another with --db
store-query = SQL: { $detail }
store-query-writes = This SQL would do more than read; only one SELECT is allowed
store-failed = The database refused: { $detail }

# Survey answers, own quadrants, relations, changed facts
did-add-csat = Noted CSAT { $score } of 5, { $client }
did-add-nps = Noted NPS { $score } of 10, { $client }
did-edit-appointment = { $named ->
    [1] Changed an appointment ({ $what }), { $client }
   *[other] Changed an appointment, { $client }
}
did-edit-leave = Changed days off: now { $first } to { $last }
did-edit-point = { $named ->
    [1] Changed contact point: { $what }, { $client }
   *[other] Changed contact point, { $client }
}
did-edit-touch = { $named ->
    [1] Changed a logged contact ({ $what }), { $client }
   *[other] Changed a logged contact, { $client }
}
did-flag-cold = Cold answer noted, { $client }
did-flag-competitor = Rival noted, { $client }
did-flag-declined = Declined invitation noted, { $client }
did-quadrant = Put into quadrant { $quadrant }, { $client }
did-quadrant-end = Quadrant computed again, { $client }
did-rank-points = Put contact points in order, { $client }
did-relate = { $named ->
    [1] { $client }: noted as { $what }
   *[other] Noted a relation, { $client }
}
did-relate-end = { $named ->
    [1] { $client }: no longer { $what }
   *[other] Ended a relation, { $client }
}
did-remove-survey = Removed the mark { $score }, { $client }
relation-competitor = competitor of { $other }
relation-partner = partner of { $other }
relation-group = of one group with { $other }
relation-conflict = in conflict with { $other }
refused-no-survey = No such survey answer; "touchbase survey list" shows them
refused-nps = NPS goes from 0 to 10; give a whole number between them
refused-csat = CSAT goes from 1 to 5; give a whole number between them
refused-to-come = { $day } is still to come; give a day up to today
refused-quadrant = Quadrants go from 1 to 4
refused-relate-itself = A client cannot be related to itself; name another one
refused-no-relation = These two clients have no such relation; "touchbase client show" lists them
fact-survey = survey answer
fact-quadrant = own quadrant
fact-relation = relation
field-channel = channel
field-direction = direction
field-outcome = outcome
field-at = time
field-minutes = length
field-flag = flag
field-start = start
field-place = place
field-label = label
field-rank = order
field-invalid = mark as wrong
field-goal = goal
field-requirement = requirement
field-issued = issue day
field-currency = currency
field-birthday = birthday
