import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { ImportOptions, ImportResult } from '../../../shared/model/importing.ts';
import { withRates } from '../../../shared/model/rate.ts';
import { plural } from '../../../shared/words.ts';
import { rateOf } from '../../ui/forms/rate.ts';
import { RateField } from '../../ui/forms/rate-field.tsx';
import type { Format } from '../../ui/text/format-core.ts';
import classes from './import.module.css';
import { convertedSentence } from './result-text.ts';

type Props = {
  readonly result: ImportResult;
  readonly options: ImportOptions;
  readonly onDecide: (options: ImportOptions) => void;
  readonly f: Format;
};

/** Lines in other currencies: what they are worth, or that they are left out. The file is read again under a new rate. */
export const RatesCard = ({ result, options, onDecide, f }: Props): ReactElement | null => {
  const { converted, withoutRate, revenue } = result;
  if (converted.length + withoutRate.length === 0) return null;
  return (
    <section className={classes.card} aria-label="Other currencies">
      <Stack gap="sm">
        <div>
          <Title order={2}>Other currencies</Title>
          <Text size="sm" c="dimmed">
            A rate you give stays with the portfolio for later imports; the settings hold it, also by day.
          </Text>
        </div>
        {converted.map(convertedSentence(result, f)).map((sentence) => (
          <Text size="sm" key={sentence}>
            {sentence}
          </Text>
        ))}
        {withoutRate.map(({ currency, lines }) => (
          <MissingRate
            key={currency}
            currency={currency}
            home={revenue.currency}
            sentence={`${f.counted(lines, 'line')} in ${currency} ${plural(lines, 'is', 'are')} left out.`}
            onRate={(rate) => onDecide({ ...options, rates: withRates(options.rates ?? [], [rate]) })}
          />
        ))}
      </Stack>
    </section>
  );
};

type FieldProps = {
  readonly currency: string;
  readonly home: string;
  readonly sentence: string;
  readonly onRate: (rate: NonNullable<ReturnType<typeof rateOf>>) => void;
};

const MissingRate = ({ currency, home, sentence, onRate }: FieldProps): ReactElement => {
  const [exact, setExact] = useState('');
  const rate = rateOf(currency, exact);
  // a sign that several currencies share, such as kr, names none that a rate could be for
  if (!/^[A-Z]{3}$/.test(currency))
    return <Text size="sm">{sentence} Which currency that is only a column of currency codes can say.</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (rate) onRate(rate);
      }}
    >
      <Group gap="xs" align="center">
        <Text size="sm">
          {sentence} 1 {currency} =
        </Text>
        <RateField
          label={`What 1 ${currency} is worth in ${home}`}
          hideLabel
          rate={exact}
          onRate={setExact}
        />
        <Text size="sm">{home}</Text>
        <Button type="submit" size="compact-sm" variant="default" disabled={rate === null}>
          Convert
        </Button>
      </Group>
    </form>
  );
};
