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
what-offer = 建议
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
playbook-cost-of = { $cost }（12 个月预期毛利 { $expected }）
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
pending-stop = 中止 { $client } 的流程？x
line-step-reason = { $client } 不满的原因
line-step-remedy = 给 { $client } 的补救，= 后写成本；今后 12 个月预期毛利 { $expected }
line-step-remedy-only = 给 { $client } 的补救，= 后写成本
line-step-mark = { $client }：1 到 5 分，以及对方说的话
line-step-skip = { $client }：为什么跳过这一步？
line-decline = 为什么 { $client } 不需要？
line-lost-why = { $client } 为什么流失？
line-stop-run = { $client }：为什么中止？可以不填
line-no-mark = 开头要写 1 到 5 分
example-reason = 两次交货都晚了，也没有人告诉他们
example-remedy = 免费重印，换一位对接人 =2000
example-mark = 4 对重印很满意
example-lost = 因为价格去了别家
part-remedy = 补救：{ $value }
part-cost = 成本：{ $cost }
part-cost-of = 成本：{ $cost }，预期 { $expected }
part-mark = 评分：{ $mark } / 5
toast-step-done = { $client }，步骤完成；下一步 { $due }：{ $step }
toast-step-left-out = { $client }，已跳过；下一步 { $due }：{ $step }
toast-playbook-begun = 已开始“{ $title }”，{ $client }；下一步 { $due }：{ $step }
playbook-tightens = 流程进行期间，计划中的电话会提前。
playbook-so-far = 成本 { $cost }
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
