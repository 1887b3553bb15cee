import type { AuditCheck } from '../../../shared/model/audit.ts';
import { IMPORT_KINDS, KIND_WORDS } from '../../../shared/model/import-kind.ts';
import { plural } from '../../../shared/words.ts';
import { q } from '../../database/query.ts';
import { type AuditInput, checked } from './check.ts';

/** How far back the data reach, and which kinds of data there are. */
export const coverage = (input: AuditInput): AuditCheck[] => [...twoYears(input), ...kindsThere(input)];

/** A year compared with the year before; a season is seen twice. */
const MONTHS_WANTED = 24;

const twoYears = ({ db, say }: AuditInput): AuditCheck[] => {
  const { months } = db.get(
    q
      .selectFrom('month_summary')
      .select(({ fn }) => fn.countAll<number>().as('months'))
      .where('lines', '>', 0),
  )!;
  const found = Math.max(0, MONTHS_WANTED - months);
  return checked({
    id: 'two-years',
    dimension: 'coverage',
    found: months === 0 ? 0 : found,
    of: months === 0 ? 0 : MONTHS_WANTED,
    sentence:
      found === 0
        ? `There are ${say.count(months)} months with sales.`
        : `There ${plural(months, 'is', 'are')} ${say.counted(months, 'month')} with sales; ${MONTHS_WANTED} are wanted.`,
    prevents: 'A year cannot be compared with the year before, and a season cannot be told from growth.',
    fix: 'Export older sales and import them too.',
    to: '/import',
  });
};

/** Every kind of data besides sales: what it opens is said where it is missing. */
const kindsThere = ({ db, say }: AuditInput): AuditCheck[] => {
  const there = new Set<string>(
    db
      .all(q.selectFrom('batch').select('kind').distinct().where('undone_at', 'is', null))
      .map(({ kind }) => kind),
  );
  const wanted = IMPORT_KINDS.filter((kind) => kind !== 'orders');
  const missing = wanted.filter((kind) => !there.has(kind));
  const found = missing.length;
  return checked({
    id: 'kinds-of-data',
    dimension: 'coverage',
    found,
    of: wanted.length,
    sentence:
      found === 0
        ? 'Every kind of data that the program knows has been imported.'
        : `${say.count(found)} of ${say.counted(wanted.length, 'kind')} of data besides sales ${plural(found, 'is', 'are')} missing: ${missing.map((kind) => KIND_WORDS[kind].title.toLowerCase()).join(', ')}.`,
    prevents: `Each opens something: ${missing.map((kind) => KIND_WORDS[kind].opens).join(' ')}`,
    fix: 'The import screen has a template of each; fill in what you know.',
    to: '/import',
  });
};
