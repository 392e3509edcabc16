# Publishing to calendars and address books.

# Titles of events.
publish-who = { $client } ({ $person })
publish-visit = Visit { $who }
publish-meeting = Online meeting with { $who }
publish-call = Call { $who }
publish-message = Message { $who }
publish-email = Email { $who }
publish-letter = Write to { $who }
publish-contact = Contact { $who }
publish-case-answer = Answer { $client }, complaint { $no }
publish-case-solve = Solve complaint { $no } of { $client }
publish-case-ask = Ask { $client } whether all is well, complaint { $no }

# Lines below them.
publish-late = Was due on { $day }
publish-case-limit = The time limit ends when this event ends.
publish-case-late = The time limit is over.
publish-phone = Phone: { $value }
publish-mail = Email: { $value }
publish-wechat = WeChat: { $value }
publish-address = Address: { $value }
publish-tier = Tier { $tier }
publish-risk = Risk: { $level }
publish-note = Last note: { $text }

# Care dates.
publish-care = { $title } ({ $client })
publish-holiday = { $title }: { $clients ->
    [1] 1 client to greet
   *[other] { $clients } clients to greet
}
publish-rule-ordinary-month = No such leap month this year: the ordinary month of that number.
publish-rule-short-month = The month has 29 days this year: the 29th.
publish-rule-short-ordinary-month = No such leap month this year, and the ordinary one has 29 days: the 29th.
publish-rule-leap-day = No 29 February this year: the 28th.

# Titles of to-dos.
publish-task = { $text } ({ $client })
publish-task-waiting = Waiting for { $client }: { $text }
publish-task-delegated = { $assignee }: { $text } ({ $client })
publish-milestone = { $title } ({ $project }, { $client })
publish-renewal = Talk about renewing { $project } ({ $client })
publish-report = Tell { $client } how { $project } is going
publish-invoice = Remind { $client } of invoice { $invoice }
publish-step = { $step } ({ $playbook }, { $client })

# The command.
publish-calendar = calendar
publish-tasks = tasks
publish-contacts = contacts
publish-with-notes = notes
publish-with-tier = tier
publish-with-risk = risk
publish-with-money = money
publish-with-tags = tags
publish-counts = { $written } written, { $unchanged } unchanged, { $removed } removed
publish-done = Published to { $path }
publish-months = { $option } is a number of months from { $least } to { $most }, not { $text }
publish-link = { $path } is a symbolic link: name the folder itself
publish-no-folder = { $path } is not a folder
publish-busy = { $path } is just being published to by another run: try again when that is done
cli-publish-about = Publishes the days ahead, tasks and contacts to a folder that calendar and address book programs sync
cli-publish-example =
    touchbase publish ~/phone
    touchbase publish ~/phone --only calendar --months 3 --with notes
    touchbase publish ~/phone --print-vdirsyncer-config > ~/.config/vdirsyncer/config
cli-publish-dir = The folder; made when missing. Only files named touchbase-*.ics and touchbase-*.vcf in it are ever changed or removed
cli-publish-only = Only this folder: calendar, tasks or contacts; may be repeated
cli-publish-months = How far ahead contacts and care dates go (default: 12)
cli-publish-again = How many of these months also show contacts that only come once the one before was made (default: 3)
cli-publish-with = Also what stays in the book otherwise: notes, tier, risk, money, tags; joined by commas
cli-publish-print-vdirsyncer-config = Print a configuration of vdirsyncer for this folder, and write nothing

# The configuration of vdirsyncer.
publish-config-head =
    vdirsyncer: what touchbase publishes, to a server and from there to the phone.
    Fill in url, username and password of each server below (often three times
    the same), save this as ~/.config/vdirsyncer/config, then run
      vdirsyncer discover
      vdirsyncer sync
    discover offers to make what the server lacks. Afterwards, from cron:
      touchbase publish DIR >/dev/null && vdirsyncer sync
publish-config-pair =
    name, folder here, and the name on the server: the last part of its address.
    Where both sides changed, the book wins.
publish-config-server =
    prompt asks for the password each time; from cron, let a command print it:
    password.fetch = ["command", "pass", "show", "caldav"]
publish-config-programs = To read the same folder on this machine:
