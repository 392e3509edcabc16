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
