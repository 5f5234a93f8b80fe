#!/usr/bin/env bash
# The page's first story in a real browser: a resident, a clerk, two companies and the district, against the built
# server and the built pages on a free port and an empty data folder.
# Lines: "ok NAME", "not ok NAME", "skip NAME (reason)". SHAOYIN_SHOTS=DIR keeps a picture of each visited page,
# SHAOYIN_STORY=WORDS runs only the stories whose name holds these words.
set -u
cd "$(dirname "$0")/../.." || exit 1
chromium=${SHAOYIN_CHROMIUM:-/usr/bin/chromium}
for needed in "$chromium" build/release/shaoyind web/dist/index.html web/node_modules/playwright-core web/node_modules/axe-core; do
  if [ ! -e "$needed" ]; then echo "skip browser (no $needed)"; exit 0; fi
done
SHAOYIN_CHROMIUM=$chromium exec node tests/e2e/browser.mjs
