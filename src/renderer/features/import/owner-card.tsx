import { Group, Radio, Select, Stack, TextInput, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ImportOptions } from '../../../shared/model/importing.ts';
import type { TaxTreatment } from '../../../shared/model/tax.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { TaxRateField } from '../../ui/forms/tax-rate-field.tsx';
import { currencyChoices } from '../../ui/text/currencies.ts';
import classes from './import.module.css';
import type { Choices, Studio } from './model.ts';

type Props = {
  readonly studio: Extract<Studio, { readonly step: 'checking' }>;
  readonly onChoose: (choices: Partial<Choices>) => void;
  readonly onDecide: (options: ImportOptions) => void;
};

const TAX: readonly { readonly value: TaxTreatment; readonly label: string }[] = [
  { value: 'included', label: 'Yes, tax is in them' },
  { value: 'excluded', label: 'No, tax comes on top' },
  { value: 'unknown', label: 'I do not know' },
];

const CURRENCIES = currencyChoices(Intl.supportedValuesOf('currency'));

/** What no file can say: the name of the business, and what its amounts are. Asked once. */
export const OwnerCard = ({ studio, onChoose, onDecide }: Props): ReactElement | null => {
  const portfolio = useMaybePortfolio();
  const { preview, choices, options } = studio;
  const asksName = portfolio === null;
  const asksCurrency = preview.result !== null && (portfolio?.settings.currency ?? null) === null;
  const asksTax = preview.source.kind === 'orders' && preview.taxNote !== null;
  if (!asksName && !asksCurrency && !asksTax) return null;
  return (
    <section className={classes.card} aria-label="What only you know">
      <Stack gap="sm">
        <Title order={2}>What only you know</Title>
        {asksName || asksCurrency ? (
          <div className={classes.readings}>
            {asksName ? (
              <TextInput
                label="What is your business called?"
                description="Names the portfolio and stands on what you print."
                maxLength={120}
                value={choices.businessName}
                onChange={(event) => onChoose({ businessName: event.currentTarget.value })}
              />
            ) : null}
            {asksCurrency ? (
              <Select
                label="Which currency are the amounts in?"
                description="Stays as it is after the first import."
                data={CURRENCIES}
                value={preview.result?.revenue.currency ?? null}
                allowDeselect={false}
                searchable
                onChange={(currency) => currency && onDecide({ ...options, currency })}
              />
            ) : null}
          </div>
        ) : null}
        {asksTax ? (
          <Radio.Group
            label="Do the amounts include sales tax (VAT)?"
            description={preview.taxNote}
            value={choices.tax}
            onChange={(value) => {
              const tax = TAX.find((t) => t.value === value);
              if (tax) onChoose({ tax: tax.value });
            }}
          >
            <Group gap="lg" mt={8}>
              {TAX.map((tax) => (
                <Radio key={tax.value} size="sm" value={tax.value} label={tax.label} />
              ))}
            </Group>
          </Radio.Group>
        ) : null}
        {asksTax && choices.tax === 'included' ? (
          <TaxRateField
            label="Tax rate in the amounts"
            description="Revenue is counted without it. Leave it empty if you do not know it."
            rate={choices.taxRate}
            onRate={(taxRate) => onChoose({ taxRate })}
          />
        ) : null}
      </Stack>
    </section>
  );
};
