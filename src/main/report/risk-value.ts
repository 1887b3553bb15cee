import type { RiskClass, RiskSummary } from '../../shared/model/risk-value.ts';
import type { Formats } from './format.ts';
import { textWidth } from './measure.ts';
import { TYPE } from './sheet.ts';

/** Risk and value in one line; where the line is too short for it, without the share. */
export const riskNote = (summary: RiskSummary, width: number, formats: Formats): string => {
  const group = (name: RiskClass) => summary.groups.find((each) => each.class === name);
  const count = (name: RiskClass): string => formats.countShort(group(name)?.count ?? 0);
  const risky = 'high-value/at-risk';
  const line = (share: string): string =>
    `High value: ${count('high-value/high-engagement')} engaged, ${count(risky)} at risk${share}. Growth potential: ${count('growth-potential')}. Low value: ${count('low-value')}.`;
  const whole = line(` (${formats.shareRounded(group(risky)?.revenueShare ?? 0)} of revenue)`);
  return textWidth(whole, TYPE.small) <= width ? whole : line('');
};
