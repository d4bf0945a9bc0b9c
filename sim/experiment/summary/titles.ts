import type { Text } from '../../../functions/messages/text.ts';

const titles: Readonly<Record<string, Text>> = {
  emergency: { zh: '紧急', en: 'emergency' },
  basics: { zh: '水电气热', en: 'water, power, gas, heat' },
  general: { zh: '一般', en: 'general' },
  complex: { zh: '复杂疑难', en: 'complex' },
  'warn-half': { zh: '过半提醒', en: 'warned at half of the limit' },
  'warn-most': { zh: '将到期提醒', en: 'warned near the limit' },
  deadline: { zh: '到期提级至区', en: 'at the deadline, to the district' },
  'overdue-day': { zh: '超期一天提级至市', en: 'a day late, to the city' },
};

/** The title of a tier or rung that the shipped packs use; a key that a pack made up itself is shown as it is. */
export const titleOf = (key: string): Text => titles[key] ?? { zh: key, en: key };
