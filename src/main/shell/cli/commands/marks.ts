import { type MarkKind, MarkKindSchema } from '../../../../shared/model/calendar-mark.ts';
import { type IsoDay, isIsoDay } from '../../../../shared/model/day.ts';
import { readSettings } from '../../../database/settings.ts';
import { addMark, answerMark, listMarks } from '../../../portfolio/calendar/marks.ts';
import { type Command, text, UsageError, type Values } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';

type Added = { readonly kind: MarkKind; readonly from: IsoDay; readonly to: IsoDay };

export const marksCommand: Command = {
  usage: `clientele marks --portfolio P [--add kind=closed from=DAY to=DAY | --confirm ID | --reject ID] [--json]

Kinds: closed (the shop was shut), exceptional (a day out of the ordinary), campaign, prices (from= is the first day of a
new price list). What the sales suggest is listed until it is confirmed or rejected. Undo takes a change back.`,
  positionals: [0, 2],
  options: {
    portfolio: { type: 'string' },
    add: { type: 'string' },
    confirm: { type: 'string' },
    reject: { type: 'string' },
  },
  run: async (positionals, values) => {
    const added = addition(positionals, values);
    const confirmed = numberOf(values, 'confirm');
    const rejected = numberOf(values, 'reject');
    if ([added, confirmed, rejected].filter((each) => each !== null).length > 1)
      throw new UsageError('One change at a time: --add, --confirm or --reject.');
    return withPortfolio(values, (db) => {
      if (added) addMark(db, added.kind, added.from, added.to);
      if (confirmed !== null) answerMark(db, confirmed, 'confirmed');
      if (rejected !== null) answerMark(db, rejected, 'rejected');
      const { currency } = readSettings(db);
      const marks = listMarks(db);
      return {
        json: {
          marks: marks.map(({ revenue, ...mark }) => ({ ...mark, revenue: { minor: revenue, currency } })),
        },
        text:
          marks.length === 0
            ? 'No marks: nothing stands out in the calendar of these sales.'
            : marks.map(({ id, state, sentence }) => `${id}  ${state.padEnd(9)}  ${sentence}`).join('\n'),
      };
    });
  },
};

const addition = (positionals: readonly string[], values: Values): Added | null => {
  const first = text(values, 'add');
  if (first === undefined) {
    if (positionals.length > 0) throw new UsageError(`${positionals[0]} belongs to --add.`);
    return null;
  }
  const said = new Map([first, ...positionals].map((part) => part.split('=', 2) as [string, string]));
  const kind = MarkKindSchema.safeParse(said.get('kind'));
  if (!kind.success) throw new UsageError('--add needs kind=closed, exceptional, campaign or prices.');
  const from = said.get('from') ?? '';
  const to = said.get('to') ?? from;
  if (!isIsoDay(from) || !isIsoDay(to))
    throw new UsageError('--add needs from=2024-12-01 and to=2024-12-31.');
  return { kind: kind.data, from, to };
};

const numberOf = (values: Values, name: string): number | null => {
  const value = text(values, name);
  if (value === undefined) return null;
  if (!/^-?\d+$/.test(value)) throw new UsageError(`--${name} takes the number that marks lists.`);
  return Number(value);
};
