import * as z from 'zod';

/** An instant as the city shows it: RFC 3339 with an offset, as `instantText` writes it. */
export const when = z.iso.datetime({ offset: true });
