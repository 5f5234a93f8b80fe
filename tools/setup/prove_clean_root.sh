#!/usr/bin/env bash
# Proves that the install lists are complete: makes a bare Debian 12 root, puts a fresh clone of HEAD into it and runs
# the two commands there as a new user would.
#   tools/setup/prove_clean_root.sh           ./run --build-only, twice (the second time must be quick), and the refusals
#   tools/setup/prove_clean_root.sh --serve   also ./run until the server answers
#   tools/setup/prove_clean_root.sh --test    also ./test
#   FOLDER=/var/tmp/x KEEP=1 JOBS=1 PORT=18311 MIRROR=http://… APT=/etc/apt CERTIFICATES=/usr/local/share/ca-certificates
#   CCACHE=folder lends compiler results of earlier builds: quicker, and a header that is not installed is still missed
# Needs root and debootstrap. The root uses this machine's apt sources, resolver and extra certificates, nothing else
# of it. All mounts and processes live in namespaces of their own and end with the script, however it ends.
set -euo pipefail
cd "$(dirname "$0")/../.."
case "${1:-}" in ''|--serve|--test) ;; -h|--help) sed -n '2,10p' "$0"; exit 0 ;; *) echo "unknown option $1; try $0 --help" >&2; exit 2 ;; esac
[ "$(id -u)" = 0 ] || { echo "Needs root: debootstrap and chroot are root's." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "Needs debootstrap: apt-get install debootstrap" >&2; exit 1; }
if [ "${INSIDE_NAMESPACE:-}" != 1 ]; then
  exec unshare --mount --pid --fork --kill-child --mount-proc env INSIDE_NAMESPACE=1 "$0" "$@"
fi

APT=${APT:-/etc/apt}
CERTIFICATES=${CERTIFICATES:-/usr/local/share/ca-certificates}
MIRROR=${MIRROR:-$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep -m1 debian || echo http://deb.debian.org/debian)}
FOLDER=${FOLDER:-$(mktemp -d /var/tmp/clean-root.XXXXXX)}
clean() {
  [ $$ != 1 ] || { kill -KILL -1 2>/dev/null || true; sleep 1; }  # the first process of a namespace: all others in it are ours
  for place in proc dev root/.cache/ccache; do umount -R "$FOLDER/$place" 2>/dev/null || true; done
  if [ -n "${KEEP:-}" ]; then echo "kept $FOLDER"; return; fi
  # A mount that is still there would be emptied too.
  if grep -q " $FOLDER/" /proc/self/mounts; then echo "still mounted below $FOLDER; not removed" >&2; return; fi
  rm -rf --one-file-system "$FOLDER"
}
trap clean EXIT
say() { printf '\n##  %s  (%s)\n' "$*" "$(date +%T)"; }

chmod 755 "$FOLDER"  # other users must be able to walk through it
say "bare Debian 12 in $FOLDER"
debootstrap --variant=minbase bookworm "$FOLDER" "$MIRROR" > "$FOLDER.log" 2>&1 || { tail -20 "$FOLDER.log"; exit 1; }
rm -f "$FOLDER.log"
cp -a "$APT/apt.conf.d/." "$FOLDER/etc/apt/apt.conf.d/"
rm -f "$FOLDER/etc/apt/sources.list"
cp -a "$APT"/sources.list.d/*.sources "$FOLDER/etc/apt/sources.list.d/" 2>/dev/null || true
[ ! -s "$APT/sources.list" ] || cp "$APT/sources.list" "$FOLDER/etc/apt/sources.list"
cp -L /etc/resolv.conf /etc/hosts "$FOLDER/etc/"
mkdir -p "$FOLDER/usr/local/share/ca-certificates"
[ ! -d "$CERTIFICATES" ] || cp -a "$CERTIFICATES/." "$FOLDER/usr/local/share/ca-certificates/"
mount -t proc proc "$FOLDER/proc"
mount --rbind /dev "$FOLDER/dev" && mount --make-rslave "$FOLDER/dev"

if [ -n "${CCACHE:-}" ]; then
  mkdir -p "$FOLDER/root/.cache/ccache"
  mount --bind "$CCACHE" "$FOLDER/root/.cache/ccache"
fi

git clone -q --no-local . "$FOLDER/srv/shaoyin"

# Nothing of this shell's environment goes in.
inside() { chroot "$FOLDER" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb JOBS="${JOBS:-2}" "$@"; }
house() { inside bash -c 'cd /srv/shaoyin && "$@"' -- "$@"; }

# refused NAME WORDS COMMAND...: the command must fail and say WORDS.
refused() {
  local name=$1 words=$2 said; shift 2
  say "must be refused: $name"
  if said=$("$@" 2>&1); then echo "not ok: it was not refused"; exit 1; fi
  printf '%s\n' "$said"
  grep -qF -- "$words" <<< "$said" || { echo "not ok: it does not say '$words'"; exit 1; }
}
refused "a wrong option" "unknown option" house ./run --wrong
nobody() { inside setpriv --reuid=65534 --regid=65534 --clear-groups bash -c "cd $1 && ./run --build-only"; }
refused "somebody else's folder" "not yours to write" nobody /srv/shaoyin
inside cp -a /srv/shaoyin /srv/other
inside chown -R nobody /srv/other
refused "no root and no sudo" "Needs root or sudo" nobody /srv/other
rm -rf "$FOLDER/srv/other"
refused "no network" "Is there a network" unshare --net chroot "$FOLDER" /bin/bash -c 'cd /srv/shaoyin && ./run --build-only'

say "./run --build-only"
time house ./run --build-only
say "./run --build-only once more"
time house ./run --build-only

if [ "${1:-}" = --serve ]; then
  say "./run until the server answers"
  # Namespaces share the network: the usual port may be somebody's.
  listen=127.0.0.1:${PORT:-18311}
  house env LISTEN="$listen" ./run & server=$!
  answered=
  for _ in $(seq 120); do
    if inside curl -fsS "http://$listen/healthz"; then answered=1; break; fi
    kill -0 "$server" 2>/dev/null || break
    sleep 1
  done
  kill "$server" 2>/dev/null || true
  wait "$server" || true
  [ -n "$answered" ] || { echo "not ok: no answer within two minutes"; exit 1; }
fi
if [ "${1:-}" = --test ]; then
  say "./test"
  time house ./test
fi
say "proved: $(git -C "$FOLDER/srv/shaoyin" rev-parse --short HEAD)"
