# 流失风险：信号及其依据、名单、服务流程、商机。

tab-risk = 流失风险
do-at-risk = 流失风险
do-at-risk-help = 可能流失的客户，按风险金额排列
risk-unknown = 未知
risk-low = 低
risk-medium = 中
risk-high = 高
risk-folded = 另有 { $count } 位已折叠
risk-snoozed = { $count } 位稍后再看
list-no-risk = 没有客户处于流失风险。
kind-playbook = 服务流程
what-step = 步骤
what-offer = 建议
reason-step = { $playbook }，第 { $no } 步（共 { $of } 步）：{ $step }

signal-open-complaint = { $count } 件投诉未解决
signal-complaint-late = { $count } 件投诉超过时限
signal-bad-mark = 工单 { $no } 只得 { $score } 分（满分 5 分）
signal-reopened = 工单 { $no } 于 { $on }重新打开
signal-more-complaints = 近半年 { $count } 件投诉，再往前半年 { $before } 件
signal-contact-silence = 对方 { $days } 天没有音讯（平时 { $usual } 天），{ $count } 次联系未获回应
signal-no-word = 对方 { $days } 天没有音讯（平时 { $usual } 天），以往多是对方主动联系
signal-own-silence = 您已 { $days } 天没有联系对方
signal-cold-replies = 近 90 天联系 { $count } 次只回应 { $answered } 次，此前 { $of } 次回应过 { $before } 次
signal-low-nps = 不愿推荐：{ $score } 分（满分 10 分）
signal-low-csat = 不满意：{ $score } 分（满分 5 分）
signal-fallen-nps = 评分由 { $before } 分降到 { $score } 分（满分 10 分）
signal-fallen-csat = 评分由 { $before } 分降到 { $score } 分（满分 5 分）
signal-promoter = 愿意推荐：{ $score } 分（满分 10 分）
signal-contract-late = { $title }：原定 { $close }签约，已过 { $days } 天{ $slips ->
    [0] {""}
   *[other] ，推迟过 { $slips } 次
}
signal-fewer-projects = 正在进行的项目 { $count } 个，近 12 个月平均 { $usual } 个
signal-competitor = { $on }提到竞争对手
signal-amount-drop = 最近 3 笔订单平均只有以往的 { $share }
signal-renewal-near = { $title }于 { $end }到期，尚未谈妥续约
signal-frequency-drop = { $days } 天没有订单，是平时 { $usual } 天的 { $times } 倍

signal-row-case = 工单 { $no }，{ $on }：“{ $text }”
signal-row-spoke = 上次得到对方音讯：{ $on }
signal-row-attempt = { $on }，{ $channel }，未获回应
signal-row-cold = { $on }，{ $channel }，反应冷淡或谢绝
signal-row-nps = { $on }：{ $score } 分（满分 10 分）{ $given ->
    [0] {""}
   *[other] ，{ $reasons }
}
signal-row-csat = { $on }：{ $score } 分（满分 5 分）{ $given ->
    [0] {""}
   *[other] ，{ $reasons }
}
signal-row-slip = 签约由 { $from }推迟到 { $to }
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
refused-negative = 这里的金额不能为负数
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

cli-risk-about = 可能流失的客户：程度、原因和风险金额
cli-risk-example = touchbase risk --min 0.5

# 价值：客户列表的各种视图、小客户、分组、客户看重什么。

view-plan = 计划
view-past = 过去
view-expected = 预期
view-share = 占比
view-rfm = RFM
view-hour = 工时
view-pay = 回款
view-growth = 增长
view-keep = 去留
value-past = 近 12 个月毛利
value-before = 前一年
value-decayed = 按时间折减
value-expected = 今后 12 个月
value-lifetime-12 = 12 个月价值
value-lifetime-36 = 36 个月价值
value-share = 占比
value-accumulated = 累计
value-share-expected = 预期占比
value-marks = RFM
value-recency = 上次下单
value-frequency = 每年
value-amount = 每单
value-hour = 每小时
value-time = 用时
value-contacts = 沟通
value-untimed = 未记时
value-pays = 回款天数
value-open = 未收
value-growth = 增长
value-rising = 成长中
value-orders = 下单
value-advice = 建议
value-reason = 原因
value-decided = 决定
value-range = { $low } 至 { $high }
value-days = { $n } 天
value-days-ago = { $n } 天前
value-orders-of = { $now }，{ $before }
value-is-rising = 成长中

