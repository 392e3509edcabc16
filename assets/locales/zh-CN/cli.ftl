# 命令行：帮助、输出与拒绝。

cli-about =
    touchbase：今天该联系谁，为什么。不带命令即打开程序。
    初次使用：touchbase help start
cli-example =
    touchbase
    touchbase import 通讯录.csv
    touchbase log 海川阀门 电话 -m "对初稿满意"
cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-heading-everywhere = 所有命令通用的选项
cli-heading-examples = 示例：
cli-usage-options = [选项]

cli-arg-help = 显示本帮助
cli-arg-version = 显示版本
cli-arg-json = 以一个 JSON 值作答
cli-arg-db = 使用的数据文件（也可用 TOUCHBASE_DB）
cli-arg-config = 配置文件（也可用 TOUCHBASE_CONFIG）
cli-arg-lang = 语言：en 或 zh-CN（也可用 TOUCHBASE_LANG）
cli-arg-color = 颜色：auto、always 或 never（遵守 NO_COLOR）
cli-arg-as-of = 以某一时刻的情形作答；只写日期指当天结束时
cli-arg-client = 名称、能唯一确定的部分、拼音或首字母，或 #编号
cli-arg-channel = 拜访、会议、电话、微信、邮件或信件（visit、meeting、call、message、email、letter）
cli-arg-when = 日期或时刻：2026-11-21、周五、下周五、周四15点、+3d、3天后、eom
cli-arg-note = 备注
cli-arg-why = 理由
cli-arg-all = 连同已结清的
cli-arg-filter = tier:A tag:x industry:y region:z size:s need:品质 status:lead kind:person tenure<2 due<+7d risk>0.5 growth>25% is:rising note:词，也可直接写文字
cli-arg-min = 至少这么多：0 到 1，或百分比
cli-arg-limit = 最多显示几条
cli-arg-minutes = 时长（分钟）
cli-arg-person = 联系人：姓名、能唯一确定的部分，或 #编号
cli-arg-place = 地点
cli-arg-name = 名称
cli-arg-kind = org（机构）或 person（个人）
cli-arg-status = lead 线索、active 合作中、dormant 休眠、lost 已流失、stopped 停止维护
cli-arg-industry = 行业
cli-arg-region = 地区
cli-arg-size = 规模
cli-arg-need = 需求
cli-arg-since = 从哪天起是客户（默认今天）
cli-arg-email = 邮箱，可重复
cli-arg-phone = 电话，可重复
cli-arg-wechat = 微信号，可重复
cli-arg-tag = 标签，可重复
cli-arg-potential = 潜力，1 到 5
cli-arg-fit = 契合度，1 到 5
cli-arg-budget = 年度预算
cli-arg-currency = 币种代码，如 CNY、EUR（默认为配置里的本位币，未设则取多数账款的币种，再无则为 CNY）
cli-arg-prefer = 偏好的渠道
cli-arg-quiet = 客户不希望被联系的时段：12:00-14:00，或 none
cli-arg-source = 来源
cli-arg-role = 职务
cli-arg-due = 截止日
cli-arg-assignee = 由谁来做
cli-arg-until = 有效期的最后一天
cli-arg-on = 发生的日期（默认今天）
cli-arg-end = 最后一天
cli-arg-notice = 可通知终止的最后一天
cli-arg-renew = 续约日
cli-arg-title = 标题
cli-arg-number = 账单编号
cli-arg-cost = 成本
cli-arg-product = 产品

cli-today-about = 今天的队列：该联系谁，为什么
cli-today-example =
    touchbase today
    touchbase today --limit 5 --as-of 2026-03-31
cli-log-about = 记录一次沟通，并说明下次何时到期
cli-log-example =
    touchbase log 海川阀门 电话 -m "对初稿满意" --again 周四15点
    touchbase log 海川阀门 电话 --outcome 没联系上 --at 昨天16点
