import { Radio, Select, Stack, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { TaxTreatment } from '../../../shared/model/tax.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { TaxRateField } from '../../ui/forms/tax-rate-field.tsx';
import { localeChoices, localeSample } from './model.ts';
import { Section } from './section.tsx';
import { useSave } from './use-save.ts';

const TAX: readonly { readonly value: TaxTreatment; readonly label: string }[] = [
  { value: 'included', label: 'Yes, the amounts in my files include tax' },
  { value: 'excluded', label: 'No, tax comes on top' },
  { value: 'unknown', label: 'I do not know' },
];

type NameProps = { readonly saved: string; readonly onSave: ReturnType<typeof useSave> };

const NameField = ({ saved, onSave }: NameProps): ReactElement => {
  const [name, setName] = useState(saved);
  const keepName = (): void => {
    const next = name.trim();
    if (next === '') setName(saved);
    else if (next !== saved) onSave({ businessName: next }, () => setName(saved));
  };
  return (
    <TextInput
      label="Name of the business"
      description="Stands at the top of the window and on every printed page."
      maxLength={120}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={keepName}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keepName();
      }}
    />
  );
};

export const Business = (): ReactElement => {
  const { settings } = usePortfolio();
  const save = useSave();
  return (
    <Section title="Business" about="Saved as you change it.">
      <NameField key={settings.businessName} saved={settings.businessName} onSave={save} />
      <Select
        label="Numbers and days are written as in"
        description={localeSample(settings.locale, settings.currency)}
        data={localeChoices(settings.locale)}
        value={settings.locale}
        allowDeselect={false}
        searchable
        onChange={(locale) => locale && save({ locale })}
      />
      <Radio.Group
        label="Do prices include sales tax (VAT)?"
        description="Revenue is without tax: where prices include it, it is taken off. A file with a tax column tells it itself."
        value={settings.pricesIncludeTax}
        onChange={(value) => {
          const tax = TAX.find((t) => t.value === value);
          if (tax) save({ pricesIncludeTax: tax.value });
        }}
      >
        <Stack gap={8} mt={8}>
          {TAX.map((tax) => (
            <Radio key={tax.value} value={tax.value} label={tax.label} size="sm" />
          ))}
        </Stack>
      </Radio.Group>
      {settings.pricesIncludeTax === 'included' ? (
        <TaxRateField
          label="Tax rate in the prices"
          description="Of the price without tax. Products with a rate of their own are told under Portfolio, Products."
          rate={settings.taxRate}
          onRate={(taxRate, { putBack }) => save({ taxRate }, putBack)}
        />
      ) : null}
    </Section>
  );
};
