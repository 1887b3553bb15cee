import type { Paper } from '../../../shared/model/review.ts';

/** Regions whose offices print on Letter. */
const LETTER = new Set([
  'US',
  'CA',
  'MX',
  'PH',
  'CL',
  'CO',
  'VE',
  'CR',
  'GT',
  'PA',
  'DO',
  'SV',
  'HN',
  'NI',
  'PR',
]);

/** The paper an owner with this locale most likely has in the printer. */
export const paperFor = (locale: string): Paper => {
  try {
    return LETTER.has(new Intl.Locale(locale).region ?? '') ? 'Letter' : 'A4';
  } catch {
    return 'A4';
  }
};

/** Whether a key press asks for printing. */
export const asksForPrint = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'p';
