import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { type PictureShot, pictureShots } from './picture-shots.ts';

export interface Picture {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Takes the README's pictures of a run's page and a comparison's in a real browser.
 *
 * @param pages the files of the two pages
 * @param folder where the PNG files go
 * @returns what was written. Rejects if a page does not have what a picture shows.
 */
export async function takePictures(
  browserPath: string,
  pages: Readonly<Record<PictureShot['page'], string>>,
  folder: string,
): Promise<readonly Picture[]> {
  mkdirSync(folder, { recursive: true });
  const { context, close } = await openBrowser(browserPath);
  try {
    const pictures: Picture[] = [];
    for (const shot of pictureShots) {
      const page = await context.newPage();
      await page.setViewportSize({ width: shot.width, height: 900 });
      await page.goto(pathToFileURL(resolve(pages[shot.page])).href);
      const path = join(folder, `${shot.name}.png`);
      await takeOne(page, shot, path);
      await page.close();
      pictures.push({ path, bytes: statSync(path).size });
    }
    return pictures;
  } finally {
    await close();
  }
}

async function takeOne(page: Page, shot: PictureShot, path: string): Promise<void> {
  const shown = (await page.locator('html').getAttribute('lang')) ?? '';
  if (!shown.startsWith(shot.language)) await page.locator('#language').click();
  const top =
    shot.selector === undefined
      ? undefined
      : await page.locator(shot.selector).boundingBox({ timeout: 5_000 });
  const margin = 16;
  await page.screenshot({
    path,
    fullPage: true,
    clip: {
      x: 0,
      y: Math.max(0, (top?.y ?? 0) - margin),
      width: shot.width,
      height: Math.min(shot.heightMax, (top?.height ?? shot.heightMax) + 2 * margin),
    },
  });
}
