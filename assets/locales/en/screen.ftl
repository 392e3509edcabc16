# The screen: tabs, keys, dialogs, brief.

app-name = touchbase
too-small = touchbase needs a window of { $width } by { $height }

tab-today = Today
tab-clients = Clients

head-to-do = { $count } to do, about { $length }
head-minutes = { $minutes } min
head-whole-hours = { $hours }h
head-hours = { $hours }h{ $minutes }
head-nothing = nothing left to do
head-late = { $count } overdue
head-next = next { $time } { $what } { $client }

heading-clock = BY THE CLOCK
heading-promised = PROMISED
heading-contacts = TODAY
heading-rest = ALSO
away-line = { $days } working days without a contact: Z spreads the { $count } waiting
capacity-line = { $used } of { $capacity } contacts used; these will not fit

when-due = due
when-since = late { $span }
when-late = late { $span }
when-in = in { $span }
span-days = { $n }d
span-weeks = { $n }w
span-months = { $n }mo
span-years = { $n }y
when-retry = again
when-new = new

what-visit = visit
what-meeting = online
what-call = call
what-message = message
what-email = email
what-letter = letter
what-appointment = booked
what-task = promise
what-owed = task
what-contact = contact
what-invoice = invoice
what-renewal = renewal
what-review = check
what-tier = tier
what-lead = lead
what-batch = mails

row-same = same client
row-clients = { $count ->
    [1] 1 client
   *[other] { $count } clients
}
row-also = { $also } also due; { $reason }
and-between = {", "}

list-all-done = All done for today.
list-unsorted = { $count ->
    [1] 1 client has no tier
   *[other] { $count } clients have no tier
}: S sorts them, one key each.
list-next = Next: { $client }, { $day }
list-no-hits = No client matches. Esc shows everything again.
list-no-clients = No clients yet.
find-hits = { $count } found
find-others = { $count ->
    [1] 1 client who is not in this list
   *[other] { $count } clients who are not in this list
}

column-name = Client
column-tier = T
column-status = Status
column-last = Last contact
column-next = Next due
column-value = billed, 12 mo
column-industry = Industry

# Keys: titles for the footer, sentences for the help.
scope-item = THE SELECTED ITEM
scope-client = THE SELECTED CLIENT
scope-log = AFTER A CHANNEL KEY
scope-snooze = AFTER z
scope-skip = AFTER -
scope-new = AFTER n
scope-move = MOVING
scope-book = THE BOOK
scope-first = AN EMPTY BOOK
scope-always = ALWAYS
scope-line = IN A LINE OF TEXT
scope-form = IN THE FORM
scope-panel = WHILE READING
scope-question = BEFORE WHAT CANNOT BE TAKEN BACK

group-log = log
group-move = move

