import { feedbackState } from '../../values/choices.ts';
import { CUSTOMER_KEYS, noDay, type RecordKind } from '../record-kind.ts';
import { UNREADABLE } from '../record-values.ts';

/** Answers to a survey: would they recommend, are they satisfied, marks for single things, and what they wrote. */
export const feedback: RecordKind = {
  kind: 'feedback',
  fields: [
    ...CUSTOMER_KEYS,
    'feedback.id',
    'feedback.date',
    'feedback.time',
    'feedback.touchpoint',
    'feedback.recommend',
    'feedback.satisfaction',
    'feedback.rating',
    'feedback.comment',
    'feedback.state',
    'feedback.answeredOn',
    'feedback.answeredTime',
  ],
  dates: ['feedback.date', 'feedback.answeredOn'],
  numbers: ['feedback.recommend', 'feedback.satisfaction'],
  money: [],
  needs: [
    { anyOf: ['feedback.date'], sentence: 'No column holds the day of the answer.' },
    {
      anyOf: ['feedback.recommend', 'feedback.satisfaction', 'feedback.rating', 'feedback.comment'],
      sentence: 'No column holds an answer: a score from 0 to 10, marks from 1 to 5, or a comment.',
    },
  ],
  read: (record, set) => {
    const received = record.moment('feedback.date', 'feedback.time');
    if (received === UNREADABLE) return null;
    if (received === null) return noDay(record, 'feedback.date');
    const recommend = record.whole('feedback.recommend', 0, 10);
    const satisfaction = record.whole('feedback.satisfaction', 1, 5);
    const answered = record.moment('feedback.answeredOn', 'feedback.answeredTime');
    if (recommend === UNREADABLE || satisfaction === UNREADABLE || answered === UNREADABLE) return null;
    const ratings = record.ratings(record.plan.ratings);
    const comment = record.text('feedback.comment');
    if (
      recommend === null &&
      satisfaction === null &&
      comment === null &&
      Object.keys(ratings).length === 0
    ) {
      record.fail('key-blank', null, '', 'The row holds no answer.');
      return null;
    }
    const identity = record.customer();
    const touchpoint = record.text('feedback.touchpoint');
    const state = record.text('feedback.state');
    const told = state === null ? 'new' : feedbackState(state);
    const content = [
      received.day,
      received.second,
      record.identityKey(identity),
      touchpoint,
      recommend,
      satisfaction,
      comment,
    ];
    return [
      set.say({
        table: 'feedback',
        key: record.text('feedback.id') ?? set.keyOf(content),
        identity,
        sourceRow: record.row,
        values: {
          received_on: received.day,
          received_second: received.second,
          touchpoint,
          recommend,
          satisfaction,
          ratings: Object.keys(ratings).length > 0 ? JSON.stringify(ratings) : null,
          comment,
          state: told === 'new' && answered !== null ? 'answered' : told,
          answered_on: answered?.day ?? null,
          answered_second: answered?.second ?? null,
        },
      }),
    ];
  },
};
