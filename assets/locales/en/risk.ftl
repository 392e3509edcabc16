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
playbook-cost-of = { $cost } of { $expected }
playbook-watched = { $did }; the plan stays raised until { $day }
playbook-after = { $n ->
    [0] on the first day
    [1] a day later
   *[other] after { $n } days
}
playbook-after-working = { $n ->
    [0] on the first day
    [1] the next working day
   *[other] after { $n } working days
}
playbook-by = by { $channel }
playbook-asks-reason = asks for the reason
playbook-asks-remedy = asks for the remedy and its cost
playbook-asks-mark = asks for a mark
playbook-template = template { $template }
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
cli-playbook-list-about = Playbooks that run: next step, due day, cost so far of what the client is expected to bring
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
pending-stop = Break off the playbook at { $client }? x
line-step-reason = What it came from, { $client }
line-step-remedy = What { $client } gets, and the cost behind =; expected margin of 12 months { $expected }
line-step-remedy-only = What { $client } gets, and the cost behind =
line-step-mark = { $client }: a mark from 1 to 5, and what they said
line-step-skip = Why is the step left out, { $client }?
line-decline = Why not for { $client }?
line-lost-why = Why is { $client } lost?
line-stop-run = Why is it broken off, { $client }? May stay empty
line-no-mark = Begin with a mark from 1 to 5
example-reason = two late deliveries, and nobody told them
example-remedy = reprint at our cost, new contact =2000
example-mark = 4 happy with the reprint
example-lost = went to a rival for the price
part-remedy = remedy: { $value }
part-cost = cost: { $cost }
part-cost-of = cost: { $cost } of { $expected } expected
part-mark = mark: { $mark } of 5
toast-step-done = { $client }, step done; next, { $due }: { $step }
toast-step-left-out = { $client }, step left out; next, { $due }: { $step }
toast-playbook-begun = Began { $title }, { $client }; next, { $due }: { $step }
playbook-tightens = While it runs the calls of the plan come sooner.
playbook-so-far = cost { $cost } in 12 months
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
