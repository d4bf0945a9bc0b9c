import { Html, html } from './html.ts';
import { say } from './messages.ts';
import type { PageView } from './view.ts';

/** A chart drawn by the page's script, with its figures as a table behind it for those who cannot see it. */
export function figure(
  props: { readonly chart: string; readonly label: string; readonly height: number; readonly table?: Html },
  { language }: PageView,
): Html {
  const behind =
    props.table === undefined
      ? undefined
      : html`<details><summary>${say('figures', language)}</summary>${props.table}</details>`;
  return html`<figure><div class="chart" data-chart="${props.chart}" role="img" aria-label="${props.label}" style="height:${props.height}px"></div>${behind}</figure>`;
}

/** A part of the page with its heading, and what it says in a sentence. */
export const section = (
  id: string,
  heading: string,
  lead: string | undefined,
  ...content: readonly Html[]
): Html =>
  html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}</h2>${
    lead === undefined ? undefined : html`<p class="lead">${lead}</p>`
  }${content}</section>`;

/** A choice that redraws a part of the page. */
export const choice = (props: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}): Html =>
  html`<label class="choice">${props.label} <select data-choice="${props.name}">${props.options.map(
    ({ value, text }) =>
      html`<option value="${value}"${value === props.chosen ? new Html(' selected') : undefined}>${text}</option>`,
  )}</select></label>`;
