# 工单：投诉、咨询、技术支持、建议、客户间冲突。

tab-complaints = 投诉
kind-complaint = 工单
what-complaint = 工单

case-kind-complaint = 投诉
case-kind-enquiry = 咨询
case-kind-support = 技术支持
case-kind-suggestion = 建议
case-kind-conflict = 客户间冲突

case-status-registered = 还没有人回应
case-status-acknowledged = 已回应
case-status-proposed = 已提方案
case-status-rejected = 方案被拒
case-status-resolved = 已解决
case-status-followed-up = 已回访
case-status-closed = 已关闭

case-event-acknowledge = 已回应
case-event-attempt = 没联系上
case-event-note = 备注
case-event-waiting = 等对方
case-event-resume = 对方已回复
case-event-propose = 提出方案
case-event-reject = 对方不接受
case-event-resolve = 已解决
case-event-follow-up = 已回访
case-event-close = 关闭
case-event-reopen = 重新打开

cause-quality = 产品质量
cause-attitude = 服务态度
cause-communication = 沟通不畅
cause-delivery = 交付
cause-price = 价格
cause-other = 其他

heading-answer = 待处理
heading-waiting = 等对方
heading-follow-up = 待回访
heading-improve = 改进，避免再发生
cases-closed = 已关闭 { $count } 单
list-no-cases = 没有未结的工单。在客户上按 ! 登记一条。

when-case-late = 超时{ $span }
when-case-left = 剩{ $span }
when-case-open = 处理中
when-case-waiting = 等{ $span }
when-case-offered = 已提{ $span }
when-case-ask-today = 今天回访
when-case-mark = 待评分
when-case-closed = { $day }

reason-case-answer = { $text }；还没有人回应
reason-case-tried = { $text }；试了 { $n } 次，没联系上
reason-case-solve = { $text }；等您给出方案
reason-case-refused = { $text }；拒绝了 { $n } 个方案，再想一个
reason-case-waiting = { $text }；{ $at } 起等对方
reason-case-offered = { $text }；{ $at } 提了方案，等对方决定
reason-case-follow-up = { $text }；{ $at } 解决，回访是否满意
reason-case-close = { $text }；已回访，评分后关闭
reason-improvement = { $text }（针对：{ $cause }）
reason-improvement-returned = { $text }：{ $cause }在工单 { $no } 中又出现了

# 做了什么
did-open-complaint = 已登记投诉 { $no }：{ $client }
did-open-enquiry = 已登记咨询 { $no }：{ $client }
did-open-support = 已登记技术支持 { $no }：{ $client }
did-open-suggestion = 已登记建议 { $no }：{ $client }
did-open-conflict = 已登记客户间冲突 { $no }：{ $client }
did-edit-complaint = 已修改工单 { $no }：{ $client }{ $named ->
    [1] ，{ $what }
   *[other] {""}
}
did-case-acknowledge = 已回应工单 { $no }：{ $client }
did-case-attempt = 没联系上 { $client }，工单 { $no } 仍在计时
did-case-note = 已在工单 { $no } 加备注：{ $client }
did-case-waiting = 等 { $client } 回复，工单 { $no } 暂停计时
did-case-resume = { $client } 已回复，工单 { $no } 继续计时
did-case-propose = 工单 { $no } 已提出方案：{ $client }
did-case-reject = { $client } 不接受方案，工单 { $no }
did-case-resolve = 工单 { $no } 已解决：{ $client }
did-case-follow-up = 工单 { $no } 已回访：{ $client }
did-case-close = 工单 { $no } 已关闭，联系不上 { $client } 评分
did-case-close-marked = 工单 { $no } 已关闭，{ $client } 评 { $score } 分（满分 5）
did-case-reopen = 工单 { $no } 已重新打开：{ $client }
did-case-correct = 已更正工单 { $no } 的记录：{ $client }
did-add-evidence = 已给工单 { $no } 添加证据：{ $client }
did-remove-evidence = 已移除工单 { $no } 的证据：{ $client }
did-add-improvement = 已记下改进措施{ $named ->
    [1] ：{ $what }
   *[other] {""}
}
did-edit-improvement = 已修改改进措施{ $named ->
    [1] ：{ $what }
   *[other] {""}
}
did-done-improvement = 改进措施已完成{ $named ->
    [1] ：{ $what }
   *[other] {""}
}

