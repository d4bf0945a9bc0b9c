import type { PartTitles } from '../parts/part-result.ts';

export const seatTitles: PartTitles = {
  title: { zh: '话务坐席', en: 'The hotline’s seats' },
  lead: {
    zh: '电话须等坐席接听，等久了会挂断，挂断者部分重拨；接听之后才有工单。坐席数、通话时长与耐心由场景设定（scenario.seats）。“及时接听”：在场景规定的秒数内接听的占全部呼入；表中各小时按呼入时刻计。',
    en: 'A call waits for an agent and may be given up; some of those who hang up dial again. Only an answered call becomes a ticket. Seats, talk and patience are set by the scenario (scenario.seats). “Answered in time” is out of all calls offered, within the seconds that the scenario names; an hour’s row is that of the calls made in it.',
  },
  row: { zh: '小时', en: 'Hour' },
  columns: [
    { name: 'agents', title: { zh: '平均坐席', en: 'Agents, mean' }, unit: 'count' },
    { name: 'offered', title: { zh: '呼入', en: 'Calls offered' }, unit: 'count' },
    { name: 'inTimeShare', title: { zh: '及时接听', en: 'Answered in time' }, unit: 'share' },
    { name: 'abandonedShare', title: { zh: '放弃', en: 'Given up' }, unit: 'share' },
    { name: 'answerSeconds', title: { zh: '平均等待', en: 'Mean wait of those answered' }, unit: 'seconds' },
  ],
};
