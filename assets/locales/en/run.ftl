# One message to many clients, consent.

## How many
run-counts = { $chosen } chosen: { $ready } ready
run-counts-left = { $counts }, { $left }
run-counts-join = { $first }, { $next }
run-left-address = { $count } without address
run-left-withdrawn = { $count } { $count ->
    [one] does
   *[other] do
} not want it
run-left-consent = { $count } without consent
run-left-greeted = { $count } already greeted
run-left-passed = { $count } let pass this year
run-left-capped = { $count } had enough news
run-left-sent = { $count } had just this
run-left-case = { $count } with a complaint open
run-left-gone = { $count } no client any more
run-left-text = { $count } with a text that cannot be filled
run-left-vanished = { $count } not there any more

## Why somebody is left out
run-why-address = no address for { $channel ->
    [message] a message
    [letter] a letter
   *[email] an email
}
run-why-withdrawn = consent withdrawn for { $channel ->
    [message] messages
    [letter] letters
   *[email] email
}
run-why-consent = no consent to news by { $channel ->
    [message] message
    [letter] letter
   *[email] email
}
run-why-greeted = already greeted for { $day }
run-why-passed = let pass on { $day }
run-why-capped = had { $had } news in { $days } days
run-why-sent = had just this on { $day }
run-why-case = complaint { $no } is open
run-why-stopped = you stopped working with them
run-why-gone = lost
run-why-no-text = no text of this template in their language ({ $lang })
run-why-vanished = not there any more
run-no-template = There is no template "{ $template }"
