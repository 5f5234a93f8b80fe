#!/usr/bin/env python3
"""Puts api/openapi.yaml into the server: the text itself, and the same as JSON for the request checks.

usage: openapi.py api/openapi.yaml out.cpp

Reads the YAML 1.2 way ("on" and "no" are text, dates are text) and refuses what would be read differently by two
readers: a key that comes twice, a key that is not text, anchors and merge keys.
"""
import json
import re
import sys

import yaml


class Strict(yaml.SafeLoader):
    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="an alias; write it out or use $ref", problem_mark=self.peek_event().start_mark)
        return super().compose_node(parent, index)


def mapping(loader, node):
    result = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise yaml.MarkedYAMLError(problem=f"key {key!r} is not text; quote it", problem_mark=key_node.start_mark)
        if key in result or key == "<<":
            raise yaml.MarkedYAMLError(problem=f"key {key!r} comes twice", problem_mark=key_node.start_mark)
        result[key] = loader.construct_object(value_node, deep=True)
    return result


Strict.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Strict.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Strict.add_constructor("tag:yaml.org,2002:map", mapping)


def literal(text):
    # String literals of limited length, joined by the compiler.
    pieces = [text[i : i + 4000] for i in range(0, len(text), 4000)]
    return "\n".join('    R"shaoyin~(' + piece + ')shaoyin~"' for piece in pieces)


def convert(text):
    return json.dumps(yaml.load(text, Loader=Strict), ensure_ascii=False, separators=(",", ":"))


def main():
    source, target = sys.argv[1:3]
    text = open(source, encoding="utf-8").read()
    try:
        as_json = convert(text)
    except yaml.YAMLError as problem:
        sys.exit(f"{source}: {problem}")
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"// Made from api/openapi.yaml by tools/build/openapi.py; do not edit.\n#include \"edge/http/openapi_text.h\"\n\n"
                  f"namespace shaoyin::http {{\n\nconst std::string_view kOpenapiYaml =\n{literal(text)};\n\n"
                  f"const std::string_view kOpenapiJson =\n{literal(as_json)};\n\n}}  // namespace shaoyin::http\n")


if __name__ == "__main__":
    main()
