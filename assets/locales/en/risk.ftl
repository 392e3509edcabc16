# Clients at risk: signals and their evidence, the list, playbooks, possible work.

tab-risk = At risk
do-at-risk = at risk
do-at-risk-help = Clients who may be drifting away, most at stake first
risk-unknown = unknown
risk-low = low
risk-medium = medium
risk-high = high
risk-folded = { $count } more below the fold
risk-snoozed = { $count } put off
list-no-risk = Nobody is at risk.
kind-playbook = playbook
what-step = step
reason-step = { $playbook }, step { $no } of { $of }: { $step }

signal-open-complaint = { $count ->
    [1] an open complaint
   *[other] { $count } open complaints
}
signal-complaint-late = { $count ->
    [1] a complaint past its limit
   *[other] { $count } complaints past their limit
}
signal-bad-mark = case { $no } was marked { $score } of 5
signal-reopened = case { $no } came back on { $on }
signal-more-complaints = { $count } complaints in half a year, { $before } in the half year before
signal-contact-silence = no word from them for { $days } days (usual { $usual }), { $count ->
    [1] 1 attempt unanswered
   *[other] { $count } attempts unanswered
}
signal-no-word = no word from them for { $days } days (usual { $usual }); it is mostly they who call
signal-own-silence = you have not been in touch for { $days } days
signal-cold-replies = { $answered } of { $count } contacts answered in 90 days, { $before } of { $of } before
signal-low-nps = would not recommend you: { $score } of 10
signal-low-csat = not content: { $score } of 5
signal-fallen-nps = mark fell from { $before } to { $score } of 10
signal-fallen-csat = mark fell from { $before } to { $score } of 5
signal-promoter = recommends you: { $score } of 10
signal-contract-late = { $title }: signature was expected { $close }, { $days } days ago{ $slips ->
    [0] {""}
    [1] , put off once
   *[other] , put off { $slips } times
}
signal-fewer-projects = { $count ->
    [0] no project running
    [1] 1 project running
   *[other] { $count } projects running
}, { $usual } on average in 12 months
signal-competitor = a rival was mentioned on { $on }
signal-amount-drop = the last 3 orders bring { $share } of what the earlier ones did
signal-renewal-near = { $title } ends { $end }, nothing agreed yet
signal-frequency-drop = no order for { $days } days, { $times } x the usual { $usual }

signal-row-case = case { $no }, { $on }: "{ $text }"
signal-row-spoke = last heard from them { $on }
signal-row-attempt = { $channel } { $on }, unanswered
signal-row-cold = { $channel } { $on }, cold or declined
signal-row-nps = { $on }: { $score } of 10 { $reasons }
signal-row-csat = { $on }: { $score } of 5 { $reasons }
signal-row-slip = signature put off from { $from } to { $to }
signal-row-order = { $on }: { $amount }

fact-opportunity = opportunity
fact-playbook = playbook
fact-playbook-step = step
fact-outcome = outcome
fact-investment = decision

refused-no-opportunity = No such opportunity; "touchbase opportunity list" shows them
refused-no-run = No such playbook runs; "touchbase playbook list" shows them
refused-no-step = No such step; "touchbase playbook list" shows them
refused-step-done = This step is done already
refused-run-over = This playbook is over already
refused-running = { $title } runs at this client already
refused-steps = A playbook needs 1 to { $most } steps
refused-lost = This client is lost already
refused-chance = The probability must be 0 to 100 %

