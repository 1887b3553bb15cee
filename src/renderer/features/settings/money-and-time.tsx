import { Group, Select, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { usePortfolio } from '../../client/portfolio.ts';
import { Icon } from '../../ui/icons.tsx';
import { currencyName } from '../../ui/text/currencies.ts';
import { zoneChoices, zoneName } from './model.ts';
import { Section } from './section.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

/** Currency and time zone: a choice before the first import, a fact after it. */
export const MoneyAndTime = (): ReactElement => {
  const { settings } = usePortfolio();
  const save = useSave();
  if (settings.currency === null)
    return (
      <Section title="Currency and time zone">
        <Text size="sm">The currency is taken from the first file you import.</Text>
        <Select
          label="Time zone of the business"
          description="Decides on which day a sale near midnight falls. Fixed by the first import."
          data={zoneChoices(Intl.supportedValuesOf('timeZone'), settings.timezone)}
          value={settings.timezone}
          allowDeselect={false}
          searchable
          limit={50}
          onChange={(timezone) => timezone && save({ timezone })}
        />
      </Section>
    );
  return (
    <Section title="Currency and time zone">
      <dl className={classes.fact}>
        <dt>Currency</dt>
        <dd>{currencyName(settings.currency)}</dd>
        <dt>Time zone</dt>
        <dd>{zoneName(settings.timezone)}</dd>
      </dl>
      <Group gap={8} wrap="nowrap" align="flex-start" c="dimmed">
        <Icon name="lock" size={16} />
        <Text size="sm">
          Both were fixed by the first import: every sum and every day already in this portfolio stands on
          them. A business in another currency or zone is a portfolio of its own.
        </Text>
      </Group>
    </Section>
  );
};
