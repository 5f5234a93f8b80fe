#!/usr/bin/env bash
# A tree that was copied with its build folder builds in its own place and leaves the first one alone.
# Prints "ok NAME" or "not ok NAME", one per line.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
is() { local name=$1; shift; if "$@" > "$work/is" 2>&1; then echo "ok $name"; else echo "not ok $name"; head -20 "$work/is" "$work/said" | sed 's/^/   /'; fi; }

# A house of one file, built by the chores of ./run and ./test.
mkdir -p "$work/first/tools/setup"
cp "$top/tools/setup/setup.sh" "$work/first/tools/setup/"
cp "$top/CMakePresets.json" "$work/first/"
printf 'cmake_minimum_required(VERSION 3.25)\nproject(house LANGUAGES NONE)\nadd_custom_target(made ALL COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/words ${CMAKE_BINARY_DIR}/made)\n' > "$work/first/CMakeLists.txt"
echo first > "$work/first/words"
build() { (. "$1/tools/setup/setup.sh" && mkdir -p build && build_programs release) > "$work/said" 2>&1; }
home_of() { sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$1/build/release/CMakeCache.txt"; }

is "a house is built" build "$work/first"
is "and not begun anew the second time" sh -c '! grep -q afresh "$0"' "$work/said"
touch "$work/first/build/release/kept"
is "it is built again" build "$work/first"
is "in the folder that it had" test -e "$work/first/build/release/kept"

cp -r "$work/first" "$work/second"
echo second > "$work/second/words"
is "a copied house is built" build "$work/second"
is "which says that its build folder begins afresh" grep -q "build/release was made for $work/first" "$work/said"
is "from its own files" grep -q second "$work/second/build/release/made"
is "in its own place" test "$(home_of "$work/second")" = "$work/second"
is "and the first one stays as it was" grep -q first "$work/first/build/release/made"

mv "$work/second" "$work/third"
is "a moved house is built" build "$work/third"
is "in its new place" test "$(home_of "$work/third")" = "$work/third"
ln -s third "$work/link"
is "a house behind a link is built" build "$work/link"
is "and is no other house for that" sh -c '! grep -q afresh "$0"' "$work/said"
