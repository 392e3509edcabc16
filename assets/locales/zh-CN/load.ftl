# 工作量：承诺了多少、做到了多少、未来几周、错开。

# Load
policy-effort-stage = 必须是 "start"、"grow" 或 "mature"
policy-effort-both = 不能与 stage 并用：stage 已经代表一个比例
pin-load = 按工作量调整
