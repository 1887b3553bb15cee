import { basename, dirname, resolve } from 'node:path';
import { holdingsText } from '../../../../shared/holdings-text.ts';
import type { Holdings } from '../../../../shared/model/safety-copy.ts';
import { backUp } from '../../../database/backup/back-up.ts';
import { checkedTarget, placeOf } from '../../../database/backup/copy-place.ts';
import { saveAs } from '../../../database/backup/save-as.ts';
import { Shelf } from '../../../database/backup/shelf.ts';
import type { Writable } from '../../../database/connection.ts';
import { openPortfolio } from '../../../database/open.ts';
import { readSettings } from '../../../database/settings.ts';
import { noteSavedCopy, stateNow } from '../../../portfolio/copies/saved-copies.ts';
import { backupFolder } from '../backup-folder.ts';
import { type Command, text } from '../command.ts';

type Made = {
  readonly file: string;
  readonly sha256: string;
  readonly contentHash: string | null;
  readonly holds: Holdings | null;
};

export const backupCommand: Command = {
  usage: 'clientele backup P [--out FILE.clientele] [--json]   --out: a copy at a place of your choosing',
  positionals: [1, 1],
  options: { out: { type: 'string' } },
  run: async ([path = ''], values) => {
    const db = openPortfolio(path, { backupFolder: backupFolder() });
    try {
      const out = text(values, 'out');
      const { file, sha256, contentHash, holds } =
        out === undefined ? onShelf(db) : savedTo(db, resolve(out));
      return {
        json: { file, sha256, contentHash, ...holds },
        text: `${file}\n${holds ? holdingsText(holds, readSettings(db).locale) : ''}`,
      };
    } finally {
      db.close();
    }
  },
};

const onShelf = (db: Writable): Made => {
  const folder = backupFolder();
  const copy = backUp(db, folder, 'asked');
  return { ...copy, file: new Shelf(folder, db.path).pathOf(copy.name) };
};

const savedTo = (db: Writable, out: string): Made => {
  const file = checkedTarget(out);
  const state = stateNow(db);
  const saved = saveAs(db, file);
  const place = placeOf(db.path, file, dirname(backupFolder()));
  const note = { name: basename(file), folder: dirname(file), savedAt: Date.now(), place };
  noteSavedCopy(db, note, state);
  return { ...saved, file };
};
