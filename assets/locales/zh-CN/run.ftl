# 群发与同意。

## 数目
run-counts = 共选 { $chosen } 位：{ $ready } 位可发
run-counts-left = { $counts }，{ $left }
run-counts-join = { $first }，{ $next }
run-left-address = { $count } 位没有地址
run-left-withdrawn = { $count } 位不愿接收
run-left-consent = { $count } 位未表示同意
run-left-greeted = { $count } 位已问候
run-left-passed = { $count } 位今年不问候
run-left-capped = { $count } 位近期已收到足够的资讯
run-left-sent = { $count } 位已收到过这一条
run-left-case = { $count } 位有未了结的投诉
run-left-gone = { $count } 位已不是客户
run-left-text = { $count } 位的文字无法填写
run-left-vanished = { $count } 位已不存在

## 不发的原因
run-why-address = 没有{ $channel ->
    [message] 微信或手机号
    [letter] 邮寄地址
   *[email] 邮箱地址
}
run-why-withdrawn = 已撤回{ $channel ->
    [message] 消息
    [letter] 信件
   *[email] 邮件
}同意
run-why-consent = 未同意以{ $channel ->
    [message] 消息
    [letter] 信件
   *[email] 邮件
}接收资讯
run-why-greeted = { $day }已问候
run-why-passed = { $day }不问候
run-why-capped = { $days } 天内已收到 { $had } 条资讯
run-why-sent = { $day }已收到过这一条
run-why-case = 投诉 { $no } 尚未了结
run-why-stopped = 您已停止与其合作
run-why-gone = 已流失
run-why-no-text = 该模板没有其语言（{ $lang }）的文字
run-why-vanished = 已不存在
run-no-template = 没有名为“{ $template }”的模板
run-left-out = { $client }：{ $why }

## 命令行
cli-draft-about = 按模板写给一位客户，或写给符合筛选条件的所有客户；以及交付方式；加 --log 才记录
cli-arg-take = 尽管有未了结的投诉，仍写给这位客户
cli-arg-occasion = 所问候的节日，如 lunar-new-year-eve 或 christmas；取最近的一次
cli-draft-client = 客户；或筛选条件，如 tier:C。用 --filter 时，第一个词是模板
cli-draft-filter = 符合该条件的所有客户，如 "tier:C tag:food"
cli-draft-all = 逐一预览，而不是每种语言一份
cli-run-nobody = 没有符合“{ $filter }”的客户
cli-run-one-choice = 用 --filter 时，第一个词就是模板，不要再写另一个
cli-run-no-occasion = 没有名为“{ $text }”的节日；有 { $codes }
cli-run-mourning = { $name }是追思的日子，不问候
cli-run-far = 离{ $name }太远，还不能问候
cli-run-to = { $first ->
    [1] {""}
   *[other] ----{"\u000A"}
}收件人：{ $to } <{ $address }>
cli-run-working = 正在交付
cli-run-handed = 已交付 { $count } 份{ $failed ->
    [0] {""}
   *[other] ，{ $failed } 份失败
}
cli-run-preview = 致 { $to }（{ $lang }{ $others ->
    [0] {""}
   *[other] ，另有 { $others } 份类似
}）
cli-column-left-out = 不发
cli-column-consent = 同意
cli-column-since = 起始
cli-column-how = 依据
consent-given = 同意
consent-withdrawn = 已撤回
cli-also-consent-given = 愿意
cli-also-consent-withdrawn = 撤回 不同意
consent-every-channel = 所有渠道
cli-consent-about = 客户是否愿意收到消息：按渠道或所有渠道，同意或撤回
cli-consent-example = touchbase consent add 北辰 email withdrawn --how "3 月 3 日来信"
    touchbase consent list tier:C
cli-consent-add-about = 记下客户对一个渠道或所有渠道的意愿
cli-consent-add-example = touchbase consent add 北辰 withdrawn
    touchbase consent add 北辰 email given --on 2026-03-03 --how "表格"
cli-consent-add-said = given 或 withdrawn；只关乎一个渠道时，前面写渠道
cli-consent-add-on = 何时表示的（默认今天）
cli-consent-add-how = 如何得知：表格、来信、口头
cli-consent-list-about = 一位客户或符合筛选条件的客户现行的意愿
cli-consent-list-example = touchbase consent list
    touchbase consent list 北辰
