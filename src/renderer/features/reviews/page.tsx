import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../client/api.ts';
import { styleNonce } from '../../client/bridge.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { useRestOfWindow } from '../../ui/use-rest-of-window.ts';
import { asksForPrint } from './model.ts';
import classes from './reviews.module.css';
import { usePdf } from './use-pdf.ts';

/** A review as it was made, ready for paper. */
export const ReviewScreen = () => {
  const { id } = useParams();
  const number = Number(id);
  const known = Number.isSafeInteger(number) && number > 0;
  const nonce = styleNonce();
  const query = useQuery({
    ...api.reviews.page.queryOptions({ input: { id: known ? number : 0, ...(nonce !== '' && { nonce }) } }),
    enabled: known,
  });
  if (!known) {
    return (
      <Page title="Review">
        <NotAvailableNotice
          missing={{ grade: 'D', reason: 'There is no such review.', needed: 'Choose one from the list.' }}
          button="Open the list"
          to="/reviews"
        />
      </Page>
    );
  }
  return (
    <div className={classes.open}>
      <QueryState query={query} what="Opening the review">
        {({ entry, html }) => <Sheet entry={entry} html={html} />}
      </QueryState>
    </div>
  );
};

type SheetProps = {
  readonly entry: {
    readonly id: number;
    readonly madeAt: number;
    readonly asOf: string;
    readonly ownersCopy: boolean;
    readonly paper: string;
  };
  readonly html: string;
};

/** Gives a key press in the frame to the app around it. @returns whether nobody there took it */
const passOn = ({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean => {
  const keys = { key, code, ctrlKey, metaKey, shiftKey, altKey };
  return document.body.dispatchEvent(
    new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true }),
  );
};

const Sheet = ({ entry, html }: SheetProps) => {
  const format = useFormat();
  const frame = useRef<HTMLIFrameElement>(null);
  const height = useRestOfWindow(frame);
  const pdf = usePdf(entry.id, `Portfolio review ${entry.asOf}.pdf`);
  const print = useCallback(() => {
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
  }, []);
  // The page has no script of its own; while it has the focus, its keys arrive here, and those of the app go on to it.
  const listen = useCallback(() => {
    frame.current?.contentDocument?.addEventListener('keydown', (event) => {
      if (asksForPrint(event)) print();
      else if (!(event.ctrlKey || event.metaKey) || passOn(event)) return;
      event.preventDefault();
    });
  }, [print]);
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <div>
          <Anchor component={Link} to="/reviews" size="sm">
            All reviews
          </Anchor>
          <Title order={1}>Review of {format.day(entry.asOf)}</Title>
          <Text size="sm" c="dimmed">
            Made {format.moment(entry.madeAt)},{' '}
            {entry.ownersCopy ? 'owner’s copy with full names' : 'customers by initials'}, {entry.paper}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button
            leftSection={<Icon name="file" size={16} />}
            loading={pdf.isPending}
            onClick={() => pdf.mutate()}
          >
            Save as PDF
          </Button>
          <Button data-print variant="default" leftSection={<Icon name="print" size={16} />} onClick={print}>
            Print
          </Button>
        </Group>
      </Group>
      <iframe
        ref={frame}
        title={`Review of ${format.day(entry.asOf)}, ready to print`}
        className={classes.frame}
        style={{ height }}
        sandbox="allow-same-origin allow-modals"
        srcDoc={html}
        onLoad={listen}
      />
    </>
  );
};
