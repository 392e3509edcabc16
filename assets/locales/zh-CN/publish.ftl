# 发布到日历与通讯录。

# 日程标题。
publish-who = { $client }（{ $person }）
publish-visit = 拜访 { $who }
publish-meeting = 线上会议：{ $who }
publish-call = 致电 { $who }
publish-message = 微信/短信联系 { $who }
publish-email = 发邮件给 { $who }
publish-letter = 寄信给 { $who }
publish-contact = 联系 { $who }
publish-case-answer = 答复 { $client }：工单 { $no }
publish-case-solve = 解决 { $client } 的工单 { $no }
publish-case-ask = 回访 { $client }：工单 { $no }

# 标题下面的内容。
publish-late = 原定 { $day }
publish-case-limit = 时限在本日程结束时到期。
publish-case-late = 时限已过。
publish-phone = 电话：{ $value }
publish-mail = 邮箱：{ $value }
publish-wechat = 微信：{ $value }
publish-address = 地址：{ $value }
publish-tier = 等级：{ $tier }
publish-risk = 流失风险：{ $level }
publish-note = 上次记录：{ $text }

# 客户关怀。
publish-care = { $title }（{ $client }）
publish-holiday = { $title }：问候 { $clients } 个客户
publish-rule-ordinary-month = 今年没有这个闰月，按平月。
publish-rule-short-month = 今年这个月只有 29 天，按廿九。
publish-rule-short-ordinary-month = 今年没有这个闰月，平月又只有 29 天，按廿九。
publish-rule-leap-day = 今年没有 2 月 29 日，按 28 日。

# 待办标题。
publish-task = { $text }（{ $client }）
publish-task-waiting = 等 { $client }：{ $text }
publish-task-delegated = { $assignee }：{ $text }（{ $client }）
publish-milestone = { $title }（{ $project }，{ $client }）
publish-renewal = 商谈续约：{ $project }（{ $client }）
publish-report = 向 { $client } 汇报进展：{ $project }
publish-invoice = 催款 { $client }：{ $invoice }
publish-step = { $step }（{ $playbook }，{ $client }）

# 命令。
publish-calendar = 日历
publish-tasks = 待办
publish-contacts = 通讯录
publish-with-notes = 备注
publish-with-tier = 等级
publish-with-risk = 风险
publish-with-money = 金额
publish-with-tags = 标签
publish-counts = 写入 { $written }，未变 { $unchanged }，移除 { $removed }
publish-done = 已发布到 { $path }
publish-months = { $option } 是 { $least } 到 { $most } 的月数，不能是 { $text }
publish-link = { $path } 是符号链接：请写出文件夹本身
publish-no-folder = { $path } 不是文件夹
publish-busy = 另一个程序正在向 { $path } 发布：请等它完成后再试
cli-publish-about = 把接下来的日程、待办和联系人发布到一个文件夹，供日历与通讯录程序同步
cli-publish-example =
    touchbase publish ~/phone
    touchbase publish ~/phone --only calendar --months 3 --with notes
    touchbase publish ~/phone --print-vdirsyncer-config > ~/.config/vdirsyncer/config
cli-publish-dir = 文件夹，没有时会新建；其中只会改动或移除名为 touchbase-*.ics 和 touchbase-*.vcf 的文件
cli-publish-only = 只发布这一类：calendar、tasks 或 contacts；可重复
cli-publish-months = 跟进与客户关怀发布到几个月之后（默认：12）
cli-publish-again = 其中几个月也显示要等上一次完成后才会再来的跟进（默认：3）
cli-publish-with = 同时带上平时不外带的内容：notes、tier、risk、money、tags；用逗号分隔
cli-publish-print-vdirsyncer-config = 输出这个文件夹的 vdirsyncer 配置，不写任何文件

# vdirsyncer 的配置。
publish-config-head =
    vdirsyncer：把 touchbase 发布的内容同步到服务器，再到手机。
    请在下面填好各服务器的 url、username 和密码（往往三处相同），
    保存为 ~/.config/vdirsyncer/config，然后运行
      vdirsyncer discover
      vdirsyncer sync
    服务器上没有的日历和通讯录，discover 会询问是否新建。之后可放进 cron：
      touchbase publish DIR >/dev/null && vdirsyncer sync
publish-config-pair =
    依次为：名称、本地文件夹、服务器上的名称（即其地址的最后一段）。
    两边都有改动时，以本地为准。
publish-config-server =
    prompt 每次询问密码；放进 cron 时请改用命令输出密码：
    password.fetch = ["command", "pass", "show", "caldav"]
publish-config-programs = 在本机直接读取同一文件夹：