do-done = done
do-done-help = complete it its own way: contact reached, task done, reminder sent, tier accepted
do-done-contact = reached
do-done-sent = sent
do-done-appointment = took place
do-done-task = done
do-done-invoice = reminder sent
do-done-renewal = talked, next date
do-done-review = details checked
do-done-tier = accept
do-done-pin = keep pin
do-done-lead = reached, next step
do-done-batch = all sent
do-no-answer = no answer
do-no-answer-help = tried and not reached: it comes back on the next working day
do-paid = paid
do-paid-help = the invoice was paid today
do-snooze = later
do-snooze-help = hide it for some days; the plan does not move
do-skip = skip
do-skip-help = give this turn a miss, with the reason
do-why = why
do-why-help = the arithmetic behind it, and what would change it
do-log-call = call
do-log-call-help = log a call; the second key says how it went
do-log-visit = visit
do-log-visit-help = log a visit
do-log-meeting = online meeting
do-log-meeting-help = log an online meeting
do-log-message = message
do-log-message-help = log a WeChat or text message
do-log-email = email
do-log-email-help = log an email
do-log-letter = letter
do-log-letter-help = log a letter or a gift
do-reschedule = reschedule
do-reschedule-help = agree on a moment: makes an appointment; a promise gets another day
do-edit = edit
do-edit-help = change the client's details
do-log-done = reached
do-log-done-help = the channel's own key again, or Enter: they were reached, or it was sent
do-log-no-answer = no answer
do-log-no-answer-help = nobody answered
do-log-again = again at...
do-log-again-help = speak again at a moment: makes an appointment
do-log-declined = declined
do-log-declined-help = they did not want to
do-log-earlier = yesterday
do-log-earlier-help = it was yesterday; each further press one day earlier
do-log-moment = when
do-log-moment-help = type when it was
do-log-inbound = they came to us
do-log-inbound-help = they began it, not you
do-log-note = note
do-log-note-help = add a note before it is logged
do-snooze-days = days
do-snooze-days-help = hide for so many days
do-snooze-week = week
do-snooze-week-help = hide for a week
do-snooze-month = month
do-snooze-month-help = hide for a month
do-snooze-last = as last time
do-snooze-last-help = as long as the last one
do-snooze-date = until...
do-snooze-date-help = type the day
do-skip-holiday = on holiday
do-skip-holiday-help = they are away
do-skip-recent = recent contact
do-skip-recent-help = you spoke a short while ago
do-skip-nothing = nothing to say
do-skip-nothing-help = nothing new for them
do-skip-typed = other...
do-skip-typed-help = type the reason
do-new = new
do-new-help = client, lead, person, promise, waiting, invoice, project, plan, leave, score
do-new-client = client
do-new-client-help = name, person, phone, mail, #tag, date and need in one line, in any order; commas divide them
do-new-lead = lead
do-new-lead-help = the same for somebody who is not a client yet
do-new-promise = promise
do-new-promise-help = something you promise the selected client, due today unless you name a day
do-down = down
do-down-help = one row down
do-up = up
do-up-help = one row up
do-top = first
do-top-help = to the first row
do-bottom = last
do-bottom-help = to the last row
do-page-down = page down
do-page-down-help = a page down
do-page-up = page up
do-page-up-help = a page up
do-half-down = half a page down
do-half-down-help = half a page down
do-half-up = half a page up
do-half-up-help = half a page up
do-to-brief = to the brief
do-to-brief-help = the moving keys then scroll the brief; l logs a letter
do-to-list = to the list
do-to-list-help = from the brief back to the list
do-brief-down = scroll brief
do-brief-down-help = the brief further down, from the list
do-brief-up = scroll back
do-brief-up-help = the brief further up, from the list
do-open = open
do-open-help = open the brief
do-back = back
do-back-help = one step back; it never leaves the program
do-today = Today
do-today-help = whom to contact today
do-clients = Clients
do-clients-help = the whole book
do-next-tab = next tab
do-next-tab-help = to the next tab
do-last-tab = previous tab
do-last-tab-help = to the previous tab
do-undo = undo
do-undo-help = take back the newest action, whoever made it
do-redo = redo
do-redo-help = bring back what was taken back
do-note = note
do-note-help = add a note to what was just logged
do-find = find
do-find-help = names, pinyin, initials, people, numbers, tags, in the whole book
do-first-import = Import a file
do-first-import-help = Outlook, Google, Thunderbird, Excel, CSV, vCards
do-first-client = Add a client
do-first-client-help = name, person, phone, #tag in one line
do-first-demo = Try the demo
do-first-demo-help = a sample book in a temporary file
do-first-zone = Time zone
do-first-zone-help = the zone in which this book counts its days
do-first-language = 中文 / English
do-first-language-help = the other language
do-first-run = choose
do-first-run-help = do the selected line
do-help = keys
do-help-help = every key that exists here; Enter runs the chosen one
do-quit = quit
do-quit-help = leave; everything is already saved
do-suspend = suspend
do-suspend-help = back to the shell; fg returns
do-redraw = redraw
do-redraw-help = draw the screen anew
do-line-enter = take it
do-line-enter-help = take the line; what was not understood stays and says why
do-line-cancel = cancel
do-line-cancel-help = leave without taking it
do-form-next = next field
do-form-next-help = to the next field
do-form-back = previous field
do-form-back-help = to the field before
do-form-save = save
do-form-save-help = save what was changed
do-form-cancel = cancel
do-form-cancel-help = leave; asks once when something was changed
do-panel-enter = run it
do-panel-enter-help = run the chosen line where you were
do-panel-close = close
do-panel-close-help = back to where you were
do-question-no = no
do-question-no-help = leave everything as it is
do-question-yes = yes, for good
do-question-yes-help = do it although it cannot be taken back

not-nothing-selected = Nobody is selected
not-nothing-listed = There is nothing in this list
not-due = { $client } has nothing due today; log with c v o m e l
not-no-attempt = There is no attempt to log here
not-an-invoice = Only an invoice can be paid
not-a-contact = Only a contact of the plan can be skipped; z hides it
not-logged-yet = Nothing logged yet that a note could go with
not-snoozed-yet = Nothing was put off yet; choose how long
not-in-brief = You are in the list
not-another-tab = You are there
not-here = That key works elsewhere
key-unbound = { $key } does nothing here; ? lists the keys
ask-undo = Take back "{ $did }"? { $rows } rows, for good: no redo
prefix-cancelled = { $key } does not follow here; nothing was done
item-gone = Another program changed the book and this row is gone; look again
screen-written-unread = That was saved, but the book could not be read again ({ $why }); the next key reads it
screen-busy = Another program is writing; nothing was saved, press the key again

pending-log = { $channel }, { $client }
pending-between = {", "}
pending-inbound = they came to us
pending-at = at { $at }
pending-day = on { $day }
pending-note = note: { $note }
pending-snooze = Hide { $client } for how long?
pending-skip = Skip this turn of { $client }, why?
pending-new = New: what?

skip-why-holiday = on holiday
skip-why-recent = recent contact
skip-why-nothing = nothing to say

toast-next = { $did }, next { $day }
toast-still = { $did }, { $what } still due
toast-undone = Taken back: { $did }
toast-redone = Done again: { $did }
toast-left = { $done }. Changed since and left: { $left }
toast-timed = { $time } { $client }: { $what }
toast-undo = undoes
toast-note = adds a note