did-add-opportunity = { $named ->
    [1] Added opportunity: { $what }, { $client }
   *[other] Added opportunity, { $client }
}
did-edit-opportunity = { $named ->
    [1] Changed opportunity: { $what }, { $client }
   *[other] Changed opportunity, { $client }
}
did-win-opportunity = { $named ->
    [1] Won: { $what }, { $client }
   *[other] Opportunity won, { $client }
}
did-lose-opportunity = { $named ->
    [1] Not won: { $what }, { $client }
   *[other] Opportunity lost, { $client }
}
did-start-playbook = { $named ->
    [1] Began { $what }, { $client }
   *[other] Began a playbook, { $client }
}
did-end-playbook = { $named ->
    [1] Ended { $what }, { $client }
   *[other] Ended a playbook, { $client }
}
did-stop-playbook = { $named ->
    [1] Broke off { $what }, { $client }
   *[other] Broke off a playbook, { $client }
}
did-step = { $named ->
    [1] Step done: { $what }, { $client }
   *[other] Step done, { $client }
}
did-skip-step = { $named ->
    [1] Step left out: { $what }, { $client }
   *[other] Step left out, { $client }
}
did-save-client = Won back: { $client }
did-lose-client = Lost: { $client }
did-invest-keep = Decided to keep { $client } as promised
did-invest-automate = Decided to serve { $client } by mail only
did-invest-end = Took the decision about { $client } back
did-snooze-risk = Off the list until { $day } unless something new shows, { $client }

explain-value-expected = expected margin of 12 months { $value } of { $total }: { $share }; counts { $weight }

cli-risk-about = Clients who may be drifting away: how much, why, and what is at stake
cli-risk-example = touchbase risk --min 0.5

# Values (S54, S62, S68 to S71): views of the list of clients, small clients, groups, what clients look for.

view-plan = plan
view-past = past
view-expected = expected
view-share = share
view-rfm = RFM
view-hour = hour
view-pay = pay
view-growth = growth
view-keep = keep
value-past = 12 months
value-before = year before
value-decayed = faded by age
value-expected = expected
value-lifetime-12 = worth, 12 months
value-lifetime-36 = worth, 36 months
value-share = share
value-accumulated = summed up
value-share-expected = of expected
value-marks = RFM
value-recency = last order
value-frequency = a year
value-amount = an order
value-hour = an hour
value-time = time
value-contacts = contacts
value-untimed = untimed
value-pays = days to pay
value-open = open
value-growth = growth
value-rising = rising
value-orders = orders
value-advice = advice
value-reason = because
value-decided = decided
value-range = { $low } to { $high }
value-days = { $n } d
value-days-ago = { $n } d ago
value-orders-of = { $now }, { $before }
value-is-rising = rising

advice-keep = keep
advice-automate = mail only
advice-let-go = let go
advice-why-rising = it grows: { $growth } more margin than the year before
advice-why-potential = you gave its potential { $mark } of 5
advice-why-fit = you gave its fit { $mark } of 5
advice-why-opportunity = "{ $title }" is still open
advice-why-case = case { $no } is to be settled first
advice-why-new = a client for less than a year: too early to say
advice-why-no-order = no order for { $months } months, nothing running
advice-why-never = never ordered, nothing running
advice-why-loss = it costs you money: margin { $margin } in 12 months
advice-why-dear-complaints = an hour brings { $hour } (the book { $usual }), and { $count } complaints in 12 months
advice-why-dear = an hour brings { $hour }, the whole book { $usual }
advice-why-cheap = an hour brings { $hour }, no less than the book's { $usual }
advice-why-small = { $share } of the book's margin; { $contacts ->
    [0] mails will do
    [1] 1 contact a year, mails will do
   *[other] { $contacts } contacts a year, mails will do
}
advice-why-fair = margin { $margin } in 12 months

facet-industry = industry
facet-region = region
facet-size = size
facet-tenure = years
facet-need = looks for
facet-tier = tier
facet-none = nothing entered
facet-years-under = under { $to ->
    [1] 1 year
   *[other] { $to } years
}
facet-years = { $from } to { $to } years
facet-years-over = { $from } years and more
facets-title = Clients by
facets-heads-count = clients
facets-heads-share = margin
facets-heads-risk = at risk
facets-none = No clients.

need-quality = quality
need-price = value for money
need-service = service
field-need-type = kind of need
map-field-need_type = kind of need
map-field-need_why = how it is known
refused-empty-need = Say what they look for
refused-need-why = Say how you know what they look for: a guess without a note is none

cli-error-filter-number = "{ $text }" needs a number: tenure<3, growth>25%

