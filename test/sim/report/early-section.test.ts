import { describe, expect, it } from 'vitest';
import { earlyDifferencesSection, earlySection } from '../../../sim/report/page/sections/early.ts';
import { sampleComparison } from './sample-comparison.ts';
import { sampleRun } from './sample-run.ts';

const text = { zh: '预警', en: 'Warnings' };
const measure = { name: 'warnings', title: text, unit: 'count', of: 'early' } as const;
const figure = (mean: number) => ({ mean, halfWidth95: 1 });
const cause = {
  cause: 'outage',
  title: { zh: '停水', en: 'Outages' },
  causes: figure(12),
  tickets: figure(431),
  avoided: figure(57),
  detected: figure(9),
};

describe('what a page says of acting early', () => {
  it('is nothing where the scenario says nothing of causes', () => {
    expect(earlySection(sampleRun(), { language: 'en' }).text).toBe('');
    expect(earlyDifferencesSection(sampleComparison(), { language: 'en' }).text).toBe('');
  });

  it('is what was done, by which causes, and that it is assumed and no prediction', () => {
    const run = sampleRun();
    const report = {
      ...run,
      measures: [...run.measures, { ...measure, figure: figure(33) }],
      causes: [cause],
    };

    const [en, zh] = (['en', 'zh'] as const).map((language) => earlySection(report, { language }).text);

    expect(en).toContain('33 ± 1');
    expect(en).toMatch(/Outages.*12 ± 1.*431 ± 1.*57 ± 1.*9 ± 1.*–/);
    expect(en).not.toContain('Resolution rate');
    expect(en).toContain('is assumed by the scenario');
    expect(en).toContain('predicts no city');
    expect(zh).toMatch(/停水.*不预测|不预测.*停水/s);
  });

  it('is what differs between two sides', () => {
    const report = sampleComparison();
    const row = { ...measure, a: 0, b: 33, difference: figure(33) };

    const section = earlyDifferencesSection(
      { ...report, measures: [...report.measures, row] },
      { language: 'en' },
    );

    expect(section.text).toMatch(/Warnings.*\+33 ± 1/);
    expect(section.text.match(/<tr>/g)).toHaveLength(2);
  });
});
