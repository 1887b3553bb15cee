import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ImportOptions, ImportPreview } from '../../../shared/model/importing.ts';
import type { Format } from '../../ui/text/format-core.ts';
import classes from './import.module.css';

type Props = {
  readonly preview: ImportPreview;
  readonly options: ImportOptions;
  readonly onDecide: (options: ImportOptions) => void;
  readonly f: Pick<Format, 'counted'>;
};

const without = (options: ImportOptions, ...names: readonly (keyof ImportOptions)[]): ImportOptions =>
  Object.fromEntries(
    Object.entries(options).filter(([name]) => !names.includes(name as keyof ImportOptions)),
  );

/** How the file is read: which sheet, as which product's export, and whether as last time. All of it can be changed. */
export const ReadingCard = ({ preview, options, onDecide, f }: Props): ReactElement | null => {
  const { sheets, product, remembered, source } = preview;
  if (sheets.length < 2 && product === null && remembered === null) return null;
  return (
    <section className={classes.card} aria-label="How this file is read">
      <Stack gap="sm">
        <Title order={2}>How this file is read</Title>
        {remembered === null ? null : (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{remembered}</Text>
            <Button
              size="xs"
              variant="default"
              onClick={() => onDecide({ ...options, asLastTime: false })}
              style={{ flexShrink: 0 }}
            >
              Decide anew
            </Button>
          </Group>
        )}
        {sheets.length < 2 ? null : (
          <Select
            label={source.name.toLowerCase().endsWith('.zip') ? 'File in the archive' : 'Sheet'}
            maw={420}
            data={sheets.map(({ name, rows }) => ({
              value: name,
              label: rows === null ? name : `${name} – ${f.counted(rows, 'row')}`,
            }))}
            value={source.sheet}
            allowDeselect={false}
            onChange={(sheet) =>
              sheet && onDecide({ ...without(options, 'mapping', 'dateFormat', 'decimal', 'preset'), sheet })
            }
          />
        )}
        {product === null ? null : (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Text size="sm">
              {source.preset === null
                ? `It has the columns of a known export. ${product.sentence} You have it read as a plain table.`
                : product.sentence}
            </Text>
            <Button
              size="xs"
              variant="default"
              style={{ flexShrink: 0 }}
              onClick={() =>
                onDecide({
                  ...without(options, 'mapping'),
                  preset: source.preset === null ? 'auto' : 'none',
                })
              }
            >
              {source.preset === null ? 'Read it as that export' : 'Read it as a plain table instead'}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
};
