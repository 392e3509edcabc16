# 工作量：承诺了多少、做到了多少、未来几周、错开。

# Load
policy-effort-stage = 必须是 "start"、"grow" 或 "mature"
policy-effort-both = 不能与 stage 并用：stage 已经代表一个比例
pin-load = 按工作量调整
load-nobody = 还没有服务中的客户，没有任何承诺
load-promised = 每周承诺 { $requirements } 项要求、{ $contacts } 次联系；可容纳 { $capacity } 次（每天 { $aday } 次，{ $days } 天）
load-spare = { $count ->
    [0] 每周还有 { $spare } 次联系的余量：不够再增加一个 B
   *[other] 每周还有 { $spare } 次联系的余量：大约可再增加 { $count } 个 B
}
load-over = 每周比可容纳的多 { $over } 次联系
load-over-managed = 每周比您做到的 { $managed } 次多 { $over } 次联系；{ $behind } 个客户已超过宽限
load-weeks-over = 未来 { $weeks } 周中有 { $count } 周排得过满
load-managed = 做到：最近 { $count } 周平均每周 { $mean } 次联系
load-managed-so-far = 做到：平均每周 { $mean } 次联系，目前只有 { $count } 周
load-managed-none = 做到：还没有完整的一周，本周 { $count } 次联系
load-managed-usual = { $told }；按此进度，{ $days } 个工作日的一周为 { $usual } 次
load-effort = 新客户：最近 { $days } 天占联系的 { $contacts }、用时的 { $minutes }
load-effort-untimed = 新客户：最近 { $days } 天占联系的 { $contacts }；没有记录用时
load-effort-none = 新客户：还没有联系可比较
load-effort-unmeasured = { $count } 次联系没有记录用时
load-target = 目标：{ $target }
load-target-stage = 目标：{ $target }，{ $stage }
load-target-none = 没有设定目标：可在策略的 [effort] 中设定
load-stage-start = 初创期
load-stage-grow = 成长期
load-stage-mature = 成熟期
load-lower = { $count } 个 { $from } 改为 { $to }，每周省 { $requirements } 项要求、{ $contacts } 次联系
load-seldom = { $tier }：{ $channel }由{ $before }改为{ $after }，每周省 { $contacts } 次联系
load-video = 视频会议可算作拜访：不省联系，但每周省 { $visits } 次拜访
load-capacity = 每天容量由 { $from } 提高到 { $to }：每周可多容纳 { $room } 次
load-spread = 错开：{ $count } 周过满，其他周还有空
load-still = 做完后每周仍多 { $over } 次
load-names = { $more ->
    [0] { $names }
   *[other] { $names } 等，另有 { $more } 个
}
load-does-pin = 指定到该等级，{ $day } 复核；已建议的变更直接接受。按 u 可撤销
load-does-spread = 先看每一处移动；按 u 可撤销
load-does-policy = { $count ->
    [0] 只改这一处，策略 { $name } 随即生效；按 u 可撤销
   *[other] 只改这一处，策略 { $name } 随即生效，涉及 { $count } 个客户；按 u 可撤销
}
