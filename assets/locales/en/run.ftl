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
run-left-out = { $client }: { $why }

## On the command line
cli-draft-about = A message from a template to a client, or to all who pass a filter; the ways it leaves; logged only with --log
cli-arg-take = Takes a client in although a complaint of theirs is open
cli-arg-occasion = The holiday it greets, such as lunar-new-year-eve or christmas; the nearest one is meant
cli-draft-client = A client as everywhere; or a filter, such as tier:C. With --filter the first word is the template
cli-draft-filter = All who pass this filter, such as "tier:C tag:food"
cli-draft-all = Shows every preview, not one for each language
cli-run-nobody = Nobody passes "{ $filter }"
cli-run-one-choice = With --filter the first word is the template; leave the other out
cli-run-no-occasion = There is no holiday "{ $text }"; there are { $codes }
cli-run-mourning = { $name } is a day of mourning: nobody is greeted
cli-run-far = { $name } is too far off to greet for
cli-run-to = { $first ->
    [1] {""}
   *[other] ----{"\u000A"}
}To: { $to } <{ $address }>
cli-run-working = Handing over
cli-run-handed = { $count } handed over{ $failed ->
    [0] {""}
   *[other] , { $failed } not
}
cli-run-preview = To { $to } ({ $lang }{ $others ->
    [0] {""}
   *[other] , and { $others } more like it
})
cli-column-left-out = Left out
cli-column-consent = Consent
cli-column-since = Since
cli-column-how = How
consent-given = given
consent-withdrawn = withdrawn
cli-also-consent-given = yes agreed
cli-also-consent-withdrawn = no declined
consent-every-channel = every channel
cli-consent-about = What clients said about being written to: each channel or all, given or withdrawn
cli-consent-example = touchbase consent add northstar email withdrawn --how "her mail of 3 March"
    touchbase consent list tier:C
cli-consent-add-about = Writes down what a client said, of one channel or of all
cli-consent-add-example = touchbase consent add northstar withdrawn
    touchbase consent add northstar email given --on 2026-03-03 --how "form"
cli-consent-add-said = given or withdrawn, with a channel in front where it is about that one
cli-consent-add-on = When it was said (default: today)
cli-consent-add-how = How it is known: a form, a mail, by word
cli-consent-list-about = What was said and holds, of a client or of all who pass a filter
cli-consent-list-example = touchbase consent list
    touchbase consent list northstar
cli-consent-remove-about = What was said of a channel, or of all, is no longer recorded
cli-consent-remove-example = touchbase consent remove northstar email
cli-consent-remove-channel = The channel (default: what was said of all)
cli-consent-words = Say given or withdrawn, with a channel in front where it is about that one
cli-consent-none = Nothing was said about being written to
cli-consent-nothing = Nothing of that is recorded of { $client }
run-not-for-many = "{ $template }" speaks of what only one client has: draft CLIENT { $template } writes it

## On the screen
scope-mailing = In one message to many
run-title = { $count ->
    [one] Message to 1 client
   *[other] Message to { $count } clients
}
run-far = { $purpose }: { $taken } accepted, { $handed } handed over, { $logged } logged, { $dropped } dropped
run-left = Left out
run-preview = { $n } of { $of }: { $client } ({ $lang })
run-stage-open = not decided
run-stage-taken = accepted
run-stage-dropped = dropped
run-stage-handed = handed over, not logged
run-stage-logged = logged
run-handed = { $count } handed over{ $left ->
    [0] {""}
   *[other] , { $left } not tried
}. d logs { $count ->
    [one] it
   *[other] them
}
run-opened = The mail is open in your mail program. Sent there? Then d logs it
run-handed-some = { $count } handed over, { $failed } not. { $why }
run-unlogged = { $count ->
    [one] 1 message was handed over and is not logged
   *[other] { $count } messages were handed over and are not logged
}: d logs, Esc leaves without
run-stopped = Stopped: nothing was handed over
purpose-service = about their own affairs
purpose-greeting = a greeting
purpose-news = news
do-mail-take = accept
do-mail-take-help = The message goes out with the next c or f; from the counts to the first one
do-mail-all = accept the rest
do-mail-all-help = All that are not decided on go out with the next c or f
do-mail-file = Maildir
do-mail-file-help = Put the accepted mails among your drafts, in the Maildir of your configuration
do-mail-command = command
do-mail-command-help = Give the accepted mails to the command of your configuration, one by one
do-mail-drop = drop
do-mail-drop-help = Leave this client out of the run
do-mail-edit = edit
do-mail-edit-help = Change this message in your editor
do-mail-copy = copy
do-mail-copy-help = Copy this message; then it counts as handed over
do-mail-link = mailto
do-mail-link-help = Open this message in your mail program
do-mail-log = log
do-mail-log-help = Write down what was handed over, as one step
do-mail-anyway = write all the same
do-mail-anyway-help = Take the selected client in although a complaint is open
do-mail-next = next
do-mail-next-help = Next message; on the counts the next template
do-mail-back = previous
do-mail-back-help = Previous message; on the counts the previous template
not-open-messages = Every message is decided on
not-ready = Nobody here can be written to
not-a-preview = Enter shows the first message; this acts on one
not-logged-again = This one is logged already
not-handed-again = This one is handed over already
not-taken-yet = No message is accepted: Enter accepts one, A all
not-handed-yet = Nothing was handed over yet: f, c, m or y first
not-to-be-taken = Only a client with an open complaint can be taken in, before anything is accepted
not-begun-anew = Some are decided on: leave with Esc and begin anew for another template
group-mailing = turn

## On the screen: what a client said
do-new-consent = may be written to
do-new-consent-help = whether they want to be written to: given, withdrawn, how it is known
form-title-consent = May { $client } be written to?
form-field-consent-channel = Channel
form-field-consent = Consent
form-field-consent-how = How it is known
form-field-consent-now = On record
consent-forgotten = no longer recorded
consent-nothing = nothing is recorded
consent-no = { $channel ->
    [every] do not write
    [visit] no visits
    [meeting] no online meetings
    [call] no calls
    [message] no messages
    [letter] no letters
   *[email] no mail
}: withdrawn { $day }{ $has-how ->
    [1] {" "}({ $how })
   *[other] {""}
}
consent-yes = { $channel ->
    [every] may be written to
    [visit] visits welcome
    [meeting] online meetings welcome
    [call] calls welcome
    [message] messages welcome
    [letter] letters welcome
   *[email] mail welcome
}: given { $day }{ $has-how ->
    [1] {" "}({ $how })
   *[other] {""}
}
draft-unwelcome = { $what }
draft-unwelcome-service = { $what }; an answer or a notice may still go
cli-show-consent = Consent
do-mail-first = first preview
do-mail-preview = previews
do-mail-log-some = log { $count } handed over
