import type { Metrics } from './metric.ts';

/** What customers say, and how soon they are answered. */
export const listeningMetrics = {
  nps: {
    title: 'Recommendation (NPS)',
    definition: 'Promoters less detractors, of those who said how likely they are to recommend you.',
    formula:
      '100 × (share of 9 and 10 − share of 0 to 6), the latest answer of each person in 12 months; 95 % interval ± 1.96 × 100 √((p + d − (p − d)²) ÷ n), below 30 answers by a Dirichlet(½) posterior',
    unit: 'index',
    method: 'nps',
    needs: 'Survey answers from 0 to 10.',
    limits: 'Those who answer are not everybody: how many customers answered is said.',
    source: 'Reichheld (2003), Harvard Business Review 81(12).',
  },
  csat: {
    title: 'Satisfied (CSAT)',
    definition: 'Share of answers 4 and 5 on a scale of 5.',
    formula:
      'answers of 4 or 5 ÷ answers, the latest of each person in 12 months; 95 % interval of Wilson (1927)',
    unit: 'share',
    method: 'csat-wilson',
    needs: 'Survey answers from 1 to 5.',
    limits: 'Those who answer are not everybody: how many customers answered is said.',
    source: 'Newcombe (1998), Statistics in Medicine 17.',
  },
  responseRate: {
    title: 'Response rate',
    definition: 'Of the customers who were asked in a survey, the share who answered.',
    formula:
      'customers who gave an answer in 12 months ÷ customers who received a campaign that is called a survey in those months; 95 % interval of Wilson (1927)',
    unit: 'share',
    method: 'response-rate-wilson',
    needs: 'Campaigns with their recipients, one of them called a survey, and answers with a customer.',
    limits: 'Whoever answered without being asked is not in it.',
    source: 'Newcombe (1998), Statistics in Medicine 17.',
  },
  answeredInTime: {
    title: 'Answered within 48 hours',
    definition: 'Share of comments and complaints that a person answered within 48 hours.',
    formula:
      'answered within 48 hours ÷ (answered + open for longer); what is open for less is not counted yet',
    unit: 'share',
    method: 'response-clock-48',
    needs: 'Feedback with the day of the answer.',
    limits: 'Where no time of day is known, noon is taken.',
    source: 'Definition of this app.',
  },
  answerTime: {
    title: 'Time to the answer',
    definition: 'Half of the answered comments and complaints were answered sooner than this.',
    formula: 'median of (answered − received), of those answered',
    unit: 'days',
    method: 'response-clock-48',
    needs: 'Feedback with the day of the answer.',
    limits: 'What is still open is not in it.',
    source: 'Definition of this app.',
  },
} as const satisfies Metrics;
