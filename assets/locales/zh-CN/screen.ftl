# 界面：标签页、按键、对话框、客户速览。

app-name = touchbase
too-small = 窗口至少要 { $width } 列 { $height } 行

tab-today = 今天
tab-clients = 客户

head-to-do = 待办 { $count } 项，约 { $length }
head-minutes = { $minutes } 分钟
head-whole-hours = { $hours } 小时
head-hours = { $hours } 小时 { $minutes } 分
head-nothing = 今天没有待办
head-late = 逾期 { $count } 项
head-next = 下一个 { $time } { $what } { $client }

heading-clock = 定时
heading-promised = 承诺
heading-contacts = 今天
heading-rest = 其他
away-line = 已有 { $days } 个工作日没有联系客户；按 Z 把这 { $count } 项错开
capacity-line = 每日上限 { $capacity } 次，已用 { $used } 次；以下排不下

when-due = 待跟进
when-since = 晚{ $span }
when-late = 逾期{ $span }
when-in = { $span }后
span-days = { $n }天
span-weeks = { $n }周
span-months = { $n }个月
span-years = { $n }年
when-retry = 再联系
when-new = 新

what-visit = 拜访
what-meeting = 线上
what-call = 电话
what-message = 微信
what-email = 邮件
what-letter = 信件
what-appointment = 预约
what-task = 承诺
what-owed = 待办
what-contact = 沟通
what-invoice = 账款
what-renewal = 续约
what-review = 核对
what-tier = 等级
what-lead = 线索
what-batch = 群发

row-same = 同一客户
row-clients = { $count } 个客户
row-also = { $also }也待跟进；{ $reason }
and-between = 、

list-all-done = 今天的事都做完了。
list-unsorted = 还有 { $count } 个客户未分类：用 touchbase client pin 名称 A -m 原因 指定等级，或导入账款自动计算。
list-next = 接下来：{ $client }，{ $day }
list-no-hits = 没有找到客户。按 Esc 显示全部。
list-no-clients = 还没有客户。
find-hits = 找到 { $count } 个
find-others = 不在此列表中的客户 { $count } 个

column-name = 客户
column-tier = 级
column-status = 状态
column-last = 上次沟通
column-next = 下次跟进
column-value = 近 12 个月
column-industry = 行业

scope-item = 选中的事项
scope-client = 选中的客户
scope-log = 按渠道键之后
scope-snooze = 按 z 之后
scope-skip = 按 - 之后
scope-new = 按 n 之后
scope-move = 移动
scope-book = 客户册
scope-first = 空的客户册
scope-always = 随时可用
scope-line = 输入一行时
scope-form = 编辑表单时
scope-panel = 阅读时
scope-question = 无法撤销的操作之前

group-log = 记录
group-move = 移动

