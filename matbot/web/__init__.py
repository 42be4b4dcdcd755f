"""matbot in a browser: who may come in, and one process of the app for each page that is open.

What a browser draws, and how it talks to an app, is textual-serve's; who is let in is decided here. Only the
command line imports it; it imports the screens, services, the store and what is below them.
"""
