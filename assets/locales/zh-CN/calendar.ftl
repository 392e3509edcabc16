# 日历：月、日程、某一天的事、改日子、拜访。

tab-calendar = 日历
scope-calendar = 在日历里
calendar-day = { $day }
calendar-empty = 这一天没有安排
calendar-again = 上一次联系完成后再到期
calendar-done = 已联系
do-calendar = 日历
do-calendar-help = 今后的日子：按月看每天有什么，或按周看日程
group-days = 天
group-weeks = 周
group-months = 月
do-day-back = 前一天
do-day-back-help = 前一天
do-day-on = 后一天
do-day-on-help = 后一天
do-week-back = 上一周
do-week-back-help = 上一周的同一天；日程里是上一行
do-week-on = 下一周
do-week-on-help = 下一周的同一天；日程里是下一行
do-month-back = 上个月
do-month-back-help = 上个月；日程里是上一周
do-month-on = 下个月
do-month-on-help = 下个月；日程里是下一周
do-day-today = 今天
do-day-today-help = 回到今天
do-agenda = 日程
do-agenda-help = 按周的日程，或回到月历
do-lunar = 农历
do-lunar-help = 格子里显示农历，或不显示

# 改日子、拜访、命令行
did-end-snooze = 不再推后：{ $client }
did-move-step = { $named ->
    [1] 步骤改到 { $day }：{ $what }，{ $client }
   *[other] 步骤改到 { $day }：{ $client }
}
group-move-item = 改日子
do-move-back = 提前
do-move-back-help = 把选中的（或标记的所有）事项提前到上一个工作日
do-move-on = 推后
do-move-on-help = 把选中的（或标记的所有）事项推后到下一个工作日
do-add-visit = 顺路拜访
do-add-visit-help = 同地区还有谁该拜访：约在这一天
scope-visits = 在选择顺路拜访时
do-visit-take = 约定
do-visit-take-help = 填写时间，与选中的客户约定拜访
do-done-happened = 是，已进行
do-nobody-there = 没见到人
do-another-moment = 改期
moved-to = 已改到 { $to }：{ $what }，{ $client }
moved-put-off = 推后到 { $to }：{ $what }，{ $client }
moved-several = { $count } 项已改到 { $to }
moved-each-on = { $count } 项各推后一个工作日
moved-each-back = { $count } 项各提前一个工作日
not-moved-again = { $client }要等上一次联系完成后才再到期：请改上一次的日子
not-moved-done = { $client }在这一天已联系过：已完成的不能改日子
not-moved-kind = { $client }：这一项没有可以改的日子
not-moved-nobody = 这些邮件都不能改日子
not-moved-before-today = 待办的事不能改到今天以前
not-moved-past = { $at } 已经过去：按 r 另约时间
not-moved-today = { $client }就在今天：不能再提前
not-moved-earlier = { $client }的{ $what }到 { $day } 才到期，不能提前；可以今天就记录
not-moved-notice = { $client }：须在 { $day } 前通知，改日子会错过；按 E 修改日期，按 z 稍后提醒
not-snoozed-before = 它已排在 { $day }：请写更晚的日子
not-yet = { $client }约在 { $at }：按 r 改期；按 c 或 v 记录现在的沟通
not-a-visit-day = { $day } 没有拜访：按 r 约一个
not-a-region = { $client }还没有填地区：按 E 补上，再按 + 查看附近的客户
toast-visits = { $did }；{ $more }
toast-near = { $region }还有 { $count } 位客户该拜访：在日历（{ $calendar }）里按 { $key }
toast-soon = { $minutes } 分钟后，{ $time }：{ $what }，{ $client }
toast-over = { $time } { $client } { $what }：进行了吗？请在它那一行回答
toast-over-keys = { $time } { $client } { $what }：进行了吗？{ $yes } 是，{ $no } 没见到人，{ $other } 改期
toast-timed-what = { $what }，{ $remark }
toast-both = { $one }；{ $two }
toast-and-more = { $said }；还有 { $count } 项
line-visit = 拜访{ $client }，{ $day }，时间
example-time = 14:30
visits-title = { $day } 顺路拜访：{ $region }还有谁该拜访
visits-no-time = 未定时间
visits-more = 还有 { $count } 个
visits-heads-near = 附近的客户
visits-heads-region = 地区
visits-heads-due = 该拜访
visits-heads-last = 上次拜访
visits-late = 逾期，{ $day }
visits-due = { $day }
visits-never = 从未
visits-none = 三周内那里没有其他客户该拜访

cli-calendar-about = 一个月里每天有什么，或按时间看某一天
cli-calendar-example =
    touchbase calendar
    touchbase calendar 2026-12
    touchbase calendar 周四 --prep
cli-calendar-span = 月（2026-12、十二月、下个月）或日期（周五、2026-11-26）；不写就是本月
cli-calendar-sheets = { $day } 准备单
cli-calendar-prep-nothing = 这一天没有约人。
cli-calendar-lunar-day = 农历 { $day }
cli-calendar-prep-month = --prep 只用于某一天：touchbase calendar 周五 --prep
cli-calendar-month = { $year } 年 { $month }
cli-calendar-legend = 联系/当日上限；! 排不下；* 今天；休：放假；班：调休上班；假：自己休假
cli-calendar-no-holidays = 没有 { $years } 年的节假日数据，只按每周工作时间计算；用 touchbase holidays import 文件 导入
cli-calendar-leave = 自己休假
cli-calendar-off = 放假
cli-calendar-work = 调休上班
cli-calendar-mark-leave = 假
cli-calendar-mark-off = 休
cli-calendar-mark-work = 班
cli-calendar-made = 已 { $count }
cli-calendar-contacts = { $made ->
    [0] 联系 { $count }，上限 { $capacity }
   *[other] 联系 { $count }，上限 { $capacity }，已完成 { $made }
}
cli-calendar-contacts-closed = 不上班{ $count ->
    [0] {""}
   *[other] ，联系 { $count }
}
cli-calendar-timed = 按时间
cli-calendar-others = 当天的事
cli-calendar-due = 待联系
cli-calendar-again = 上一次联系完成后再到期
cli-calendar-done = 已联系
cli-calendar-where = 地点：{ $text }
cli-calendar-phone = 电话：{ $text }
cli-calendar-note = 备注：{ $text }
cli-calendar-near = { $client }（{ $tier }），{ $region }：{ $day } 该拜访，{ $last }
cli-calendar-near-late = { $client }（{ $tier }），{ $region }：拜访已逾期，应在 { $day }，{ $last }
cli-calendar-last = 上次 { $day }
cli-arg-prep = 当天的准备单：几点、在哪里、见谁、要知道什么
cli-arg-lunar = 同时显示农历
cli-weekday-0 = 周一
cli-weekday-1 = 周二
cli-weekday-2 = 周三
cli-weekday-3 = 周四
cli-weekday-4 = 周五
cli-weekday-5 = 周六
cli-weekday-6 = 周日
cli-month-1 = 1 月
cli-month-2 = 2 月
cli-month-3 = 3 月
cli-month-4 = 4 月
cli-month-5 = 5 月
cli-month-6 = 6 月
cli-month-7 = 7 月
cli-month-8 = 8 月
cli-month-9 = 9 月
cli-month-10 = 10 月
cli-month-11 = 11 月
cli-month-12 = 12 月
cli-calendar-until = { $what }，到 { $day }
