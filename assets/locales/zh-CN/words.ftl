# 固定用词。

channel-visit = 拜访
channel-meeting = 线上会议
channel-call = 电话
channel-message = 微信/短信
channel-email = 邮件
channel-letter = 信件/礼品
channel-unknown = 沟通

outcome-reached = 已联系上
outcome-no-answer = 没联系上
outcome-callback = 约了再联系
outcome-declined = 被拒

direction-out = 我方
direction-in = 对方

status-lead = 线索
status-active = 合作中
status-dormant = 休眠
status-lost = 已流失
status-stopped = 停止维护

kind-appointment = 预约
kind-task = 承诺
kind-contact = 跟进
kind-invoice = 账款
kind-renewal = 续约
kind-review = 核对
kind-tier = 等级
kind-lead = 线索
kind-batch = 批量

task-own = 承诺
task-waiting = 等对方
task-delegated = 已委派

engagement-project = 项目
engagement-retainer = 包月
engagement-contract = 合同

engagementstatus-planned = 未开始
engagementstatus-open = 进行中
engagementstatus-done = 已完成
engagementstatus-cancelled = 已取消

clientkind-org = 机构
clientkind-person = 个人

point-phone = 电话
point-email = 邮箱
point-wechat = 微信
point-address = 地址
point-url = 网址
point-other = 其他

flag-competitor = 竞争对手
flag-cold = 冷淡
flag-declined = 谢绝邀请

surveykind-nps = NPS
surveykind-csat = 满意度

relationkind-competitor = 竞争对手
relationkind-partner = 合作伙伴
relationkind-group = 同集团
relationkind-conflict = 冲突
