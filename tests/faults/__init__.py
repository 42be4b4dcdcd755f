"""The fault battery: what becomes of a review when processes are killed, disks fill and files are damaged.

`make faults` runs all of it and writes RESULTS.md; the tests run a short form. Each kind of fault has a
module of its own, which counts into a `Tally`; `battery.py` puts them together.
"""
