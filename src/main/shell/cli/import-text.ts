import { formats } from '../../../shared/format.ts';
import type { ImportResult, SkipReason } from '../../../shared/model/importing.ts';
import { counted } from '../../../shared/words.ts';
import { importSentence } from '../../import/load/import-sentence.ts';
import { presetNamed } from '../../import/presets/index.ts';
import { presetSentence } from '../../import/presets/preset.ts';
import { recordPresetNamed } from '../../import/presets/record-presets.ts';

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  'same-line': 'in the portfolio already, the same',
  'other-content': 'in the portfolio already, with other content',
  'total-of-known-articles': 'the total of an order whose articles are in the portfolio',
};
const SHOWN = 10;

/** An import's result for a person. */
export const importText = (result: ImportResult): string => {
  const { source, rows, issues, controlTotals, skipped } = result;
  const preset =
    source.preset === null ? null : (presetNamed(source.preset) ?? recordPresetNamed(source.preset));
  const product = preset ? [presetSentence(preset)] : [];
  const head = `${source.name}: ${importSentence(result, result.batch === null ? 'would-add' : 'added', source.locale ?? 'en')}`;
  const counts = `${counted(rows.read, 'row')} read = ${rows.imported} imported + ${rows.leftOut} left out + ${rows.alreadyThere} already there.`;
  const problems = Object.entries(issues.byCode).map(([code, count]) => `  ${count} × ${code}`);
  const undo =
    result.batch === null ? [] : [`Import ${result.batch}; take it back with undo-import ${result.batch}.`];
  const remembered = result.remembered === null ? [] : [`Read as last time (import ${result.remembered}).`];
  const detailed =
    result.ordersDetailed > 0
      ? [
          `${counted(result.ordersDetailed, 'order that was known by its total now has its', 'orders that were known by their total now have their')} articles; none counts twice.`,
        ]
      : [];
  const say = formats(source.locale ?? 'en', result.revenue.currency);
  const doubtful = result.mayBeNoSale.flatMap(({ product, name, reason, lines, amount, said }) =>
    said
      ? []
      : [
          `May be no sale: ${name} (${counted(lines, 'line')}, ${say.money(amount.minor)}). ${reason} --not-a-sale "${product}" keeps it out of revenue.`,
        ],
  );
  const control = controlTotals?.sentence ? [controlTotals.sentence] : [];
  const there = Object.entries(skipped.byReason).map(
    ([reason, count]) => `  ${count} × ${SKIPPED[reason as SkipReason]}`,
  );
  const first = skipped.first.slice(0, SHOWN).map(({ row, message }) => `    row ${row}: ${message}`);
  return [
    head,
    ...product,
    ...remembered,
    counts,
    ...control,
    ...doubtful,
    ...detailed,
    ...problems,
    ...there,
    ...first,
    ...undo,
  ].join('\n');
};