do-done = 完成
do-done-help = 按事项的方式完成：已联系上、已办好、已催款、接受等级
do-done-contact = 已联系上
do-done-sent = 已发送
do-done-appointment = 已赴约
do-done-task = 已办好
do-done-invoice = 已催款
do-done-renewal = 已谈，定下次
do-done-review = 已核对
do-done-tier = 接受
do-done-pin = 保留固定
do-done-lead = 已联系，定下一步
do-done-batch = 全部已发
do-no-answer = 没联系上
do-no-answer-help = 试过但没联系上：下一个工作日再来
do-paid = 已回款
do-paid-help = 这笔账款今天已回款
do-snooze = 稍后
do-snooze-help = 先隐藏几天，沟通计划不变
do-skip = 跳过
do-skip-help = 跳过本次，并写明原因
do-why = 为什么
do-why-help = 背后的算法，以及怎样会改变
do-log-call = 电话
do-log-call-help = 记录电话，第二个键说明结果
do-log-visit = 拜访
do-log-visit-help = 记录拜访
do-log-meeting = 线上会议
do-log-meeting-help = 记录线上会议
do-log-message = 微信/短信
do-log-message-help = 记录微信或短信
do-log-email = 邮件
do-log-email-help = 记录邮件
do-log-letter = 信件/礼品
do-log-letter-help = 记录信件或礼品
do-reschedule = 改期
do-reschedule-help = 约定时间，生成预约；承诺则换一天
do-promise = 承诺
do-promise-help = 客户找来了：记下你的承诺，不写日期就是今天
do-edit = 编辑
do-edit-help = 修改客户资料
do-log-done = 已联系上
do-log-done-help = 再按一次渠道键或回车：已联系上，或已发送
do-log-no-answer = 没联系上
do-log-no-answer-help = 没有人接听或应答
do-log-again = 约了再联系...
do-log-again-help = 约定再联系的时间，生成预约
do-log-declined = 被拒
do-log-declined-help = 对方不愿意
do-log-earlier = 昨天
do-log-earlier-help = 是昨天的事；再按一次再早一天
do-log-moment = 时间
do-log-moment-help = 输入发生的时间
do-log-inbound = 对方找来
do-log-inbound-help = 是对方主动，不是你
do-log-note = 备注
do-log-note-help = 记录之前加一条备注
do-snooze-days = 天
do-snooze-days-help = 隐藏这么多天
do-snooze-week = 一周
do-snooze-week-help = 隐藏一周
do-snooze-month = 一个月
do-snooze-month-help = 隐藏一个月
do-snooze-last = 同上次
do-snooze-last-help = 和上次一样长
do-snooze-date = 到...
do-snooze-date-help = 输入日期
do-skip-holiday = 在休假
do-skip-holiday-help = 对方不在
do-skip-recent = 刚联系过
do-skip-recent-help = 不久前才谈过
do-skip-nothing = 没有新内容
do-skip-nothing-help = 没有要说的
do-skip-typed = 其他...
do-skip-typed-help = 输入原因
do-new = 新建
do-new-help = 客户、线索、承诺
do-new-client = 客户
do-new-client-help = 名称、联系人、电话、邮箱、#标签、日期和需求写在一行，顺序随意，逗号分隔
do-new-lead = 线索
do-new-lead-help = 同样一行，写还不是客户的人
do-new-promise = 承诺
do-new-promise-help = 对选中客户的承诺，不写日期就是今天
do-down = 下
do-down-help = 下一行
do-up = 上
do-up-help = 上一行
do-top = 首行
do-top-help = 到第一行
do-bottom = 末行
do-bottom-help = 到最后一行
do-page-down = 下一页
do-page-down-help = 向下一页
do-page-up = 上一页
do-page-up-help = 向上一页
do-half-down = 下半页
do-half-down-help = 向下半页
do-half-up = 上半页
do-half-up-help = 向上半页
do-to-brief = 到速览
do-to-brief-help = 移动键改为滚动速览；l 是记录信件
do-to-list = 到列表
do-to-list-help = 从速览回到列表
do-brief-down = 滚动速览
do-brief-down-help = 在列表中向下滚动速览
do-brief-up = 往回滚动
do-brief-up-help = 在列表中向上滚动速览
do-open = 打开
do-open-help = 打开客户速览
do-back = 返回
do-back-help = 退一步，不会离开程序
do-today = 今天
do-today-help = 今天该联系谁
do-clients = 客户
do-clients-help = 全部客户
do-next-tab = 下一标签页
do-next-tab-help = 到下一个标签页
do-last-tab = 上一标签页
do-last-tab-help = 到上一个标签页
do-undo = 撤销
do-undo-help = 撤销最近的操作，无论来自哪里
do-redo = 重做
do-redo-help = 恢复刚撤销的操作
do-note = 备注
do-note-help = 给刚记录的沟通加备注
do-find = 查找
do-find-help = 在全部客户中找名称、拼音、首字母、联系人、号码、标签
do-first-import = 导入文件
do-first-import-help = Outlook、谷歌、Excel、CSV、电子名片
do-first-client = 新建客户
do-first-client-help = 名称、联系人、电话、#标签写在一行
do-first-demo = 试用演示
do-first-demo-help = 在临时文件中打开示例客户册
do-first-zone = 时区
do-first-zone-help = 客户册按哪个时区计算日期
do-first-language = English / 中文
do-first-language-help = 换一种语言
do-first-run = 选择
do-first-run-help = 执行选中的一行
do-help = 按键
do-help-help = 此处的全部按键；回车执行选中的一行
do-quit = 退出
do-quit-help = 离开；一切都已保存
do-suspend = 挂起
do-suspend-help = 回到命令行，fg 返回
do-redraw = 重绘
do-redraw-help = 重新绘制屏幕
do-line-enter = 确定
do-line-enter-help = 提交这一行；没看懂的会留下并说明原因
do-line-cancel = 取消
do-line-cancel-help = 放弃这一行
do-form-next = 下一项
do-form-next-help = 到下一项
do-form-back = 上一项
do-form-back-help = 到上一项
do-form-save = 保存
do-form-save-help = 保存修改
do-form-cancel = 取消
do-form-cancel-help = 离开；有修改时会提醒一次
do-panel-enter = 执行
do-panel-enter-help = 回到原处执行选中的一行
do-panel-close = 关闭
do-panel-close-help = 回到原处
do-question-no = 不
do-question-no-help = 保持原样
do-question-yes = 是，执行
do-question-yes-help = 无法撤销也要执行

