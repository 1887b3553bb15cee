import { foreignText } from '../../../../shared/foreign-text.ts';
import { formats } from '../../../../shared/format.ts';
import { type Diagnosis, examine } from '../../../database/integrity.ts';
import { openPortfolio } from '../../../database/open.ts';
import { acceptForeignChanges, foreignChanges } from '../../../database/verify/foreign-changes.ts';
import { backupFolder } from '../backup-folder.ts';
import type { Command, Output } from '../command.ts';

export const doctorCommand: Command = {
  usage:
    'clientele doctor P [--accept] [--json]   --accept: take P as it is though another program has changed it',
  positionals: [1, 1],
  options: { accept: { type: 'boolean' } },
  run: async ([path = ''], values) => {
    const diagnosis = diagnose(path);
    if (values.accept !== true || diagnosis.ok) return outputOf(path, diagnosis, {});
    const differed = differencesText(path);
    const { parts } = acceptForeignChanges(path);
    const output = outputOf(path, diagnose(path), { accepted: { parts } });
    return { ...output, text: [...differed, 'Accepted as it is.', output.text].join('\n') };
  },
};

const diagnose = (path: string): Diagnosis => {
  const db = openPortfolio(path, { checked: true, examining: true });
  try {
    return examine(db);
  } finally {
    db.close();
  }
};

const outputOf = (path: string, diagnosis: Diagnosis, more: object): Output => {
  const { ok, checks, contentHash } = diagnosis;
  return {
    json: { ...diagnosis, ...more },
    text: [
      ...checks.map((check) => `${check.ok ? 'ok ' : 'BAD'} ${check.id}: ${check.detail}`),
      ...(contentHash === null ? [] : [`content ${contentHash}`]),
      ...(ok ? ['The portfolio is sound.'] : adviceOf(path, diagnosis)),
    ].join('\n'),
    exitCode: ok ? 0 : 1,
  };
};

/** Where everything fits together but the pages are not those that were saved, another program may have been at it. */
const adviceOf = (path: string, { checks }: Diagnosis): string[] => {
  const damaged = 'The portfolio is damaged; nothing was changed. Restore a safety copy of it.';
  if (checks.some(({ id, ok }) => !ok && id !== 'pages')) return [damaged];
  return [
    damaged,
    ...differencesText(path),
    'If it was you who changed it, with another program, and it is right as it is, run doctor with --accept.',
  ];
};

const differencesText = (path: string): string[] =>
  foreignText(foreignChanges(path, backupFolder()), formats('en-GB', '').moment);
