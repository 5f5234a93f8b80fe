#!/usr/bin/env bash
# The command line as people and scripts use it, on a folder made for the occasion. Builds nothing.
# Prints "ok NAME", "not ok NAME" or "skip NAME (reason)", one per line.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
bin=${SHAOYIN:-$top/build/release/shaoyin}
[ -x "$bin" ] || { echo "skip cli (no $bin; ./run --build-only makes it)"; exit 0; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
export LANG=C.UTF-8 LC_ALL=C.UTF-8 NO_COLOR=1
unset SHAOYIN_DATA SHAOYIN_AS SHAOYIN_SERVER SHAOYIN_TOKEN
data=$work/data
clerk=community-huizhongjiayuan.clerk
cd "$top" || exit 1

sy() { "$bin" --data "$data" "$@" < /dev/null; }
# is NAME COMMAND...: ok when the command succeeds
is() { local name=$1; shift; if "$@" > "$work/is" 2>&1; then echo "ok $name"; else echo "not ok $name"; head -5 "$work/is" | sed 's/^/   /'; fi; }
# exits NAME CODE COMMAND...: ok when the command ends with that code
exits() { local name=$1 code=$2; shift 2; "$@" > "$work/out" 2> "$work/err" < /dev/null; local got=$?
  if [ "$got" = "$code" ]; then echo "ok $name"; else echo "not ok $name (exit $got)"; head -5 "$work/out" "$work/err" | sed 's/^/   /'; fi; }
says() { grep -q -- "$1" "$work/out" "$work/err"; }
json() { python3 -m json.tool > /dev/null; }

exits "seeds a demonstration district" 0 sy demo seed --seed 7 --each 3
is "and prints the password once" says "shaoyin-demo"
exits "refuses to seed a folder twice" 1 sy demo seed

sy --lang zh matter ls --limit 100 > "$work/list" 2>&1
is "lists in columns that line up, Chinese and Latin mixed" python3 - "$work/list" <<'P'
import sys, unicodedata
wide = lambda t: sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in t)
lines = open(sys.argv[1], encoding='utf-8').read().splitlines()
head, rows = lines[0], lines[1:-1]
assert len(rows) >= 35, len(rows)
for title in ('事项', '地点', '责任单位', '环节'):
    column = wide(head[:head.index(title)])
    for row in rows:
        at, n = 0, 0
        while n < column and at < len(row): n += wide(row[at]); at += 1
        assert n == column, (title, row)
        assert at == 0 or row[at-1] == ' ', (title, row)
P
is "and ends with the counts" grep -q "办理中" "$work/list"
is "gives the same as JSON" sh -c '"$0" --data "$1" matter ls --json | python3 -m json.tool > /dev/null' "$bin" "$data"
is "and as CSV" sh -c '"$0" --data "$1" matter ls --csv | head -1 | grep -q "^number,kind,step"' "$bin" "$data"
for step in handling whistled awaiting_call_back returned settling closed; do
  is "the demonstration has a report that is $step" sh -c '"$0" --data "$1" matter ls --kind report --step "$2" --json | grep -q "\"number\""' "$bin" "$data" "$step"
done
is "the page's burst pipe is at work" sh -c '"$0" --data "$1" matter ls --kind whistle --step working --json | grep -q "2号楼中水管爆裂"' "$bin" "$data"
is "the park's whistle has five items" sh -c 'no=$("$0" --data "$1" matter ls --kind whistle --search 雀榕园 --json | python3 -c "import json,sys; print(json.load(sys.stdin)[\"rows\"][0][\"number\"])"); "$0" --data "$1" matter show "$no" --json | python3 -c "import json,sys; r=[g for g in json.load(sys.stdin)[\"records\"] if g[\"type\"]==\"item\"]; assert len(r[0][\"rows\"])==5"' "$bin" "$data"
is "some are overdue" sh -c '"$0" --data "$1" matter ls --overdue --json | grep -q "\"number\""' "$bin" "$data"
is "some are contested" sh -c '"$0" --data "$1" matter ls --contested --json | grep -q "\"number\""' "$bin" "$data"

