# 流失风险：信号及其依据、名单、服务流程、商机。

tab-risk = 流失风险
do-at-risk = 流失风险
do-at-risk-help = 可能流失的客户，按所涉金额排列
risk-unknown = 未知
risk-low = 低
risk-medium = 中
risk-high = 高
risk-folded = 另有 { $count } 位已折叠
risk-snoozed = { $count } 位稍后再看
list-no-risk = 没有客户处于流失风险。
kind-playbook = 服务流程
what-step = 步骤
reason-step = { $playbook }，第 { $no } 步（共 { $of } 步）：{ $step }

signal-open-complaint = { $count } 件投诉未解决
signal-complaint-late = { $count } 件投诉超过时限
signal-bad-mark = 工单 { $no } 只得 { $score } 分（满分 5 分）
signal-reopened = 工单 { $no } 于 { $on } 重新打开
signal-more-complaints = 半年内 { $count } 件投诉，前半年 { $before } 件
signal-contact-silence = 对方 { $days } 天没有音讯（平时 { $usual } 天），{ $count } 次联系未获回应
signal-no-word = 对方 { $days } 天没有音讯（平时 { $usual } 天），以往多是对方主动联系
signal-own-silence = 您已 { $days } 天没有联系对方
signal-cold-replies = 90 天内 { $count } 次联系回应 { $answered } 次，此前 { $of } 次回应 { $before } 次
signal-low-nps = 不愿推荐：{ $score } 分（满分 10 分）
signal-low-csat = 不满意：{ $score } 分（满分 5 分）
signal-fallen-nps = 评分由 { $before } 分降到 { $score } 分（满分 10 分）
signal-fallen-csat = 评分由 { $before } 分降到 { $score } 分（满分 5 分）
signal-promoter = 愿意推荐：{ $score } 分（满分 10 分）
signal-contract-late = { $title }：原定 { $close } 签约，已过 { $days } 天{ $slips ->
    [0] {""}
   *[other] ，推迟过 { $slips } 次
}
signal-fewer-projects = 正在进行的项目 { $count } 个，12 个月平均 { $usual } 个
signal-competitor = { $on } 提到竞争对手
signal-amount-drop = 最近 3 笔订单只有以往的 { $share }
signal-renewal-near = { $title } 于 { $end } 到期，尚未谈妥续约
signal-frequency-drop = { $days } 天没有订单，是平时 { $usual } 天的 { $times } 倍

signal-row-case = 工单 { $no }，{ $on }：“{ $text }”
signal-row-spoke = 上次得到对方音讯：{ $on }
signal-row-attempt = { $on } { $channel }，未获回应
signal-row-cold = { $on } { $channel }，反应冷淡或谢绝
signal-row-nps = { $on }：{ $score } 分（满分 10 分）{ $reasons }
signal-row-csat = { $on }：{ $score } 分（满分 5 分）{ $reasons }
signal-row-slip = 签约由 { $from } 推迟到 { $to }
signal-row-order = { $on }：{ $amount }

fact-opportunity = 商机
fact-playbook = 服务流程
fact-playbook-step = 步骤
fact-outcome = 结果记录
fact-investment = 投入决定

refused-no-opportunity = 没有这条商机；用 touchbase opportunity list 查看
refused-no-run = 没有进行中的这个服务流程；用 touchbase playbook list 查看
refused-no-step = 没有这个步骤；用 touchbase playbook list 查看
refused-step-done = 这个步骤已完成
refused-run-over = 这个服务流程已结束
refused-running = 该客户的“{ $title }”正在进行
refused-steps = 服务流程须有 1 到 { $most } 个步骤
refused-lost = 该客户已记为流失
refused-chance = 成交概率须为 0 到 100%