cli-log-at = 发生的时刻（默认现在）
cli-log-outcome = 结果：已联系上（默认）、没联系上、约了再联系、被拒
cli-log-in = 对方主动联系
cli-log-flag = 警示：competitor 关注对手、cold 反应冷淡、declined 谢绝邀请
cli-log-again = 约好的下次联系，会建立预约
cli-snooze-about = 把到期事项藏到某天，沟通计划不变
cli-snooze-example = touchbase snooze 海川阀门 +3d
cli-snooze-channel = 只针对这一项要求（默认：该客户在今天队列里的全部事项）
cli-skip-about = 跳过本次，须写理由
cli-skip-example = touchbase skip 海川阀门 -m "对方休假"
cli-skip-channel = 只针对这一项要求（默认：所有到期的，若无则最早的一项）
cli-pause-about = 暂停跟进到某天；写今天或更早的日期即恢复
cli-pause-example = touchbase pause 海川阀门 2027-01-15 -m "正在搬迁"
cli-appointment-about = 预约
cli-appointment-example = touchbase appointment add 海川阀门 拜访 周四15点 --place "四号门"
cli-appointment-add-about = 记下一个预约
cli-appointment-add-example = touchbase appointment add 海川阀门 拜访 周四15点 --place "四号门" --minutes 60
cli-appointment-list-about = 未完成的预约，全部或某个客户的
cli-appointment-list-example = touchbase appointment list
cli-appointment-cancel-about = 取消预约
cli-appointment-cancel-example = touchbase appointment cancel 海川阀门
cli-appointment-cancel-appointment = #编号；该客户只有一个预约时也可写客户
cli-leave-about = 自己的休假
cli-leave-example = touchbase leave add 2026-12-24 2027-01-02 -m "陪家人"
cli-leave-add-about = 添加休假，首尾两天都算
cli-leave-add-example = touchbase leave add 2026-12-24 2027-01-02 -m "陪家人"
cli-leave-add-from = 第一天
cli-leave-add-to = 最后一天（默认同第一天）
cli-leave-list-about = 已登记的休假
cli-leave-list-example = touchbase leave list
cli-leave-remove-about = 撤回休假
cli-leave-remove-example = touchbase leave remove 2026-12-24
cli-leave-remove-leave = #编号，或其中的某一天
cli-client-about = 客户
cli-client-example =
    touchbase client add 海川阀门 --industry 制造 --phone 13800138000
    touchbase client list tier:A
cli-client-add-about = 添加客户
cli-client-add-example = touchbase client add 海川阀门 --industry 制造 --tag 广交会 --phone 13800138000
cli-client-edit-about = 修改客户
cli-client-edit-example =
    touchbase client edit 海川阀门 --region 杭州 --set "合同编号=HC-7"
    touchbase client edit 海川阀门 --plan 电话=10d --until 2027-03-31 -m "新品上市"