cli-consent-remove-about = 不再记录对一个渠道或所有渠道的意愿
cli-consent-remove-example = touchbase consent remove 北辰 email
cli-consent-remove-channel = 渠道（默认为所有渠道的那一条）
cli-consent-words = 请写 given 或 withdrawn；只关乎一个渠道时，前面写渠道
cli-consent-none = 没有关于是否愿意收到消息的记录
cli-consent-nothing = { $client }没有这样的记录
run-not-for-many = “{ $template }”讲的是某一位客户自己的事：请用 draft CLIENT { $template }

## 屏幕上
scope-mailing = 群发时
run-title = 群发 { $count } 位客户
run-far = { $purpose }：已接受 { $taken }，已交付 { $handed }，已记录 { $logged }，已去除 { $dropped }
run-left = 不发
run-preview = { $n } / { $of }：{ $client }（{ $lang }）
run-stage-open = 未决定
run-stage-taken = 已接受
run-stage-dropped = 已去除
run-stage-handed = 已交付，未记录
run-stage-logged = 已记录
run-handed = 已交付 { $count } 份{ $left ->
    [0] {""}
   *[other] ，{ $left } 份未尝试
}。按 d 记录
run-opened = 邮件已在您的邮件程序中打开。发出后按 d 记录
run-handed-some = 已交付 { $count } 份，{ $failed } 份失败。{ $why }
run-unlogged = { $count } 份已交付但未记录：d 记录，Esc 不记录并离开
run-stopped = 已停止：没有交付任何内容
purpose-service = 客户自己的事务
purpose-greeting = 问候
purpose-news = 资讯
do-mail-take = 接受
do-mail-take-help = 这份消息随下一次 c 或 f 交付；在数目页上则到第一份
do-mail-all = 接受其余
do-mail-all-help = 所有未决定的随下一次 c 或 f 交付
do-mail-file = Maildir
do-mail-file-help = 把已接受的邮件放进配置的 Maildir 草稿中
do-mail-command = 命令
do-mail-command-help = 把已接受的邮件逐封交给配置的命令
do-mail-drop = 去除
do-mail-drop-help = 这次不写给这位客户
do-mail-edit = 编辑
do-mail-edit-help = 用您的编辑器修改这份消息
do-mail-copy = 复制
do-mail-copy-help = 复制这份消息；之后算作已交付
do-mail-link = mailto
do-mail-link-help = 在您的邮件程序中打开这份消息
do-mail-log = 记录
do-mail-log-help = 把已交付的作为一步记录
do-mail-anyway = 仍然写
do-mail-anyway-help = 尽管有未了结的投诉，仍写给选中的客户
do-mail-next = 下一份
do-mail-next-help = 下一份消息；在数目页上则换下一个模板
do-mail-back = 上一份
do-mail-back-help = 上一份消息；在数目页上则换上一个模板
not-open-messages = 每一份都已决定
not-ready = 这里没有可以写给的客户
not-a-preview = 按 Enter 看第一份；这个键只对一份有效
not-logged-again = 这一份已记录
not-handed-again = 这一份已交付
not-taken-yet = 还没有接受任何一份：Enter 接受一份，A 接受全部
not-handed-yet = 还没有交付：先按 f、c、m 或 y
not-to-be-taken = 只有有未了结投诉的客户可以加入，且须在接受之前
not-begun-anew = 已有决定：要换模板，请按 Esc 离开后重新开始
group-mailing = 翻

## 屏幕：客户的意愿
do-new-consent = 是否愿意接收
do-new-consent-help = 客户是否愿意收到消息：同意或撤回，以及依据
form-title-consent = { $client }：是否愿意接收消息
form-field-consent-channel = 渠道
form-field-consent = 意愿
form-field-consent-how = 依据
form-field-consent-now = 现有记录
consent-forgotten = 不再记录
consent-nothing = 没有记录
consent-no = { $channel ->
    [every] 不愿接收任何消息
    [visit] 不接受拜访
    [meeting] 不接受线上会议
    [call] 不接听电话
    [message] 不接收消息
    [letter] 不接收信件
   *[email] 不接收邮件
}：{ $day }撤回{ $has-how ->
    [1] （{ $how }）
   *[other] {""}
}
consent-yes = { $channel ->
    [every] 愿意接收消息
    [visit] 接受拜访
    [meeting] 接受线上会议
    [call] 接听电话
    [message] 接收消息
    [letter] 接收信件
   *[email] 接收邮件
}：{ $day }同意{ $has-how ->
    [1] （{ $how }）
   *[other] {""}
}
draft-unwelcome = { $what }
draft-unwelcome-service = { $what }；与其事务相关的答复或通知仍可发送
cli-show-consent = 接收意愿
do-mail-first = 看第一份
do-mail-preview = 看预览
do-mail-log-some = 记录已交付的 { $count } 份