exits "opens a matter" 0 sy --as $clerk matter new --kind report --place huizhong-jiayuan-13 --field "what=The lamp 路灯 is dark" --json
no=$(python3 -c 'import json; print(json.load(open("'"$work"'/out"))["number"])')
is "and answers with ledger number and hash" python3 -c 'import json; r=json.load(open("'"$work"'/out")); assert r["revision"] > 0 and len(r["hash"]) == 64'
exits "shows a matter with its timeline" 0 sy --as $clerk matter show "$no" --timeline
is "and says what can be done now" says "accept"
is "and that the ledger verifies" says "verified"
exits "acts on a matter" 0 sy --as $clerk matter act "$no" accept --input field.category=roads.lamps.dark --input field.grade=simple
is "and prints the ledger number" says "Ledger #"
exits "explains why an action is not possible" 1 sy --as $clerk procedure explain "$no" blow_whistle
exits "refuses what the rules refuse, with 3" 3 sy --as $clerk whistle "$no" --input "child.field.question=who" --input child.field.grade=work --input child.call.unit=lighting-company,gas-company
exits "refuses whom the permissions refuse, with 3" 3 sy --as audit.auditor matter act "$no" dispatch --input field.unit=lighting-company --input remark=x
exits "an unknown unit is a usage error" 2 sy --as $clerk matter act "$no" dispatch --input field.unit=nobody --input remark=x
exits "acting needs a name" 2 sy matter act "$no" dispatch
exits "a number in small letters is the same" 0 sy --as $clerk matter show "$(echo "$no" | tr A-Z a-z)"
exits "an action on a record needs its number" 2 sy --as $clerk matter act "$no" record_answer --to solved
is "and says where to find it" says "see the matter's records"
exits "a number that is not there is a finding" 1 sy --as $clerk matter show HX-1999-000001
exits "an unknown option is a usage error" 2 sy matter ls --nonsense
exits "an unknown command is a usage error" 2 sy frobnicate
is "that names it" says "frobnicate is no command"
exits "no command is a usage error" 2 sy
for typed in "matter ls --limit 0" "matter act $no nonsense" "matter show" "procedure check nonsense" "procedure check $work/none" "procedure draw nonsense" "register check $work/none" \
             "register ls nonsense" "import matters $work/none --map boston311" "import matters $work/photo --map nonsense" "report punctuality --map nonsense" "restore $work/none" \
             "backup $data" "matter act $no accept --record 99 --input nonsense" "export matters --format nonsense" "completion nonsense" "--preset nonsense matter ls"; do
  exits "a usage error: $(echo "$typed" | sed "s#$work/##g")" 2 sh -c 'bin=$1 data=$2; shift 2; exec "$bin" --data "$data" --as '$clerk' "$@"' sh "$bin" "$data" $typed
done
exits "a data folder that is not there is a usage error" 2 "$bin" --data "$work/none" matter ls
exits "so is a server written wrongly" 2 "$bin" --server http://127.0.0.1:99999 --token x matter ls
exits "a folder is no table" 2 sy import matters "$work" --map boston311
is "and is called a folder" says "is a folder, no file"
printf '\377\330\377\340picture' > "$work/table.csv"
exits "a picture is no table, whatever its name" 1 sy import matters "$work/table.csv" --map boston311
is "and is called a picture" says "This is a JPEG picture, no table"
mkdir "$work/knots" && ln -s knot "$work/knots/knot"
exits "a link to itself among procedures is named" 1 "$bin" procedure check "$work/knots"
is "as what cannot be looked at" says "knots/knot cannot be looked at"
exits "and refused as a place for a backup" 2 sy backup "$work/knots/knot"
exits "a backup inside the folder it is of is refused" 2 sy backup "$data/backup"
is "with the cure" says "Name a place outside it"
is "and nothing was made there" test ! -e "$data/backup"
cp -r registers "$work/knotted" && rm -f "$work/knotted/purposes.csv" && ln -s purposes.csv "$work/knotted/purposes.csv"
exits "a register file that is a link to itself is a refusal" 2 "$bin" register check "$work/knotted"
exits "a server that is not there cannot be reached" 4 "$bin" --server http://127.0.0.1:1 --token x matter ls
exits "a refusal with --json is JSON" 3 sy --json --as $clerk matter act "$no" close
is "with a code that is the same in every language" python3 -c 'import json; e=json.load(open("'"$work"'/out"))["error"]; assert e["code"] and e["message"]'
sy --as $clerk matter act "$no" close > /dev/null 2> "$work/en"; sy --lang zh --as $clerk matter act "$no" close > /dev/null 2> "$work/zh"
is "messages come in the caller's language" python3 -c 'a=open("'"$work"'/en").read(); b=open("'"$work"'/zh").read(); assert a != b and a.isascii() and not b.isascii()'
for typed in "matter ls --limit 0" "matter ls --order x" "matter ls --nonsense" "matter show" "matter" "demo seed --seed x" "matter ls --limit"; do
  exits "in Chinese: $typed" 2 sy --lang zh $typed
  is "around what was typed only" python3 - "$work/err" <<'P'
import re, sys
line = open(sys.argv[1], encoding='utf-8').readline().removeprefix('shaoyin: ')
assert re.search('[\u4e00-\u9fff]', line) and not re.search('[A-Za-z]{2,} [A-Za-z]{2,}', line), line
P
done
printf '\377\330\377\332\000\004abphoto\377\331' > "$work/photo.jpg"
echo "a letter" > "$work/letter.jpg"
exits "a file that only calls itself a photo is no evidence" 2 sy --as $clerk matter act "$no" settle --input words=mended --input "after=$work/letter.jpg"
is "and the refusal says what is taken" says "JPEG"
exits "sends a file as evidence" 0 sy --as $clerk matter act "$no" settle --input words=mended --input "after=$work/photo.jpg"

