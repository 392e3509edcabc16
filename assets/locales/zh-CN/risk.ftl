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
cli-policy-held = 已确定的等级在月末提出建议后才会改变；touchbase tiers --preview size 这样的命令可事先列出这些客户。
cli-column-from = 原等级
cli-column-to = 新等级
cli-column-takes = 生效
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
# 商机：阶段、命令、延迟的说法（“work”部分）。

stage-intake = 接洽
stage-needs = 需求
stage-proposal = 方案
stage-follow-up = 跟进
stage-won = 赢单
stage-lost = 输单
cli-also-stage-intake = 初谈
cli-also-stage-needs = 需求分析
cli-also-stage-proposal = 报价
cli-also-stage-follow-up = 后续跟进
cli-also-stage-won = 成交 签约
cli-also-stage-lost = 丢单
prospect-chance = { $share }
prospect-late = 已过期 { $days } 天
prospect-slipped = 推迟 { $count } 次
prospect-late-slipped = 已过期 { $days } 天，推迟 { $count } 次
refused-before-state = 从 { $day }起它就是现在的状态，写更早的日期不会有任何变化

cli-opportunity-about = 商机：可能的业务、所处阶段、金额和预计签约日
cli-opportunity-example = touchbase opportunity add 北辰 "2027 官网" 120000 --stage 方案 --close +30d
cli-opportunity-add-about = 记一条商机
cli-opportunity-add-example =
    touchbase opportunity add 北辰 "2027 官网" 120000 --stage 方案 --close 2026-12-18
    touchbase opportunity add 德达 "展会短片" 45000 --probability 30% -m "展会后定"
cli-opportunity-add-amount = 预计金额
cli-opportunity-add-at = 从什么时候开始谈的（默认现在）
cli-opportunity-add-product = 卖什么
cli-opportunity-edit-about = 修改商机；换了阶段或签约日，原来的也会留着
cli-opportunity-edit-example =
    touchbase opportunity edit "2027 官网" --stage 跟进 --close +2w -m "董事会推后了"
    touchbase opportunity edit "展会短片" --stage 输单 -m "给了报价更低的一家"
cli-opportunity-edit-amount = 新金额
cli-opportunity-edit-title = 新标题
cli-opportunity-edit-product = 卖什么；"" 表示去掉
cli-opportunity-edit-person = 跟谁谈的；"" 表示去掉
cli-opportunity-edit-note = 备注；"" 表示去掉
cli-opportunity-edit-why = 为什么换了阶段或日期；输单必须写
cli-opportunity-list-about = 还在谈的商机，按预计签约日排列；可只看一个客户
cli-opportunity-list-example = touchbase opportunity list --all
cli-opportunity-done-about = 标记为赢单；线索随之成为客户
cli-opportunity-done-example = touchbase opportunity done "2027 官网" --at 昨天
cli-arg-opportunity = #id、标题中能唯一确定的一部分；客户只有一条还在谈时也可以写客户名
cli-arg-stage = 接洽、需求、方案、跟进、赢单或输单（也可写 intake、needs、proposal、follow-up、won、lost）
cli-arg-close = 预计签约日；"" 表示去掉
cli-arg-probability = 把握：0.4 或 40%；不写就按阶段算（10%、25%、50%、70%）
cli-arg-at = 从什么时候起（默认现在）
cli-opportunity-none = 没有商机。
cli-opportunity-sum = 在谈 { $count } 条：{ $amount }，按把握折算 { $weighted }
cli-choice-opportunity = { $title }，{ $client }，{ $amount }，{ $stage }
cli-error-no-opportunity = 没有商机“{ $text }”；见 touchbase opportunity list --all
cli-column-close = 签约
cli-column-probability = 把握
cli-column-weighted = 折算
cli-column-delay = 延迟
cli-show-opportunities = 商机

