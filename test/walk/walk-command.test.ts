import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openIssuer } from '../../infra/local/issuer.ts';
import type { Walk } from '../../sim/walk/walk.ts';
import { walkCommand } from '../../sim/walk/walk-command.ts';
import { walks } from '../../sim/walk/walks.ts';

const keys = mkdtempSync(join(tmpdir(), 'citywhistle-walk-command-'));
afterAll(() => rmSync(keys, { recursive: true }));

const request = {
  source: '12345',
  sourceKey: '1',
  kind: 'help',
  channel: 'phone',
  description: '停水了。',
  itemCode: '0101-02',
  place: { unitCode: '110101006' },
};

const walk = (steps: Walk['steps'], more: Partial<Walk> = {}): Walk => ({
  number: 1,
  name: 'trial',
  title: { zh: '试', en: 'trial' },
  source: 'none',
  city: 'beijing',
  pack: 'beijing-2019',
  startAt: '2019-05-06T09:00:00+08:00',
  restsOn: ['dispute.timesMax'],
  assumes: [],
  steps,
  ...more,
});

async function run(args: readonly string[], known: readonly Walk[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await walkCommand(args, {
    walks: known,
    issuer: () => openIssuer('http://walk.invalid', keys),
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out, error };
}

describe('npm run walk', () => {
  it('lists every walk with its number, city and pack', async () => {
    const { code, out } = await run(['list'], walks);

    expect(code).toBe(0);
    expect(out).toHaveLength(walks.length);
    expect(out.join('\n')).toContain('beijing/beijing-2019');
  });

  it.each([[[]], [['nowhere']], [['list', 'more']]])('exits 2 for %j', async (args) => {
    const { code, error } = await run(args, walks);

    expect(code).toBe(2);
    expect(error.join('\n')).toContain('usage: npm run walk');
  });

  it('tells each step, the assumptions and the facts, and exits 0 when all hold', async () => {
    const passing = walk(async (w) => {
      const ticket = await w.hotline.submit(request);
      w.expect('lead', ticket.leadUnit, '110101006');
    });

    const { code, out } = await run(['1'], [passing]);

    expect(code).toBe(0);
    expect(out[2]).toMatch(/^ {2}assumes dispute\.timesMax = 3: /);
    expect(out[3]).toMatch(/^ {2}2019-05-06 09:00:00 {2}12345热线 {2}受理诉求 {2}POST \/tickets {2}201 /);
    expect(out.slice(4)).toEqual(['  ok lead: "110101006"', '  trial: passed']);
  });

  it('exits 1 when a fact does not hold', async () => {
    const failing = walk(async (w) => w.expect('the answer', 41, 42));

    const { code, out } = await run(['trial'], [failing]);

    expect(code).toBe(1);
    expect(out).toContain('  FAILED the answer: got 41, want 42');
  });

  it('exits 1 when a step is answered otherwise than it must be', async () => {
    const breaking = walk(async (w) => {
      w.expect('before', 1, 1);
      await w.hotline.submit({ ...request, itemCode: 'none' });
    });

    const { code, out } = await run(['trial'], [breaking]);

    expect(code).toBe(1);
    expect(out.join('\n')).toMatch(/BROKEN .*422/);
  });

  it('says what is wrong with a pack that does not load', async () => {
    const { code, out } = await run(['trial'], [walk(async () => {}, { pack: 'atlantis' })]);

    expect(code).toBe(1);
    expect(out.join('\n')).toMatch(/BROKEN policies: atlantis: known packs: /);
  });

  it('exits 1 for a walk that shows nothing', async () => {
    const { code } = await run(['trial'], [walk(async () => {})]);

    expect(code).toBe(1);
  });

  it('refuses a walk that stands on a rule its pack does not have', async () => {
    const stray = walk(async () => {}, { restsOn: ['colour'] });

    await expect(run(['trial'], [stray])).rejects.toThrow('the pack beijing-2019 has nothing at colour');
  });
});
