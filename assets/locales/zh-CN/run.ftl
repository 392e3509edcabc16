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
