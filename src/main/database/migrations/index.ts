import type Database from 'better-sqlite3';
import { firstSchema } from './0001-first-schema.ts';
import { otherKinds } from './0002-other-kinds.ts';
import { whatCounts } from './0003-what-counts.ts';
import { keptPeople } from './0004-kept-people.ts';
import { seal } from './0004-seal.ts';
import { calendarMarks } from './0005-calendar-marks.ts';
import { renewingProducts } from './0006-renewing-products.ts';

/** One step of the schema; it runs inside the migrator's transaction and must not open its own. */
export type MigrationStep = (raw: Database.Database) => void;

/** Forward only. `user_version` of a portfolio is the number of steps it has seen. A released step never changes. */
export const steps: readonly MigrationStep[] = [
  (raw) => raw.exec(firstSchema),
  (raw) => raw.exec(otherKinds),
  (raw) => raw.exec(whatCounts),
  (raw) => raw.exec(`${keptPeople}${seal}`),
  (raw) => raw.exec(calendarMarks),
  (raw) => raw.exec(renewingProducts),
];
