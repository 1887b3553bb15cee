import { describe, expect, test } from 'vitest';
import {
  openIn,
  type Queued,
  type QueueEvent,
  queueReducer,
  queueSummary,
  readyIn,
  whyNotAll,
} from '../../../src/renderer/features/import/queue-model.ts';
import { aPreview, aResult } from '../../support/a-result.ts';

const SAID = { name: true, tax: true };
const source = { kind: 'received', id: 'r' } as const;
const checked = (over: Parameters<typeof aPreview>[0] = {}) =>
  ({ step: 'checked', source, options: {}, preview: aPreview(over) }) as const;
const add: QueueEvent = {
  type: 'add',
  files: ['a', 'b', 'c'].map((id) => ({ id, fileName: `${id}.csv` })),
};
const queueOf = (...states: readonly Queued['at'][]): readonly Queued[] =>
  states.map((at, index) => ({ id: String(index), fileName: `${index}.csv`, at }));
const question = { id: 'dateFormat', column: 'Date', question: 'What is 03/04/2025?', choices: [] } as const;
const there = aResult({ rows: { read: 2, imported: 0, leftOut: 0, alreadyThere: 2 } });

describe('several files at once', () => {
  test('each goes its own way; files that are done make room for the next', () => {
    const queue = [
      add,
      { type: 'set', id: 'a', at: { step: 'done', result: aResult() } },
      { type: 'set', id: 'b', at: { step: 'failed', sentence: 'b.csv is a PDF.', source: null } },
      { type: 'remove', id: 'c' },
    ] satisfies QueueEvent[];
    const after = queue.reduce<readonly Queued[]>(queueReducer, []);
    expect(after.map(({ id, at }) => [id, at.step])).toEqual([
      ['a', 'done'],
      ['b', 'failed'],
    ]);
    expect(queueSummary(after)).toBe('1 file was imported; 1 file was not, and nothing of it is in.');
    expect(queueReducer(after, add).map(({ id }) => id)).toEqual(['b', 'a', 'b', 'c']);
  });

  test('all can be imported when none asks anything; what is in already neither counts nor hinders', () => {
    const ready = queueOf(checked(), checked({ result: there }), { step: 'failed', sentence: '', source });
    expect(whyNotAll(ready, SAID)).toBeNull();
    expect(whyNotAll(ready, { name: true, tax: false })).toBe('Say whether the amounts include tax.');
    expect(readyIn(ready)).toHaveLength(1);
    expect(whyNotAll(ready, { name: false, tax: true })).toBe('Your business needs a name.');
    const open = queueOf(checked(), checked({ result: null, questions: [{ ...question, choices: [] }] }));
    expect(whyNotAll(open, SAID)).toBe('One file still asks something. Check it, or take it off the list.');
    expect(whyNotAll(queueOf({ step: 'reading' }, checked()), SAID)).toBe('The files are being read.');
    expect(whyNotAll(queueOf(checked({ result: there })), SAID)).toBe('There is nothing left to import.');
  });

  test('what is open in a file is said in its own words', () => {
    expect(openIn(aPreview())).toBeNull();
    expect(openIn(aPreview({ questions: [{ ...question, choices: [] }] }))).toBe('What is 03/04/2025?');
    expect(openIn(aPreview({ result: null, missing: ['No column holds the day of the sale.'] }))).toBe(
      'No column holds the day of the sale.',
    );
    expect(openIn(aPreview({ result: there }))).toBe('Everything in this file is in your portfolio already.');
  });
});