advice-keep = 照常
advice-automate = 只用邮件
advice-let-go = 放手
advice-why-rising = 在成长：毛利比前一年多 { $growth }
advice-why-potential = 您给的潜力是 { $mark } 分（满分 5）
advice-why-fit = 您给的契合度是 { $mark } 分（满分 5）
advice-why-opportunity = 商机“{ $title }”尚未了结
advice-why-case = 先处理完工单 { $no }
advice-why-new = 合作不到一年，为时尚早
advice-why-no-order = { $months } 个月没有下单，也没有进行中的项目
advice-why-never = 从未下单，也没有进行中的项目
advice-why-loss = 在亏钱：12 个月毛利 { $margin }
advice-why-dear-complaints = 每小时毛利 { $hour }（全部客户 { $usual }），12 个月内投诉 { $count } 次
advice-why-dear = 每小时毛利 { $hour }，全部客户是 { $usual }
advice-why-cheap = 每小时毛利 { $hour }，不低于全部客户的 { $usual }
advice-why-small = 占全部毛利的 { $share }；{ $contacts ->
    [0] 邮件就够了
   *[other] 一年沟通 { $contacts } 次，邮件就够了
}
advice-why-fair = 12 个月毛利 { $margin }

facet-industry = 行业
facet-region = 地区
facet-size = 规模
facet-tenure = 合作年限
facet-need = 看重
facet-tier = 客户等级
facet-none = 未填写
facet-years-under = 不满 { $to } 年
facet-years = { $from } 至 { $to } 年
facet-years-over = { $from } 年及以上
facets-title = 客户分布
facets-heads-count = 客户
facets-heads-share = 毛利
facets-heads-risk = 有风险
facets-none = 没有客户。

need-quality = 品质
need-price = 性价比
need-service = 服务
field-need-type = 需求类型
map-field-need_type = 需求类型
map-field-need_why = 依据
refused-empty-need = 请写明客户看重什么
refused-need-why = 请写明依据：没有依据的猜测不算

cli-error-filter-number = “{ $text }”需要一个数字：tenure<3、growth>25%

cli-client-list-view = past、expected、share、rfm、hour、pay、growth 或 keep：换看其他数字，从大到小
cli-client-list-keep-or-drop = 小客户（C 类，或条件指定的客户）的收益、投入和去留建议
cli-client-invest-about = 决定对一位客户投入多少：keep 照常，automate 只用邮件，auto 撤回决定
cli-client-invest-example = touchbase client invest 海川阀门 automate -m "投入大于收益"
cli-client-invest-how = keep、automate 或 auto
cli-arg-need-type = 客户最看重什么：quality 品质、price 性价比、service 服务，或规则里自定的；"" 清除
cli-arg-need-why = 依据（与 --need-type 一起写）
cli-error-need-why-alone = --need-why 要和 --need-type 一起用
cli-error-need = “{ $text }”不是已知的需求类型；可用的有 { $choices }
cli-hour-book = 有用时记录的客户合计，每小时毛利 { $hour }。
cli-hour-untimed = 没记用时的沟通不计在内：算上的话每小时毛利会更低。
cli-lifetime-sum = 客户价值是一个范围，请勿相加：合计不能当作预测。
cli-cost-unknown = 账款没有写成本的，按金额算作毛利。
cli-keep-none = 没有小客户。
cli-keep-how = 用“touchbase client invest 客户 keep|automate -m 理由”或“touchbase client stop 客户 -m 理由”做决定。
cli-column-complaints = 投诉

