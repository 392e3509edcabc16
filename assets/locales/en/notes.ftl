# The knowledge base.

notes-skipped = { $count ->
    [one] 1 file was left out. { $why }
   *[other] { $count } files were left out. The first: { $why }
}
notes-too-many = there are more than { $most } notes, or more than 64 MB of them
notes-none = No knowledge note yet: write the first one with touchbase notes edit NAME, or put a Markdown file into { $folder }
notes-no-hits = No knowledge note says "{ $text }"
config-bad-notes = { $file }, line { $line }: { $key } needs a folder, such as dir = "~/notes" under [notes]

## The finder in a draft
scope-knowledge = KNOWLEDGE NOTES
notes-title = Knowledge notes
notes-shown = { $n } of { $of }
note-uses = { $count ->
    [one] used once
   *[other] used { $count } times
}
note-empty = There is nothing in it to insert
note-inserted = "{ $title }" stands above the closing
note-taken-out = "{ $title }" is out of the draft again
do-draft-note = note
do-draft-note-help = Find a knowledge note and insert it above the closing; choosing it again takes it out
group-read = read
do-know-take = insert
do-know-take-help = Insert the note above the closing of the draft, or take it out again where it stands in it
do-know-out = take out
do-know-more = read on
do-know-more-help = Further down in the note
do-know-less = read back
do-know-less-help = Further up in the note
do-know-close = back
do-know-close-help = Back to the draft, without inserting anything

## On the command line
cli-notes-about = Knowledge notes that fit some words, best first; without words all of them
cli-notes-example = touchbase notes
    touchbase notes refund deposit
    touchbase draft northstar service-terms --note refund-policy
cli-notes-words = Words of the title, the tags or the text; pinyin and initials too
cli-notes-show-about = Prints a knowledge note as it would go into a message
cli-notes-show-example = touchbase notes show refund-policy
cli-notes-show-note = The note: the name of its file, or its title
cli-notes-edit-about = Opens a knowledge note in your editor; a new one is made with its heading
cli-notes-edit-example = touchbase notes edit refund-policy
    touchbase notes edit billing/late-payment
cli-notes-edit-note = The note: the name of its file, or its title
cli-draft-note = Inserts this knowledge note above the closing; as often as you like
cli-column-knowledge = Note
cli-column-note-name = Name
cli-column-uses = Uses
cli-column-used = Last used
note-day = { $day }
note-last = { $uses }, last { $day }
note-unknown = There is no knowledge note "{ $text }"; see touchbase notes
note-unknown-near = There is no knowledge note "{ $text }"; did you mean { $near }?
note-several = Several knowledge notes are called "{ $text }": { $notes }
note-nothing = { $file } says nothing that could be inserted
note-bad-name = "{ $text }" cannot be the name of a note: a file name, or FOLDER/NAME
note-unwritten = { $file } cannot be written: { $why }
note-written = { $file } is a new knowledge note
note-edited = { $file } was open in your editor
note-not-written = Nothing was written, so there is no new note
did-use-notes = Knowledge notes used, { $client }
