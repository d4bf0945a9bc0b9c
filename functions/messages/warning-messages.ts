import type { WarningEvent } from '../core/early/warning/warning-command.ts';
import type { Text } from './text.ts';

/** What can happen to an early warning. */
export const warningEventMessages = {
  warningRaised: { zh: '发出预警', en: 'a warning was given' },
  warningRungClimbed: { zh: '预警未响应提醒', en: 'nobody has responded to the warning yet' },
  warningOverdue: { zh: '预警响应超期', en: 'the time to respond to the warning is over' },
  warningActedOn: { zh: '预警已处置', en: 'the unit acts on the warning' },
  warningWatched: { zh: '预警持续关注', en: 'the unit watches on' },
  warningDismissed: { zh: '预警解除', en: 'the warning was dismissed' },
  warningMeasured: { zh: '预警效果已评估', en: 'the effect of the warning was measured' },
  warningUnmeasured: { zh: '预警效果未能评估', en: 'the effect of the warning could not be measured' },
} as const satisfies Record<WarningEvent, Text>;

/** What each operation on warnings and forecasts does, in one line for the API's description. */
export const warningOperationMessages = {
  listWarnings: { zh: '查看辖区预警', en: 'List the warnings of an area, of a month or of all' },
  readWarning: { zh: '查看预警及依据', en: 'Read a warning with its evidence, tickets and effect' },
  respondToWarning: { zh: '响应预警', en: 'Say that the unit acts on a warning, or watches on' },
  dismissWarning: { zh: '解除预警', en: 'Dismiss a warning, with the reason' },
  readWatch: { zh: '查看监测状态', en: 'Read how the watch over an area stands, item by item' },
  listForecasts: {
    zh: '查看诉求预测（下周、未来四周）',
    en: 'Forecast an area’s requests by item for the next week and four weeks, with intervals',
  },
} as const satisfies Readonly<Record<string, Text>>;
