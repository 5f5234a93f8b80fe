#!/usr/bin/env python3
"""No file names a folder of one machine, and none carries a note to do something later.

usage: no_machine_paths.py [ROOT]
Paths every Debian has (/etc, /usr, /var, /proc, /dev, /tmp, /srv inside the bare root) are no machine's own.
"""
import re
import sys

import say
import tree

# Put together so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w./:}])/(?:" + "|".join(["wo" + "rk", "ho" + "me", "ro" + "ot", "Us" + "ers", "m" + "nt", "me" + "dia"]) + r")/[\w.-]+")
LATER = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK"]) + r")\b")
# Made by programs: names of packages, not of us.
MADE = ("package-lock.json", ".gen.ts", "LICENSE")


def check(root):
    faults = []
    for name in tree.files(root):
        if name.endswith(MADE):
            continue
        for number, line in enumerate((tree.text(root, name) or "").splitlines(), 1):
            for match in MACHINE.finditer(line):
                faults.append(f"{name}:{number}: names a folder of one machine: {match.group(0)}")
            if LATER.search(line):
                faults.append(f"{name}:{number}: a note for later; do it, or write an issue")
    return faults


if __name__ == "__main__":
    say.main(check(sys.argv[1] if len(sys.argv) > 1 else tree.ROOT))
