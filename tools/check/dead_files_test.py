#!/usr/bin/env python3
"""No file is dead, and the checker is seen to fail on a tree with three dead ones."""
import dead_files
import say
import tree

found = dead_files.check(tree.ROOT)
say.expect("every source is built and every header used", not found, "\n".join(found))
broken = "\n".join(dead_files.check(tree.ROOT / tree.FIXTURES / "dead_broken"))
say.expect("a source outside every target is found", "src/core/stray/stray.cpp: no target" in broken, broken)
say.expect("a header that nobody includes is found", "src/core/base/lonely.h: nobody includes it" in broken, broken)
say.expect("a header that only its own source includes is found", "src/core/base/own.h: nobody includes it" in broken, broken)
say.expect("a header in use is left alone", "src/core/base/used.h" not in broken, broken)
say.end()
