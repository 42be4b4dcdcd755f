"""matbot in a browser: access control, and a separate process of the app for each open page.

textual-serve draws the page and connects it to the app; this package decides who is admitted. It is imported
by `cli` alone; it imports `screens`, `presenters`, `services`, `store` and below.
"""
