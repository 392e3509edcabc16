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
explain-advice = 合作中客户不足 { $n } 位：等级由您决定；系统建议 { $computed }
explain-unsorted = 未分类：没有订单，也没有填写潜力、契合度或预算
explain-not-active = 没有等级：{ $status }
explain-value-margin = { $orders } 笔订单，按时间折算的毛利 { $value }，占 { $total } 的 { $share }
explain-value-entered = 没有账款记录：按填写的预算、潜力和契合度计算，占 { $share }
explain-factor = 填写的潜力 { $potential }、契合度 { $fit }：x { $factor }
explain-place = 得分 { $score }，第 { $rank } 位（共 { $n } 位），之前已累计 { $share }：{ $tier }（A 低于 { $a }，B 低于 { $b }）
explain-negative = 毛利合计为负：按 0 计
explain-up = 升到 { $to }：得分 + { $score }，例如每年多一笔毛利不少于 { $amount } 的订单（每 { $half } 天折半）
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
policy-perks = 必须是最多 { $most } 条、每条不超过 { $length } 个字的文字列表，如 ["优先选择档期"]
policy-no-contact = 至少要有一项沟通：不能让客户没有计划
policy-channel = 必须是 visit、meeting、call、message、email 或 letter
policy-twice = 这个渠道在本级已有
policy-interval = 必须是周期，如 7d、2w、1mo、1y

# 该请客户打的分，以及手动选定的象限
reason-ask-survey = { $reason }；顺便请对方打分
explain-survey = 下次评分
explain-survey-nps = 最近一次评分：{ $on } NPS { $score } 分（满分 10）
explain-survey-csat = 最近一次评分：{ $on } 满意度 { $score } 分（满分 5）
explain-survey-after = { $every }请对方评分一次，自 { $from } 算起：{ $late ->
    [1] 自 { $due } 起已过期
   *[other] { $due } 到期
}
explain-survey-since = { $every }请对方评分一次；尚无评分，客户始于 { $from }：{ $late ->
    [1] 自 { $due } 起已过期
   *[other] { $due } 到期
}
explain-survey-none = 不请对方评分：{ $status }
explain-survey-today = 今天的沟通顺便请对方打分
explain-survey-waits = 等下次电话、线上会议或拜访时再问
explain-quadrant-chosen = 象限由手动选定；自动计算为第 { $computed } 象限

# 客户的时间线。
timeline-contacts = 沟通
timeline-money = 账款
timeline-work = 事项
timeline-marks = 评分
timeline-judgement = 判断
timeline-touch = { $channel }{ $direction ->
    [in] ，对方主动
   *[other] {""}
}{ $outcome ->
    [no-answer] ，没联系上
    [callback] ，约了再联系
    [declined] ，被拒
   *[other] {""}
}{ $has-person ->
    [1] ，{ $person }
   *[other] {""}
}{ $minutes ->
    [0] {""}
   *[other] ，{ $minutes } 分钟
}{ $flag ->
    [competitor] ，提到竞争对手
    [cold] ，态度冷淡
    [declined] ，谢绝邀请
   *[other] {""}
}
timeline-appointment = 已约{ $channel }{ $has-place ->
    [1] ，{ $place }
   *[other] {""}
}
timeline-appointment-kept = 约好的{ $channel }已完成{ $has-place ->
    [1] ，{ $place }
   *[other] {""}
}
timeline-appointment-cancelled = 约好的{ $channel }已取消{ $has-place ->
    [1] ，{ $place }
   *[other] {""}
}
timeline-task = 承诺：{ $text }
timeline-task-waiting = 等对方：{ $text }
timeline-task-delegated = 由 { $assignee } 负责：{ $text }
timeline-task-done = 已完成：{ $text }
timeline-invoice = 账款 { $number }{ $amount }
timeline-credit = 冲减账款 { $number }{ $amount }
timeline-paid = { $days } 天后回款：{ $number }{ $amount }
timeline-unpaid = 待回款：{ $number }{ $amount }
timeline-engagement = { $kind }开始：{ $title }
timeline-engagement-done = { $kind }完成：{ $title }
timeline-engagement-cancelled = { $kind }取消：{ $title }
timeline-engagement-notice = 最晚通知日：{ $title }
timeline-engagement-renew = 续约日：{ $title }
timeline-engagement-end = { $kind }到期：{ $title }
timeline-snooze = { $what }推迟到 { $until }
timeline-skip = { $what }跳过本次，下次 { $until }
timeline-pause = 暂停跟进至 { $until }
timeline-spread = { $what }错开到 { $until }
timeline-reminder = 已发催款提醒，{ $until } 再看
timeline-plan = 沟通计划改为：{ $channel }，{ $every }
timeline-pin = 指定为 { $tier } 类
timeline-unpin = 取消指定的 { $tier } 类
timeline-tier-first = 首次定级：{ $to } 类
timeline-tier = 等级由 { $from } 变为 { $to }，已接受
timeline-tier-policy = 等级由 { $from } 变为 { $to }，按规则生效
timeline-status = 状态：{ $status }
timeline-review = 信息已核对
timeline-since = 成为客户
timeline-of-channel = { $channel }
timeline-nps = NPS { $score }（满分 10）
timeline-csat = 满意度 { $score }（满分 5）
timeline-competitor = 与 { $other } 是竞争对手
timeline-partner = 与 { $other } 是合作伙伴
timeline-group = 与 { $other } 同属一个集团
timeline-conflict = 与 { $other } 有冲突
timeline-of-all = 全部

