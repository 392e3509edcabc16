# store：做了什么、拒绝了什么、文件有什么问题

# 已完成（简短；历史记录也用这些）
did-accept-tier = 已接受等级 { $tier }：{ $client }
did-add-client = 已添加客户：{ $client }
did-add-delegated = { $named ->
    [1] 已交办待办“{ $what }”：{ $client }，{ $day } 到期
   *[other] 已交办待办：{ $client }，{ $day } 到期
}
did-add-engagement = { $named ->
    [1] 已添加项目“{ $what }”：{ $client }
   *[other] 已添加项目：{ $client }
}
did-add-invoice = { $named ->
    [1] 已添加账款（{ $what }）：{ $client }
   *[other] 已添加账款：{ $client }
}
did-add-lead = 已添加线索：{ $client }
did-add-person = { $named ->
    [1] 已添加联系人 { $what }：{ $client }
   *[other] 已添加联系人：{ $client }
}
did-add-task = { $named ->
    [1] 已记下承诺“{ $what }”：{ $client }，{ $day } 到期
   *[other] 已记下承诺：{ $client }，{ $day } 到期
}
did-add-waiting = { $named ->
    [1] 已记下等对方的事“{ $what }”：{ $client }，{ $day } 到期
   *[other] 已记下等对方的事：{ $client }，{ $day } 到期
}
did-appointment = 已约定 { $at }：{ $client }
did-cancel-appointment = { $named ->
    [1] 已取消预约（{ $what }）：{ $client }
   *[other] 已取消预约：{ $client }
}
did-done-engagement = { $named ->
    [1] 项目“{ $what }”已完成：{ $client }
   *[other] 项目已完成：{ $client }
}
did-done-task = { $named ->
    [1] 待办“{ $what }”已完成：{ $client }
   *[other] 待办已完成：{ $client }
}
did-edit-client = { $named ->
    [1] 已修改 { $client }：{ $what }
   *[other] 已修改：{ $client }
}
did-edit-engagement = { $named ->
    [1] 已修改项目“{ $what }”：{ $client }
   *[other] 已修改项目：{ $client }
}
did-edit-invoice = { $named ->
    [1] 已修改账款（{ $what }）：{ $client }
   *[other] 已修改账款：{ $client }
}
did-edit-person = { $named ->
    [1] 已修改联系人 { $what }：{ $client }
   *[other] 已修改联系人：{ $client }
}
did-edit-task = { $named ->
    [1] 已修改待办“{ $what }”：{ $client }
   *[other] 已修改待办：{ $client }
}
did-freeze-month = 已保存本月评分
did-import = 已导入 { $count } 条记录
did-keep-pin = 继续固定为 { $tier }：{ $client }
did-leave = 休假 { $first } 至 { $last }
did-log-call = 已记录电话：{ $client }
did-log-callback = 已记录：{ $client }，约好 { $at } 再联系
did-log-declined = 已记录被拒：{ $client }
did-log-email = 已记录邮件：{ $client }
did-log-letter = 已记录信件：{ $client }
did-log-meeting = 已记录线上会议：{ $client }
did-log-message = 已记录消息：{ $client }
did-log-no-answer = 已记录没联系上：{ $client }
did-log-unknown = 已记录沟通：{ $client }
did-log-visit = 已记录拜访：{ $client }
did-note = 已添加备注：{ $client }
did-override = 已调整沟通计划：{ $client }
did-override-end = 已恢复原沟通计划：{ $client }
did-pause = 已暂停跟进至 { $day }：{ $client }
did-pay-invoice = { $named ->
    [1] 已回款（{ $what }）：{ $client }
   *[other] 已回款：{ $client }
}
did-pin = 已固定为 { $tier }：{ $client }
did-policy = { $named ->
    [1] 已启用规则 { $what }
   *[other] 已启用新规则
}
did-remind-invoice = { $named ->
    [1] 已发催款提醒（{ $what }）：{ $client }，{ $day } 再看
   *[other] 已发催款提醒：{ $client }，{ $day } 再看
}
did-remove-leave = 已撤回休假
did-remove-person = 已删除联系人：{ $client }
did-remove-point = 已删除联系方式：{ $client }
did-reschedule = 已改期到 { $at }：{ $client }
did-resume = 已恢复跟进：{ $client }
did-skip = 已跳过本次：{ $client }，下次 { $day }
did-snooze = 稍后，{ $day } 再看：{ $client }
did-spread = 已错开 { $count } 次跟进
did-stop = 已停止维护：{ $client }
did-tag = { $named ->
    [1] 已修改标签（{ $what }）：{ $client }
   *[other] 已修改标签：{ $client }
}
did-unpin = 等级恢复为自动计算：{ $client }
did-verify = 已核对资料：{ $client }
did-zone = { $named ->
    [1] 时区已改为 { $what }
   *[other] 已更改时区
}
did-something = 此版本不认识的操作
did-nothing = 没有变化
did-and-more = { $did }，另有 { $more } 项
did-undo = 已撤销：{ $did }
did-redo = 已重做：{ $did }
did-partly = { $did }（已部分撤销）
store-client-gone = 已不存在的客户
did-of-appointment = { $channel }，{ $at }
did-of-list = { $a }、{ $b }
did-of-own = 自定字段“{ $name }”

