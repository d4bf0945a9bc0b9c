import type { Language } from '../../../functions/messages/text.ts';

/** What the reader has chosen. */
export interface PageView {
  readonly language: Language;
  readonly month?: string;
  readonly group?: string;
  readonly mapMeasure?: string;
}
