"""The Check your answers page, with unplaced answers, differences between copies, and reality checks.

It is imported by `home` and `interview`; it imports `screens`, `widgets` and the page `priorities` beside it,
`presenters`, `report`, `store` and below.
"""