not-nothing-selected = 没有选中客户
not-nothing-listed = 列表是空的
not-due = { $client } 今天没有待跟进事项；用 c v o m e l 记录沟通
not-no-attempt = 这里没有可记录的尝试
not-an-invoice = 只有账款可以标为已回款
not-a-contact = 只能跳过沟通计划中的联系；z 可以先隐藏
not-logged-yet = 还没有可加备注的沟通记录
not-snoozed-yet = 之前没有用过稍后，请选多久
not-in-brief = 已经在列表中
not-another-tab = 已经在这里
not-here = 这个键在别处使用
key-unbound = { $key } 在这里没有作用，? 列出按键
ask-undo = 撤销“{ $did }”？共 { $rows } 行，撤销后无法恢复
prefix-cancelled = 这里不能接 { $key }，什么也没做
item-gone = 另一个程序改动了客户册，这一行已不在，请再看一眼
screen-written-unread = 已保存，但没能重新读取客户册（{ $why }）；按下一个键会再读
screen-busy = 另一个程序正在写入，尚未保存，请再按一次

pending-log = { $channel }，{ $client }
pending-between = ，
pending-inbound = 对方找来
pending-at = 时间 { $at }
pending-day = { $day }
pending-note = 备注：{ $note }
pending-snooze = { $client } 隐藏多久？
pending-skip = 跳过 { $client } 的本次联系，原因？
pending-new = 新建什么？

skip-why-holiday = 在休假
skip-why-recent = 刚联系过
skip-why-nothing = 没有新内容

toast-next = { $did }，下次 { $day }
toast-still = { $did }，{ $what }仍待跟进
toast-undone = 已撤销：{ $did }
toast-redone = 已恢复：{ $did }
toast-left = { $done }。之后改过、保持不动：{ $left }
toast-timed = { $time } { $client }：{ $what }
toast-undo = 撤销
toast-note = 加备注

line-note = 给刚记录的沟通加备注，{ $client }
line-client-note = { $client } 的备注
line-log-note = 备注
line-log-moment = 什么时候的事
line-log-again = 约在什么时候再联系
line-snooze = 隐藏到
line-reschedule = 约定时间
line-skip-why = 跳过的原因
line-stop-why = 停止维护的原因
line-new-client = 新建客户
line-new-lead = 新建线索
line-promise = 对 { $client } 的承诺
line-next-notice = 已与 { $client } 谈过，下次通知日
line-next-step = 已联系上 { $client }，下一步
line-import = 导入文件
line-zone = 客户册的时区
import-cannot-read = 无法读取 { $path }：{ $why }
line-empty = 还没有输入
line-past = 这是过去的日期，请写将来的日子
line-not-past = 这是将来的时间，请写已经发生的时间
line-no-date = 什么时候？加上 周五、3天后 或 12-05
line-no-name = 缺少名称
line-no-zone = 没有这个时区：{ $text }。写法如 Asia/Shanghai
line-not-read = 还在读取这个客户，请再试一次
example-note = 谈了什么
example-past = 昨天16点、周五、11-20
example-moment = 周五15点，只写日期就是当天上班时间
example-day = 周五、10天后、12-05、eom
example-why = 几个字的原因
example-client = 海川阀门 王总 13800138000 #广交会 周五 报价
example-promise = 周五 发修改后的报价；不写日期就是今天
example-next-step = 周五 发报价
example-zone = Asia/Shanghai、Europe/Berlin
part-name = 客户：{ $value }
part-person = 联系人：{ $value }
part-phone = 电话：{ $value }
part-email = 邮箱：{ $value }
part-tag = #{ $value }
part-due = 截止 { $value }
part-need = 需求：{ $value }
part-step = 待办：{ $value }
task-follow-up = 跟进

