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

# 流失风险页
do-fold = 展开
do-fold-help = 在折叠线上：显示线下的客户，再按一次收起
do-fold-close = 收起
scope-fold = 折叠线
not-a-fold = 这是展开流失风险名单用的；请先移到折叠线上
not-at-risk = { $client } 不在流失风险名单上
do-put-off = 稍后再看
pending-put-off = { $client } 多久以后再看？
line-put-off = { $client } 到 { $day } 再看，原因
example-put-off = 为什么可以等；出现新信号会提前回到名单
column-risk = 风险
column-stake = 所涉金额
column-silent = 无订单
column-orders = 订单
column-contacts = 沟通
column-reason = 原因
risk-days = { $days } 天
risk-one-order = 只有一笔订单，已过 { $days } 天
risk-no-order = { $days } 天没有订单，平时 { $usual } 天
risk-new-sign = 新信号：{ $reason }
risk-until = 到 { $day }：{ $why }
risk-unfolded = 另有 { $count } 位，按所涉金额排列
risk-little-history = 历史数据太少：只列原因，不给数字
risk-remark = 流失风险高：{ $reason }
risk-state-no-order = 还没有订单
risk-state-new = 新客户，还看不出下单间隔
risk-state-booked = { $day } 已有订单
risk-state-paused = 暂停跟进到 { $day }
risk-state-engaged = 合作约定到 { $day }
risk-next-contact = 下一步：{ $channel } { $day }
risk-next-now = 下一步：{ $channel }，现在就该联系
risk-next-step = 下一步：{ $playbook }，{ $step }，{ $day }
risk-next-none = 还没有下一步
list-no-risk-more = 下单比平时晚、有投诉、回应变少或提到竞争对手的客户会列在这里，所涉金额大的在前。
brief-risk = 流失风险
brief-stake = 一年预期 { $expected }，所涉 { $stake }
brief-put-off = 稍后再看，到 { $day }：{ $why }
brief-woken = 曾定到 { $day } 再看：{ $why }
brief-risk-figures = 只看订单 { $alone }，加上信号 { $all }
# 流失风险的说明：标题、数值、订单、各信号、怎样会降低、客户价值。
explain-risk = 流失风险
explain-risk-level = { $level }：{ $reasons }
explain-risk-and = { $first }；{ $second }
explain-risk-together = 几个小信号合在一起
explain-risk-index = 只看订单 { $alone }，加上信号 { $index }（风险指数，不是概率）
explain-risk-alone = 到 { $by } 没有订单的概率：{ $chance }
explain-risk-little = 自有数据太少：{ $count ->
    [0] 还没有客户再次下单
   *[other] 只有 { $count } 位客户再次下单
}，这里只列原因，不给数值
explain-risk-not-served = 没有风险：{ $status }
explain-risk-no-order = 未知：从未有过订单
explain-risk-new = 未知：新客户，首单 { $first }；{ $from } 起才有数值
explain-risk-booked = 不列入名单：已约定 { $on } 的订单
explain-risk-paused = 不列入名单：暂停到 { $until }
explain-risk-engaged = 已约定合作到 { $end }：在此之前没有订单几乎不计，只看信号
explain-risk-average = 只有一笔订单：数值取所有客户的平均
explain-risk-snoozed = { $until } 前不列出，除非出现新信号
explain-risk-season = 只在一年中某一时节下单：{ $days } 天没有订单，其中 { $counted } 天在该时节，计算在内
explain-risk-one-order = 1 笔订单，在 { $silent } 天前
explain-risk-orders = { $count } 笔订单，平均每 { $usual } 天一笔{ $timing ->
    [regular] （有规律）
    [irregular] （无规律）
   *[none] {""}
}；已 { $silent } 天没有订单，是平时的 { $times } 倍
explain-risk-likely = { $orders } → { $by } 前再次下单的可能为 { $chance }
explain-risk-term-slow = { $days } 天没有订单，是平时 { $usual } 天的 { $times } 倍
explain-risk-term-last = 上次下单在 { $days } 天前
explain-risk-term-one = 唯一一笔订单在 { $days } 天前
explain-risk-term-engaged = 已约定合作到 { $end }
explain-risk-term = { $points }  { $what }
explain-risk-said = { $what }
explain-risk-row = {"  "}{ $row }
explain-risk-cut = 各信号合计 { $sum }，按 { $most } 计
explain-risk-without = 若没有这一项，则为 { $index }：{ $what }
explain-risk-order-today = 若今天下单，则为 { $index }
explain-risk-value = { $months } 个月的价值 { $low } 到 { $high }，居中 { $middle }：预期 { $orders } 笔订单 x 每笔 { $margin }
explain-risk-formula = 每笔：自身各单毛利与全体平均 { $mean } 合起来的均值；按月累计，每年折减 10%；范围为 0.7 到 1.3 倍
explain-risk-stake = 所涉金额：{ $stake }（风险 x 12 个月预期毛利 { $expected }）
explain-tightened-risk = 联系间隔缩短到 { $share }：风险高
explain-tightened-win-back = 联系间隔缩短到 { $share }：正在挽回
explain-tightened-saved = 联系间隔缩短到 { $share }：已挽回，观察到 { $until }
cli-column-stake = 所涉金额
cli-risk-folded = 另有 { $count } 位已折叠；用 touchbase risk --min 0.5 查看全部
cli-risk-put-off = { $client } 到 { $day } 再看：{ $why }
