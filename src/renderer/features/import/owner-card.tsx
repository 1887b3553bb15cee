import { Stack, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ImportOptions } from '../../../shared/model/importing.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import classes from './import.module.css';
import { type Choices, currencyAsked, holdsMoney, type Studio, taxAsked } from './model.ts';
import { OwnerFields } from './owner-fields.tsx';

type Props = {
  readonly studio: Extract<Studio, { readonly step: 'checking' }>;
  readonly onChoose: (choices: Partial<Choices>) => void;
  readonly onDecide: (options: ImportOptions) => void;
};

/** What the file does not say and only the owner knows. Asked once. */
export const OwnerCard = ({ studio, onChoose, onDecide }: Props): ReactElement | null => {
  const portfolio = useMaybePortfolio();
  const { preview, choices, options } = studio;
  const asksName = portfolio === null;
  const asked = currencyAsked(preview);
  const isFixed = (portfolio?.settings.currency ?? null) !== null;
  const said = options.currency ?? preview.result?.revenue.currency ?? null;
  const asksCurrency = !isFixed && holdsMoney(preview) && (asked !== null || said !== null);
  const taxNote = taxAsked(preview);
  if (!asksName && !asksCurrency && taxNote === null) return null;
  return (
    <section className={classes.card} aria-label="What only you know">
      <Stack gap="sm">
        <Title order={2}>What only you know</Title>
        <OwnerFields
          choices={choices}
          onChoose={onChoose}
          asksName={asksName}
          currency={
            asksCurrency
              ? {
                  value: said,
                  question: asked?.question ?? null,
                  likely: asked?.choices.map(({ value }) => value) ?? [],
                  onCurrency: (currency) => onDecide({ ...options, currency }),
                }
              : null
          }
          taxNote={taxNote}
        />
      </Stack>
    </section>
  );
};
