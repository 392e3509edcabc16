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

explain-value-expected = 预期毛利预期毛利 { $value }，占 { $total } 的 { $share }；权重 { $weight }

cli-risk-about = 可能流失的客户：程度、原因和所涉金额
cli-risk-example = touchbase risk --min 0.5

# 价值：客户列表的各种视图、小客户、分组、客户看重什么。

view-plan = 计划
view-past = 已有
view-expected = 预期
view-share = 占比
view-rfm = RFM
view-hour = 工时
view-pay = 回款
view-growth = 增长
view-keep = 去留
value-past = 近 12 个月
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
explain-worth-range = 每个预期订单 × 每单毛利，越晚的月份按每年 10% 折减；范围是其 0.7 至 1.3 倍
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
do-view-next-help = 按已有毛利、预期、占比、下单、每小时毛利、回款天数、增长查看客户，以及小客户去留
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