exits "opens a matter with a phone" 0 sy --as $clerk matter new --kind report --place huizhong-jiayuan-13 --field "what=Erasable zzmarker" --field reporter_phone=13800000000 --json
gone=$(python3 -c 'import json; print(json.load(open("'"$work"'/out"))["number"])')
exits "a phone is shown for a purpose" 0 sy --as $clerk matter reveal "$gone" --field reporter_phone --purpose call-back
is "to who asked" says 13800000000
exits "and not to whom it does not concern" 3 sy --as district-centre.coordinator matter reveal "$gone" --field reporter_phone --purpose call-back
exits "nor without a purpose of the list" 2 sy --as $clerk matter reveal "$gone" --field reporter_phone --purpose curiosity
exits "the timeline says who was shown it" 0 sy --as $clerk matter show "$gone" --timeline
is "and what for" says "Following up with the resident"
exits "an open matter is not erased" 3 sy --as district-centre.privacy matter erase "$gone" --reason person-asked
exits "it is withdrawn" 0 sy --as $clerk matter act "$gone" withdraw --input reason=mistake
exits "who lacks the permission erases nothing" 3 sy --as $clerk matter erase "$gone" --reason person-asked
exits "erases" 0 sy --as district-centre.privacy matter erase "$gone" --reason person-asked
exits "and the text is nowhere in the folder" 1 grep -rq zzmarker "$data"
exits "the timeline says when and why" 0 sy --as $clerk matter show "$gone" --timeline
is "in words" says "because: The person concerned asked for it"
exits "its chain verifies" 0 sy ledger verify "$gone"

exits "an import of registers asks for its verb" 3 sy --as $clerk register import registers --draw
exits "lists a register" 0 sy register ls units --search 供热
exits "routes and explains" 0 sy register route --place huizhong-jiayuan --category roads.lamps.dark
is "by the table" says "table"
exits "finds the gaps and doubles of the route table" 1 sy register coverage --json
exits "checks the shipped registers" 0 "$bin" register check registers --draw
exits "checks the shipped desks" 0 sh -c '"$0" desk check --json | python3 -m json.tool > /dev/null' "$bin"
mkdir -p "$work/home/desks" && ln -s "$top/procedures" "$top/registers" "$work/home/" && cp -r desks/mediation "$work/home/desks/" && ln -s knot "$work/home/desks/knot" && echo 'where = "nothing"' >> "$work/home/desks/mediation/views/disputes.toml"
exits "a desk with a fault is a finding" 1 "$bin" --home "$work/home" desk check
is "with file, key and cure" says "desks/mediation/views/disputes.toml where: there is no column 'nothing'"
exits "checks a procedure" 0 sh -c '"$0" procedure check whistle --json | python3 -m json.tool > /dev/null' "$bin"
exits "finds nothing in the procedures that ship" 0 "$bin" procedure check
exits "recomputes open clocks" 0 sy procedure recompute
exits "finds a fault in a broken procedure" 1 sh -c 'mkdir -p "$1/broken" && cp tests/procedures/broken/step_without_owner.toml "$1/broken/procedure.toml" && "$0" procedure check "$1/broken"' "$bin" "$work"
exits "draws a procedure" 0 sy procedure draw whistle
is "as DOT" says "digraph"
exits "and as a picture" 0 sy procedure draw whistle --svg
is "that is SVG through and through" python3 -c 'import xml.dom.minidom as x; assert x.parse("'"$work"'/out").documentElement.tagName == "svg"'

exits "adds a user, password from standard input" 0 sh -c 'echo "a long password" | "$0" --data "$1" user add test.desk --person district-centre.desk --password-stdin' "$bin" "$data"
for login in "" " " Li.Desk "li desk" .li "$(printf 'a%.0s' $(seq 65))"; do
  exits "refuses the log-in name '$(echo "$login" | cut -c1-10)'" 2 sh -c 'echo "a long password" | "$0" --data "$1" user add "$2" --person district-centre.desk --password-stdin' "$bin" "$data" "$login"
done
is "and says what one is" says "small letters, digits"
exits "refuses a short password" 2 sh -c 'echo short | "$0" --data "$1" user add other --person district-centre.desk --password-stdin' "$bin" "$data"
exits "does not ask without a terminal" 2 sy user passwd test.desk
exits "makes a token" 0 sy user token test.desk
is "that is 64 hex digits" sh -c 'grep -qE "^[0-9a-f]{64}$" "$0"' "$work/out"
exits "disables a user" 0 sy user disable test.desk
exits "and gives them no token" 3 sy user token test.desk

