import type { XAXisComponentOption } from 'echarts';
import type { Language } from '../../../../functions/messages/text.ts';
import { numberText } from '../format.ts';
import { axis } from './chart-style.ts';

/** An axis of lengths from minutes to weeks: each step is ten times the one before. */
export const logAxis = (language: Language): XAXisComponentOption => ({
  ...axis,
  type: 'log',
  axisLabel: { ...axis.axisLabel, formatter: (value: number) => numberText(value, language) },
});
