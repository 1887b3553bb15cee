import { formats } from '../../../shared/format.ts';
import { type IsoDay, isoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import type { AcquisitionView } from '../../../shared/model/value.ts';
import { result } from '../../analytics/estimate.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { modelsOf } from '../analysis/models/models.ts';
import { type AcquisitionAnalysis, type AcquisitionGroup, acquisitionIn } from './acquisition.ts';

/** What a new customer costs and is worth: in all, and by source, segment and quarter. */
export const readAcquisition = (
  db: Readable,
  { asOf }: { readonly asOf?: IsoDay | undefined } = {},
): AcquisitionView | NotAvailable => {
  const analysis = analysisOf(db, asOf);
  if (!analysis)
    return { grade: 'D', reason: 'There are no sales in this portfolio yet.', needed: 'Import your sales.' };
  const found = acquisitionIn(db, analysis);
  if ('reason' in found) return found;
  const { all, bySource, bySegment, byQuarter, warnings } = found;
  return {
    from: isoDay(found.from),
    to: isoDay(found.to),
    finding: acquisitionFinding(analysis, found),
    all: group(all),
    figures: figuresOf(analysis, found),
    bySource: bySource.map(group),
    bySegment: bySegment.map(group),
    byQuarter: byQuarter.map(group),
    warnings: [...warnings],
  };
};

const group = ({ spend, cac, value, ...rest }: AcquisitionGroup) => ({
  ...rest,
  spend: minor(Math.round(spend)),
  cac: cac === null ? null : minor(Math.round(cac)),
  value: value === null ? null : minor(Math.round(value)),
});

/** "A new customer cost € 48 and is worth 2.1 times that; the cost is back in month 3." */
export const acquisitionFinding = (analysis: Analysis, { all }: AcquisitionAnalysis): string => {
  const say = formats(analysis.settings.locale, analysis.currency);
  const money = (amount: number): string => say.moneyRounded(Math.round(amount));
  if (all.cac === null) return `${money(all.spend)} was spent, and nobody new is known of that time.`;
  const cost = `A new customer cost ${money(all.cac)}`;
  if (all.value === null || all.ratio === null) return `${cost}.`;
  const worth =
    all.value < 0
      ? ` and has cost ${money(-all.value)} more than they brought`
      : all.ratio < 1
        ? ` and is worth ${money(all.value)}: less than that`
        : ` and is worth ${say.figure('index', all.ratio)} times that`;
  const back = all.paybackMonth === null ? '' : `; the cost is back in month ${say.count(all.paybackMonth)}`;
  return `${cost}${worth}${back}.`;
};

const figuresOf = (analysis: Analysis, { all, from, to, value, warnings }: AcquisitionAnalysis) => {
  const common = {
    n: all.newCustomers,
    period: { from: isoDay(from), to: isoDay(to) },
    warnings,
  };
  // what is still to come is the model's word; what was left so far is counted
  const grade = value === 'with-forecast' ? modelsOf(analysis).grade : 'B';
  return [
    result('cac', all.cac, common),
    result('cltvToCac', all.ratio, { ...common, grade }),
    result('paybackMonth', all.paybackMonth, {
      ...common,
      warnings:
        all.paybackMonth === null
          ? [
              value === 'unknown'
                ? 'What a new customer leaves is not known.'
                : 'Not back yet as far as new customers have been seen.',
            ]
          : warnings,
    }),
  ];
};
