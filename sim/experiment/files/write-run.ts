import type { Language } from '../../../functions/messages/text.ts';
import type { RunResult } from '../../city/run-result.ts';
import { renderPage } from '../../report/render-page.ts';
import type { RunReport } from '../../report/report-input.ts';
import { runCsv } from './csv-files.ts';
import { writeFiles } from './write-files.ts';

/** Writes a run into a folder: the result as JSON, its tables as CSV, and its page. Returns the paths. Throws if it cannot. */
export const writeRun = (
  folder: string,
  report: RunReport,
  results: readonly RunResult[],
  language: Language,
): string[] =>
  writeFiles(folder, [
    { name: 'result.json', text: `${JSON.stringify({ report, replications: results }, null, 1)}\n` },
    ...runCsv(report, results),
    { name: 'page.html', text: renderPage(report, language) },
  ]);
