import type { ChurnRisk, Quadrant, RhythmState } from '../../../shared/model/customer.ts';
import type { RiskClass } from '../../../shared/model/risk-value.ts';

export const RHYTHM_WORDS: Readonly<Record<RhythmState, string>> = {
  new: 'New',
  'one-time': 'One-time',
  regular: 'Regular',
  late: 'Late',
  'at-risk': 'At risk',
  gone: 'Gone',
};

export const CHURN_RISK_WORDS: Readonly<Record<ChurnRisk, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

export const QUADRANT_WORDS: Readonly<Record<Quadrant, string>> = {
  invest: 'Invest',
  protect: 'Protect',
  develop: 'Develop',
  simplify: 'Simplify',
};

export const RISK_WORDS: Readonly<Record<RiskClass, string>> = {
  'high-value/high-engagement': 'High value, engaged',
  'high-value/at-risk': 'High value, at risk',
  'growth-potential': 'Growth potential',
  'low-value': 'Low value',
};
