import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { useProgress } from '../../client/jobs.tsx';
import { useStudio } from '../../features/import/studio.tsx';
import { percentOf } from '../../ui/states/progress-text.ts';

/** In the top bar of every other place: that an import is under way, or waits for the owner. */
export const ImportRunning = (): ReactElement | null => {
  const { studio } = useStudio();
  const { pathname } = useLocation();
  const job = studio.step === 'committing' || studio.step === 'reading' ? studio.job : null;
  const progress = useProgress(job);
  if (studio.step === 'idle' || pathname === '/import') return null;
  const percent = progress ? percentOf(progress) : null;
  const text =
    studio.step === 'checking'
      ? 'An import waits for you'
      : studio.step === 'done'
        ? 'Import done'
        : `${studio.step === 'committing' ? 'Importing' : 'Reading'}${percent === null ? ' …' : percent === 100 ? ', almost done' : ` ${percent}%`}`;
  return (
    <Anchor component={Link} to="/import" size="sm" className="figure" style={{ whiteSpace: 'nowrap' }}>
      {text}
    </Anchor>
  );
};
