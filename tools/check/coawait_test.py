#!/usr/bin/env python3
"""The coroutine rule holds, and its checker fails on code that breaks it."""
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import coawait  # noqa: E402

failed = False


def check(name, holds):
    global failed
    failed = failed or not holds
    print(("ok " if holds else "not ok ") + name)


def with_file(path, text):
    with tempfile.TemporaryDirectory() as root:
        target = os.path.join(root, path)
        os.makedirs(os.path.dirname(target))
        open(target, "w").write(text)
        return coawait.faults(root)


net = "src/edge/http/net.cpp"
check("coawait: the tree keeps the rule", coawait.faults(os.path.join(HERE, "..", "..")) == [])
check("coawait: a lambda inside is found", len(with_file(net, "f() { co_await post([x] { go(x); }); }")) == 1)
check("coawait: a temporary inside is found", len(with_file(net, "f() { co_await send(Pair{1, 2}); }")) == 1)
check("coawait: a structured binding is found", len(with_file(net, "f() { auto [a, b] = co_await read(s); }")) == 1)
check("coawait: a coroutine elsewhere is found", len(with_file("src/app/x.cpp", "f() { co_await read(s); }")) == 1)
check("coawait: named locals pass", with_file(net, "f() { auto r = co_await read(s); }") == [])
sys.exit(1 if failed else 0)
