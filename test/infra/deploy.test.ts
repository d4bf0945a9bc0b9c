import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { prepareAssembly } from '../../infra/emulator/prepare-assembly.ts';
import { findPython } from '../../infra/emulator/python-tools.ts';
import { placeholderIssuer } from '../../infra/local/template.ts';

const script = join(import.meta.dirname, '../../infra/emulator/main.ts');
const python = await findPython();

it.skipIf(!python.ok)(
  `the synthesized template deploys to an emulator, lives there and is torn down${python.ok ? '' : ` (not run: ${python.error})`}`,
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 10_000_000 });

    const last = stdout.trim().split('\n').at(-1) ?? '';
    if (last.startsWith('skipped:')) console.warn(last);
    expect(last).toMatch(/^skipped: the emulator cannot be installed|passed$/);
  },
  900_000,
);

it('what is deployed there is what was synthesized, but for what the emulator cannot do', () => {
  const from = mkdtempSync(join(tmpdir(), 'from-'));
  const to = join(mkdtempSync(join(tmpdir(), 'to-')), 'assembly');
  mkdirSync(from, { recursive: true });
  const alarm = (properties: object) => ({ Type: 'AWS::CloudWatch::Alarm', Properties: properties });
  const template = {
    Resources: {
      Sum: alarm({ Metrics: [] }),
      Plain: alarm({ MetricName: 'm' }),
      Fn: { Type: 'AWS::Lambda::Function', Properties: { TIME_SPEED: '1', issuer: placeholderIssuer } },
    },
  };
  writeFileSync(join(from, 'CityWhistle.template.json'), JSON.stringify(template, null, 1));
  for (const name of ['manifest.json', 'CityWhistle.assets.json'])
    writeFileSync(join(from, name), JSON.stringify({ a: [{ assumeRoleArn: 'arn', path: 'p' }] }));

  const leftOut = prepareAssembly({ from, to, issuer: 'http://127.0.0.1:1', speed: 60 });

  const read = (name: string) => JSON.parse(readFileSync(join(to, name), 'utf8'));
  expect(leftOut).toEqual(['Sum']);
  expect(read('CityWhistle.template.json').Resources).toEqual({
    Plain: template.Resources.Plain,
    Fn: { Type: 'AWS::Lambda::Function', Properties: { TIME_SPEED: '60', issuer: 'http://127.0.0.1:1' } },
  });
  expect(read('manifest.json')).toEqual({ a: [{ path: 'p' }] });
});
