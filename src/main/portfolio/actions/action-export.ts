import type { ActionKind } from '../../../shared/model/action.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Readable } from '../../database/connection.ts';
import { analysisOf } from '../analysis/analysis.ts';
import { decimals, type Table } from '../tables/table-file.ts';
import { listActions } from './actions.ts';

const CHANNEL_WORDS = { email: 'by e-mail', phone: 'by phone', sms: 'by SMS', post: 'by post' } as const;

export type ActionExport = {
  readonly table: Table;
  /** who is left out because nothing says that they agreed to a message */
  readonly leftOut: number;
};

/**
 * The actions as rows. For a mail merge only those who have agreed to messages (DEFINITIONS 22); `everyone` is the owner's own
 * list to call and visit by, which says of each whether they may be written to.
 */
export const exportActions = (
  db: Readable,
  { everyone, kind }: { readonly everyone: boolean; readonly kind?: ActionKind | undefined },
): ActionExport => {
  const analysis = analysisOf(db);
  if (!analysis) throw new Problem('There are no sales yet, so there is nothing to export.');
  const list = listActions(db, { kind, offset: 0, limit: Number.POSITIVE_INFINITY });
  const decimal = decimals(analysis.currency);
  const rows = everyone ? list.rows : list.rows.filter(({ contactable }) => contactable);
  return {
    table: {
      fields: [
        'Rank',
        'Customer',
        'Phone',
        'E-mail',
        'Segment',
        'Action',
        'Reason',
        'At stake',
        'Effect',
        'May be written to',
      ],
      data: rows.map((row) => [
        row.rank,
        row.name,
        everyone || row.channels.includes('phone') || row.channels.includes('sms') ? row.phone : null,
        everyone || row.channels.includes('email') ? row.email : null,
        row.segmentName,
        row.action,
        row.reason,
        decimal(row.expectedValue),
        row.effectKnown ? 'known from own trials' : 'unknown – try as pilot',
        row.channels.length > 0 ? row.channels.map((channel) => CHANNEL_WORDS[channel]).join(', ') : 'no',
      ]),
    },
    leftOut: list.rows.length - rows.length,
  };
};
