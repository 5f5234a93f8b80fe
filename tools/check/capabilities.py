#!/usr/bin/env python3
"""Every capability on the list is carried by something that is played: docs/capabilities.md is made from the files.

usage: capabilities.py [--write] [ROOT]
docs/capabilities.csv lists the rows. What carries a row says so itself, in a line of its own:
 - a story (procedures/<kind>/*.story):  rows: 22, 23
 - a test (*_test.cpp, *.test.ts, *.mjs, *.sh):  // rows: 58   or  # rows: 60
A row that nothing carries is a fault; so is a row that is not on the list, or a docs/capabilities.md that is not what the files give.
The last column names the desks whose views look at the story's kind, and pages that a test names:  // rows: 58 page: /c/{community}
"""
import csv
import io
import pathlib
import re
import sys

import tree

ROWS = re.compile(r"^\s*(?://|#|\*)?\s*rows:\s*([0-9][0-9, ]*?)\s*(?:page:\s*(\S.*?)\s*)?$", re.M)
OVER = re.compile(r'^over\s*=\s*"([a-z_0-9]+)', re.M)
PLAYED = (".story", "_test.cpp", ".test.ts", ".mjs", ".sh")
PAGE = "docs/capabilities.md"
HEAD = """# Capabilities

What the district must be able to do, row by row, and what carries each: a story that is played through the whole house, or a test. Made from the files by
`tools/check/capabilities.py --write`; the list of rows is `docs/capabilities.csv`. A row without a carrier fails the build.

| row | capability | kind of matter | carried by | page |
|---|---|---|---|---|
"""


def desks_by_kind(root, names):
    """kind -> desks with a view over it"""
    found = {}
    for name in names:
        parts = pathlib.PurePosixPath(name).parts
        if len(parts) == 4 and parts[0] in ("desks", "procedures") and parts[2] == "views" and name.endswith(".toml"):
            over = OVER.search(tree.text(root, name))
            if over:
                found.setdefault(over.group(1), set()).add(parts[1])
    return found


def carriers(root, names):
    """row -> [(file, page or None)]"""
    found = {}
    for name in names:
        if not name.endswith(PLAYED) or name.startswith("tools/") or "/family/" in name:
            continue
        for rows, page in ROWS.findall(tree.text(root, name)):
            for row in re.findall(r"\d+", rows):
                found.setdefault(int(row), []).append((name, page))
    return found


def kind_of(name):
    parts = pathlib.PurePosixPath(name).parts
    return parts[1] if parts[0] == "procedures" and len(parts) == 3 else ""


def title_of(root, name):
    story = re.search(r"^story:\s*(.+)$", tree.text(root, name), re.M)
    link = "../" + name
    return f"[{story.group(1).strip()}]({link})" if story else f"[{pathlib.PurePosixPath(name).name}]({link})"


def line_of(root, row, carried, desks):
    kinds = sorted({kind_of(name) for name, _ in carried} - {""})
    pages = sorted({f"/desk/{desk}" for kind in kinds for desk in desks.get(kind, ())} | {page for _, page in carried if page})
    cells = [row["row"], f"{row['zh']} · {row['en']}", ", ".join(f"`{kind}`" for kind in kinds), "<br>".join(title_of(root, name) for name, _ in carried), ", ".join(f"`{page}`" for page in pages)]
    return "| " + " | ".join(cells) + " |\n"


def make(root):
    """the page, and what is wrong"""
    names = tree.files(root)
    listed = list(csv.DictReader(io.StringIO(tree.text(root, "docs/capabilities.csv"))))
    carried, desks = carriers(root, names), desks_by_kind(root, names)
    faults = [f"row {row['row']} ({row['en']}) is carried by no story and no test" for row in listed if int(row["row"]) not in carried]
    known = {int(row["row"]) for row in listed}
    faults += [f"{name}: row {row} is not on the list" for row in sorted(set(carried) - known) for name, _ in carried[row]]
    page = HEAD + "".join(line_of(root, row, sorted(carried.get(int(row["row"]), [])), desks) for row in listed)
    return page, faults


def check(root):
    page, faults = make(root)
    there = root / PAGE
    if not there.exists() or there.read_text(encoding="utf-8") != page:
        faults.append(f"{PAGE} is not what the files give: run tools/check/capabilities.py --write")
    return faults


if __name__ == "__main__":
    rest = [word for word in sys.argv[1:] if word != "--write"]
    at = pathlib.Path(rest[0]) if rest else tree.ROOT
    if "--write" in sys.argv:
        (at / PAGE).write_text(make(at)[0], encoding="utf-8")
    problems = check(at)
    print("\n".join(problems))
    sys.exit(1 if problems else 0)
