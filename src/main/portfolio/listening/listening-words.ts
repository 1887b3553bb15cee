import type { Formats } from '../../../shared/format.ts';
import type { Voice } from '../../../shared/model/listening.ts';

/** "Of 6 who answered, 3 would recommend you and 2 would not." */
export const voiceSentence = (say: Formats, { nps, csat }: Voice, recommend: readonly number[]): string => {
  if ('metric' in nps) {
    const yes = recommend.filter((score) => score >= 9).length;
    const no = recommend.filter((score) => score <= 6).length;
    return `Of ${say.count(nps.n)} who answered, ${say.count(yes)} would recommend you and ${say.count(no)} would not.`;
  }
  if ('metric' in csat && csat.value !== null)
    return `${say.shareRounded(csat.value)} of ${say.count(csat.n)} who answered are satisfied.`;
  return 'Customers wrote to you; none of them gave a score.';
};

/** Hours below two days, days from there on. */
export const waitWords = (say: Formats, hours: number): string =>
  hours < 48 ? say.counted(Math.round(hours), 'hour') : say.days(hours / 24);

/** "3 messages have waited for more than 48 hours; half of the others had an answer within 20 hours." */
export const clockSentence = (say: Formats, clock: Voice['responseClock']): string => {
  if ('reason' in clock) return clock.reason;
  const { overdue, open, median } = clock;
  const late =
    overdue > 0
      ? `${say.counted(overdue, 'message has', 'messages have')} waited for more than 48 hours`
      : open > 0
        ? `Nothing has waited for more than 48 hours; ${say.counted(open, 'is', 'are')} still open`
        : 'Everything has been answered';
  return median.value === null
    ? `${late}.`
    : `${late}; half of the answers came within ${waitWords(say, median.value * 24)}.`;
};