did-add-opportunity = { $named ->
    [1] 已添加商机“{ $what }”：{ $client }
   *[other] 已添加商机：{ $client }
}
did-edit-opportunity = { $named ->
    [1] 已修改商机“{ $what }”：{ $client }
   *[other] 已修改商机：{ $client }
}
did-win-opportunity = { $named ->
    [1] 赢单“{ $what }”：{ $client }
   *[other] 赢单：{ $client }
}
did-lose-opportunity = { $named ->
    [1] 输单“{ $what }”：{ $client }
   *[other] 输单：{ $client }
}
did-start-playbook = { $named ->
    [1] 已开始“{ $what }”：{ $client }
   *[other] 已开始服务流程：{ $client }
}
did-end-playbook = { $named ->
    [1] 已结束“{ $what }”：{ $client }
   *[other] 已结束服务流程：{ $client }
}
did-stop-playbook = { $named ->
    [1] 已中止“{ $what }”：{ $client }
   *[other] 已中止服务流程：{ $client }
}
did-step = { $named ->
    [1] 步骤完成“{ $what }”：{ $client }
   *[other] 步骤完成：{ $client }
}
did-skip-step = { $named ->
    [1] 已跳过步骤“{ $what }”：{ $client }
   *[other] 已跳过步骤：{ $client }
}
did-save-client = 已挽回：{ $client }
did-lose-client = 已记为流失：{ $client }
did-invest-keep = 决定照常维护：{ $client }
did-invest-automate = 决定只用邮件维护：{ $client }
did-invest-end = 已撤回投入决定：{ $client }
did-snooze-risk = { $day } 前不再列出，除非出现新信号：{ $client }

explain-value-expected = 今后 12 个月预期毛利 { $value }，占 { $total } 的 { $share }；权重 { $weight }

cli-risk-about = 可能流失的客户：程度、原因和所涉金额
cli-risk-example = touchbase risk --min 0.5

# 流失客户：原因、选择原因、重新合作。
lost-reason-price = 价格
lost-reason-quality = 质量
lost-reason-service = 服务
lost-reason-competitor = 转向竞争对手
lost-reason-need-gone = 不再需要
lost-reason-budget = 没有预算
lost-reason-contact-left = 对接人离职
lost-reason-closed = 停业
lost-reason-other = 其他原因
do-lose = 流失
do-lose-help = 客户已流失：先选原因，再用几个字说明；在已流失的客户上则是恢复合作
do-return = 恢复合作
scope-loss = 流失原因
do-loss-take = 选这个原因
do-loss-take-help = 采用这个原因，再用几个字说明
do-loss-pick = 原因
do-loss-pick-help = 采用这个编号的原因
loss-title = { $client }：为什么流失？
line-lost-why = { $client }，已流失（{ $reason }）：几个字说明
example-lost = 选了隔壁店的年度套餐
line-return-why = { $client }，恢复合作：原因
example-return = 新任市场总监，想重新做简报
cli-error-without = --{ $option } 只能与 { $needs } 一起使用
cli-client-edit-reason = 客户流失的原因：规则中的一个代码
became-lost = 已流失：{ $reason }
became-saved = 已挽回
became-returned = 恢复合作
cli-show-outcomes = 流失与挽回

