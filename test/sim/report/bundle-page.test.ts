import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assetsKeptIn } from '../../../sim/report/bundle-page.ts';

const main = fileURLToPath(new URL('../../../sim/report/page/main.ts', import.meta.url));

describe('the assets of pages', () => {
  it('are bundled where none are kept, taken as they are kept, and bundled again after a file of theirs changed', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'assets-')), 'below/assets.json');

    const first = assetsKeptIn(file);

    const kept = JSON.parse(readFileSync(file, 'utf8'));
    const { size, mtimeMs } = statSync(main);
    expect(kept.looks['sim/report/page/main.ts']).toBe(`${size} ${mtimeMs}`);
    writeFileSync(file, JSON.stringify({ ...kept, value: { ...first, script: 'as it is kept' } }));
    expect(assetsKeptIn(file)).toEqual({ ...first, script: 'as it is kept' });
    kept.looks['sim/report/page/main.ts'] = `${size} ${mtimeMs - 1}`;
    writeFileSync(file, JSON.stringify({ ...kept, value: { ...first, script: 'of yesterday' } }));
    expect(assetsKeptIn(file)).toEqual(first);
  });

  it('are bundled where nothing can be kept', () => {
    expect(assetsKeptIn('/dev/null/assets.json').script.length).toBeGreaterThan(100_000);
  });
});
