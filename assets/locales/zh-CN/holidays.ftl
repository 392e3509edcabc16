# 其他年份和国家的节假日，以及自己的休假。

fact-holiday = 节假日

did-holidays = 节假日：{ $count } 天，{ $first } 至 { $last }
did-remove-holidays = 撤下了导入的 { $count } 天节假日

cli-holidays-about = 法定节假日与调休上班日
cli-holidays-example = touchbase holidays import holidays-2027.ics
cli-holidays-import-about = 从日历文件导入某年或某国的节假日；文件里的年份会替换原有的数据
cli-holidays-import-example = touchbase holidays import holidays-2027.ics --dry-run
cli-holidays-import-file = 日历（.ics）、TOML，或带 date、kind（off 或 work）、name 三列的 CSV
cli-holidays-import-add = 在该年原有数据上补充：例如第二个国家
cli-holidays-import-dry-run = 只报告，不写入
cli-holidays-list-about = 列出已知的节假日与调休上班日，从今年起
cli-holidays-list-example = touchbase holidays list 2027
cli-holidays-list-year = 只看这一年
cli-holidays-remove-about = 撤下导入的某一年；自带的数据重新生效
cli-holidays-remove-example = touchbase holidays remove 2027
cli-holidays-remove-year = 年份

cli-column-holiday = 节日
cli-column-source = 来源
holiday-off = 放假
holiday-work = 调休上班
holidays-shipped = 自带

holidays-import-done = { $years } 年节假日：放假 { $off } 天，调休上班 { $work } 天。
holidays-import-dry = 试运行，未写入。{ $years } 年节假日：放假 { $off } 天，调休上班 { $work } 天。
holidays-import-same = 没有变化：{ $years } 年的节假日已经是这样（放假 { $off } 天，上班 { $work } 天）。
holidays-import-none = 没有导入任何节假日：文件里没有可用的日子。
holidays-import-replaced = 替换了原有的 { $count } 天。
holidays-import-kept = 保留了原有的 { $count } 天。
holidays-import-edges = { $years } 年在文件里只有元旦前后的日子：已补充进去，这一年其余的日子不变。
holidays-import-left-out = 略过 { $count } 个已取消或仅作纪念的日程。

holidays-rejected-date = 没有这个日期：“{ $text }”；请写成 2027-01-01
holidays-rejected-kind = 既不是 off 也不是 work：“{ $text }”
holidays-rejected-time = 不是全天（{ $text }），不算节假日
holidays-rejected-order = 结束早于开始
holidays-rejected-span = 一次 { $days } 天；节假日最多 { $most } 天
holidays-rejected-year = { $text } 不在 1950 至 2150 年之间
holidays-rejected-name = 名称超过 { $most } 个字符，或含有 NUL 字符
holidays-rejected-rule = 重复方式不像节假日；只支持每年重复
holidays-rejected-event = 无法读取这个日程
holidays-rejected-open = 日程没有结束行
holidays-rejected-no-event = 这个日历里没有日程
holidays-rejected-many = 日程超过 { $most } 个；从这一行起没有再读
holidays-rejected-key = 未知的键“{ $text }”；请用 [[day]]，写明 date、kind、name
holidays-rejected-toml = 不是 TOML：{ $text }

holidays-list-none = 没有今年以后的节假日数据；用 touchbase holidays import FILE 导入一份日历。
holidays-list-none-of = 没有 { $year } 年的节假日数据；用 touchbase holidays import FILE 导入一份日历。
holidays-error-year = “{ $text }”不是年份
holidays-error-no-year = 没有导入过 { $year } 年的节假日；见 touchbase holidays list

inside-limit = 工单时限
inside-follow-up = 工单回访
inside-appointment = 预约
inside-promise = 承诺
inside-owed = 等对方
inside-delegated = 已委派
inside-renewal = 续约
inside-milestone = 里程碑
inside-report = 进度汇报
leave-inside = { $items } 件事{ $contacts ->
    [0] ，没有要顺延的沟通。
   *[other] ，{ $contacts } 次沟通要顺延。
  }
leave-inside-far = { $items } 件事。
leave-inside-none = 这几天没有到期的事
leave-inside-more = 另有 { $count } 件
form-field-inside = 期间
form-inside-day = { $day }
form-inside-at = { $at }
form-inside = { $when }  { $kind }  { $client }{ $has-text ->
    [0] {""}
   *[other] ：{ $text }
  }
cli-leave-inside = 期间：{ $what }
