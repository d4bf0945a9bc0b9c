import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../sim/report/render-page.ts';
import type { ReportInput } from '../../../sim/report/report-input.ts';
import { hostile } from './sample-city.ts';
import { sampleComparison, sampleSweep } from './sample-comparison.ts';
import { sampleRun } from './sample-run.ts';

const inputs: readonly (readonly [string, ReportInput])[] = [
  ['a run', sampleRun()],
  ['a comparison', sampleComparison()],
  ['a sweep', sampleSweep()],
];

/** The page without its data and program: what a browser reads as markup and style. */
const markupOf = (page: string) => page.replaceAll(/(<script[^>]*>)[\s\S]*?<\/script>/g, '$1</script>');
const scripts = (page: string) => [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];

describe.each(inputs)('the page of %s', (_, input) => {
  const page = renderPage(input, 'en');

  it('holds its data and one program, and refers to nothing outside itself', () => {
    const [data, program, ...others] = scripts(page);
    const markup = markupOf(page);

    expect(others).toEqual([]);
    expect(JSON.parse(data![2]!)).toEqual(JSON.parse(JSON.stringify(input)));
    expect(program![1]).toBe('');
    expect(markup).not.toMatch(/@import|url\(|<link\b/);
    expect(markup).not.toMatch(/\s(src|href|action)="(?!#)/);
  });

  it('allows that program alone to run, and nothing to be fetched', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
      .exec(page)![1]!
      .replaceAll('&#39;', "'");
    const digest = createHash('sha256').update(scripts(page)[1]![2]!).digest('base64');

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${digest}'`);
    expect(policy).not.toMatch(/connect-src|https?:|\*|unsafe-eval/);
  });

  it('escapes whatever a scenario, pack or directory says', () => {
    expect(JSON.stringify(input)).toContain('window.broken');
    expect(page.includes(hostile)).toBe(false);
    expect(markupOf(page)).not.toContain('<img');
    expect(markupOf(page)).toContain('&lt;img src=x onerror=&quot;window.broken = true&quot;&gt;');
  });

  it('has one main heading, a heading on each part, and a table with a caption behind its charts', () => {
    const count = (pattern: RegExp) => [...markupOf(page).matchAll(pattern)].length;

    expect(count(/<h1>/g)).toBe(1);
    expect(count(/<section /g)).toBe(count(/<h2 /g));
    expect(count(/<table>/g)).toBeGreaterThan(0);
    expect(count(/<table>/g)).toBe(count(/<caption>/g));
    expect(count(/<div class="chart" data-chart="/g)).toBe(count(/role="img" aria-label="[^"]+"/g));
  });

  it('is said in Chinese as well, with nothing left in English', () => {
    const chinese = renderPage(input, 'zh');
    const headings = [...markupOf(chinese).matchAll(/<h[23][^>]*>(.*?)<\/h[23]>/g)].map(([, text]) => text!);

    expect(chinese.slice(0, 60)).toContain('<html lang="zh-CN">');
    expect(page.slice(0, 60)).toContain('<html lang="en">');
    expect(headings.length).toBeGreaterThan(4);
    expect(headings.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });
});

describe('published figures on the page of a run', () => {
  it('stand beside the run with their distance, and the page says that it is a fit', () => {
    const page = markupOf(renderPage(sampleRun(), 'en'));

    expect(page).toContain('63 assumed values of the scenario were free to choose');
    expect(page).toMatch(/Resolution rate<\/td>.*94\.0%<\/td>.*89\.3% ± 0\.4<\/td>.*−4\.7 pp<\/td>/s);
    expect(page).toMatch(
      /Satisfaction rate<\/td>.*95\.0%<\/td><td class="num">–<\/td><td class="num">–<\/td>/s,
    );
  });

  it('are no part of a page that has none', () => {
    const { published: _, ...plain } = sampleRun();

    expect(markupOf(renderPage(plain, 'en'))).not.toContain('id="published');
  });
});
