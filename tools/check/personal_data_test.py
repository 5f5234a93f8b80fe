#!/usr/bin/env python3
"""Nothing in the tree judges, ranks or follows a person; the checker is seen to find each way of doing so."""
import personal_data
import say
import tree

found = personal_data.check(tree.ROOT)
say.expect("nothing judges, ranks or follows a person", not found, "\n".join(found))
broken = "\n".join(personal_data.check(tree.ROOT / tree.FIXTURES / "person_broken"))
for name, words in {
    "a risk level in a table of accounts is found": "table account: 'risk_level'",
    "a rank in a struct that holds a person is found": "struct Grant: 'rank'",
    "online time in an interface schema of a person is found": "'online_minutes'",
    "a new column in the register of people is found": "registers/people.csv: column 'score'",
    "a check-in clock in a procedure is found": "procedures/duty/procedure.toml:2: '打卡'",
    "a leaderboard on a screen is found": "web/title.ts:1: 'Leaderboard'",
}.items():
    say.expect(name, words in broken, broken)
say.expect("the level of a clock is left alone", "Clock" not in broken and "table matter" not in broken, broken)
say.end()