printf '留言编号,留言用户,留言主题,留言时间,留言详情,一级标签,反对数,点赞数\n' > "$work/rows.csv"
exits "an export asks who takes it away" 2 sy export matters --format json --open
exits "and for the verb" 3 sy --as district-centre.desk export matters --format json --open
is "which it names" sh -c 'grep -q export.run "$0"' "$work/err"
exits "exports a list" 0 sy --as district-centre.coordinator export matters --format json --open
is "as JSON" sh -c 'python3 -m json.tool < "$0" > /dev/null' "$work/out"
exits "exports to - as standard output" 0 sh -c 'cd "$2" && "$0" --data "$1" --as district-centre.coordinator export matters --format json --open --out - | python3 -m json.tool > /dev/null && test ! -e ./-' "$bin" "$data" "$work"
exits "a file in a folder that is not there is a usage error" 2 sy --as district-centre.coordinator export matters --out "$work/none/x.csv"
is "and says to make it" says "make it first"
exits "but no workbook" 2 sy --as district-centre.coordinator export matters --format xlsx --out -
exits "exports a workbook" 0 sy --as district-centre.coordinator export matters --format xlsx --out "$work/list.xlsx"
is "that is a zip" sh -c 'head -c2 "$0" | grep -q PK' "$work/list.xlsx"
python3 - "$work/rows.csv" maps/boston311.toml <<'P'
import csv, sys, tomllib
m = tomllib.load(open(sys.argv[2], 'rb')); c = m['columns']
names = [v for v in list(c.values()) + list(m.get('attributes', {}).values())]
if 'category' in m and 'column' in m['category']: names.append(m['category']['column'])
names = list(dict.fromkeys(n for n in names if isinstance(n, str)))
good = {c['key']: '1', c['opened']: '01/05/2015 12:40:41 PM', c['title']: 'Lamp 路灯'}
bad = dict(good, **{c['key']: '2', c['opened']: '13/45/2015 12:40:41 PM'})
w = csv.writer(open(sys.argv[1], 'w', encoding='utf-8')); w.writerow(names)
for row in (good, bad): w.writerow([row.get(n, '') for n in names])
P
exits "an import asks for its verb" 3 sy --as district-centre.desk import matters "$work/rows.csv" --map boston311 --dry-run
exits "and whoever owns the folder may, as with user" 1 sy import matters "$work/rows.csv" --map boston311 --dry-run
exits "an import's dry run finds the bad row" 1 sy --as district-centre.coordinator import matters "$work/rows.csv" --map boston311 --dry-run --json --errors "$work/bad.xlsx"
is "and ends with the sums" python3 -c 'import json; assert json.loads(open("'"$work"'/out").read().splitlines()[-1]) == {"read": 2, "imported": 1, "unchanged": 0, "rejected": 1}'
is "and gives the row back as a workbook" test -s "$work/bad.xlsx"
exits "imports" 1 sy --as district-centre.coordinator import matters "$work/rows.csv" --map maps/boston311.toml --json
exits "a second time changes nothing" 1 sy --as district-centre.coordinator import matters "$work/rows.csv" --map maps/boston311.toml --json
is "and says so" grep -q '"unchanged":1' "$work/out"
exits "reports punctuality" 0 sy report punctuality --json
exits "lists the districts one may read" 0 sy district ls
is "the imported one with its zone" says "990002.*America/New_York"
exits "lists an imported district" 0 sy matter ls --district 990002
is "with its matters" says "BOS-1"
exits "shows a historical matter, its times on its own clocks" 0 sy --district 990002 matter show BOS-1 --timeline
is "as the source wrote them" says "2015-01-05 12:40 America/New_York"
is "and says that it is history" says "to be read, not handled"
exits "which nobody can act on" 2 sy --as district-centre.coordinator --district 990002 matter act BOS-1 close
exits "and who lacks history.read does not find" 1 sy --as $clerk --district 990002 matter ls
exits "exports an imported district" 0 sy --as district-centre.coordinator export matters --district 990002
is "as CSV" says "BOS-1"

exits "verifies the whole ledger" 0 sy ledger verify --all
exits "verifies one matter" 0 sy ledger verify "$no"
exits "the doctor finds nothing wrong" 0 sy doctor
is "and says what it looked at" says "integrity"
mkdir -m 755 "$work/foreign"
exits "the doctor gives no advice about a folder that is none of ours" 2 "$bin" --data "$work/foreign" doctor
is "but says so" says "no Shaoyin folder"
exits "and a folder that is not there was typed wrongly" 2 "$bin" --data "$work/none" doctor
touch "$work/foreign/vault.id"
exits "a folder of ours without its database is a finding" 1 "$bin" --data "$work/foreign" doctor
is "with its cure" says "Restore a backup"
exits "backs up" 0 sy backup "$work/backup"
exits "without the key, as nobody was asked" 1 test -e "$work/backup/master.key"
exits "restores" 0 "$bin" restore "$work/backup" --data "$work/again"
exits "what was restored verifies" 0 "$bin" --data "$work/again" ledger verify
exits "the doctor names a missing key" 1 "$bin" --data "$work/again" doctor
is "and its cure" says "Put the master key file back at"
exits "a folder without its key does not open" 4 "$bin" --data "$work/again" --as $clerk matter ls
exits "a backup with the key restores with it" 0 sh -c '"$0" --data "$1" backup "$2/full" --with-key && "$0" restore "$2/full" --data "$2/whole" && "$0" --data "$2/whole" matter ls' "$bin" "$data" "$work"
exits "a spoilt backup is refused" 1 sh -c 'echo x >> "$1/full/shaoyin.db"; "$0" restore "$1/full" --data "$1/spoilt"' "$bin" "$work"

