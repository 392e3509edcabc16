# Why an item stands in the queue, and the arithmetic of tier, due day and priority.

every-days = { $n ->
    [1] every day
   *[other] every { $n } d
}
every-months = { $n ->
    [1] every month
   *[other] every { $n } months
}

reason-last-channel = { $every }, last { $channel } { $on }
reason-last = { $every }, last contact { $on }
reason-never = { $every }, never in touch since { $since }
reason-retry = { $n ->
    [1] no answer yet
   *[other] { $n } tries without answer
}; { $promise }
reason-snoozed = { $n ->
    [1] put off once
   *[other] put off { $n } times
}; { $promise }
reason-batch = { $n } C clients, one mail
reason-appointment = { $has-remark ->
    [1] { $remark }
   *[other] agreed { $channel }, { $at }
}
reason-appointment-passed = { $channel } was at { $at }: did it happen?{ $has-remark ->
    [1] {" "}{ $remark }
   *[other] {""}
}
reason-task = { $text }
reason-task-waiting = waiting for them: { $text }
reason-task-delegated = with { $assignee }: { $text }
reason-invoice = invoice { $number }{ $amount } unpaid, { $days } d past due; reminder { $reminder }
reason-renewal = { $title }: notice by { $day }, { $days } d left
reason-renewal-passed = { $title }: notice day { $day } has passed
reason-review = check the details, last checked { $on }
reason-review-never = check the details, never checked
reason-tier-up = tier { $from } to { $to } offered: worth more for two month-ends
reason-tier-down = tier { $from } to { $to } offered: worth less for two month-ends
reason-pin = pinned to { $tier }: { $why }; still right?
reason-lead = no next step yet, since { $since }

explain-tier = Tier
explain-due = Due day
explain-priority = Priority
explain-item = Why this { $kind }

explain-computed = { $tier }, computed
explain-computed-thin = { $tier }, computed from little (fewer than 3 orders or missing factors)
explain-held = { $tier }, held since { $since }; computed today: { $computed }
explain-pinned = { $tier }, pinned: { $why } (look again { $review }); computed: { $computed }
explain-advice = fewer than { $n } active clients: tiers are yours to set; the computed one would be { $computed }
explain-unsorted = unsorted: no orders and no entered potential, fit or budget
explain-not-active = no tier: { $status }
explain-value-margin = { $orders ->
    [1] 1 order
   *[other] { $orders } orders
}, margin with age counted in { $value } of { $total }: { $share }
explain-value-entered = no invoices in the book: entered budget and factors, { $share } of the sum
explain-factor = entered potential { $potential } and fit { $fit }: x { $factor }
explain-place = score { $score }, place { $rank } of { $n }, { $share } of the score stands before: { $tier } (A below { $a }, B below { $b })
explain-negative = margins sum up to less than nothing: counted as 0
explain-up = to { $to }: score + { $score }, for example one more order of at least { $amount } of margin a year (it counts half after { $half } days)
explain-up-entered = to { $to }: a higher potential, fit or budget
explain-up-full = to { $to }: not by margin alone, the places are taken
explain-cost-unknown = some costs are unknown: the amount stands for the margin
explain-no-rate = no rate for { $currency } in the configuration: left out of the value
explain-offer = offered: { $from } to { $to }, { $share } stood before at the last month-end

explain-due-last = { $channel } { $every }: last { $by } { $from }, due { $due }, overdue from { $overdue } (grace { $grace } working d)
explain-due-since = { $channel } { $every }: never yet, client since { $from }, due { $due }, overdue from { $overdue } (grace { $grace } working d)
explain-due-if = { $channel } today would move it to { $next }
explain-overridden = changed for this client: { $why }
explain-skipped = one turn was skipped
explain-after-pause = nothing falls due within a pause: its day is the first one after it
explain-spread = its day was set by spread
explain-snoozed = { $n ->
    [1] put off until { $until }
   *[other] put off until { $until }, { $n } times now
}
explain-retry = { $n ->
    [1] no answer at the last try
   *[other] { $n } tries without answer
}: again { $due }
explain-booked = booked: appointment { $at }
explain-booked-late = booked, late: appointment { $at }
explain-paused = paused until { $until }
explain-no-plan = no contact plan: { $status }
explain-follows-c = without a tier it follows the plan of C

