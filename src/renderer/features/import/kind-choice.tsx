import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { IMPORT_KINDS, KIND_WORDS } from '../../../shared/model/import-kind.ts';
import type { ImportOptions, ImportPreview } from '../../../shared/model/importing.ts';

const CHOICES = IMPORT_KINDS.map((value) => ({ value, label: KIND_WORDS[value].title }));

type Props = {
  readonly preview: ImportPreview;
  readonly options: ImportOptions;
  readonly onDecide: (options: ImportOptions) => void;
};

/** What the file holds, as it was told from its columns; another kind reads them anew. */
export const KindChoice = ({ preview, options, onDecide }: Props): ReactElement => (
  <Select
    label="What is in this file?"
    size="sm"
    maw={360}
    data={CHOICES}
    value={preview.source.kind}
    allowDeselect={false}
    onChange={(value) => {
      const kind = IMPORT_KINDS.find((each) => each === value);
      // what was said of single columns was said of another kind of file
      const { mapping: _, ...rest } = options;
      if (kind) onDecide({ ...rest, kind });
    }}
  />
);