is "(one byte of the ledger is changed behind our back)" python3 - "$work/again/shaoyin.db" "$no" <<'P'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
table = [t for (t,) in db.execute("select name from sqlite_master where type='table'") if {'bytes', 'hash', 'revision'} <= {r[1] for r in db.execute(f'pragma table_info("{t}")')}][0]
matter = [r[1] for r in db.execute(f'pragma table_info("{table}")') if r[1] in ('matter', 'matter_id')][0]
for (name,) in db.execute("select name from sqlite_master where type='trigger'").fetchall(): db.execute(f'drop trigger "{name}"')
row = db.execute(f"select {matter}, revision, bytes from {table} where revision = 2 order by {matter} limit 1").fetchone()
old = row[2]; raw = bytearray(old if isinstance(old, bytes) else old.encode()); raw[-2] ^= 1
db.execute(f"update {table} set bytes = ? where {matter} = ? and revision = 2", (bytes(raw) if isinstance(old, bytes) else raw.decode('latin-1'), row[0])); db.commit()
P
exits "verify finds the changed entry" 1 "$bin" --data "$work/again" ledger verify
is "and names it" sh -c 'cat "$0" "$1" | grep -qE "✗ .*(revision )?2"' "$work/out" "$work/err"

is "a folder in use is refused with advice" python3 - "$bin" "$data" <<'P'
import fcntl, subprocess, sys
lock = open(sys.argv[2] + '/lock', 'a'); fcntl.flock(lock, fcntl.LOCK_EX)
done = subprocess.run([sys.argv[1], '--data', sys.argv[2], 'matter', 'ls'], capture_output=True, text=True)
assert done.returncode == 4 and '--server' in done.stderr, (done.returncode, done.stderr)
P
"$bin" completion bash > "$work/completion"
is "completes commands in bash" bash -c '. "$0"; COMP_WORDS=(shaoyin matter sh); COMP_CWORD=2; _shaoyin; test "${COMPREPLY[*]}" = show' "$work/completion"
is "and options behind values" bash -c '. "$0"; COMP_WORDS=(shaoyin --data demo matter ls --over); COMP_CWORD=5; _shaoyin; test "${COMPREPLY[*]}" = --overdue' "$work/completion"
is "a broken pipe is quiet" sh -c '("$0" --data "$1" matter ls --csv; true) 2> "$2/pipe" | head -1 > /dev/null; test ! -s "$2/pipe"' "$bin" "$data" "$work"
# Sorting messages: no folder, no server; invented messages.
python3 - "$work" <<'P'
import csv, sys
what = {"城建": ["路灯不亮", "井盖丢失", "水管爆裂", "路面塌陷"], "环保": ["油烟扰民", "河水发臭", "焚烧垃圾", "噪声彻夜"], "教育": ["学位不足", "补课收费", "校服太贵", "入园困难"]}
places = ["甲新村", "乙家园", "丙花苑", "丁里", "戊河路"]
rows = [(f"m{i}", label, f"{p}{w} 您好，{p}{n}号{w}，请处理。") for label in what for i, (p, w, n) in enumerate((p, w, n) for p in places for w in what[label] for n in (1, 2))]
with open(sys.argv[1] + "/train.csv", "w", encoding="utf-8-sig", newline="") as f:
    csv.writer(f).writerows([("id", "label", "text")] + [(label + i, label, text) for i, label, text in rows])
with open(sys.argv[1] + "/messages.csv", "w", encoding="utf-8", newline="") as f:
    csv.writer(f).writerows([("id", "text"), ("a", "己桥楼下油烟扰民，电话13800138000"), ("b", "庚街路灯不亮"), ("c", "")])
with open(sys.argv[1] + "/board.csv", "w", encoding="utf-8", newline="") as f:
    csv.writer(f).writerows([("id", "user", "title", "time", "text", "likes")] + [(i, "u", t, "2023/2/14 9:00", x, 0) for i, t, x in [
        ("1", "云锦苑小区烧烤店油烟扰民", "云锦苑小区一楼烧烤店没有排烟管道，油烟进屋。"), ("2", "云锦苑小区烧烤店油烟熏人", "云锦苑小区烧烤店油烟太大，没有排烟管道。"),
        ("3", "请管管云锦苑小区的烧烤店", "云锦苑小区烧烤店每天冒油烟。"), ("4", "云锦苑小区烧烤店油烟扰民", "云锦苑小区一楼烧烤店没有排烟管道，油烟进屋。"), ("5", "公交车太少", "上班高峰等了半小时。")]])
