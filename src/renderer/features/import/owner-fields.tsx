import { Group, Radio, Select, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { TaxTreatment } from '../../../shared/model/tax.ts';
import { TaxRateField } from '../../ui/forms/tax-rate-field.tsx';
import { currencyChoices } from '../../ui/text/currencies.ts';
import classes from './import.module.css';
import type { Choices } from './model.ts';

const TAX: readonly { readonly value: TaxTreatment; readonly label: string }[] = [
  { value: 'included', label: 'Yes, tax is in them' },
  { value: 'excluded', label: 'No, tax comes on top' },
  { value: 'unknown', label: 'I do not know' },
];

const CURRENCIES = currencyChoices(Intl.supportedValuesOf('currency'));

type Currency = {
  /** null until it is said */
  readonly value: string | null;
  /** why it is asked, where the file does not say it */
  readonly question: string | null;
  /** those the file leaves open; all others follow */
  readonly likely: readonly string[];
  readonly onCurrency: (code: string) => void;
};

type Props = {
  readonly choices: Choices;
  readonly onChoose: (choices: Partial<Choices>) => void;
  readonly asksName: boolean;
  /** null where the currency is settled */
  readonly currency: Currency | null;
  /** why the tax is asked; null where it is settled */
  readonly taxNote: string | null;
};

const byLikelihood = (likely: readonly string[]) => [
  ...CURRENCIES.filter(({ value }) => likely.includes(value)),
  ...CURRENCIES.filter(({ value }) => !likely.includes(value)),
];

/** What no file can say: the name of the business, its currency, and what its amounts are. */
export const OwnerFields = ({ choices, onChoose, asksName, currency, taxNote }: Props): ReactElement => (
  <>
    {asksName || currency ? (
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
        {currency ? (
          <Select
            label="Which currency are the amounts in?"
            description={currency.question ?? 'Stays as it is after the first import.'}
            placeholder="Choose one"
            data={byLikelihood(currency.likely)}
            value={currency.value}
            allowDeselect={false}
            searchable
            onChange={(code) => code && currency.onCurrency(code)}
          />
        ) : null}
      </div>
    ) : null}
    {taxNote === null ? null : (
      <Radio.Group
        label="Do the amounts include sales tax (VAT)?"
        description={taxNote}
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
    )}
    {taxNote !== null && choices.tax === 'included' ? (
      <TaxRateField
        label="Tax rate in the amounts"
        description="Revenue is counted without it. Leave it empty if you do not know it."
        rate={choices.taxRate}
        onRate={(taxRate) => onChoose({ taxRate })}
      />
    ) : null}
  </>
);
