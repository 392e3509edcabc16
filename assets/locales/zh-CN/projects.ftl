# Opportunities on their board, projects with milestones, reports of progress.

fact-milestone = 里程碑

# What was done
did-add-milestone = { $named ->
    [1] 已添加里程碑：{ $what }，{ $client }，{ $day } 到期
   *[other] 已添加里程碑，{ $client }，{ $day } 到期
}
did-edit-milestone = { $named ->
    [1] 已修改里程碑：{ $what }，{ $client }
   *[other] 已修改里程碑，{ $client }
}
did-done-milestone = { $named ->
    [1] 里程碑已达成：{ $what }，{ $client }
   *[other] 里程碑已达成，{ $client }
}
did-reopen-milestone = { $named ->
    [1] 里程碑重新打开：{ $what }，{ $client }
   *[other] 里程碑重新打开，{ $client }
}
did-remove-milestone = { $named ->
    [1] 已移除里程碑：{ $what }，{ $client }
   *[other] 已移除里程碑，{ $client }
}
did-report-progress = { $named ->
    [1] 已汇报进展：{ $what }，{ $client }
   *[other] 已汇报项目进展，{ $client }
}
refused-no-milestone = 该客户没有这个里程碑
refused-milestone-done = 这个里程碑已经达成
refused-milestone-open = 这个里程碑还没有达成
field-report-every = 汇报周期
field-reported = 汇报日期

# Items
kind-milestone = 里程碑
kind-report = 进展汇报
kind-opportunity = 商机
what-milestone = 里程碑
what-report = 汇报
reason-milestone = { $title }（{ $project }）
reason-report = { $project }：汇报进展，上次 { $on }
reason-report-never = { $project }：汇报进展，自 { $on } 起还没有汇报过
what-opportunity = 商机
reason-opportunity = { $title }：预计签约，{ $stage }，{ $amount }
do-done-milestone = 已达成
do-done-report = 已汇报

# Of a project
milestone-done = { $title }，{ $day } 达成
milestone-due = { $title }，{ $day } 到期
milestone-late = { $title }，逾期 { $days } 天
project-progress = 里程碑 { $done }/{ $all }
need-milestone = 里程碑逾期 { $days } 天
need-notice-passed = 通知期限已过 { $days } 天
need-past-end = 已超过结束日 { $days } 天
need-notice = { $days ->
    [0] 今天是通知期限
   *[other] { $days } 天后是通知期限
}
need-report = 该汇报了
need-report-late = 汇报逾期 { $days } 天
need-still = { $days } 天没有进展

# The report of progress to a client
progress-reached = { $what }（{ $day }）
progress-by = { $what }（{ $day }前）
progress-late = { $what }（原定{ $day }）
progress-contact = { $day }：{ $channel }
progress-invoice = { $has-number ->
    [1] 编号 { $number }，{ $amount }
   *[other] { $amount }
}
progress-invoice-due = { $invoice }，{ $day }到期
progress-case = 编号 { $no }（{ $day }）：{ $status }

# Commands
cli-arg-report-every = 多久向客户汇报一次：14d、2w、1mo；"" 为取消
cli-arg-milestone = #编号，或标题中唯一的一部分
cli-arg-reopen = 其实还没有达成
cli-engagement-report-about = 根据记录写出上次汇报以来的项目进展，作为给客户的消息；您的备注不会写进去
cli-engagement-report-example = touchbase engagement report "官网改版"
cli-engagement-report-engagement = #编号、标题中唯一的一部分，或只有一个项目的客户
cli-engagement-report-done = 记下已向客户汇报
cli-engagement-report-on = 与 --done 一起用：汇报的日期（默认今天）
cli-engagement-report-on-alone = --on 是汇报的日期，需与 --done 一起用
cli-engagement-renew-about = 续一期：通知期限、结束日和续约日按同样的期限后移
cli-engagement-renew-example = touchbase engagement renew "网站维护" --notice 2027-11-30
cli-engagement-renew-engagement = #编号、标题中唯一的一部分，或只有一个项目的客户
cli-engagement-renew-notice = 下一个通知期限（默认：现在的期限后移一期）
cli-engagement-over = 该项目已经结束，请新建一个
cli-engagement-no-term = 该项目没有结束日，无法推算期限，请用 --notice 写明下一个通知期限
cli-milestone-about = 里程碑：项目中要在某日前达成的事
cli-milestone-example = touchbase milestone add 海川阀门 "初稿" --due 2027-02-01
cli-milestone-add-about = 记下项目的一个里程碑
cli-milestone-add-example = touchbase milestone add 海川阀门 "初稿" --due 2027-02-01 --engagement 官网
cli-milestone-add-engagement = 哪个项目（客户有多个项目时）
cli-milestone-add-due = 何时之前
cli-milestone-edit-about = 修改里程碑
cli-milestone-edit-example = touchbase milestone edit "初稿" --due +3d
cli-milestone-edit-due = 新的日期
cli-milestone-edit-note = 备注；"" 为清除
cli-milestone-list-about = 未达成的里程碑，全部客户或一个客户
cli-milestone-list-example = touchbase milestone list --all
cli-milestone-list-all = 已达成的也列出
cli-milestone-done-about = 标记里程碑已达成
cli-milestone-done-example = touchbase milestone done "初稿" --on 昨天
cli-milestone-remove-about = 从项目中移除里程碑
cli-milestone-remove-example = touchbase milestone remove "初稿"
cli-milestone-none = 没有里程碑。
cli-milestone-no-project = { $client } 没有项目，请先用 touchbase engagement add 新建
cli-choice-milestone = { $title }，{ $client }（{ $project }），{ $day } 到期
cli-error-no-milestone = 没有名为“{ $text }”的里程碑，参见 touchbase milestone list
cli-error-interval = “{ $text }”不是周期，请写 14d、2w 或 1mo
cli-column-milestones = 达成
cli-column-milestone = 里程碑
cli-column-project = 项目
cli-column-reached = 达成日
cli-column-still = 无进展
cli-column-needs = 需要
cli-column-note = 备注
cli-column-in-stage = 已停留
cli-opportunity-stage = { $stage }：{ $count } 个，{ $amount }，按概率 { $weighted }
prospect-moved = { $title }：预计签约推迟 { $count } 次：{ $path }
slip-first = { $day }
slip-next = { $path } -> { $day }
progress-left-out = 有 { $count } 行提到了不宜提及的内容，已略去。

