import type { Advice } from '../../../shared/model/segment.ts';
import { counted } from '../../../shared/words.ts';

/** More segments than this are hard to keep apart; from the second number on only on purpose (MODELS 9). */
export const MANY_SEGMENTS = 8;
export const TOO_MANY_SEGMENTS = 15;
/** A segment below both shares is hardly worth its own plan; below the count, averages mean little. */
export const SMALL_SHARE = 0.05;
export const FEW_CUSTOMERS = 30;

/** Advice on how many segments there are. */
export const adviceOnCount = (segments: number): Advice[] => {
  if (segments >= TOO_MANY_SEGMENTS)
    return [
      {
        code: 'far-too-many-segments',
        sentence: `${segments} segments are more than anyone can look after. Four to six work best.`,
      },
    ];
  if (segments > MANY_SEGMENTS)
    return [
      {
        code: 'too-many-segments',
        sentence: `${segments} segments are a lot to keep in mind. Four to six work best.`,
      },
    ];
  return [];
};

/**
 * Advice on one segment.
 * @param customerShare of all customers  @param revenueShare of all revenue, null without revenue
 * @param portfolio customers in all: in a small shop small segments are to be expected
 */
export const adviceOnSegment = (
  customers: number,
  customerShare: number,
  revenueShare: number | null,
  portfolio: number,
): Advice[] => {
  if (customers === 0)
    return [{ code: 'empty', sentence: 'Nobody is in this segment today. It fills as customers change.' }];
  const advice: Advice[] = [];
  if (customerShare < SMALL_SHARE && revenueShare !== null && revenueShare < SMALL_SHARE)
    advice.push({
      code: 'small',
      sentence:
        'Less than 5 % of customers and less than 5 % of revenue: consider joining it with a neighbouring segment.',
    });
  if (customers < FEW_CUSTOMERS)
    advice.push({
      code: 'few-customers',
      sentence:
        portfolio < 5 * FEW_CUSTOMERS
          ? `${people(customers)}: natural in a portfolio of ${portfolio}. Treat it as a list of names; its averages say little.`
          : `${people(customers)}: fine as a list of names, too few for averages and comparisons.`,
    });
  return advice;
};

const people = (n: number): string => counted(n, 'customer');
