import { Group, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Listening, Voice } from '../../../shared/model/listening.ts';
import type { NotAvailable, Result } from '../../../shared/model/result.ts';
import { Explained } from '../../ui/figures/explained.tsx';
import { Figure } from '../../ui/figures/figure.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { NOTHING } from '../../ui/text/format-core.ts';
import classes from './listen.module.css';

/** Each score with its range and how many it is from, of everybody and of each segment. */
export const Scores = ({ listening }: { readonly listening: Listening }) => {
  const format = useFormat();
  const [clock, setClock] = useState<'clock' | 'office'>('clock');
  const { period, bySegment, officeHours } = listening;
  return (
    <section aria-labelledby="scores">
      <Group justify="space-between" align="flex-end" mb={6}>
        <div>
          <Title order={2} id="scores">
            What each segment says
          </Title>
          <Text size="sm" c="dimmed">
            {format.day(period.from)} to {format.day(period.to)}, the latest answer of each person. Those who
            answer are not everybody.
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label="How the time to the answer is counted"
          value={clock}
          onChange={(value) => setClock(value === 'office' ? 'office' : 'clock')}
          data={[
            { value: 'clock', label: 'All hours' },
            { value: 'office', label: 'Opening hours' },
          ]}
        />
      </Group>
      {clock === 'office' && (
        <Text size="sm" c="dimmed" mb={6}>
          Only hours of {officeHours} are counted.
        </Text>
      )}
      <Table.ScrollContainer minWidth={860} scrollAreaProps={{ type: 'auto' }}>
        <Table className={classes.numbers} verticalSpacing={5} aria-label="What each segment says">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Segment</Table.Th>
              <Table.Th>
                <Explained metric="nps">Recommend (NPS)</Explained>
              </Table.Th>
              <Table.Th>
                <Explained metric="csat">Satisfied (CSAT)</Explained>
              </Table.Th>
              <Table.Th>
                <Explained metric="answeredInTime">Within 48 hours</Explained>
              </Table.Th>
              <Table.Th>
                <Explained metric="answerTime">Half sooner than</Explained>
              </Table.Th>
              <Table.Th>Who answered</Table.Th>
              <Table.Th>
                <Explained metric="responseRate">Response rate</Explained>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <VoiceRow name="All customers" voice={listening} clock={clock} whole />
            {bySegment.map((voice) => (
              <VoiceRow key={voice.segment} name={voice.segment} voice={voice} clock={clock} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
};

type RowProps = {
  readonly name: string;
  readonly voice: Voice;
  readonly clock: 'clock' | 'office';
  readonly whole?: boolean;
};

const VoiceRow = ({ name, voice, clock, whole = false }: RowProps) => {
  const format = useFormat();
  const timed = clock === 'office' ? voice.officeClock : voice.responseClock;
  if (voice.people === 0)
    return (
      <Table.Tr>
        <Table.Th scope="row" fw={500}>
          {name}
        </Table.Th>
        <Table.Td colSpan={6} c="dimmed">
          Nobody of them has answered.
        </Table.Td>
      </Table.Tr>
    );
  return (
    <Table.Tr className={whole ? classes.all : undefined}>
      <Table.Th scope="row" fw={whole ? 600 : 500}>
        {name}
      </Table.Th>
      <Score of={voice.nps} counted="answer" />
      <Score of={voice.csat} counted="answer" />
      <Score of={timed} counted="message" />
      <Score of={'median' in timed ? timed.median : timed} counted="reply" many="replies" />
      <Table.Td>
        {voice.coverage === null ? (
          NOTHING
        ) : (
          <>
            {format.share(voice.coverage)}
            <Text size="xs" c="dimmed">
              {format.counted(voice.people, 'customer')}
            </Text>
          </>
        )}
      </Table.Td>
      <Score of={voice.responseRate} counted="asked" many="asked" />
    </Table.Tr>
  );
};

type ScoreProps = {
  readonly of: Result | NotAvailable;
  readonly counted: string;
  readonly many?: string;
};

/** A figure and what it is from, or why there is none. */
const Score = ({ of, counted, many }: ScoreProps) => {
  const format = useFormat();
  return (
    <Table.Td>
      {'reason' in of ? (
        <Text size="xs" c="dimmed" maw={140}>
          {of.reason}
        </Text>
      ) : (
        <>
          <Figure result={of} />
          <Text size="xs" c="dimmed">
            {format.counted(of.n, counted, many)}
          </Text>
        </>
      )}
    </Table.Td>
  );
};