cli-client-edit-set = 按名称设置字段：note、source、response hours 等，或自定的字段；留空即清除
cli-client-edit-plan = 为该客户改间隔或渠道：call=10d、visit=meeting:2mo；call=auto 恢复
cli-client-edit-why = 理由，随状态或计划的变更一起保存
cli-client-show-about = 一个客户的全部情况
cli-client-show-example = touchbase client show 海川阀门
cli-client-list-about = 按条件列出客户
cli-client-list-example = touchbase client list tier:A due<+7d
cli-client-tag-about = 增减标签
cli-client-tag-example = touchbase client tag 海川阀门 广交会 重点 --remove 旧
cli-client-tag-tags = 要添加的标签
cli-client-tag-remove = 要移除的标签，可重复
cli-client-pin-about = 指定等级并写明理由；auto 恢复为计算所得
cli-client-pin-example = touchbase client pin 海川阀门 A -m "标杆客户" --until 2027-06-30
cli-client-pin-tier = A、B、C 或 auto
cli-client-pin-from = 从哪天起（默认今天）
cli-client-pin-review = 哪天再复核
cli-client-stop-about = 停止维护：有日期、有理由的决定
cli-client-stop-example = touchbase client stop 海川阀门 -m "换了供应商"
cli-person-about = 联系人
cli-person-example = touchbase person add 海川阀门 王磊 --role 采购 --phone 13800138000
cli-person-add-about = 添加联系人
cli-person-add-example = touchbase person add 海川阀门 王磊 --role 采购 --phone 13800138000 --birthday 05-12
cli-person-add-birthday = MM-DD 或 YYYY-MM-DD
cli-person-edit-about = 修改联系人
cli-person-edit-example = touchbase person edit 海川阀门 王磊 --role 采购经理
cli-person-list-about = 某个客户的联系人
cli-person-list-example = touchbase person list 海川阀门
cli-person-remove-about = 移除联系人及其联系方式
cli-person-remove-example = touchbase person remove 海川阀门 王磊
cli-task-about = 待办：承诺、等对方、委派
cli-task-example = touchbase task add 海川阀门 "发报价" --due 周五
cli-task-add-about = 记下一件待办
cli-task-add-example = touchbase task add 海川阀门 "发报价" --due 周五
cli-task-add-text = 内容
cli-task-add-due = 截止日（默认今天）
cli-task-add-goal = 目标
cli-task-add-requirement = 完成的标准
cli-task-add-waiting = 等对方
cli-task-edit-about = 修改待办
cli-task-edit-example = touchbase task edit 报价 --due +2d
cli-task-edit-text = 新的内容
cli-task-list-about = 未完成的待办，全部或某个客户的
cli-task-list-example = touchbase task list 海川阀门
cli-task-done-about = 完成待办
cli-task-done-example = touchbase task done 报价
cli-arg-task = #编号，或能唯一确定的部分文字
cli-invoice-about = 账款
cli-invoice-example = touchbase invoice add 海川阀门 38000 --due +30d
cli-invoice-add-about = 记下一笔账款；负数为退款
cli-invoice-add-example = touchbase invoice add 海川阀门 38000 --issued 2026-11-02 --due +30d
cli-invoice-add-amount = 金额
cli-invoice-add-issued = 开具日（默认今天）
cli-invoice-add-paid = 回款日
cli-invoice-add-engagement = 所属项目：能唯一确定的部分标题，或 #编号
cli-invoice-edit-about = 修改账款
cli-invoice-edit-example = touchbase invoice edit 2026-041 --due 2026-12-31
cli-invoice-edit-amount = 新的金额
cli-invoice-list-about = 未回款的账款，全部或某个客户的
cli-invoice-list-example = touchbase invoice list --all
cli-invoice-done-about = 标记已回款
cli-invoice-done-example = touchbase invoice done 2026-041 --on 昨天
cli-arg-invoice = 编号、#编号；只有一笔未结时也可写客户
cli-engagement-about = 项目、包月、合同
cli-engagement-example = touchbase engagement add 海川阀门 "官网改版" --start 2027-01-04 --end 2027-03-31
cli-engagement-add-about = 记下项目、包月或合同
cli-engagement-add-example = touchbase engagement add 海川阀门 "官网改版" --start 2027-01-04 --notice 2027-02-28
cli-engagement-add-start = 第一天（默认今天）
cli-engagement-add-kind = project 项目（默认）、retainer 包月、contract 合同
cli-engagement-edit-about = 修改项目
cli-engagement-edit-example = touchbase engagement edit 官网 --end 2027-04-30
cli-engagement-edit-status = planned、open、done 或 cancelled
cli-engagement-list-about = 未结束的项目，全部或某个客户的
cli-engagement-list-example = touchbase engagement list
cli-engagement-done-about = 标记项目完成
cli-engagement-done-example = touchbase engagement done 官网
cli-arg-engagement = #编号，或能唯一确定的部分标题
cli-explain-about = 为何是这个等级、这个到期日、这个优先级，怎样会改变
cli-explain-example = touchbase explain 海川阀门
cli-tiers-about = 每个客户的等级与得分，以及谁还未分类
cli-tiers-example =
    touchbase tiers
    touchbase tiers --sort
    touchbase tiers --preview size
cli-tiers-sort = 未分类的客户，并给出分类用的命令
cli-brief-about = 拜访准备单，Markdown 格式
cli-brief-example =
    touchbase brief 海川阀门
    touchbase brief 海川阀门 北星传媒 > 周一.md
cli-spread-about = 在宽限期内把今后几周错开：先预览，--apply 写入
cli-spread-example = touchbase spread --apply
cli-spread-apply = 写入，可一步撤销
cli-undo-about = 撤销最近一次操作，或指定的一次
cli-undo-example =
    touchbase undo
    touchbase undo --op 41
