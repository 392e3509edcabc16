# Holidays of other years and countries, and own leave.

fact-holiday = holiday
