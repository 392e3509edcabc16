# Dates, working hours, holidays, zones, configuration.

## Date phrases
when-bad = "{ $text }" is not a date I know; try tomorrow, fri, next fri, +3d, in 2h, 2026-11-21, thu 15:00 or eom
when-range = "{ $text }" lies outside the years 1900 to 2200

## Working hours and holidays
hours-bad = "{ $text }" are no opening hours; write 09:00-12:00, 13:00-18:00
holidays-bad-date = holidays line { $line }: no date at the start of "{ $text }"; write 2026-10-01,off,name
holidays-bad-kind = holidays line { $line }: "{ $text }" says neither off nor work; write 2026-10-01,off,name
holidays-empty = the holiday file names no day
