# Holidays of other years and countries, and own leave.

fact-holiday = holiday

did-holidays = Holidays: { $count ->
    [one] 1 day
   *[other] { $count } days
  }, { $first } to { $last }
did-remove-holidays = Took back { $count ->
    [one] 1 imported holiday
   *[other] { $count } imported holidays
  }

cli-holidays-about = Public holidays and make-up days
cli-holidays-example = touchbase holidays import holidays-2027.ics
cli-holidays-import-about = Takes holidays of a year or country from a calendar file; its years replace what was known of them
cli-holidays-import-example = touchbase holidays import holidays-2027.ics --dry-run
cli-holidays-import-file = Calendar (.ics), TOML, or CSV with the columns date, kind (off or work), name
cli-holidays-import-add = Adds to what is known of its years: a second country
cli-holidays-import-dry-run = Reports and writes nothing
cli-holidays-list-about = Holidays and make-up days that are known, from this year on
cli-holidays-list-example = touchbase holidays list 2027
cli-holidays-list-year = Only this year
cli-holidays-remove-about = Takes an imported year back; what is built in for it counts again
cli-holidays-remove-example = touchbase holidays remove 2027
cli-holidays-remove-year = The year

cli-column-holiday = Holiday
cli-column-source = Source
holiday-off = day off
holiday-work = make-up day
holidays-shipped = built in

holidays-import-done = Holidays of { $years }: { $off ->
    [one] 1 day off
   *[other] { $off } days off
  }, { $work ->
    [one] 1 make-up day
   *[other] { $work } make-up days
  }.
holidays-import-dry = Dry run, nothing written. Holidays of { $years }: { $off ->
    [one] 1 day off
   *[other] { $off } days off
  }, { $work ->
    [one] 1 make-up day
   *[other] { $work } make-up days
  }.
holidays-import-same = Nothing changed: these holidays of { $years } are known already ({ $off } off, { $work } worked).
holidays-import-none = No holiday taken: the file names none that can be used.
holidays-import-replaced = { $count ->
    [one] 1 day known before is replaced.
   *[other] { $count } days known before are replaced.
  }
holidays-import-kept = { $count ->
    [one] 1 day known before stays.
   *[other] { $count } days known before stay.
  }
holidays-import-edges = Of { $years } the file has only days around New Year: they are added, and the rest of that year stays as it was.
holidays-import-left-out = { $count ->
    [one] 1 cancelled event or observance left out.
   *[other] { $count } cancelled events and observances left out.
  }

holidays-rejected-date = no such date: "{ $text }"; write 2027-01-01
holidays-rejected-kind = neither off nor work: "{ $text }"
holidays-rejected-time = not a whole day ({ $text }), so no holiday
holidays-rejected-order = it ends before it begins
holidays-rejected-span = { $days } days in one go; a holiday has at most { $most }
holidays-rejected-year = { $text } lies outside the years 1950 to 2150
holidays-rejected-name = the name is longer than { $most } characters, or holds a NUL character
holidays-rejected-rule = it repeats in a way no holiday does; only yearly repetitions are understood
holidays-rejected-event = not an event that can be read
holidays-rejected-open = the event is never closed
holidays-rejected-no-event = there is no event in this calendar
holidays-rejected-many = more than { $most } events; nothing from this line on was read
holidays-rejected-key = unknown key "{ $text }"; write [[day]] with date, kind and name
holidays-rejected-toml = not TOML: { $text }

holidays-list-none = No holidays are known from this year on; bring a calendar in with touchbase holidays import FILE.
holidays-list-none-of = No holidays of { $year } are known; bring a calendar in with touchbase holidays import FILE.
holidays-error-year = "{ $text }" is no year
holidays-error-no-year = no holidays were imported for { $year }; see touchbase holidays list

inside-limit = case limit
inside-follow-up = ask afterwards
inside-appointment = appointment
inside-promise = promise
inside-owed = owed to you
inside-delegated = delegated
inside-renewal = renewal
inside-milestone = milestone
inside-report = progress report
leave-inside = { $items ->
    [0] nothing with a date
    [one] 1 thing with a date
   *[other] { $items } things with a date
  }; { $contacts ->
    [0] no contact.
    [one] 1 contact will wait.
   *[other] { $contacts } contacts will wait.
  }
leave-inside-far = { $items ->
    [0] nothing with a date.
    [one] 1 thing with a date.
   *[other] { $items } things with a date.
  }
leave-inside-none = nothing is due on these days
leave-inside-more = and { $count } more
form-field-inside = Inside
form-inside-day = { $day }
form-inside-at = { $at }
form-inside = { $when }  { $kind }  { $client }{ $has-text ->
    [0] {""}
   *[other] : { $text }
  }
cli-leave-inside = Inside: { $what }
