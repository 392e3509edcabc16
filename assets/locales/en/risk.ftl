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
preview-why = score { $score } -> { $then }, { $share } -> { $shared } of all before it
preview-why-sorted = was unsorted; score { $then }, { $shared } of all before it
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
cli-preview-counts = A { $a } -> { $a_then }, B { $b } -> { $b_then }, C { $c } -> { $c_then }
cli-preview-same = Its rules for tiers are those in force.
cli-preview-take = Nothing was changed; touchbase policy use { $policy } puts it in force. Tiers that are held change at month-ends, as the change is offered.
cli-policy-held = Tiers that are held change at month-ends, as the change is offered; touchbase tiers --preview POLICY names the clients beforehand.
cli-column-from = From
cli-column-to = To
cli-column-takes = Takes effect
