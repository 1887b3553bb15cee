import type { ImportResult } from '../../../shared/model/importing.ts';
import type { Connection } from '../../database/connection.ts';
import type { AnyPlan } from '../plan/read-plan.ts';
import { type ImportRun, importFile } from './import-file.ts';
import { importRecords } from './records/import-records.ts';

/** Imports a table of any kind by its own way; sales for their number have one with a thread of their own. */
export const importTable = (db: Connection, run: ImportRun<AnyPlan>): Promise<ImportResult> => {
  const { planned } = run;
  const { plan } = planned;
  return plan.kind === 'orders'
    ? importFile(db, { ...run, planned: { ...planned, plan } })
    : importRecords(db, { ...run, planned: { ...planned, plan } });
};