# Lines of text.
line-note = Note on what was just logged, { $client }
line-client-note = Note on { $client }
line-log-note = Note
line-log-moment = When was it
line-log-again = Speak again when
line-snooze = Hide until
line-reschedule = Agreed for
line-skip-why = Skip, because
line-stop-why = Stopped, because
line-new-client = New client
line-new-lead = New lead
line-promise = Promise to { $client }
line-next-notice = Talked with { $client }; next notice date
line-next-step = Reached { $client }; next step
line-import = Import a file
line-zone = Time zone of this book
import-cannot-read = Cannot read { $path }: { $why }
line-empty = Nothing typed yet
line-past = That lies in the past; name a coming day
line-not-past = That lies ahead; it must have happened
line-no-date = By when? Add fri, +3d or 12-05
line-no-name = A name is missing
line-no-zone = No such zone: { $text }. Write it like Europe/Berlin
line-not-read = Still reading this client; try again
example-note = what was said
example-past = yesterday 16:00, fri, 11-20
example-moment = fri 15:00, or a day alone for its opening hour
example-day = fri, +10d, 12-05, eom
example-why = a reason in a few words
example-client = Haichuan Valves Ms Wang 13800138000 #fair fri send the quote
example-promise = send the revised quote fri; without a day it is due today
example-next-step = send the offer fri
example-zone = Europe/Berlin, Asia/Shanghai
part-name = client: { $value }
part-person = person: { $value }
part-phone = phone: { $value }
part-email = email: { $value }
part-tag = #{ $value }
part-due = by { $value }
part-need = need: { $value }
part-step = to do: { $value }
task-follow-up = follow up

# The form.
form-title = Edit { $client }
form-meanwhile = now: { $value }; Ctrl-s again replaces it
form-meanwhile-empty = emptied meanwhile; Ctrl-s again replaces it
form-changed-meanwhile = Somebody changed this meanwhile: look at the marked fields
form-not-saved = Not saved: look at the marked field
form-dirty = Not saved yet: Ctrl-s saves, Esc again leaves without saving
form-no-name = a name is needed
form-amount = an amount such as 38000 or 38000 EUR
form-email = an address with @
form-field-none = any
form-field-name = Name
form-field-kind = Kind
form-field-status = Status
form-field-need = Need
form-field-do-not-mention = Do not mention
form-field-industry = Industry
form-field-region = Region
form-field-size = Size
form-field-tags = Tags
form-field-channel = Prefers
form-field-quiet-hours = Quiet hours
form-field-response-hours = Answer within, h
form-field-potential = Potential 1-5
form-field-fit = Fit 1-5
form-field-budget = Yearly budget
form-field-since = Client since
form-field-source = Came from
form-field-note = Note

# Panels.
panel-why = Why { $client } stands here
panel-why-batch = Why these mails stand here
panel-import = Imported
imported-rejected = REJECTED { $count }
imported-duplicates = POSSIBLY TWICE { $count }
imported-made = CLIENTS MADE BY THEIR NAMES { $count }
imported-name = { $name }
imported-more = and { $count } more
more-below = { $count } more

# The brief.
brief-who = WHO
brief-need = NEED
brief-reach = REACH
brief-why = WHY
brief-plan = PLAN
brief-booked = BOOKED
brief-you-owe = YOU OWE
brief-they-owe = THEY OWE
brief-projects = PROJECTS
brief-money = MONEY
brief-last = LAST
brief-people = PEOPLE
brief-note = NOTE
brief-source = FROM
brief-more = MORE
brief-between = {", "}
brief-since = since { $day }
brief-pinned = pinned to { $tier }: { $why }
brief-unsorted = unsorted: no invoices and nothing entered yet
brief-advice = computed tier { $tier }, as advice
brief-was = was { $tier } until a few days ago
brief-paused = paused until { $day }
brief-do-not-mention = ! do not mention: { $text }
brief-prefers = prefers { $channel }
brief-quiet = not { $from } to { $to }
brief-quiet-until = quiet until { $until }
brief-response = answer agreed within { $hours } h
brief-no-address = no number or address yet; E adds one
brief-next = nothing due; next { $day }
brief-nothing-due = nothing due
brief-requirement = { $channel } { $every }, { $state }
state-due = due { $day }
state-late = { $days } d late
state-booked = booked { $at }
state-snoozed = hidden until { $day }
state-retry = again { $day }
state-paused = paused until { $day }
brief-appointment = { $channel } { $at }
brief-task = { $due }: { $text }
brief-ends = ends { $day }
brief-notice = notice by { $day }
brief-renews = renews { $day }
brief-open = { $amount } open
brief-pays = pays after { $days } d
brief-budget = budget { $amount }
brief-never = never in touch
brief-birthday = birthday { $date }
brief-whose = { $what } ({ $person })

# An empty book.
first-empty = This book is empty
first-title = Welcome to touchbase
first-promise = Every morning it says whom to contact today, and why. One file on this machine, no account, and every step can be taken back.
first-zone = { $zone }; choose another if this is wrong
first-language = speak Chinese, 说中文

