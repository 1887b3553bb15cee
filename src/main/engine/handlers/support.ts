import { supportDetails } from '../../log/details.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

export const supportHandlers = (session: Session) => ({
  details: os.support.details.handler(() => ({
    text: supportDetails(
      {
        version: session.options.version,
        db: session.openDb,
        checking: session.checking !== null,
        unopened: session.unopened,
      },
      session.log,
    ),
  })),
  note: os.support.note.handler(({ input }) => {
    session.log.write({ event: 'window', fault: input });
    return { noted: true as const };
  }),
});