cli-undo-op = 操作编号，见 history
cli-undo-steps = 撤销几次
cli-redo-about = 重做刚撤销的操作
cli-redo-example = touchbase redo
cli-history-about = 做过的操作，新的在前
cli-history-example = touchbase history 海川阀门
cli-import-about = 导入客户、联系人、沟通、账款、商机、工单、满意度调查或客户关怀；好的行照收，被拒的行列出
cli-import-example =
    touchbase import 通讯录.csv
    touchbase import 客户.csv --map name=公司 --dry-run
cli-import-file = CSV、Excel（.xlsx）或 vCard 文件；认得谷歌、Outlook 和 Thunderbird 的通讯录
cli-import-as = 认不出时指明：clients、people、touches、invoices、opportunities、complaints、surveys 或 care
cli-import-map = 某个字段在哪一列，可重复
cli-import-encoding = utf-8、gbk、gb18030、big5、cp1252、utf-16le 等，自动识别不对时指定
cli-import-date-order = dmy 或 mdy，用于 3/4/2026 这样的日期
cli-import-tiers = pin（默认）把等级列作为指定等级，computed 忽略它
cli-import-dry-run = 只报告，不写入
cli-export-about = 把客户、联系人、沟通、账款、商机、工单、调查或客户关怀写成 CSV 或 JSON，联系人可写成 vCard
cli-export-example =
    touchbase export > 客户.csv
    touchbase export --what touches --format json -o touches.json tier:A
cli-export-format = csv（默认）、json 或 vcf（每人一张名片）
cli-export-vcf-version = 3.0（默认，通用）或 4.0
cli-export-what = clients（默认）、people、touches、invoices、opportunities、complaints、surveys 或 care
cli-export-output = 写入的文件（默认：标准输出）
cli-sql-about = 对数据表与视图 v_client、v_today、v_due、v_sla、v_risk 做只读 SQL 查询
cli-sql-example = touchbase sql "select tier, count(*) from v_client group by tier"
cli-sql-query = 一条 select 语句
cli-policy-about = 规则：等级、沟通计划、工作时间、每日上限
cli-policy-example = touchbase policy use solo
cli-policy-show-about = 现行规则全文，附每周工作时间
cli-policy-show-example =
    touchbase policy show
    touchbase policy show --bill
cli-policy-show-bill = 现行规则与自带规则每周各需多少次沟通
cli-policy-edit-about = 在编辑器里打开一份草稿并检查
cli-policy-edit-example = touchbase policy edit
cli-policy-use-about = 启用规则，并说明会改变什么
cli-policy-use-example = touchbase policy use solo
cli-policy-use-policy = agency、solo、factors、ops、size、草稿的名称或文件
cli-zone-about = 显示或设置数据文件的时区
cli-zone-example = touchbase zone Asia/Shanghai
cli-zone-zone = 时区，如 Asia/Shanghai
cli-demo-about = 在临时文件里打开一份逼真的示例；用 --db 文件 可保留
cli-demo-example =
    touchbase demo
    touchbase demo --clients 500 --years 3 --db big.db
cli-demo-clients = 客户数（默认 45）
cli-demo-years = 几年的历史
cli-demo-seed = 换一个数，换一份示例
cli-config-about = 配置
cli-config-example = touchbase config path
cli-config-path-about = 程序的文件放在哪里
cli-config-path-example = touchbase config path
cli-completions-about = 打印某个 shell 的补全脚本
cli-completions-example = touchbase completions zsh > _touchbase
cli-completions-shell = bash、zsh、fish、powershell 或 elvish

