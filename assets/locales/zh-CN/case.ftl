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

reason-case-answer = “{ $text }”；还没有人回应
reason-case-tried = “{ $text }”；试了 { $n } 次，没联系上
reason-case-solve = “{ $text }”；等您给出方案
reason-case-refused = “{ $text }”；拒绝了 { $n } 个方案，再想一个
reason-case-waiting = “{ $text }”；{ $at } 起等对方
reason-case-offered = “{ $text }”；{ $at } 提了方案，等对方决定
reason-case-follow-up = “{ $text }”；{ $at } 解决，回访是否满意
reason-case-close = “{ $text }”；已回访，评分后关闭
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

# 命令行上的工单
did-case-close-asked = 工单 { $no } 已关闭：{ $client }
cli-complaint-about = 工单：投诉、咨询、技术支持、建议、客户间冲突，从第一句话到回访
cli-complaint-example = touchbase complaint open 绿叶科技 -m "印刷第三次出错" --at "周五 17:34" --cause 产品质量
cli-complaint-open-about = 登记工单，并说明最迟何时回应
cli-complaint-open-example =
    touchbase complaint open 绿叶科技 -m "印刷第三次出错" --at "周五 17:34" --cause 产品质量
    touchbase complaint open 清荷水疗 -m "双方争广告语" --with 绿叶科技 --mediator 贝女士
cli-complaint-open-text = 对方说了什么；必填
cli-complaint-open-at = 对方提出的时刻（默认现在）
cli-complaint-open-kind = complaint 投诉（默认）、enquiry 咨询、support 技术支持、suggestion 建议、conflict 客户间冲突
cli-complaint-open-cause = 原因，规则里列出的一种：产品质量、服务态度、沟通不畅、交付、价格、其他（或其英文代码）
cli-complaint-open-complex = 复杂问题：规则可以给它另外的时限
cli-complaint-open-channel = 对方通过什么渠道提出
cli-complaint-open-demand = 对方的诉求
cli-complaint-open-with = 冲突的另一方；此后双方页面都会提醒
cli-complaint-open-mediator = 中立的第三方调解人
cli-arg-no = 工单编号，31 或 #31；只有一张未关闭时也可写客户
cli-complaint-event-about = 在工单里记一笔，并说明下一步
cli-complaint-event-example =
    touchbase complaint event 1 acknowledge -m "已致歉，正在查" --channel 电话 --promise "周五 18:00"
    touchbase complaint event 1 close --score 5
cli-complaint-event-kind = acknowledge 回应、attempt 没联系上、note 备注、waiting 等对方、resume 对方已回复、propose 提方案、reject 对方不接受、resolve 解决、follow-up 回访、close 关闭、reopen 重新打开
cli-complaint-event-text = 说了什么
cli-complaint-event-at = 发生的时刻（默认现在）
cli-complaint-event-score = 回访或关闭时对方的评分
cli-complaint-event-channel = 通过什么渠道沟通；同时记一次沟通
cli-complaint-event-promise = 承诺的完成时间；只写日期指当天下班前
cli-complaint-event-corrects = 更正记录里的这一条（complaint show 中的序号）；没写的部分保持不变
cli-complaint-edit-about = 修改工单资料；写 - 清空
cli-complaint-edit-example = touchbase complaint edit 1 --cause 交付 --demand "免费重印" --remedy 300
cli-complaint-edit-text = 对方说了什么
cli-complaint-edit-kind = complaint 投诉、enquiry 咨询、support 技术支持、suggestion 建议、conflict 客户间冲突
cli-complaint-edit-complex = 是否复杂问题：是或否（yes、no）
cli-complaint-edit-cause = 原因，规则里列出的一种
cli-complaint-edit-demand = 对方的诉求
cli-complaint-edit-with = 冲突的另一方
cli-complaint-edit-mediator = 中立的第三方调解人
cli-complaint-edit-remedy = 补救费用
cli-complaint-edit-at = 对方提出的时刻；不能晚于第一条记录
cli-complaint-edit-channel = 对方通过什么渠道提出
cli-complaint-evidence-about = 记下证明情况的文件及其大小和 SHA-256；文件留在原处
cli-complaint-evidence-example =
    touchbase complaint evidence 1 ~/照片/样张.jpg -m "第 3 页"
    touchbase complaint evidence 1 --remove 1
