# Sourced by ./run and ./test: installs what is missing and builds. Says what it does, does nothing twice.
# Never removes a package and keeps services from starting by themselves.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
JOBS=${JOBS:-2}
export LANG=${LANG:-C.UTF-8}

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else echo "Needs root or sudo to install Debian packages: $*" >&2; exit 1; fi
}

# need_packages SET...: installs the packages of these sets that are not there yet.
need_packages() {
  local missing=() name set
  while read -r name set; do
    case "$name" in ''|'#'*) continue ;; esac
    case " $* " in *" $set "*) ;; *) continue ;; esac
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done < tools/setup/packages.txt
  if [ "${#missing[@]}" -eq 0 ]; then return; fi
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod +x "$policy"; made=1
  fi
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove "${missing[@]}" \
    > "${TMPDIR:-/tmp}/shaoyin-apt.log" 2>&1 || { tail -20 "${TMPDIR:-/tmp}/shaoyin-apt.log"; [ -z "$made" ] || as_root rm -f "$policy"; exit 1; }
  [ -z "$made" ] || as_root rm -f "$policy"
}

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a,b]=process.versions.node.split(".").map(Number); process.exit(a>20||(a===20&&b>=19)?0:1)'
}

# Debian's Node is 18 and Vite needs 20.19: take the machine's Node when it is new enough, else a Node 22
# binary from the npm registry into the build folder.
need_node() {
  mkdir -p build
  if [ -x build/node/bin/node ]; then PATH="$PWD/build/node/bin:$PATH"; export PATH; return; fi
  if node_is_new_enough; then return; fi
  if ! command -v npm >/dev/null; then
    say "installing Debian packages: nodejs npm (only to fetch Node 22)"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove nodejs npm >/dev/null
  fi
  local arch=linux-x64
  [ "$(uname -m)" = aarch64 ] && arch=linux-arm64
  say "fetching Node 22 for the front end into build/node"
  mkdir -p build/node-fetch
  (cd build/node-fetch && npm install --ignore-scripts --no-audit --no-fund --silent --prefix . "node-$arch@22.22.0")
  mkdir -p build/node/bin
  cp "build/node-fetch/node_modules/node-$arch/bin/node" build/node/bin/node
  local npm_root; npm_root=$(npm root -g)
  [ -d "$npm_root/npm" ] || npm_root=/usr/share/nodejs
  printf '#!/bin/sh\nexec "%s/build/node/bin/node" "%s/npm/bin/npm-cli.js" "$@"\n' "$PWD" "$npm_root" > build/node/bin/npm
  chmod +x build/node/bin/npm
  PATH="$PWD/build/node/bin:$PATH"; export PATH
}

trust_certificates() {
  if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
  fi
}

# build_programs PRESET [TARGET...]
build_programs() {
  local preset=$1; shift
  [ -f "build/$preset/build.ninja" ] || { say "configuring ($preset)"; cmake --preset "$preset" > "build/$preset.configure.log" 2>&1 || { tail -30 "build/$preset.configure.log"; exit 1; }; }
  say "building ($preset)"
  cmake --build "build/$preset" -j "$JOBS" "$@" > "build/$preset.build.log" 2>&1 || { grep -E 'error|FAILED' -A6 "build/$preset.build.log" | head -60; exit 1; }
}

build_web() {
  [ -f web/package.json ] || return 0
  need_node; trust_certificates
  if [ ! -d web/node_modules ] || [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
    say "installing front-end packages (npm ci)"
    (cd web && npm ci --no-audit --no-fund --silent)
  fi
  if [ ! -f web/dist/index.html ] || [ -n "$(find web api -path web/node_modules -prune -o -path web/dist -prune -o -type f -newer web/dist/index.html -print -quit)" ]; then
    say "building the front end"
    (cd web && npm run --silent build)
  fi
}
