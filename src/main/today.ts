import { dayFromNumber, type IsoDay } from '../shared/model/day.ts';

/** The moment on the owner's clock: when they did something, never a part of a figure as of another day. */
export const ownersMoment = (): { readonly day: IsoDay; readonly second: number } => {
  const now = new Date();
  const seconds = Math.floor(now.getTime() / 1000) - now.getTimezoneOffset() * 60;
  return { day: dayFromNumber(Math.floor(seconds / 86_400)), second: seconds % 86_400 };
};

/** The owner's calendar day: only to date a review and to say how fresh the data is, never in a figure. */
export const today = (): IsoDay => ownersMoment().day;
