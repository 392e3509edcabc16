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
refused-not-conflict = 只有冲突才有另一方：请把类型改为冲突，或将另一方留空
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
do-propose-help = 提出解决方案；@周五 是承诺的时间
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
do-draft-help = 用模板给这个客户写消息：工单这一步的话术，或服务说明
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
line-case-propose = { $no }：提什么方案？
line-case-reject = { $no }：对方怎么说？
line-case-resolve = { $no }：怎么解决的？
line-case-reopen = { $no }：为什么重开？
line-case-note = { $no }：备注
example-complaint = 印刷第三次出错 #交付 @周五 17:34；也可 #咨询 #技术支持 #建议，!! 表示复杂
example-case-propose = 免费重印 @周五 表示承诺周五前完成
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

# 一步之后
toast-case-next = { $did }；{ $next }
toast-case-answer-by = { $at } 前回应
toast-case-solve = { $at } 前给出方案
toast-case-follow-up = { $day } 回访
ask-reopen = 工单 { $no } 只得 { $score } 分（满分 5）。重新打开吗？
# Refusals of the log
refused-promise-kind = 承诺的时间只能在回应、提出方案、对方不接受、等对方、对方已回复或重新打开时填写
# 导入、导出与到点提醒
map-kind-complaints = 工单
map-field-complaints-kind = 工单类型
map-field-complaints-status = 处理状态
map-field-opened = 提出日期或时间
map-field-text = 内容
map-field-cause = 原因
map-field-demand = 诉求
import-note-case-days = { $count } 条工单只有日期没有时间：按当天开始营业的时间计
import-note-case-open = { $count } 条工单没有说明处理状态：按未回应导入；可加一列状态（已关闭、已解决）
# 工单、证据和工单记录的表单
form-title-case = { $client } 的工单 { $no }
form-title-case-event = { $client } 的工单 { $no } 的一条记录
form-title-improvement = 改进措施
form-title-new-improvement = 新的改进措施
form-field-complex = 复杂程度
form-case-simple = 一般
form-case-complex = 复杂
form-field-opened = 提出时间
form-field-about = 内容
form-field-demand = 诉求
form-field-cause = 原因
form-field-other-side = 另一方
form-field-mediator = 调解人
form-field-remedy = 补救费用
form-field-evidence = 证据
form-field-happened = 事项
form-field-said = 说明
form-field-mark = 评分
form-field-promised = 承诺时间
form-mark-unreachable = 联系不上
form-mark-none = 无评分
form-no-cause = 需要原因
evidence-same = { $name }，{ $size }，{ $added } 起
evidence-changed = { $name } 已被改动，原为 { $size }
evidence-gone = { $name } 已不在原处，{ $size }
evidence-remove = 移除 { $name }
line-evidence = 工单 { $no } 的证据：哪个文件？
example-evidence = ~/图片/印错.jpg；文件留在原处
evidence-missing = 没有这个文件：{ $path }
evidence-folder = { $path } 是文件夹：请写出其中的文件
evidence-no-file = { $path } 不是普通文件
evidence-no-text = { $path } 的文件名不是可保存的文字：请先给文件改名
evidence-unread = 无法读取 { $path }：{ $why }
do-new-improvement = 改进措施
do-new-improvement-help = 记下避免同一原因再发生的措施

