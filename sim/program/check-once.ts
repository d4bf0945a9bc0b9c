import { config } from 'zod';

// Commands check a few files and no more: a schema compiled for speed costs them more than it saves.
config({ jitless: true });