# 回顾：流失了谁，哪些信号出现过，准确率如何。
sign-list = 在流失风险名单上
sign-orders = 仅凭订单
sign-open-complaint = 投诉未解决
sign-complaint-late = 投诉超时
sign-bad-resolution = 处理结果不满意
sign-more-complaints = 投诉增多
sign-contact-silence = 对方没有音讯
sign-cold-replies = 回复减少
sign-low-survey = 评分低
sign-fallen-survey = 评分下降
sign-promoter = 愿意推荐
sign-contract-late = 签约推迟
sign-fewer-projects = 项目减少
sign-competitor = 提到竞争对手
sign-amount-drop = 订单金额减少
sign-renewal-near = 即将到期，未谈续约
sign-frequency-drop = 下单变慢
hindsight-title = 流失客户
hindsight-lost = { $count ->
    [0] 没有客户流失。
   *[other] 流失 { $count } 位客户，原预计未来 12 个月带来 { $value }。
}
hindsight-warned = { $warned ->
    [0] 这 { $count } 位此前都没有上过名单。
   *[other] 其中 { $warned }/{ $count } 位此前在名单上，一般提前 { $days } 天。
}
hindsight-never = 有 { $never } 位在流失前 180 天内从未上过名单。
hindsight-returned = 其中 { $count } 位后来恢复合作。
hindsight-unrecorded = 另有 { $count } 位客户已流失，但没有日期和原因的记录。
hindsight-by-reason = 按原因
hindsight-by-tier = 按流失时的等级
hindsight-by-tenure = 按合作年限
hindsight-tier = { $tier } 类
hindsight-no-tier = 未分类
hindsight-tenure-short = 不到 1 年
hindsight-tenure-middle = 1 到 3 年
hindsight-tenure-long = 3 年以上
hindsight-clients = 流失的客户
hindsight-signs = 信号有多准
hindsight-saves = 挽回
hindsight-judged = 统计范围：{ $count ->
    [1] 月末 { $first }
   *[other] { $first } 至 { $last } 的 { $count } 个月末
}，您当时服务的每位客户。流失指其后 { $days } 天内流失：{ $lost } 次（{ $lost-clients } 位）；留下：{ $stayed } 次（{ $stayed-clients } 位）。
hindsight-none-judged = 还无法判断：这段时间内没有已过去 { $days } 天的月末。
hindsight-few = 流失不到 { $few } 次，太少，无法判断信号的准确度，只显示次数。
hindsight-of = { $n }/{ $of }
hindsight-share = { $share }（{ $n }/{ $of }）
hindsight-unsaid = -
hindsight-lead = 提前 { $days } 天，共 { $on } 天
hindsight-lead-long = 提前 { $days } 天以上，共 { $on } 天
hindsight-lead-never = 从未
hindsight-fired = { $sign }{ $days ->
    [0] （最后一天）
   *[other] （{ $days } 天前）
}
hindsight-none-saved = 没有挽回过客户。
hindsight-saved = 挽回 { $count } 位客户{ $lost ->
    [0] ，之后没有再流失。
   *[other] ，其中 { $lost } 位后来仍然流失。
}
hindsight-held = { $of ->
    [0] 稳住 { $days } 天：还没有挽回满这么久的客户。
   *[other] 稳住 { $days } 天：{ $held }/{ $of }。
}
hindsight-remedies = 补偿花费 { $cost }；此后的毛利 { $kept }。
hindsight-no-rate = 缺少汇率，未计入：{ $currencies } 的花费。
cli-risk-lost = 流失了谁、为什么，哪些信号何时出现过，准确率如何
cli-column-tenure = 合作时间
cli-column-lost-value = 原预计带来
cli-column-on-list = 上名单
cli-column-looks = 流失前 180、90、60、30、0 天的风险
cli-column-signs = 信号
cli-column-sign = 信号
cli-column-before-loss = 流失前
cli-column-stayed = 留下
cli-column-right = 准确
cli-column-caught = 发现
cli-risk-period = 与 --lost 一起使用，只看这段时间（默认两年）：2026、2026-Q3、2026-11、90d、all
hindsight-told = { $on }：{ $reason }；上名单：{ $warning }
hindsight-save-held = { $on } 挽回；花费 { $cost }，此后毛利 { $kept }
hindsight-save-lost = { $on } 挽回，{ $lost } 流失；花费 { $cost }，其间毛利 { $kept }
hindsight-behind = { $what }：{ $count } 位客户
hindsight-behind-lost = 流失前出现
hindsight-behind-stayed = 出现过，但留下了
hindsight-looks = 流失前的风险：{ $levels }
hindsight-worth = 原预计带来 { $value }，等级 { $tier }
hindsight-right = 准确 { $right }，发现 { $caught }
head-clients = 客户数
do-look-back = 流失客户
do-look-back-help = 流失了谁、为什么，哪些信号出现过，准确率如何
do-back-open = 客户
do-back-open-help = 这一行背后的客户；在客户上则转到该客户
scope-at-risk = 流失风险
scope-look-back = 流失客户
hindsight-look = { $days } 天 { $level }
hindsight-lead-short = { $days } 天

# 客户经历中的流失与挽回、服务流程和投入决定。
timeline-run = 开始：{ $title }
timeline-run-done = 完成：{ $title }
timeline-run-saved = { $title }：客户留下
timeline-run-lost = { $title }：客户流失
timeline-run-stopped = 中止：{ $title }
timeline-step = { $title }，第 { $no } 步：{ $step }{ $has-cost ->
    [1] ，花费 { $cost }
   *[other] {""}
}
timeline-step-skipped = { $title }，第 { $no } 步未做：{ $step }
timeline-step-due = { $title }，第 { $no } 步待做：{ $step }
timeline-keep = 按承诺继续维护
timeline-automate = 只用邮件维护
timeline-decision-end = 撤回决定
page-kind-outcome = 客户
page-kind-decision = 决定
manual-lost = 流失客户
