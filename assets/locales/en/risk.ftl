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
what-offer = offer
reason-step = { $playbook }, step { $no } of { $of }: { $step }

signal-open-complaint = { $count ->
    [1] a complaint is open
   *[other] { $count } complaints are open
}
signal-complaint-late = { $count ->
    [1] a complaint past its limit
   *[other] { $count } complaints past their limit
}
signal-bad-mark = case { $no } was marked { $score } of 5
signal-reopened = case { $no } came back on { $on }
signal-more-complaints = { $count } complaints in half a year, { $before } in the half year before
signal-contact-silence = no word from them for { $days } days (usually every { $usual }), { $count ->
    [1] 1 attempt unanswered
   *[other] { $count } attempts unanswered
}
signal-no-word = no word from them for { $days } days (usually every { $usual }); it is mostly they who call
signal-own-silence = you have not been in touch for { $days } days
signal-cold-replies = answered { $answered } of { $count } contacts in 90 days, { $before } of { $of } before that
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
}, { $usual } on average over 12 months
signal-competitor = a rival was mentioned on { $on }
signal-amount-drop = the last 3 orders bring { $share } of what the earlier ones did
signal-renewal-near = { $title } ends { $end }, nothing agreed yet
signal-frequency-drop = no order for { $days } days, { $times } times as long as usual ({ $usual })

