#!/usr/bin/env python3
"""Every header compiles alone: whoever includes it needs to know nothing else.

usage: headers_alone.py [ROOT]
A header is compiled again only when it or a header of ours below it has changed; what passed is remembered in
build/headers_alone. Two compilers at a time, as ./run does.
"""
import concurrent.futures
import hashlib
import os
import pathlib
import re
import subprocess
import sys

import say
import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


def flags(root):
    """Of the external libraries that cmake/externals.cmake names by pkg-config."""
    externals = root / "cmake" / "externals.cmake"
    names = re.findall(r"PKG ([^\s)]+)\)", externals.read_text()) if externals.exists() else []
    found = subprocess.run(["pkg-config", "--cflags", *names], capture_output=True, text=True) if names else None
    return found.stdout.split() if found else []


def closure(src, name, seen=None):
    """The header and every header of ours below it."""
    seen = {} if seen is None else seen
    if name in seen or not (src / name).is_file():
        return seen
    seen[name] = (src / name).read_bytes()
    for other in INCLUDE.findall(seen[name].decode("utf-8")):
        closure(src, other, seen)
    return seen


def stamp(src, name, command):
    digest = hashlib.sha256(" ".join(command).encode())
    for other, content in sorted(closure(src, name).items()):
        digest.update(other.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def compile_alone(src, name, command):
    done = subprocess.run(command, input=f'#include "{name}"\n', capture_output=True, text=True, cwd=src)
    if done.returncode == 0:
        return None
    first = next((line for line in done.stderr.splitlines() if "error" in line), done.stderr.strip()[:200])
    return f"src/{name}: does not compile alone: {first}"


def check(root, remember=None):
    root = pathlib.Path(root)
    src = root / "src"
    headers = [n[4:] for n in tree.files(root) if n.startswith("src/") and n.endswith(".h")]
    command = [os.environ.get("CXX", "g++"), "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Wno-maybe-uninitialized", '-DSHAOYIN_SOURCE_DIR=""',
               *flags(root), "-I", ".", "-x", "c++", "-"]
    stamps = {name: stamp(src, name, command) for name in headers}
    changed = [n for n in headers if not (remember and (remember / stamps[n]).exists())]
    with concurrent.futures.ThreadPoolExecutor(max_workers=int(os.environ.get("JOBS", "2"))) as pool:
        faults = dict(zip(changed, pool.map(lambda n: compile_alone(src, n, command), changed)))
    if remember:
        remember.mkdir(parents=True, exist_ok=True)
        for name, fault in faults.items():
            if fault is None:
                (remember / stamps[name]).touch()
        for old in remember.iterdir():
            if old.name not in stamps.values():
                old.unlink()
    return [fault for fault in faults.values() if fault]


if __name__ == "__main__":
    where = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else tree.ROOT
    say.main(check(where, where / "build" / "headers_alone"))
