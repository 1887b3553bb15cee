import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ImportOptions, ImportResult } from '../../../shared/model/importing.ts';
import { counted } from '../../../shared/words.ts';
import type { Format } from '../../ui/text/format-core.ts';
import classes from './import.module.css';
import { saidOf } from './no-sale.ts';

type Props = {
  readonly result: ImportResult;
  readonly options: ImportOptions;
  readonly onDecide: (options: ImportOptions) => void;
  readonly f: Format;
};

/** Products whose names say that they may be no sale, with what they come to, asked before any figure is made of them. */
export const NoSaleCard = ({ result, options, onDecide, f }: Props): ReactElement | null => {
  const { mayBeNoSale } = result;
  if (mayBeNoSale.length === 0) return null;
  const decide = (said: readonly string[]): void => onDecide({ ...options, notASale: [...said] });
  const said = options.notASale ?? [];
  const all = mayBeNoSale.map(({ product }) => product);
  return (
    <section className={classes.card} aria-label="May be no sale">
      <Stack gap="sm">
        <div>
          <Title order={2}>Are these sales?</Title>
          <Text size="sm" c="dimmed">
            Fees, adjustments and gift cards that were sold are no revenue. Tick what is no sale: its lines
            are kept and count nowhere. Products holds the answer, and undoing the import takes it back.
          </Text>
        </div>
        {mayBeNoSale.map((each) => (
          <Checkbox
            key={each.product}
            size="sm"
            checked={said.includes(each.product)}
            label={`${each.name}: no sale`}
            description={`${counted(each.lines, 'line')}, ${f.money(each.amount.minor)}. ${each.reason}`}
            onChange={(event) => decide(saidOf(said, each.product, event.currentTarget.checked))}
          />
        ))}
        {mayBeNoSale.length > 1 ? (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => decide(all)}>
              None of them is a sale
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => decide([])}>
              All of them are sales
            </Button>
          </Group>
        ) : null}
      </Stack>
    </section>
  );
};