# 拒绝
refused-no-client = 没有这个客户；用 touchbase client list 查看
refused-no-person = 该客户没有这位联系人
refused-no-point = 没有这个联系方式
refused-no-touch = 没有这条沟通记录
refused-no-appointment = 该客户没有这个预约
refused-no-task = 该客户没有这项待办
refused-no-leave = 没有这段休假；用 touchbase leave list 查看
refused-no-invoice = 该客户没有这笔账款
refused-no-engagement = 该客户没有这个项目
refused-empty-name = 名称为空
refused-empty-text = 内容为空
refused-empty-title = 标题为空
refused-empty-point = 联系方式为空
refused-empty-tag = 标签为空
refused-empty-field = 字段没有名称
refused-nothing = 没有给出要修改的内容
refused-nul = 文字中不能含有 NUL 字符
refused-long = 文字超过 { $most } 个字符
refused-grade = 潜力和契合度须为 1 到 5 的数字
refused-hours = 响应时间须为小时数，至少为 1
refused-minutes = 时长须为分钟数，不能为负
refused-grace = 宽限须为 0 到 999 个工作日
refused-order = { $last } 早于 { $first }
refused-not-ahead = { $day } 不在今天之后
refused-touch-ahead = { $at } 还没有到；约好的事请用预约
refused-again = { $again } 不在这次沟通之后
refused-birthday = 一年中没有这一天
refused-channel = 这里不能用这个渠道
refused-zone = 没有时区“{ $zone }”；写法如 Asia/Shanghai
refused-callback = 约了再联系须写明时间；用 --again WHEN
refused-no-reason = 需要写明原因；用 -m 原因
refused-same-name = 已有客户 { $name }；请加上能区分的字样
refused-same-external = { $name } 已存在，名片编号相同
refused-stopped = 该客户已停止维护
refused-no-pin = 该客户的等级没有固定
refused-no-pause = 该客户没有暂停跟进
refused-no-override = 该客户的这项沟通计划没有调整过
refused-appointment-over = 这个预约已经结束
refused-task-done = 这项待办已经完成
refused-engagement-done = 该项目已经完成
refused-no-tag = { $client } 没有标签“{ $tag }”；用 touchbase client show 查看
refused-paid = 这笔账款已经回款
refused-leave-removed = 这段休假已经撤回

# 撤销
store-nothing-to-undo = 没有可撤销的操作
store-nothing-to-redo = 没有可重做的操作
store-no-such-op = 没有第 { $op } 步；用 touchbase history 查看
store-cannot-undo = 无法撤销：{ $why }
store-cannot-redo = 无法重做：{ $why }
undo-already = 它已经撤销了
undo-use-redo = 它本身是一次撤销；请用重做
undo-system = 它是程序自动写入的
undo-gone = { $what }已不存在
undo-taken = { $what }的位置已被占用
left-of = { $client } 的{ $fact }
left-changed = { $what }之后又改过
left-needed = { $what }保留，因为之后的{ $by }依赖它
left-field = { $what }：{ $field }之后又改过
left-clients = { $names }保留（共 { $count } 个）：之后被修改或使用过；先撤销那些操作，再撤销这一步
left-rows = { $names }的{ $what }：之后被修改过或仍被引用
left-name = { $name }
left-names = { $name }、{ $rest }
left-more = 另有 { $count } 项

# 上面句子里的事项和字段
fact-setting = 设置
fact-policy = 规则
fact-leave = 休假
fact-client = 客户
fact-alias = 曾用名
fact-person = 联系人
fact-point = 联系方式
fact-tag = 标签
fact-engagement = 项目
fact-touch = 沟通
fact-appointment = 预约
fact-task = 待办
fact-deferral = 延后
fact-override = 调整过的计划
fact-pin = 固定等级
fact-invoice = 账款
fact-extra = 自定义字段
fact-care-date = 纪念日
fact-tier-change = 等级变动
fact-month-score = 月度评分
field-name = 名称
field-kind = 类型
field-status = 状态
field-industry = 行业
field-region = 地区
field-size = 规模
field-need = 需求
field-since = 起始日
field-potential = 潜力
field-fit = 契合度
field-budget = 预算
field-preferred-channel = 偏好渠道
field-response-hours = 响应时间
field-quiet-hours = 免打扰时段
field-verified = 上次核对日期
field-source = 来源
field-note = 备注
field-do-not-mention = 避谈事项
field-text = 内容
field-due = 到期日
field-done = 完成
field-assignee = 负责人
field-number = 编号
field-amount = 金额
field-cost = 成本
field-paid = 回款
field-product = 产品
field-title = 标题
field-end = 结束日
field-notice = 通知日
field-renew = 续约日
field-role = 职务
field-ended = 结束
field-person = 联系人
field-value = 号码或地址
field-other = 某项资料

