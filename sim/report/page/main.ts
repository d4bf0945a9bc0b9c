import type { ReportInput } from '../report-input.ts';
import { body } from './body.ts';
import { chartOf } from './charts/chart-of.ts';
import { browser, type PageElement } from './dom.ts';
import { type OpenChart, openChart, registerDistricts } from './echarts.ts';
import { boardsSection } from './sections/boards.ts';
import { mapSection } from './sections/places.ts';
import { ticketAnswer } from './sections/ticket.ts';
import { sortTable } from './sort-table.ts';
import type { PageView } from './view.ts';

const { document } = browser;
const root = document.documentElement;
const input = JSON.parse(document.querySelector('#input')!.textContent!) as ReportInput;
let view: PageView = { language: root.lang.startsWith('zh') ? 'zh' : 'en' };
const open = new Map<PageElement, OpenChart>();

/** A map without any size cannot be drawn: ECharts 6.1.0 fails on it. */
const hasSize = ({ clientWidth, clientHeight }: PageElement): boolean => clientWidth > 0 && clientHeight > 0;

/** Draws every chart of the page that is not drawn, and forgets those whose element is gone. */
function draw(): void {
  const wanted = new Set(document.querySelectorAll('[data-chart]'));
  for (const [element, chart] of open) {
    if (wanted.has(element)) continue;
    chart.dispose();
    open.delete(element);
  }
  for (const element of wanted) {
    if (open.has(element) || !hasSize(element)) continue;
    const option = chartOf(element.dataset.chart ?? '', input, view);
    if (option === undefined) continue;
    const chart = openChart(element);
    chart.setOption(option);
    open.set(element, chart);
  }
}

function switchLanguage(): void {
  const language = view.language === 'zh' ? 'en' : 'zh';
  view = { ...view, language };
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = input.title[language];
  document.querySelector('#page')!.innerHTML = body(input, view).text;
  draw();
  document.querySelector('#language')?.focus();
}

/** A choice redraws the part it stands in, and stays where the reader is. */
function choose(name: string, value: string): void {
  if (input.kind !== 'run') return;
  view = { ...view, [name]: value };
  const [id, section] = name === 'mapMeasure' ? ['map', mapSection] : ['boards', boardsSection];
  const old = document.querySelector(`#${id}`);
  if (old !== null) old.outerHTML = section(input, view).text;
  draw();
  document.querySelector(`[data-choice="${name}"]`)?.focus();
}

document.addEventListener('click', ({ target }) => {
  if (target.closest('#language') !== null) switchLanguage();
  const header = target.closest('[data-sort-column]');
  if (header !== null) sortTable(header);
});
document.addEventListener('change', ({ target }) => {
  const name = target.dataset.choice;
  if (name !== undefined) choose(name, target.value);
});
document.addEventListener('input', ({ target }) => {
  const life = document.querySelector('#ticket-life');
  if (target.getAttribute('id') !== 'ticket-number' || life === null || input.kind !== 'run') return;
  life.innerHTML = ticketAnswer(input, target.value, view).text;
});
for (const event of ['resize', 'beforeprint', 'afterprint']) {
  browser.addEventListener(event, () => {
    for (const [element, chart] of open) if (hasSize(element)) chart.resize();
    draw();
  });
}

if (input.kind === 'run' && input.shapes !== undefined) registerDistricts(input.shapes);
draw();
