# Sourced by ./run and ./test: installs what is missing and builds. Says what it does, does nothing twice.
# Never removes a package and keeps services from starting by themselves.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
JOBS=${JOBS:-2}
export LANG=${LANG:-C.UTF-8}

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '== %s\n' "$*"; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# apt_install PACKAGE...: installs without removing anything, without starting any service, and says why it could not.
apt_install() {
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "Needs root or sudo to install Debian packages: $*" >&2; exit 1
  fi
  mkdir -p build
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod +x "$policy"
  fi
  if ! { as_root apt-get -qq update -o APT::Update::Error-Mode=any &&
         as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove "$@"; } > build/apt.log 2>&1; then
    tail -15 build/apt.log >&2
    echo "Debian packages could not be installed: see above and build/apt.log. Is there a network, and does" >&2
    echo "/etc/apt/sources.list name a mirror of Debian 12? Then run the same command again." >&2
    exit 1
  fi
  if [ -n "$(trap -p EXIT)" ]; then as_root rm -f "$policy"; trap - EXIT; fi
}

# need_packages SET...: first of all chores; installs the packages of these sets that are not there yet.
need_packages() {
  [ -w . ] || { echo "$PWD is not yours to write: clone it as the user who runs it." >&2; exit 1; }
  local missing=() name set
  while read -r name set; do
    case "$name" in ''|'#'*) continue ;; esac
    case " $* " in *" $set "*) ;; *) continue ;; esac
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done < tools/setup/packages.txt
  if [ "${#missing[@]}" -eq 0 ]; then return; fi
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  apt_install "${missing[@]}"
}

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a,b]=process.versions.node.split(".").map(Number); process.exit(a>20||(a===20&&b>=19)?0:1)'
}

# Debian's Node is 18 and Vite needs 20.19: take the machine's Node when it is new enough, else a Node 22
# binary from the npm registry into the build folder.
need_node() {
  mkdir -p build
  if [ -e build/node/bin/npm ] && ! [ "$(sed -n 's/^exec "\([^"]*\)".*/\1/p' build/node/bin/npm)" -ef build/node/bin/node ]; then rm -rf build/node; fi  # copied with its tree: it calls the old one
  if [ -x build/node/bin/node ]; then PATH="$PWD/build/node/bin:$PATH"; export PATH; return; fi
  if node_is_new_enough; then return; fi
  if ! command -v npm >/dev/null; then
    say "installing Debian packages: nodejs npm (only to fetch Node 22)"
    apt_install nodejs npm
  fi
  local arch=linux-x64
  [ "$(uname -m)" = aarch64 ] && arch=linux-arm64
  say "fetching Node 22 for the front end into build/node"
  # With an npm of its own: Debian's finds its parts only under Debian's Node.
  rm -rf build/node-fetch; mkdir -p build/node-fetch
  npm_get build/node-fetch install --ignore-scripts --prefix . "node-$arch@22.22.0" npm@10.9.4
  mkdir -p build/node/bin
  printf '#!/bin/sh\nexec "%s/build/node/bin/node" "%s/build/node-fetch/node_modules/npm/bin/npm-cli.js" "$@"\n' "$PWD" "$PWD" > build/node/bin/npm
  chmod +x build/node/bin/npm
  cp "build/node-fetch/node_modules/node-$arch/bin/node" build/node/bin/node
  PATH="$PWD/build/node/bin:$PATH"; export PATH
}

# npm_get FOLDER COMMAND...: npm in a folder, and how to mend it when the registry cannot be reached.
npm_get() {
  local folder=$1 log; log=$PWD/build/npm.log; shift
  if ! (cd "$folder" && npm "$@" --no-audit --no-fund --no-update-notifier > "$log" 2>&1); then
    tail -15 "$log" >&2
    echo "npm could not fetch the front end's packages: see above and build/npm.log. Is there a network? A mirror is" >&2
    echo "set with: npm config set registry URL. Then run the same command again." >&2
    exit 1
  fi
}

# A network that checks TLS has its own root certificate, which Node does not take from the system by itself.
trust_certificates() {
  if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
  fi
}

# afresh_if_copied FOLDER: a build folder that was copied or moved with its tree still names the old place, and CMake would go on
# configuring and building there.
afresh_if_copied() {
  local cache=$1/CMakeCache.txt source binary
  [ -f "$cache" ] || return 0
  source=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$cache")
  binary=$(sed -n 's/^CMAKE_CACHEFILE_DIR:INTERNAL=//p' "$cache")
  if [ "$source" -ef . ] && [ "$binary" -ef "$1" ]; then return 0; fi
  say "$1 was made for ${source:-another place}; it begins afresh here"
  rm -rf "$1"
}

# build_programs PRESET [TARGET...]
build_programs() {
  local preset=$1; shift
  afresh_if_copied "build/$preset"
  [ -f "build/$preset/build.ninja" ] || { say "configuring ($preset)"; cmake --preset "$preset" > "build/$preset.configure.log" 2>&1 || { tail -30 "build/$preset.configure.log"; exit 1; }; }
  say "building ($preset)"
  cmake --build "build/$preset" -j "$JOBS" "$@" > "build/$preset.build.log" 2>&1 || {
    grep -E 'error|FAILED' -A6 "build/$preset.build.log" | head -60 || tail -20 "build/$preset.build.log"
    echo "The build failed; the whole log is build/$preset.build.log." >&2; exit 1; }
}

build_web() {
  [ -f web/package.json ] || return 0
  trust_certificates; need_node
  if [ ! -d web/node_modules ] || [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
    say "installing front-end packages (npm ci)"
    npm_get web ci
  fi
  if [ ! -f web/dist/index.html ] || [ -n "$(find web api -path web/node_modules -prune -o -path web/dist -prune -o -type f -newer web/dist/index.html -print -quit)" ]; then
    say "building the front end"
    (cd web && npm run --silent build) > build/web.log 2>&1 || {
      tail -30 build/web.log >&2; echo "The front end was not built; the whole log is build/web.log." >&2; exit 1; }
  fi
}
