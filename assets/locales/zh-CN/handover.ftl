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
handover-no-key = 没有交付：请先在配置文件的 [messages] 中设置 { $key }
handover-no-opener = 没有交付：找不到 { $program }。请在配置文件的 [messages] 中设置 open，或换一种方式
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
