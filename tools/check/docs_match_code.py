#!/usr/bin/env python3
"""What the documents say is there is there.

usage: docs_match_code.py [ROOT]
In docs/**.md, README*.md, CONTRIBUTING.md:
 - every link to a file of the house leads to one;
 - every `path` in backticks exists (from the root, from src/, or beside the document; `*` and `<kind>` match anything);
 - every `name()` in backticks is a word of src/, web/ or tools/;
 - every `Suite.Name` of a test is a test.
And docs/writing-procedures.md names every effect, function, outside fact, type and key that the loader knows, and
the interface file names only error codes that src/core/base/error.cpp knows.
"""
import functools
import pathlib
import re
import sys

import say
import tree

ROOTS = ("src", "docs", "tools", "registers", "procedures", "tests", "web", "api", "maps", "cmake", "schema", "bench", "core",
         "app", "edge", "main", "verify", ".ci")
MADE = ("build/", "data/", "web/dist", "web/node_modules")  # not in the repository, made by the two commands
CODE = re.compile(r"```.*?```", re.S)
TICKS = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
PATH = re.compile(r"^\.?[\w<>*.-]+(/[\w<>*.-]+)*/?$")


def documents(names):
    return [n for n in names if n.endswith(".md") and (n.startswith("docs/") or "/" not in n)]


def is_path(word):
    if not PATH.match(word):
        return False
    first = word.split("/")[0]
    named = re.search(r"\.(md|cpp|h|py|sh|toml|csv|sql|yaml|txt|story|ts|vue|json)$", word)
    return ("/" in word and first in ROOTS) or (named is not None and (word.count("/") > 0 or word.endswith((".cpp", ".h", ".md"))))


def there(root, word, document, everything):
    if word.startswith(MADE):
        return True
    pattern = re.sub(r"<[\w-]+>", "*", word.rstrip("/"))
    for base in (".", "src", str(pathlib.PurePosixPath(document).parent)):
        if "*" in pattern:
            if next(iter((root / base).glob(pattern)), None):
                return True
        elif (root / base / pattern).exists():
            return True
    return "/" not in word and any(n.endswith("/" + word) for n in everything)


def check_document(root, name, everything, words, tests):
    faults = []
    text = tree.text(root, name)
    plain = CODE.sub(lambda m: "\n" * m.group(0).count("\n"), text)
    for number, line in enumerate(plain.splitlines(), 1):
        for target in LINK.findall(line):
            if "://" not in target and not target.startswith("mailto:") and not (root / name).parent.joinpath(target).exists():
                faults.append(f"{name}:{number}: links to {target}, which is not there")
        for word in TICKS.findall(line):
            call = re.fullmatch(r"(?:[\w]+(?:::|\.))*(\w+)\(\)", word)
            test = re.fullmatch(r"([A-Z]\w+)\.([A-Z]\w+)", word)
            if call and call.group(1) not in words:
                faults.append(f"{name}:{number}: {word} is no word of the code")
            elif test and test.groups() not in tests:
                faults.append(f"{name}:{number}: {word} is no test")
            elif is_path(word) and not there(root, word, name, everything):
                faults.append(f"{name}:{number}: {word} is not there")
    return faults


def loader_words(root):
    """Names that the procedure loader and its scope accept: {name: where it stands}."""
    found = {}
    sources = {"src/edge/toml/procedure_file.cpp": [
        (r'\{"(\w+)", Effect::Kind::', "effect"), (r'\{"(\w+)", Kind::k\w+\}', "type"), (r'starts_with\("(\w+):"\)', "word")],
        "src/core/procedure/scope.cpp": [(r'^\s+\{"(\w+)", \{\{', "function")]}
    for source, patterns in sources.items():
        path = root / source
        if not path.exists():
            continue
        code = path.read_text(encoding="utf-8")
        for pattern, what in patterns:
            for name in re.findall(pattern, code, re.M):
                found[name] = what
        for group in re.findall(r"known\([^;]*?\{([^{}]*)\}\)", code):
            for name in re.findall(r'"(\w+)"', group):
                found.setdefault(name, "key")
    return found


def check_loader(root):
    page = root / "docs" / "writing-procedures.md"
    if not page.exists():
        return []
    text = page.read_text(encoding="utf-8")
    return [f"docs/writing-procedures.md: does not name the {what} '{name}' that the loader knows"
            for name, what in sorted(loader_words(root).items()) if not re.search(rf"\b{name}\b", text)]


def check_codes(root):
    page, table = root / "api" / "openapi.yaml", root / "src" / "core" / "base" / "error.cpp"
    if not page.exists() or not table.exists():
        return []
    known = set(re.findall(r'return "(\w+)"', table.read_text(encoding="utf-8")))
    faults = []
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        listed = re.search(r"\b(?:error codes?|never renamed): ([a-z_]+(?:, [a-z_]+)*)\b", line) if "code" in line else None
        for code in re.split(", ", listed.group(1)) if listed else []:
            if "_" in code and code not in known:
                faults.append(f"api/openapi.yaml:{number}: there is no error code {code}")
    return faults


@functools.lru_cache(maxsize=None)
def vocabulary(root):
    words, tests = set(), set()
    for name in tree.files(root):
        if name.startswith(("src/", "tests/", "tools/", "web/", "bench/", "cmake/")) and not name.endswith("package-lock.json"):
            text = tree.text(root, name) or ""
            words |= set(re.findall(r"\w+", text))
            if name.endswith(".cpp"):
                tests |= set(re.findall(r"(?:TYPED_)?TEST(?:_F|_P)?\((\w+),\s*(\w+)\)", text))
    return words, tests


def check(root):
    root = pathlib.Path(root)
    names = tree.files(root)
    words, tests = vocabulary(root)
    faults = []
    for name in documents(names):
        faults += check_document(root, name, names, words, tests)
    return faults + check_loader(root) + check_codes(root)


if __name__ == "__main__":
    say.main(check(sys.argv[1] if len(sys.argv) > 1 else tree.ROOT))