cli-complaint-evidence-file = 文件
cli-complaint-evidence-remove = 从工单移除这一条（complaint show 中的序号）
cli-complaint-list-about = 未关闭的工单，最急的在前
cli-complaint-list-example = touchbase complaint list --all --kind 咨询
cli-complaint-list-all = 连同已关闭的
cli-complaint-list-client = 只看这个客户
cli-complaint-list-kind = complaint 投诉、enquiry 咨询、support 技术支持、suggestion 建议、conflict 客户间冲突
cli-complaint-list-cause = 规则里列出的一种原因
cli-complaint-show-about = 一张工单：阶段、时限、资料、证据、记录
cli-complaint-show-example = touchbase complaint show 1 --format md > 工单1.md
cli-complaint-show-format = text（默认），或 md：Markdown 书面记录
cli-complaint-none = 没有工单。
cli-case-then = { $done }；{ $next }
cli-show-cases = 工单
cli-column-clock = 时限
cli-column-case = 编号
cli-column-stage = 阶段
cli-column-case-text = 内容
cli-error-no-case = 没有工单“{ $text }”；用 touchbase complaint list --all 查看
cli-error-no-case-event = 工单 { $no } 没有第 { $n } 条记录；用 touchbase complaint show { $no } 查看
cli-error-no-evidence = 工单 { $no } 没有第 { $n } 条证据；用 touchbase complaint show { $no } 查看
cli-error-case-text = 对方说了什么？请加上 -m "内容"
cli-error-cause = “{ $text }”不是规则里的原因；可用的有 { $choices }
cli-error-not-conflict = --with 是冲突的另一方：请用 --kind conflict
cli-error-evidence = 请写文件路径，或用 --remove 序号 移除一条
why-not-there = 文件不存在

