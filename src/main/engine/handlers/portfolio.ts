import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { dayFromNumber } from '../../../shared/model/day.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Readable } from '../../database/connection.ts';
import { SAMPLE_NAMES } from '../../portfolio/imports/sample-portfolio.ts';
import { markStep, portfolioInfo, updateSettings } from '../../portfolio/settings/info.ts';
import { askedSignal } from '../asked.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

export const portfolioHandlers = (session: Session) => {
  const opened = (db: Readable) => ({ portfolio: portfolioInfo(db) });
  return {
    status: os.portfolio.status.handler(() => ({
      version: session.options.version,
      portfolio: session.openDb ? portfolioInfo(session.openDb) : null,
      recent: session.recent(),
      folder: session.options.portfolioFolder,
      checking: session.checking === null ? null : named(session.checking),
      unopened: session.unopened,
    })),
    create: os.portfolio.create.handler(async ({ input }) => opened(await session.create(input.name))),
    open: os.portfolio.open.handler(async ({ input }) => opened(await session.open(input.path))),
    differences: os.portfolio.differences.handler(({ input }) =>
      session.run(
        'differences',
        {
          kind: 'compare',
          portfolio: refusedPath(session, input.path),
          backupFolder: session.backupFolder,
        },
        askedSignal(),
      ),
    ),
    accept: os.portfolio.accept.handler(async ({ input }) => {
      const path = refusedPath(session, input.path);
      const { parts } = await session.run('accept', { kind: 'accept', portfolio: path });
      session.log.write({ event: 'accepted', parts });
      return opened(await session.open(path));
    }),
    leaveUnopened: os.portfolio.leaveUnopened.handler(() => {
      const left = session.unopened !== null;
      session.leaveUnopened();
      return { left };
    }),
    openSample: os.portfolio.openSample.handler(async ({ input }) => {
      const path = session.pathFor(SAMPLE_NAMES[input.kind]);
      if (!existsSync(path)) {
        const scratch = join(session.options.dataFolder, `sample-${input.kind}-${randomUUID()}.csv`);
        const until = dayFromNumber(Math.floor(Date.now() / 86_400_000) - 1);
        await session.run('sample', {
          kind: 'sample',
          portfolio: path,
          sample: input.kind,
          until,
          scratch,
          backupFolder: session.backupFolder,
        });
      }
      return opened(await session.open(path));
    }),
    close: os.portfolio.close.handler(() => {
      session.close();
      return { closed: true };
    }),
    updateSettings: os.portfolio.updateSettings.handler(({ input }) =>
      // another word on tax counts every line anew, which for a large portfolio takes its time
      (input.pricesIncludeTax ?? input.taxRate) === undefined
        ? session.edit((db) => {
            updateSettings(db, input);
            return opened(db);
          })
        : session.have('updateSettings', input).then(() => opened(session.db)),
    ),
    markStep: os.portfolio.markStep.handler(({ input }) =>
      session.edit((db) => {
        markStep(db, input.step);
        return opened(db);
      }),
    ),
  };
};

const named = (path: string) => ({ path, file: basename(path), folder: dirname(path) });

/** The portfolio that was refused as damaged; no other is looked into or accepted. */
const refusedPath = ({ unopened }: Session, path: string): string => {
  if (unopened?.code === 'damaged' && unopened.path === resolve(path)) return unopened.path;
  throw new Problem('This portfolio was not refused as damaged; open it first.');
};
