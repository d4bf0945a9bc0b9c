import { createHash } from 'node:crypto';
import type { Language } from '../../functions/messages/text.ts';
import { pageAssets } from './bundle-page.ts';
import { body } from './page/body.ts';
import { Html, html } from './page/html.ts';
import type { ReportInput } from './report-input.ts';

/**
 * One HTML file that holds all it needs and asks no network for anything: the result as data, the page in `language`
 * as markup, and the program that draws the charts, sorts, searches and changes the language. The policy in its head
 * lets no other code run and nothing be fetched.
 */
export function renderPage(input: ReportInput, language: Language): string {
  const { script, style } = pageAssets();
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${input.title[language]}</title>
<style>${new Html(style)}</style>
</head>
<body>
<div id="page">${body(input, { language })}</div>
<script type="application/json" id="input">${new Html(dataText(input))}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

/** JSON in which no text can end the element that holds it. */
const dataText = (input: ReportInput): string => JSON.stringify(input).replaceAll('<', '\\u003c');
