"""All answers on one page, what an earlier framework version keeps, and reality checks.

It is imported by `home` and `interview`; it imports `screens`, `widgets` and the page `priorities` beside it,
`presenters`, `report`, `store` and below.
"""
