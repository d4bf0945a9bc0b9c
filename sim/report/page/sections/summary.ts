import type { ReportInput } from '../../report-input.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import type { PageView } from '../view.ts';
import { comparisonWords } from '../words/comparison-words.ts';
import { runWords } from '../words/run-words.ts';
import { sweepWords } from '../words/sweep-words.ts';
import type { Words } from '../words/words.ts';

/** The whole result on one page, in words. */
export function summary(input: ReportInput, view: PageView): Html {
  const { language } = view;
  const words = wordsOf(input, view);
  const parts = [
    [say('whatRan', language), words.ran],
    [say('whatCame', language), words.came],
    [say('whatMeans', language), words.means],
    [say('whatAssumed', language), words.assumed],
  ] as const;
  return html`<section id="summary" aria-labelledby="summary-h"><h2 id="summary-h">${say('summary', language)}</h2><div class="cards">${words.cards.map(
    ({ title, value, note }) =>
      html`<div class="card"><p class="what">${title}</p><p class="big">${big(value)}</p><p class="note">${note}</p></div>`,
  )}</div><div class="words">${parts.map(
    ([heading, sentences]) =>
      html`<div><h3>${heading}</h3>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`,
  )}</div><p class="again">${say('again', language)}</p><pre>${input.command}</pre></section>`;
}

/** The number large, its unit small behind it. */
function big(value: string): Html {
  const [, number, unit] = /^(\S+) (\D+)$/.exec(value) ?? [];
  return unit === undefined ? html`${value}` : html`${number}<small> ${unit}</small>`;
}

function wordsOf(input: ReportInput, view: PageView): Words {
  if (input.kind === 'run') return runWords(input, view.language);
  return input.kind === 'comparison'
    ? comparisonWords(input, view.language)
    : sweepWords(input, view.language);
}
