#!/usr/bin/env python3
"""The documents name what is there, and the checker is seen to find each kind of name that is not."""
import docs_match_code
import say
import tree

found = docs_match_code.check(tree.ROOT)
say.expect("what the documents name is there", not found, "\n".join(found))
broken = "\n".join(docs_match_code.check(tree.ROOT / tree.FIXTURES / "docs_broken"))
for name, words in {
    "a file that is not there is found": "src/core/base/gone.cpp is not there",
    "a function that is not there is found": "vanished_name() is no word",
    "a test that is not there is found": "Law.Holds is no test",
    "a link that leads nowhere is found": "links to nowhere.md",
    "an effect that is not documented is found": "the effect 'explode'",
    "an error code that is not there is found": "no error code never_heard_of",
}.items():
    say.expect(name, words in broken, broken)
say.expect("what is there is left alone", broken.count("page.md:") == 4 and "missing_field" not in broken, broken)
say.end()