# 文件
store-no-database = { $path } 没有数据库；用 touchbase client add 名称 或 touchbase import 文件 来新建
store-locked = { $path } 正被其他程序使用；请等它结束后再试
store-directory = { $path } 是文件夹；用 --db 指定一个文件
store-not-ours = { $path } 不是 touchbase 的文件（或已加密）；用 --db 指定其他文件
store-newer = { $path } 由更新的版本写成（结构 { $version }）；请升级 touchbase 后再打开
store-damaged = { $path } 已损坏（{ $detail }）；请换回它的备份
store-read-only = { $path } 是只读的；请改为可写，或用 --db 指定其他文件
store-moved = 未保存：文件已被移动、替换或删除，请重新启动（{ $path }）
store-full = 没有空间写入 { $path }（磁盘、配额或文件大小上限）；没有任何改动；请腾出空间后再试
store-unusable = 无法使用 { $path }（{ $detail }）
store-symlink = { $path } 是符号链接，它指向的文件不存在，或属于其他用户；请放回该文件，或用 --db 指定其他文件
store-query = SQL 有误：{ $detail }
store-query-writes = 这条 SQL 不只是读取；只允许一条 SELECT
store-failed = 数据库拒绝：{ $detail }

# 满意度评分、自定象限、客户关系、事项修改
did-add-csat = 已记下满意度 { $score } 分（满分 5）：{ $client }
did-add-nps = 已记下 NPS { $score } 分（满分 10）：{ $client }
did-edit-appointment = { $named ->
    [1] 已修改预约（{ $what }）：{ $client }
   *[other] 已修改预约：{ $client }
}
did-edit-leave = 已修改休假：现为 { $first } 至 { $last }
did-edit-point = { $named ->
    [1] 已修改联系方式 { $what }：{ $client }
   *[other] 已修改联系方式：{ $client }
}
did-edit-touch = { $named ->
    [1] 已修改沟通记录（{ $what }）：{ $client }
   *[other] 已修改沟通记录：{ $client }
}
did-flag-cold = 已记录反应冷淡：{ $client }
did-flag-competitor = 已记录竞争对手：{ $client }
did-flag-declined = 已记录谢绝邀请：{ $client }
did-quadrant = 已放入第 { $quadrant } 象限：{ $client }
did-quadrant-end = 象限恢复为自动计算：{ $client }
did-rank-points = 已调整联系方式的顺序：{ $client }
did-relate = { $named ->
    [1] 已记下关系（{ $what }）：{ $client }
   *[other] 已记下关系：{ $client }
}
did-relate-end = { $named ->
    [1] 已解除关系（{ $what }）：{ $client }
   *[other] 已解除关系：{ $client }
}
did-remove-survey = 已删除评分 { $score } 分：{ $client }
relation-competitor = 与 { $other } 是竞争对手
relation-partner = 与 { $other } 是合作伙伴
relation-group = 与 { $other } 同属一个集团
relation-conflict = 与 { $other } 有冲突
refused-no-survey = 没有这条评分；用 touchbase survey list 查看
refused-nps = NPS 为 0 到 10 分；请给出其间的整数
refused-csat = CSAT 为 1 到 5 分；请给出其间的整数
refused-to-come = { $day } 还没有到；请给出今天或以前的日期
refused-quadrant = 象限为 1 到 4
refused-relate-itself = 客户不能与自己建立关系；请指定另一个客户
refused-no-relation = 这两个客户没有这种关系；用 touchbase client show 查看
fact-survey = 评分
fact-quadrant = 自定象限
fact-relation = 客户关系
field-channel = 渠道
field-direction = 方向
field-outcome = 结果
field-at = 时间
field-minutes = 时长
field-flag = 标记
field-start = 开始时间
field-place = 地点
field-label = 标注
field-rank = 顺序
field-invalid = 失效标记
field-goal = 目标
field-requirement = 要求
field-issued = 开具日
field-currency = 币种
field-birthday = 生日
