import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentHash } from '../content-hash.ts';
import { runApp } from './run-app.ts';

const root = join(import.meta.dirname, '../..');
const buildDir = join(root, '.local/build');
/** Builds kept for at least a day, since a running host still loads functions from its own. */
const buildsMax = 12;
const buildAgeMaxMs = 24 * 3_600_000;
/** A lock that nobody has touched for so long belongs to a killed process. */
const lockAgeMaxMs = 60_000;
const lockTouchedMs = 5_000;

/** The app that deploys. */
const cityApp = join(root, 'infra/app.ts');

/** What every template depends on; the app that deploys also on all of `functions`, another one on its own folder. */
const inputs = [
  'functions/adapters/dynamodb/table-shape.ts',
  'infra/acknowledge.ts',
  'infra/app.ts',
  'infra/bundle',
  'infra/bundle.ts',
  'infra/city-app.ts',
  'infra/constructs',
  'infra/content-hash.ts',
  'infra/needs',
  'infra/runbook.ts',
  'infra/stacks',
  'infra/wrong-setting.ts',
  'package-lock.json',
  'cdk.json',
];

/**
 * Synthesizes a CDK app and returns its output directory. The result is kept by the hash of what went in, so only the first
 * start after a change pays for it; hosts started at the same time share one synthesis.
 */
export async function synthesize(app: string = cityApp): Promise<string> {
  const own = app === cityApp ? join(root, 'functions') : dirname(app);
  const hash = contentHash([...inputs.map((input) => join(root, input)), own]);
  const target = join(buildDir, `synth-${hash.slice(0, 16)}`);
  const lock = `${target}.lock`;
  mkdirSync(buildDir, { recursive: true });
  while (!existsSync(target)) {
    if (!take(lock)) {
      await sleep(100);
      continue;
    }
    const draft = mkdtempSync(join(buildDir, 'draft-'));
    const touching = setInterval(() => touch(lock), lockTouchedMs);
    try {
      await runApp({ app, root, outDir: draft });
      if (!existsSync(target)) renameSync(draft, target);
    } finally {
      clearInterval(touching);
      rmSync(draft, { recursive: true, force: true });
      rmSync(lock, { recursive: true, force: true });
    }
    removeOldBuilds();
  }
  touch(target);
  return target;
}

/** Says that a folder is in use now, where it still is. */
function touch(folder: string): void {
  const now = new Date();
  if (existsSync(folder)) utimesSync(folder, now, now);
}

/** Takes the lock if nobody holds it; making a directory is the one step that only one process succeeds in. */
function take(lock: string): boolean {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > lockAgeMaxMs) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function removeOldBuilds(): void {
  const builds = readdirSync(buildDir)
    .map((name) => join(buildDir, name))
    .map((path) => ({ path, usedAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.usedAt - one.usedAt);
  for (const { path, usedAt } of builds.slice(buildsMax)) {
    if (usedAt < Date.now() - buildAgeMaxMs) rmSync(path, { recursive: true, force: true });
  }
}
