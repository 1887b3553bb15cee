import type { ImportResult } from '../../../shared/model/importing.ts';
import { importSentence } from '../../import/sentences.ts';

/** An import's result for a person. */
export const importText = (result: ImportResult): string => {
  const { source, rows, issues } = result;
  const head = `${source.name}: ${importSentence(result, result.batch === null ? 'would-add' : 'added', source.locale ?? 'en')}`;
  const counts = `${rows.read} rows read = ${rows.imported} imported + ${rows.leftOut} left out + ${rows.alreadyThere} already there.`;
  const problems = Object.entries(issues.byCode).map(([code, count]) => `  ${count} × ${code}`);
  const undo =
    result.batch === null ? [] : [`Import ${result.batch}; take it back with undo-import ${result.batch}.`];
  return [head, counts, ...problems, ...undo].join('\n');
};
