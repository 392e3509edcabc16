# Opportunities on their board, projects with milestones, reports of progress.

fact-milestone = milestone

# What was done
did-add-milestone = { $named ->
    [1] Added milestone: { $what }, { $client }, due { $day }
   *[other] Added milestone, { $client }, due { $day }
}
did-edit-milestone = { $named ->
    [1] Changed milestone: { $what }, { $client }
   *[other] Changed milestone, { $client }
}
did-done-milestone = { $named ->
    [1] Milestone reached: { $what }, { $client }
   *[other] Milestone reached, { $client }
}
did-reopen-milestone = { $named ->
    [1] Milestone open again: { $what }, { $client }
   *[other] Milestone open again, { $client }
}
did-remove-milestone = { $named ->
    [1] Took out milestone: { $what }, { $client }
   *[other] Took out milestone, { $client }
}
did-report-progress = { $named ->
    [1] Reported how it goes: { $what }, { $client }
   *[other] Reported how a project goes, { $client }
}
refused-no-milestone = No such milestone at this client
refused-milestone-done = This milestone is reached already
refused-milestone-open = This milestone is not reached yet
field-report-every = report every
field-reported = reported

# Items
kind-milestone = milestone
kind-report = progress report
kind-opportunity = opportunity
what-milestone = project
what-report = report
reason-milestone = milestone { $title } ({ $project })
reason-report = { $project }: tell them how it goes, last told { $on }
reason-report-never = { $project }: tell them how it goes, never told since { $on }
what-opportunity = signing
reason-opportunity = { $title }: signature expected, { $stage }, { $amount }
do-done-milestone = reached
do-done-report = report given

# Of a project
milestone-done = { $title }, reached { $day }
milestone-due = { $title }, due { $day }
milestone-late = { $title }, { $days } d late
project-progress = { $done } of { $all } milestones
need-milestone = milestone { $days } d late
need-notice-passed = notice day passed { $days } d ago
need-past-end = { $days } d past its end
need-notice = { $days ->
    [0] notice by today
    [1] notice by tomorrow
   *[other] notice in { $days } d
}
need-report = report due
need-report-late = report { $days } d late
need-still = nothing for { $days } d

# The report of progress to a client
progress-reached = { $what }, on { $day }
progress-by = { $what }, by { $day }
progress-late = { $what }, was planned for { $day }
progress-contact = { $day }: { $channel }
progress-invoice = { $has-number ->
    [1] no. { $number }, { $amount }
   *[other] { $amount }
}
progress-invoice-due = { $invoice }, due { $day }
progress-case = no. { $no } of { $day }: { $status }

# Commands
cli-arg-report-every = How often the client is told how it goes: 14d, 2w, 1mo; "" takes it away
cli-arg-milestone = #id, or a unique part of the title
cli-arg-reopen = It is not reached after all
cli-engagement-report-about = How a project goes since the last report, from the record, as a message to its client; your notes stay out of it
cli-engagement-report-example = touchbase engagement report "Website 2027"
cli-engagement-report-engagement = #id, a unique part of the title, or the client when it has only one
cli-engagement-report-done = Writes down that the client was told
cli-engagement-report-on = With --done: the day it was told (default today)
cli-engagement-report-on-alone = --on is the day the client was told: it goes with --done
cli-engagement-renew-about = Goes on for another term: moves notice day, end and renewal day by the same term
cli-engagement-renew-example = touchbase engagement renew "Care of the site" --notice 2027-11-30
cli-engagement-renew-engagement = #id, a unique part of the title, or the client when it has only one
cli-engagement-renew-notice = The next last day to give notice (default: a term after the present one)
cli-engagement-over = This project is over: add a new one
cli-engagement-no-term = It has no last day, so there is no term: say the next notice day with --notice
cli-milestone-about = Milestones: what has to be reached in a project, and by when
cli-milestone-example = touchbase milestone add Northstar "First draft" --due 2027-02-01
cli-milestone-add-about = Writes down a milestone of a project
cli-milestone-add-example = touchbase milestone add Northstar "First draft" --due 2027-02-01 --engagement Website
cli-milestone-add-engagement = Which project, where the client has several
cli-milestone-add-due = By when
cli-milestone-edit-about = Changes a milestone
cli-milestone-edit-example = touchbase milestone edit "First draft" --due +3d
cli-milestone-edit-due = The new day
cli-milestone-edit-note = A note; "" takes it away
cli-milestone-list-about = Milestones ahead, of everybody or of one client
cli-milestone-list-example = touchbase milestone list --all
cli-milestone-list-all = Those that are reached too
cli-milestone-done-about = Marks a milestone reached
cli-milestone-done-example = touchbase milestone done "First draft" --on yesterday
cli-milestone-remove-about = Takes a milestone out of its project
cli-milestone-remove-example = touchbase milestone remove "First draft"
cli-milestone-none = No milestones.
cli-milestone-no-project = { $client } has no project: add one with touchbase engagement add
cli-choice-milestone = { $title }, { $client } ({ $project }), due { $day }
cli-error-no-milestone = No milestone is called "{ $text }": see touchbase milestone list
cli-error-interval = "{ $text }" is no interval: write 14d, 2w or 1mo
cli-column-milestones = Reached
cli-column-milestone = Milestone
cli-column-project = Project
cli-column-reached = Reached
cli-column-still = Still
cli-column-needs = Asks for
cli-column-note = Note
cli-column-in-stage = For
cli-opportunity-stage = { $stage }: { $count }, { $amount }, by probability { $weighted }
prospect-moved = { $title }: expected signature moved { $count ->
    [1] once
    [2] twice
   *[other] { $count } times
}: { $path }
slip-first = { $day }
slip-next = { $path } -> { $day }
progress-left-out = { $count ->
    [1] One line is left out: it names
   *[other] { $count } lines are left out: they name
} what is not to be mentioned.