signal-row-case = case { $no }, { $on }: "{ $text }"
signal-row-spoke = last heard from them { $on }
signal-row-attempt = { $channel } { $on }, unanswered
signal-row-cold = { $channel } { $on }, cold or declined
signal-row-nps = { $on }: { $score } of 10{ $given ->
    [0] {""}
   *[other] , { $reasons }
}
signal-row-csat = { $on }: { $score } of 5{ $given ->
    [0] {""}
   *[other] , { $reasons }
}
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
refused-negative = An amount must not be negative here
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
value-past = margin, 12 months
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
# The tab At risk
do-fold = open
do-fold-help = On the line of the fold: show the clients below it, and hide them again
do-fold-close = close
scope-fold = ON THE LINE OF THE FOLD
not-a-fold = This opens the fold of At risk; go to its line first
not-at-risk = { $client } does not stand on the list of those at risk
do-put-off = put off
pending-put-off = Put { $client } off for how long?
line-put-off = Put { $client } off until { $day }, because
example-put-off = why it can wait; a new sign brings the client back before its day
column-risk = Risk
column-stake = At stake
column-silent = No order
column-orders = Orders
column-contacts = Contacts
column-reason = Reason
risk-days = { $days } d
risk-one-order = one order so far, { $days } days ago
risk-no-order = no order for { $days } days, usual { $usual }
risk-new-sign = new: { $reason }
risk-until = until { $day }: { $why }
risk-unfolded = { $count } more, by what is at stake
risk-little-history = Little own history: only reasons are shown, no figures
risk-remark = high risk: { $reason }
risk-state-no-order = no order yet
risk-state-new = new, no usual gap between orders yet
risk-state-booked = an order is booked for { $day }
risk-state-paused = paused until { $day }
risk-state-engaged = work is agreed until { $day }
risk-next-contact = next step: { $channel } { $day }
risk-next-now = next step: { $channel }, due now
risk-next-step = next step: { $playbook }, { $step }, { $day }
risk-next-none = no next step yet
list-no-risk-more = Who orders later than usual, complains, answers less or speaks of a rival stands here, most at stake first.
brief-risk = RISK
brief-stake = { $stake } of { $expected } a year at stake
brief-put-off = put off until { $day }: { $why }
brief-woken = was put off until { $day }: { $why }
brief-risk-figures = orders alone { $alone }, with signals { $all }
# Tiers: factors, previews, history
policy-choice = must be one of these: { $known }
policy-no-factor = must name at least one factor besides effort that has a weight: without it nobody is worth anything
policy-factor-twice = names a factor that is weighed already
policy-window = must be at most 24mo: contacts are not remembered for longer
policy-values = must name at most { $most } texts
factor-margin = margin
factor-sales = sales
factor-expected = expected margin
factor-frequency = frequency
factor-budget = budget
factor-industry = industry
factor-region = region
factor-size = size
factor-tenure = tenure
factor-effort = effort
factor-potential = potential
factor-fit = fit
explain-no-invoice = no invoice of this client yet: what it brought is not known and counts as 0; pin a tier where you know better
explain-term = { $factor } { $weight }: { $own } of { $total } -> { $score }
explain-term-log = { $factor } { $weight }, large ones dampened: { $own }, { $share } of all -> { $score }
explain-term-rank = { $factor } { $weight }, by place: { $own }, { $share } of all -> { $score }
explain-term-missing = { $factor } { $weight }: not known, counts as the mean of the others -> { $score }
explain-term-zero = { $factor } { $weight }: not known, counts as nothing -> { $score }
explain-term-none = { $factor }: not known of anybody, left out
explain-term-effort = effort, weight { $weight }: { $minutes } min a year, { $mean } x the mean -> x { $times }
explain-term-effort-none = effort, weight { $weight }: no contact on record, counts as the mean -> x { $times }
explain-orders-a-year = { $n } orders a year
explain-contacts-a-year = { $n } contacts a year
explain-years = { $n } years
explain-up-factor = to { $to }: for example { $factor } of { $amount }, all else as it is
explain-up-factors = to { $to }: not by one factor alone, the places are taken
explain-unsorted-factors = unsorted: none of the policy's factors is known
explain-enter = not known: { $factor }; until it is, the tier stands on less (A?)
explain-months = at month-ends, Jan to Dec: { $strip }
tier-change-first = { $at }: { $to }, first held (S { $score }, { $share } before)
tier-change-accepted = { $at }: { $from } to { $to }, accepted (S { $score }, { $share } before)
tier-change-policy = { $at }: { $from } to { $to }, by the policy (S { $score }, { $share } before)
tier-change-pinned = { $at }: { $from } to { $to }, pinned
tier-change-unpinned = { $at }: { $from } to { $to }, no longer pinned
page-tiers = Tier by month  { $strip }
cli-show-tiers = Tier over time
preview-at-once = at once
preview-offered = offered at month-ends
preview-pinned = pinned, stays
preview-advice = advice only
preview-why = score { $score } -> { $then }, share before it { $share } -> { $shared }
preview-why-sorted = was unsorted; score { $then }, share before it { $shared }
preview-why-unsorted = nothing to place it by
preset-by = tiers by { $factors }
preset-moves = { $count ->
    [0] no client changes tier
    [1] 1 client would change tier
   *[other] { $count } clients would change tier
}
cli-tiers-preview = The clients another policy would place in another tier; nothing is changed
cli-preview-head = { $count ->
    [0] Under { $policy } no client would change tier.
    [1] Under { $policy } 1 client would change tier.
   *[other] Under { $policy } { $count } clients would change tier.
}
cli-preview-counts = At once: A { $a } -> { $a_then }, B { $b } -> { $b_then }, C { $c } -> { $c_then }. When every offer is accepted: A { $a_last }, B { $b_last }, C { $c_last }.
cli-preview-same = Its rules for tiers are those in force.
cli-preview-take = Nothing was changed; touchbase policy use { $policy } puts it in force. Tiers that are held change at month-ends, as the change is offered.
cli-policy-held = Tiers that are held change at month-ends, as the change is offered; touchbase tiers --preview POLICY names the clients beforehand.
cli-column-from = From
cli-column-to = To
cli-column-takes = Takes effect
# The risk explained: the headline, the figure, the orders, each sign, what would lower it, what the client is worth.
explain-risk = Risk
explain-risk-level = { $level }: { $reasons }
explain-risk-and = { $first }; { $second }
explain-risk-together = several small signs together
explain-risk-index = orders alone { $alone }, with signals { $index } (a risk index, no probability)
explain-risk-alone = probability of no order by { $by }: { $chance }
explain-risk-little = little own history: { $count ->
    [0] no client has
    [1] only 1 client has
   *[other] only { $count } clients have
} ordered again, so there are reasons here and no figure
explain-risk-not-served = no risk: { $status }
explain-risk-no-order = unknown: no order was ever seen
explain-risk-new = unknown: new, first order { $first }; a figure comes from { $from } on
explain-risk-booked = not on the list: an order is booked for { $on }
explain-risk-paused = not on the list: paused until { $until }
explain-risk-engaged = work is agreed until { $end }: until then a missing order hardly counts, only the signs do
explain-risk-average = one order only: the figure is the average of the portfolio
explain-risk-snoozed = put off until { $until }, unless something new shows
explain-risk-season = it orders at one time of the year: of { $days } days without an order { $counted } lay in that season and count
explain-risk-one-order = 1 order, { $silent } d ago
explain-risk-orders = { $count } orders, every { $usual } d on average{ $timing ->
    [regular] {" (regular)"}
    [irregular] {" (irregular)"}
   *[none] {""}
}; silent { $silent } d = { $times } x usual
explain-risk-orders-engaged = { $count } orders, every { $usual } d on average; the last one { $silent } d ago
explain-risk-likely = { $orders } -> { $chance } likely to order again by { $by }
explain-risk-term-slow = no order for { $days } d, { $times } x the usual { $usual }
explain-risk-term-last = last order { $days } d ago
explain-risk-term-one = its one order is { $days } d ago
explain-risk-term-engaged = work is agreed until { $end }
explain-risk-term = { $points }  { $what }
explain-risk-said = { $what }
explain-risk-row = {"  "}{ $row }
explain-risk-cut = the signs add up to { $sum }; { $most } of it counts
explain-risk-without = without this it would be { $index }: { $what }
explain-risk-order-today = an order today would make it { $index }
explain-risk-formula = each order: mean of its own margins and the { $mean } of all; by month, less 10% a year; range x 0.7 to x 1.3
explain-risk-stake = at stake: { $stake } (risk x { $expected } expected in 12 months)
explain-tightened-risk = contacts come at { $share } of their interval: the risk is high
explain-tightened-win-back = contacts come at { $share } of their interval: a win-back runs
explain-tightened-saved = contacts come at { $share } of their interval: won back, watched until { $until }
cli-column-stake = At stake
cli-risk-folded = { $count } more below the fold; touchbase risk --min 0.5 shows all of them
cli-risk-put-off = { $client } is put off until { $day }: { $why }
# Lost clients: the reasons, the choice of one, the way back.
lost-reason-price = price
lost-reason-quality = quality
lost-reason-service = service
lost-reason-competitor = went to a competitor
lost-reason-need-gone = no need any more
lost-reason-budget = no budget
lost-reason-contact-left = contact person left
lost-reason-closed = closed down
lost-reason-other = another reason
do-lose = lost
do-lose-help = the client is gone: pick the reason, then say it in a few words; on a lost client, the way back
do-return = came back
scope-loss = WHY A CLIENT IS LOST
do-loss-take = this reason
do-loss-take-help = take the reason and say it in a few words
do-loss-pick = a reason
do-loss-pick-help = take the reason with this number
loss-title = { $client }: why lost?
line-lost-why = { $client }, lost ({ $reason }): in a few words
example-lost = took the yearly plan of the shop next door
line-return-why = { $client }, back again: why
example-return = new head of marketing, wants the newsletter again
cli-error-without = --{ $option } goes with { $needs } only
cli-client-edit-reason = Why the client is lost: a code of the policy's list
became-lost = lost: { $reason }
became-saved = won back
became-returned = came back
cli-show-outcomes = Lost and won back
# Possible work: stages, the commands, what is said about delays (helper "work").

stage-intake = first talks
stage-needs = needs
stage-proposal = proposal
stage-follow-up = follow-up
stage-won = won
stage-lost = lost
cli-also-stage-intake = intake talks
cli-also-stage-needs = need
cli-also-stage-proposal = offer quote
cli-also-stage-follow-up = followup chase
cli-also-stage-won = win signed
cli-also-stage-lost = lose
prospect-chance = { $share }
prospect-late = { $days ->
    [1] 1 day late
   *[other] { $days } days late
}
prospect-slipped = { $count ->
    [1] put off once
   *[other] put off { $count } times
}
prospect-late-slipped = { $days ->
    [1] 1 day late
   *[other] { $days } days late
}, { $count ->
    [1] put off once
   *[other] put off { $count } times
}
refused-before-state = It stands as it does since { $day }; an earlier day would change nothing

cli-opportunity-about = Opportunities: possible work, its stage, its worth and the day the signature is expected
cli-opportunity-example = touchbase opportunity add Northstar "Website 2027" 120000 --stage proposal --close +30d
cli-opportunity-add-about = Writes down an opportunity
cli-opportunity-add-example =
    touchbase opportunity add Northstar "Website 2027" 120000 --stage proposal --close 2026-12-18
    touchbase opportunity add Delta "Trade fair film" 45000 --probability 30% -m "decides after the fair"
