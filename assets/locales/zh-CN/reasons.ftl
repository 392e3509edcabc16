# 事项为何出现，以及等级、到期日、优先级的算法。

every-days = { $n ->
    [1] 每天
   *[other] 每 { $n } 天
}
every-months = { $n ->
    [1] 每月
   *[other] 每 { $n } 个月
}

reason-last-channel = { $every }，上次{ $channel } { $on }
reason-last = { $every }，上次联系 { $on }
reason-never = { $every }，自 { $since } 起从未联系
reason-retry = { $n ->
    [1] 上次没联系上
   *[other] { $n } 次没联系上
}；{ $promise }
reason-snoozed = { $n ->
    [1] 已推后一次
   *[other] 已推后 { $n } 次
}；{ $promise }
reason-batch = { $n } 位 C 类客户，一封邮件
reason-appointment = { $has-remark ->
    [1] { $remark }
   *[other] 约好的{ $channel }，{ $at }
}
reason-appointment-passed = { $at } 的{ $channel }：进行了吗？{ $has-remark ->
    [1] { $remark }
   *[other] {""}
}
reason-task = { $text }
reason-task-waiting = 等对方：{ $text }
reason-task-delegated = 已交给 { $assignee }：{ $text }
reason-invoice = 账款 { $number }{ $amount } 未付，已过期 { $days } 天；第 { $reminder } 次提醒
reason-renewal = { $title }：{ $day } 前须通知，还剩 { $days } 天
reason-renewal-passed = { $title }：通知日 { $day } 已过
reason-review = 核对资料，上次核对 { $on }
reason-review-never = 核对资料，尚未核对过
reason-tier-up = 建议由 { $from } 升为 { $to }：连续两个月末价值更高
reason-tier-down = 建议由 { $from } 降为 { $to }：连续两个月末价值更低
reason-pin = 已固定为 { $tier }：{ $why }；还合适吗？
reason-lead = 还没有下一步，始于 { $since }

explain-tier = 客户等级
explain-due = 待跟进日期
explain-priority = 优先级
explain-item = 为什么有这项{ $kind }

explain-computed = { $tier }，系统计算
explain-computed-thin = { $tier }，依据较少（订单不足 3 笔或缺少评分）
explain-held = { $tier }，自 { $since } 起沿用；今天算出：{ $computed }
explain-pinned = { $tier }，手动固定：{ $why }（{ $review } 再看）；算出：{ $computed }
explain-advice = 合作中客户不足 10 位：等级由你决定；系统建议 { $computed }
explain-unsorted = 未分类：没有订单，也没有填写潜力、契合度或预算
explain-not-active = 没有等级：{ $status }
explain-value-margin = { $orders } 笔订单，按时间折算的毛利 { $value }，占 { $total } 的 { $share }
explain-value-entered = 没有账款记录：按填写的预算、潜力和契合度计算，占 { $share }
explain-factor = 填写的潜力 { $potential }、契合度 { $fit }：x { $factor }
explain-place = 第 { $rank } 位（共 { $n } 位），之前已累计 { $share }：{ $tier }（A 低于 { $a }，B 低于 { $b }）
explain-negative = 毛利合计为负：按 0 计
explain-up = 升到 { $to }：现在再有 { $amount } 毛利（每 { $half } 天折半）
explain-up-entered = 升到 { $to }：更高的潜力、契合度或预算
explain-up-full = 升到 { $to }：只靠毛利不够，名额已满
explain-cost-unknown = 部分成本未知：以金额代替毛利
explain-no-rate = 配置中没有 { $currency } 的汇率：未计入价值
explain-offer = 建议：{ $from } 改为 { $to }，上月末之前已累计 { $share }

explain-due-last = { $channel } { $every }：上次{ $by } { $from }，待跟进 { $due }，{ $overdue } 起逾期（宽限 { $grace } 个工作日）
explain-due-since = { $channel } { $every }：从未联系，客户始于 { $from }，待跟进 { $due }，{ $overdue } 起逾期（宽限 { $grace } 个工作日）
explain-due-if = 如果今天完成{ $channel }，下次是 { $next }
explain-overridden = 为这位客户另定：{ $why }
explain-skipped = 已跳过一次
explain-after-pause = 暂停期间不会到期：改为暂停结束后的第一天
explain-spread = 日期由错开安排
explain-snoozed = { $n ->
    [1] 推后到 { $until }
   *[other] 推后到 { $until }，已 { $n } 次
}
explain-retry = { $n ->
    [1] 上次没联系上
   *[other] { $n } 次没联系上
}：{ $due } 再试
explain-booked = 已约：{ $at }
explain-booked-late = 已约（逾期）：{ $at }
explain-paused = 暂停到 { $until }
explain-no-plan = 没有沟通计划：{ $status }
explain-follows-c = 没有等级时按 C 类计划

explain-not-today = 今天没有事；下次 { $next }
explain-not-today-none = 今天没有事
explain-item-priority = { $kind }：优先级 { $priority } = 重要性 { $importance } x 紧迫性 { $urgency }；第 { $quadrant } 象限
explain-quadrant = 重要从 { $important } 起，紧迫从 { $urgent } 起
explain-tomorrow = 若拖到明天：{ $priority }

policy-bad = { $name } 第 { $line } 行：{ $what }
policy-bad-key = { $name } 第 { $line } 行，{ $key }：{ $what }
policy-missing = 缺少
policy-not-text = 必须是引号中的文字
policy-range = 必须是 { $low } 到 { $high } 之间的数
policy-whole = 必须是整数
policy-not-flag = 必须是 true 或 false
policy-not-table = 必须是一个表
policy-unknown = 不是这里的键；可用：{ $known }
policy-not-toml = 不是 TOML：{ $detail }
policy-shares = 必须大于 a_share
policy-weights = 与 potential_weight 之和必须小于 1
policy-apply = 必须是 "offer" 或 "policy"
policy-reminders = 必须是递增的天数，如 [3, 10, 20]
policy-no-contact = 至少要有一项沟通：不能让客户没有计划
policy-channel = 必须是 visit、meeting、call、message、email 或 letter
policy-twice = 这个渠道在本级已有
policy-interval = 必须是周期，如 7d、2w、1mo、1y

# 该请客户打的分，以及手动选定的象限
reason-ask-survey = { $reason }；顺便请对方打分
explain-survey = 下次评分
explain-survey-nps = 最近一次评分：{ $on } NPS { $score } 分（满分 10）
explain-survey-csat = 最近一次评分：{ $on } 满意度 { $score } 分（满分 5）
explain-survey-after = { $every }请对方评分一次，自 { $from } 算起：{ $due } 到期
explain-survey-since = { $every }请对方评分一次；尚无评分，客户始于 { $from }：{ $due } 到期
explain-survey-none = 不请对方评分：{ $status }
explain-survey-today = 今天的沟通顺便请对方打分
explain-survey-waits = 等下次电话、线上会议或拜访时再问
explain-quadrant-chosen = 象限由手动选定；自动计算为第 { $computed } 象限