# Forms
form-title-milestone = Milestone of { $client }
form-title-new-milestone = New milestone of { $client }
form-field-milestone = Milestone
form-field-reached = Reached on
form-field-project = Project
form-field-report = Report every
form-add-milestone = Add a milestone
form-no-project = There is no project it could be a milestone of: n e adds one
do-new-milestone = milestone
do-new-milestone-help = something to be reached in a project by a day, in a form
timeline-milestone = milestone { $title } ({ $project })
timeline-milestone-done = milestone reached: { $title } ({ $project })
timeline-report = told how it goes: { $title }
example-notice = Enter alone: { $day }, a term later
part-runs-until = it then runs until { $day }

# The board
scope-board = BOARD
do-board = board
do-board-help = Opportunities by stage, and projects by what they ask for
do-board-open = client
do-board-open-help = The page of its client
do-board-back = stage back
do-board-back-help = The opportunity goes back a stage
do-board-next = stage on
do-board-next-help = The opportunity goes on to the next stage
group-stage = stage
do-board-done = talked, or reached
do-board-done-help = Opportunity: they were talked to, asks the next step; project: its next milestone is reached
do-board-talked = talked, next step
do-board-won = won
do-board-won-help = The opportunity is won; a lead becomes a client
do-board-lost = lost
do-board-lost-help = The opportunity is lost, with the reason
do-board-report = report
do-board-report-help = How the project goes, as a message to its client, to be copied and logged
do-board-told = told
do-board-told-help = The client was told how the project goes
do-board-day = other day
do-board-day-help = Another day of signature, or another day of the next milestone
do-board-close-day = signature
do-board-due-day = other day
do-board-new = new
do-board-new-help = A new opportunity of this client, or a new milestone of this project
do-board-turn = other side
do-board-turn-help = Opportunities and projects in turn
do-board-left = column left
do-board-left-help = The stage before
do-board-right = column right
do-board-right-help = The stage after
group-across = column
board-prospects = Opportunities
board-projects = Projects
board-sum = { $count } open, { $amount }, by probability { $weighted }
board-count = { $count ->
    [1] 1 project
   *[other] { $count } projects
}{ $asking ->
    [0] {""}
    [1] , 1 asks for something
   *[other] , { $asking } ask for something
}
board-no-prospects = No opportunities yet: n adds one of the selected client.
board-no-projects = No projects yet: n e in the lists adds one.
board-stage = { $stage } { $count }
board-weighted = weighted { $weighted }
board-moved = { $count }x moved
board-still = { $days }d
board-between = {"; "}
board-in-stage = { $stage } for { $days } d
board-begins = begins { $day }
board-calm = nothing now
board-from-to = { $from } to { $to }
board-from = since { $from }
board-notice = notice by { $day }
board-renew = renews { $day }
board-told = report { $every }, last { $day }
board-never-told = report { $every }, not yet
board-last-moved = { $days ->
    [0] moved today
   *[other] last moved { $days } d ago
}
line-prospect-lost = Lost at { $client }; why
line-close-day = Signature of { $client } expected
line-milestone-day = Milestone of { $client } due
example-prospect-lost = too expensive, went to a rival, no budget this year
not-an-opportunity = No opportunity is selected
not-a-project = No project is selected
not-a-milestone = This project has no open milestone: n adds one
not-a-stage-on = It is in the last stage: w marks it won, x lost
not-a-stage-back = It is in the first stage
not-columns-here = There are no columns here
board-moved-short = { $count }x