cli-opportunity-add-amount = What it would bring
cli-opportunity-add-at = Since when it is talked about (default now)
cli-opportunity-add-product = What would be sold
cli-opportunity-edit-about = Changes an opportunity; another stage or day of signature is kept with what it was before
cli-opportunity-edit-example =
    touchbase opportunity edit "Website 2027" --stage follow-up --close +2w -m "their board meets later"
    touchbase opportunity edit "Trade fair film" --stage lost -m "gave it to a cheaper studio"
cli-opportunity-edit-amount = The new amount
cli-opportunity-edit-title = The new title
cli-opportunity-edit-product = What would be sold; "" takes it away
cli-opportunity-edit-person = The person it is talked about with; "" takes them away
cli-opportunity-edit-note = A note; "" takes it away
cli-opportunity-edit-why = Why stage or day are others; lost needs it
cli-opportunity-list-about = Open opportunities by expected signature, of everybody or of one client
cli-opportunity-list-example = touchbase opportunity list --all
cli-opportunity-done-about = Marks an opportunity won; a lead becomes a client
cli-opportunity-done-example = touchbase opportunity done "Website 2027" --at yesterday
cli-arg-opportunity = #id, a unique part of the title, or the client when only one of its opportunities is open
cli-arg-stage = intake, needs, proposal, follow-up, won or lost
cli-arg-close = The day the signature is expected; "" takes it away
cli-arg-probability = How likely it is: 0.4 or 40%; without it that of its stage (10, 25, 50, 70%)
cli-arg-at = When it became so (default now)
cli-opportunity-none = No opportunities.
cli-opportunity-sum = { $count } open: { $amount }, by probability { $weighted }
cli-choice-opportunity = { $title }, { $client }, { $amount }, { $stage }
cli-error-no-opportunity = no opportunity "{ $text }"; see touchbase opportunity list --all
cli-column-close = Signature
cli-column-probability = Chance
cli-column-weighted = Weighted
cli-column-delay = Delay
cli-show-opportunities = Opportunities

do-new-opportunity = opportunity
do-new-opportunity-help = possible work with its stage and the day the signature is expected, in a form
form-title-opportunity = Opportunity of { $client }
form-title-new-opportunity = New opportunity of { $client }
form-field-stage = Stage
form-field-close = Signature
form-field-chance = Chance
form-chance = a share such as 40%, or nothing: then that of the stage
form-why-lost = why it was lost has to be said
prospect-worth = { $amount } at { $chance }
prospect-close = signature { $day }
brief-opportunities = POSSIBLE
page-kind-opportunity = possible
prep-opportunity = { $title }: { $stage }, { $amount } at { $chance }{ $has-close ->
    [0] {""}
   *[other] , signature { $close }
}{ $delayed ->
    [0] {""}
   *[other] , { $delay }
}
timeline-opportunity = opportunity: { $title }, { $amount }, { $stage }
timeline-opportunity-stage = { $title }: now { $stage }
timeline-opportunity-won = won: { $title }, { $amount }
timeline-opportunity-lost = not won: { $title }, { $amount }
timeline-opportunity-slip = signature put off from { $from } to { $to }: { $title }
timeline-opportunity-close = signature expected { $to }: { $title }
timeline-opportunity-no-close = no day of signature any more: { $title }
timeline-opportunity-due = signature expected: { $title }, { $amount }
reason-lead-about = no next step yet: { $title }, { $stage }
map-kind-opportunities = opportunities
import-rejected-share = { $field }: "{ $value }" is no share: write 0.4, 40% or 40
explain-potential = open opportunities x probability: { $amount } (not counted in the tier)
# Playbooks: files, offers, steps, the command line.

