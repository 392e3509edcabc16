# Command line: help texts, reports, refusals.

cli-about =
    touchbase: whom to contact today, and why. Without a command it opens the program.
    First time: touchbase help start
cli-example =
    touchbase
    touchbase import contacts.csv
    touchbase log "Northstar" call -m "likes the draft"
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-everywhere = Options of every command
cli-heading-examples = Example:
cli-usage-options = [options]

cli-arg-help = Shows this help
cli-arg-version = Shows the version
cli-arg-json = Answers with one JSON value
cli-arg-db = The file to work on (also TOUCHBASE_DB)
cli-arg-config = The configuration file (also TOUCHBASE_CONFIG)
cli-arg-lang = Language: en or zh-CN (also TOUCHBASE_LANG)
cli-arg-color = Colours: auto, always or never (NO_COLOR is honoured)
cli-arg-as-of = Answers as of this moment; a bare date is the end of that day
cli-arg-client = Name, a unique part of it, pinyin or initials, or #id
cli-arg-channel = visit, meeting, call, message, email or letter
cli-arg-when = A day or a moment: 2026-11-21, fri, next fri, thu 15:00, +3d, in 2h, eom
cli-arg-note = A note
cli-arg-why = The reason
cli-arg-all = Settled ones too
cli-arg-filter = tier:A tag:x industry:y region:z size:s need:quality status:lead kind:person tenure<2 due<+7d risk>0.5 growth>25% is:rising note:WORD, and free text
cli-arg-min = At least this much: 0 to 1, or a percentage
cli-arg-limit = At most this many
cli-arg-minutes = Length in minutes
cli-arg-person = The person at the client: name, a unique part of it, or #id
cli-arg-place = Where
cli-arg-name = Name
cli-arg-kind = org or person
cli-arg-status = lead, active, dormant, lost or stopped
cli-arg-industry = Industry
cli-arg-region = Region
cli-arg-size = Size
cli-arg-need = What they need
cli-arg-since = A client since this day (default today)
cli-arg-email = E-mail address; may be repeated
cli-arg-phone = Phone number; may be repeated
cli-arg-wechat = WeChat name; may be repeated
cli-arg-tag = Tag; may be repeated
cli-arg-potential = Potential, 1 to 5
cli-arg-fit = Strategic fit, 1 to 5
cli-arg-budget = Yearly budget
cli-arg-currency = Currency code such as CNY or EUR (default: the base currency of the configuration, else the one most invoices are in, else CNY)
cli-arg-prefer = Preferred channel
cli-arg-quiet = Hours in which the client does not want to be contacted: 12:00-14:00, or none
cli-arg-source = Where they came from
cli-arg-role = Role
cli-arg-due = Due
cli-arg-assignee = Who does it
cli-arg-until = The last day it holds
cli-arg-on = The day it happened (default today)
cli-arg-end = Last day
cli-arg-notice = Last day to give notice
cli-arg-renew = Day it renews
cli-arg-title = Title
cli-arg-number = Number on the invoice
cli-arg-cost = What it cost you
cli-arg-product = What was sold

cli-today-about = The day's queue: whom to contact and why
cli-today-example =
    touchbase today
    touchbase today --limit 5 --as-of 2026-03-31
cli-log-about = Records a touch and says when the next one is due
cli-log-example =
    touchbase log Northstar call -m "likes the draft" --again "thu 15:00"
    touchbase log Northstar call --outcome no-answer --at "yesterday 16:00"