P
tri() { "$bin" --lang en triage "$@" < /dev/null; }
exits "learns from labelled messages" 0 tri train --input "$work/train.csv" --model "$work/a.model" --seed 7
exits "and the same again, whatever the threads" 0 tri train --input "$work/train.csv" --model "$work/b.model" --seed 7 --threads 1
is "gives the same bytes" cmp "$work/a.model" "$work/b.model"
exits "suggests for messages" 0 tri predict --model "$work/a.model" --input "$work/messages.csv" --output "$work/pred.csv"
is "two labels with their probabilities" python3 -c '
import csv; r=list(csv.DictReader(open("'"$work"'/pred.csv",encoding="utf-8"))); assert list(r[0])==["id","label","p","label2","p2"] and [x["id"] for x in r]==["a","b","c"], r
assert r[0]["label"]=="环保" and r[1]["label"]=="城建" and all(x["label"]!=x["label2"] and float(x["p"])>=float(x["p2"]) for x in r), r'
printf 'id,text\na,\"\xe6\xb2\xb9\xe7\x83\x9f\v\xe6\x89\xb0\xe6\xb0\x91\x01\"\n' > "$work/controls.csv"
exits "is not put off by control characters" 0 tri predict --model "$work/a.model" --input "$work/controls.csv" --output "$work/controls.out"
printf 'id,text\na,\377\376\200\n' > "$work/bytes.csv"
exits "refuses what is no text" 2 tri predict --model "$work/a.model" --input "$work/bytes.csv" --output "$work/none.out"
is "and writes nothing" test ! -e "$work/none.out"
exits "explains a suggestion" 0 tri explain --model "$work/a.model" --input "$work/messages.csv"
is "with the message's own words" says "油烟"
exits "explains by the table's words where nothing was learned, and alerts" 0 tri explain --categories "registers/categories.csv" --emergency "registers/triage/emergency.csv" --input "$work/messages.csv"
is "with a category and without a probability" says "a,environment.air"
exits "needs one of the two" 2 tri explain --input "$work/messages.csv"
exits "tests itself honestly" 0 tri eval --input "$work/train.csv" --seed 3 --folds 4
is "and says the seed" says "seed 3"
exits "gathers topics" 0 tri topics --input "$work/board.csv" --output "$work/topics.csv"
is "and leaves the rest alone" python3 -c 'import csv; t={x["id"]: x["topic"] for x in csv.DictReader(open("'"$work"'/topics.csv"))}; assert t["1"]==t["2"]==t["4"]!="" and t["5"]=="", t'
exits "finds the same text" 0 tri duplicates --input "$work/board.csv" --output "$work/dup.csv"
is "as first neighbour" python3 -c 'import csv; r=[x for x in csv.DictReader(open("'"$work"'/dup.csv")) if x["id"]=="1"]; assert r[0]["other_id"]=="4" and r[0]["kind"]=="same_text", r'
echo changed >> "$work/b.model"
exits "a model that was changed is a finding" 1 tri predict --model "$work/b.model" --input "$work/messages.csv" --output "$work/none.csv"
is "and nothing is written" test ! -e "$work/none.csv"
exits "a table without labels cannot be learned from" 2 tri train --input "$work/messages.csv" --model "$work/none.model"
is "and the missing column is named" says "label"
is "and no model is written" test ! -e "$work/none.model"
is "every command has an example in its help" python3 - "$bin" <<'P'
import subprocess, sys
def helped(words):
    return subprocess.run([sys.argv[1], *words, '--help'], capture_output=True, text=True)
def leaves(words):
    text = helped(words).stdout
    assert text, words
    if 'Subcommands:' not in text:
        assert 'Example:' in text, words
        return 1
    names = [l.split()[0] for l in text.split('Subcommands:')[1].splitlines() if l.startswith('  ') and not l.startswith('   ')]
    return sum(leaves(words + [n]) for n in names if n.isalpha())
assert leaves([]) >= 28
P
is "the reference names every command" python3 - "$bin" docs/running/command-line.md <<'P'
import subprocess, sys
page = open(sys.argv[2], encoding='utf-8').read()
def walk(words):
    text = subprocess.run([sys.argv[1], *words, '--help'], capture_output=True, text=True).stdout
    if 'Subcommands:' not in text:
        assert '`' + ' '.join(words) in page, words
        for line in text.splitlines():
            option = line.strip().split(' ')[0].split(',')[-1]
            if option.startswith('--') and option not in ('--help',): assert option in page, (words, option)
        return
    for line in text.split('Subcommands:')[1].splitlines():
        if line.startswith('  ') and not line.startswith('   ') and line.split()[0].isalpha(): walk(words + [line.split()[0]])
walk([])
P

