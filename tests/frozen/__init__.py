"""Review files as earlier versions of matbot wrote them: never written again, and they open as they are.

A new kind of event needs a sample: add it to `tests/frozen/__main__.py`, run `python -m tests.frozen NAME`
once, and commit the file. A sample that is there is never replaced.
"""