explain-not-today = nothing today; next { $next }
explain-not-today-none = nothing today
explain-item-priority = { $kind }: priority { $priority } = importance { $importance } x urgency { $urgency }; quadrant { $quadrant }
explain-quadrant = important from { $important }, urgent from { $urgent }
explain-tomorrow = untouched until tomorrow: { $priority }

policy-bad = { $name } line { $line }: { $what }
policy-bad-key = { $name } line { $line }, { $key }: { $what }
policy-missing = is missing
policy-not-text = must be a text in quotes
policy-range = must be a number from { $low } to { $high }
policy-whole = must be a whole number
policy-not-flag = must be true or false
policy-not-table = must be a table
policy-unknown = is not a key here; these are: { $known }
policy-not-toml = is not TOML: { $detail }
policy-shares = must be larger than a_share
policy-weights = must stay below 1 together with potential_weight
policy-apply = must be "offer" or "policy"
policy-reminders = must be a rising list of days, such as [3, 10, 20]
policy-perks = must be a list of at most { $most } texts of up to { $length } characters, such as ["first choice of dates"]
policy-no-contact = must name at least one contact: no client is left without a plan
policy-channel = must be visit, meeting, call, message, email or letter
policy-twice = names a channel that this tier has already
policy-interval = must be an interval such as 7d, 2w, 1mo or 1y

# Marks to ask for, and quadrants chosen by hand
reason-ask-survey = { $reason }; ask for a mark
explain-survey = Next mark
explain-survey-nps = last mark: NPS { $score } of 10 on { $on }
explain-survey-csat = last mark: CSAT { $score } of 5 on { $on }
explain-survey-after = asked for { $every }, counted from { $from }: { $late ->
    [1] overdue since { $due }
   *[other] due { $due }
}
explain-survey-since = asked for { $every }; no mark yet, client since { $from }: { $late ->
    [1] overdue since { $due }
   *[other] due { $due }
}
explain-survey-none = no mark is asked for: { $status }
explain-survey-today = today's contact asks for it
explain-survey-waits = it waits for the next call, meeting or visit
explain-quadrant-chosen = the quadrant was chosen by hand; computed it would be { $computed }

# The timeline of a client.
timeline-contacts = contacts
timeline-money = money
timeline-work = work
timeline-marks = marks
timeline-judgement = judgement
timeline-touch = { $channel }{ $direction ->
    [in] , from them
   *[other] {""}
}{ $outcome ->
    [no-answer] , no answer
    [callback] , call back
    [declined] , declined
   *[other] {""}
}{ $has-person ->
    [1] , { $person }
   *[other] {""}
}{ $minutes ->
    [0] {""}
   *[other] , { $minutes } min
}{ $flag ->
    [competitor] , rival
    [cold] , cold
    [declined] , invitation declined
   *[other] {""}
}
timeline-appointment = { $channel } agreed{ $has-place ->
    [1] , { $place }
   *[other] {""}
}
timeline-appointment-kept = agreed { $channel } took place{ $has-place ->
    [1] , { $place }
   *[other] {""}
}
timeline-appointment-cancelled = agreed { $channel } called off{ $has-place ->
    [1] , { $place }
   *[other] {""}
}
timeline-task = promised: { $text }
timeline-task-waiting = waiting for them: { $text }
timeline-task-delegated = with { $assignee }: { $text }
timeline-task-done = done: { $text }
timeline-invoice = invoice { $number }{ $amount }
timeline-credit = credit note { $number }{ $amount }
timeline-paid = paid after { $days } d: { $number }{ $amount }
timeline-unpaid = to be paid: { $number }{ $amount }
timeline-engagement = { $kind } begins: { $title }
timeline-engagement-done = { $kind } finished: { $title }
timeline-engagement-cancelled = { $kind } called off: { $title }
timeline-engagement-notice = last day to give notice: { $title }
timeline-engagement-renew = renews: { $title }
timeline-engagement-end = { $kind } ends: { $title }
timeline-snooze = { $what } put off until { $until }
timeline-skip = { $what } skipped, next { $until }
timeline-pause = paused until { $until }
timeline-spread = { $what } moved to { $until } by the spread
timeline-reminder = reminder sent, back { $until }
timeline-plan = plan changed: { $channel } { $every }
timeline-pin = pinned to { $tier }
timeline-unpin = pin to { $tier } taken off
timeline-tier-first = first tier: { $to }
timeline-tier = tier { $from } to { $to }, accepted
timeline-tier-policy = tier { $from } to { $to }, by the policy
timeline-status = status: { $status }
timeline-review = details checked
timeline-since = first day as a client
timeline-of-channel = { $channel }
timeline-nps = NPS { $score } of 10
timeline-csat = satisfaction { $score } of 5
timeline-competitor = competitor of { $other }
timeline-partner = partner of { $other }
timeline-group = same group as { $other }
timeline-conflict = conflict with { $other }
timeline-of-all = everything