exits "a map that is not there is a usage error" 2 "$bin" circle export-network --pbf "$work/none" --nodes "$work/n" --edges "$work/e"
exits "a photo is no map" 1 "$bin" circle export-network --pbf "$work/photo.jpg" --nodes "$work/n" --edges "$work/e"
exits "draws invented streets inside our outline" 0 "$bin" circle export-network --outline registers/outline.csv --nodes "$work/n" --edges "$work/e"
is "and says that they are" says "synthetic"
exits "reads a network from tables" 0 "$bin" circle export-network --read-nodes "$work/n" --read-edges "$work/e" --nodes "$work/n2" --edges "$work/e2" --json
is "the same one" sh -c 'cmp "$0" "$1" && [ "$(sort "$2" | sha1sum)" = "$(sort "$3" | sha1sum)" ]' "$work/n" "$work/n2" "$work/e" "$work/e2"
printf 'kind,node\nclinic,5\nclinic,900\ncanteen,17\n' > "$work/facilities.csv"
exits "finds the nearest facilities on it" 0 "$bin" circle nearest --read-nodes "$work/n" --read-edges "$work/e" --facilities "$work/facilities.csv" --k 2 --out "$work/nearest.csv"
is "as a search in a few lines of Python does" python3 - "$work" <<'P'
import csv, heapq, sys
work = sys.argv[1]
near = {}
for row in csv.DictReader(open(work + '/e')): near.setdefault(int(row['from']), []).append((int(row['to']), int(row['decimetres'])))
nodes = len(list(csv.DictReader(open(work + '/n'))))
facilities = {}
for row in csv.DictReader(open(work + '/facilities.csv')): facilities.setdefault(row['kind'], []).append(int(row['node']))
expected = set()
for kind, places in facilities.items():
    walked = {}
    for place in places:
        best, open_ = {}, [(0, place)]
        while open_:
            at, node = heapq.heappop(open_)
            if node in best: continue
            best[node] = at
            for other, length in near.get(node, []): heapq.heappush(open_, (at + length, other))
        walked[place] = best
    for node in range(nodes):
        ranked = sorted((walked[p][node], p) for p in places if node in walked[p])[:2]
        expected |= {(str(node), kind, str(i + 1), str(p), str(d)) for i, (d, p) in enumerate(ranked)}
found = {tuple(row) for row in csv.reader(open(work + '/nearest.csv'))} - {('node', 'kind', 'rank', 'facility', 'decimetres')}
assert found == expected, (len(found), len(expected), list(found ^ expected)[:5])
P
printf 'from,to,decimetres\n0,1,-4\n' > "$work/bad.csv"
exits "a negative length is refused" 1 "$bin" circle export-network --read-nodes "$work/n" --read-edges "$work/bad.csv" --nodes "$work/never" --edges "$work/never2"
is "with its row and what would be right" says "Row 2 of the edges: a length is 0 to"
is "and nothing is written" test ! -e "$work/never"
printf 'from,to,decimetres\n0,nowhere,40\n' > "$work/bad.csv"
exits "an edge to nowhere is refused" 2 "$bin" circle export-network --read-nodes "$work/n" --read-edges "$work/bad.csv" --nodes "$work/never" --edges "$work/never2"
is "by name" says "nowhere"
printf 'id,lat,lon\na,39,117\na,39,118\n' > "$work/bad.csv"
exits "an id that is there twice is refused" 1 "$bin" circle export-network --read-nodes "$work/bad.csv" --read-edges "$work/e" --nodes "$work/never" --edges "$work/never2"
printf 'id,lat,lon\na,117,39\n' > "$work/bad.csv"
exits "latitude and longitude in each other's place are refused" 2 "$bin" circle export-network --read-nodes "$work/bad.csv" --read-edges "$work/e" --nodes "$work/never" --edges "$work/never2"
is "and it says which comes first" says "latitude comes before longitude"
printf 'area,lat,lon,people\nnorth,39.09,117.23,-1\n' > "$work/homes.csv"; printf 'kind,lat,lon\nclinic,39.085,117.23\n' > "$work/points.csv"
exits "fewer people than none are refused" 1 "$bin" circle cover --read-nodes "$work/n" --read-edges "$work/e" --homes "$work/homes.csv" --facilities "$work/points.csv" --out "$work/never"
printf 'area,lat,lon,people\nnorth,39.09,117.23,12\nnorth,10,10,5\n' > "$work/homes.csv"
exits "counts who has a clinic within a walk" 0 "$bin" circle cover --read-nodes "$work/n" --read-edges "$work/e" --homes "$work/homes.csv" --facilities "$work/points.csv" --minutes 30 --out "$work/covered.csv"
is "and who lives off every street" grep -qx 'north,clinic,17,12,5' "$work/covered.csv"
printf 'kind,lat,lon\nclinic,10,10\n' > "$work/points.csv"
exits "a clinic off every street is refused" 2 "$bin" circle cover --read-nodes "$work/n" --read-edges "$work/e" --homes "$work/homes.csv" --facilities "$work/points.csv" --out "$work/never"
is "with its row" says "Row 2 of the facilities: no street to walk on within 300 m"
real=${SHAOYIN_SHARED_DATA:-$top/../shared/data}/osm
if [ -f "$real/poa_osm.pbf" ] && [ -f "$real/poa_hexgrid.csv" ]; then
  is "covers Porto Alegre as a slow script does that knows no hierarchy" python3 tests/cli/circle_cover.py "$bin" "$real" "$work"
else
  echo "skip covers Porto Alegre as a slow script does (real data not here: osm/poa_osm.pbf, osm/poa_hexgrid.csv; set SHAOYIN_SHARED_DATA)"
