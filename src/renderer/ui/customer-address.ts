import type { CustomerFilter, CustomerSort } from '../../shared/contract/customers.ts';
import type { Quadrant, RhythmState } from '../../shared/model/customer.ts';
import type { RiskClass } from '../../shared/model/risk-value.ts';

/** What the table of customers shows, kept in its address so that a link or the way back restores it. */
export type TableView = {
  readonly filter: CustomerFilter;
  readonly sort: CustomerSort;
  readonly direction: 'asc' | 'desc';
};

const SORTS = [
  'name',
  'revenue',
  'revenue12m',
  'orders',
  'lastDay',
  'overdueRatio',
  'growth',
  'firstDay',
  'segment',
  'rfm',
  'noPurchase',
  'orders12m',
  'clv',
] as const satisfies readonly CustomerSort[];

export const QUADRANTS = ['invest', 'protect', 'develop', 'simplify'] as const satisfies readonly Quadrant[];
export const RHYTHMS = [
  'new',
  'one-time',
  'regular',
  'late',
  'at-risk',
  'gone',
] as const satisfies readonly RhythmState[];

export const RISKS = [
  'high-value/high-engagement',
  'high-value/at-risk',
  'growth-potential',
  'low-value',
] as const satisfies readonly RiskClass[];

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((known) => known === text);

/** The order a column is first sorted in: names and segments from A, figures from the largest. */
export const firstDirection = (sort: CustomerSort): 'asc' | 'desc' =>
  sort === 'name' || sort === 'segment' ? 'asc' : 'desc';

/** Anything an address holds that is not known is left out. */
export const viewOf = (params: URLSearchParams): TableView => {
  const search = params.get('search')?.slice(0, 200);
  const segmentText = params.get('segment');
  const segment = segmentText !== null && /^\d+$/.test(segmentText) ? Number(segmentText) : undefined;
  const quadrant = oneOf(QUADRANTS, params.get('quadrant'));
  const rhythm = oneOf(RHYTHMS, params.get('rhythm'));
  const risk = oneOf(RISKS, params.get('risk'));
  const sort = oneOf(SORTS, params.get('sort')) ?? 'revenue12m';
  return {
    filter: {
      ...(search ? { search } : {}),
      ...(segment === undefined ? {} : { segment }),
      ...(quadrant === undefined ? {} : { quadrant }),
      ...(rhythm === undefined ? {} : { rhythm }),
      ...(risk === undefined ? {} : { risk }),
    },
    sort,
    direction: oneOf(['asc', 'desc'] as const, params.get('direction')) ?? firstDirection(sort),
  };
};

export const paramsOf = ({ filter, sort, direction }: TableView): URLSearchParams => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value !== undefined && value !== '') params.set(key, String(value));
  }
  if (sort !== 'revenue12m') params.set('sort', sort);
  if (direction !== firstDirection(sort)) params.set('direction', direction);
  return params;
};

/** The address of the table with a filter set. */
export const addressOfFilter = (filter: CustomerFilter): string => {
  const text = paramsOf({ filter, sort: 'revenue12m', direction: 'desc' }).toString();
  return text === '' ? '/customers' : `/customers?${text}`;
};
