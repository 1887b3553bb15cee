import { steps } from './migrations/index.ts';

/** "Clnt" in the header of every portfolio, so that no other SQLite file is taken for one. */
export const APPLICATION_ID = 0x436c6e74;
export const SCHEMA_VERSION = steps.length;
