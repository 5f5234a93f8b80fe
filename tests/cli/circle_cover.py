#!/usr/bin/env python3
"""Porto Alegre, with its real streets, people and services: the table of `circle cover` against a slow script that
knows nothing of hierarchies. It puts points on the nearest stretch itself, makes every place a node and searches.

usage: circle_cover.py SHAOYIN DATA WORK; DATA holds poa_osm.pbf and poa_hexgrid.csv. Exits 0 when all agrees.
"""
import bisect, csv, heapq, math, subprocess, sys

shaoyin, data, work = sys.argv[1:4]
MINUTES, SPEED = 15, 1.2
LIMIT = MINUTES * 60 * SPEED * 10   # decimetres
UNSURE = 8                          # decimetres of rounding, ours and theirs, within which either answer is right
GAP = 300                           # metres from a street at most
network = ['--pbf', data + '/poa_osm.pbf', '--points', 'all']   # all points: stretches are straight

cells = list(csv.DictReader(open(data + '/poa_hexgrid.csv')))
with open(work + '/homes.csv', 'w') as f:
    f.write('area,lat,lon,people\n')
    for c in cells: f.write(f"{c['id']},{c['lat']},{c['lon']},{c['population'] or 0}\n")
facilities = [(kind, float(c['lat']), float(c['lon'])) for kind in ('schools', 'healthcare') for c in cells if float(c[kind] or 0) > 0]
with open(work + '/facilities.csv', 'w') as f:
    f.write('kind,lat,lon\n')
    for kind, lat, lon in facilities: f.write(f'{kind},{lat},{lon}\n')


def run(*what):
    done = subprocess.run([shaoyin, '--lang', 'en', 'circle', *what], capture_output=True, text=True)
    return done.returncode, done.stderr


# The slow script's own network.
code, err = run('export-network', *network, '--nodes', work + '/poa_n.csv', '--edges', work + '/poa_e.csv')
assert code == 0, err
points = [(float(r['lat']), float(r['lon'])) for r in csv.DictReader(open(work + '/poa_n.csv'))]
stretches = sorted({(min(a, b), max(a, b), d) for a, b, d in ((int(r['from']), int(r['to']), int(r['decimetres'])) for r in csv.DictReader(open(work + '/poa_e.csv')))})

NORTH = math.pi / 180 * 6371008.8
EAST = NORTH * math.cos(math.radians(-30.05))
flat = [((lon + 51.2) * EAST, (lat + 30.05) * NORTH) for lat, lon in points]
SIDE = 300
grid = {}
for number, (a, b, _) in enumerate(stretches):
    (ax, ay), (bx, by) = flat[a], flat[b]
    for gx in range(int(min(ax, bx) // SIDE), int(max(ax, bx) // SIDE) + 1):
        for gy in range(int(min(ay, by) // SIDE), int(max(ay, by) // SIDE) + 1): grid.setdefault((gx, gy), []).append(number)


def nearest_stretches(lat, lon):
    """Those that are nearest, give or take what rounding could exchange: (stretch, decimetres from its first end)."""
    x, y = (lon + 51.2) * EAST, (lat + 30.05) * NORTH
    found = []
    for gx in range(int(x // SIDE) - 1, int(x // SIDE) + 2):
        for gy in range(int(y // SIDE) - 1, int(y // SIDE) + 2):
            for number in grid.get((gx, gy), []):
                a, b, d = stretches[number]
                (ax, ay), (bx, by) = flat[a], flat[b]
                dx, dy = bx - ax, by - ay
                length = dx * dx + dy * dy
                t = max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0
                found.append((math.hypot(ax + t * dx - x, ay + t * dy - y), number, t * d))
    found = sorted(set(found))
    return [(gap, number, at) for gap, number, at in found if gap <= found[0][0] + 0.5] if found else []


near = {}
for a, b, d in stretches:
    near.setdefault(a, []).append((b, d))
    near.setdefault(b, []).append((a, d))

placed = [(kind, nearest_stretches(lat, lon)) for kind, lat, lon in facilities]
off = [i for i, (kind, at) in enumerate(placed) if not at or at[0][0] > GAP]
if off:   # the grid of cells is larger than the town; facilities without streets are refused, so they are left out
    code, err = run('cover', *network, '--homes', work + '/homes.csv', '--facilities', work + '/facilities.csv', '--by', 'ground', '--out', work + '/covered.csv')
    assert code != 0 and 'within 300 m' in err, err
    facilities = [f for i, f in enumerate(facilities) if i not in off]
    placed = [p for i, p in enumerate(placed) if i not in off]
    with open(work + '/facilities.csv', 'w') as f:
        f.write('kind,lat,lon\n')
        for kind, lat, lon in facilities: f.write(f'{kind},{lat},{lon}\n')
code, err = run('cover', *network, '--homes', work + '/homes.csv', '--facilities', work + '/facilities.csv', '--by', 'ground', '--minutes', str(MINUTES), '--speed', str(SPEED), '--out', work + '/covered.csv')
assert code == 0, err
theirs = {(r['area'], r['kind']): r for r in csv.DictReader(open(work + '/covered.csv'))}

compared = unsure = covered = 0
for kind in ('schools', 'healthcare'):
    on, walked, queue = {}, {}, []
    ambiguous = False
    for k, places in placed:
        if k != kind: continue
        gap, number, at = places[0]
        a, b, d = stretches[number]
        on.setdefault(number, []).append(at)
        queue += [(at, a), (d - at, b)]
    heapq.heapify(queue)
    while queue:
        at, node = heapq.heappop(queue)
        if node in walked or at > LIMIT + 100: continue
        walked[node] = at
        for other, d in near[node]: heapq.heappush(queue, (at + d, other))
    for c in cells:
        row = theirs[(c['id'], kind)]
        people = int(c['population'] or 0)
        assert int(row['people']) == people, (c['id'], row)
        places = nearest_stretches(float(c['lat']), float(c['lon']))
        if places and abs(places[0][0] - GAP) < 0.5: unsure += 1; continue
        if not places or places[0][0] > GAP:
            assert int(row['off_network']) == people and int(row['covered']) == 0, (c['id'], row)
            compared += 1
            continue
        ways = []
        for gap, number, at in places:
            a, b, d = stretches[number]
            ways.append(min([walked.get(a, math.inf) + at, walked.get(b, math.inf) + d - at] + [abs(at - other) for other in on.get(number, [])]))
        if min(ways) <= LIMIT + UNSURE and max(ways) > LIMIT - UNSURE: unsure += 1; continue
        expected = people if ways[0] <= LIMIT else 0
        assert int(row['covered']) == expected, (c['id'], kind, ways, row)
        compared += 1
        covered += expected
assert compared > 2000 and unsure < compared / 50 and covered > 0, (compared, unsure, covered)
print(f'{compared} cells agree, {unsure} too near the limit to tell, {covered} people covered')