cli-client-list-view = past, expected, share, rfm, hour, pay, growth or keep: other figures, the largest first
cli-client-list-keep-or-drop = Small clients (tier C, or those the filter names) with what they bring and cost, and what may be done
cli-client-invest-about = Decides how much is put into a client: keep as promised, automate (mails only), auto takes it back
cli-client-invest-example = touchbase client invest Delta automate -m "costs more than it brings"
cli-client-invest-how = keep, automate, or auto
cli-arg-need-type = What they look for first: quality, price, service, or one of the policy's own; "" clears
cli-arg-need-why = How you know (needed with --need-type)
cli-error-need-why-alone = --need-why needs --need-type beside it
cli-error-need = "{ $text }" is no known kind of need; there are { $choices }
cli-hour-book = Over all clients with minutes an hour brings { $hour }.
cli-hour-untimed = Contacts without minutes are not counted: with them an hour brings less.
cli-lifetime-sum = A lifetime value is a range. Do not add them up: together they are no forecast.
cli-cost-unknown = Where an invoice names no cost, its amount counts as margin.
cli-keep-none = No small clients.
cli-keep-how = Decide with "touchbase client invest CLIENT keep|automate -m WHY" or "touchbase client stop CLIENT -m WHY".
cli-column-complaints = Complaints

value-says-expected = { $expected } expected in the next 12 months
value-says-lifetime = worth { $year } over 12 months, { $three } over 36
value-says-share = { $share } of the book's margin, RFM { $rfm }
value-says-rising = rising: { $growth } more than the year before
value-says-decided = decided on { $day }: { $what } ({ $why })
explain-worth = Value
explain-worth-past = margin of 12 months { $margin }, of the 12 before { $before }
explain-worth-expected = expected in 12 months { $expected } = { $orders } orders x { $margin } each
explain-worth-lifetime = lifetime value: { $year } over 12 months, { $three } over 36
explain-worth-range = each expected order x its margin, later months less by 10 % a year; the range is 0.7 to 1.3 times that
explain-worth-hour = { $hour } an hour: margin of 12 months by { $time } of contacts and cases{ $untimed ->
    [0] {""}
    [1] ; 1 contact without minutes is not in it
   *[other] ; { $untimed } contacts without minutes are not in it
}
explain-worth-no-minutes = margin per hour unknown: { $contacts ->
    [0] no minutes were written down
    [1] 1 contact, no minutes were written down
   *[other] { $contacts } contacts, no minutes were written down
}
explain-worth-growth = { $growth } against the 12 months before
explain-worth-rising = { $growth } against the 12 months before: rising
brief-need-type = { $need } ({ $why })

group-view = view
do-view-next = next view
do-view-next-help = clients by what they brought, are expected to bring, their share, orders, margin per hour, days to pay, growth; small ones
do-view-back = view before
do-view-back-help = the view before this one
do-facets = count
do-facets-help = how many clients of each industry, region, size, length of time, kind of need and tier; Enter filters
do-facet-take = filter
do-facet-take-help = show the clients of this group
do-facet-next = next
do-facet-next-help = count by something else
do-facet-back = before
do-facet-back-help = what was counted by before
do-decide = decide
do-decide-help = how much is put into a client: keep, mails only, or let go; the reason is asked for
do-decide-keep = keep
do-decide-keep-help = keep the client as promised; the reason is asked for
do-decide-automate = mail only
do-decide-automate-help = serve the client by mail only; the reason is asked for
do-decide-stop = let go
do-decide-stop-help = stop serving the client; the reason is asked for
do-decide-nothing = as before
do-decide-nothing-help = take the decision back
scope-values = CLIENTS
scope-decide = AFTER M
scope-facets = COUNTED
not-on-clients = That works in the list of clients: press 2
pending-decide = { $client }: what is to be done?
line-invest-why = { $client }, { $what }: why
line-let-go-why = { $client }, let go: why
example-invest = three contacts a month for two orders a year
form-field-need-type = Looks for
form-field-need-why = How known
brief-keep = { $advice }: { $why }
brief-worth = VALUE
value-range-short = { $low }-{ $high }
