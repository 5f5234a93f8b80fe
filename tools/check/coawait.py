#!/usr/bin/env python3
"""Coroutines stand in src/edge/http/net.cpp only, and there every argument of co_await is a named local.

g++ 12 destroys a temporary made inside a co_await expression once too often (measured), and later ones leak with
a structured binding; so neither may be written.
usage: coawait.py [ROOT]
"""
import os
import re
import sys


def faults(root):
    found = []
    for folder, _, files in os.walk(os.path.join(root, "src")):
        for name in files:
            if not name.endswith((".cpp", ".h")):
                continue
            path = os.path.join(folder, name)
            where = os.path.relpath(path, root)
            text = re.sub(r"//[^\n]*", "", open(path, encoding="utf-8").read())
            for match in re.finditer(r"[^;{}]*\bco_await\b([^;]*);", text):
                line = text.count("\n", 0, match.start(1)) + 1
                if where != os.path.join("src", "edge", "http", "net.cpp"):
                    found.append(f"{where}:{line}: co_await outside net.cpp")
                elif re.search(r"[\[{]|std::string\(|make_shared|\bfault\(", match.group(1)):
                    found.append(f"{where}:{line}: a temporary inside co_await; name it first")
                elif re.search(r"auto\s*&?\s*\[", match.group(0)):
                    found.append(f"{where}:{line}: structured binding of a co_await")
    return found


if __name__ == "__main__":
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    problems = faults(root)
    print("\n".join(problems))
    sys.exit(1 if problems else 0)