playbook-no-rule = { $file }, line { $line }: a line --- must stand above and below the first lines
playbook-bad-line = { $file }, line { $line }: "{ $text }" is none of name, title, for, starts, every
playbook-other-name = { $file }, line { $line }: the file is called { $name }, and so is the playbook; rename the file, or leave the line out
playbook-bad-tiers = { $file }, line { $line }: "{ $text }" names no tiers; write for = A, B, C
playbook-bad-starts = { $file }, line { $line }: "{ $text }" is unknown; starts is win-back, new-client, review or hand
playbook-bad-every = { $file }, line { $line }: "{ $text }" is no interval; write every = 90d, 2w, 6mo or 1y
playbook-no-every = { $file }: starts = review also needs how often, every = 90d
playbook-every-alone = { $file }, line { $line }: every belongs to starts = review
playbook-one-win-back = { $file }: starts = win-back belongs to the playbook win-back and to no other
playbook-no-title = { $file }, line { $line }: the title is missing, title = …
playbook-no-steps = { $file }: there is no step; steps begin with "1. " or "- [ ] " at the left edge
playbook-many-steps = { $file }, line { $line }: a playbook has at most { $most } steps
playbook-too-long = { $file }, line { $line }: a text is needed, of at most { $most } characters and without control characters
playbook-open-brace = { $file }, line { $line }: what is said in {"{ }"} stands at the end of "{ $text }"
playbook-bad-offset = { $file }, line { $line }: "{ $text }" is no distance; write +0d, +3d working or +2w
playbook-no-template = { $file }, line { $line }: there is no template "{ $text }"; touchbase draft --list shows them
playbook-bad-word = { $file }, line { $line }: "{ $text }" is unknown; in {"{ }"} stand a distance (+3d working), a channel, reason, remedy or mark, template=NAME
reason-onboarding = new, first order { $on }; offered: { $title }
reason-business-review = { $title }, last begun { $on }
reason-business-review-first = { $title }, the first
reason-decide = { $playbook }: every step is taken; saved or lost?
refused-no-win-back = Only a win-back ends with saved or lost; end others with stopped
did-decline-playbook = Declined: { $client }
playbook-step = { $no } of { $of }: { $step }
playbook-undecided = saved or lost?
playbook-cost = { $cost }
playbook-costs = { $cost } + { $rest }
playbook-cost-alone = remedy { $cost }
playbook-cost-of = remedy { $cost }, { $share } of the margin expected in 12 months
playbook-cost-beside = remedy { $cost }; margin expected in 12 months { $expected }
playbook-watched = { $did }; the plan stays raised until { $day }
playbook-after = { $n ->
    [0] On the first day.
    [1] A day later.
   *[other] After { $n } days.
}
playbook-after-working = { $n ->
    [0] On the first day.
    [1] The next working day.
   *[other] After { $n } working days.
}
playbook-between = {" "}
playbook-by = By { $channel }.
playbook-asks-reason = You will be asked for the reason.
playbook-asks-remedy = You will be asked for the remedy and its cost.
playbook-asks-mark = You will be asked for a mark.
playbook-template = Template: { $template }.
playbook-starts-win-back = for { $tiers }; begun with W on a client at risk
playbook-starts-new-client = for { $tiers }; offered to new clients
playbook-starts-review = for { $tiers }; offered { $every }
playbook-starts-hand = for { $tiers }; begun by hand
run-end-done = done
run-end-saved = saved
run-end-lost = lost
run-end-stopped = broken off
cli-column-playbook = Playbook
cli-column-next = Next
cli-column-cost = Cost
cli-arg-playbook = Name or title of the playbook, or a part of it
cli-playbook-about = Ordered steps at a client: onboarding, win-back, business review, your own
cli-playbook-example = touchbase playbook start Northstar win-back
cli-playbook-start-about = Begins a playbook at a client; its steps then stand in Today
cli-playbook-start-example = touchbase playbook start Northstar win-back
cli-playbook-list-about = Playbooks that run: next step, due day, cost so far as a share of the margin expected
cli-playbook-list-example = touchbase playbook list --all
cli-playbook-list-all = Those that ended too
cli-playbook-list-names = The playbooks there are, with yours
cli-playbook-step-about = Marks a step done, or leaves it out with a reason
cli-playbook-step-example = touchbase playbook step Northstar 2 done -m "free reprint" --cost 2000
cli-playbook-step-run = The client, or #id of the playbook when several run there
cli-playbook-step-no = Number of the step
cli-playbook-step-how = done, or skip with -m WHY
cli-playbook-step-note = What came of it: the reason found, the remedy given; why it is left out
cli-playbook-step-cost = What it cost you
cli-playbook-step-score = The mark the client gave
cli-playbook-step-scale = csat, 1 to 5 (default), or nps, 0 to 10
cli-playbook-step-channel = You spoke: logs the contact on this channel too
cli-playbook-end-about = Ends a playbook: a win-back as saved or lost, any other as stopped
cli-playbook-end-example = touchbase playbook end Northstar win-back saved -m "ordered again"
cli-playbook-end-how = saved, lost or stopped
cli-playbook-end-reason = Why a lost client went, a code of the policy (default: the last one, other)
cli-playbook-show-about = What a playbook says, step by step
cli-playbook-show-example = touchbase playbook show win-back
cli-playbook-none = No playbook runs; touchbase playbook list --names shows those there are
cli-playbook-unknown = There is no playbook "{ $playbook }"; there are { $playbooks }
cli-playbook-no-step = { $playbook } has no such step; its steps are 1 to { $steps }
cli-playbook-not-running = No playbook "{ $playbook }" runs at { $client }; see touchbase playbook list
cli-playbook-none-running = No playbook runs at { $client }; begin one with touchbase playbook start
cli-choice-playbook = { $playbook }, next { $next }
cli-playbook-next = ; next step { $no } of { $of } due { $due }: { $step }
cli-playbook-decide = { $did }. Every step is taken: end it with touchbase playbook end "{ $client }" win-back saved or lost

