import { earlyRoute as route } from './early-route.ts';

const read = ['early.read'] as const;
/** The unit that is warned responds, or who is over it. */
const respond = ['tickets.handle', 'tickets.supervise', 'early.manage'] as const;

const warning = '/warnings/{warningId}';

/** The routes of early warnings and forecasts (预警、预测). */
export const warningRoutes = [
  route('GET', '/warnings', read, 'listWarnings'),
  route('GET', warning, read, 'readWarning'),
  route('POST', `${warning}/respond`, respond, 'respondToWarning'),
  route('POST', `${warning}/dismiss`, respond, 'dismissWarning'),
  route('GET', '/watches/{unitCode}', read, 'readWatch'),
  route('GET', '/forecasts/{unitCode}', read, 'listForecasts'),
] as const;
