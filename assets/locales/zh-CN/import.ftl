# import
import-bad-empty = 文件是空的：需要一行标题或一张 vCard 名片。
import-bad-encoding = 第 { $line } 行第 { $byte } 字节：不是任何已知编码的文字。请另存为 UTF-8（Excel 里选“CSV UTF-8”）再导入。
import-bad-kind = 从标题认不出这是什么文件：{ $found }。请说明文件内容，并指定哪一列是名称。
import-bad-column = 缺少 { $field } 列，{ $kind } 必须有它。请指定一列；现有标题：{ $found }
import-bad-field = { $field } 不是 { $kind } 的字段。可用字段：{ $known }
import-bad-heading = 没有标题为 { $heading } 的列。现有标题：{ $found }
import-bad-cards = vCard 文件里是联系人和客户，没有 { $kind }；请按名片导入。

import-stopped = 已停止，什么都没有导入。

import-figures = 新建 { $created }，更新 { $updated }，未变 { $unchanged }，拒绝 { $rejected }
import-figures-dry = 试运行，什么都没写入：将新建 { $created }，更新 { $updated }，未变 { $unchanged }，拒绝 { $rejected }
import-made = 按名称新建了 { $count } 个客户：{ $names }{ $more ->
    [0] {""}
   *[other] ，另有 { $more } 个
}
import-duplicate = 第 { $line } 行：{ $name } 可能就是已有的 { $existing }
import-duplicate-here = 第 { $line } 行：{ $name } 可能就是本文件里的 { $existing }
import-left-birthday = 第 { $line } 行：生日“{ $text }”无法识别，已按原文保留
import-left-birthdays = 另有无法识别的生日：{ $count } 个
import-left-photos = 未导入照片：{ $count } 张
import-left-media = 未导入声音、徽标和密钥：{ $count } 个
import-note-email = 第 { $line } 行：{ $name }：“{ $value }”不是邮箱地址，已照原样保留
import-note-birthday = 第 { $line } 行：{ $name }：生日“{ $value }”读不出来，已存为自定字段
import-notes-more = 另有 { $count } 条类似的提示
import-rejected = 第 { $line } 行被拒绝：{ $reason }

import-rejected-quote = 引号没有闭合；请补上或删掉
import-rejected-quotes = 没有闭合的引号太多，此行之后未再读取
import-rejected-nul = 含有 NUL 字符；请删掉
import-rejected-wide = 标题只有 { $headings } 个，单元格却有 { $cells } 个；含分隔符的单元格请加引号
import-rejected-missing = 缺少 { $field }
import-rejected-word = { $field }：不认识“{ $value }”
import-rejected-date = { $field }：“{ $value }”不是日期；请写成 2026-11-21
import-rejected-date-order = { $field }：“{ $value }”分不清日和月；请写成 2026-11-21，或说明哪个在前
import-rejected-future = { $field }：“{ $value }”还没有发生
import-rejected-number = { $field }：“{ $value }”不是 { $from } 到 { $to } 之间的整数
import-rejected-amount = { $field }：“{ $value }”不是金额；请写成 38000.50
import-rejected-currency = { $field }：“{ $value }”不是币种；请写三个字母，如 CNY
import-rejected-due = { $field }：“{ $value }”早于开票日期
import-rejected-long = 有内容超过 { $most } 字节
import-rejected-no-id = 没有客户 { $client }；请写名称或已有的编号
import-rejected-ambiguous = 有多个客户叫 { $client }；请改写成 #编号
import-rejected-client = 它的客户已被拒绝
import-rejected-card = 这张名片读不出来
import-rejected-card-open = 从这里开始的名片没有 END:VCARD
import-rejected-card-name = 名片没有姓名
import-rejected-card-end = 有 END:VCARD 却没有 BEGIN:VCARD
import-rejected-card-stray = 名片之外的文字
import-rejected-card-version = 不支持 vCard { $version } 版；请导出为 3.0 或 4.0
import-rejected-card-group = 这是联系人列表，不是联系人

import-next-day = 下一步：运行 touchbase 看今天该联系谁。
import-next-late = 下一步：{ $count } 次跟进已逾期；touchbase spread 把它们错开，再运行 touchbase 看今天该联系谁。
import-also-unsorted = { $count } 个客户还没有等级：touchbase client pin 名称 A|B|C -m 理由 可指定，touchbase tiers 列出它们。
import-next-sort = 下一步：运行 touchbase 看今天该联系谁；touchbase tiers 列出还没有等级的客户。
import-next-spread = 下一步：运行 touchbase 看今天该联系谁；touchbase spread 把逾期的错开。
import-next-fix = 下一步：改好被拒绝的 { $count } 行后重新导入同一文件，已导入的不会重复。
import-next-dry = 下一步：去掉 --dry-run 再运行一次就会写入。

# 来源与编码
import-bad-other-encoding = 文件不是 { $encoding } 编码：请让程序自己识别，或换一个编码。
import-bad-sheet = 无法作为 Excel 工作簿（.xlsx）读取。请重新另存为 .xlsx 或 CSV 再导入。
import-bad-old-sheet = 这是旧格式的工作簿（.xls）。请另存为 .xlsx 或 CSV 再导入。
import-bad-large-sheet = 工作簿解压后太大，不像通讯录。请把需要的那张表另存为 CSV 再导入。
import-encoding = 按 { $encoding } 编码读取
import-note-kept = 第 { $line } 行：{ $name }：{ $field }“{ $value }”读不懂，已存为自定字段
import-source-own = touchbase
import-source-google = 谷歌通讯录
import-source-google-old = 谷歌通讯录（旧版）
import-source-outlook = Outlook
import-source-thunderbird = Thunderbird
import-source-home-made = 自制表格
import-source-vcard-21 = vCard 2.1
import-source-vcard-3 = vCard 3.0
import-source-vcard-4 = vCard 4.0

# the reason of a tier that an import pinned
pin-imported = 导入时指定
cli-tiers-why = { $why }

# columns without a place
import-extra-columns = 保留为自定义字段：{ $names }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 个
}

# a cell beyond all measure
import-rejected-long-cell = 第 { $column } 列（{ $heading }）的单元格超过 { $most } 字节；请缩短或拆分后重新导入这一行

# a file that cannot be opened
cli-import-not-found = 找不到文件 { $path }。请检查文件名和文件夹。
cli-import-denied = 没有权限读取 { $path }。请授予读取权限，或把它复制到自己的文件夹。
cli-import-folder = { $path } 是文件夹。请指定其中的一个文件。

import-rejected-total = “{ $text }”是合计行，不是客户

import-note-order = 第 { $line } 行：{ $name }：{ $field }“{ $value }”是先日还是先月？用 --date-order dmy 或 mdy 说明，屏幕上按 d；已作为自己的字段保留
import-left-order = 第 { $line } 行：生日“{ $text }”是先日还是先月？用 --date-order dmy 或 mdy 说明，屏幕上按 d；已作为文字保留

import-note-birthday-order = 第 { $line } 行：{ $name }：生日“{ $value }”是先日还是先月？用 --date-order dmy 或 mdy 说明，屏幕上按 d；已作为自己的字段保留