# 客户信息的完整度。
complete-basic = 基本信息
complete-need = 需求信息
complete-interaction = 互动信息
complete-phone = 电话或微信
complete-email = 邮箱
complete-industry = 行业
complete-region = 地区
complete-person = 具体联系人
complete-size = 规模
complete-address = 拜访地址
complete-needs = 客户需求
complete-budget = 预算
complete-potential = 潜力
complete-fit = 契合度
complete-note = 近期沟通的记录
complete-business = 账款或项目
complete-survey = 满意度评分

# 分类卡片。
deck-computed = 数据有限，计算仅供参考：{ $tier } 类
deck-project = 有项目进行中
deck-unknown = 没有依据：无账款、无项目、未填写因素

# 拜访准备单。
prep-title = { $client }（{ $tier }）
prep-do-not-mention = 不要提及：{ $text }
prep-late = 逾期
prep-text = { $text }
prep-about = 客户
prep-who = { $status }，始于 { $since }
prep-prefers = 偏好{ $channel }
prep-quiet = { $from } 至 { $to } 请勿联系
prep-response = 约定 { $hours } 小时内答复
prep-note = 备注：{ $text }
prep-point = { $kind }：{ $value }{ $has-label ->
    [1] （{ $label }）
   *[other] {""}
}
prep-people = 联系人
prep-person = { $name }{ $has-role ->
    [1] ，{ $role }
   *[other] {""}
}{ $has-birthday ->
    [1] ，生日 { $birthday }
   *[other] {""}
}
prep-appointments = 已约
prep-appointment = { $channel } { $at }{ $minutes ->
    [0] {""}
   *[other] ，{ $minutes } 分钟
}{ $has-place ->
    [1] ，{ $place }
   *[other] {""}
}
prep-we-owe = 我方承诺
prep-they-owe = 等对方
prep-task = { $due }：{ $text }{ $has-assignee ->
    [1] ，{ $assignee }
   *[other] {""}
}
prep-projects = 项目
prep-project = { $title }，始于 { $start }
prep-project-next = { $title }，{ $next }
prep-notice = 最晚 { $day } 通知
prep-renews = { $day } 续约
prep-ends = { $day } 到期
prep-touches = 最近沟通
prep-touch = { $day }：{ $what }
prep-never = 从未联系
prep-needs = 客户需求
prep-money = 账款
prep-billed = 近 12 个月开票 { $amount }
prep-invoice = 账款 { $number }{ $amount }，{ $due } 到期
prep-invoice-late = 账款 { $number }{ $amount }，{ $due } 已到期，逾期 { $days } 天
prep-pays = 通常 { $days } 天回款
prep-budget = 预算 { $amount }
prep-questions = 要问的事
prep-ask-need = 这个需求还在吗：{ $text }？
prep-ask-renewal = { $title } 是否继续？通知或续约日 { $day }
prep-ask-missing = 尚未了解：{ $field }
prep-ask-review = 资料是否仍然正确？上次核对 { $on }
prep-ask-review-never = 资料是否正确？从未核对
prep-mark = { $mark }，{ $on }
prep-warning = { $what }：{ $note }
prep-ask-mark = 愿意推荐我们的程度，0 到 10 分？
prep-perks = 可以提供