form-title = 编辑 { $client }
form-meanwhile = 现为：{ $value }；再按 Ctrl-s 覆盖
form-meanwhile-empty = 已被清空；再按 Ctrl-s 覆盖
form-changed-meanwhile = 这个客户刚被改动：请看标出的几项
form-not-saved = 尚未保存：请看标出的一项
form-dirty = 尚未保存：Ctrl-s 保存，再按 Esc 放弃修改
form-no-name = 需要名称
form-mark = 1 到 5 的数字
form-hours = 整数小时
form-amount = 金额，如 38000 或 38000 EUR
form-email = 带 @ 的地址
form-field-none = 不限
form-field-name = 名称
form-field-kind = 类型
form-field-status = 状态
form-field-need = 需求
form-field-do-not-mention = 不要提
form-field-industry = 行业
form-field-region = 地区
form-field-size = 规模
form-field-tags = 标签
form-field-phone = 添加电话
form-field-email = 添加邮箱
form-field-channel = 偏好渠道
form-field-response-hours = 约定答复（小时）
form-field-potential = 潜力 1-5
form-field-fit = 契合 1-5
form-field-budget = 年预算
form-field-since = 合作起始
form-field-source = 来源
form-field-note = 备注

panel-why = { $client } 为什么在这里
panel-why-batch = 这批邮件为什么在这里
panel-import = 导入完成
imported-rejected = 未能导入 { $count } 行
imported-duplicates = 可能重复 { $count } 个
imported-made = 按名称新建的客户 { $count } 个
imported-name = { $name }
imported-more = 还有 { $count } 个
more-below = 还有 { $count } 行

brief-who = 概况
brief-need = 需求
brief-reach = 联系
brief-why = 原因
brief-plan = 沟通计划
brief-booked = 预约
brief-you-owe = 我方承诺
brief-they-owe = 等对方
brief-projects = 项目
brief-money = 账款
brief-last = 最近沟通
brief-people = 联系人
brief-note = 备注
brief-source = 来源
brief-more = 其他
brief-between = ，
brief-since = { $day }起
brief-pinned = 固定为 { $tier } 类：{ $why }
brief-unsorted = 未分类：还没有账款，也没有填写潜力等
brief-advice = 计算等级 { $tier }，仅供参考
brief-was = 几天前还是 { $tier } 类
brief-paused = 暂停跟进到 { $day }
brief-do-not-mention = ! 不要提：{ $text }
brief-prefers = 偏好{ $channel }
brief-response = 约定 { $hours } 小时内答复
brief-no-address = 还没有电话或地址，按 E 添加
brief-next = 暂无到期；下次 { $day }
brief-nothing-due = 暂无到期
brief-requirement = { $channel } { $every }，{ $state }
state-due = { $day }到期
state-late = 逾期 { $days } 天
state-booked = 已约 { $at }
state-snoozed = 隐藏到 { $day }
state-retry = { $day }再联系
state-paused = 暂停到 { $day }
brief-appointment = { $channel } { $at }
brief-task = { $due }：{ $text }
brief-ends = { $day }结束
brief-notice = { $day }前通知
brief-renews = { $day }续约
brief-open = 未回款 { $amount }
brief-pays = 平均 { $days } 天回款
brief-budget = 预算 { $amount }
brief-never = 还没有沟通过
brief-birthday = 生日 { $date }
brief-whose = { $what }（{ $person }）

first-empty = 客户册是空的
first-title = 欢迎使用 touchbase
first-promise = 每天早上告诉你今天该联系谁、为什么。数据就在本机的一个文件里，不需要账号，每一步都能撤销。
first-zone = { $zone }，不对可以改
first-language = 换成英文，speak English

