# 模板、草稿，以及如何交付。

## 配置
config-bad-messages = { $file } 第 { $line } 行：{ $key } 是一张表：[messages]，其中写 from、command、maildir、open
config-unknown-messages-key = { $file } 第 { $line } 行：没有“{ $key }”这一项，可用的有 messages.from、messages.command、messages.maildir 和 messages.open
config-bad-from = { $file } 第 { $line } 行：{ $key } 要写姓名和一个邮箱地址，如 "陈一 <chen@lane.example>"
config-bad-command = { $file } 第 { $line } 行：{ $key } 要写一行命令，如 "msmtp -t"
config-bad-maildir = { $file } 第 { $line } 行：{ $key } 要写以 / 或 ~/ 开头的文件夹，如 "~/Mail/drafts"

## 结果
handover-opened = 给{ $to }的邮件已在您的邮件程序中打开。发出后按 d 记录
handover-given = 您的命令已接收给{ $to }的邮件。按 d 记录
handover-filed = 给{ $to }的邮件已放入草稿箱。从那里发出后按 d 记录

## 没有交付的原因
handover-no-key = 没有交付：请先在 config.toml 的 [messages] 中设置 { $key } = { $example }
handover-no-opener = 没有交付：找不到 { $program }。请在 config.toml 的 [messages] 中设置 open，或换一种方式
handover-no-mail = 没有交付：没有{ $name }的邮箱地址
handover-bad-mail = 没有交付：{ $name }的“{ $mail }”不是单独一个邮箱地址
handover-long-link = 没有交付：内容太长，放不进链接。可以改用命令或 Maildir
handover-missing = 没有交付：找不到 { $program }
handover-unstarted = 没有交付：无法启动 { $program }（{ $why }）
handover-stopped = 没有交付：{ $program } 已被中止
handover-failed = 没有交付：{ $program } { $how }{ $has-why ->
    [0] {""}
   *[other] ：{ $why }
}
handover-code = 以代码 { $code } 结束
handover-ended = 被外部终止
handover-not-maildir = 没有交付：{ $path } 里有别的东西，不是 Maildir
handover-link = 没有交付：{ $path } 是链接，邮件必须放在它所写的地方
handover-no-folder = 没有交付：{ $path } 是文件，Maildir 应是文件夹
handover-unwritten = 没有交付：无法写入 { $path }（{ $why }）

## 草稿里的按键
handover-running = 正在交付给{ $to }的邮件，按 Esc 中止
do-draft-mailto = 邮件程序
do-draft-mailto-help = 在您的邮件程序中作为新邮件打开
do-draft-command = 命令
do-draft-command-help = 把邮件交给配置中的命令，例如 msmtp
do-draft-file = 草稿箱
do-draft-file-help = 把邮件放进草稿箱，即配置中的 Maildir

## 命令行
cli-draft-mailto = 只输出 mailto: 链接，供邮件程序使用
cli-draft-maildir = 把邮件作为草稿放进这个 Maildir；不存在时会新建
cli-draft-exec = 把邮件从标准输入交给这个命令，如 "msmtp -t"
cli-draft-log = 交付成功后记录为已发送
cli-draft-one-way = 只能选一种交付方式：--stdout、--mailto、--maildir DIR 或 --exec CMD
cli-draft-log-way = --log 需要同时说明交付方式：--stdout、--mailto、--maildir DIR 或 --exec CMD
cli-draft-log-as-of = --log 记录的是现在，请去掉 --as-of
cli-draft-filed = 给{ $to }的邮件已放入该 Maildir 的草稿箱；没有记录
cli-draft-given = 命令已接收给{ $to }的邮件；没有记录
cli-draft-unlogged = 已经交付，但没有记录：

## 模板
draft-money = { $amount }
draft-bad-purpose = { $file } 第 { $line } 行：“{ $text }”不是用途，请写 service、greeting 或 news
draft-no-appointment = 模板“{ $template }”与预约有关，而 { $client } 没有待赴的预约
draft-no-invoice = 模板“{ $template }”与发票有关，而 { $client } 没有逾期的发票
draft-no-opportunity = 模板“{ $template }”与商机有关，而 { $client } 没有进行中的商机
draft-no-care = 模板“{ $template }”用于客户关怀的日子，而 { $client } 近日没有这样的日子
draft-gaps = 还有 { $count } 处括号里的内容需要填写。
cli-draft-invoice = 相关发票的编号（默认：逾期最久的一张）
cli-draft-no-invoice = { $client } 没有编号为 { $number } 的未付发票{ $count ->
    [0] {""}
   *[other] ；可选的有 { $numbers }
}
cli-draft-no-command = --exec 没有写命令；什么都没有交付
cli-draft-unfilled = 还有 { $count } 处括号里的内容没有填写：请用 --stdout 复制或用 --maildir 存成草稿后填写，或写一份自己的模板“{ $template }”；什么都没有发送或记录
draft-not-filled = 没有记录：还有 { $count } 处括号没填，按 E 填写