fact-complaint = 工单
fact-complaint-event = 工单记录
fact-evidence = 证据
fact-improvement = 改进措施
field-complex = 复杂程度
field-opened = 提出时间
field-demand = 诉求
field-cause = 原因
field-mediator = 调解人
field-other-side = 另一方
field-remedy = 补救费用
field-owner = 负责人

# 不能做的
case-closed = 工单 { $no } 已关闭：请先重新打开
case-settled = 工单 { $no } 已解决：可以回访、关闭或重新打开
case-unsettled = 工单 { $no } 还没有解决：请先解决
case-waiting-already = 工单 { $no } 已经在等对方：请先恢复
case-not-waiting = 工单 { $no } 没有在等对方
case-not-proposed = 工单 { $no } 还没有提出方案：请先提出方案
case-open-already = 工单 { $no } 还没有结束，不用重新打开
case-unrated = 工单 { $no } 关闭前需要 1 到 5 的评分，或“unreachable”（联系不上）
refused-no-complaint = 没有这个工单；用 touchbase complaint list 查看
refused-no-evidence = 没有这条证据；用 touchbase complaint show 编号 查看
refused-no-improvement = 没有这条改进措施；用 touchbase improvement list 查看
refused-case-ahead = { $at } 还没到：工单只记已经发生的事
refused-before-opened = 工单 { $no } 是 { $opened } 提出的：之前不会有记录
refused-promised = 承诺的时间必须晚于作出承诺的时间
refused-rating = 只有回访或关闭时可以评分
refused-corrected = 工单 { $no } 没有这条记录，或它已被更正
refused-opened-late = 工单的记录早于这个时间
refused-remedy = 补救费用不能为负
refused-empty-path = 路径是空的
refused-evidence = 证据需要文件大小和 64 位十六进制的 SHA-256
refused-no-cause = 原因是空的
refused-snooze-case = 工单不能推后：等对方时用 waiting
refused-no-item = 没有这个事项
policy-causes = 必须是 1 到 { $most } 条、每条不超过 { $length } 个字的文字列表，如 ["quality", "delivery"]
policy-limit = 必须是时长和计时方式，如 "2h business"、"24h calendar"、"1d business"
policy-case-kind = 必须是 complaint、enquiry、support、suggestion 或 conflict
policy-tier = 必须是 A、B 或 C

# 按键
scope-case = 工单
scope-case-mark = 在工单上按 s 之后
do-propose = 提方案
do-propose-help = 提出解决方案；写了日期就是承诺的时间
do-refused = 不接受
do-refused-help = 对方不接受方案；继续计时
do-case-waiting = 等对方
do-case-waiting-help = 等对方先做一件事，暂停计时；再按一次：对方已回复
do-case-resume = 对方已回复
do-fixed = 已解决
do-fixed-help = 问题已解决；3 个工作日后回访
do-reopen = 重新打开
do-reopen-help = 问题又出现了
do-draft = 草稿
do-draft-help = 这一步的话术模板，可以复制
do-new-complaint = 投诉
do-new-complaint-help = 用一行字登记这个客户的工单
do-new-case-note = 工单备注
do-new-case-note-help = 在工单记录里加备注
do-new-evidence = 证据
do-new-evidence-help = 添加证明情况的文件和它的哈希值
do-complaints = 投诉
do-complaints-help = 按所等的事列出工单
do-causes = 原因分析
do-causes-help = 工单的原因、服务指标和改进措施
do-mark-score = 评分
do-mark-score-help = 对方评 1 到 5 分，关闭工单
do-mark-unreachable = 联系不上
do-mark-unreachable-help = 联系不上对方评分；关闭工单
do-case-mark = 评分关闭
do-done-case-answer = 已回应（{ $channel }）
do-done-case-propose = 提方案
do-done-case-resolve = 同意，已解决
do-done-case-follow-up = 回访评分
do-done-case-close = 关闭
do-done-case-reopen = 重新打开
do-done-case-resume = 对方已回复
pending-case-mark = 工单 { $no }，{ $client }：满意程度 1 到 5 分？x：联系不上

