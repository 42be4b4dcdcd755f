"""The formats that documents are written in: one declaration for each, which everything else follows.

`exporter` says what a declaration holds, `registry` holds them, `document` is what can be written. The lists
people choose from, what the options of the commands take, the endings of files and every refusal come from
there. Reading this package in brings no writer, so that commands and screens name the formats at no cost. It
is imported by `report` and above; it imports `report`, `review` and below.
"""
