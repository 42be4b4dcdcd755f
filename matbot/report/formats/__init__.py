"""The export formats of documents, each declared once in a registry.

`exporter` defines what a declaration holds, `registry` contains all of them, and `document` is the base class
of what can be written. The lists that people choose from, the values of command options, file suffixes and
error messages are all derived from the registry. Importing this package imports no writer, so commands and
screens can name the formats cheaply. It is imported by `report` and above; it imports `report`, `review` and
below.
"""
