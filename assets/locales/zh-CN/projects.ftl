# 商机看板、项目与里程碑、进展汇报。

fact-milestone = 里程碑
