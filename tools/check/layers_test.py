#!/usr/bin/env python3
"""The house keeps its layers, and the checker that says so is itself seen to fail on a broken house."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import layers  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
bad = 0


def expect(name, holds, detail=""):
    global bad
    print(("ok " if holds else "not ok ") + name)
    if not holds:
        bad += 1
        print(detail)


found = layers.check(HERE.parents[1] / "src")
expect("the house keeps its layers", not found, "\n".join(found))
broken = "\n".join(layers.check(HERE / "fixtures" / "layers_broken"))
for name, words in {
    "an edge that includes another edge is refused": "edge/one may not include edge/two",
    "core that includes an edge is refused": "core/base may not include edge/one",
    "core that draws chance is refused": "core may not include <random>",
    "core that opens a database is refused": "core/base may not use sqlite3",
    "core that reads the clock is refused": "core reads no clock",
}.items():
    expect(name, words in broken, broken)
sys.exit(1 if bad else 0)