# 时间线里的工单
timeline-cases = 工单
timeline-case = 登记{ $kind } { $no }
timeline-case-event = 工单 { $no } { $what }{ $mark ->
    [marked] ，评 { $score } 分（满分 5）
    [unreachable] ，联系不上，无评分
   *[other] {""}
}{ $has-promise ->
    [1] ，承诺 { $promised }
   *[other] {""}
}
page-case = 登记{ $kind }
page-case-event = { $what }{ $mark ->
    [marked] ，评 { $score } 分（满分 5）
    [unreachable] ，联系不上，无评分
   *[other] {""}
}{ $has-promise ->
    [1] ，承诺 { $promised }
   *[other] {""}
}
page-kind-case = 工单 { $no }
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
cli-error-cause = “{ $text }”不是已知的原因；可用的有 { $choices }
cli-error-not-conflict = --with 是冲突的另一方：请用 --kind conflict
cli-error-evidence = 请写文件路径，或用 --remove 序号 移除一条

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
cli-case-next-answer = 请在 { $due } 前回应，剩 { $span }
cli-case-next-answer-late = 请立即回应：应在 { $due } 前，已超时 { $span }
cli-case-next-both = { $answer }；{ $due } 前给出方案
cli-case-next-solve = 请在 { $due } 前提出方案，剩 { $span }
cli-case-next-solve-late = 请立即提出方案：应在 { $due } 前，已超时 { $span }
cli-case-next-again = 请在 { $due } 前另提方案，剩 { $span }
cli-case-next-again-late = 请立即另提方案：应在 { $due } 前，已超时 { $span }
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
cli-case-clock-broken = 超时 { $span }，{ $at }
cli-case-clock-broken-before = 之前一轮已超时；{ $at }
cli-case-clock-left = 剩 { $span }
cli-case-clock-left-before = 之前一轮已超时；剩 { $span }
cli-case-clock-late = 超时 { $span }
cli-case-clock-paused = 暂停计时，剩 { $span }
cli-case-clock-paused-late = 暂停计时，已超时 { $span }
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
# 原因、指标、改进措施
period-span = { $first } 至 { $last }，共 { $days } 天。
period-all = 截至 { $last } 的全部记录。
period-unfinished = 这个时段还没结束，还剩 { $days } 天。
causes-unnamed = 未注明
causes-counted = 统计范围：{ $kinds }。
causes-none = 这个时段没有工单。
causes-total = 合计
low-marks-title = 低分原因：{ $count } 次评分中有 { $low } 次低分（NPS 不超过 6，CSAT 不超过 2）
low-marks-unsaid = 没有说明原因
figure-none = 没有工单
figure-nothing = 没有花费
figure-number = { $n }
figure-of-clients = { $part } 单，{ $count } 个客户
figure-of-cases = { $part } / { $count }
figure-of-marks = { $count } 次评分
figure-of-offers = { $count } 单中 { $part } 次
figure-of-count = { $count } 单
figure-rate-counts = 投诉率只统计：{ $kinds }。
figure-rows = 工单 { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 单
}
figure-left-out = 有 { $count } 单是从清单接手的，没有计时，未计入。
figure-complaint-rate = 投诉率
figure-complaint-rate-means = 时段内提出的投诉和客户间冲突（或所选类型）数，除以时段末合作中的客户数。
figure-first-in-time = 首次回应及时率
figure-first-in-time-means = 时段内提出且首次回应已有结果的工单中，没有超时的比例；超时仍未回应也算有结果。
figure-solution-in-time = 解决及时率
figure-solution-in-time-means = 时段内提出且解决已有结果的工单中，没有超时的比例；以前的轮次超过时，就一直算超时。
figure-response-median = 回应时间中位数
figure-response-median-means = 到首次回应所用时间的中位数，按该时限自己的计时方式，扣除暂停：一半工单不超过它（最近秩法，是实际测得的时间）。
figure-response-p90 = 回应时间 90%
figure-response-p90-means = 十次首次回应中九次不超过这个时间，按该时限自己的计时方式，扣除暂停（最近秩法）。
figure-wait-median = 客户等待中位数
figure-wait-median-means = 客户自己等到首次回应的时间的中位数，夜间、周末和暂停都算在内（最近秩法）。
figure-wait-p90 = 客户等待 90%
figure-wait-p90-means = 十个客户中九个等到首次回应不超过这个时间，夜间、周末和暂停都算在内（最近秩法）。
figure-satisfaction = 处理满意度
figure-satisfaction-means = 时段内回访和关闭时 1 到 5 分评分的平均值；每一轮处理只算最新一次。
figure-content = 满意（4 分和 5 分）
figure-content-means = 这些评分中 4 分和 5 分的比例。
figure-unreachable = 联系不上评分
figure-unreachable-means = 时段内回访或关闭的轮次中，联系不上客户的比例；它们不计入评分。
figure-remedy-cost = 补救费用
figure-remedy-cost-means = 解决时段内提出的工单所花的费用，各币种分开计。
figure-remedy-per-case = 每单补救费用
figure-remedy-per-case-means = 上述费用平均到时段内提出的每一单，没有花费的也算在内。
figure-reopened = 重开率
figure-reopened-means = 时段内提出并解决过的工单中，又重新打开的比例。
figure-rounds = 每单被拒方案数
figure-rounds-means = 时段内提出且提过方案的工单，平均每单被客户拒绝的方案数。
learned-open = 进行中
learned-done = { $day } 完成
learned-returned = 又出现：工单 { $no }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 单
}
cli-complaint-causes-about = 工单的原因，最常见的在前；加 --kpi 看处理得怎么样
cli-complaint-causes-example =
    touchbase complaint causes --period 2026-11
    touchbase complaint causes --cause delivery
    touchbase complaint causes --kpi --period 90d
