import type { IsoDay } from '../../../shared/model/day.ts';
import type { Questions } from '../../../shared/model/question.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { dataPart } from '../analysis/part.ts';
import { tillOf } from '../analysis/till.ts';
import { acquisition } from './acquisition.ts';
import { type Answer, type Asked, answerOf, askedOf } from './answer.ts';
import { leaving } from './at-risk.ts';
import { attract } from './attract.ts';
import { experience } from './experience.ts';
import { loyalty } from './loyalty.ts';
import { marketing } from './marketing.ts';
import { mostValuable } from './most-valuable.ts';
import { popular } from './popular.ts';
import { profitability } from './profitability.ts';
import { segmentProfiles } from './segment-profiles.ts';
import {
  beginKnowing,
  bestDays,
  dayProfiles,
  quietTimes,
  sellsLess,
  type TillAsked,
  thinRevenue,
} from './till.ts';
import { trends } from './trends.ts';
import { untapped } from './untapped.ts';

type Questioned = {
  readonly question: string;
  readonly answer: (asked: Asked) => Answer;
  /** where fewer than a fifth of the sales carry a customer */
  readonly inTillMode: (asked: TillAsked) => Answer;
};

/** The twelve questions every owner asks, in the order of MISSION.md. */
const TWELVE: readonly Questioned[] = [
  { question: 'Who are our most valuable customers?', answer: mostValuable, inTillMode: bestDays },
  {
    question: 'What are the characteristics and needs of each segment?',
    answer: segmentProfiles,
    inTillMode: dayProfiles,
  },
  {
    question: 'How can we attract more customers from specific segments?',
    answer: attract,
    inTillMode: beginKnowing('How good customers began cannot be seen without customers.', [
      'Where new customers heard of you, and what winning them cost: sources and acquisition spend are missing.',
    ]),
  },
  { question: 'Which customers are at risk of leaving?', answer: leaving, inTillMode: sellsLess },
  {
    question: 'How can we improve loyalty and retention?',
    answer: loyalty,
    inTillMode: beginKnowing('Whether the same people come back cannot be seen without customers.', []),
  },
  {
    question: 'Are our marketing efforts reaching the intended audience?',
    answer: marketing,
    inTillMode: marketing,
  },
  {
    question: 'Are we investing enough in acquiring new customers?',
    answer: acquisition,
    inTillMode: beginKnowing('Who is new cannot be seen without customers.', [
      'What a new customer costs: acquisition spend is missing.',
    ]),
  },
  {
    question: 'How can we increase the profitability of each segment?',
    answer: profitability,
    inTillMode: thinRevenue,
  },
  { question: 'What products or services are most popular?', answer: popular, inTillMode: popular },
  { question: 'Are there untapped market opportunities?', answer: untapped, inTillMode: quietTimes },
  { question: 'How can we enhance the customer experience?', answer: experience, inTillMode: experience },
  {
    question: 'What future trends and changes in behaviour should we anticipate?',
    answer: trends,
    inTillMode: trends,
  },
];

/** Each question answered from the data there is, or with what is missing (MODELS 13). */
export const readQuestions = (db: Readable, asOf?: IsoDay): Questions => {
  const analysis = analysisOf(db, asOf);
  return analysis ? questionsOf(db, analysis) : numbered(null, TWELVE.map(noSales));
};

export const questionsOf = dataPart(
  'questions',
  (db, analysis): Questions => numbered(analysis.asOf, answersOf(db, analysis)),
);

const numbered = (asOf: IsoDay | null, answers: readonly Answer[]): Questions => ({
  asOf,
  questions: TWELVE.map(({ question }, place) => ({ n: place + 1, question, ...answers[place]! })),
});

const answersOf = (db: Readable, analysis: Analysis): Answer[] => {
  const asked = askedOf(db, analysis);
  const till = tillOf(db, analysis);
  return TWELVE.map(({ answer, inTillMode }) => (till ? inTillMode({ ...asked, till }) : answer(asked)));
};

const noSales = (): Answer =>
  answerOf({
    answer: ['There are no sales in this portfolio yet.'],
    cannotKnow: ['Every answer begins with sales: day, amount, and who bought.'],
    next: ['Import your sales.'],
  });
