import type { Command } from './command.ts';
import { importCommand } from './commands/import.ts';
import { undoImportCommand } from './commands/undo-import.ts';
import { doctorCommand } from './commands/doctor.ts';

export const commands: readonly Command[] = [importCommand, undoImportCommand, doctorCommand];
