/** What a joint meeting (联席会议) is asked to decide. */
export const agendaKinds = ['disputed', 'overdue', 'missedMilestone', 'unansweredWarning'] as const;

/** By what rows are put in order: as the kinds are listed, longest past the limit, oldest, shortest tier. */
export const agendaOrders = ['kind', 'lateness', 'age', 'tier'] as const;
