import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type IsoDay, isIsoDay } from '../../../shared/model/day.ts';
import { api } from '../../client/api.ts';
import { useFormat } from '../../ui/text/format.ts';

type Props = { readonly since: IsoDay | null; readonly onChange: (day: IsoDay | null) => void };

/** Chooses the review, or the day on which segments were kept, to compare with; nothing while there is none. */
export const CompareWith = ({ since, onChange }: Props) => {
  const format = useFormat();
  const { data } = useQuery(api.matrix.comparisons.queryOptions());
  if (!data || data.length === 0) return null;
  return (
    <Select
      size="xs"
      w={230}
      aria-label="Compare with"
      placeholder="Compare with an earlier day"
      clearable
      clearButtonProps={{ 'aria-label': 'Compare with nothing' }}
      data={data.map(({ asOf, review }) => ({
        value: asOf,
        label: `Since ${format.day(asOf)}${review === null ? '' : `, review ${format.count(review)}`}`,
      }))}
      value={since}
      onChange={(day) => onChange(day !== null && isIsoDay(day) ? day : null)}
    />
  );
};
