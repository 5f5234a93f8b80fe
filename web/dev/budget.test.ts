// The weight of the first page, as a browser would fetch it compressed: a budget is kept only if something counts.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const built = existsSync(`${dist}manifest.json`);
const manifest = (built ? JSON.parse(readFileSync(`${dist}manifest.json`, 'utf8')) : {}) as Record<string, Chunk>;

// Every file a route needs: its chunk, what that imports, and their styles.
function filesOf(keys: string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key]!;
    if (seen.has(chunk.file)) continue;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
    filesOf(chunk.imports ?? [], seen);
  }
  return seen;
}
const bytes = (file: string) => readFileSync(dist + file);
// Quality 9: what a server would send without waiting; 11 weighs a little less and takes many times as long.
const kQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const brotli = (file: string) => brotliCompressSync(bytes(file), kQuality).length;
function weigh(...routes: string[]): number {
  return [...filesOf(['index.html', ...routes])].reduce((sum, file) => sum + brotli(file), brotli('index.html')) / 1024;
}

// A busy machine may need long to compress; the weight is what is tested.
describe.skipIf(!built)('The built pages', { timeout: 60_000 }, () => {
  it('open the residents\' home within 90 KiB', () => {
    expect(weigh('portal/PortalLayout.vue', 'portal/HomePage.vue')).toBeLessThan(90);
  });

  it('open the staff inbox within 130 KiB', () => {
    expect(weigh('console/ConsoleLayout.vue', 'console/InboxPage.vue')).toBeLessThan(130);
  });

  it('load no later part larger than 25 KiB', () => {
    const first = filesOf(['index.html']); // comes with every page, and is weighed with each above
    const later = Object.values(manifest).map((chunk) => chunk.file).filter((file) => file.endsWith('.js') && !first.has(file));
    for (const file of later) expect(gzipSync(bytes(file)).length / 1024, file).toBeLessThan(25);
  });

  it('hold nothing inline and nothing from elsewhere', () => {
    const page = bytes('index.html').toString();
    expect(page).not.toMatch(/<style|<script(?![^>]*src=)| style=|https?:\/\//);
  });
});