# 判断、发出、标记、菜单与命令面板。
plain-text = { $text }
scope-judge = 对客户的判断
scope-hand = 发出与标记
scope-survey = 按 s 之后
scope-flag = 按 f 之后
scope-tier = 按 T 之后
scope-quadrant = 按 I 之后
scope-copy = 按 y 之后
scope-sheet = 阅读文本时
scope-menu = 菜单中
scope-palette = 命令面板中
do-pause = 暂停跟进
do-pause-help = 到某天之前，该客户的沟通计划不走
do-survey = 评分
do-survey-help = 满意度 0 到 10 分：对方有多愿意推荐你
do-survey-score = 评分
do-survey-score-help = 对方给的分数；0 分是完全不愿意
do-survey-ten = 1 或 10
do-survey-ten-help = 再按 0 是十分，按 Enter 是一分
do-survey-one = 一分
do-survey-one-help = 按 1 之后：就是一分
do-flag = 标注
do-flag-help = 在最近一次沟通上记一个以后会提醒的迹象
do-flag-competitor = 竞争对手
do-flag-competitor-help = 对方提到了竞争对手
do-flag-cold = 冷淡
do-flag-cold-help = 对方回应冷淡
do-flag-declined = 谢绝邀请
do-flag-declined-help = 对方谢绝了邀请
do-flag-none = 取消标注
do-flag-none-help = 把标注去掉
do-tier = 等级
do-tier-help = 写明理由固定为 A、B、C，或恢复自动计算
do-tier-a = A 类
do-tier-a-help = 固定为 A 类，会问理由
do-tier-b = B 类
do-tier-b-help = 固定为 B 类，会问理由
do-tier-c = C 类
do-tier-c-help = 固定为 C 类，会问理由
do-tier-computed = 自动计算
do-tier-computed-help = 结束固定，重新由程序计算
do-quadrant = 象限
do-quadrant-help = 由你决定这一项有多重要、多紧急
do-quadrant-set = 象限
do-quadrant-set-help = 1 重要且紧急，2 重要，3 紧急，4 都不是
do-quadrant-computed = 自动判断
do-quadrant-computed-help = 重新由程序判断
do-copy = 复制
do-copy-help = 把客户的联系方式放进剪贴板
do-copy-preferred = 首选
do-copy-preferred-help = 与当前待跟进渠道对应的首选联系方式
do-copy-phone = 电话
do-copy-phone-help = 首选电话号码
do-copy-mail = 邮箱
do-copy-mail-help = 首选邮箱地址
do-copy-wechat = 微信
do-copy-wechat-help = 微信号
do-copy-address = 地址
do-copy-address-help = 通信地址
do-prep = 拜访准备单
do-prep-help = 一页看完拜访所需的一切，可阅读可复制
do-mark = 标记
do-mark-help = 标记这一行；下一个动作会一次做到所有标记的行上
do-mark-alike = 标记同类
do-mark-alike-help = 标记同种类、同渠道、同等级的所有行
do-new-waiting = 等对方
do-new-waiting-help = 所选客户欠你的东西
do-repeat = 重复
do-repeat-help = 把上一个动作用到所选的行
do-menu = 菜单
do-menu-help = 不用字母，按编号执行所有命令
do-palette = 命令面板
do-palette-help = 按名称找命令，也可输入任何命令行
do-line-editor = 编辑器
do-line-editor-help = 在你的编辑器里写备注
do-sheet-copy = 复制
do-sheet-copy-help = 把全文放进剪贴板
do-menu-pick = 执行
do-menu-pick-help = 执行该编号的一行
do-menu-next = 下一页
do-menu-next-help = 到菜单的下一页
do-menu-back = 上一页
do-menu-back-help = 到菜单的上一页
do-palette-enter = 执行
do-palette-enter-help = 执行所选的一行；还缺内容时先补全
do-palette-complete = 补全
do-palette-complete-help = 把所选命令放进输入框
line-waiting = 在等{ $client }的什么
line-pause = { $client }：哪天恢复跟进
line-pin-why = { $client }：为什么定为 { $tier } 类
example-pin = 战略客户，已与合伙人商定
pending-survey = { $client }：有多愿意推荐你，0 到 10 分？
pending-survey-one = { $client }：1，再按 0 是十分，按 Enter 是一分
pending-flag = { $client }：标注最近一次沟通
pending-tier = { $client }：固定为哪一类？
pending-quadrant = { $client }：1 重要且紧急，2 重要，3 紧急，4 都不是
pending-copy = { $client }：复制哪个联系方式？
pending-owed = 承诺“{ $what }”，{ $day }
survey-no-score = { $score } 不是评分：范围是 0 到 10。
pin-why-computed = 恢复自动计算
not-a-batch = 这一行代表多个客户；请打开或查找其中一个。
not-without-answer = { $client }需要单独填写：请只在那一行按 d。
not-touched-yet = 标注要记在一次沟通上：请先记录一次沟通。
not-no-address = 没有{ $client }的这种联系方式。
not-done-yet = 还没有可以重复的动作。
not-one-yet = 请先按 1。
not-a-note = 只有备注能在编辑器里写。
toast-copied = 已复制 { $text }
toast-and-promised = { $did }，并记下 { $count } 项承诺
toast-marked-left = { $count } 行仍保持标记：{ $why }
rows-marked = 已标记 { $count } 行：下一个动作会做到所有标记的行；Esc 取消
keys-begun = { $keys } ...
keys-shipped = { $why }已改用默认按键。
menu-hint = 1-{ $lines } 执行一行，0 翻页，Esc 关闭
palette-example = 命令名称，或一行命令，例如：log 海川阀门 call -m "问了价格"
palette-no-hits = 没有这样的命令。
palette-run = 执行：touchbase { $line }
palette-ran = touchbase { $line }
palette-done = 完成：{ $line }
palette-nothing = 没有叫“{ $text }”的命令。
palette-open-quote = 引号没有闭合。
palette-cannot-run = “{ $line }”无法启动：{ $why }
sheet-prep = 拜访准备单，{ $client }
screen-no-editor = 编辑器没有打开：{ $why }。请把 EDITOR 设为一个存在的程序。
toast-and-left = { $did }；{ $left }