cli-error-as-of = --as-of 只用于读取的命令；要给记录写日期请用 --at（或 --on、--since、--issued）；参见 { $help }
cli-error-unknown-option = 没有 { $what } 这个选项；参见 { $help }
cli-error-too-many = 多出一项：{ $what }；名称和备注请加引号，或参见 { $help }
cli-error-unknown-command = 没有 { $what } 这个命令；参见 { $help }
cli-error-missing-command = 缺少命令；参见 { $help }
cli-error-missing = 缺少：{ $what }；参见 { $help }
cli-error-twice = { $what } 写了两次；参见 { $help }
cli-error-utf8 = 有一项不是合法的 UTF-8；参见 { $help }
cli-error-no-value = { $what } 需要一个值；参见 { $help }
cli-error-flag-value = { $what } 不带值；参见 { $help }
cli-error-usage = 看不懂这一行；参见 { $help }
cli-error-output = 无法写出结果：{ $why }
cli-written-unprinted = 已写入，但结果无法输出：{ $why }
cli-error-unexpected = 失败：{ $why }
cli-error-ambiguous = “{ $text }”符合 { $n } 个；请写得更完整，或用 #编号
cli-match = #{ $id }  { $what }
cli-match-more = 另有 { $n } 个
cli-choice-client = { $name }
cli-choice-person = { $name }  { $role }
cli-choice-task = { $text }，{ $client }，{ $due } 到期
cli-choice-invoice = { $numbered ->
    [1] { $number }，{ $amount }
   *[other] { $amount }
}，{ $client }，{ $issued } 开具{ $dated ->
    [1] ，{ $due } 到期
   *[other] {""}
}{ $paid ->
    [1] ，已回款
   *[other] {""}
}
cli-choice-engagement = { $title }，{ $client }，{ $start } 起，{ $status }
cli-choice-appointment = { $channel }，{ $at }，{ $client }{ $placed ->
    [1] ，{ $place }
   *[other] {""}
}
cli-error-past = “{ $text }”是 { $at }，已经过去；请写将来的时间，如“明天15点”；已发生的请用 log 记录
cli-error-no-client = 没有客户“{ $text }”；可查看 touchbase client list
cli-error-no-client-near = 没有客户“{ $text }”；是不是 { $near }？
cli-error-vanished = 这个客户已不在；文件可能被其他程序改过
cli-error-no-person = 该客户没有联系人“{ $text }”；可查看 touchbase person list
cli-error-no-task = 没有未完成的待办“{ $text }”；可查看 touchbase task list
cli-error-no-invoice = 没有账款“{ $text }”；可查看 touchbase invoice list --all
cli-error-no-engagement = 没有项目“{ $text }”；可查看 touchbase engagement list
cli-error-no-appointment = 没有预约“{ $text }”；可查看 touchbase appointment list
cli-error-no-leave = “{ $text }”没有休假；可查看 touchbase leave list
cli-error-no-policy = 没有规则“{ $name }”；可用 agency、solo、factors、ops、size、草稿名称或 .toml 文件
cli-error-amount = “{ $text }”不是 { $currency } 金额；写 38000 或 1200.50
cli-error-currency = “{ $text }”不是币种；写代码，如 CNY、EUR
cli-error-number = { $option } 需要整数，不能是“{ $text }”
cli-error-share = “{ $text }”不是比例：请写 0 到 1，或 0% 到 100%
cli-column-risk = 风险
cli-error-word = “{ $text }”不在 { $choices } 之中
cli-error-filter = 没有“{ $text }”这个条件；可用 { $known }；其余文字请加引号
cli-error-callback = 约在何时再联系？请加 --again 周四15点
cli-error-why = 需要理由：请加 -m "理由"
cli-error-not-planned = { $client } 的沟通计划里没有{ $channel }；可查看 touchbase explain
cli-error-no-plan = { $client } 没有到期事项：没有可推迟的沟通计划
cli-error-set = “{ $text }”不是 字段=值
cli-error-set-value = “{ $text }”不能用作 { $field }
cli-error-set-elsewhere = { $field } 不能这样设置；请用 { $command }
cli-error-set-fixed = { $field } 不能设置：它由程序给出
cli-set-near = “{ $field }”是自定字段；若想写的是 { $meant }：touchbase undo 撤销后再写。
cli-error-plan = “{ $text }”不是计划变更；写 call=10d、visit=meeting:2mo 或 call=auto
cli-error-quiet = --quiet “{ $text }”：{ $why }
cli-error-birthday = “{ $text }”不是生日；写 05-12 或 1980-05-12
cli-error-zone = 没有时区“{ $text }”；写名称，如 Asia/Shanghai
cli-error-clock = { $variable }=“{ $text }”不是时刻；写成 2026-11-23T09:04:00+08:00，或取消该变量
cli-error-file = 无法读取 { $path }：{ $why }
cli-error-exists = { $path } 已存在；请用新文件名
cli-error-editor = 编辑器出错（{ $why }），没有任何改动；请用 EDITOR 指定编辑器
cli-error-op-and-steps = --op 与 --steps 只能用一个
cli-error-map = “{ $text }”不是 字段=列名

