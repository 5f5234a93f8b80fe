#!/usr/bin/env python3
"""Checks the #include lines of a source tree against its LAYERS file.

usage: layers.py [SRC_DIR]      (default: src beside this repository)
Prints one line per fault, `file:line: folder may not include other: add it to LAYERS or move the code`,
and exits 1 when there is any. In core it also refuses the standard headers of time, chance, threads, files
and sockets: core learns the world from its arguments.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
# Headers that would let core learn the time, chance, the disk or the network by itself.
NOT_IN_CORE = {"ctime", "time.h", "random", "thread", "mutex", "shared_mutex", "condition_variable", "future", "atomic",
               "fstream", "iostream", "filesystem", "unistd.h", "sys/socket.h", "sqlite3.h", "stop_token"}
# How an external library is recognised by its headers.
EXTERNAL = {"sodium": "sodium", "fmt/": "fmt", "sqlite3.h": "sqlite3", "toml++/": "tomlplusplus", "CLI/": "cli11",
            "boost/json": "boost_json", "boost/": "boost_beast", "orcus/": "orcus", "xlsxwriter": "xlsxwriter",
            "zlib.h": "zlib", "metis.h": "metis", "protozero/": "protozero", "date/": "date"}
NOW = re.compile(r"\b(system_clock|steady_clock|high_resolution_clock)::now\b|\bstd::rand\b|\bgetenv\b")


def read_layers(path):
    """Returns {folder: (allowed folders, allowed externals)}, wildcards expanded."""
    rows = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        folder, rest = line.split(":", 1)
        inner, _, outer = rest.partition("+")
        rows[folder.strip()] = (inner.split(), set(outer.split()))
    expanded = {}
    for folder, (inner, outer) in rows.items():
        allowed = {folder}
        for word in inner:
            if word.endswith("/*"):
                allowed |= {other for other in rows if other.startswith(word[:-1])}
            else:
                allowed.add(word)
        expanded[folder] = (allowed, outer)
    return expanded


def folder_of(path, layers):
    """The longest LAYERS folder that holds `path` (a path relative to src), or None."""
    parent = path.parent.as_posix()
    return parent if parent in layers else None


def check(src):
    layers = read_layers(src / "LAYERS")
    faults = []
    for file in sorted(p for p in src.rglob("*") if p.suffix in (".h", ".cpp")):
        here = file.relative_to(src)
        folder = folder_of(here, layers)
        if folder is None:
            faults.append(f"{here}: its folder has no line in LAYERS")
            continue
        allowed, externals = layers[folder]
        is_test = file.name.endswith(("_test.cpp", "_test.h"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if folder.startswith("core/") and not is_test and NOW.search(line.split("//")[0]):
                faults.append(f"{here}:{number}: core reads no clock, chance or environment: pass it in")
            match = INCLUDE.match(line)
            if not match:
                continue
            quoted, name = match.group(1) == '"', match.group(2)
            if quoted:
                other = folder_of(pathlib.PurePosixPath(name), layers)
                if other is None:
                    faults.append(f"{here}:{number}: include {name} by its path from src")
                elif other not in allowed:
                    faults.append(f"{here}:{number}: {folder} may not include {other}: move the code or change LAYERS")
                continue
            if folder.startswith("core/") and not is_test and name in NOT_IN_CORE:
                faults.append(f"{here}:{number}: core may not include <{name}>: pass it in as an argument")
            library = next((lib for start, lib in EXTERNAL.items() if name.startswith(start)), None)
            if library and library not in externals and not (library == "boost_json" and "boost_beast" in externals):
                faults.append(f"{here}:{number}: {folder} may not use {library}: add it to LAYERS or move the code")
    return faults


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "src"
    found = check(root)
    print("\n".join(found))
    sys.exit(1 if found else 0)
