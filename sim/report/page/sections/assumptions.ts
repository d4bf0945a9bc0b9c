import type { AssumptionLine } from '../../report-input.ts';
import { section } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** Every value nobody published, with its reason. */
export const assumptionsSection = (assumptions: readonly AssumptionLine[], { language }: PageView): Html =>
  section(
    'assumptions',
    say('assumptions', language),
    say('assumptionsLead', language),
    table({
      caption: say('assumptions', language),
      columns: [
        { title: say('setting', language) },
        { title: say('value', language) },
        { title: say('why', language) },
      ],
      rows: assumptions.map(({ key, value, why }) => [html`<code>${key}</code>`, value, why]),
    }),
  );