cli-next = ，下次{ $channel } { $day }
cli-next-late = ，{ $channel }自 { $day } 起待跟进

cli-today-away = 已有 { $days } 个工作日没有记录，{ $n } 项在等。touchbase spread 可把逾期的错开，重要的在前。
cli-today-no-clients = 还没有客户：touchbase client add 名称，或 touchbase import 文件。
cli-today-nothing = 今天没有到期事项，好好休息。
cli-today-more = 还有 { $n } 行
cli-today-line = --- 每日上限 { $capacity }，已用 { $used }；以下排不下 ---
cli-today-no-holidays = 没有 { $year } 年的节假日数据，只按每周工作时间计算。可用 touchbase holidays import FILE 导入。
cli-today-batch = { $n } 个客户

cli-appointment-none = 没有未完成的预约。
cli-appointment-past = 这个时间已经过去；已发生的请用 touchbase log 记录。
cli-leave-none = 没有登记休假。
cli-client-none = 没有符合的客户。
cli-person-none = 没有联系人。
cli-task-none = 没有未完成的待办。
cli-invoice-none = 没有账款。
cli-engagement-none = 没有项目。
cli-history-none = 还没有任何操作。
cli-history-why = { $what }（{ $why }）
cli-spread-nothing = 无需移动：没有逾期，也没有还能减轻的日子。
cli-spread-preview = 将移动 { $n } 次跟进；touchbase spread --apply 写入。
cli-tiers-dormant = { $n } 位客户休眠，不参与分级：{ $months } 个月没有订单，也没有进行中的项目。
cli-tiers-advice = 合作中的客户不足 { $n } 个：计算出的等级仅供参考，请自行指定。
cli-tiers-unsorted = 未分类 { $n } 个：没有账款，也没有填写的因素。请指定等级，或填写 --potential。
cli-tiers-columns = 得分：价值乘以填写的因素。之前占比：排在前面的得分占全部的比例。计算：今天算出的等级。现行：接受后一直沿用的等级。建议：可接受的变动。
cli-no-rate = { $currencies } 没有折算成 { $base } 的汇率：这些金额未计入价值。请在 { $path } 的 [rates] 下写入，如 { $first } = 7.1（换成实际汇率）。
cli-undone = 已撤销：{ $what }
cli-redone = 已重做：{ $what }
cli-taken-back = （已撤销）{ $what }
cli-face-cli = 命令行
cli-face-tui = 界面
cli-face-import = 导入
cli-face-system = 程序
cli-policy-name = 规则 { $name }
cli-policy-already = 规则 { $name } 已在使用。
cli-zone-already = 时区已经是 { $zone }。
cli-policy-closed = 休息
cli-policy-preview = { $tiers } 个客户等级变化，{ $plans } 个客户沟通计划变化。
cli-policy-draft = 草稿 { $path } 没有问题；用 touchbase policy use { $name } 启用。
cli-day-mon = 周一
cli-day-tue = 周二
cli-day-wed = 周三
cli-day-thu = 周四
cli-day-fri = 周五
cli-day-sat = 周六
cli-day-sun = 周日
cli-path-db = 数据文件
cli-path-config = 配置文件
cli-path-config_dir = 自有文件
cli-path-state_dir = 本机状态

cli-column-when = 时间
cli-column-channel = 渠道
cli-column-client = 客户
cli-column-place = 地点
cli-column-minutes = 时长
cli-column-id = 编号
cli-column-first = 从
cli-column-last = 到
cli-column-why = 理由
cli-column-person = 联系人
cli-column-role = 职务
cli-column-reach = 联系方式
cli-column-due = 截止
cli-column-kind = 类别
cli-column-task = 待办
cli-column-assignee = 由谁
cli-column-number = 编号
cli-column-amount = 金额
cli-column-issued = 开具
cli-column-paid = 回款
cli-column-product = 产品
cli-column-title = 标题
cli-column-status = 状态
cli-column-start = 开始
cli-column-end = 结束
cli-column-notice = 通知
cli-column-renew = 续约
cli-column-tier = 等级
cli-column-next-due = 下次跟进
cli-column-last-touch = 上次沟通
cli-column-value = 近 12 个月开票
cli-column-industry = 行业
cli-column-tags = 标签
cli-column-score = 得分
cli-column-share = 之前占比
cli-column-computed = 计算
cli-column-held = 现行
cli-column-offered = 建议
cli-column-pinned = 指定理由
cli-column-was-due = 原定
cli-column-op = 序号
cli-column-face = 来自
cli-column-what = 内容

