import { Alert, Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icons.tsx';
import type { FailureText } from '../../ui/states/failure-text.ts';
import { CANCELLED } from './model.ts';

type Props = {
  readonly notice: FailureText | null;
  /** set where the file was refused only because it was imported before */
  readonly onAgain?: () => void;
};

/** What went wrong last, or that it was cancelled. */
export const NoticeAlert = ({ notice, onAgain }: Props): ReactElement | null =>
  notice === null ? null : (
    <Alert
      color={notice === CANCELLED ? 'gray' : 'red'}
      icon={<Icon name={notice === CANCELLED ? 'check' : 'warning'} />}
      title={notice.what}
      role="alert"
    >
      {[notice.safe, notice.next].filter((s) => s !== '').join(' ')}
      {onAgain ? (
        <Button mt="sm" size="xs" variant="default" display="block" onClick={onAgain}>
          Look at it all the same
        </Button>
      ) : null}
    </Alert>
  );
