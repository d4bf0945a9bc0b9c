import type { Command } from '../../experiment/command.ts';
import { csvFile } from '../../experiment/files/csv-files.ts';
import { writeFiles } from '../../experiment/files/write-files.ts';
import { explainCall } from '../../experiment/terminal/explain-call.ts';
import { type Host, systemHost } from '../../experiment/terminal/host.ts';
import { readOptions } from '../../experiment/terminal/read-options.ts';
import { refuse } from '../../experiment/terminal/refuse.ts';
import { fitOptions, fitUsage } from '../fit-options.ts';
import { loadMapping } from '../mapping/load-mapping.ts';
import { accountLines } from '../read/account-lines.ts';
import { readRequests } from '../read/read-requests.ts';
import { addRequest, calibrationOf, emptyCalibration } from './calibration.ts';
import { calibrationLines } from './calibration-lines.ts';
import type { Calibration } from './calibration-result.ts';
import { scenarioPart } from './scenario-part.ts';

const usage = `usage: npm run sim -- calibrate FILE --mapping M [options]
  FILE          requests as CSV, also packed (.gz), of any size
${fitUsage}`;

/** Fits arrivals, shares and handling times to a file of requests and shows how well they fit. */
export async function calibrateFile(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'one FILE', min: 1, max: 1 }, options: fitOptions });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { names, options } = read.value;
  const mapping = loadMapping(options.mapping);
  if (!mapping.ok) return refuse(host, mapping.error);
  const state = emptyCalibration(mapping.value);
  const account = await readRequests(names[0]!, mapping.value, (row) => addRequest(state, row));
  if (!account.ok) return refuse(host, [`${account.error.file}: ${account.error.reason}`]);
  for (const line of accountLines(names[0]!, account.value)) host.out(line);
  if (account.value.rows === 0) {
    host.error(`${names[0]}: has no request that can be read`);
    return 1;
  }
  let calibration: Calibration;
  try {
    calibration = calibrationOf(state);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return refuse(host, [`${names[0]}: ${cause.message}`]);
  }
  for (const line of calibrationLines(calibration, mapping.value, account.value)) host.out(line);
  if (options.out !== undefined) {
    const source = `${names[0]}, ${calibration.requests} requests until ${calibration.until.slice(0, 10)} (mapping ${mapping.value.name})`;
    const written = writeFiles(options.out, [
      { name: 'calibration.json', text: `${JSON.stringify({ source, ...calibration }, null, 1)}\n` },
      { name: 'scenario-part.json', text: `${JSON.stringify(scenarioPart(calibration, source), null, 1)}\n` },
      csvFile(
        'handling.csv',
        calibration.groups.map(({ handling, ...group }) => ({ ...group, ...handling })),
      ),
    ]);
    host.out(`written: ${written.join(', ')}`);
  }
  return 0;
}

export const calibrateCommand: Command = { run: (args) => calibrateFile(args, systemHost()) };
