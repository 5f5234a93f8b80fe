#!/usr/bin/env python3
"""The house governs matters, places and equipment, never persons (docs/for-residents/).

usage: personal_data.py [ROOT]
Three rules, without exceptions:
 1. Nothing that is kept about a person is named score, risk, level, rank, tag or the like: no SQL table with a person's
    column, no C++ struct that holds a person, no interface schema with a person field.
 2. The register of people has the columns listed here and no other.
 3. No data folder, interface or screen speaks of check-in clocks, points, rankings, online time, faces or tracks
    (the State Council's rule against burdening grass-roots staff, and our own).
"""
import re
import sys

import say
import tree

JUDGING = re.compile(r"(^|_)(scores?|scoring|risk|level|rank|ranking|tags?|colou?r|grade|rating|points|credit|behaviou?r|"
                     r"blacklist|whitelist|suspicion|online|attendance|location|longitude|latitude|track|face|fingerprint)(_|$)", re.I)
PERSON = re.compile(r"(^|_)(person|people|staff|resident|reporter|account|worker|applicant)(_|$)", re.I)
PEOPLE_COLUMNS = {"code", "name_zh", "name_en", "unit", "role", "area", "leads", "valid_from", "valid_to", "source"}
WORDS = re.compile("打卡|签到|积分|排行榜|个人排名|人员排名|在线时长|在岗时长|信用分|人员评分|风险人员|重点人员|重点人群|不稳定人员|人脸|轨迹|画像|"
                   r"\b(leader ?board|check-?in|online time|time online|credit score|risk score|risk level|face recognition|"
                   r"key persons?|black ?list|whistle-?blower)\b", re.I)
DATA = ("procedures/", "desks/", "registers/", "maps/", "api/", "schema/", "web/")
# The rule itself may name what it forbids; lock files name other people's packages.
MADE = ("package-lock.json", ".gen.ts")


def tables(sql):
    for match in re.finditer(r"CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)[^(]*\((.*?)\n\)", sql, re.S | re.I):
        rows = [row.split("--")[0].strip() for row in match.group(2).splitlines()]
        yield match.group(1), [r.split()[0].lower() for r in rows if r and not r.upper().startswith(("PRIMARY", "FOREIGN", "UNIQUE", "CHECK"))]


def structs(code):
    code = re.sub(r"//[^\n]*", "", code)
    for match in re.finditer(r"struct (\w+) \{(.*?)\n?\};", code, re.S):
        body = re.sub(r"\{[^{}]*\}", "", match.group(2))
        fields = re.findall(r"(?:^|;)\s*([\w:<>,* ]+?)\s+(\w+)\s*(?:=[^;]*)?(?=;)", body)
        yield match.group(1), fields


def schemas(lines):
    """(line, name, property names) of each object of the interface file, by indentation."""
    for at, line in enumerate(lines):
        match = re.match(r"^(\s*)properties:\s*$", line)
        if not match:
            continue
        names, inner = [], None
        for below in lines[at + 1:]:
            indent = len(below) - len(below.lstrip())
            if not below.strip():
                continue
            if indent <= len(match.group(1)):
                break
            inner = indent if inner is None else inner
            if indent == inner and ":" in below:
                names.append(below.strip().split(":")[0].strip("'\""))
        yield at + 1, names


def about_persons(where, names):
    return [f"{where}: '{n}' judges or follows a person" for n in names if JUDGING.search(n)]


def check(root):
    faults = []
    for name in tree.files(root):
        text = tree.text(root, name)
        if text is None or name.endswith(MADE):
            continue
        if name.endswith(".sql"):
            for table, columns in tables(text):
                if PERSON.search(table) or any(PERSON.search(c) for c in columns):
                    faults += about_persons(f"{name}: table {table}", columns)
        if name.startswith("src/") and name.endswith(".h") and not name.endswith("_test.h"):
            for struct, fields in structs(text):
                holds = any("PersonCode" in kind for kind, _ in fields)
                if holds or struct in ("Person", "Resident", "Reporter", "Account", "Caller", "Actor"):
                    faults += about_persons(f"{name}: struct {struct}", [f for kind, f in fields])
        if name.startswith("api/") and name.endswith(".yaml"):
            for line, names in schemas(text.splitlines()):
                if any(PERSON.fullmatch(n) or n in ("person_name", "login", "phone") for n in names):
                    faults += about_persons(f"{name}:{line}", names)
        if name == "registers/people.csv":
            header = next((line for line in text.splitlines() if line and not line.startswith("#")), "")
            faults += [f"{name}: column '{c}' is not one that people may have here" for c in header.split(",") if c not in PEOPLE_COLUMNS]
        if name.startswith(DATA):
            for number, line in enumerate(text.splitlines(), 1):
                for match in WORDS.finditer(line):
                    faults.append(f"{name}:{number}: '{match.group(0)}': no clocking in, points, rankings or tracks of people")
    return faults


if __name__ == "__main__":
    say.main(check(sys.argv[1] if len(sys.argv) > 1 else tree.ROOT))