# Judging, handing out, marks, menu and palette.
plain-text = { $text }
scope-judge = JUDGING THE CLIENT
scope-hand = HANDING OUT AND MARKING
scope-survey = AFTER s
scope-flag = AFTER f
scope-tier = AFTER T
scope-quadrant = AFTER I
scope-copy = AFTER y
scope-sheet = IN A TEXT
scope-menu = IN THE MENU
scope-palette = IN THE PALETTE
do-pause = pause
do-pause-help = the plan of the client stands still until a day
do-survey = score
do-survey-help = a satisfaction score from 0 to 10: would they recommend you
do-survey-score = score
do-survey-score-help = the score they gave; 0 is not at all likely
do-survey-ten = 1 or 10
do-survey-ten-help = then 0 for ten, Enter for one
do-survey-one = one
do-survey-one-help = after 1: the score is one
do-flag = flag
do-flag-help = a remark on the newest contact that warns later
do-flag-competitor = rival
do-flag-competitor-help = they spoke of a rival
do-flag-cold = cold
do-flag-cold-help = the answer was cold
do-flag-declined = declined
do-flag-declined-help = they declined an invitation
do-flag-none = no flag
do-flag-none-help = take the remark back
do-tier = tier
do-tier-help = pin A, B or C with a reason, or let it be computed
do-tier-a = A
do-tier-a-help = pin tier A; the reason is asked for
do-tier-b = B
do-tier-b-help = pin tier B; the reason is asked for
do-tier-c = C
do-tier-c-help = pin tier C; the reason is asked for
do-tier-computed = computed
do-tier-computed-help = end the pin: the tier is computed again
do-quadrant = quadrant
do-quadrant-help = how important and urgent the item is, decided by you
do-quadrant-set = quadrant
do-quadrant-set-help = 1 important and urgent, 2 important, 3 urgent, 4 neither
do-quadrant-computed = computed
do-quadrant-computed-help = let the program judge it again
do-copy = copy
do-copy-help = put an address of the client on the clipboard
do-copy-preferred = preferred
do-copy-preferred-help = the address they prefer for the contact that is due
do-copy-phone = phone
do-copy-phone-help = the preferred phone number
do-copy-mail = mail
do-copy-mail-help = the preferred mail address
do-copy-wechat = WeChat
do-copy-wechat-help = the WeChat name
do-copy-address = address
do-copy-address-help = the postal address
do-prep = prep sheet
do-prep-help = everything for a visit on one page, to read or copy
do-mark = mark
do-mark-help = mark the row; the next action is done to every marked one, as one step
do-mark-alike = mark alike
do-mark-alike-help = mark every row of this kind, channel and tier
do-new-waiting = waiting for them
do-new-waiting-help = something the selected client owes you
do-repeat = repeat
do-repeat-help = do the last action to the selected row
do-menu = menu
do-menu-help = every command by number, without letters
do-palette = palette
do-palette-help = every command by name, and any command line
do-line-editor = editor
do-line-editor-help = write the note in your editor
do-sheet-copy = copy
do-sheet-copy-help = put the whole text on the clipboard
do-menu-pick = run
do-menu-pick-help = run the line of that number
do-menu-next = next page
do-menu-next-help = to the next page of the menu
do-menu-back = previous page
do-menu-back-help = to the page before
do-palette-enter = run
do-palette-enter-help = run the chosen line, or complete it where it needs more
do-palette-complete = complete
do-palette-complete-help = put the chosen command line into the text
line-waiting = What you wait for from { $client }
line-pause = { $client }: the plan goes on again on
line-pin-why = { $client }: why tier { $tier }
example-pin = strategic account, agreed with the owners
pending-survey = { $client }: how likely are they to recommend you, 0 to 10?
pending-survey-one = { $client }: 1, then 0 for ten or Enter for one
pending-flag = { $client }: flag on the newest contact
pending-tier = { $client }: pin which tier?
pending-quadrant = { $client }: 1 important and urgent, 2 important, 3 urgent, 4 neither
pending-copy = { $client }: copy which address?
pending-owed = promise "{ $what }", { $day }
survey-no-score = { $score } is no score: it goes from 0 to 10.
pin-why-computed = computed again
not-a-batch = This row stands for several clients; open or find one of them.
not-without-answer = { $client } wants an answer of its own: press d on that row alone.
not-touched-yet = A flag belongs to a contact: log one first.
not-no-address = Nothing of that kind is known of { $client }.
not-done-yet = Nothing has been done yet that could be repeated.
not-one-yet = Press 1 first.
not-a-note = Only a note opens in the editor.
toast-copied = Copied { $text }
toast-and-promised = { $did }, { $count ->
    [one] with a promise
   *[other] with { $count } promises
}
toast-marked-left = { $count ->
    [one] one stays marked
   *[other] { $count } stay marked
}: { $why }
rows-marked = { $count ->
    [one] 1 row marked
   *[other] { $count } rows marked
}: the next action is done to all of them; Esc lets go
keys-begun = { $keys } ...
keys-shipped = The program's own keys are used until this is mended.
menu-hint = 1-{ $lines } runs a line, 0 turns the page, Esc closes
palette-example = a command by name, or a line such as: log "Delta Foods" call -m "asked for prices"
palette-no-hits = Nothing is called that.
palette-run = run: touchbase { $line }
palette-ran = touchbase { $line }
palette-done = Done: { $line }
palette-nothing = There is no command called "{ $text }".
palette-open-quote = A quotation mark is not closed.
palette-cannot-run = "{ $line }" could not be started: { $why }
sheet-prep = Prep sheet, { $client }
screen-no-editor = Nothing came from your editor ({ $why }); the text is as it was. EDITOR names the program
toast-and-left = { $did }; { $left }