cli-show-since = { $kind }，{ $since } 起
cli-show-status = { $on } 起{ $status }
cli-show-also = 又名 { $names }
cli-show-paused = 暂停跟进至 { $day }
cli-show-worth = 近12个月 { $year }，未回款 { $open }
cli-show-reach = 联系方式
cli-show-people = 联系人
cli-show-plan = 沟通计划
cli-show-touches = 最近沟通
cli-show-more = 另有 { $n } 次；见 touchbase client show --json 与 touchbase export --what touches
cli-show-appointments = 预约
cli-show-tasks = 待办
cli-show-invoices = 未回款
cli-show-engagements = 项目
cli-show-facts = 已知情况
cli-show-preferred = 偏好{ $channel }
cli-show-quiet = { $from } 至 { $to } 请勿联系
cli-show-invalid = { $day } 起失效
cli-show-verified = { $day } 核实
cli-show-need = 需求
cli-show-source = 来源
cli-show-note = 备注
cli-show-do-not-mention = 不要提及
cli-show-response = 约定答复时限（小时）
cli-show-birthday = 生日
cli-show-requirement = { $channel }，{ $every }，{ $due } 到期
cli-show-state-late = 晚 { $days } 天
cli-show-state-snoozed = 推迟到 { $until }
cli-show-state-booked = 已约 { $start }
cli-show-state-retry = 再试
cli-show-state-paused = 暂停至 { $until }
cli-export-done = { $n } 行已写入 { $path }
cli-demo-made = { $n } 个客户的示例已写入 { $path }。接着输入：touchbase --db { $path }

cli-also-channel-visit = 上门 面谈 见面
cli-also-channel-meeting = 会议 视频
cli-also-channel-call = 打电话 通话 致电
cli-also-channel-message = 微信 短信 消息
cli-also-channel-email = 邮件 邮箱 电邮
cli-also-channel-letter = 信件 信 礼品
cli-also-outcome-reached = 已发送 联系上 接通
cli-also-outcome-no-answer = 未接 无人接听 没接
cli-also-outcome-callback = 再联系 约
cli-also-outcome-declined = 拒绝 谢绝
cli-error-write = 无法写入 { $path }：{ $why }
cli-import-working = 正在导入

# 规则的沟通量，以及分类卡片。
cli-bill = 这 { $n } 个客户每周的沟通次数：{ $list }
cli-bill-each = { $policy } { $contacts }
cli-bill-in-force = 现行
cli-bill-columns = 沟通：拜访同时算作当周的电话。要求：逐项单独计算。上限：按规则的工作日计算。等级 -：未分类客户按 C 类对待。
cli-column-policy = 规则
cli-column-clients = 客户数
cli-column-contacts = 沟通
cli-column-requirements = 要求
cli-column-capacity = 上限
cli-column-people = 人数
cli-column-suggested = 建议等级
cli-deck = { $n } 个客户尚未分类
cli-deck-none = 合作中的客户都已分类。
cli-deck-reason = 手工分类
cli-deck-how = 把 TIER 换成 A、B 或 C。不是客户的：touchbase client stop 客户 -m 理由。
# 导入选项的提示
cli-import-hint-kind = { $message }（--as clients|people|touches|invoices|opportunities|complaints|surveys|care 和 --map 字段=标题）
cli-import-hint-column = { $message }（--map { $field }=标题）
cli-import-hint-field = { $message }（--map 字段=标题）
cli-import-hint-encoding = { $message }（--encoding { $names }）
cli-import-hint-cards = { $message }（去掉 --as）
cli-import-hint-dates = 分不清日和月的日期：用 --date-order dmy 或 mdy 说明

