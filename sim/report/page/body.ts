import type { ReportInput } from '../report-input.ts';
import { Html, html } from './html.ts';
import { say } from './messages.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { boardsSection } from './sections/boards.ts';
import { differencesSection, gamingSection, movedSection } from './sections/comparison-measures.ts';
import {
  classesSection,
  fairnessSection,
  stabilitySection,
  winnersSection,
} from './sections/comparison-units.ts';
import { earlyDifferencesSection, earlySection } from './sections/early.ts';
import { header } from './sections/header.ts';
import { partsSections } from './sections/parts.ts';
import { mapSection, queuesSection } from './sections/places.ts';
import { publishedSection } from './sections/published.ts';
import {
  arrivalsSection,
  overTimeSection,
  ratesSection,
  rungsSection,
  tiersSection,
} from './sections/run-charts.ts';
import { summary } from './sections/summary.ts';
import { sweepSection } from './sections/sweep.ts';
import { ticketSection } from './sections/ticket.ts';
import type { PageView } from './view.ts';

type Section<Input> = (input: Input, view: PageView) => Html;

const runSections = [
  ratesSection,
  publishedSection,
  tiersSection,
  overTimeSection,
  rungsSection,
  arrivalsSection,
  boardsSection,
  mapSection,
  queuesSection,
  earlySection,
  partsSections,
  ticketSection,
] as const;
const comparisonSections = [
  differencesSection,
  earlyDifferencesSection,
  winnersSection,
  stabilitySection,
  classesSection,
  fairnessSection,
  gamingSection,
  movedSection,
] as const;

/** What the reader sees: the same markup whether it is made here or, in another language, by the page itself. */
export function body(input: ReportInput, view: PageView): Html {
  const { language } = view;
  const parts = [...sections(input, view), assumptionsSection(input.assumptions, view)];
  return html`${header(input, view)}<main>${summary(input, view)}<nav aria-label="${say('contents', language)}"><ol>${contents(
    parts,
  )}</ol></nav>${parts}</main><footer><p>${say('noNetwork', language)} ${say('credits', language)}</p></footer>`;
}

/** A link to each part, by its own heading. */
const contents = (parts: readonly Html[]): readonly Html[] =>
  parts.flatMap(({ text }) =>
    [...text.matchAll(/<h2 id="([\w-]+)-h">(.*?)<\/h2>/g)].map(
      ([, id, heading]) => html`<li><a href="#${id!}">${new Html(heading!)}</a></li>`,
    ),
  );

function sections(input: ReportInput, view: PageView): readonly Html[] {
  if (input.kind === 'run') return all(runSections, input, view);
  return input.kind === 'comparison' ? all(comparisonSections, input, view) : [sweepSection(input, view)];
}

const all = <Input>(list: readonly Section<Input>[], input: Input, view: PageView): readonly Html[] =>
  list.map((section) => section(input, view));