# Forms: their commands.
scope-picker = IN THE CALENDAR
do-new-person = person
do-new-person-help = a person at the selected client, in a form
do-new-invoice = invoice
do-new-invoice-help = an invoice of the selected client, in a form
do-new-project = project
do-new-project-help = a project, retainer or contract, in a form
do-new-survey = score with reasons
do-new-survey-help = a satisfaction score with its reasons, in a form
do-new-plan = agreed plan
do-new-plan-help = another interval or channel agreed with this client
do-new-leave = own leave
do-new-leave-help = days you are off; also leads to those entered
do-new-task = task in full
do-new-task-help = a task with assignee, goal and requirement, in a form
do-form-enter = press
do-form-enter-help = press a button, else to the next field
do-form-pick = calendar
do-form-pick-help = choose the day in a calendar; Space where nothing is typed
do-form-editor = editor
do-form-editor-help = write the text in your own editor
do-form-raise = up
do-form-raise-help = this contact point is preferred to the one above it
do-form-lower = down
do-form-lower-help = this contact point comes after the one below it
group-form-order = order
do-pick-take = take it
do-pick-take-help = put the chosen day into the field
do-pick-close = back
do-pick-close-help = leave the field as it was
do-pick-left = day before
do-pick-left-help = one day back
do-pick-right = day after
do-pick-right-help = one day on
do-pick-up = week before
do-pick-up-help = one week back
do-pick-down = week after
do-pick-down-help = one week on
group-pick-days = day
do-pick-month-back = month before
do-pick-month-back-help = one month back
do-pick-month-on = month after
do-pick-month-on-help = one month on
group-pick-months = month
do-pick-today = today
do-pick-today-help = back to today
not-a-date = That is not a date
not-in-order = There is nothing to change places with
picker-headings = Mo Tu We Th Fr Sa Su
picker-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

# Forms: titles, buttons, errors.
form-title-review = Check the details of { $client }
form-title-person = Person at { $client }
form-title-new-person = New person at { $client }
form-title-touch = Contact with { $client }
form-title-task = Task for { $client }
form-title-new-task = New task for { $client }
form-title-appointment = Appointment with { $client }
form-title-invoice = Invoice of { $client }
form-title-new-invoice = New invoice of { $client }
form-title-engagement = Project of { $client }
form-title-new-engagement = New project of { $client }
form-title-plan = Plan agreed with { $client }
form-title-survey = Satisfaction of { $client }
form-title-leave = Days off
form-title-new-leave = New days off
form-save = Save
form-remove = Remove
form-cancel-appointment = Call it off
form-end-plan = Back to the plan of the tier
form-none = This has no form: it is taken back with u, or decided anew
form-understood = = { $value }
form-not-a-date = no date yet
form-more-lines = { $count ->
    [1] and 1 line more
   *[other] and { $count } lines more
}
form-needs-day = a day is needed
form-number = a whole number from { $from } to { $to }
form-no-text = a text is needed
form-no-why = a reason is needed
form-birthday = a date such as 05-12 or 1980-05-12
form-interval = an interval such as 14d, 2w, 3mo or 1y
form-one-currency = in the currency of the amount
form-no-client = no client is called "{ $text }"
form-many-clients = { $count } clients fit "{ $text }"
form-group = { $have } of { $of } known; missing: { $missing }
form-group-whole = { $have } of { $of } known{ $missing }
form-and = { $a }, { $b }
form-group-points = { $have } of { $of } checked in time
form-points = Contact points
form-rest = Everything else
form-nothing = {""}
form-link-person = { $has-role ->
    [0] { $name }
   *[other] { $name }, { $role }
}
form-add-person = New person
form-add-survey = New score
form-add-project = New project
form-field-business = Business
form-link-touch = { $channel }, { $day }
form-link-plan = { $channel } { $every }
form-link-leave = { $first } to { $last }

