import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium on this machine: the one that CITYWHISTLE_BROWSER names, or one in a usual place. Undefined if there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CITYWHISTLE_BROWSER;
  return (named === undefined || named === '' ? places : [named]).find((path) => existsSync(path));
}