do-new-opportunity = 商机
do-new-opportunity-help = 用表单添加可能的业务，写明阶段和预计签约日
form-title-opportunity = { $client }的商机
form-title-new-opportunity = { $client }的新商机
form-field-stage = 阶段
form-field-close = 预计签约
form-field-chance = 把握
form-chance = 写 40% 这样的比例，或留空：按阶段算
form-why-lost = 要写明为什么丢了
prospect-worth = { $amount }，把握 { $chance }
prospect-close = { $day }签约
brief-opportunities = 商机
page-kind-opportunity = 商机
prep-opportunity = { $title }：{ $stage }，{ $amount }，把握 { $chance }{ $has-close ->
    [0] {""}
   *[other] ，{ $close }签约
}{ $delayed ->
    [0] {""}
   *[other] ，{ $delay }
}
timeline-opportunity = 新商机：{ $title }，{ $amount }，{ $stage }
timeline-opportunity-stage = { $title }：进入{ $stage }
timeline-opportunity-won = 赢单：{ $title }，{ $amount }
timeline-opportunity-lost = 输单：{ $title }，{ $amount }
timeline-opportunity-slip = 签约从 { $from }推迟到 { $to }：{ $title }
timeline-opportunity-close = 预计 { $to }签约：{ $title }
timeline-opportunity-no-close = 不再有签约日：{ $title }
timeline-opportunity-due = 预计签约：{ $title }，{ $amount }
reason-lead-about = 还没有下一步：{ $title }，{ $stage }
# 服务流程：文件、建议、步骤、命令行。