# 用户自己的按键。
config-bad-keys = { $file } 第 { $line } 行：{ $key } 必须是一个按键（如 "D"）、依次按下的键（如 "g g"）或它们的列表。
keys-no-scope = { $file } 第 { $line } 行：没有“{ $scope }”这一处按键；用 touchbase help keys 查看。
keys-no-command = { $file } 第 { $line } 行：那里没有叫“{ $command }”的命令；用 touchbase help keys 查看。
keys-no-key = { $file } 第 { $line } 行：“{ $key }”不是按键；写法如 d、D、Ctrl-d、Alt-x、Enter、F5。
keys-conflict = { $file } 第 { $line } 行：{ $key } 会同时表示 { $command } 和 { $other }；请给其中一个换键。
# 评分和客户关系
cli-survey-about = 客户打的分：NPS 0 到 10，满意度（CSAT）1 到 5
cli-survey-example = touchbase survey add 海川阀门 nps 9 --reason "回复快"
cli-survey-add-about = 记下评分及其原因
cli-survey-add-example = touchbase survey add 海川阀门 csat 4 --on 昨天 --person 王总
cli-survey-add-kind = nps（推荐意愿，0 到 10）或 csat（满意度，1 到 5）
cli-survey-add-score = 分数
cli-survey-add-on = 打分的日期（默认今天）
cli-survey-add-reason = 打这个分的原因；可重复
cli-survey-add-channel = 通过什么渠道问的
cli-survey-list-about = 评分，新的在前
cli-survey-list-example = touchbase survey list 海川阀门
cli-survey-remove-about = 删除一次评分
cli-survey-remove-example = touchbase survey remove 海川阀门
cli-survey-remove-survey = #编号；只有一次评分时也可写客户
cli-survey-none = 还没有评分。
cli-client-relate-about = 记下两个客户之间的关系：双方页面都会显示
cli-client-relate-example = touchbase client relate 海川阀门 competitor 绿叶科技 -m "五月竞标同一项目"
cli-client-relate-kind = competitor 竞争、partner 合作、group 同集团、conflict 冲突
cli-client-relate-other = 另一个客户，写法相同
cli-client-relate-end = 解除这种关系
cli-choice-survey = { $mark }，{ $client }，{ $on }
cli-error-no-survey = 没有评分“{ $text }”；用 touchbase survey list 查看
cli-column-mark = 评分
cli-show-relations = 客户关系
cli-show-surveys = 评分

# 手册与 man 页。
cli-help-about = 按主题阅读手册；不给主题则列出全部主题
cli-help-example =
    touchbase help start
    touchbase help --man > touchbase.1
cli-help-topic = 列表中的一个主题
cli-help-man = 输出 man 页（troff），含全部命令与选项
cli-help-hint = touchbase help TOPIC 显示一个主题；touchbase COMMAND --help 显示命令的选项。
cli-error-topic = 没有主题“{ $text }”；可用的有 { $topics }；命令的用法见 touchbase COMMAND --help
cli-man-name = 今天该联系谁，为什么
cli-man-commands = 命令
cli-man-exit = 退出码
cli-man-exit-text = 0 完成；1 失败，或没有可撤销的；2 用法、日期或数字有误；3 没有该客户或待办，或不唯一；4 规则不允许，或部分导入行被拒；10 没有数据库；11 被其他程序占用；12 不是本程序的文件；13 由更新的版本写成；14 已损坏；15 只读或空间不足
cli-man-more = 另见
cli-man-more-text = 手册正文：touchbase help

# draft
cli-draft-example = touchbase draft 北辰 service-terms
    touchbase draft 北辰 --case 31
    touchbase draft 北辰 complaint-follow-up --stdout
    touchbase draft 北辰 service-terms --maildir ~/Mail/drafts --log
    touchbase draft --list
cli-draft-template = 模板（默认：工单下一步所用的模板）
cli-draft-case = 相关工单的编号（默认：唯一未结的工单）
cli-draft-stdout = 只输出要发送的文字：主题、空行、正文
cli-draft-list = 列出模板及其来源
cli-draft-shipped = 自带
cli-draft-which = 用哪个模板？可用的有 { $templates }
cli-draft-no-template = 没有模板“{ $template }”；可用的有 { $templates }
cli-draft-no-case = 模板“{ $template }”与工单有关，而 { $client } 没有工单
cli-draft-which-case = 模板“{ $template }”与工单有关：请用 --case 编号 指明 { $cases } 之一
cli-draft-not-theirs = { $client } 没有工单 { $no }
