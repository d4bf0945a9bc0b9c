import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const noNetwork = `data:text/javascript,import net from 'node:net';
net.Socket.prototype.connect = () => { throw new Error('the network is off'); };`;

it('the app that deploys is synthesized for both stages with no network, no credentials and no environment', async () => {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: object };
  for (const stage of ['dev', 'prod']) {
    const outDir = mkdtempSync(join(tmpdir(), 'synth-'));
    const wanted = { ...context, stage, oidcIssuer: 'https://login.example.org' };

    await promisify(execFile)(process.execPath, ['--import', noNetwork, 'infra/app.ts'], {
      cwd: root,
      env: { CDK_OUTDIR: outDir, CDK_CONTEXT_JSON: JSON.stringify(wanted) },
    });

    const template = readFileSync(join(outDir, 'CityWhistle.template.json'), 'utf8');
    expect(Object.keys(JSON.parse(template).Resources).length).toBeGreaterThan(100);
    expect(Buffer.byteLength(template)).toBeLessThan(1_000_000);
  }
}, 300_000);
