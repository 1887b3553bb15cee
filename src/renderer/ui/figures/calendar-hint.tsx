import { Alert, Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../client/api.ts';
import { useFormat } from '../text/format.ts';

/** Where the sales suggest a closure or an exceptional day that the owner has not spoken of: the latest, and the way to answer. */
export const CalendarHint = () => {
  const { data } = useQuery(api.calendar.read.queryOptions());
  const format = useFormat();
  if (!data || !('marks' in data)) return null;
  const open = data.marks.filter(({ state }) => state === 'suggested');
  const [latest] = open;
  if (!latest) return null;
  const more = open.length - 1;
  return (
    <Alert color="yellow" variant="light" p="xs">
      {latest.sentence} {latest.reason}
      {more > 0 && ` ${format.counted(more, 'more stretch stands out', 'more stretches stand out')}.`}{' '}
      <Anchor component={Link} to="/portfolio/calendar" size="sm" underline="always">
        Say what it was
      </Anchor>
    </Alert>
  );
};
