# import
import-bad-empty = The file is empty: it needs a line of headings or a vCard.
import-bad-encoding = Line { $line }, byte { $byte }: this is not text in any known encoding. Save the file as UTF-8 (in Excel: "CSV UTF-8") and import it again.
import-bad-kind = No kind of file is recognised by the headings: { $found }. Say what the file is about and which column holds the name.
import-bad-column = No column holds { $field }, which { $kind } need. Name one; the headings are: { $found }
import-bad-field = { $kind } have no field { $field }. The fields are: { $known }
import-bad-heading = No column is headed { $heading }. The headings are: { $found }
import-bad-cards = A vCard file holds people and clients, no { $kind }; import it as what it is.

import-stopped = Stopped: nothing was imported.

import-figures = { $created } created, { $updated } updated, { $unchanged } unchanged, { $rejected } rejected
import-figures-dry = Dry run, nothing written: { $created } to create, { $updated } to update, { $unchanged } unchanged, { $rejected } rejected
import-made = { $count ->
    [one] 1 client made by its name: { $names }
   *[other] { $count } clients made by their names: { $names }
}{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
import-duplicate = Line { $line }: { $name } may be { $existing }, who is there already
import-duplicate-here = Line { $line }: { $name } may be { $existing } of the same file
import-left-birthday = Line { $line }: the birthday "{ $text }" could not be read and is kept as text
import-left-birthdays = Further birthdays that could not be read: { $count }
import-left-photos = Photos left out: { $count }
import-left-media = Sounds, logos and keys left out: { $count }
import-note-email = Line { $line }: { $name }: "{ $value }" is no e-mail address; it is kept as it stands
import-note-birthday = Line { $line }: { $name }: the birthday "{ $value }" cannot be read; it is kept as a field of its own
import-notes-more = { $count ->
    [one] and { $count } more remark of this kind
   *[other] and { $count } more remarks of this kind
}
import-rejected = Line { $line } rejected: { $reason }

import-rejected-quote = a quote is opened and never closed; close it or remove it
import-rejected-quotes = too many quotes are never closed; nothing after this line was read
import-rejected-nul = it holds a NUL character; remove it
import-rejected-wide = { $cells } cells under { $headings } headings; quote cells that hold the delimiter
import-rejected-missing = { $field } is missing
import-rejected-word = { $field }: "{ $value }" is not known
import-rejected-date = { $field }: "{ $value }" is not a date; write it as 2026-11-21
import-rejected-date-order = { $field }: day and month of "{ $value }" could be either; write it as 2026-11-21, or say which comes first
import-rejected-future = { $field }: "{ $value }" has not happened yet
import-rejected-number = { $field }: "{ $value }" is not a whole number from { $from } to { $to }
import-rejected-amount = { $field }: "{ $value }" is not an amount; write it as 38000.50
import-rejected-currency = { $field }: "{ $value }" is not a currency; write its three letters, such as CNY
import-rejected-due = { $field }: "{ $value }" lies before the day of issue
import-rejected-long = a cell or property is longer than { $most } bytes
import-rejected-no-id = no client { $client }; use a name or an id that is there
import-rejected-ambiguous = several clients are called { $client }; write #id in its place
import-rejected-client = its client was refused
import-rejected-card = this card cannot be read
import-rejected-card-open = the card that begins here has no END:VCARD
import-rejected-card-name = a card without a name
import-rejected-card-end = END:VCARD without a BEGIN:VCARD
import-rejected-card-stray = text outside a card
import-rejected-card-version = version { $version } of vCard is not read; export it as 3.0 or 4.0
import-rejected-card-group = a list of contacts, not a contact

import-next-day = Next: touchbase shows the day.
import-next-late = { $count ->
    [one] Next: { $count } contact is overdue; touchbase spread levels it, then touchbase shows the day.
   *[other] Next: { $count } contacts are overdue; touchbase spread levels them, then touchbase shows the day.
}
import-also-unsorted = { $count ->
    [one] { $count } client has no tier yet: touchbase client pin NAME A|B|C -m WHY sets it, touchbase tiers names it.
   *[other] { $count } clients have no tier yet: touchbase client pin NAME A|B|C -m WHY sets one, touchbase tiers lists them.
}
import-next-sort = Next: touchbase shows the day; touchbase tiers lists who has no tier yet.
import-next-spread = Next: touchbase shows the day; touchbase spread levels what is late.
import-next-fix = { $count ->
    [one] Next: correct the rejected line and import the file again; what has landed stays unchanged.
   *[other] Next: correct the { $count } rejected lines and import the file again; what has landed stays unchanged.
}
import-next-dry = Next: the same command without --dry-run writes it.

# sources and encodings
import-bad-other-encoding = The file is not { $encoding }: leave the encoding to be found, or name another one.
import-bad-sheet = This cannot be read as an Excel workbook (.xlsx). Save it again as .xlsx or as CSV and import that.
import-bad-old-sheet = This is a workbook of the old format (.xls). Save it as .xlsx or CSV and import that.
import-bad-large-sheet = The workbook unpacks to more than an address book can be. Save the one sheet that is needed as CSV and import that.
import-encoding = Read as { $encoding }
import-note-kept = Line { $line }: { $name }: { $field } "{ $value }" is not understood; it is kept as a field of its own
import-source-own = touchbase
import-source-google = Google Contacts
import-source-google-old = Google Contacts (old)
import-source-outlook = Outlook
import-source-thunderbird = Thunderbird
import-source-home-made = a table
import-source-vcard-21 = vCard 2.1
import-source-vcard-3 = vCard 3.0
import-source-vcard-4 = vCard 4.0

# the reason of a tier that an import pinned
pin-imported = imported
cli-tiers-why = { $why }

# columns without a place
import-extra-columns = Kept as your own fields: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}

# a cell beyond all measure
import-rejected-long-cell = the cell in column { $column } ({ $heading }) is longer than { $most } bytes; shorten it or split it, and import the line again

# a file that cannot be opened
cli-import-not-found = There is no file { $path }. Check the name and the folder.
cli-import-denied = { $path } may not be read. Allow yourself to read it, or copy it to a folder of your own.
cli-import-folder = { $path } is a folder. Name one file in it.

import-rejected-total = "{ $text }" adds up the lines above: it is no client

import-note-order = Line { $line }: { $name }: { $field } "{ $value }": day or month first? "--date-order dmy" or "mdy" says it, d on the screen; it is kept as a field of its own
import-left-order = Line { $line }: the birthday "{ $text }": day or month first? "--date-order dmy" or "mdy" says it, d on the screen; it is kept as text

import-note-birthday-order = Line { $line }: { $name }: the birthday "{ $value }": day or month first? "--date-order dmy" or "mdy" says it, d on the screen; it is kept as a field of its own