# Looking back: who was lost, which signs had fired, how often they were right.
sign-list = on the list
sign-orders = orders alone
sign-open-complaint = open complaint
sign-complaint-late = complaint past its limit
sign-bad-resolution = bad resolution
sign-more-complaints = more complaints
sign-contact-silence = no word from them
sign-cold-replies = fewer answers
sign-low-survey = low mark
sign-fallen-survey = fallen mark
sign-promoter = recommends you
sign-contract-late = signature late
sign-fewer-projects = fewer projects
sign-competitor = rival mentioned
sign-amount-drop = smaller orders
sign-renewal-near = end near, nothing agreed
sign-frequency-drop = orders come more slowly
hindsight-title = LOST CLIENTS
hindsight-lost = { $count ->
    [0] Nobody was lost.
    [1] Lost: 1 client, expected to bring { $value } in the next 12 months.
   *[other] Lost: { $count } clients, expected to bring { $value } in the next 12 months.
}
hindsight-warned = { $warned ->
    [0] { $count ->
        [1] It was not on the list in the 180 days before.
       *[other] None of the { $count } was on the list in the 180 days before.
    }
   *[other] { $warned } of { $count } stood on the list before, usually { $days } days ahead.
}
hindsight-never = { $never ->
    [1] 1 went without ever standing on the list in the 180 days before.
   *[other] { $never } went without ever standing on the list in the 180 days before.
}
hindsight-returned = { $count ->
    [1] 1 of them came back.
   *[other] { $count } of them came back.
}
hindsight-unrecorded = { $count ->
    [1] 1 more client is lost with no day or reason on record.
   *[other] { $count } more clients are lost with no day or reason on record.
}
hindsight-by-reason = By reason
hindsight-by-tier = By tier at the loss
hindsight-by-tenure = By years as a client
hindsight-tier = { $tier }
hindsight-no-tier = no tier
hindsight-tenure-short = under 1 year
hindsight-tenure-middle = 1 to 3 years
hindsight-tenure-long = 3 years and more
hindsight-clients = Who was lost
hindsight-signs = How good the signs were
hindsight-saves = Won back
hindsight-judged = Counted: every client you served at { $count ->
    [1] the month-end { $first }
   *[other] each of { $count } month-ends, { $first } to { $last }
}. Lost means lost in the { $days } days after it: { $lost ->
    [1] once
   *[other] { $lost } times
} ({ $lost-clients ->
    [1] 1 client
   *[other] { $lost-clients } clients
}); stayed: { $stayed ->
    [1] once
   *[other] { $stayed } times
} ({ $stayed-clients ->
    [1] 1 client
   *[other] { $stayed-clients } clients
}).
hindsight-none-judged = Nothing to judge yet: since no month-end of these days have { $days } days passed.
hindsight-few = Fewer than { $few } losses: too few to say how good the signs are. Only the counts are shown.
hindsight-of = { $n } of { $of }
hindsight-share = { $share } ({ $n } of { $of })
hindsight-unsaid = -
hindsight-lead = first listed { $days } d before, on the list { $on } d
hindsight-lead-long = first listed { $days } d before or earlier, on the list { $on } d
hindsight-lead-never = never listed
hindsight-fired = { $sign } { $days ->
    [0] (at the end)
   *[other] ({ $days } d)
}
hindsight-none-saved = Nobody was won back.
hindsight-saved = { $count ->
    [1] 1 client won back
   *[other] { $count } clients won back
}{ $lost ->
    [0] , none lost since.
   *[other] , { $lost } lost all the same.
}
hindsight-held = { $of ->
    [0] Held { $days } days: nobody was won back that long ago yet.
   *[other] Held { $days } days: { $held } of { $of }.
}
hindsight-remedies = Remedies cost { $cost }; margin since { $kept }.
hindsight-no-rate = Left out for want of a rate: costs in { $currencies }.
cli-risk-lost = Who was lost and why, which signs had fired and when, how often they were right
cli-column-tenure = Client for
cli-column-lost-value = Was to bring
cli-column-on-list = On the list
cli-column-looks = Risk 180, 90, 60, 30, 0 d before
cli-column-signs = Signs
cli-column-sign = Sign
cli-column-before-loss = Before a loss
cli-column-stayed = Stayed
cli-column-right = Right
cli-column-caught = Caught
cli-risk-period = With --lost, of these days (default two years): 2026, 2026-Q3, 2026-11, 90d, all
hindsight-told = { $on }: { $reason }; { $warning }
hindsight-save-held = won back { $on }; cost { $cost }, margin since { $kept }
hindsight-save-lost = won back { $on }, lost { $lost }; cost { $cost }, margin until then { $kept }
hindsight-behind = { $what }: { $count ->
    [1] 1 client
   *[other] { $count } clients
}
hindsight-behind-lost = seen before its loss
hindsight-behind-stayed = seen, and stayed
hindsight-looks = risk before the loss: { $levels }
hindsight-worth = was to bring { $value }, tier { $tier }
hindsight-right = right { $right }, caught { $caught }
head-clients = Clients
do-look-back = lost clients
do-look-back-help = who was lost and why, which signs had fired, and how often they were right
do-back-open = clients
do-back-open-help = the clients behind the line; a client is gone to
scope-at-risk = AT RISK
scope-look-back = LOST CLIENTS
# Playbooks on the screen.

