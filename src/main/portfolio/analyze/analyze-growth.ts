import { dayFromNumber } from '../../../shared/model/day.ts';
import type { MatrixSubject } from '../../../shared/model/matrix.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { atRiskOf } from '../analysis/at-risk.ts';
import { portfolioGrowth } from '../analysis/figures.ts';
import { linesOf } from '../analysis/placement.ts';
import { matrixOf } from '../matrix/matrix.ts';
import { riskValueOf } from '../matrix/risk-value.ts';
import { migrationTo } from '../segments/segment-movement.ts';
import { describeSegments } from '../segments/segments.ts';
import { money, withMoney } from './analyze-money.ts';

/** The area `growth`. */
export const growth = (db: Readable, analysis: Analysis) => {
  const { windows, grade, n, warnings } = analysis.growth;
  return {
    portfolio: portfolioGrowth(db, analysis),
    windows: windows
      ? {
          months: windows.months,
          from: dayFromNumber(windows.start + 1),
          middle: dayFromNumber(windows.middle),
          to: dayFromNumber(windows.end),
        }
      : null,
    customers: n,
    grade,
    warnings,
  };
};

/** The area `matrix`. The command line gives customers one by one with --customers; here they are not repeated. */
export const matrices = (analysis: Analysis) => {
  const customers = matrix(analysis, 'customers');
  return {
    segments: matrix(analysis, 'segments'),
    customers: 'points' in customers ? { ...customers, points: undefined } : customers,
  };
};

const matrix = (analysis: Analysis, subject: MatrixSubject) => {
  const found = matrixOf(analysis, subject);
  if ('reason' in found) return found;
  return {
    ...found,
    thresholds: withMoney(analysis, found.thresholds, 'value', 'suggestedValue'),
    points: found.points.map((point) => withMoney(analysis, point, 'value', 'revenue')),
    quadrants: found.quadrants.map((quadrant) => withMoney(analysis, quadrant, 'revenue')),
    notPlaced: found.notPlaced.map((group) => withMoney(analysis, group, 'revenue')),
  };
};

/** The area `segments`. */
export const segments = (db: Readable, analysis: Analysis) => {
  const found = describeSegments(db, analysis);
  return {
    ...found,
    segments: found.segments.map((segment) =>
      withMoney(analysis, segment, 'revenue', 'averageRevenue', 'revenue12m', 'averageRevenue12m'),
    ),
    everyoneElse: withMoney(analysis, found.everyoneElse, 'revenue'),
    migration: migrationTo(db, analysis),
  };
};

/** The area `riskValue`: the four classes, and those overdue by their own rhythm. */
export const riskValue = (analysis: Analysis) => {
  const classes = riskValueOf(analysis);
  if ('reason' in classes) return classes;
  const { warnings, ...overdue } = atRisk(analysis);
  return {
    ...overdue,
    grade: classes.grade,
    finding: classes.finding,
    engagement: classes.engagementSentence,
    valueLine: money(analysis, linesOf(analysis, 'customers').value),
    classes: classes.groups.map(({ class: name, title, count, revenue, revenueShare, customers }) => ({
      class: name,
      title,
      customers: count,
      revenue: money(analysis, revenue),
      revenueShare,
      list: customers.map(({ revenue12m, ...customer }) => ({
        ...customer,
        revenue12m: money(analysis, revenue12m),
      })),
    })),
    warnings: [...new Set([...classes.warnings, ...warnings])],
  };
};

const atRisk = (analysis: Analysis) => {
  const list = atRiskOf(analysis);
  return {
    grade: list.grade,
    orderedBy: list.orderedBy,
    atRisk: list.customers.length,
    revenueAtRisk: money(analysis, list.value),
    expectedLoss: money(analysis, list.expectedLoss),
    warnings: list.warnings,
    first: list.customers.slice(0, 10).map(({ index, probability, horizonDays }) => ({
      key: analysis.names.key[index],
      name: analysis.names.name[index],
      probability,
      horizonDays,
    })),
  };
};
