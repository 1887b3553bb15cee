import type { Audit } from '../../../../shared/model/audit.ts';
import { Problem } from '../../../../shared/model/problem.ts';
import { readAudit } from '../../../portfolio/audit/audit.ts';
import { today } from '../../../today.ts';
import type { Command } from '../command.ts';
import { readingPortfolio } from '../with-portfolio.ts';

export const auditCommand: Command = {
  usage: 'clientele audit --portfolio P [--json]',
  positionals: [0, 0],
  options: { portfolio: { type: 'string' } },
  run: async (_, values) =>
    readingPortfolio(values, (db) => {
      const audit = readAudit(db, today());
      if ('reason' in audit) throw new Problem(`${audit.reason} Needed: ${audit.needed}`);
      return { json: audit, text: written(audit) };
    }),
};

const written = ({ sentence, checks, sourcesSentence }: Audit): string =>
  [
    sentence,
    sourcesSentence,
    ...checks.flatMap((check) => [
      `${String(Math.floor(check.score)).padStart(3)}  ${check.sentence}`,
      ...(check.found === 0 ? [] : [`     Because of it: ${check.prevents}`, `     To do: ${check.fix}`]),
    ]),
  ].join('\n');