# 客户页。
scope-page = 客户页
group-kind = 类别
do-kind-next = 下一类
do-kind-next-help = 依次显示全部、沟通、账款、工作、评分、判断
do-kind-back = 上一类
do-kind-back-help = 反方向切换类别
do-page-turn = 切换
do-page-turn-help = 在速览与时间线之间切换
not-on-page = 标记要在列表中进行；Esc 离开客户页
not-on-a-page = 这个按键用于客户页；按 Enter 打开

# 速览的其他栏目。
brief-warning = ! { $what }
brief-thin = 数据还少，仅供参考
brief-offer = 可升降为 { $tier } 类
brief-value = 近 12 个月 { $amount }{ $trend ->
    [up] ，之前 12 个月 { $before }，上升
    [down] ，之前 12 个月 { $before }，下降
    [same] ，与之前 12 个月持平
    [new] ，之前 12 个月没有
   *[other] {""}
}
brief-billed = 近 12 个月 { $amount }
brief-open-late = 未回款 { $amount }{ $part ->
    [all] {""}
   *[other] ，其中 { $late }
}，已逾期 { $days } 天
brief-touches = 沟通次数
brief-billing = 开票金额
brief-most = 最高 { $most }
brief-months = 每月一格，{ $first }至{ $last }
brief-no-rate = 不含 { $currencies }：配置中没有汇率
brief-marks = 满意度
brief-mark = { $kind ->
    [nps] { $score } 分（满分 10）
   *[other] { $score } 分（满分 5）
}，{ $day }
brief-no-mark = 还没有评分
brief-mark-due = 下次 { $day }，按 s 询问
brief-mark-due-now = { $day }起该询问，按 s
brief-perks = 可提供
brief-known = 资料
brief-known-percent = 完整度 { $percent }%
brief-known-group = { $group } { $have }/{ $of }，缺：{ $missing }
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

