declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A server of the DynamoDB API, on LevelDB at `path` or in memory. */
  export default function dynalite(options: {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }): Server;
}
