import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** A log longer than this is set aside as `.1` when the host starts. */
const bytesMax = 20 * 1024 * 1024;

/** Opens `<dir>/<name>.log` for appending. */
export function openLog(dir: string, name: string): WriteStream {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, `${name}.log`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > bytesMax) renameSync(path, `${path}.1`);
  const log = createWriteStream(path, { flags: 'a' });
  // Every instance of the function pipes into it.
  log.setMaxListeners(0);
  return log;
}
