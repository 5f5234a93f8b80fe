#!/usr/bin/env python3
"""Every row of the list of capabilities has a carrier, and the checker is seen to find one that has none."""
import capabilities
import say
import tree

found = capabilities.check(tree.ROOT)
say.expect("each capability is carried, and the page says by what", not found, "\n".join(found))
broken = tree.ROOT / tree.FIXTURES / "capabilities_broken"
page, faults = capabilities.make(broken)
said = "\n".join(faults)
say.expect("a row without story or test is found", "row 2 (Nobody carries this)" in said, said)
say.expect("a row that is not on the list is found", "found.story: row 9 is not on the list" in said, said)
say.expect("a page that is not up to date is found", any("--write" in one for one in capabilities.check(broken)), said)
say.expect("a story names its kind and its desk", "| `hazard` | [Found and made good](../procedures/hazard/found.story) | `/desk/hazard` |" in page, page)
say.expect("a test may name its page", "`/c/{community}`" in page, page)
say.end()
