#!/usr/bin/env python3
"""No dead code lies about: every .cpp is in a target and every .h is included by somebody who is not its test.

usage: dead_files.py [ROOT]
CMake takes src/<folder>/*.cpp for the folders that src/LAYERS names and tests/<folder>/*.cpp; a source elsewhere
is built by nobody. Tools, front-end sources and documents are looked at by their own means.
"""
import pathlib
import re
import sys

import say
import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


def built(name, layers):
    path = pathlib.PurePosixPath(name)
    if path.parts[0] == "src":
        return path.parent.relative_to("src").as_posix() in layers
    return path.parts[0] == "tests" and len(path.parts) == 3


def is_test(name):
    return name.startswith(("tests/", "bench/")) or name.endswith("_test.cpp")


def check(root):
    root = pathlib.Path(root)
    names = [n for n in tree.files(root) if n.startswith(("src/", "tests/")) and n.endswith((".h", ".cpp"))]
    layers = {line.split(":")[0].strip() for line in (root / "src" / "LAYERS").read_text(encoding="utf-8").splitlines()
              if line.strip() and not line.startswith("#")}
    faults = [f"{n}: no target builds it: its folder has no line in src/LAYERS" for n in names
              if n.endswith(".cpp") and not built(n, layers)]
    included = {}
    for name in names:
        for other in INCLUDE.findall(tree.text(root, name) or ""):
            included.setdefault(other, set()).add(name)
    for name in names:
        if not name.endswith(".h"):
            continue
        short = name[4:] if name.startswith("src/") else name
        users = included.get(short, set()) - {name}
        own = {name[:-2] + ".cpp"}
        # An edge may be written before the wiring that joins it to the house.
        waits = name.startswith("src/edge/") and any((root / other).exists() for other in own)
        if not users - own and not waits:
            faults.append(f"{name}: nobody includes it")
        elif name.startswith("src/") and not name.endswith("_test.h") and all(is_test(u) for u in users - own):
            # A header beside x_test.cpp is the tests' own; others are dead until somebody but a test calls them.
            if not any((root / other).exists() for other in own | {name[:-2] + "_test.cpp"}):
                faults.append(f"{name}: only tests include it")
    return faults


if __name__ == "__main__":
    say.main(check(sys.argv[1] if len(sys.argv) > 1 else tree.ROOT))
