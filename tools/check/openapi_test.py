#!/usr/bin/env python3
"""api/openapi.yaml reads strictly, and the strict reader refuses what it should."""
import json
import os
import re
import sys
import tomllib

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "tools", "build"))
import openapi  # noqa: E402
import yaml  # noqa: E402

failed = False
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_a(value, name):
    if name in ("integer", "number"):
        return isinstance(value, int if name == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def faults(api, schema, value, at="example"):
    """What is wrong with a value by the words of JSON Schema that the interface file uses."""
    if "$ref" in schema:
        target = api
        for part in schema["$ref"].split("/")[1:]:
            target = target[part]
        return faults(api, target, value, at)
    found = []
    types = schema.get("type", [])
    if types and not any(is_a(value, one) for one in ([types] if isinstance(types, str) else types)):
        return [f"{at} is no {types}"]
    if "const" in schema and value != schema["const"] or "enum" in schema and value not in schema["enum"]:
        found.append(f"{at} is not one of the choices")
    for word, many in (("anyOf", True), ("oneOf", False)):
        if word in schema:
            fits = sum(not faults(api, branch, value, at) for branch in schema[word])
            if fits == 0 or fits > 1 and not many:
                found.append(f"{at} fits {fits} of {word}")
    for part in schema.get("allOf", []):
        found += faults(api, part, value, at)
    if isinstance(value, str):
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
            found.append(f"{at} has {len(value)} letters")
        if "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(f"{at} has not the form {schema['pattern']}")
    elif is_a(value, "number"):
        if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            found.append(f"{at} is out of range")
    elif isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at} has {len(value)} items")
        for i, item in enumerate(value):
            found += faults(api, schema.get("items", {}), item, f"{at}[{i}]")
    elif isinstance(value, dict):
        found += [f"{at}.{name} is missing" for name in schema.get("required", []) if name not in value]
        for name, item in value.items():
            found += faults(api, schema.get("propertyNames", {}), name, f"{at}.{name}")
            inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
            found += [f"{at}.{name} is unknown"] if inner is False else [] if inner is True else faults(api, inner, item, f"{at}.{name}")
    return found


def examples(node, path=""):
    """Every example beside its schema: (where, schema, value)."""
    if isinstance(node, list):
        for i, inner in enumerate(node):
            yield from examples(inner, f"{path}/{i}")
    if not isinstance(node, dict):
        return
    if "example" in node:
        yield path, node.get("schema", node), node["example"]
    for name, inner in node.items():
        if name != "example":
            yield from examples(inner, f"{path}/{name}")


def residents_actions():
    """What a resident may do on their own report, with the inputs each takes."""
    with open(os.path.join(ROOT, "procedures/report/procedure.toml"), "rb") as file:
        actions = tomllib.load(file)["action"]
    return {a["name"]: a for a in actions if a.get("may", "").startswith("resident.")}


def acts_rightly(example):
    action = residents_actions().get(example["action"])
    if action is None or set(example["input"]) - set(action.get("takes", [])):
        return False
    return ("on" in action) == ("record" in example) and (isinstance(action.get("to"), list)) == ("to" in example)


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
api = json.loads(openapi.convert(open(os.path.join(ROOT, "api/openapi.yaml"), encoding="utf-8").read()))
beside = list(examples(api))
check("openapi: there are examples", len(beside) >= 10)
for where, schema, value in beside:
    wrong = faults(api, schema, value)
    check(f"openapi: the example of {where.split('/requestBody')[0]} fits its schema" + (f" ({'; '.join(wrong)})" if wrong else ""), not wrong)
check("openapi: an example that does not fit is found", faults(api, {"$ref": "#/components/schemas/Code"}, "no code") != [])
public = api["paths"]["/public/actions"]["post"]["requestBody"]["content"]["application/json"]["example"]
check("openapi: the example of the public act is something a resident can do", acts_rightly(public))
sys.exit(1 if failed else 0)
