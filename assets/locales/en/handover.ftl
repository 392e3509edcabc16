# Templates, drafts and how they are handed over.

## The configuration
config-bad-messages = { $file }, line { $line }: { $key } is a table: [messages] with from, command, maildir, open
config-unknown-messages-key = { $file }, line { $line }: there is no key "{ $key }"; known are messages.from, messages.command, messages.maildir and messages.open
config-bad-from = { $file }, line { $line }: { $key } needs a name with one mail address, such as "Ada Lane <ada@lane.example>"
config-bad-command = { $file }, line { $line }: { $key } needs a command in one line, such as "msmtp -t"
config-bad-maildir = { $file }, line { $line }: { $key } needs a folder from / or ~/, such as "~/Mail/drafts"

## What became of it
handover-opened = The mail to { $to } is open in your mail program. Sent there? Then d logs it
handover-given = Your command took the mail to { $to }. d logs it
handover-filed = The mail to { $to } lies in your drafts. Sent from there? Then d logs it

## Why it was not handed over
handover-no-key = Not handed over: set { $key } = { $example } under [messages] in config.toml first
handover-no-opener = Not handed over: { $program } was not found. Set open under [messages] in config.toml, or hand over another way
handover-no-mail = Not handed over: no mail address is known of { $name }
handover-bad-mail = Not handed over: "{ $mail }" of { $name } is not one mail address
handover-long-link = Not handed over: too long for a link. A command or a Maildir takes it
handover-missing = Not handed over: { $program } was not found
handover-unstarted = Not handed over: { $program } could not be started ({ $why })
handover-stopped = Not handed over: { $program } was stopped
handover-failed = Not handed over: { $program } { $how }{ $has-why ->
    [0] {""}
   *[other] : { $why }
}
handover-code = ended with code { $code }
handover-ended = was ended from outside
handover-not-maildir = Not handed over: { $path } holds other things and is no Maildir
handover-link = Not handed over: { $path } is a link, and a letter must lie where it says
handover-no-folder = Not handed over: { $path } is a file, a Maildir is a folder
handover-unwritten = Not handed over: nothing can be written to { $path } ({ $why })

## Keys of a draft
handover-running = Handing the mail to { $to } over; Esc stops it
do-draft-mailto = mailto
do-draft-mailto-help = Open it as a new mail in your mail program
do-draft-command = command
do-draft-command-help = Give the mail to the command of your configuration, such as msmtp
do-draft-file = Maildir
do-draft-file-help = Put the mail among your drafts, in the Maildir of your configuration

## On the command line
cli-draft-mailto = Only a mailto: link, for a mail program
cli-draft-maildir = Puts the mail as a draft into this Maildir; a missing one is made
cli-draft-exec = Gives the mail to this command on its standard input, such as "msmtp -t"
cli-draft-log = Logs it as sent once it was handed over
cli-draft-one-way = Hand it over one way: --stdout, --mailto, --maildir DIR or --exec CMD
cli-draft-log-way = --log needs a way it went: --stdout, --mailto, --maildir DIR or --exec CMD
cli-draft-log-as-of = --log is about now: leave --as-of out
cli-draft-filed = The mail to { $to } lies among the drafts of the Maildir; not logged
cli-draft-given = The command took the mail to { $to }; not logged
cli-draft-unlogged = It was handed over, but not logged:

## Templates
draft-money = { $amount }
draft-bad-purpose = { $file }, line { $line }: "{ $text }" is no purpose; write service, greeting or news
draft-no-appointment = "{ $template }" speaks of an appointment, and { $client } has none ahead
draft-no-invoice = "{ $template }" speaks of an invoice, and { $client } has none that is overdue
draft-no-opportunity = "{ $template }" speaks of an opportunity, and { $client } has none open
draft-no-care = "{ $template }" greets on a care date, and { $client } has none in these days
draft-gaps = { $count ->
    [one] One place in brackets is still to be filled in.
   *[other] { $count } places in brackets are still to be filled in.
}
cli-draft-invoice = The number of the invoice it is about (default: the one overdue for longest)
cli-draft-no-invoice = { $client } has no unpaid invoice { $number }{ $count ->
    [0] {""}
   *[other] ; there are { $numbers }
}
cli-draft-no-command = --exec names no command; nothing was handed over
cli-draft-unfilled = { $count ->
    [one] One place in brackets is still to be filled in
   *[other] { $count } places in brackets are still to be filled in
}: copy it with --stdout or keep it with --maildir and fill it there, or write your own template "{ $template }"; nothing was sent or logged
draft-not-filled = Nothing logged: { $count ->
    [one] 1 place
   *[other] { $count } places
} in brackets to fill; E fills
