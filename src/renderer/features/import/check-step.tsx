import { Progress, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { createFormat } from '../../ui/text/format-core.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { CommitCard } from './commit-card.tsx';
import classes from './import.module.css';
import { KindChoice } from './kind-choice.tsx';
import type { Studio } from './model.ts';
import { NoSaleCard } from './no-sale-card.tsx';
import { NoticeAlert } from './notice.tsx';
import { OwnerCard } from './owner-card.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { Questions } from './questions.tsx';
import { RatesCard } from './rates-card.tsx';
import { ReadingCard } from './reading-card.tsx';
import { SkippedPanel } from './skipped-panel.tsx';
import type { ImportActions } from './use-import.ts';

type Props = {
  readonly studio: Extract<Studio, { readonly step: 'checking' }>;
  readonly actions: ImportActions;
};

/** The file as it was understood, before anything is changed. */
export const CheckStep = ({ studio, actions }: Props): ReactElement => {
  const portfolio = useMaybePortfolio();
  const { preview, options, rereading, notice } = studio;
  const f = createFormat(
    portfolio?.settings.locale || navigator.language,
    preview.result?.revenue.currency ?? portfolio?.settings.currency ?? null,
  );
  const decide = (next: typeof options): void => void actions.decide(next);
  return (
    <Stack gap="md">
      <NoticeAlert notice={notice} />
      {rereading === null ? null : (
        <div>
          <Text size="sm" c="dimmed" role="status">
            Reading the file again
          </Text>
          <Progress value={100} animated striped size="sm" aria-label="Reading the file again" />
        </div>
      )}
      <div className={classes.check}>
        <Stack gap="md">
          <KindChoice preview={preview} options={options} onDecide={decide} />
          <ReadingCard preview={preview} options={options} onDecide={decide} f={f} />
          <Questions preview={preview} options={options} onDecide={decide} />
          <OwnerCard studio={studio} onChoose={actions.choose} onDecide={decide} />
          {preview.result ? (
            <RatesCard result={preview.result} options={options} onDecide={decide} f={f} />
          ) : null}
          {preview.result ? (
            <NoSaleCard result={preview.result} options={options} onDecide={decide} f={f} />
          ) : null}
          <ColumnsPanel preview={preview} options={options} onDecide={decide} />
          {preview.result ? (
            <>
              <ProblemsPanel result={preview.result} options={options} onOptions={actions.setOptions} f={f} />
              <SkippedPanel result={preview.result} f={f} />
            </>
          ) : (
            <section className={classes.card}>
              <Title order={2}>Problems and totals follow</Title>
              <Text size="sm" c="dimmed">
                They can be worked out when every question above has an answer.
              </Text>
            </section>
          )}
        </Stack>
        <CommitCard studio={studio} f={f} onCommit={() => void actions.commit()} onCancel={actions.cancel} />
      </div>
    </Stack>
  );
};
