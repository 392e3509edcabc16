# The knowledge base.

notes-skipped = 有 { $count } 个文件没有读入。第一个：{ $why }
notes-too-many = 知识条目超过 { $most } 条，或总量超过 64 MB
notes-none = 还没有知识条目：用 touchbase notes edit 名称 写第一条，或把 Markdown 文件放进 { $folder }
