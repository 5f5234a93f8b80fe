// The server under test: the real program, an empty data folder, a free port, the demonstration district.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export const root = new URL('../..', import.meta.url).pathname;

const kStart = 240_000; // ms; one of each life takes some seconds, a minute on a busy machine
const kPoll = 50; // ms

// Waits until `ask` gives something true; fails with `what` when it never does.
export async function until(what, ask, patience = 10_000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${patience} ms`);
    await new Promise((next) => setTimeout(next, kPoll));
  }
}

// `family`: a folder with a kind of matter that the installation is given besides those that ship.
export async function startHouse({ family = '' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'shaoyin-e2e-'));
  const home = family === '' ? root : join(folder, 'home');
  if (family !== '') {
    for (const part of ['procedures', 'registers', 'desks', 'maps']) await cp(join(root, part), join(home, part), { recursive: true });
    await cp(join(root, family), join(home, 'procedures', basename(family)), { recursive: true });
  }
  const web = join(root, 'web/dist');
  const server = spawn(join(root, 'build/release/shaoyind'), ['--data', join(folder, 'data'), '--listen', '127.0.0.1:0', '--demo', '--demo-each', '1', '--home', home, '--web', web], { cwd: root });
  let said = '';
  let log = '';
  server.stdout.on('data', (piece) => { said += piece; });
  server.stderr.on('data', (piece) => { log = (log + piece).slice(-20_000); });
  const gone = new Promise((done) => { server.once('exit', done); });

  async function stop() {
    if (server.exitCode === null) server.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  }
  try {
    const address = await until('the server prints its address', () => {
      if (server.exitCode !== null) throw new Error(`the server ended: ${log}`);
      return said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
    }, kStart);
    await until('/readyz', async () => (await fetch(`${address}/readyz`).catch(() => null))?.ok, kStart);
    const password = (await until('the demo password', () => said.match(/password: (\S+)/)))[1];
    return { address, password, stop, log: () => log };
  } catch (error) {
    await stop();
    throw error;
  }
}
