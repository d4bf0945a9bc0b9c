import * as z from 'zod';

const problem = z.object({ code: z.string() });

/**
 * Whether the service at `url` knows `unit` by the rules it goes by at this moment, asked with a `token` of the hotline
 * platform. A service that has no worklists to ask for knows every unit.
 */
export async function knowsUnit(url: string, token: string, unit: string): Promise<boolean> {
  const response = await fetch(`${url}/worklists/${encodeURIComponent(unit)}?limit=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const answered = problem.safeParse(await response.json().catch(() => undefined));
  return answered.data?.code !== 'UNKNOWN_UNIT';
}
