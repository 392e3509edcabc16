# The knowledge base.

notes-skipped = { $count ->
    [one] 1 file was left out. { $why }
   *[other] { $count } files were left out. The first: { $why }
}
notes-too-many = there are more than { $most } notes, or more than 64 MB of them
notes-none = No knowledge note yet: write the first one with touchbase notes edit NAME, or put a Markdown file into { $folder }
