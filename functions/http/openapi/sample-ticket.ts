/** A burst main in 永定门外街道, as the examples of the API's description show it. */
export const sampleTicketId = 'c0ffee00c0ffee00c0ffee00c0ffee00';

export const sampleSubmission = {
  source: 'bj-12345',
  sourceKey: 'HZ2026112200017',
  channel: 'phone',
  kind: 'help',
  title: '自来水管爆裂',
  description: '小区门口自来水管爆裂，路面冒水，影响出行。',
  place: { unitCode: '110101017', address: '东城区永定门外街道' },
  requestedAt: '2026-11-22T08:15:00+08:00',
  urgency: ['danger'],
  contact: { name: '王女士', phone: '13800000000' },
  attachments: [{ url: 'https://files.example.org/1.jpg', name: '现场照片' }],
};

const policy = { id: 'beijing-2023', rulesHash: '0123456789abcdef0123456789abcdef' };

export const sampleTicket = {
  ticketId: sampleTicketId,
  rev: 2,
  source: sampleSubmission.source,
  sourceKey: sampleSubmission.sourceKey,
  status: 'dispatched',
  statusType: 'open',
  statusLabel: { zh: '已派单', en: 'Dispatched' },
  outcome: 'open',
  kind: 'help',
  itemCode: '0101-01',
  guessed: true,
  tier: 'emergency',
  placeCode: '110101017',
  leadUnit: 'ent-water',
  leadReason: 'catalogue.items.0101-01.lead',
  openedAt: '2026-11-22T08:15:03+08:00',
  dispatchedAt: '2026-11-22T08:15:03+08:00',
  dueAt: '2026-11-22T10:15:03+08:00',
  overdue: false,
  wasLate: false,
  actBy: '2026-11-22T08:45:03+08:00',
  owner: 'ent-water',
  accepts: ['reclassify', 'sign', 'dispute', 'addHelper', 'blowWhistle', 'supplement', 'note'],
  reopens: 0,
  transfers: 0,
  backlog: false,
  helpers: [{ unitCode: '110101017', dueAt: '2026-11-22T10:15:03+08:00', late: false }],
  summonses: [],
  policy,
};

export const sampleRow = {
  ticketId: sampleTicketId,
  status: 'dispatched',
  tier: 'emergency',
  itemCode: '0101-01',
  leadUnit: 'ent-water',
  openedAt: sampleTicket.openedAt,
  actBy: sampleTicket.actBy,
  dueAt: sampleTicket.dueAt,
  overdue: false,
};

export const sampleCaseFile = {
  ticket: sampleTicket,
  history: [
    {
      n: 1,
      at: sampleTicket.openedAt,
      event: 'submitted',
      by: 'hotline',
      rule: 'intake.submit',
      commandId: 'submit',
    },
  ],
  request: {
    channel: sampleSubmission.channel,
    title: sampleSubmission.title,
    description: sampleSubmission.description,
    place: sampleSubmission.place,
    urgency: sampleSubmission.urgency,
    attachments: sampleSubmission.attachments,
    contact: sampleSubmission.contact,
  },
};
