import type { Command } from './command.ts';
import { analyzeCommand } from './commands/analyze.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { readCommand } from './commands/read.ts';
import { reviewCommand } from './commands/review.ts';
import { sampleCommand } from './commands/sample.ts';
import { segmentsCommand } from './commands/segments.ts';
import { serveCommand } from './commands/serve.ts';
import { templateCommand } from './commands/template.ts';
import { undoImportCommand } from './commands/undo-import.ts';

export const commands: readonly Command[] = [
  importCommand,
  readCommand,
  undoImportCommand,
  templateCommand,
  analyzeCommand,
  segmentsCommand,
  reviewCommand,
  exportCommand,
  serveCommand,
  sampleCommand,
  doctorCommand,
];