# Forms: labels and choices.
form-field-point = Reached by
form-field-relation = Stands to
form-field-person-link = People
form-field-last-touch = Last contact
form-field-own-plan = Agreed plan
form-field-nobody = nobody named
form-field-unknown = not known
form-field-same = the same
form-field-no-flag = no remark
form-field-person-name = Name
form-field-role = Role
form-field-birthday = Birthday
form-field-how = How
form-field-at = When
form-field-direction = Who began
form-field-outcome = Outcome
form-field-person = Person
form-field-minutes = Minutes
form-field-flag = Remark
form-field-whose = Whose
form-field-what = What
form-field-due = Due
form-field-assignee = Done by
form-field-goal = Goal
form-field-requirement = Must meet
form-field-start = When
form-field-place = Place
form-field-amount = Amount
form-field-number = Number
form-field-issued = Issued
form-field-paid = Paid
form-field-cost = Cost
form-field-product = Product
form-field-title = Title
form-field-engagement = Kind
form-field-from = First day
form-field-end = Last day
form-field-notice = Notice by
form-field-renew = Renews
form-field-state = Status
form-field-first = First day
form-field-last = Last day
form-field-why = Why
form-field-leave = Entered
form-field-agreed = Instead of
form-field-instead = Agreed
form-field-every = Every
form-field-grace = Grace, days
form-field-until = Until
form-field-asked = Question
form-field-score = Score
form-field-on = Day
form-field-reasons = Reasons
survey-kind-nps = recommends us, 0 to 10
survey-kind-csat = content, 1 to 5
relates-competitor = competitor
relates-partner = partner
relates-group = same group
relates-conflict = conflict
relates-stands = as it is
relates-over = is over
point-unchecked = not checked
point-checked = checked { $day }
point-checked-how = checked { $day }, { $how }
point-wrong-since = wrong since { $day }
point-by-call = by call
point-by-email = by email
point-by-document = by document
point-check-now = checked { $how }
point-wrong-now = is wrong
point-right-now = is right again
point-remove = remove
# The client's own page.
scope-page = ON THE CLIENT'S PAGE
group-kind = kind
do-kind-next = next kind
do-kind-next-help = all events, then only contacts, money, work, marks, judgement
do-kind-back = kind before
do-kind-back-help = the same the other way round
do-page-turn = other side
do-page-turn-help = from the brief to the timeline and back
not-on-page = Rows are marked in the list; Esc leaves the page
not-on-a-page = That works on a client's page; Enter opens it

# The brief, further blocks.
brief-warning = ! { $what }
brief-thin = from little data so far
brief-offer = could become { $tier }
brief-value = { $amount } in 12 months{ $trend ->
    [up] , up from { $before }
    [down] , down from { $before }
    [same] , as in the 12 before
    [new] , nothing in the 12 before
   *[other] {""}
}
brief-billed = { $amount } in 12 months
brief-open-late = { $amount } open{ $part ->
    [all] {""}
   *[other] , { $late } of it
}, { $days } d late
brief-touches = TOUCHES
brief-billing = BILLED
brief-most = most { $most }
brief-months = a month each, { $first } to { $last }
brief-no-rate = without { $currencies }: no rate in the configuration
brief-marks = MARK
brief-mark = { $kind ->
    [nps] { $score } of 10
   *[other] { $score } of 5
}, { $day }
brief-no-mark = none yet
brief-mark-due = next { $day }: s asks
brief-mark-due-now = due since { $day }: s asks
brief-perks = OFFER
brief-known = KNOWN
brief-known-percent = { $percent }% complete
brief-known-group = { $group } { $have } of { $of }; missing: { $missing }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