# How complete a client is.
complete-basic = basic
complete-need = needs
complete-interaction = contact and business
complete-phone = phone or WeChat
complete-email = email
complete-industry = industry
complete-region = region
complete-person = a person by name
complete-size = size
complete-address = address for visits
complete-needs = what they need
complete-budget = budget
complete-potential = potential
complete-fit = fit
complete-note = a note on a recent contact
complete-business = an invoice or project
complete-survey = a survey answer

# The sorting deck.
deck-computed = computed from little, as advice: { $tier }
deck-project = a project is running
deck-unknown = nothing to go by: no invoices, no project, nothing entered

# The sheet to prepare a visit with.
prep-title = { $client } ({ $tier })
prep-do-not-mention = Do not mention: { $text }
prep-late = late
prep-text = { $text }
prep-about = Who
prep-who = { $status }, since { $since }
prep-prefers = prefers { $channel }
prep-quiet = not { $from } to { $to }
prep-response = answer agreed within { $hours } h
prep-note = note: { $text }
prep-point = { $kind }: { $value }{ $has-label ->
    [1] {" "}({ $label })
   *[other] {""}
}
prep-people = People
prep-person = { $name }{ $has-role ->
    [1] , { $role }
   *[other] {""}
}{ $has-birthday ->
    [1] , birthday { $birthday }
   *[other] {""}
}
prep-appointments = Agreed
prep-appointment = { $channel } { $at }{ $minutes ->
    [0] {""}
   *[other] , { $minutes } min
}{ $has-place ->
    [1] , { $place }
   *[other] {""}
}
prep-we-owe = You owe
prep-they-owe = They owe
prep-task = { $due }: { $text }{ $has-assignee ->
    [1] , { $assignee }
   *[other] {""}
}
prep-projects = Projects
prep-project = { $title }, since { $start }
prep-project-next = { $title }, { $next }
prep-notice = notice by { $day }
prep-renews = renews { $day }
prep-ends = ends { $day }
prep-touches = Last contacts
prep-touch = { $day }: { $what }
prep-never = never in touch
prep-needs = What they need
prep-money = Money
prep-billed = { $amount } billed in 12 months
prep-invoice = invoice { $number }{ $amount }, due { $due }
prep-invoice-late = invoice { $number }{ $amount }, was due { $due }, { $days } d ago
prep-pays = pays after { $days } d
prep-budget = budget { $amount }
prep-questions = To ask
prep-ask-need = Is this still what you need: { $text }?
prep-ask-renewal = Does { $title } go on? Notice or renewal { $day }
prep-ask-missing = not known yet: { $field }
prep-ask-review = Are the details still right? Last checked { $on }
prep-ask-review-never = Are the details right? Never checked
prep-mark = { $mark }, { $on }
prep-warning = { $what }: { $note }
prep-ask-mark = How likely are they to recommend you, 0 to 10?
prep-perks = May be offered
