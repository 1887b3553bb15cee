import { Button, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { counted } from '../../../shared/words.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { Icon } from '../../ui/icons.tsx';
import { createFormat, type Format } from '../../ui/text/format-core.ts';
import { businessNameFrom } from './business-name.ts';
import classes from './import.module.css';
import { type Choices, currencyAsked, offersAgain, taxAsked } from './model.ts';
import { OwnerFields } from './owner-fields.tsx';
import { openIn, type Queued, queueSummary, readyIn, whyNotAll } from './queue-model.ts';
import { resultSentences } from './result-text.ts';
import type { QueueActions } from './use-queue.ts';

type Props = {
  readonly queue: readonly Queued[];
  readonly actions: QueueActions;
  /** opens the check of one file */
  readonly onCheck: (file: Queued) => void;
};

/** Files that came together: what each is, what it would add, and one button for all that ask nothing. */
export const QueuePanel = ({ queue, actions, onCheck }: Props): ReactElement | null => {
  const portfolio = useMaybePortfolio();
  const [said, setSaid] = useState<Partial<Choices>>({});
  if (queue.length === 0) return null;
  const choices: Choices = {
    businessName: businessNameFrom(queue[0]?.fileName ?? ''),
    tax: null,
    taxRate: null,
    ...said,
  };
  const previews = queue.flatMap(({ at }) => (at.step === 'checked' ? [at.preview] : []));
  const isNew = portfolio === null;
  const asked = previews.flatMap((preview) => currencyAsked(preview) ?? [])[0];
  const taxNote = isNew ? (previews.map(taxAsked).find((note) => note !== null) ?? null) : null;
  const reason = whyNotAll(queue, {
    name: !isNew || choices.businessName.trim() !== '',
    tax: taxNote === null || choices.tax !== null,
  });
  const ready = readyIn(queue).length;
  const running = queue.some(({ at }) => at.step === 'importing' || at.step === 'reading');
  return (
    <section className={classes.card} aria-label="Files to import">
      <Stack gap="sm">
        <Title order={2}>
          {queueSummary(queue) ?? counted(queue.length, 'file', 'files, each imported on its own')}
        </Title>
        <Table.ScrollContainer minWidth={720}>
          <Table aria-label="Files to import" verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={240}>File</Table.Th>
                <Table.Th>What it is and would do</Table.Th>
                <Table.Th w={200}>
                  <VisuallyHidden>Actions</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {queue.map((file) => (
                <QueueRow
                  key={file.id}
                  file={file}
                  f={createFormat(portfolio?.settings.locale || navigator.language, currencyOf(file))}
                  onCheck={() => onCheck(file)}
                  onAgain={() => void actions.again(file.id)}
                  onRemove={() => actions.remove(file.id)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {isNew || asked ? (
          <OwnerFields
            choices={choices}
            onChoose={(more) => setSaid({ ...said, ...more })}
            asksName={isNew && ready > 0}
            currency={
              asked
                ? {
                    value: null,
                    question: asked.question,
                    likely: asked.choices.map(({ value }) => value),
                    onCurrency: (currency) => void actions.setCurrency(currency),
                  }
                : null
            }
            taxNote={taxNote}
          />
        ) : null}
        <Group gap="xs">
          <Button onClick={() => void actions.importAll(choices)} disabled={reason !== null}>
            {ready > 1 ? `Import all ${ready}` : 'Import all'}
          </Button>
          <Button variant="default" onClick={actions.clear} disabled={running}>
            Clear the list
          </Button>
        </Group>
        <Text size="xs" c="dimmed" role="status">
          {reason ?? 'Each file becomes an import of its own, which you can undo by itself.'}
        </Text>
      </Stack>
    </section>
  );
};

const currencyOf = ({ at }: Queued): string | null => {
  if (at.step === 'done') return at.result.revenue.currency;
  return 'preview' in at ? (at.preview.result?.revenue.currency ?? null) : null;
};

type RowProps = {
  readonly file: Queued;
  readonly f: Format;
  readonly onCheck: () => void;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
};

const QueueRow = ({ file, f, onCheck, onAgain, onRemove }: RowProps): ReactElement => {
  const { at, fileName } = file;
  const failed = at.step === 'failed';
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={600}>
          {fileName}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {failed || at.step === 'done' ? <Icon name={failed ? 'warning' : 'check'} size={16} /> : null}
          <div>
            {linesOf(file, f).map((line, index) => (
              <Text key={line} size="sm" {...(index > 0 ? { c: 'dimmed' } : {})}>
                {line}
              </Text>
            ))}
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {at.step === 'checked' ? (
            <Button size="xs" variant="default" onClick={onCheck} aria-label={`Check ${fileName}`}>
              Check
            </Button>
          ) : null}
          {failed && at.source !== null && offersAgain({ what: at.sentence, safe: '', next: '' }) ? (
            <Button
              size="xs"
              variant="default"
              onClick={onAgain}
              aria-label={`Read ${fileName} all the same`}
            >
              Read it all the same
            </Button>
          ) : null}
          {at.step === 'checked' || failed ? (
            <Button size="xs" variant="subtle" onClick={onRemove} aria-label={`Take off ${fileName}`}>
              Take off
            </Button>
          ) : null}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

const linesOf = ({ at }: Queued, f: Format): readonly string[] => {
  switch (at.step) {
    case 'waiting':
      return ['Waiting'];
    case 'reading':
      return ['Being read'];
    case 'importing':
      return ['Being imported'];
    case 'failed':
      return [at.sentence];
    case 'done':
      return [resultSentences(at.result, f)[0] ?? '', `${f.money(at.result.revenue.minor)}`];
    case 'checked': {
      const open = openIn(at.preview);
      return [
        at.preview.recognised,
        ...(at.preview.remembered ? [at.preview.remembered] : []),
        open ?? at.preview.sentence,
        ...(at.preview.result?.controlTotals?.sentence ? [at.preview.result.controlTotals.sentence] : []),
      ];
    }
  }
};