value-says-expected = 今后 12 个月预期毛利 { $expected }
value-says-lifetime = 客户价值：12 个月 { $year }，36 个月 { $three }
value-says-share = 占全部毛利的 { $share }，RFM { $rfm }
value-says-rising = 成长中：比前一年多 { $growth }
value-says-decided = { $day } 决定：{ $what }（{ $why }）
explain-worth = 价值
explain-worth-past = 近 12 个月毛利 { $margin }，再前 12 个月 { $before }
explain-worth-expected = 今后 12 个月预期 { $expected } = { $orders } 单 × 每单 { $margin }
explain-worth-lifetime = 客户价值：12 个月 { $year }，36 个月 { $three }
explain-worth-hour = 每小时 { $hour }：近 12 个月毛利除以沟通和工单用时 { $time }{ $untimed ->
    [0] {""}
   *[other] ；另有 { $untimed } 次沟通没记用时，不计在内
}
explain-worth-no-minutes = 每小时毛利未知：{ $contacts ->
    [0] 没有用时记录
   *[other] 沟通 { $contacts } 次，都没记用时
}
explain-worth-growth = 比前 12 个月 { $growth }
explain-worth-rising = 比前 12 个月 { $growth }：成长中
brief-need-type = { $need }（{ $why }）

group-view = 视图
do-view-next = 下一视图
do-view-next-help = 按过去毛利、预期、占比、下单、每小时毛利、回款天数、增长查看客户，以及小客户去留
do-view-back = 上一视图
do-view-back-help = 回到前一个视图
do-facets = 分布
do-facets-help = 按行业、地区、规模、合作年限、需求类型和等级统计客户；回车筛选
do-facet-take = 筛选
do-facet-take-help = 显示这一组客户
do-facet-next = 下一项
do-facet-next-help = 换一种统计
do-facet-back = 上一项
do-facet-back-help = 回到前一种统计
do-decide = 去留
do-decide-help = 决定对客户投入多少：照常、只用邮件或放手；会询问理由
do-decide-keep = 照常
do-decide-keep-help = 照常维护这位客户；会询问理由
do-decide-automate = 只用邮件
do-decide-automate-help = 只用邮件维护这位客户；会询问理由
do-decide-stop = 放手
do-decide-stop-help = 停止维护这位客户；会询问理由
do-decide-nothing = 撤回
do-decide-nothing-help = 撤回之前的决定
scope-values = 客户列表
scope-decide = 按 M 之后
scope-facets = 分布
not-on-clients = 这在客户列表里使用：请按 2
pending-decide = { $client }：怎么安排？
line-invest-why = { $client }，{ $what }：为什么
line-let-go-why = { $client }，放手：为什么
example-invest = 每月联系三次，一年只有两单
form-field-need-type = 看重
form-field-need-why = 依据
brief-keep = { $advice }：{ $why }
brief-worth = 价值
value-range-short = { $low }~{ $high }
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
column-stake = 风险金额
column-silent = 无订单
column-orders = 订单
column-contacts = 沟通
column-reason = 原因
risk-days = { $days } 天
risk-one-order = 只有一笔订单，已过 { $days } 天
risk-no-order = { $days } 天没有订单，平时 { $usual } 天
risk-new-sign = 新信号：{ $reason }
risk-until = 到 { $day }：{ $why }
risk-unfolded = 另有 { $count } 位，按风险金额排列
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
list-no-risk-more = 下单比平时晚、有投诉、回应变少或提到竞争对手的客户会列在这里，风险金额大的在前。
brief-risk = 流失风险
brief-stake = 一年预期 { $expected }，风险金额 { $stake }
brief-put-off = 稍后再看，到 { $day }：{ $why }
brief-woken = 曾定到 { $day } 再看：{ $why }
brief-risk-figures = 只看订单 { $alone }，加上信号 { $all }
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
preview-why = 得分 { $score } -> { $then }，排在前面的占比 { $share } -> { $shared }
preview-why-sorted = 原先未分类；得分 { $then }，排在前面的占比 { $shared }
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
cli-preview-counts = 立即：A { $a } -> { $a_then }，B { $b } -> { $b_then }，C { $c } -> { $c_then }。全部建议接受后：A { $a_last }，B { $b_last }，C { $c_last }。
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
explain-risk-orders-engaged = { $count } 笔订单，平均每 { $usual } 天一笔；上一笔在 { $silent } 天前
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
explain-risk-formula = 每笔：自身各单毛利与全体平均 { $mean } 合起来的均值；按月累计，每年折减 10%；范围为 0.7 到 1.3 倍
explain-risk-stake = 风险金额：{ $stake }（风险 x 12 个月预期毛利 { $expected }）
explain-tightened-risk = 联系间隔缩短到 { $share }：风险高
explain-tightened-win-back = 联系间隔缩短到 { $share }：正在挽回
explain-tightened-saved = 联系间隔缩短到 { $share }：已挽回，观察到 { $until }
cli-column-stake = 风险金额
cli-risk-folded = 另有 { $count } 位已折叠；用 touchbase risk --min 0.5 查看全部
cli-risk-put-off = { $client } 到 { $day } 再看：{ $why }
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
do-lose-help = 客户已流失：先选原因，再简单说明；在已流失的客户上则是恢复合作
do-return = 恢复合作
scope-loss = 流失原因
do-loss-take = 选这个原因
do-loss-take-help = 采用这个原因，再简单说明
do-loss-pick = 原因
do-loss-pick-help = 采用这个编号的原因
loss-title = { $client }：为什么流失？
line-lost-why = { $client }，已流失（{ $reason }）：简单说明
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
map-kind-opportunities = 商机
import-rejected-share = { $field }：“{ $value }”不是比例：请写 0.4、40% 或 40
explain-potential = 在谈商机按把握折算：{ $amount }（不计入等级）
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
playbook-cost-alone = 补救 { $cost }
playbook-cost-of = 补救 { $cost }，占今后 12 个月预期毛利的 { $share }
playbook-cost-beside = 补救 { $cost }；今后 12 个月预期毛利 { $expected }
playbook-watched = { $did }；加密的沟通计划保持到 { $day }
playbook-after = { $n ->
    [0] 当天
   *[other] { $n } 天后
}
playbook-after-working = { $n ->
    [0] 当天
   *[other] { $n } 个工作日后
}
playbook-between = ；
playbook-by = 方式：{ $channel }
playbook-asks-reason = 完成时填写原因
playbook-asks-remedy = 完成时填写补救办法和成本
playbook-asks-mark = 完成时填写评分
playbook-template = 模板：{ $template }
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
cli-playbook-start-about = 为客户开始一个流程，其步骤会出现在“今天”
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
    [0] { $count ->
        [1] 流失前 180 天内没有上过名单。
       *[other] 这 { $count } 位在流失前 180 天内都没有上过名单。
    }
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
hindsight-lead = 提前 { $days } 天上名单，在名单上共 { $on } 天
hindsight-lead-long = 提前 { $days } 天以上上名单，在名单上共 { $on } 天
hindsight-lead-never = 从未上过名单
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
hindsight-remedies = 补救花费 { $cost }；此后的毛利 { $kept }。
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
hindsight-told = { $on }：{ $reason }；{ $warning }
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
# 屏幕上的服务流程。