cli-complaint-causes-period = 90d（默认）、12w、6mo、2026-11、2026-Q3、2026 或 all；与前一个时段比较
cli-complaint-causes-kind = complaint、enquiry、support、suggestion、conflict 或 all（默认 complaint 和 conflict）；可重复
cli-complaint-causes-cause = 列出这个原因的工单；none 是未注明原因的
cli-complaint-causes-kpi = 改为显示服务指标
cli-improvement-about = 为避免问题再发生而做的改进
cli-improvement-example = touchbase improvement list
cli-improvement-add-about = 针对一个原因记下改进措施
cli-improvement-add-example = touchbase improvement add 交付 "再找一家快递" --owner 小李 --due 下周五
cli-improvement-add-cause = 规则中的原因：quality、attitude、communication、delivery、price、other，或您自己的
cli-improvement-add-text = 要做什么
cli-improvement-edit-about = 修改改进措施
cli-improvement-edit-example = touchbase improvement edit 1 --due +1w
cli-improvement-edit-cause = 改为另一个原因
cli-improvement-edit-text = 改为另一段文字
cli-improvement-list-about = 进行中的，以及原因又出现的改进措施；--all 也列出已完成的
cli-improvement-list-example = touchbase improvement list --all
cli-improvement-done-about = 标记改进措施已完成，或再次完成
cli-improvement-done-example = touchbase improvement done 1
cli-arg-improvement = 列表中的编号、#id，或文字中能认出它的一部分
cli-arg-owner = 负责人；none 表示去掉
cli-improvement-none = 没有进行中的改进措施。
cli-choice-improvement = { $no }，{ $text }（{ $cause }）
cli-error-no-improvement = 没有改进措施“{ $text }”；用 touchbase improvement list --all 查看
cli-error-period = “{ $text }”不是时段；可写 90d、12w、6mo、2026-11、2026-Q3、2026 或 all
cli-error-causes-both = --cause 列工单，--kpi 列指标：请只用一个
cli-column-cause = 原因
cli-column-bar = {""}
cli-column-cases = 工单数
cli-column-part = 占比
cli-column-together = 累计
cli-column-trend = 变化
cli-column-mean-mark = 评分
cli-column-remedies = 补救费用
cli-column-reason = 原因
cli-column-answers = 次数
cli-column-about = 内容
cli-column-figure = 指标
cli-column-comes-to = 数值
cli-column-of = 依据
cli-column-before = 前一时段
cli-column-improvement = 改进措施
cli-column-stands = 状态
# 草稿：用模板写给客户的消息
limit-minutes-business = { $n } 分钟（按工作时间）
limit-hours-business = { $n } 个工作小时
limit-days-business = { $n } 个工作日
limit-minutes = { $n } 分钟
limit-hours = { $n } 小时
limit-days = { $n } 天
draft-dear = 尊敬的{ $name }
draft-dear-all = 尊敬的{ $name }
draft-step-look = 查清情况，有不清楚的地方向您请教。
draft-step-offer = 提出解决方案，与您商量，直到您满意。
draft-step-mend = 按商定的方案解决。
draft-step-ask = 解决后 { $days } 个工作日回访，了解您是否满意。
draft-step-read = 了解情况。
draft-step-answer = 给您答复；需要进一步了解时，会向您请教。
draft-every-days = { $n ->
    [1] 每天
   *[other] 每 { $n } 天
}
draft-every-weeks = { $n ->
    [1] 每周
   *[other] 每 { $n } 周
}
draft-every-months = { $n ->
    [1] 每月
   *[other] 每 { $n } 个月
}
draft-channel-visit = 上门拜访
draft-channel-meeting = 线上会议
draft-channel-call = 电话
draft-channel-message = 微信或短信
draft-channel-email = 邮件
draft-channel-letter = 信件
draft-channel-unknown = 问候
draft-cadence = { $every }一次{ $channel }
draft-days = { $from }至{ $to }
draft-no-name = { $file } 第 { $line } 行：没有“{ $name }”；可用的有 { $known }
draft-broken = { $file } 第 { $line } 行：不是正确的模板：{ $why }
draft-foreign = { $file } 第 { $line } 行：模板中不能使用“{ $word }”；只能填入名称，以及使用 if 和 for
draft-no-end = { $file } 第 { $line } 行：没有尽头，请检查循环
draft-too-long = { $file } 第 { $line } 行：内容过长，请检查循环
draft-first-lines = { $file } 第 { $line } 行：“{ $text }”不是 subject:、channel:、purpose: 或 for:；其后应有一行 ---
draft-no-rule = { $file } 第 { $line } 行：开头几行与正文之间缺少一行 ---
draft-bad-channel = { $file } 第 { $line } 行：“{ $text }”不能发送文字；channel 可写 message、email 或 letter
draft-bad-use = { $file } 第 { $line } 行：看不懂“{ $text }”；可写 client、project、appointment、opportunity、invoice 或 invoice/1 至 invoice/3、care 或 care/birthday（birthday、anniversary、holiday、other）、case/propose 或 complaint/acknowledge（步骤有 acknowledge、propose、resolve、follow-up、reopen）
draft-unreadable = 无法读取 { $file }：{ $why }
draft-no-file = { $file } 不是普通文件
draft-file-too-large = { $file } 超过 { $most } kB
scope-draft = 草稿
draft-title = 致{ $client }
draft-title-case = 致{ $client }，工单 { $no }
draft-place = { $name }（{ $n }/{ $of }）
draft-by = 通过{ $channel }；没有可用的地址
draft-by-to = 通过{ $channel }发给 { $address }
draft-call-first = 最好先打电话，再用文字确认。
draft-subject = 主题：{ $subject }
draft-subject-log = 记录用：{ $subject }
draft-none = 这里没有合适的模板。
draft-note = 已发送：{ $subject }（{ $template }）
do-draft-copy = 复制
do-draft-copy-help = 复制文字；邮件连同主题
do-draft-sent = 已发送，记下
do-draft-sent-help = 已经发出：记下工单的这一步和这次沟通，以及承诺的时间
do-draft-next = 换模板
do-draft-next-help = 换成下一个合适的模板
do-draft-back = 上一个模板
do-draft-back-help = 换成上一个合适的模板
do-draft-edit = 修改
do-draft-edit-help = 复制之前在编辑器里修改文字
not-another-draft = 这里没有别的合适的模板
# 工单详情、工单行和改进措施行
span-minutes = { $n }分
span-clock = { $hours }时{ $minutes }分
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
case-open-since = { $at }起未解决
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
case-evidence-gone = ! 文件不见了
case-evidence-changed = ! 添加之后被改过
case-evidence-same-size = 大小相同
case-evidence-size = { $size } { $unit }
improvement-sheet-nobody = 未指定
improvement-sheet-no-day = 未定日期
improvement-sheet-title = 避免再发生
improvement-sheet-what = 措施
improvement-sheet-cause = 原因
improvement-sheet-owner = 负责人
improvement-sheet-due = 期限
improvement-sheet-done = 完成
improvement-sheet-back = 再次出现
improvement-sheet-case = #{ $no } { $client }：{ $text }
brief-cases = 工单
brief-case = #{ $no } { $kind }，{ $when }：{ $text }
brief-case-closed = #{ $no } { $day }关闭
do-line-complete = 补全
do-line-complete-help = 补全路径
not-a-path = 这一行不是路径
case-later = 这样一来，工单 { $no } 后面的记录就对不上了：请先更正后面的记录
cli-case-record-open = 尚未关闭
cli-case-record-pair = { $name }：{ $text }
cli-case-next-both-late = { $answer }；方案应在 { $due } 前给出
causes-side = 原因
figures-side = 指标
causes-behind-cases = { $what }：{ $count } 单
causes-behind-answers = { $what }：{ $count } 次评分
causes-low-marks = 低分原因（{ $count } 次评分中 { $low } 次）
causes-mark = 评分平均 { $mark } 分（满分 5）
causes-cost = 补救费用：{ $amounts }
causes-against = 改进措施：{ $text }（{ $stands }）
head-cause = 原因
head-cases = 工单
head-share = 占比
head-together = 累计
head-trend = 变化
head-mark = 评分
head-remedies = 补救费用
figure-before = 前一时段：{ $value }
figure-yes = 是
figure-no = 否
learned-owner = 负责人：{ $owner }
learned-due = { $due } 前完成
scope-causes = 原因与指标
group-period = 时段
do-cause-open = 打开
do-cause-open-help = 列出这一行的工单；再按一次转到工单
do-cause-turn = 另一面
do-cause-turn-help = 原因和指标轮流看
do-cause-shorter = 缩短
do-cause-shorter-help = 更短的时段：365、90、30 天
do-cause-longer = 拉长
do-cause-longer-help = 更长的时段：90、365 天、全部
do-cause-done = 完成
do-cause-done-help = 改进措施已完成；原因又出现的，再次完成
do-cause-close = 返回
do-cause-close-help = 退回一步
not-an-improvement = 没有选中进行中的改进措施
not-open-improvement = 这条改进措施已完成，原因没有再出现
toast-case-answer = { $client }在等回应：还剩 { $left }
toast-case-solution = { $client }在等解决方案：还剩 { $left }
toast-case-late-answer = { $client }还没有得到回应：应在 { $due } 之前
toast-case-late-solution = { $client }还没有得到解决方案：应在 { $due } 之前

# 工单的输入行
case-number = 工单 { $no }
case-numbers = { $count } 个工单
line-case-moment = “@{ $text }”不是过去的时间
line-case-promise = “@{ $text }”不是将来的时间
line-case-sign = “{ $text }”不是还没写过的类型、原因或方式
toast-case-past = 时限 { $at } 已过
do-question-agree = 是
not-with-others = 工单 { $no } 要单独解决，按 F

# 拜访准备单
prep-cases = 工单
prep-case = 工单 { $no }“{ $text }”：{ $status }，{ $when }
prep-case-closed = 工单 { $no }“{ $text }”，{ $on } 关闭
prep-case-marked = { $said }：{ $score } 分（满分 5）
# Improvements done again
refused-improvement-done = 这项改进措施已经完成，同类原因没有再出现