scope-step-mark = AT A STEP WITH A MARK
scope-ending = AT THE END OF A PLAYBOOK
scope-playbook = IN A PLAYBOOK
do-win-back = win-back
do-win-back-help = begin to win this client back: talk, remedy, follow-up; shows it when it runs
do-playbooks = playbook
do-playbooks-help = the playbook that runs at this client, step by step
do-done-step = step done
do-done-offer = begin it
do-done-run = saved or lost?
do-step-score = mark
do-step-score-help = the mark the client gave, 1 to 5; the step is done
do-step-unmarked = no mark
do-step-unmarked-help = the step is done, they gave no mark
do-step-words = with words
do-step-words-help = a mark and what they said
do-end-saved = saved
do-end-saved-help = they stay; the plan stays raised for a while
do-end-lost = lost
do-end-lost-help = they are gone; asks why
do-end-stopped = break off
do-end-stopped-help = the playbook ends here; asks why
do-play-done = step done
do-play-done-help = the selected step is done; asks what it needs
do-play-skip = leave out
do-play-skip-help = leave the selected step out, with a reason
do-play-end = end it
do-play-end-help = end the playbook: saved, lost, broken off
do-play-draft = draft
do-play-draft-help = a message to this client from a template
do-play-turn = the next one
do-play-turn-help = another playbook of this client
pending-step-mark = { $client }: how content are they, 1 to 5? x: no mark, ; with words
pending-ending = { $client }: saved or lost?
pending-ending-marked = { $client } gave { $mark } of 5: saved, lost, or break off?
pending-stop = Break off the playbook at { $client }? x
line-step-reason = What it came from, { $client }
line-step-remedy = What { $client } gets, and the cost behind =; expected margin of 12 months { $expected }
line-step-remedy-only = What { $client } gets, and the cost behind =
line-step-mark = { $client }: a mark from 1 to 5, and what they said
line-step-skip = Why is the step left out, { $client }?
line-decline = Why not for { $client }?
line-stop-run = Why is it broken off, { $client }? May stay empty
line-no-mark = Begin with a mark from 1 to 5
example-reason = two late deliveries, and nobody told them
example-remedy = reprint at our cost, new contact =2000
example-mark = 4 happy with the reprint
part-remedy = remedy: { $value }
part-cost = cost: { $cost }
part-cost-of = cost: { $cost } of { $expected } expected
part-no-cost = no cost
line-no-cost = No cost read; write =200
part-mark = mark: { $mark } of 5
toast-step-done = { $client }, step done; next, { $due }: { $step }
toast-back-on-list = { $did }: back on the list
toast-step-no-cost = { $client }, step done, no cost noted; next, { $due }: { $step }
toast-step-low-mark = { $client }: { $mark } of 5, below 4: back to the remedy, { $key } shows the steps
toast-step-left-out = { $client }, step left out; next, { $due }: { $step }
toast-playbook-begun = Began { $title }, { $client }; next, { $due }: { $step }
playbook-tightens = While it runs the calls of the plan come sooner.
playbook-expected = brings { $expected } in 12 months
playbook-standing = step { $no } of { $of }, due { $due }
playbook-left-out = left out: { $note }
playbook-came-of-it = came of it: { $note }
brief-playbook = PLAYBOOK
brief-running = { $title }: { $stands }
brief-tightened-risk = sooner, because the risk is high
brief-tightened-win-back = sooner, while the win-back runs
brief-tightened-saved = sooner until { $day }, after the win-back
not-a-playbook = There is no playbook "{ $playbook }"
not-running = No playbook runs at { $client }
not-offered = No playbook is offered to { $client }
not-another-playbook = There is no other playbook
manual-playbooks = playbooks
cli-show-playbooks = Playbooks

hindsight-look = { $days } d { $level }
hindsight-lead-short = { $days } d

# What became of a client, playbooks and decisions in its story.
timeline-run = began: { $title }
timeline-run-done = done: { $title }
timeline-run-saved = { $title }: the client stays
timeline-run-lost = { $title }: the client is gone
timeline-run-stopped = broken off: { $title }
timeline-step = { $title }, step { $no }: { $step }{ $has-cost ->
    [1] , cost { $cost }
   *[other] {""}
}
timeline-step-skipped = { $title }, step { $no } left out: { $step }
timeline-step-due = { $title }, step { $no } due: { $step }
timeline-keep = to be kept as promised
timeline-automate = served by mail only
timeline-decision-end = decision taken back
page-kind-outcome = client
page-kind-decision = decision
manual-lost = lost clients

# A policy whose factors are not entered
preset-gap = { $factor } for { $count }
preset-gap-and = { $first }, { $second }
preset-gaps = factors not entered: { $list } of { $all } clients
toast-and-gaps = { $did }; { $gaps }

# Figures that say little
value-rough = ~{ $money }
value-little-time = little time
cli-expected-rough = ~ rough: fewer than 3 orders, mostly what the mean client brings.
facets-put-off = { $count } + { $off } put off
