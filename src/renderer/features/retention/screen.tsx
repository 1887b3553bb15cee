import { useQuery } from '@tanstack/react-query';
import type { RetentionView } from '../../../shared/model/retention.ts';
import { api } from '../../client/api.ts';
import { CalendarHint } from '../../ui/figures/calendar-hint.tsx';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { BackTest } from './back-test.tsx';
import { CohortTable } from './cohorts.tsx';
import { ContractsSection } from './contracts.tsx';
import { ForecastChart } from './forecast.tsx';
import { KeepingView } from './keeping.tsx';
import { Missing } from './missing.tsx';
import { SegmentOutlookTable } from './segment-outlook.tsx';
import { YearOnYear } from './year-on-year.tsx';

/** Who comes back, what of their money stays, and what the months ahead will bring. */
export const RetentionScreen = () => {
  const query = useQuery(api.retention.read.queryOptions({ input: {} }));
  return (
    <Page money title="Retention and outlook">
      <QueryState query={query} what="Comparing your periods">
        {(retention) =>
          'reason' in retention ? <NotAvailableNotice missing={retention} /> : <Body retention={retention} />
        }
      </QueryState>
    </Page>
  );
};

const Body = ({ retention }: { readonly retention: RetentionView }) => {
  const { contracts, keeping, cohorts, forecast, yearOnYear, backTest } = retention;
  return (
    <>
      <CalendarHint />
      {'reason' in forecast ? <Missing missing={forecast} /> : <ForecastChart forecast={forecast} />}
      {'asked' in backTest && <BackTest test={backTest} />}
      {contracts !== null && <ContractsSection contracts={contracts} />}
      {'reason' in keeping ? <Missing missing={keeping} /> : <KeepingView keeping={keeping} />}
      {'classes' in yearOnYear && <YearOnYear years={yearOnYear} />}
      {'segments' in forecast && forecast.segments.length > 0 && (
        <SegmentOutlookTable segments={forecast.segments} />
      )}
      {'reason' in cohorts ? (
        !('reason' in keeping) && <Missing missing={cohorts} />
      ) : (
        <CohortTable cohorts={cohorts} />
      )}
      {'reason' in backTest && !('reason' in keeping) && <Missing missing={backTest} />}
    </>
  );
};
