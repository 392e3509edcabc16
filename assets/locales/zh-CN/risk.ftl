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

# 等级：因素、预览、历史
policy-choice = 必须是其中之一：{ $known }
policy-no-factor = 除 effort 外至少要有一个带权重的因素，否则所有客户的价值都为零
policy-factor-twice = 这个因素已经列过了
policy-window = 最长 24mo：更早的联系不再计数
policy-values = 最多列 { $most } 个文字
factor-margin = 毛利
factor-sales = 销售额
factor-expected = 预期毛利
factor-frequency = 频率
factor-budget = 预算
factor-industry = 行业
factor-region = 地区
factor-size = 规模
factor-tenure = 合作年限
factor-effort = 投入
factor-potential = 潜力
factor-fit = 契合度
explain-no-invoice = 这位客户还没有账款：贡献未知，按 0 计；如果您更了解，可以固定等级
explain-term = { $factor } { $weight }：{ $own }，合计 { $total } -> { $score }
explain-term-log = { $factor } { $weight }（大额按对数计）：{ $own }，占 { $share } -> { $score }
explain-term-rank = { $factor } { $weight }（按名次）：{ $own }，占 { $share } -> { $score }
explain-term-missing = { $factor } { $weight }：未知，按其他客户的平均值计 -> { $score }
explain-term-zero = { $factor } { $weight }：未知，按零计 -> { $score }
explain-term-none = { $factor }：所有客户都未知，不计入
explain-term-effort = 投入，权重 { $weight }：每年 { $minutes } 分钟，为平均的 { $mean } 倍 -> x { $times }
explain-term-effort-none = 投入，权重 { $weight }：没有联系记录，按平均值计 -> x { $times }
explain-orders-a-year = 每年 { $n } 笔订单
explain-contacts-a-year = 每年 { $n } 次联系
explain-years = { $n } 年
explain-up-factor = 升到 { $to }：例如{ $factor }达到 { $amount }，其他不变
explain-up-factors = 升到 { $to }：只靠一项不够，名额已满
explain-unsorted-factors = 未分类：规则所列因素全都未知
explain-enter = 未知：{ $factor }；填写之前等级依据较少（A?）
explain-months = 各月末（1 月到 12 月）：{ $strip }
tier-change-first = { $at }：首次确定为 { $to }（S { $score }，之前 { $share }）
tier-change-accepted = { $at }：{ $from } 改为 { $to }，已接受（S { $score }，之前 { $share }）
tier-change-policy = { $at }：{ $from } 改为 { $to }，按规则（S { $score }，之前 { $share }）
tier-change-pinned = { $at }：{ $from } 改为 { $to }，手动固定
tier-change-unpinned = { $at }：{ $from } 改为 { $to }，不再固定
page-tiers = 各月等级  { $strip }
cli-show-tiers = 等级变化
preview-at-once = 立即生效
preview-offered = 月末提出建议
preview-pinned = 已固定，不变
preview-advice = 仅供参考
preview-why = 得分 { $score } -> { $then }，之前累计 { $share } -> { $shared }
preview-why-sorted = 原先未分类；得分 { $then }，之前累计 { $shared }
preview-why-unsorted = 没有可用的依据
preset-by = 等级依据：{ $factors }
preset-moves = { $count ->
    [0] 没有客户改变等级
   *[other] 将有 { $count } 位客户改变等级
}
cli-tiers-preview = 换用另一套规则时等级会变的客户；不作任何修改
cli-preview-head = { $count ->
    [0] 换用 { $policy } 后没有客户改变等级。
   *[other] 换用 { $policy } 后将有 { $count } 位客户改变等级。
}
cli-preview-counts = A { $a } -> { $a_then }，B { $b } -> { $b_then }，C { $c } -> { $c_then }
cli-preview-same = 它的等级规则与现行的相同。
cli-preview-take = 没有作任何修改；用 touchbase policy use { $policy } 启用。已确定的等级在月末提出建议后才会改变。
cli-policy-held = 已确定的等级在月末提出建议后才会改变；touchbase tiers --preview 规则 可事先列出这些客户。
cli-column-from = 原等级
cli-column-to = 新等级
cli-column-takes = 生效
