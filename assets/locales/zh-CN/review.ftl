# 每周回顾。

did-review = 已回顾 { $day } 那一周
refused-week = 只能记录已经开始的一周，以周一为准
policy-weekly-review = 应为星期加时间，如 "fri 14:00"，或 "off"

review-title = { $first } 至 { $last } 这一周
review-left = { $count ->
    [0] 没有遗留
   *[other] 还有 { $count } 项
}
review-kept = 已回顾
review-remark = 本周还没有回顾：{ $keys }
review-and = { $first }，{ $then }
review-clear = 无需处理：{ $list }。

review-well = 做得好的
review-promises = 本周的沟通承诺
review-owed = 双方未了的承诺
review-tiers = 待看的客户等级
review-put-off = 推迟三次及以上
review-work = 项目与商机
review-cases = 超过时限的工单
review-risk = 新增的流失风险
review-load = 下一周

review-no-contacts = 没有沟通
review-no-promises = 没有应兑现的沟通
review-no-owed = 没有未了的承诺
review-no-tiers = 没有等级变动
review-no-put-off = 没有推迟三次的事项
review-no-work = 没有停滞的项目
review-no-cases = 没有超时的工单
review-no-risk = 没有新增的风险客户
review-no-load = 没有安排

# 做得好的
review-contacts = 与 { $clients } 位客户沟通 { $count } 次{ $tried ->
    [0] {""}
   *[other] ；电话和拜访 { $tried } 次，联系上 { $answered } 次
}
review-closed = 结案 { $closed } 件
review-won = 赢单 { $won } 个：{ $amount }
review-closed-won = 结案 { $closed } 件，赢单 { $won } 个：{ $amount }

# 沟通承诺
review-group = { $tier } 类，{ $channel }，{ $every }：{ $said }
review-group-none = 均不计入
review-group-kept = { $of } 个中兑现 { $kept } 个
review-group-made = 到期 { $of } 个，按时 { $kept } 个
review-group-late = 迟了 { $count } 个
review-group-open = 未完成 { $count } 个
review-group-broken = 错过 { $count } 个
review-group-excused = 不计 { $count } 个
review-late-before = 另有 { $count } 次沟通从前几周拖到现在
review-weekly-open = 本周还没有{ $channel }沟通
review-weekly-broken = 那一周没有{ $channel }沟通
review-due-open = { $channel }，{ $due } 到期，尚未完成
review-due-broken = { $channel }，{ $due } 到期，没有完成
review-due-late = { $channel }，{ $due } 到期，{ $on } 才完成

# 未了的事
review-owed-later = 另有 { $count } 项以后到期
review-took-place = { $at } 的{ $channel }：如期进行了吗？
review-due = { $what }，{ $due } 到期
review-was-due = { $what }，已迟 { $days } 天
review-put-off-times = { $what }：自 { $since } 起推迟了 { $count } 次
review-put-off-until = { $what }：自 { $since } 起推迟了 { $count } 次，现推至 { $until }
review-project = { $title }：{ $said }
review-case = { $no } 号 { $text }，{ $when }
review-at-risk = 刚进入名单
review-load-sum = { $first } 至 { $last }：沟通 { $count } 次，可安排 { $capacity } 次
review-holiday = { $day }：{ $name }
review-leave = { $day }：休假
review-over = { $day }：沟通 { $count } 次，只可安排 { $capacity } 次

# 命令行
cli-review-about = 回顾一周：兑现和落空的承诺、未了的事、下一周的安排
cli-review-example = touchbase review --week 2026-11-16
cli-review-week = 要回顾的那一周中的任意一天；不写则为本周，周一时为上一周
cli-error-week = { $day } 那一周还没有开始

# 屏幕
scope-review = 每周回顾中
do-review = 每周回顾
do-review-help = 回顾一周：兑现和落空的承诺、未了的事、下一周的安排
do-review-open = 打开
do-review-open-help = 打开客户页面，Esc 返回；在末尾则记为已回顾
do-review-done = 完成
do-review-done-help = 按该项自己的方式完成：接受等级、办完承诺、预约已进行、里程碑已达成
do-review-tick = 看过
do-review-tick-help = 看过了：面板打开期间不再计数
do-review-part = 下一部分
do-review-part-help = 到下一部分的第一项，加 Shift 则到上一部分
do-review-keep = 已回顾
do-review-keep-help = 把这一周记为已回顾，今天页不再提醒
group-review-weeks = 周
do-review-before = 上一周
do-review-before-help = 回顾上一周
do-review-after = 下一周
do-review-after-help = 回顾下一周
do-review-copy = 复制
do-review-copy-help = 把回顾复制为文本
review-finish = 这一周就是这样
review-kept-already = 这一周或更晚的一周已经回顾过
not-a-review-point = 这里无法处理此项：按 Enter 打开客户
not-a-week-begun = 下一周还没有开始
review-detail = { $client }：{ $words }
review-effort = 新老客户投入
review-no-effort = 没有可比较的沟通