# The timeline on the page.
page-all = all
page-ahead = OPEN AND TO COME
page-today = today
page-empty = nothing of this kind
page-between = {"  "}
page-note-cut = ... the note goes on; E shows all of it
page-amount = { $amount }
page-channel = { $channel ->
    [visit] visit
    [meeting] online
    [call] call
    [message] message
    [email] email
    [letter] letter
   *[other] contact
}
page-kind-promise = promise
page-kind-waiting = waiting
page-kind-delegated = handed
page-kind-done = done
page-kind-credit = credit
page-kind-paid = paid
page-kind-unpaid = unpaid
page-kind-invoice = invoice
page-kind-reminder = reminder
page-kind-tier = tier
page-kind-plan = plan
page-kind-status = status
page-kind-mark = mark
page-kind-relation = relation
page-kind-check = check
page-touch = { $direction ->
    [in] from them{" "}
   *[other] {""}
}{ $outcome ->
    [no-answer] no answer{" "}
    [callback] call back{" "}
    [declined] declined{" "}
   *[other] {""}
}{ $flag ->
    [competitor] (rival)
    [cold] (cold)
    [declined] (invitation declined)
   *[other] {""}
}
page-touch-more = { $has-person ->
    [1] { $person }
   *[other] {""}
}{ $minutes ->
    [0] {""}
   *[other] { $has-person ->
        [1] , { $minutes } min
       *[other] { $minutes } min
    }
}
page-appointment = agreed{ $has-place ->
    [1] , { $place }
   *[other] {""}
}
page-appointment-kept = agreed, took place{ $has-place ->
    [1] , { $place }
   *[other] {""}
}
page-appointment-cancelled = agreed, called off{ $has-place ->
    [1] , { $place }
   *[other] {""}
}
page-task = { $text }
page-task-delegated = { $assignee }: { $text }
page-invoice = { $number }
page-paid = { $number }after { $days } d
page-nps = { $score } of 10
page-csat = { $score } of 5
page-begins = begins: { $title }
page-finished = finished: { $title }
page-cancelled = called off: { $title }
page-ends = ends: { $title }
# From a file to a sane day: path line, report and steps, contact plan, deck, levelled plan.
scope-files = PATH OF A FILE
scope-steps = AFTER AN IMPORT
scope-preset = CONTACT PLAN
scope-deck = SORTING CLIENTS
scope-levelled = SPREAD
do-import = import
do-import-help = bring in a file: CSV, Excel, vCards
do-plans = contact plan
do-plans-help = choose how often each tier is contacted, with what it costs
do-sort = sort clients
do-sort-help = give tiers to those who have none, one key a client
do-level = spread
do-level-help = level what is late and days that are too full, after a look
do-files-enter = look at it
do-files-enter-help = open the folder, or look at the file before it is imported
do-files-complete = complete
do-files-complete-help = complete the name, or choose the next file
do-step-take = go
do-step-take-help = do the chosen step
do-step-pick = a step
do-step-pick-help = do the step with this number
do-step-close = to Today
do-step-close-help = leave the rest and see the day
do-preset-take = take it
do-preset-take-help = plan contacts like this from now on
do-preset-pick = a plan
do-preset-pick-help = take the plan with this number
do-deck-a = A
do-deck-a-help = the few who matter most
do-deck-b = B
do-deck-b-help = worth a steady contact
do-deck-c = C
do-deck-c-help = a mail now and then
do-deck-not = not a client
do-deck-not-help = out of the plan and the day; the record stays
do-deck-later = later
do-deck-later-help = stays without a tier, served like C
do-deck-back = back
do-deck-back-help = the card before again, what was decided on it taken back
do-deck-take = as suggested
do-deck-take-help = take the tier that suggests itself
do-deck-close = enough
do-deck-close-help = the rest stays as it is
do-level-apply = apply
do-level-apply-help = move the contacts to these days, as one step
do-level-close = leave it
do-level-close-help = nothing is moved
not-unsorted = Every active client has a tier
not-sorted-yet = No card has been decided yet
not-suggested = Nothing suggests itself here: choose a tier
files-hint = Type a path, drop a file here, or choose one below; Enter takes the newest
files-none = Nothing here can be imported (CSV, Excel .xlsx, vCards)
progress-title = Importing …
progress-share = { $percent } %, Esc stops and leaves nothing behind
panel-refused = Lines that were not imported: correct them and import the file again, what has landed stays
step-plan = { $count ->
    [1] Choose the contact plan. Contacts a week for 1 client: { $bills }
   *[other] Choose the contact plan. Contacts a week for { $count } clients: { $bills }
}
step-sort = { $count ->
    [1] Sort 1 client without a tier (served like C until then)
   *[other] Sort { $count } clients without a tier (served like C until then)
}
step-sorted = Every client has a tier
step-level = { $count ->
    [1] Spread what is late or too much for a day: 1 contact moves
   *[other] Spread what is late or too much for a day: { $count } contacts move
}
step-levelled = No planned contact is late and no day is too full
step-refused = { $count ->
    [1] Read why 1 line was refused
   *[other] Read why { $count } lines were refused
}
step-today = { $count ->
    [0] Today: nothing is due
    [1] Today: 1 thing to do
   *[other] Today: { $count } things to do
}
preset-title = { $count ->
    [1] How often to be in touch with 1 client
   *[other] How often to be in touch with { $count } clients
}
preset-cost = { $week } contacts a week, { $day } a day of { $room }
preset-too-much = { $week } contacts a week, { $day } a day: more than { $room }
preset-in-force = in force:
preset-tier = { $count ->
    [1] { $tier }  1 client, { $week } a week: { $plan }
   *[other] { $tier }  { $count } clients, { $week } a week: { $plan }
}
preset-contact = { $channel } { $every }
preset-note = A richer contact counts for a poorer one: a visit is also the call of its week. Where tiers would change, the figures hold once every change is accepted. The plan can be changed at any time, and u takes it back.
deck-title = Sorting clients: { $at } of { $all }
deck-why = sorted by hand
deck-why-not = not a client
deck-label-last = Last contact
deck-label-billed = Billed
deck-label-people = People
deck-label-about = About
deck-label-why = Suggestion
deck-last = { $count ->
    [1] { $channel } { $day }, the only one
   *[other] { $channel } { $day }, { $count } in all
}
deck-no-bill = nothing in 12 months