scope-step-mark = 要打分的步骤
scope-ending = 流程结束时
scope-playbook = 在服务流程中
do-win-back = 挽回
do-win-back-help = 开始挽回这位客户：沟通、补救、回访；已在进行时显示流程
do-playbooks = 服务流程
do-playbooks-help = 这位客户进行中的流程，一步一步列出
do-done-step = 完成步骤
do-done-offer = 开始
do-done-run = 挽回还是流失
do-step-score = 评分
do-step-score-help = 客户打的 1 到 5 分；步骤即完成
do-step-unmarked = 没有评分
do-step-unmarked-help = 步骤已完成，对方没有打分
do-step-words = 附文字
do-step-words-help = 评分和对方说的话
do-end-saved = 已挽回
do-end-saved-help = 客户留下了；加密的沟通计划再保持一段时间
do-end-lost = 已流失
do-end-lost-help = 客户已离开；会询问原因
do-end-stopped = 中止
do-end-stopped-help = 流程到此为止；会询问原因
do-play-done = 完成步骤
do-play-done-help = 选中的步骤已完成；需要填写的会先询问
do-play-skip = 跳过
do-play-skip-help = 跳过选中的步骤，要写明原因
do-play-end = 结束
do-play-end-help = 结束流程：已挽回、已流失或中止
do-play-draft = 草稿
do-play-draft-help = 用模板给这位客户写消息
do-play-turn = 下一个
do-play-turn-help = 这位客户的另一个流程
pending-step-mark = { $client }：满意程度 1 到 5 分？x：没有评分，; 附文字
pending-ending = { $client }：已挽回还是已流失？
pending-ending-marked = { $client } 打了 { $mark } 分（满分 5 分）：已挽回、已流失，还是中止？
pending-stop = 中止 { $client } 的流程？x
line-step-reason = { $client } 不满的原因
line-step-remedy = 给 { $client } 的补救，= 后写成本；今后 12 个月预期毛利 { $expected }
line-step-remedy-only = 给 { $client } 的补救，= 后写成本
line-step-mark = { $client }：1 到 5 分，以及对方说的话
line-step-skip = { $client }：为什么跳过这一步？
line-decline = 为什么 { $client } 不需要？
line-stop-run = { $client }：为什么中止？可以不填
line-no-mark = 开头要写 1 到 5 分
example-reason = 两次交货都晚了，也没有人告诉他们
example-remedy = 免费重印，换一位对接人 =2000
example-mark = 4 对重印很满意
part-remedy = 补救：{ $value }
part-cost = 成本：{ $cost }
part-cost-of = 成本：{ $cost }，预期 { $expected }
part-no-cost = 没有写成本
line-no-cost = 没有读出成本；请写 =200
part-mark = 评分：{ $mark } / 5
toast-step-done = { $client }，步骤完成；下一步 { $due }：{ $step }
toast-back-on-list = { $did }，已回到名单
toast-step-no-cost = { $client }，步骤完成，没有记成本；下一步 { $due }：{ $step }
toast-step-low-mark = { $client }：{ $mark } 分，低于 4 分，请回到补救办法；按 { $key } 看各步骤
toast-step-left-out = { $client }，已跳过；下一步 { $due }：{ $step }
toast-playbook-begun = 已开始“{ $title }”，{ $client }；下一步 { $due }：{ $step }
playbook-tightens = 流程进行期间，计划中的电话会提前。
playbook-expected = 今后 12 个月预期毛利 { $expected }
playbook-standing = 第 { $no } 步，共 { $of } 步，{ $due } 到期
playbook-left-out = 已跳过：{ $note }
playbook-came-of-it = 结果：{ $note }
brief-playbook = 流程
brief-running = { $title }：{ $stands }
brief-tightened-risk = 因风险高而提前
brief-tightened-win-back = 挽回期间提前
brief-tightened-saved = 挽回之后，{ $day } 前提前
not-a-playbook = 没有流程“{ $playbook }”
not-running = { $client } 没有进行中的流程
not-offered = 目前没有建议给 { $client } 的流程
not-another-playbook = 没有别的流程
manual-playbooks = 服务流程
cli-show-playbooks = 服务流程

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

# 规则所需的因素尚未填写
preset-gap = { $factor }（{ $count } 位）
preset-gap-and = { $first }、{ $second }
preset-gaps = 尚未填写的因素：{ $list }，共 { $all } 位客户
toast-and-gaps = { $did }；{ $gaps }

# 参考意义不大的数字
value-rough = ~{ $money }
value-little-time = 记时太少
cli-expected-rough = ~ 为粗略估计：不足 3 单，主要取自全部客户的平均。
facets-put-off = { $count } + 推迟 { $off }
