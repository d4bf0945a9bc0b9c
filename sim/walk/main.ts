import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIssuer } from '../../infra/local/issuer.ts';
import { walkCommand } from './walk-command.ts';
import { walks } from './walks.ts';

/** `npm run walk -- list | all | NAME | NUMBER`. */
const keys = mkdtempSync(join(tmpdir(), 'citywhistle-walk-'));
try {
  process.exitCode = await walkCommand(process.argv.slice(2), {
    walks,
    issuer: () => openIssuer('http://walk.invalid', keys),
    out: console.log,
    error: console.error,
  });
} finally {
  rmSync(keys, { recursive: true, force: true });
}
