import { Button, Stack, Text, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { plainFault } from '../../../shared/model/fault.ts';
import { client } from '../../client/api.ts';
import { putOnClipboard } from '../text/copy.ts';

type Props = {
  /** what the window itself failed with; noted without its message */
  readonly error?: unknown;
};

type Copied = { readonly text: string; readonly done: boolean };

/** Without the engine the window knows little more than itself. */
const details = async (error: unknown): Promise<string> => {
  const fault = error === undefined ? null : plainFault(error);
  const own = fault ? `Window: ${JSON.stringify(fault)}\n` : '';
  try {
    if (fault) await client.support.note(fault);
    return `${own}${(await client.support.details()).text}`;
  } catch {
    return `${own}The engine does not answer.\n${navigator.userAgent}\n`;
  }
};

/** Puts on the clipboard what whoever helps needs to know, and shows it: nothing is sent anywhere. */
export const CopyDetails = ({ error }: Props): ReactElement => {
  const [copied, setCopied] = useState<Copied | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="xs"
        variant="default"
        loading={busy}
        onClick={async () => {
          setBusy(true);
          const text = await details(error);
          setCopied({ text, done: putOnClipboard(text) });
          setBusy(false);
        }}
      >
        Copy details for support
      </Button>
      {copied ? (
        <>
          <Text size="sm" role="status">
            {copied.done
              ? 'On the clipboard: paste it into your message. It holds versions, counts and times, no names and no paths.'
              : 'This could not be put on the clipboard; select and copy it. It holds versions, counts and times, no names and no paths.'}
          </Text>
          <Textarea
            w="100%"
            aria-label="Details for support"
            readOnly
            rows={6}
            value={copied.text}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
          />
        </>
      ) : null}
    </Stack>
  );
};
