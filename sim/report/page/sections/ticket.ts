import type { RunReport, TicketTimeline } from '../../report-input.ts';
import { section } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** A field to look a ticket up by its number, and the command for all that are not on the page. */
export function ticketSection(report: RunReport, view: PageView): Html {
  const { language } = view;
  const { tickets, traceCommand } = report;
  const example = tickets[0]?.number;
  const hint =
    example === undefined
      ? say('ticketNone', language)
      : say('ticketHint', language, { n: tickets.length, example });
  return section(
    'ticket',
    say('ticketLife', language),
    hint,
    html`<pre>${traceCommand.replace('{number}', 'NUMBER')}</pre>`,
    html`<label class="choice" for="ticket-number">${say('ticketNumber', language)} <input id="ticket-number" type="search" inputmode="numeric" list="ticket-numbers" autocomplete="off"></label><datalist id="ticket-numbers">${tickets.map(
      ({ number }) => html`<option value="${number}"></option>`,
    )}</datalist><div id="ticket-life" role="status" aria-live="polite">${
      tickets[0] === undefined ? undefined : timeline(tickets[0], view)
    }</div>`,
  );
}

/** What the search for `query` shows: the ticket's life, or how to get it. */
export function ticketAnswer({ tickets, traceCommand }: RunReport, query: string, view: PageView): Html {
  const { language } = view;
  const text = query.trim();
  if (text === '') return html`<p>${say('ticketEmpty', language)}</p>`;
  const found = tickets.find(({ number }) => String(number) === text);
  if (found !== undefined) return timeline(found, view);
  const number = /^\d{1,12}$/.test(text) ? text : 'NUMBER';
  return html`<p>${say('ticketUnknown', language, { number: text })}</p><pre>${traceCommand.replace('{number}', number)}</pre>`;
}

function timeline({ number, tier, item, unit, steps }: TicketTimeline, { language }: PageView): Html {
  const facts = [tier, item, unit].filter((fact) => fact !== undefined).join(' · ');
  return table({
    caption: `#${number} ${facts}`,
    columns: [
      { title: say('when', language) },
      { title: say('what', language) },
      { title: say('who', language) },
    ],
    rows: steps.map(({ at, what, by }) => [at, what[language], by ?? '']),
  });
}
