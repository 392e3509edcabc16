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
    [0] None of the { $count } stood on the list before.
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
}. Lost means lost in the { $days } days after it: { $lost } times ({ $lost-clients } clients); stayed: { $stayed } times ({ $stayed-clients } clients).
hindsight-none-judged = Nothing to judge yet: since no month-end of these days have { $days } days passed.
hindsight-few = Fewer than { $few } losses: too few to say how good the signs are. Only the counts are shown.
hindsight-of = { $n } of { $of }
hindsight-share = { $share } ({ $n } of { $of })
hindsight-unsaid = -
hindsight-lead = { $days } d before, on { $on } d
hindsight-lead-long = { $days } d and more, on { $on } d
hindsight-lead-never = never
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
hindsight-told = { $on }: { $reason }; on the list { $warning }
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
