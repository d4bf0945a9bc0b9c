import type { ReportInput, RunSubject } from '../../report-input.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import type { PageView } from '../view.ts';

/** The head of the page: what it is, what was run, and the other language. */
export function header(input: ReportInput, { language }: PageView): Html {
  const subjects = input.kind === 'comparison' ? [input.a, input.b] : [input.subject];
  return html`<header><div class="bar"><p class="brand">${say('brand', language)}</p><button type="button" id="language" lang="${
    language === 'zh' ? 'en' : 'zh-CN'
  }">${say('otherLanguage', language)}</button></div><h1>${input.title[language]}</h1><dl class="facts">${facts(
    subjects,
    language,
  )}</dl></header>`;
}

function facts(subjects: readonly RunSubject[], language: PageView['language']): readonly Html[] {
  const of = (read: (subject: RunSubject) => string) => [...new Set(subjects.map(read))].join(' / ');
  const rows = [
    [
      say('scenario', language),
      of(({ scenario, scenarioTitle }) => `${scenarioTitle[language]} (${scenario})`),
    ],
    [say('city', language), of(({ city }) => city[language])],
    [say('pack', language), of(({ pack }) => pack)],
    [
      say('period', language),
      of(({ startDate: start, days, warmUpDays: warmUp }) =>
        say(warmUp > 0 ? 'periodText' : 'periodCold', language, { start, days, warmUp }),
      ),
    ],
    [say('luck', language), of(({ seed, replications: n }) => say('luckText', language, { seed, n }))],
    [say('rules', language), of(({ rulesHash }) => rulesHash.slice(0, 12))],
    [say('digest', language), of(({ digest }) => digest.slice(0, 16))],
  ];
  return rows.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`);
}
