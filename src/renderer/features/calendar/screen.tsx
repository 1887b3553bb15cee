import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OwnersCalendar } from '../../../shared/model/calendar-mark.ts';
import { api } from '../../client/api.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { AddMark } from './add-mark.tsx';
import { MarkList } from './mark-list.tsx';
import { calendarTitle } from './model.ts';
import { Season } from './season.tsx';
import { Timeline } from './timeline.tsx';
import { useCalendar } from './use-calendar.ts';

/** Time that is not like other time: closures, exceptional days, campaigns, new prices and the season. */
export const CalendarScreen = () => {
  const query = useQuery(api.calendar.read.queryOptions());
  return (
    <Page
      money
      title="Business time"
      lead="A closed shop makes no customer late, and one great fair is no growth: say what was special, and every figure follows."
    >
      <QueryState query={query} what="Reading your calendar">
        {(calendar) =>
          'reason' in calendar ? <NotAvailableNotice missing={calendar} /> : <Body calendar={calendar} />
        }
      </QueryState>
    </Page>
  );
};

const Body = ({ calendar }: { readonly calendar: OwnersCalendar }) => {
  const changes = useCalendar();
  return (
    <>
      <section aria-labelledby="marks">
        <Title order={2} id="marks" mb="xs">
          {calendarTitle(calendar.marks)}
        </Title>
        <Timeline calendar={calendar} />
        <MarkList marks={calendar.marks} changes={changes} />
      </section>
      <AddMark changes={changes} />
      <Season calendar={calendar} />
    </>
  );
};