playbook-no-rule = { $file } 第 { $line } 行：开头几行的上下各要有一行 ---
playbook-bad-line = { $file } 第 { $line } 行：“{ $text }”不是 name、title、for、starts、every 中的一项
playbook-other-name = { $file } 第 { $line } 行：文件名为 { $name }，流程也叫这个名字；请改文件名，或删去这一行
playbook-bad-tiers = { $file } 第 { $line } 行：“{ $text }”不是客户等级；应写 for = A, B, C
playbook-bad-starts = { $file } 第 { $line } 行：看不懂“{ $text }”；starts 可写 win-back、new-client、review 或 hand
playbook-bad-every = { $file } 第 { $line } 行：“{ $text }”不是间隔；应写 every = 90d、2w、6mo 或 1y
playbook-no-every = { $file }：starts = review 还要写明多久一次，如 every = 90d
playbook-every-alone = { $file } 第 { $line } 行：every 只与 starts = review 一起使用
playbook-one-win-back = { $file }：starts = win-back 只能用于名为 win-back 的流程
playbook-no-title = { $file } 第 { $line } 行：缺少标题 title = …
playbook-no-steps = { $file }：没有步骤；步骤顶格写，以“1. ”或“- [ ] ”开头
playbook-many-steps = { $file } 第 { $line } 行：一个流程最多 { $most } 步
playbook-too-long = { $file } 第 { $line } 行：这里要有文字，最多 { $most } 个字符，不含控制字符
playbook-open-brace = { $file } 第 { $line } 行：{"{ }"} 应写在“{ $text }”的末尾
playbook-bad-offset = { $file } 第 { $line } 行：“{ $text }”不是天数；应写 +0d、+3d working 或 +2w
playbook-no-template = { $file } 第 { $line } 行：没有模板“{ $text }”；用 touchbase draft --list 查看
playbook-bad-word = { $file } 第 { $line } 行：看不懂“{ $text }”；{"{ }"} 里可写天数（+3d working）、渠道、reason、remedy 或 mark、template=模板名
reason-onboarding = 新客户，{ $on } 首次下单；建议：{ $title }
reason-business-review = { $title }，上次始于 { $on }
reason-business-review-first = { $title }，首次
reason-decide = { $playbook }：步骤已全部完成；已挽回还是已流失？
refused-no-win-back = 只有客户挽回以 saved 或 lost 结束；其他流程用 stopped 结束
did-decline-playbook = 已谢绝建议：{ $client }
playbook-step = 第 { $no } 步，共 { $of } 步：{ $step }
playbook-undecided = 已挽回还是已流失？
playbook-cost = { $cost }
playbook-costs = { $cost } + { $rest }
playbook-cost-of = { $cost }，预期 { $expected }
playbook-watched = { $did }；加密的沟通计划保持到 { $day }
playbook-after = { $n ->
    [0] 当天
   *[other] { $n } 天后
}
playbook-after-working = { $n ->
    [0] 当天
   *[other] { $n } 个工作日后
}
playbook-by = { $channel }
playbook-asks-reason = 要写明原因
playbook-asks-remedy = 要写明补救办法和成本
playbook-asks-mark = 要打分
playbook-template = 模板 { $template }
playbook-starts-win-back = 用于 { $tiers } 类；在有风险的客户上按 W 开始
playbook-starts-new-client = 用于 { $tiers } 类；新客户时建议
playbook-starts-review = 用于 { $tiers } 类；{ $every }建议一次
playbook-starts-hand = 用于 { $tiers } 类；手动开始
run-end-done = 已完成
run-end-saved = 已挽回
run-end-lost = 已流失
run-end-stopped = 已中止
cli-column-playbook = 服务流程
cli-column-next = 下一步
cli-column-cost = 成本
cli-arg-playbook = 流程的名称、标题，或其中一部分
cli-playbook-about = 客户的有序步骤：新客户引导、客户挽回、业务回顾，以及您自己的流程
cli-playbook-example = touchbase playbook start 海川阀门 win-back
cli-playbook-start-about = 为客户开始一个流程，其步骤会出现在“今日”
cli-playbook-start-example = touchbase playbook start 海川阀门 win-back
cli-playbook-list-about = 进行中的流程：下一步、到期日、已花成本与客户的预期毛利
cli-playbook-list-example = touchbase playbook list --all
cli-playbook-list-all = 连同已结束的
cli-playbook-list-names = 列出所有流程，包括您自己的
cli-playbook-step-about = 标记一步已完成，或写明原因后跳过
cli-playbook-step-example = touchbase playbook step 海川阀门 2 done -m "免费重印" --cost 2000
cli-playbook-step-run = 客户；同一客户有几个流程时写流程的 #编号
cli-playbook-step-no = 第几步
cli-playbook-step-how = done 完成，或 skip 跳过（用 -m 写明原因）
cli-playbook-step-note = 结果：找到的原因、给出的补救；或跳过的原因
cli-playbook-step-cost = 花费的成本
cli-playbook-step-score = 客户打的分
cli-playbook-step-scale = csat 为 1 到 5（默认），nps 为 0 到 10
cli-playbook-step-channel = 已与客户联系：同时用这个渠道记一次沟通
cli-playbook-end-about = 结束流程：客户挽回写 saved 或 lost，其他写 stopped
cli-playbook-end-example = touchbase playbook end 海川阀门 win-back saved -m "又下单了"
cli-playbook-end-how = saved 已挽回、lost 已流失或 stopped 中止
cli-playbook-end-reason = 流失的原因代码，见规则（默认为最后一项 other）
cli-playbook-show-about = 流程的内容，一步一步列出
cli-playbook-show-example = touchbase playbook show win-back
cli-playbook-none = 没有进行中的流程；用 touchbase playbook list --names 查看有哪些流程
cli-playbook-unknown = 没有流程“{ $playbook }”；可用的有 { $playbooks }
cli-playbook-no-step = “{ $playbook }”没有这一步；步骤为 1 到 { $steps }
cli-playbook-not-running = { $client } 没有进行中的“{ $playbook }”；见 touchbase playbook list
cli-playbook-none-running = { $client } 没有进行中的流程；用 touchbase playbook start 开始
cli-choice-playbook = { $playbook }，下一步 { $next }
cli-playbook-next = ；第 { $no } 步（共 { $of } 步）{ $due } 到期：{ $step }
cli-playbook-decide = { $did }。步骤已全部完成，请用 touchbase playbook end "{ $client }" win-back saved 或 lost 结束
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
risk-little-history = 历史数据太少：下过两次订单的客户不足，不给数字，只列原因
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
brief-stake = 12 个月预期 { $expected }，其中 { $stake } 有流失风险
brief-put-off = 稍后再看，到 { $day }：{ $why }
brief-woken = 曾定到 { $day } 再看：{ $why }
brief-risk-figures = 只看订单 { $alone }，加上信号 { $all }
