"""Lists the installed packages whose version differs from the one in the lock file that is named."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    name, _, rest = line.partition("==")
    locked = rest.split(";")[0].strip()
    try:
        installed = version(name)
    except PackageNotFoundError:
        continue
    if installed != locked:
        sys.stdout.write(f"{name} {installed} in place of {locked}\n")
