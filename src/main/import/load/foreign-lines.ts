import type { Converted, WithoutRate } from '../../../shared/model/rate.ts';

/** Lines in other currencies as a load counts them, told apart by whether there was a rate; the most lines first. */
export const foreignLines = (
  counts: Readonly<Record<string, number>>,
): { readonly converted: Converted[]; readonly withoutRate: WithoutRate[] } => {
  const all = Object.entries(counts)
    .map(([key, lines]) => {
      const [currency = '', rate = ''] = key.split(' ');
      return { currency, rate, lines };
    })
    .sort((a, b) => b.lines - a.lines || (`${a.currency} ${a.rate}` < `${b.currency} ${b.rate}` ? -1 : 1));
  return {
    converted: all.filter(({ rate }) => rate !== ''),
    withoutRate: all.filter(({ rate }) => rate === '').map(({ currency, lines }) => ({ currency, lines })),
  };
};
