# 工作量：承诺了多少、做到了多少、未来几周、错开。

# Load
policy-effort-stage = 必须是 "start"、"grow" 或 "mature"
policy-effort-both = 不能与 stage 并用：stage 已经代表一个比例
pin-load = 按工作量调整
load-nobody = 还没有服务中的客户，没有任何承诺
load-promised = 每周承诺 { $requirements } 项要求，需 { $contacts } 次沟通；排得下 { $capacity } 次（每天 { $aday } 次，{ $days } 天）
load-spare = { $count ->
    [0] 每周还能多 { $spare } 次沟通：不够再添一个 B 类
   *[other] 每周还能多 { $spare } 次沟通：大约可再添 { $count } 个 B 类
}
load-over = 每周比排得下的多 { $over } 次沟通
load-over-managed = 每周比您做到的 { $managed } 次多 { $over } 次；已有 { $behind } 个客户逾期
load-weeks-over = 今后 { $weeks } 周中有 { $count } 周排不下
load-managed = 做到：最近 { $count } 周平均每周 { $mean } 次沟通
load-managed-so-far = 做到：平均每周 { $mean } 次沟通，目前只有 { $count } 周
load-managed-none = 做到：还没有完整的一周，本周 { $count } 次沟通
load-managed-usual = { $told }；照此速度，有 { $days } 个工作日的一周为 { $usual } 次
load-effort = 新客户：最近 { $days } 天占沟通的 { $contacts }、用时的 { $minutes }
load-effort-untimed = 新客户：最近 { $days } 天占沟通的 { $contacts }；没有记录用时
load-effort-none = 新客户：还没有沟通可以比较
load-effort-unmeasured = 有 { $count } 次沟通没有记录用时
load-target = 目标：{ $target }
load-target-stage = 目标：{ $target }，{ $stage }
load-target-none = 没有设定目标：可在规则的 [effort] 中设定
load-stage-start = 初创期
load-stage-grow = 成长期
load-stage-mature = 成熟期
load-lower = { $count } 个 { $from } 类改为 { $to } 类，每周省 { $requirements } 项要求、{ $contacts } 次沟通
load-seldom = { $tier } 类的{ $channel }由{ $before }改为{ $after }，每周省 { $contacts } 次沟通
load-video = 线上会议也算拜访：沟通次数不变，但每周可少出门拜访 { $visits } 次
load-capacity = 每日上限由 { $from } 提高到 { $to }：每周可多 { $room } 次
load-spread = 错开：{ $count } 周排不下，其他周还有空
load-still = 做完后每周仍多 { $over } 次
load-names = { $more ->
    [0] { $names }
   *[other] { $names }，另有 { $more } 个
}
load-does-pin = 指定为该等级，{ $day } 复核；已有此建议的直接接受
load-does-spread = 把沟通移到有空的日子，尽量不出宽限期
load-does-policy = { $count ->
    [0] 规则 { $name } 只改这一处，随即生效
   *[other] 规则 { $name } 只改这一处，随即生效，涉及 { $count } 个客户
}
load-tiers = 各等级的承诺
load-channels = 各渠道
load-weeks = 今后几周
load-done = 过去几周
load-effort-title = 新客户的投入
load-suggestions = 可以怎么办
load-over-by = 多 { $over }
load-legend = # 已定，~ 做完上一次才有，| 上限
cli-load-how = touchbase load --apply 编号 执行其中一项，可一步撤销。
cli-column-week = 周
cli-column-room = 上限
cli-column-agreed = 已约
cli-column-managed = 做到
cli-column-days = 工作日
cli-load-about = 工作量：等级承诺了多少、做到了多少、今后几周排不排得下，以及可以怎么办
cli-load-example = touchbase load --weeks 12
cli-load-weeks = 看今后几周，1 到 53（默认 8）
cli-load-apply = 执行这个编号（或代号）的建议，可一步撤销
cli-error-weeks = --weeks 须为 1 到 { $most } 的整数，不能是“{ $text }”
cli-error-suggestion = 没有建议“{ $text }”；现有：{ $known }
cli-error-suggestion-none = 没有建议“{ $text }”：目前没有可建议的
cli-load-spread = touchbase spread 显示每一处移动
scope-load = 工作量
do-load = 工作量
do-load-help = 承诺了多少、做到了多少、今后几周排不排得下，以及可以怎么办
do-load-take = 执行
do-load-take-help = 执行选中的建议，按 u 一步撤销
do-load-fewer = 少看几周
do-load-fewer-help = 今后少看几周
do-load-more = 多看几周
do-load-more-help = 今后多看几周
group-load-weeks = 周数
not-a-suggestion = 没有选中建议
load-week-detail = { $from }至{ $until }：已定 { $firm } 次，做完上一次才有 { $again } 次，已约 { $agreed } 次；上限 { $capacity } 次
load-tier-detail = 每个 { $tier } 类：每周 { $requirements } 项要求、{ $contacts } 次沟通
load-channel-detail = { $channel }：每周承诺 { $requirements } 次，其中 { $kept } 次由更高一级的沟通代替
load-done-detail = { $from }，{ $days } 个工作日：{ $channels }
# Levelling
levelled-title = 移动 { $count } 次沟通{ $beyond ->
    [0] {""}
   *[other] ，其中 { $beyond } 次超出宽限期
}
levelled-stuck = { $count } 次沟通哪天都排不下
levelled-nothing = 没有逾期的计划沟通，也没有过满的日子：无需移动
levelled-days = 每天的客户数，前后对比
levelled-legend = # 客户   + 再联系   . 移走   | 每天最多 { $capacity } 次
levelled-day = { $before } 变 { $after }
levelled-day-again = { $before } 变 { $after }，再联系 { $again }
levelled-beyond = 宽限期内排不下，排到其后第一个有空的日子 { $count } 项
levelled-squeezed = 哪天都排不下，当天超过 { $capacity } 次 { $count } 项
levelled-late = 已超宽限期，A 类优先 { $count } 项
levelled-within = 在宽限期内移动 { $count } 项
levelled-move = { $channel }，原 { $from }，改到 { $to }
levelled-move-beyond = { $channel }，改到 { $to }，{ $overdue } 起逾期
levelled-stays = { $channel }，{ $day }
cli-spread-beyond = 宽限期内排不下：{ $client }，{ $channel }，原定 { $due }，改到 { $to }；{ $overdue } 起逾期
cli-spread-stays = 哪天都排不下：{ $client }，{ $channel }，{ $day }
cli-spread-over = { $day }有 { $holds } 次，每天最多 { $capacity } 次
cli-spread-again = 算上届时再次联系的，{ $day }有 { $holds } 次，每天最多 { $capacity } 次
cli-spread-more-days = 另有 { $n } 天

# 休假之后
levelled-needed = { $day } 会有 { $load } 次沟通，上限 { $capacity } 次：touchbase spread 可以错开
toast-leave-full = { $did }。{ $day } 现有 { $load } 次沟通，上限 { $capacity } 次：Z 可以错开