# Forms
form-title-milestone = { $client } 的里程碑
form-title-new-milestone = { $client } 的新里程碑
form-field-milestone = 里程碑
form-field-reached = 达成日
form-field-project = 项目
form-field-report = 汇报周期
form-add-milestone = 添加里程碑
form-no-project = 没有可以添加里程碑的项目，按 n e 新建一个
do-new-milestone = 里程碑
do-new-milestone-help = 用表单添加项目中要在某日前达成的事
timeline-milestone = 里程碑：{ $title }（{ $project }）
timeline-milestone-done = 里程碑已达成：{ $title }（{ $project }）
timeline-report = 已汇报进展：{ $title }
example-notice = 直接按 Enter：{ $day }，顺延一期
part-runs-until = 项目延至 { $day }

# The board
scope-board = 看板
do-board = 看板
do-board-help = 按阶段看商机，按需要看项目
do-board-open = 客户
do-board-open-help = 打开该客户的页面
do-board-back = 退一阶段
do-board-back-help = 商机退回上一阶段
do-board-next = 进一阶段
do-board-next-help = 商机进入下一阶段
group-stage = 阶段
do-board-done = 已谈或已达成
do-board-done-help = 商机：已与客户谈过，询问下一步；项目：下一个里程碑已达成
do-board-talked = 已谈，下一步
do-board-won = 赢单
do-board-won-help = 商机赢单；线索成为客户
do-board-lost = 输单
do-board-lost-help = 商机输单，并写明原因
do-board-report = 汇报
do-board-report-help = 把项目进展写成给客户的消息，可复制并记录
do-board-told = 已汇报
do-board-told-help = 已向客户汇报项目进展
do-board-day = 改日期
do-board-day-help = 改预计签约日，或改下一个里程碑的日期
do-board-close-day = 签约日
do-board-due-day = 改日期
do-board-new = 新建
do-board-new-help = 该客户的新商机，或该项目的新里程碑
do-board-turn = 另一面
do-board-turn-help = 在商机与项目之间切换
do-board-left = 左一列
do-board-left-help = 前一阶段
do-board-right = 右一列
do-board-right-help = 后一阶段
group-across = 列
board-prospects = 商机
board-projects = 项目
board-sum = { $count } 个进行中，{ $amount }，按概率 { $weighted }
board-count = { $count } 个项目{ $asking ->
    [0] {""}
   *[other] ，{ $asking } 个需要处理
}
board-no-prospects = 还没有商机：按 n 为所选客户添加。
board-no-projects = 还没有项目：在列表中按 n e 添加。
board-stage = { $stage } { $count }
board-weighted = 按概率 { $weighted }
board-moved = 推迟 { $count } 次
board-still = { $days }天
board-between = ；
board-in-stage = { $stage }阶段 { $days } 天
board-begins = { $day } 开始
board-calm = 暂无
board-from-to = { $from } 至 { $to }
board-from = 自 { $from }
board-notice = { $day } 前通知
board-renew = { $day } 续约
board-told = { $every }汇报，上次 { $day }
board-never-told = { $every }汇报，尚未汇报
board-last-moved = { $days ->
    [0] 今天有进展
   *[other] { $days } 天前有进展
}
line-prospect-lost = { $client } 的商机输单，原因
line-close-day = { $client } 预计签约日
line-milestone-day = { $client } 的里程碑日期
example-prospect-lost = 价格太高、选了同行、今年没有预算
not-an-opportunity = 没有选中商机
not-a-project = 没有选中项目
not-a-milestone = 该项目没有未达成的里程碑，按 n 添加
not-a-stage-on = 已是最后阶段：w 赢单，x 输单
not-a-stage-back = 已是第一阶段
not-columns-here = 这里没有分列
board-moved-short = { $count }次
