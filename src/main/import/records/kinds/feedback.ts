import { feedbackState } from '../../values/choices.ts';
import { noDay, type RecordReader } from '../record-reader.ts';
import { UNREADABLE } from '../record-values.ts';

export const feedback: RecordReader = (record, set) => {
  const received = record.moment('feedback.date', 'feedback.time');
  if (received === UNREADABLE) return null;
  if (received === null) return noDay(record, 'feedback.date');
  const recommend = record.whole('feedback.recommend', 0, 10);
  const satisfaction = record.whole('feedback.satisfaction', 1, 5);
  const answered = record.moment('feedback.answeredOn', 'feedback.answeredTime');
  if (recommend === UNREADABLE || satisfaction === UNREADABLE || answered === UNREADABLE) return null;
  const ratings = record.ratings(record.plan.ratings);
  const comment = record.text('feedback.comment');
  if (recommend === null && satisfaction === null && comment === null && Object.keys(ratings).length === 0) {
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
    set.put({
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
};
