import type { Action, ActionKind } from '../../../shared/model/action.ts';
import type { Cell } from '../../ui/text/copy.ts';
import type { Format } from '../../ui/text/format-core.ts';
import { phoneText } from '../../ui/text/phone.ts';

const KINDS = [
  'answer',
  'keep',
  'remind',
  'welcome',
  'invite-back',
  'offer-more',
] as const satisfies readonly ActionKind[];

/** The kind in the address, or none for all. */
export const kindIn = (params: URLSearchParams): ActionKind | undefined =>
  KINDS.find((kind) => kind === params.get('kind'));

export const HEAD = [
  'Rank',
  'Customer',
  'Phone',
  'E-mail',
  'Segment',
  'Action',
  'Reason',
  'At stake',
  'May be written to',
] as const;

export const cellsOf = (action: Action, format: Pick<Format, 'cell' | 'amountCell'>): readonly Cell[] => [
  format.cell(action.rank, 0),
  action.name,
  action.phone === null ? '' : phoneText(action.phone),
  action.email ?? '',
  action.segmentName ?? '',
  action.action,
  action.reason,
  format.amountCell(action.expectedValue),
  channelsText(action),
];

const CHANNEL_WORDS = { email: 'e-mail', phone: 'phone', sms: 'SMS', post: 'post' } as const;

/** By which ways they have agreed to messages, `no` where nothing says so. */
export const channelsText = ({ channels }: Pick<Action, 'channels'>): string =>
  channels.length === 0 ? 'no' : channels.map((channel) => CHANNEL_WORDS[channel]).join(', ');

/** What was saved, in one sentence, with those who were left out. */
export const savedText = (
  { name, rows, leftOut }: { readonly name: string; readonly rows: number; readonly leftOut: number },
  format: Pick<Format, 'counted'>,
): string => {
  const out = format.counted(leftOut, 'customer is', 'customers are');
  if (rows === 0) return `Nobody has agreed to messages, so no file was saved: ${out} left out.`;
  const saved = `${format.counted(rows, 'customer')} in ${name}.`;
  return leftOut === 0 ? saved : `${saved} ${out} left out: nothing says that they agreed to messages.`;
};
