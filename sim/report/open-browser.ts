import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

/** A browser with a profile of its own that keeps to itself: it looks at local files, and asks nobody for anything. */
export interface OpenBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser at `path` with a fresh profile, which goes when it is closed. */
export async function openBrowser(path: string): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'citywhistle-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    args: quiet,
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
