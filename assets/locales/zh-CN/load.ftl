# 工作量：承诺了多少、做到了多少、未来几周、错开。

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
