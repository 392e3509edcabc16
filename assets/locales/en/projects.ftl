# Opportunities on their board, projects with milestones, reports of progress.

fact-milestone = milestone