# 客户页的时间线。
page-all = 全部
page-ahead = 未完成与将来
page-today = 今天
page-empty = 没有这一类的记录
page-between = {"  "}
page-note-cut = ……备注未完，按 E 查看全文
page-amount = { $amount }
page-channel = { $channel ->
    [visit] 拜访
    [meeting] 会议
    [call] 电话
    [message] 消息
    [email] 邮件
    [letter] 信件
   *[other] 联系
}
page-kind-promise = 承诺
page-kind-waiting = 等对方
page-kind-delegated = 委派
page-kind-done = 完成
page-kind-credit = 红字
page-kind-paid = 已回款
page-kind-unpaid = 待回款
page-kind-invoice = 开票
page-kind-reminder = 催款
page-kind-tier = 等级
page-kind-plan = 计划
page-kind-status = 状态
page-kind-mark = 评分
page-kind-relation = 关系
page-kind-check = 核对
page-touch = { $direction ->
    [in] 对方主动{" "}
   *[other] {""}
}{ $outcome ->
    [no-answer] 没联系上{" "}
    [callback] 约了再联系{" "}
    [declined] 被拒{" "}
   *[other] {""}
}{ $flag ->
    [competitor] （提到竞争对手）
    [cold] （态度冷淡）
    [declined] （谢绝邀请）
   *[other] {""}
}
page-touch-more = { $has-person ->
    [1] { $person }
   *[other] {""}
}{ $minutes ->
    [0] {""}
   *[other] { $has-person ->
        [1] ，{ $minutes } 分钟
       *[other] { $minutes } 分钟
    }
}
page-appointment = 已约{ $has-place ->
    [1] ，{ $place }
   *[other] {""}
}
page-appointment-kept = 如约进行{ $has-place ->
    [1] ，{ $place }
   *[other] {""}
}
page-appointment-cancelled = 已取消{ $has-place ->
    [1] ，{ $place }
   *[other] {""}
}
page-task = { $text }
page-task-delegated = { $assignee }：{ $text }
page-invoice = { $number }
page-paid = { $number }{ $days } 天后回款
page-nps = { $score } 分（满分 10）
page-csat = { $score } 分（满分 5）
page-begins = 开始：{ $title }
page-finished = 完成：{ $title }
page-cancelled = 取消：{ $title }
page-ends = 结束：{ $title }
# 从文件到今天：路径、导入结果与步骤、沟通计划、分类、错开。
scope-files = 文件路径
scope-steps = 导入之后
scope-preset = 沟通计划
scope-deck = 客户分类
scope-levelled = 错开
do-import = 导入
do-import-help = 导入文件：CSV、Excel、电子名片
do-plans = 沟通计划
do-plans-help = 选择各类客户多久联系一次，并看到每周的工作量
do-sort = 客户分类
do-sort-help = 给未分类的客户定等级，一键一个
do-level = 错开
do-level-help = 把逾期和过满的日子错开，先看再定
do-files-enter = 查看
do-files-enter-help = 打开文件夹，或在导入前查看文件
do-files-complete = 补全
do-files-complete-help = 补全名称，或选下一个文件
do-step-take = 执行
do-step-take-help = 执行选中的步骤
do-step-pick = 步骤
do-step-pick-help = 执行这个编号的步骤
do-step-close = 看今天
do-step-close-help = 其余先放着，直接看今天
do-preset-take = 采用
do-preset-take-help = 从现在起按此计划联系
do-preset-pick = 计划
do-preset-pick-help = 采用这个编号的计划
do-deck-a = A 类
do-deck-a-help = 最重要的少数
do-deck-b = B 类
do-deck-b-help = 值得稳定联系
do-deck-c = C 类
do-deck-c-help = 偶尔发封邮件
do-deck-not = 不是客户
do-deck-not-help = 退出沟通计划和今日待办，资料保留
do-deck-later = 以后再说
do-deck-later-help = 暂不分类，按 C 类服务
do-deck-back = 退回
do-deck-back-help = 回到上一张，并撤销它的决定
do-deck-take = 按建议
do-deck-take-help = 采用建议的等级
do-deck-close = 先到这里
do-deck-close-help = 其余保持不变
do-level-apply = 应用
do-level-apply-help = 把沟通移到这些日子，一步可撤销
do-level-close = 不改
do-level-close-help = 什么都不移动
not-unsorted = 合作中的客户都已分类
not-sorted-yet = 还没有决定任何一张
not-suggested = 这位没有建议，请自己选等级
files-hint = 输入路径、把文件拖进来，或从下面选；Enter 取最新的一个
files-none = 这里没有可导入的文件（CSV、Excel .xlsx、电子名片）
progress-title = 正在导入……
progress-share = { $percent }%，按 Esc 停止，不留任何痕迹
panel-refused = 未能导入的行：改好后重新导入同一文件，已导入的不会重复
step-plan = { $count ->
   *[other] 选择沟通计划。{ $count } 个客户每周的沟通次数：{ $bills }
}
step-sort = { $count ->
   *[other] 给 { $count } 个未分类的客户定等级（在此之前按 C 类服务）
}
step-sorted = 所有客户都已分类
step-level = { $count ->
   *[other] 错开逾期的沟通：{ $count } 次改到别的日子
}
step-levelled = 没有逾期，也没有过满的日子
step-refused = { $count ->
   *[other] 查看 { $count } 行未导入的原因
}
step-today = { $count ->
    [0] 看今天：没有待办
   *[other] 看今天：{ $count } 项待办
}
preset-title = { $count ->
   *[other] { $count } 个客户多久联系一次
}
preset-cost = 每周 { $week } 次，每天 { $day } 次（上限 { $room }）
preset-too-much = 每周 { $week } 次，每天 { $day } 次，超过上限 { $room }
preset-in-force = 使用中：
preset-tier = { $tier }  { $count } 个客户，每周 { $week } 次：{ $plan }
preset-contact = { $channel }{ $every }
preset-note = 高一级的方式可以代替低一级的：一次拜访也算当周的电话。计划随时可改，u 可撤销。
levelled-title = 移动 { $count } 次沟通；每天最多 { $capacity } 次
levelled-nothing = 没有逾期，也没有过满的日子：无需移动
levelled-days = 每天的客户数，前后对比
levelled-day = { $before } 变 { $after }
levelled-late = 已超宽限期，A 类优先 { $count } 项
levelled-within = 在宽限期内移动 { $count } 项
levelled-move = { $channel }，原 { $from }，改到 { $to }
deck-title = 客户分类：第 { $at } 个，共 { $all } 个
deck-why = 手动分类
deck-why-not = 不是客户
deck-label-last = 最近沟通
deck-label-billed = 账款
deck-label-people = 联系人
deck-label-about = 概况
deck-label-why = 建议
deck-last = { $channel } { $day }，共 { $count } 次
deck-no-bill = 12 个月内没有

