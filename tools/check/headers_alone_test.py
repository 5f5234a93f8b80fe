#!/usr/bin/env python3
"""Every header compiles alone, and the checker is seen to fail on one that does not."""
import headers_alone
import say
import tree

found = headers_alone.check(tree.ROOT, tree.ROOT / "build" / "headers_alone")
say.expect("every header compiles alone", not found, "\n".join(found))
broken = headers_alone.check(tree.ROOT / tree.FIXTURES / "headers_broken")
say.expect("a header that leans on its includer is found", len(broken) == 1 and "core/base/leans.h" in broken[0], "\n".join(broken))
say.end()
