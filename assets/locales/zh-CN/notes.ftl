# The knowledge base.

notes-skipped = 有 { $count } 个文件没有读入。第一个：{ $why }
notes-too-many = 知识条目超过 { $most } 条，或总量超过 64 MB
notes-none = 还没有知识条目：用 touchbase notes edit 名称 写第一条，或把 Markdown 文件放进 { $folder }
notes-no-hits = 没有知识条目提到“{ $text }”
config-bad-notes = { $file } 第 { $line } 行：{ $key } 要写一个文件夹，例如 [notes] 下的 dir = "~/notes"

## The finder in a draft
scope-knowledge = 知识条目
notes-title = 知识条目
notes-shown = { $n }/{ $of }
note-uses = 用过 { $count } 次
note-empty = 这一条没有可以插入的内容
note-inserted = “{ $title }”已放在结尾问候之前
note-taken-out = “{ $title }”已从草稿中取出
do-draft-note = 知识条目
do-draft-note-help = 查找知识条目，插入到结尾问候之前；再选一次则取出
group-read = 翻看
do-know-take = 插入
do-know-take-help = 把这一条插入到草稿的结尾问候之前；已在草稿中则取出
do-know-out = 取出
do-know-more = 往下看
do-know-more-help = 在条目里往下
do-know-less = 往上看
do-know-less-help = 在条目里往上
do-know-close = 回到草稿
do-know-close-help = 回到草稿，不插入任何内容

## On the command line
cli-notes-about = 列出与所给词语相符的知识条目，最相符的在前；不写则全部列出
cli-notes-example = touchbase notes
    touchbase notes 退款 定金
    touchbase draft 北辰 service-terms --note 退款政策
cli-notes-words = 标题、标签或正文里的词；也可以用拼音和首字母
cli-notes-show-about = 按放进消息时的样子输出一条知识条目
cli-notes-show-example = touchbase notes show 退款政策
cli-notes-show-note = 知识条目：文件名或标题
cli-notes-edit-about = 在编辑器里打开一条知识条目；没有则新建，并写好标题
cli-notes-edit-example = touchbase notes edit 退款政策
    touchbase notes edit 开票/逾期付款
cli-notes-edit-note = 知识条目：文件名或标题
cli-draft-note = 把这条知识条目插入到结尾问候之前；可以写多次
cli-column-knowledge = 条目
cli-column-note-name = 名称
cli-column-uses = 用过
cli-column-used = 最近使用
note-day = { $day }
note-last = { $uses }，最近一次 { $day }
note-unknown = 没有知识条目“{ $text }”；可用 touchbase notes 查看
note-unknown-near = 没有知识条目“{ $text }”；您是指 { $near } 吗？
note-several = 有几条知识条目都叫“{ $text }”：{ $notes }
note-nothing = { $file } 里没有可以插入的内容
note-bad-name = “{ $text }”不能作为条目的名称：请写文件名，或 文件夹/文件名
note-unwritten = 无法写入 { $file }：{ $why }
note-written = 已新建知识条目 { $file }
note-edited = 已在编辑器中打开过 { $file }
note-not-written = 什么也没有写，所以没有新建条目
did-use-notes = 用到知识条目：{ $client }
