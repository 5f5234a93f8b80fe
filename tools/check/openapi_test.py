#!/usr/bin/env python3
"""api/openapi.yaml reads strictly, and the strict reader refuses what it should."""
import json
import os
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "tools", "build"))
import openapi  # noqa: E402
import yaml  # noqa: E402

failed = False


def check(name, holds):
    global failed
    failed = failed or not holds
    print(("ok " if holds else "not ok ") + name)


def refused(text):
    try:
        openapi.convert(text)
        return False
    except yaml.YAMLError:
        return True


check("openapi: the file itself reads", "paths" in json.loads(openapi.convert(open(os.path.join(ROOT, "api/openapi.yaml"), encoding="utf-8").read())))
check("openapi: 'on' and 'no' and dates stay text", json.loads(openapi.convert('a: on\nno: 2023-02-14\n')) == {"a": "on", "no": "2023-02-14"})
check("openapi: a key twice is refused", refused("a: 1\na: 2\n"))
check("openapi: a number as key is refused", refused("200: x\n"))
check("openapi: an alias is refused", refused("a: &x {b: 1}\nc: *x\n"))
sys.exit(1 if failed else 0)
