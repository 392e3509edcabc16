# Publishing to calendars and address books.