cli-also-case-kind-enquiry = 询问 问题
cli-also-case-kind-support = 支持 售后
cli-also-case-kind-suggestion = 意见
cli-also-case-kind-conflict = 冲突 纠纷
cli-also-case-event-acknowledge = 回应 答复 回复客户
cli-also-case-event-attempt = 联系不上 未接
cli-also-case-event-waiting = 等待 等客户
cli-also-case-event-resume = 恢复 继续
cli-also-case-event-propose = 提方案 方案
cli-also-case-event-reject = 不接受 拒绝
cli-also-case-event-resolve = 解决 处理好
cli-also-case-event-follow-up = 回访
cli-also-case-event-close = 已关闭 结案
cli-case-next-answer = 请在 { $due } 前回应，剩{ $span }
cli-case-next-answer-late = 请立即回应：应在 { $due } 前，已超时{ $span }
cli-case-next-both = { $answer }；{ $due } 前给出方案
cli-case-next-solve = 请在 { $due } 前提出方案，剩{ $span }
cli-case-next-solve-late = 请立即提出方案：应在 { $due } 前，已超时{ $span }
cli-case-next-again = 请在 { $due } 前另提方案，剩{ $span }
cli-case-next-again-late = 请立即另提方案：应在 { $due } 前，已超时{ $span }
cli-case-next-open = 请继续处理；时限未知
cli-case-next-waiting = 对方回复后用 resume
cli-case-next-offered = 等对方决定：解决后用 resolve，不接受用 reject
cli-case-next-follow-up = { $day } 回访是否满意：follow-up
cli-case-next-close = 评分后关闭：close --score 1-5，联系不上用 close --score unreachable
cli-case-low-mark = 对方不满意：touchbase complaint event { $no } reopen -m 原因，可以重新打开工单。
cli-case-stage-waiting = { $status }，{ $at } 起等对方
cli-case-limit-minutes = { $n } 分钟
cli-case-limit-hours = { $n } 小时
cli-case-limit-days = { $n } 天
cli-case-limit-business = { $span }（工作时间）
cli-case-limit-calendar = { $span }
cli-case-clock-unknown = 未知：从名单导入
cli-case-clock-kept = 按时，{ $at }
cli-case-clock-broken = 超时{ $span }，{ $at }
cli-case-clock-broken-before = 之前一轮已超时；{ $at }
cli-case-clock-left = 剩{ $span }
cli-case-clock-left-before = 之前一轮已超时；剩{ $span }
cli-case-clock-late = 超时{ $span }
cli-case-clock-paused = 暂停计时，剩{ $span }
cli-case-clock-paused-late = 暂停计时，已超时{ $span }
cli-case-due = { $at } 前
cli-case-first = 首次响应
cli-case-solution = 解决方案
cli-case-promised = 承诺时间
cli-case-wait = 对方已等
cli-case-wait-since = { $span }，自 { $at } 起
cli-case-follow-up = 回访
cli-case-opened = 提出时间
cli-case-demand = 诉求
cli-case-person = 提出人
cli-case-channel = 提出渠道
cli-case-complex = 复杂问题
cli-case-yes = 是
cli-case-cause = 原因
cli-case-other-side = 另一方
cli-case-mediator = 调解人
cli-case-tier = 登记时的客户等级
cli-case-agreed = 约定答复时限
cli-case-remedy = 补救费用
cli-case-refused = 被拒方案数
cli-case-reopened = 重新打开次数
cli-case-marked = 评分
cli-case-mark = { $score } 分（满分 5）
cli-case-mark-unreachable = 联系不上，无评分
cli-case-rounds = 拒绝过 { $n } 个方案
cli-case-bytes = { $n } 字节
cli-case-evidence-same = 未变
cli-case-evidence-changed = 已被改动
cli-case-evidence-gone = 已移走或删除
cli-case-evidence-same-size = 大小相同
cli-case-section-clocks = 时限
cli-case-section-facts = 资料
cli-case-section-evidence = 证据
cli-case-section-log = 记录
cli-case-section-said = 对方说
cli-case-section-demand = 对方的诉求
cli-case-section-negotiation = 协商经过
cli-case-section-outcome = 处理结果
cli-case-log-and = ，
cli-case-log-none = 还没有记录。
cli-case-log-promised = 承诺 { $at } 前
cli-case-log-corrected = 已由第 { $n } 条更正
cli-case-log-corrected-later = 后来已更正
cli-case-log-in-place = 更正第 { $n } 条
cli-case-log-idle = 与当时的阶段不符，不起作用
cli-case-undecided = 对方尚未决定
cli-case-client = 客户
cli-case-kind = 类型
cli-case-stage = 阶段
cli-case-number = 编号
cli-case-column-clock = 时限
cli-case-column-limit = 期限
cli-case-column-due = 最迟
cli-case-column-state = 情况
cli-case-column-n = 序号
cli-case-column-when = 时间
cli-case-column-what = 事项
cli-case-column-how = 方式
cli-case-column-words = 内容
cli-case-column-offer = 方案
cli-case-column-answer = 答复
cli-case-column-file = 文件
cli-case-column-bytes = 字节
cli-case-column-sha256 = SHA-256
cli-case-column-added = 添加时间
cli-case-column-note = 备注
cli-case-record-title = 工单 { $no }（{ $kind }）：{ $client }
cli-case-record-as-of = 截至 { $at }，时区 { $zone }。
cli-case-record-resolved = 解决
cli-case-record-reopened = 重新打开
cli-case-record-closed = 关闭
cli-case-record-open = 尚未关闭
cli-case-record-pair = { $name }：{ $text }
cli-case-next-both-late = { $answer }；方案应在 { $due } 前给出
