import { IMPORT_KINDS, KIND_WORDS } from '../../../../shared/model/import-kind.ts';
import { templateCsv } from '../../../import/records/template.ts';
import { type Command, oneOf, required, UsageError } from '../command.ts';
import { writeWhole } from '../write-whole.ts';

export const templateCommand: Command = {
  usage: `clientele template --kind ${IMPORT_KINDS.join('|')} --out FILE.csv [--json]`,
  positionals: [0, 0],
  options: { kind: { type: 'string' }, out: { type: 'string' } },
  run: async (_, values) => {
    const kind = oneOf(values, 'kind', IMPORT_KINDS);
    if (!kind) throw new UsageError('--kind is needed.');
    const file = required(values, 'out');
    writeWhole(file, templateCsv(kind));
    return { json: { kind, file }, text: `${KIND_WORDS[kind].title}: ${file}` };
  },
};
