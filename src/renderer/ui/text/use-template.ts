import { useMutation } from '@tanstack/react-query';
import type { ImportKind } from '../../../shared/model/import-kind.ts';
import { client } from '../../client/api.ts';
import { saveFile } from './save-file.ts';

/** Saves a table with made-up rows of a kind, which can be imported without a change. */
export const useTemplate = () =>
  useMutation({
    mutationFn: async (kind: ImportKind) => {
      const { fileName, csv } = await client.importing.template({ kind });
      saveFile(fileName, csv, 'csv');
    },
  });