# 导入前查看文件。
scope-mapping = 文件的列
scope-map-field = 列的字段
group-turn = 字段
do-map-import = 导入
do-map-import-help = 按这里显示的样子导入文件
do-map-choose = 选择
do-map-choose-help = 从列表中选择这一列的字段
do-map-next = 下一个字段
do-map-next-help = 这一列改为下一个字段
do-map-back = 上一个字段
do-map-back-help = 这一列改为上一个字段
do-map-leave = 不导入
do-map-leave-help = 不导入这一列
do-map-keep = 保留
do-map-keep-help = 这一列存为自定字段
do-map-kind = 类型
do-map-kind-help = 客户、联系人、沟通或账款
do-map-encoding = 编码
do-map-encoding-help = 乱码时换一种编码
do-map-dates = 日期
do-map-dates-help = 分不清时，日在前还是月在前
do-field-take = 选定
do-field-take-help = 这一列改为这个字段
not-columns = 名片没有列可选
map-title = { $file }
map-about = { $source }，{ $encoding } 编码：{ $kind }，共 { $count } 条
map-kind-clients = 客户
map-kind-people = 联系人
map-kind-touches = 沟通
map-kind-invoices = 账款
map-kind-contacts = 联系人和客户
map-kind-surveys = 满意度评分
map-ready = 按 Enter 就这样导入；一步即可撤销。
map-refused = 有 { $count } 行无法导入。{ $first }
map-dates-dmy = 日期：日在前（21/11/2026）
map-dates-mdy = 日期：月在前（11/21/2026）
map-head-heading = 列标题
map-head-field = 成为
map-head-samples = 前几个值
map-choose-title = “{ $heading }”是什么？{ $samples }
map-field-leave = （不导入）
map-field-keep = （自定字段）
map-field-name = 名称
map-field-kind = 单位或个人
map-field-status = 状态
map-field-industry = 行业
map-field-region = 地区
map-field-size = 规模
map-field-need = 需求
map-field-since = 合作开始
map-field-tier_pin = 客户等级
map-field-tags = 标签
map-field-email = 邮箱
map-field-phone = 电话
map-field-wechat = 微信
map-field-address = 地址
map-field-url = 网址
map-field-other = 其他联系方式
map-field-birthday = 生日
map-field-birth_year = 出生年
map-field-birth_month = 出生月
map-field-birth_day = 出生日
map-field-potential = 潜力
map-field-fit = 契合度
map-field-budget = 预算
map-field-budget_currency = 预算币种
map-field-source = 来源
map-field-note = 备注
map-field-last_contact = 最近联系
map-field-last_note = 最近沟通内容
map-field-person = 联系人
map-field-preferred_channel = 首选渠道
map-field-response_hours = 响应时限
map-field-do_not_mention = 不要提及
map-field-external_id = 外部编号
map-field-email_labels = 邮箱标签
map-field-phone_labels = 电话标签
map-field-wechat_labels = 微信标签
map-field-address_labels = 地址标签
map-field-url_labels = 网址标签
map-field-other_labels = 其他标签
map-field-client = 客户
map-field-company = 公司
map-field-department = 部门
map-field-role = 职位
map-field-prefix = 称谓
map-field-first = 名
map-field-middle = 中间名
map-field-last = 姓
map-field-suffix = 后缀
map-field-nickname = 昵称
map-field-photo = 照片
map-field-channel = 渠道
map-field-outcome = 结果
map-field-direction = 方向
map-field-at = 时间
map-field-minutes = 分钟
map-field-flag = 标记
map-field-number = 编号
map-field-issued = 开票日期
map-field-due = 到期日
map-field-paid = 已回款
map-field-amount = 金额
map-field-cost = 成本
map-field-currency = 币种
map-field-product = 产品
map-field-score = 评分
map-field-on = 日期
map-field-reasons = 原因
find-notes-enter = 按 Enter 在备注中查找
