import { expect, test } from 'vitest';
import { cellsOf, channelsText, HEAD, kindIn, savedText } from '../../src/renderer/features/actions/model.ts';
import { toTsv } from '../../src/renderer/ui/text/copy.ts';
import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import type { Action } from '../../src/shared/model/action.ts';
import { minor } from '../../src/shared/model/money.ts';

const format = createFormat('en-GB', 'EUR');

const anAction = (over: Partial<Action> = {}): Action => ({
  rank: 1,
  customer: 7,
  name: 'Anna Berg',
  phone: '+4969900090027',
  email: null,
  segmentName: 'Key customers',
  kind: 'keep',
  action: 'Call before they are gone',
  reason: 'Usually buys every 4 days, silent for 39.',
  expectedValue: minor(490_612),
  effectKnown: false,
  contactable: false,
  channels: [],
  ...over,
});

test('a copied row has a cell under every heading, and no formula', () => {
  const row = anAction({ name: '=HYPERLINK("x")', channels: ['email', 'post'] });
  expect(cellsOf(row, format)).toHaveLength(HEAD.length);
  expect(toTsv(HEAD, [cellsOf(row, format)]).split('\r\n')[1]).toBe(
    '1\t\'=HYPERLINK("x")\t\'+49 69 900090027\t\tKey customers\tCall before they are gone\tUsually buys every 4 days, silent for 39.\t4906.12\te-mail, post',
  );
});

test('a kind in the address that is none is all', () =>
  expect(kindIn(new URLSearchParams('kind=delete'))).toBeUndefined());

test('nothing known about consent is no', () => expect(channelsText(anAction())).toBe('no'));

test.each([
  [{ name: 'actions.csv', rows: 4, leftOut: 0 }, '4 customers in actions.csv.'],
  [
    { name: 'actions.csv', rows: 0, leftOut: 1 },
    'Nobody has agreed to messages, so no file was saved: 1 customer is left out.',
  ],
  [
    { name: 'actions.xlsx', rows: 3, leftOut: 2 },
    '3 customers in actions.xlsx. 2 customers are left out: nothing says that they agreed to messages.',
  ],
])('%o is said as it is', (saved, sentence) => expect(savedText(saved, format)).toBe(sentence));