line-complaint = { $client } 说
line-case-propose = 工单 { $no }：提什么方案？
line-case-reject = 工单 { $no }：对方怎么说？
line-case-resolve = 工单 { $no }：怎么解决的？
line-case-reopen = 工单 { $no }：为什么重开？
line-case-note = 工单 { $no } 的备注
example-complaint = 印刷第三次出错 #交付 @周五 17:34；也可 #咨询 #技术支持 #建议，!! 表示复杂
example-case-propose = 周五前免费重印
example-case-words = 直接按 Enter 也可以
part-case-kind = 类型：{ $value }
part-case-complex = 复杂问题
part-case-cause = 原因：{ $value }
part-case-channel = 方式：{ $value }
part-case-text = 内容：{ $value }
part-promised = 承诺：{ $value }

not-a-case = 没有选中工单
not-a-case-waits = 工单不能推后；按 b 表示等对方
not-without-words = 工单 { $no } 的下一步需要写几个字

# 工单详情、工单行和改进措施行
span-minutes = { $n }分
span-clock = { $hours }:{ $minutes }
span-hours = { $n }小时
watch-hours = { $n } 小时
watch-days = { $n } 天
what-improve = 改进
case-parts = ；
case-watch = 对方已等 { $span }，{ $at }起
case-clock-by = 限 { $at } 前，剩 { $span }
case-clock-late = 超时 { $span }，时限是 { $at }
case-clock-still = 暂停计时，剩 { $span }
case-clock-still-late = 暂停计时，超时 { $span }
case-limit = 时限 { $limit }{ $clock ->
    [business] （工作时间）
   *[calendar] （含夜间和周末）
}
case-broken-before = 重新打开之前已经超时
case-answered = 用时 { $spent }回应（时限 { $limit }）
case-answered-in-time = 按时回应，用时 { $spent }（时限 { $limit }）
case-answered-late = 超时回应：用时 { $spent }（时限 { $limit }）
case-solved = 用时 { $spent }给出方案（时限 { $limit }）
case-solved-in-time = 按时给出方案，用时 { $spent }（时限 { $limit }）
case-solved-late = 超时给出方案：用时 { $spent }（时限 { $limit }）
case-taken-over = 没有计时：工单由名单导入
case-you-wait = { $at }起等对方，暂停计时
case-heard = 您上次回复：{ $at }
case-tried = 之后试了 { $n } 次，没联系上
case-offered = { $at } 提了方案，等对方决定
case-refusals = 对方拒绝了 { $n } 个方案
case-reopened = 重新打开 { $n } 次
case-promised = 承诺 { $at } 前完成
case-promised-late = 承诺 { $at } 前完成，已过期
case-no-demand = 对方想要什么？{ $key }
case-no-evidence = 还没有证据：{ $key }
case-no-mediator = 还没有调解人：{ $key }
case-no-cause = 为什么会发生？{ $key }
case-no-mark = 已回访，还没有评分：{ $key }
case-mark-bad = 对方不满意：{ $key } 重新打开
case-ask = { $day }回访
case-ask-today = 今天回访
case-ask-late = 应在 { $day }回访
case-ask-later = 解决之后
case-mark = { $mark } 分（满分 5）
case-unreachable = 联系不上，没有评分
case-closed-on = { $day }关闭
case-cause = 原因：{ $cause }
case-remedy = 补救费用 { $amount }
case-other-side = 另一方：{ $client }
case-mediator = 调解人：{ $name }
case-corrected = 已更正
case-without-effect = 不起作用
case-earlier = 更早的 { $n } 条：touchbase complaint show { $no }
stage-answer = 响应
stage-settle = 处理
stage-report = 反馈
stage-learn = 改进
case-block-wait = 等待
case-block-answer = 及时响应
case-block-settle = 公正处理
case-block-report = 主动反馈
case-block-learn = 总结改进
case-block-next = 下一步
case-block-said = 对方说
case-block-wants = 诉求
case-block-with = 相关方
case-block-evidence = 证据
case-block-log = 经过
evidence-gone = ! 文件不见了
evidence-changed = ! 添加之后被改过
evidence-same-size = 大小相同
evidence-size = { $size } { $unit }
improvement-nobody = 未指定
improvement-no-day = 未定日期
improvement-title = 避免再发生
improvement-what = 措施
improvement-cause = 原因
improvement-owner = 负责人
improvement-due = 期限
improvement-done = 完成
improvement-back = 再次出现
improvement-case = #{ $no } { $client }：{ $text }
brief-cases = 工单
brief-case = #{ $no } { $kind }，{ $when }：{ $text }
brief-case-closed = #{ $no } { $day }关闭