cli-log-at = When it happened (default now)
cli-log-outcome = reached (default), no-answer, callback or declined
cli-log-in = They came to you
cli-log-flag = A warning sign: competitor, cold or declined
cli-log-again = The agreed next contact; makes an appointment
cli-snooze-about = Hides what is due until a day; the plan does not move
cli-snooze-example = touchbase snooze Northstar +3d
cli-snooze-channel = Only this requirement (default: everything of this client in today's queue)
cli-skip-about = Gives this turn a miss, with a reason
cli-skip-example = touchbase skip Northstar -m "on holiday"
cli-skip-channel = Only this requirement (default: every one that is due, else the earliest)
cli-pause-about = Stops a client's plan until a day; a day not after today ends it
cli-pause-example = touchbase pause Northstar 2027-01-15 -m "moving offices"
cli-appointment-about = Agreed contacts
cli-appointment-example = touchbase appointment add Northstar visit "thu 15:00" --place "Gate 4"
cli-appointment-add-about = Writes down an agreed contact
cli-appointment-add-example = touchbase appointment add Northstar visit "thu 15:00" --place "Gate 4" --minutes 60
cli-appointment-list-about = Open appointments, of everybody or of one client
cli-appointment-list-example = touchbase appointment list
cli-appointment-cancel-about = Calls an appointment off
cli-appointment-cancel-example = touchbase appointment cancel Northstar
cli-appointment-cancel-appointment = #id, or the client when they have only one
cli-leave-about = Your own days off
cli-leave-example = touchbase leave add 2026-12-24 2027-01-02 -m "family"
cli-leave-add-about = Adds days off, both ends included
cli-leave-add-example = touchbase leave add 2026-12-24 2027-01-02 -m "family"
cli-leave-add-from = First day
cli-leave-add-to = Last day (default: the first)
cli-leave-list-about = Days off written down
cli-leave-list-example = touchbase leave list
cli-leave-remove-about = Takes days off back
cli-leave-remove-example = touchbase leave remove 2026-12-24
cli-leave-remove-leave = #id, or a day within them
cli-client-about = Clients
cli-client-example =
    touchbase client add "Northstar Media" --industry media --email bei@northstar.example
    touchbase client list tier:A
cli-client-add-about = Adds a client
cli-client-add-example = touchbase client add "Northstar Media" --industry media --tag fair --email bei@northstar.example
cli-client-edit-about = Changes a client
cli-client-edit-example =
    touchbase client edit Northstar --region Berlin --set "Portal login=bei"
    touchbase client edit Northstar --plan call=10d --until 2027-03-31 -m "launch"
cli-client-edit-set = A field by name: note, source, response hours ... or one of your own; empty clears it
cli-client-edit-plan = Another interval or channel for this client: call=10d, visit=meeting:2mo, call=auto takes it back
cli-client-edit-why = The reason, kept with a change of status or plan
cli-client-show-about = Everything about one client
cli-client-show-example = touchbase client show Northstar
cli-client-list-about = Clients, by filter
cli-client-list-example = touchbase client list tier:A due<+7d
cli-client-tag-about = Adds and removes tags
cli-client-tag-example = touchbase client tag Northstar fair press --remove old
cli-client-tag-tags = Tags to add
cli-client-tag-remove = Tag to remove; may be repeated
cli-client-pin-about = Pins the tier with a reason; auto goes back to the computed one
cli-client-pin-example = touchbase client pin Northstar A -m "door opener" --until 2027-06-30
cli-client-pin-tier = A, B, C, or auto
cli-client-pin-from = The first day it holds (default today)
cli-client-pin-review = The day to look at it again
cli-client-stop-about = Stops serving a client: a dated decision with a reason
cli-client-stop-example = touchbase client stop Northstar -m "changed agency"
cli-person-about = People at a client
cli-person-example = touchbase person add Northstar "Bei Li" --role buyer --phone 13800138000
cli-person-add-about = Adds a person
cli-person-add-example = touchbase person add Northstar "Bei Li" --role buyer --phone 13800138000 --birthday 05-12
cli-person-add-birthday = MM-DD or YYYY-MM-DD
cli-person-edit-about = Changes a person
cli-person-edit-example = touchbase person edit Northstar Bei --role "head of purchasing"
cli-person-list-about = The people at a client
cli-person-list-example = touchbase person list Northstar
cli-person-remove-about = Removes a person and their addresses
cli-person-remove-example = touchbase person remove Northstar Bei
cli-task-about = Promises, things owed to you, delegated work
cli-task-example = touchbase task add Northstar "send the quote" --due fri
cli-task-add-about = Writes down a task
cli-task-add-example = touchbase task add Northstar "send the quote" --due fri
cli-task-add-text = What
cli-task-add-due = Due (default today)
cli-task-add-goal = What it is for
cli-task-add-requirement = What counts as done
cli-task-add-waiting = The client owes it
cli-task-edit-about = Changes a task
cli-task-edit-example = touchbase task edit quote --due +2d
cli-task-edit-text = The new text
cli-task-list-about = Open tasks, of everybody or of one client
cli-task-list-example = touchbase task list Northstar
cli-task-done-about = Marks a task done
cli-task-done-example = touchbase task done quote
cli-arg-task = #id, or a unique part of the text
cli-invoice-about = Invoices
cli-invoice-example = touchbase invoice add Northstar 38000 --currency CNY --due +30d
cli-invoice-add-about = Writes down an invoice; a negative amount is a credit
cli-invoice-add-example = touchbase invoice add Northstar 38000 --currency CNY --issued 2026-11-02 --due +30d
cli-invoice-add-amount = Amount
cli-invoice-add-issued = The day it was issued (default today)
cli-invoice-add-paid = The day it was paid
cli-invoice-add-engagement = The project it belongs to: a unique part of the title, or #id
cli-invoice-edit-about = Changes an invoice
cli-invoice-edit-example = touchbase invoice edit 2026-041 --due 2026-12-31
cli-invoice-edit-amount = The new amount
cli-invoice-list-about = Open invoices, of everybody or of one client
cli-invoice-list-example = touchbase invoice list --all
cli-invoice-done-about = Marks an invoice paid
cli-invoice-done-example = touchbase invoice done 2026-041 --on yesterday
cli-arg-invoice = The number, #id, or the client when only one is open
cli-engagement-about = Projects, retainers and contracts
cli-engagement-example = touchbase engagement add Northstar "Website 2027" --start 2027-01-04 --end 2027-03-31
cli-engagement-add-about = Writes down a project, retainer or contract
cli-engagement-add-example = touchbase engagement add Northstar "Website 2027" --start 2027-01-04 --notice 2027-02-28
cli-engagement-add-start = First day (default today)
cli-engagement-add-kind = project (default), retainer or contract
cli-engagement-edit-about = Changes a project
cli-engagement-edit-example = touchbase engagement edit Website --end 2027-04-30
cli-engagement-edit-status = planned, open, done or cancelled
cli-engagement-list-about = Projects that are not over, of everybody or of one client
cli-engagement-list-example = touchbase engagement list
cli-engagement-done-about = Marks a project finished
cli-engagement-done-example = touchbase engagement done Website
cli-arg-engagement = #id, or a unique part of the title
cli-explain-about = Why this tier, this due day, this priority, and what would change them
cli-explain-example = touchbase explain Northstar
cli-tiers-about = Every client's tier with its score, and who is unsorted
cli-tiers-example =
    touchbase tiers
    touchbase tiers --sort
    touchbase tiers --preview size
cli-tiers-sort = The clients without a tier, each with the command that sorts it
cli-brief-about = The sheet to prepare a visit with, as Markdown
cli-brief-example =
    touchbase brief Northstar
    touchbase brief Northstar Harbor > monday.md
cli-spread-about = Levels the coming weeks within each grace: shows the plan, --apply writes it
cli-spread-example = touchbase spread --apply
cli-spread-apply = Writes the plan, as one undo step
cli-undo-about = Takes back the newest action, or a named one
cli-undo-example =
    touchbase undo
    touchbase undo --op 41
cli-undo-op = The number of the action, see history
cli-undo-steps = How many actions
cli-redo-about = Does again what was just taken back
cli-redo-example = touchbase redo
cli-history-about = What was done, newest first
cli-history-example = touchbase history Northstar
cli-import-about = Brings in clients, people, touches, invoices, opportunities, complaints, surveys or care dates; good lines land, rejected ones are listed
cli-import-example =
    touchbase import contacts.csv
    touchbase import clients.csv --map name=Company --dry-run
cli-import-file = CSV, Excel (.xlsx) or vCard file; Google, Outlook and Thunderbird are known
cli-import-as = clients, people, touches, invoices, opportunities, complaints, surveys or care, when it is not recognised
cli-import-map = Which column holds a field; may be repeated
cli-import-encoding = utf-8, gbk, gb18030, big5, cp1252, utf-16le …, when it is not found by itself
cli-import-date-order = dmy or mdy, for dates like 3/4/2026
cli-import-tiers = pin (default) keeps a tier column as a pin, computed ignores it
cli-import-dry-run = Reports and writes nothing
cli-export-about = Writes clients, people, touches, invoices, opportunities, complaints, surveys or care dates as CSV or JSON, people as vCards
cli-export-example =
    touchbase export > clients.csv
    touchbase export --what touches --format json -o touches.json tier:A
cli-export-format = csv (default), json or vcf (one card a person)
cli-export-vcf-version = 3.0 (default, read everywhere) or 4.0
cli-export-what = clients (default), people, touches, invoices, opportunities, complaints, surveys or care
cli-export-output = The file to write (default: standard output)
cli-sql-about = Read-only SQL over the tables and the views v_client, v_today, v_due, v_sla, v_risk
cli-sql-example = touchbase sql "select tier, count(*) from v_client group by tier"
cli-sql-query = One select statement
cli-policy-about = The rules: tiers, contact plan, hours, capacity
cli-policy-example = touchbase policy use solo
cli-policy-show-about = The text in force, with the weekly hours
cli-policy-show-example =
    touchbase policy show
    touchbase policy show --bill
cli-policy-show-bill = What this policy and the shipped ones ask for a week
cli-policy-edit-about = Opens a draft of the text in your editor and checks it
cli-policy-edit-example = touchbase policy edit
cli-policy-use-about = Puts a policy in force and says what it changes
cli-policy-use-example = touchbase policy use solo
cli-policy-use-policy = agency, solo, factors, ops, size, the name of a draft, or a file
cli-zone-about = Shows the time zone of the book, or sets it
cli-zone-example = touchbase zone Europe/Berlin
cli-zone-zone = Zone such as Asia/Shanghai
cli-demo-about = Opens a realistic sample in a temporary file; --db FILE keeps it
cli-demo-example =
    touchbase demo
    touchbase demo --clients 500 --years 3 --db big.db
cli-demo-clients = How many clients (default 45)
cli-demo-years = How many years of history
cli-demo-seed = Another number, another sample
cli-config-about = The configuration
cli-config-example = touchbase config path
cli-config-path-about = Where the program keeps its files
cli-config-path-example = touchbase config path
cli-completions-about = Prints a completion script for a shell
cli-completions-example = touchbase completions zsh > _touchbase
cli-completions-shell = bash, zsh, fish, powershell or elvish

cli-error-as-of = --as-of is for commands that read; to date what you record use --at (or --on, --since, --issued); see { $help }
cli-error-unknown-option = unknown option { $what }; see { $help }
cli-error-too-many = one word too many: { $what }; put quotes around names and notes, or see { $help }
cli-error-unknown-command = unknown command { $what }; see { $help }
cli-error-missing-command = a command is missing; see { $help }
cli-error-missing = missing: { $what }; see { $help }
cli-error-twice = { $what } was given twice; see { $help }
cli-error-utf8 = an argument is not valid UTF-8; see { $help }
cli-error-no-value = { $what } needs a value; see { $help }
cli-error-flag-value = { $what } takes no value; see { $help }
cli-error-usage = this line was not understood; see { $help }
cli-error-output = cannot write the output: { $why }
cli-written-unprinted = written, but the answer could not be printed: { $why }
cli-error-unexpected = failed: { $why }
cli-error-ambiguous = "{ $text }" fits { $n }; say more of it, or #id
cli-match = #{ $id }  { $what }
cli-match-more = and { $n } more
cli-choice-client = { $name }
cli-choice-person = { $name }  { $role }
cli-choice-task = { $text }, { $client }, due { $due }
cli-choice-invoice = { $numbered ->
    [1] { $number }, { $amount }
   *[other] { $amount }
}, { $client }, issued { $issued }{ $dated ->
    [1] , due { $due }
   *[other] {""}
}{ $paid ->
    [1] , paid
   *[other] {""}
}
cli-choice-engagement = { $title }, { $client }, from { $start }, { $status }
cli-choice-appointment = { $channel }, { $at }, { $client }{ $placed ->
    [1] , { $place }
   *[other] {""}
}
cli-error-past = "{ $text }" is { $at }, which is past; name a day to come, such as "tomorrow 15:00", or log what took place
cli-error-no-client = no client "{ $text }"; see touchbase client list
cli-error-no-client-near = no client "{ $text }"; did you mean { $near }?
cli-error-vanished = the client is gone; another program may have changed the file
cli-error-no-person = no person "{ $text }" at this client; see touchbase person list
cli-error-no-task = no open task "{ $text }"; see touchbase task list
cli-error-no-invoice = no invoice "{ $text }"; see touchbase invoice list --all
cli-error-no-engagement = no project "{ $text }"; see touchbase engagement list
cli-error-no-appointment = no appointment "{ $text }"; see touchbase appointment list
cli-error-no-leave = no days off at "{ $text }"; see touchbase leave list
cli-error-no-policy = no policy "{ $name }"; use agency, solo, factors, ops, size, the name of a draft, or a file ending in .toml
cli-error-amount = "{ $text }" is no amount in { $currency }; write 38000 or 1200.50
cli-error-currency = "{ $text }" is no currency; write a code such as CNY or EUR
cli-error-number = { $option } needs a whole number, not "{ $text }"
cli-error-share = "{ $text }" is no share: write 0 to 1, or 0% to 100%
cli-column-risk = Risk
cli-error-word = "{ $text }" is none of { $choices }
cli-error-filter = no filter "{ $text }"; there are { $known }; put quotes around the rest
cli-error-callback = call back when? add --again "thu 15:00"
cli-error-why = a reason is needed: add -m "why"
cli-error-not-planned = { $client } has no { $channel } in the plan; see touchbase explain
cli-error-no-plan = { $client } has nothing due: there is no contact plan to put off
cli-error-set = "{ $text }" is no FIELD=VALUE
cli-error-set-value = "{ $text }" will not do for { $field }
cli-error-set-elsewhere = { $field } is not set this way; use { $command }
cli-error-set-fixed = { $field } cannot be set: the program gives it
cli-set-near = "{ $field }" is a field of your own; if { $meant } was meant: touchbase undo, and set that.
cli-error-plan = "{ $text }" is no change of plan; write call=10d, visit=meeting:2mo or call=auto
cli-error-quiet = --quiet "{ $text }": { $why }
cli-error-birthday = "{ $text }" is no birthday; write 05-12 or 1980-05-12
cli-error-zone = no time zone "{ $text }"; write a name such as Europe/Berlin
cli-error-clock = { $variable }="{ $text }" is no moment; write it like 2026-11-23T09:04:00+08:00, or unset it
cli-error-file = cannot read { $path }: { $why }
cli-error-exists = { $path } exists already; name a new file
cli-error-editor = the editor failed ({ $why }), nothing was changed; name one in EDITOR
cli-error-op-and-steps = use --op or --steps, not both
cli-error-map = "{ $text }" is no FIELD=HEADING

cli-next = , next { $channel } due { $day }
cli-next-late = , { $channel } due since { $day }

cli-today-away = Nothing was logged for { $days } working days. { $n } wait; touchbase spread levels what is late, important ones first.
cli-today-no-clients = No clients yet: touchbase client add NAME, or touchbase import FILE.
cli-today-nothing = Nothing is due. Enjoy the day.
cli-today-more = { $n ->
    [1] and 1 more row
   *[other] and { $n } more rows
}
cli-today-line = --- { $used } of { $capacity } contacts used; these will not fit ---
cli-today-no-holidays = No holidays of { $year } are known; the weekly hours alone count. Bring some in: touchbase holidays import FILE
cli-today-batch = { $n } clients

cli-appointment-none = No open appointments.
cli-appointment-past = This moment is in the past; touchbase log records what took place.
cli-leave-none = No days off written down.
cli-client-none = No clients fit.
cli-person-none = No people written down.
cli-task-none = No open tasks.
cli-invoice-none = No invoices.
cli-engagement-none = No projects.
cli-history-none = Nothing was done yet.
cli-history-why = { $what } ({ $why })
cli-spread-nothing = Nothing moves: no contact is overdue, and no day can be made emptier.
cli-spread-preview = { $n ->
    [1] 1 contact would move
   *[other] { $n } contacts would move
}; touchbase spread --apply writes it.
cli-tiers-dormant = { $n ->
    [1] 1 client is
   *[other] { $n } clients are
} dormant and without a tier: no order for { $months } months, nothing running.
cli-tiers-advice = Fewer than { $n } active clients: computed tiers are advice; pin what you decide.
cli-tiers-unsorted = Unsorted, { $n }: no invoices and no entered factors. Pin a tier, or add --potential.
cli-tiers-columns = Score: value with the entered factors. Share before: the part of all scores that stands ahead. Computed: the tier of today. Held: the one in force since it was accepted. Offered: the change to accept.
cli-no-rate = No rate for { $currencies } into { $base }: these amounts are left out of the values. Add { $first } = 7.1 (your rate) under [rates] in { $path }.
cli-undone = Undone: { $what }
cli-redone = Redone: { $what }
cli-taken-back = (taken back) { $what }
cli-face-cli = command
cli-face-tui = screen
cli-face-import = import
cli-face-system = program
cli-policy-name = Policy { $name }
cli-policy-already = Policy { $name } is in force already.
cli-zone-already = The time zone is { $zone } already.
cli-policy-closed = off
cli-policy-preview = { $tiers ->
    [0] No client changes tier
    [1] 1 client changes tier
   *[other] { $tiers } clients change tier
}, { $plans ->
    [0] none gets another plan.
    [1] 1 gets another plan.
   *[other] { $plans } get another plan.
}
cli-policy-draft = The draft { $path } is in order; touchbase policy use { $name } puts it in force.
cli-day-mon = Mon
cli-day-tue = Tue
cli-day-wed = Wed
cli-day-thu = Thu
cli-day-fri = Fri
cli-day-sat = Sat
cli-day-sun = Sun
cli-path-db = database
cli-path-config = configuration
cli-path-config_dir = own files
cli-path-state_dir = this machine

cli-column-when = When
cli-column-channel = Channel
cli-column-client = Client
cli-column-place = Place
cli-column-minutes = Length
cli-column-id = Id
cli-column-first = From
cli-column-last = To
cli-column-why = Why
cli-column-person = Person
cli-column-role = Role
cli-column-reach = Reach
cli-column-due = Due
cli-column-kind = Kind
cli-column-task = Task
cli-column-assignee = Who
cli-column-number = Number
cli-column-amount = Amount
cli-column-issued = Issued
cli-column-paid = Paid
cli-column-product = Product
cli-column-title = Title
cli-column-status = Status
cli-column-start = Start
cli-column-end = End
cli-column-notice = Notice
cli-column-renew = Renews
cli-column-tier = Tier
cli-column-next-due = Next due
cli-column-last-touch = Last touch
cli-column-value = Billed, 12 months
cli-column-industry = Industry
cli-column-tags = Tags
cli-column-score = Score
cli-column-share = Share before
cli-column-computed = Computed
cli-column-held = Held
cli-column-offered = Offered
cli-column-pinned = Pinned because
cli-column-was-due = Was due
cli-column-op = No
cli-column-face = By
cli-column-what = What

cli-show-since = { $kind }, client since { $since }
cli-show-status = { $status } since { $on }
cli-show-also = also { $names }
cli-show-paused = paused until { $day }
cli-show-worth = { $year } in 12 months, { $open } open
cli-show-reach = How to reach
cli-show-people = People
cli-show-plan = Plan
cli-show-touches = Last touches
cli-show-more = and { $n } more; touchbase client show --json and touchbase export --what touches have them
cli-show-appointments = Appointments
cli-show-tasks = Tasks
cli-show-invoices = Open invoices
cli-show-engagements = Projects
cli-show-facts = Known facts
cli-show-preferred = prefers { $channel }
cli-show-quiet = not { $from } to { $to }
cli-show-invalid = no longer valid since { $day }
cli-show-verified = checked { $day }
cli-show-need = needs
cli-show-source = source
cli-show-note = note
cli-show-do-not-mention = do not mention
cli-show-response = answers within (hours)
cli-show-birthday = birthday
cli-show-requirement = { $channel } { $every }, due { $due }
cli-show-state-late = late { $days } d
cli-show-state-snoozed = put off until { $until }
cli-show-state-booked = booked for { $start }
cli-show-state-retry = retry
cli-show-state-paused = paused until { $until }
cli-export-done = { $n ->
    [1] 1 row
   *[other] { $n } rows
} written to { $path }
cli-demo-made = A sample with { $n } clients is in { $path }. Now type: touchbase --db { $path }

cli-also-channel-visit = visited
cli-also-channel-meeting = meeting video
cli-also-channel-call = phone called tel
cli-also-channel-message = msg sms text wechat
cli-also-channel-email = mail e-mail
cli-also-channel-letter = post gift
cli-also-outcome-reached = sent ok
cli-also-outcome-no-answer = noanswer missed
cli-also-outcome-callback = callback later
cli-also-outcome-declined = refused
cli-error-write = cannot write { $path }: { $why }
cli-import-working = importing

# The bill of a policy, and the sorting deck.
cli-bill = { $n ->
    [1] Contacts a week for 1 client
   *[other] Contacts a week for these { $n } clients
}: { $list }
cli-bill-each = { $policy } { $contacts }
cli-bill-in-force = in force
cli-bill-columns = Contacts: a visit is also the call of its week. Requirements: each counted for itself. Capacity: what the policy's working days allow. Tier -: clients without one follow C.
cli-column-policy = Policy
cli-column-clients = Clients
cli-column-contacts = Contacts
cli-column-requirements = Requirements
cli-column-capacity = Capacity
cli-column-people = People
cli-column-suggested = Suggested
cli-deck = { $n ->
    [1] 1 client without a tier
   *[other] { $n } clients without a tier
}
cli-deck-none = Every active client has a tier.
cli-deck-reason = sorted by hand
cli-deck-how = Put A, B or C where TIER stands. Who is no client: touchbase client stop CLIENT -m WHY.
# hints of the import's options
cli-import-hint-kind = { $message } (--as clients|people|touches|invoices|opportunities|complaints|surveys|care and --map FIELD=HEADING)
cli-import-hint-column = { $message } (--map { $field }=HEADING)
cli-import-hint-field = { $message } (--map FIELD=HEADING)
cli-import-hint-encoding = { $message } (--encoding { $names })
cli-import-hint-cards = { $message } (leave --as away)
cli-import-hint-dates = For dates that could be either: --date-order dmy or mdy

# Keys of the user's own.
config-bad-keys = { $file } line { $line }: { $key } must be a key such as "D", keys one after the other such as "g g", or a list of them.
keys-no-scope = { $file } line { $line }: there are no keys for "{ $scope }"; "touchbase help keys" lists the places.
keys-no-command = { $file } line { $line }: no command is called "{ $command }" there; "touchbase help keys" lists them.
keys-no-key = { $file } line { $line }: "{ $key }" is no key; write one as d, D, Ctrl-d, Alt-x, Enter or F5.
keys-conflict = { $file } line { $line }: { $key } would mean both { $command } and { $other }; give one of them another key.
# Survey answers and relations
cli-survey-about = Marks clients give: NPS 0 to 10, CSAT 1 to 5
cli-survey-example = touchbase survey add Northstar nps 9 --reason "quick answers"
cli-survey-add-about = Writes down a mark and its reasons
cli-survey-add-example = touchbase survey add Northstar csat 4 --on yesterday --person "Ms Bei"
cli-survey-add-kind = nps (would recommend, 0 to 10) or csat (content, 1 to 5)
cli-survey-add-score = The mark
cli-survey-add-on = The day of the answer (default today)
cli-survey-add-reason = Why this mark; may be repeated
cli-survey-add-channel = How it was asked
cli-survey-list-about = Marks, newest first
cli-survey-list-example = touchbase survey list Northstar
cli-survey-remove-about = Takes a mark out of the book
cli-survey-remove-example = touchbase survey remove Northstar
cli-survey-remove-survey = #id, or the client when it has only one
cli-survey-none = No marks written down.
cli-client-relate-about = Notes how a client stands to another one: both pages show it
cli-client-relate-example = touchbase client relate Northstar competitor Greenleaf -m "same pitch in May"
cli-client-relate-kind = competitor, partner, group or conflict
cli-client-relate-other = The other client, named the same way
cli-client-relate-end = Ends the relation
cli-choice-survey = { $mark }, { $client }, { $on }
cli-error-no-survey = no survey answer "{ $text }"; see touchbase survey list
cli-column-mark = mark
cli-show-relations = Relations
cli-show-surveys = Marks

# The manual and the man page.
cli-help-about = The manual, by topic; without one, the list of topics
cli-help-example =
    touchbase help start
    touchbase help --man > touchbase.1
cli-help-topic = One of the topics in the list
cli-help-man = Prints the man page (troff) with every command and option
cli-help-hint = touchbase help TOPIC shows one; touchbase COMMAND --help a command's options.
cli-error-topic = no topic "{ $text }"; there are { $topics }; for a command see touchbase COMMAND --help
cli-man-name = whom to contact today, and why
cli-man-commands = Commands
cli-man-exit = Exit status
cli-man-exit-text = 0 done; 1 failed, nothing to undo; 2 usage, bad date or number; 3 no such client or task, or ambiguous; 4 refused by the rules, or some import lines rejected; 10 no database; 11 locked by another program; 12 not ours; 13 written by a newer version; 14 damaged; 15 read-only or no space
cli-man-more = See also
cli-man-more-text = The manual proper: touchbase help

# draft
cli-draft-example = touchbase draft northstar service-terms
    touchbase draft northstar --case 31
    touchbase draft northstar complaint-follow-up --stdout
    touchbase draft northstar service-terms --maildir ~/Mail/drafts --log
    touchbase draft --list
cli-draft-template = The template (default: the one for the next step of the case)
cli-draft-case = The number of the case it is about (default: the only open one)
cli-draft-stdout = Only the text as it is sent: subject, an empty line, the text
cli-draft-list = Lists the templates and where they come from
cli-draft-shipped = shipped
cli-draft-which = Which template? There are { $templates }
cli-draft-no-template = There is no template "{ $template }"; there are { $templates }
cli-draft-no-case = "{ $template }" speaks of a case, and { $client } has none
cli-draft-which-case = "{ $template }" speaks of a case: name one of { $cases } with --case NO
cli-draft-not-theirs = { $client } has no case { $no }
