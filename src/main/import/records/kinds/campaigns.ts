import type { AnyField } from '../../../../shared/model/importing.ts';
import { nameKey } from '../../values/name-key.ts';
import type { RecordReader } from '../record-reader.ts';
import { type RecordValues, UNREADABLE } from '../record-values.ts';

export const campaigns: RecordReader = (record, set) => {
  const name = record.text('campaign.name');
  if (name === null) {
    record.fail('key-blank', 'campaign.name', '', 'The row does not name the campaign.');
    return null;
  }
  const day = record.moment('campaign.date');
  const cost = record.money('campaign.cost');
  if (day === UNREADABLE || cost === UNREADABLE) return null;
  const sent = sentOn(record);
  if (sent === UNREADABLE) return null;
  const { row: sourceRow } = record;
  const campaign = set.merge({
    table: 'campaign',
    key: nameKey(name),
    sourceRow,
    values: {
      name,
      channel: record.text('campaign.channel'),
      day: day?.day ?? null,
      target_segment: record.text('campaign.segment'),
      cost_minor: cost,
    },
  });
  const identity = record.customer();
  if (identity < 0) return [campaign];
  const recipient = set.put({
    table: 'campaign_recipient',
    key: JSON.stringify([nameKey(name), record.identityKey(identity)]),
    identity,
    sourceRow,
    values: {
      campaign: name,
      sent_on: sent ?? day?.day ?? null,
      variant: record.text('campaign.variant'),
      opened: happened(record, 'campaign.opened'),
      clicked: happened(record, 'campaign.clicked'),
      answered: happened(record, 'campaign.answered'),
    },
  });
  return [campaign, recipient];
};

/** Some programs write the day a mailing was sent, others only that it was. */
const sentOn = (record: RecordValues): string | null | typeof UNREADABLE => {
  const cell = record.text('campaign.sent');
  if (cell === null || !/\d/.test(cell) || /^[01]$/.test(cell)) return null;
  const moment = record.moment('campaign.sent');
  return moment === UNREADABLE ? UNREADABLE : (moment?.day ?? null);
};

/** A count, a day or a yes: it happened. */
const happened = (record: RecordValues, field: AnyField): 0 | 1 | null => {
  const cell = record.text(field);
  if (cell === null) return null;
  if (/^\d+$/.test(cell)) return Number(cell) > 0 ? 1 : 0;
  return /\d{2,}/.test(cell) ? 1 : record.flag(field);
};
