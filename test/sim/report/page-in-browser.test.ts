import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../sim/report/find-browser.ts';
import { type OpenBrowser, openBrowser } from '../../../sim/report/open-browser.ts';
import { renderPage } from '../../../sim/report/render-page.ts';
import type { ReportInput } from '../../../sim/report/report-input.ts';
import { sampleComparison, sampleSweep } from './sample-comparison.ts';
import { sampleRun } from './sample-run.ts';

const path = findBrowser();
const title = `a page in a browser${path === undefined ? ' (skipped: no Chromium here; see sim/report/install-browser.sh)' : ''}`;

describe.skipIf(path === undefined)(title, () => {
  let browser: OpenBrowser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'citywhistle-page-'));
    browser = await openBrowser(path!);
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page from its file; `troubles` gathers what the console complains of and every request beyond the file. */
  async function open(input: ReportInput, width: number): Promise<{ page: Page; troubles: string[] }> {
    const file = join(folder, `${input.kind}-${width}.html`);
    writeFileSync(file, renderPage(input, 'en'));
    const page = await browser.context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== `file://${file}`) troubles.push(`request: ${request.url()}`);
    });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`file://${file}`);
    return { page, troubles };
  }

  const cases = [sampleRun(), sampleComparison(), sampleSweep()].flatMap((input) =>
    [1280, 390].map((width) => ({ kind: input.kind, input, width })),
  );

  it.each(cases)(
    'draws each chart of a $kind at $width px without a complaint or request',
    async ({ input, width }) => {
      const { page, troubles } = await open(input, width);

      const shapes = await page
        .locator('[data-chart]')
        .evaluateAll((charts) =>
          charts.map((chart) => chart.querySelectorAll('svg path, svg circle, svg text').length),
        );
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      await page.close();

      expect(shapes.length).toBeGreaterThan(1);
      expect(shapes.filter((count) => count < 5)).toEqual([]);
      expect(wide).toBeLessThanOrEqual(width);
      expect(troubles).toEqual([]);
    },
  );

  it('stands being resized while it is hidden, and fits again when it is shown', async () => {
    const { page, troubles } = await open(sampleRun(), 1280);
    const hide = (display: string) =>
      page.evaluate(`document.querySelector('main').style.display = '${display}'`);
    const drawn = () => page.evaluate("document.querySelector('#map svg').clientWidth");

    await hide('none');
    await page.setViewportSize({ width: 600, height: 800 });
    await hide('block');
    await page.setViewportSize({ width: 390, height: 800 });

    await expect.poll(drawn).toBeLessThanOrEqual(390);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('changes its language and draws its charts again', async () => {
    const { page, troubles } = await open(sampleRun(), 1280);

    await page.locator('#language').click();

    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.title()).toBe('北京的普通一周：beijing-2023');
    expect(await page.locator('h2').first().textContent()).toBe('一页概要');
    expect(await page.locator('[data-chart="rates"] svg').textContent()).toContain('解决率');
    await page.locator('#language').click();
    expect(await page.locator('h2').first().textContent()).toBe('On one page');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('finds a ticket by its number, and gives the command for one it does not carry', async () => {
    const { page, troubles } = await open(sampleRun(), 1280);
    const life = page.locator('#ticket-life');

    await page.locator('#ticket-number').fill('99871');
    expect(await life.textContent()).toContain('2023-07-19 11:02');
    await page.locator('#ticket-number').fill('42');
    expect(await life.textContent()).toContain('--ticket 42');
    await page.locator('#ticket-number').fill('<b>x');
    expect(await life.textContent()).toContain('Ticket <b>x is not on this page');

    expect(troubles).toEqual([]);
    await page.close();
  });

  it('sorts a board by the header that is pressed, and turns the order round at the second press', async () => {
    const { page } = await open(sampleRun(), 1280);
    const rows = page.locator('#boards tbody tr');
    const cases = page.locator('#boards thead button', { hasText: 'Cases' });

    await cases.click();
    expect(await rows.first().locator('td').nth(4).textContent()).toBe('359');
    await cases.click();
    expect(await rows.first().locator('td').nth(4).textContent()).toBe('300');
    expect(await page.locator('#boards th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await page.close();
  });

  it('shows another group of the board and another value on the map', async () => {
    const { page, troubles } = await open(sampleRun(), 1280);

    await page.locator('[data-choice="group"]').selectOption('districts');
    expect(await page.locator('#boards caption').textContent()).toBe('2023-08 districts');
    expect(await page.locator('#boards tbody tr').count()).toBe(16);
    await page.locator('[data-choice="mapMeasure"]').selectOption('backlogMax');
    expect(await page.locator('#map [role="img"]').getAttribute('aria-label')).toBe(
      'Districts: Longest queue',
    );
    expect(await page.locator('#map svg path').count()).toBeGreaterThan(15);

    expect(troubles).toEqual([]);
    await page.close();
  });
});
