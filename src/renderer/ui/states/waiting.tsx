import { Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { WorkingOut } from './working-out.tsx';

type Stage = 'moment' | 'wait' | 'long';

const SOON_MS = 150;
const LONG_MS = 4000;

type Props = { readonly what: string; readonly rows?: number };

/** Nothing for the first moment, then the shape of what is coming, then a sentence: no spinner without end. */
export const Waiting = ({ what, rows = 5 }: Props): ReactElement => {
  const [stage, setStage] = useState<Stage>('moment');
  useEffect(() => {
    const soon = setTimeout(() => setStage('wait'), SOON_MS);
    const long = setTimeout(() => setStage('long'), LONG_MS);
    return () => {
      clearTimeout(soon);
      clearTimeout(long);
    };
  }, []);
  return (
    <Stack gap="sm" role="status" mih={rows * 26}>
      {stage === 'moment' ? null : (
        <>
          <VisuallyHidden>{what}</VisuallyHidden>
          <Skeleton height={20} width="40%" />
          {Array.from({ length: rows }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
            <Skeleton key={i} height={14} width={`${92 - ((i * 17) % 35)}%`} />
          ))}
        </>
      )}
      {stage === 'long' ? (
        <>
          <Text size="sm" c="dimmed">
            {what}. A large portfolio takes a little longer the first time.
          </Text>
          <WorkingOut />
        </>
      ) : null}
    </Stack>
  );
};
