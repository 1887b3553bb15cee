import { describe, expect, test } from 'vitest';
import {
  CANCELLED,
  IDLE,
  type Studio,
  type StudioEvent,
  studioReducer,
  whyNotYet,
} from '../../../src/renderer/features/import/model.ts';
import type { ImportPreview } from '../../../src/shared/model/importing.ts';
import { aPreview, aResult } from '../../support/a-result.ts';

const source = { kind: 'received', id: 'r' } as const;
const play = (events: readonly StudioEvent[], from: Studio = IDLE): Studio =>
  events.reduce(studioReducer, from);
const read: StudioEvent = { type: 'read', fileName: 'Café Nord sales.csv', source, options: {}, job: 'a' };
const previewed = (job: string, preview = aPreview()): StudioEvent => ({
  type: 'previewed',
  job,
  preview,
  tax: 'unknown',
});
const checking = (over: Partial<ImportPreview> = {}): Studio => play([read, previewed('a', aPreview(over))]);

describe('the import studio', () => {
  test('goes from a file over its preview to a result', () => {
    const path = [
      { type: 'file', fileName: 'Café Nord sales.csv' },
      read,
      previewed('a'),
      { type: 'commit', job: 'b' },
      { type: 'committed', result: aResult() },
    ] satisfies StudioEvent[];
    expect(path.map((_, i) => play(path.slice(0, i + 1)).step)).toEqual([
      'receiving',
      'reading',
      'checking',
      'committing',
      'done',
    ]);
  });

  test('guesses the name of the business from the file, not from pasted cells', () => {
    expect(checking()).toMatchObject({ choices: { businessName: 'Café Nord' } });
    const pasted = play([
      { ...read, fileName: 'Pasted cells', source: { kind: 'pasted', text: '' } },
      previewed('a'),
    ]);
    expect(pasted).toMatchObject({ choices: { businessName: 'My business' } });
  });

  test('an answer to a reading that was replaced meanwhile changes nothing', () => {
    const twice = play([{ type: 'reread', options: { decimal: ',' }, job: 'b' }], checking());
    const newer = play([{ type: 'reread', options: { decimal: '.' }, job: 'c' }], twice);
    const stale = play(
      [
        previewed('b', aPreview({ sentence: 'old' })),
        { type: 'failed', job: 'b', notice: { what: 'x', safe: '', next: '' } },
      ],
      newer,
    );
    expect(stale).toBe(newer);
    expect(play([previewed('c', aPreview({ sentence: 'new' }))], newer)).toMatchObject({
      rereading: null,
      options: { decimal: '.' },
      preview: { sentence: 'new' },
    });
  });

  test('a commit that fails leads back to the check with everything the owner had decided', () => {
    const back = play(
      [
        { type: 'choose', choices: { businessName: 'Nord' } },
        { type: 'commit', job: 'b' },
        { type: 'failed', notice: CANCELLED },
      ],
      checking(),
    );
    expect(back).toMatchObject({ step: 'checking', notice: CANCELLED, choices: { businessName: 'Nord' } });
  });

  test('a file that was imported before can be looked at all the same', () => {
    const notice = { what: 'till.csv is there already. Undo it, or allow it again.', safe: '', next: '' };
    expect(play([read, { type: 'failed', job: 'a', notice }])).toMatchObject({
      step: 'idle',
      again: { source },
    });
    expect(
      play([read, { type: 'failed', job: 'a', notice: { what: 'Unreadable.', safe: '', next: '' } }]),
    ).toMatchObject({ step: 'idle', again: null });
  });
});

describe('why the button waits', () => {
  const question = { id: 'decimal', column: null, question: '?', choices: [] } as const;
  test.each([
    ['an open question', checking({ questions: [{ ...question, choices: [] }], result: null }), /question/],
    [
      'an open currency alone',
      checking({
        questions: [{ ...question, id: 'currency', choices: [] }],
        result: null,
        taxNote: 'The file does not say whether its prices include tax.',
      }),
      /^Say which currency the amounts are in\.$/,
    ],
    [
      'tax that nobody has spoken of yet',
      play([read, { ...previewed('a', aPreview({ taxNote: 'Not said.' })), tax: null } as StudioEvent]),
      /^Say whether the amounts include tax\.$/,
    ],
    ['a column without match', checking({ missing: ['line.amount'], result: null }), /column/],
    [
      'no row to import',
      checking({
        result: aResult({
          rows: { read: 10, imported: 0, leftOut: 10, alreadyThere: 0 },
        }),
      }),
      /no row/,
    ],
    [
      'the wish to stop at problems',
      play([{ type: 'setOptions', options: { badRows: 'stop' } }], checking()),
      /stop/,
    ],
    ['a reading that runs', play([{ type: 'reread', options: {}, job: 'b' }], checking()), /again/],
    [
      'a business without a name',
      play([{ type: 'choose', choices: { businessName: ' ' } }], checking()),
      /name/,
    ],
  ])('%s', (_, studio, reason) => {
    expect(whyNotYet(studio, false)).toMatch(reason);
  });

  test('nothing keeps a clean file back; an open portfolio has its name already', () => {
    expect(whyNotYet(checking(), false)).toBeNull();
    const told = play([{ type: 'choose', choices: { tax: 'unknown' } }], checking({ taxNote: 'Not said.' }));
    expect(whyNotYet(told, false)).toBeNull();
    const nameless = play([{ type: 'choose', choices: { businessName: '' } }], checking());
    expect(whyNotYet(nameless, true)).toBeNull();
  });
});
