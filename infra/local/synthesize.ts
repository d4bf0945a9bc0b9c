import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { contentHash } from '../content-hash.ts';
import { placeholderIssuer } from './template.ts';

const root = join(import.meta.dirname, '../..');
const buildDir = join(root, '.local/build');
const buildsMax = 6;

/** The app that deploys. */
const cityApp = join(root, 'infra/app.ts');

/** What every template depends on; the app that deploys also on all of `functions`, another one on its own folder. */
const inputs = [
  'functions/adapters/dynamodb/table-shape.ts',
  'infra/app.ts',
  'infra/bundle.ts',
  'infra/city-app.ts',
  'infra/constructs',
  'infra/content-hash.ts',
  'infra/stacks',
  'package-lock.json',
  'cdk.json',
];

/**
 * Synthesizes a CDK app as `cdk synth` would and returns its output directory. The result is kept by the hash of what went
 * in, so only the first start after a change pays for it. The app runs in a process of its own, whose memory goes with it.
 */
export async function synthesize(app: string = cityApp): Promise<string> {
  const own = app === cityApp ? join(root, 'functions') : dirname(app);
  const hash = contentHash([...inputs.map((input) => join(root, input)), own]);
  const target = join(buildDir, `synth-${hash.slice(0, 16)}`);
  if (existsSync(target)) return target;

  mkdirSync(buildDir, { recursive: true });
  const draft = mkdtempSync(join(buildDir, 'draft-'));
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: object };
  try {
    await promisify(execFile)(process.execPath, [app], {
      cwd: root,
      env: {
        ...process.env,
        CDK_OUTDIR: draft,
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, oidcIssuer: placeholderIssuer }),
      },
    });
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    const { stderr } = cause as { stderr?: string };
    throw new Error(`the app cannot be synthesized: ${firstError(stderr ?? String(cause))}`, { cause });
  }
  try {
    renameSync(draft, target);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOldBuilds();
  return target;
}

const firstError = (stderr: string): string =>
  stderr
    .split('\n')
    .find((line) => /Error: /.test(line))
    ?.replace(/^.*?Error: /, '') ?? stderr.slice(0, 2_000);

function removeOldBuilds(): void {
  const builds = readdirSync(buildDir)
    .map((name) => join(buildDir, name))
    .map((path) => ({ path, usedAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.usedAt - one.usedAt);
  const hourAgo = Date.now() - 3_600_000;
  for (const { path, usedAt } of builds.slice(2 * buildsMax)) {
    if (usedAt < hourAgo) rmSync(path, { recursive: true, force: true });
  }
}
