import type { Walk } from '../walk.ts';
import { allianceWhistle } from './panlong/alliance-whistle.ts';
import { communityWhistle } from './panlong/community-whistle.ts';
import { governmentServiceWhistle } from './panlong/government-service-whistle.ts';
import { projectWhistle } from './panlong/project-whistle.ts';
import { streetWhistle } from './panlong/street-whistle.ts';

/** Five whistles, each with its own blower, its own responders and its own end. */
export const panlong: Walk = {
  number: 16,
  name: 'panlong',
  title: { zh: '盘龙：五哨联动', en: 'Panlong: five whistles' },
  source: '云南网 on 盘龙区',
  city: 'panlong',
  pack: 'panlong',
  startAt: '2019-11-04T09:00:00+08:00',
  restsOn: ['whistleKinds', 'tiers.month'],
  assumes: ['names of members, volunteers and most bureaus are placeholders of the directory'],
  steps: async (w) => {
    await communityWhistle(w);
    await streetWhistle(w);
    await allianceWhistle(w);
    await governmentServiceWhistle(w);
    await projectWhistle(w);
  },
};
