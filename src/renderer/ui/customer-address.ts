import {
  type CustomerFilter,
  type CustomerSort,
  CustomerSortSchema,
} from '../../shared/contract/customers.ts';
import { QuadrantSchema, RhythmStateSchema } from '../../shared/model/customer.ts';
import { RiskClassSchema } from '../../shared/model/risk-value.ts';

/** What the table of customers shows, kept in its address so that a link or the way back restores it. */
export type TableView = {
  readonly filter: CustomerFilter;
  readonly sort: CustomerSort;
  readonly direction: 'asc' | 'desc';
};

export const QUADRANTS = QuadrantSchema.options;
export const RHYTHMS = RhythmStateSchema.options;
export const RISKS = RiskClassSchema.options;

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
  const sort = oneOf(CustomerSortSchema.options, params.get('sort')) ?? 'revenue12m';
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
