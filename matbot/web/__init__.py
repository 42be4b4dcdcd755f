"""matbot in a browser: who may come in, and one process of the app for each page that is open.

What a browser draws, and how it talks to an app, is textual-serve's; who is let in is decided here. It is
imported by `cli` alone; it imports `screens`, `presenters`, `services`, `store` and below.
"""