fi
exits "no network named is refused" 2 "$bin" circle export-network --nodes "$work/never" --edges "$work/never2"
is "and nothing was written" test ! -e "$work/never"

# The same through a server.
server=$top/build/release/shaoyind
# A tenth family, laid into this district as one folder: no line of code knows it.
mkdir "$work/tenth" && cp -r procedures registers desks maps "$work/tenth/" && cp -r tests/family/lost_property "$work/tenth/procedures/"
family() { "$bin" --home "$work/tenth" --data "$data" "$@" < /dev/null; }
exits "a new family's folder is checked with its stories" 0 family procedure check lost_property --quick
is "and holds" says "0 findings"
exits "a matter of it is opened" 0 family --as $clerk matter new --kind lost_property --place 120103014004 --field "thing=A black purse 黑色钱包" --field sort=purse --field "found_on=2026-01-02 10:00" --json
lost=$(python3 -c 'import json; print(json.load(open("'"$work"'/out"))["number"])')
exits "and shown with what can be done" 0 family --as $clerk matter show "$lost"
is "by its own words" says "Lost property"
exits "which is nothing to whoever may not read it" 1 family --as district-centre.admin matter show "$lost"

if [ -x "$server" ]; then
  "$bin" --data "$data" user enable test.desk > /dev/null; token=$("$bin" --data "$data" user token test.desk 2> /dev/null)
  "$bin" --data "$data" --as district-centre.desk --json matter ls --kind report > "$work/by-folder"
  "$server" --data "$data" --listen 127.0.0.1:0 --backups "$work/backups" > "$work/server" 2>&1 & pid=$!
  for _ in $(seq 100); do url=$(grep -oE 'http://127.0.0.1:[0-9]+' "$work/server" | head -1); [ -n "$url" ] && break; sleep 0.1; done
  remote() { SHAOYIN_TOKEN=$token "$bin" --server "$url" "$@" < /dev/null; }
  exits "lists through a server" 0 remote --json matter ls --kind report
  is "and hears what the folder said" python3 -c 'import json; a,b=(json.load(open(f)) for f in ("'"$work"'/by-folder","'"$work"'/out")); assert [r["number"] for r in a["rows"]] == [r["number"] for r in b["rows"]] and a["total"] == b["total"]'
  exits "opens a matter through a server" 0 remote matter new --kind report --place 120103014001 --field what=路灯不亮
  is "and prints the ledger number" says "Ledger #"
  exits "is refused there with 3 as well" 3 remote whistle "$no"
  exits "a folder that a server has open is refused" 4 sy matter ls
  is "and names the way to a token" says "user token LOGIN"
  demo() { echo shaoyin-demo | "$bin" --server "$url" "$@"; }
  admin=$(demo user token district-centre.admin --password-stdin 2> /dev/null)
  is "a token is made through a server with one's password" sh -c 'echo "$0" | grep -qE "^[0-9a-f]{64}$"' "$admin"
  exits "and not with another" 3 sh -c 'echo wrong | "$0" --server "$1" user token district-centre.admin --password-stdin' "$bin" "$url"
  keep() { SHAOYIN_TOKEN=$admin "$bin" --server "$url" "$@"; }
  exits "adds a user through a server" 0 sh -c 'echo "a long password" | SHAOYIN_TOKEN=$2 "$0" --server "$1" user add through.server --person district-centre.desk --password-stdin' "$bin" "$url" "$admin"
  exits "lists users through a server" 0 keep user ls
  is "the new one too" says "through.server"
  exits "disables a user through a server" 0 keep user disable through.server
  exits "which a clerk may not" 3 remote user disable district-centre.admin
  exits "checks registers through a server" 0 keep register check registers --draw
  exits "imports through a server" 1 keep import matters "$work/rows.csv" --map boston311 --errors "$work/bad-remote.xlsx" --json
  is "the sums are those of the folder" grep -q '"unchanged":1,"rejected":1' "$work/out"
  is "and the refused row comes back" sh -c 'head -c2 "$0" | grep -q PK' "$work/bad-remote.xlsx"
  exits "verifies the ledger through a server" 0 keep ledger verify
  exits "backs up through a server" 0 keep backup
  is "without the master key" sh -c '! ls "$0"/*/master.key 2> /dev/null && ls "$0"/*/manifest.txt' "$work/backups"
  exits "which asks for no folder and no key" 2 keep backup "$work/elsewhere" --with-key
  coordinator=$(demo user token district-centre.coordinator --password-stdin 2> /dev/null)
  exits "reads an imported district through a server" 0 env SHAOYIN_TOKEN="$coordinator" "$bin" --server "$url" --district 990002 matter ls
  is "with its matters" says "BOS-1"
  exits "a token that is none is refused" 3 "$bin" --server "$url" --token 0000 matter ls
  kill "$pid"; wait "$pid" 2> /dev/null
  exits "and a stopped server cannot be reached" 4 remote matter ls
else
  echo "skip the command line through a server (build/release/shaoyind is not built)"
fi
