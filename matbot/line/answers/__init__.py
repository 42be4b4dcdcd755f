"""Line-mode pages for checking all answers, settling differences between copies, and reality checks.

It is imported by `interview`; it imports `line`, `presenters`, `report`, the package
`matbot.interview` and below.
"""
