import type { Language, Text } from '../../../functions/messages/text.ts';
import type { ReportBase } from '../report-input.ts';

/** Groups and classes of the shipped packs; a report may bring its own titles. */
const known: Readonly<Record<string, Text>> = {
  subdistricts: { zh: '街道乡镇', en: 'subdistricts' },
  districts: { zh: '区', en: 'districts' },
  departments: { zh: '委办局', en: 'departments' },
  enterprises: { zh: '公共服务企业', en: 'enterprises' },
  communities: { zh: '社区村', en: 'communities' },
};

/** The title of a group or class in the reader's language; a key without one is shown as it is. */
export const labelOf = ({ labels }: Pick<ReportBase, 'labels'>, key: string, language: Language): string =>
  (labels?.[key] ?? known[key])?.[language] ?? key;