# The look at a file before it is imported.
scope-mapping = COLUMNS OF A FILE
scope-map-field = FIELD OF A COLUMN
group-turn = field
do-map-import = import
do-map-import-help = bring the file in as it is shown here
do-map-choose = choose
do-map-choose-help = choose from a list what the column becomes
do-map-next = next field
do-map-next-help = the column becomes the next field
do-map-back = field before
do-map-back-help = the column becomes the field before
do-map-leave = leave out
do-map-leave-help = the column is not imported
do-map-keep = keep
do-map-keep-help = the column is kept as a field of your own
do-map-kind = kind
do-map-kind-help = clients, people, touches, invoices, opportunities, cases, survey answers or care dates
do-map-encoding = encoding
do-map-encoding-help = another encoding, when the letters are wrong
do-map-dates = dates
do-map-dates-help = day or month first, where both are possible
do-field-take = take
do-field-take-help = the column becomes this
not-columns = Cards have no columns to choose
map-title = { $file }
map-about = { $source }, { $encoding }: { $kind }, { $count ->
    [1] 1 record
   *[other] { $count } records
}
map-kind-clients = clients
map-kind-people = people
map-kind-touches = touches
map-kind-invoices = invoices
map-kind-contacts = people and clients
map-kind-surveys = survey answers
map-ready = Enter imports it like this; one undo step takes it back.
map-refused = { $count ->
    [1] 1 line will be refused.
   *[other] { $count } lines will be refused.
} { $first }
map-dates-dmy = Dates: the day stands first (21/11/2026)
map-dates-mdy = Dates: the month stands first (11/21/2026)
map-head-heading = COLUMN
map-head-field = BECOMES
map-head-samples = FIRST VALUES
map-choose-title = What is "{ $heading }"? { $samples }
map-field-leave = (left out)
map-field-keep = (own field)
map-field-name = name
map-field-kind = organisation or person
map-field-status = status
map-field-industry = industry
map-field-region = region
map-field-size = size
map-field-need = need
map-field-since = client since
map-field-tier_pin = tier
map-field-tags = tags
map-field-email = e-mail
map-field-phone = phone
map-field-wechat = WeChat
map-field-address = address
map-field-url = web site
map-field-other = other contact
map-field-birthday = birthday
map-field-birth_year = year of birth
map-field-birth_month = month of birth
map-field-birth_day = day of birth
map-field-potential = potential
map-field-fit = fit
map-field-budget = budget
map-field-budget_currency = currency of budget
map-field-source = came from
map-field-note = note
map-field-last_contact = last contact
map-field-last_note = note of last contact
map-field-person = person
map-field-preferred_channel = preferred channel
map-field-response_hours = answer within hours
map-field-do_not_mention = do not mention
map-field-external_id = id elsewhere
map-field-quiet_hours = quiet hours
map-field-email_labels = label of e-mail
map-field-phone_labels = label of phone
map-field-wechat_labels = label of WeChat
map-field-address_labels = label of address
map-field-url_labels = label of web site
map-field-other_labels = label of other
map-field-client = client
map-field-company = company
map-field-department = department
map-field-role = role
map-field-prefix = title before name
map-field-first = first name
map-field-middle = middle name
map-field-last = last name
map-field-suffix = suffix
map-field-nickname = nickname
map-field-photo = photo
map-field-channel = channel
map-field-outcome = outcome
map-field-direction = direction
map-field-at = moment
map-field-minutes = minutes
map-field-flag = flag
map-field-number = number
map-field-issued = issued
map-field-due = due
map-field-paid = paid
map-field-amount = amount
map-field-cost = cost
map-field-currency = currency
map-field-product = product
map-field-score = score
map-field-on = day
map-field-reasons = reasons
find-notes-enter = Enter looks through the notes

# The manual behind the keys.
scope-manual = IN THE HELP
group-manual = manual
do-manual-next = next page
do-manual-next-help = to the next page of the manual
do-manual-back = previous page
do-manual-back-help = to the page before
do-manual-pick = topic
do-manual-pick-help = to the topic of that number
do-manual-keys = keys
do-manual-keys-help = back to the first page, the keys
not-another-page = You are on that page
manual-first = keys
manual-start = start
manual-today = today
manual-clients = clients
manual-plan = plan
manual-import = import
manual-search = search
manual-dates = dates
manual-config = config
manual-policy = policy
manual-messages = messages
manual-complaints = complaints
manual-risk = at risk
manual-figures = figures
manual-privacy = privacy
manual-scripts = scripts
manual-faq = questions
manual-keys = all keys

part-at = at { $value }
part-on = on { $value }
part-until = until { $value }
prefix-stays = { $key } means nothing here; what you typed stays. Enter logs it, Esc drops it.
keys-refused = YOUR KEYS
# A fact that is over has no form
form-appointment-kept = This appointment took place and stays as it was: change the contact that was logged for it
form-appointment-cancelled = This appointment was called off and stays as it was: agree on a new one with the next contact
form-task-done = This task is done and stays as it was: write down a new one, n then f
form-plan-over = This agreement is over and stays as it was: make a new one, n then a

line-dirty = The text is not saved: Esc again drops it
# A command line of the screen
palette-running = Running: touchbase { $line } (Esc stops it)
palette-stopped = Stopped: touchbase { $line }; what it had written stays
palette-cut = … cut here: write the rest to a file, or ask for less
import-no-plain-file = { $path } is not a plain file: save the list as a file and give that
import-too-large = { $path } is larger than { $most } MB: export less at a time
copy-too-long = Too long for the terminal's clipboard ({ $bytes } bytes, at most { $most }): write it to a file instead
