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
draft-no-end = { $file } 第 { $line } 行：没有尽头，请检查循环
draft-too-long = { $file } 第 { $line } 行：内容过长，请检查循环
draft-first-lines = { $file } 第 { $line } 行：“{ $text }”不是 subject:、channel: 或 for:；其后应有一行 ---
draft-no-rule = { $file } 第 { $line } 行：开头几行与正文之间缺少一行 ---
draft-bad-channel = { $file } 第 { $line } 行：“{ $text }”不能发送文字；channel 可写 message、email 或 letter
draft-bad-use = { $file } 第 { $line } 行：看不懂“{ $text }”；可写 client、case/propose 或 complaint/acknowledge（步骤有 acknowledge、propose、resolve、follow-up、reopen）
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
