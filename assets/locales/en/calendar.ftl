# The calendar: month, agenda, what stands on a day, moving it, visits.
