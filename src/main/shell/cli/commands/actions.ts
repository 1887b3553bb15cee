import { formats } from '../../../../shared/format.ts';
import type { Action } from '../../../../shared/model/action.ts';
import { readSettings } from '../../../database/settings.ts';
import { listActions } from '../../../portfolio/actions/actions.ts';
import type { Command } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';
import { dayOption } from './analyze.ts';

/** A terminal shows no more at once; --json has them all. */
const SHOWN = 20;

export const actionsCommand: Command = {
  usage: 'clientele actions --portfolio P [--as-of DAY] [--json]',
  positionals: [0, 0],
  options: { portfolio: { type: 'string' }, 'as-of': { type: 'string' } },
  run: async (_, values) =>
    withPortfolio(values, (db) => {
      const asOf = dayOption(values, 'as-of');
      const list = listActions(db, { offset: 0, limit: Number.POSITIVE_INFINITY, asOf });
      const { locale, currency: home } = readSettings(db);
      const currency = home ?? 'EUR';
      const say = formats(locale, currency);
      const line = ({ rank, name, phone, action, reason, expectedValue }: Action): string =>
        `${rank}. ${name}${phone === null ? '' : ` (${phone})`}: ${action}. ${reason} At stake: ${say.moneyRounded(expectedValue)}.`;
      const more = list.total > SHOWN ? [`… and ${say.count(list.total - SHOWN)} more with --json.`] : [];
      return {
        json: {
          actions: list.rows.map(
            ({ customer, name, phone, action, reason, expectedValue, effectKnown, contactable }) => ({
              customer,
              name,
              phone,
              action,
              reason,
              expectedValue: { minor: expectedValue, currency },
              effectKnown,
              contactable,
            }),
          ),
        },
        text: [
          ...(list.reason === null ? [] : [list.reason]),
          ...list.howToBegin,
          ...list.rows.slice(0, SHOWN).map(line),
          ...more,
          ...list.notes,
        ].join('\n'),
      };
    }),
};
