"""How a checker's test speaks: `ok NAME` or `not ok NAME`, one per line, and what was found when it is not ok."""
import sys

_failed = 0


def expect(name, holds, detail=""):
    global _failed
    print(("ok " if holds else "not ok ") + name)
    if not holds:
        _failed += 1
        if detail:
            print(detail)


def end():
    sys.exit(1 if _failed else 0)


def main(faults):
    """What a checker does on the command line: its faults one per line, status 1 when there is any."""
    print("\n".join(faults)) if faults else None
    sys.exit(1 if faults else 0)
