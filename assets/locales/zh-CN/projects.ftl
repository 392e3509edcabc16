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
