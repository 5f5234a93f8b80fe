#!/usr/bin/env python3
"""How long a page of an imported district takes over HTTP: p50 and p95 of each question, one caller.

    shaoyin --data DIR demo seed && shaoyin --data DIR import matters boston_311_2015.csv.gz --map boston311
    shaoyind --data DIR --listen 127.0.0.1:8311 &
    SHAOYIN_TOKEN=$(shaoyin --server http://127.0.0.1:8311 user token district-centre.coordinator) \
        bench/history_list.py http://127.0.0.1:8311 990002 [questions each]

The baseline in the same run is the inbox of the server's own district.
"""
import json
import os
import sys
import time
import urllib.request


def ask(url, target, words=None):
    headers = {"Authorization": "Bearer " + os.environ["SHAOYIN_TOKEN"], "Content-Type": "application/json"}
    body = None if words is None else json.dumps({"q": words}).encode()
    request = urllib.request.Request(url + "/api/v1" + target, data=body, headers=headers)
    began = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        answer.read()
    return (time.perf_counter() - began) * 1000


def main():
    url, district, times = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 100
    here = f"/matters?district={district}&limit=50"
    questions = {
        "own inbox (baseline)": "/matters?limit=50&open=true",
        "first page by due": here,
        "newest": here + "&order=newest",
        "open ones": here + "&open=true",
        "a category and below": here + "&category=roads&order=newest",
        "searched": here.replace("/matters?", "/matters/search?"),
        "deep (offset 60,000)": here + "&order=newest&offset=60000",
    }
    for name, target in questions.items():
        words = "graffiti" if name == "searched" else None
        took = sorted(ask(url, target, words) for _ in range(times))
        print(f"{name:24} p50 {took[len(took) // 2]:7.1f} ms   p95 {took[len(took) * 95 // 100]:7.1f} ms")


main()
