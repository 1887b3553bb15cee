import type { Command } from './command.ts';

export type CommandEntry = {
  /** one line of the list of commands */
  readonly summary: string;
  /** the rest is loaded when it is asked for: the list waits for none, an import not for the models and the review */
  readonly load: () => Promise<Command>;
};

/** Every command, by the name it is called by. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  import: {
    summary: 'Takes exports into a portfolio, each all or nothing; makes the portfolio if there is none.',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  audit: {
    summary: 'How good the data are: what is missing, what that prevents, what to do.',
    load: async () => (await import('./commands/audit.ts')).auditCommand,
  },
  read: {
    summary: 'What the reader sees before any mapping; --out writes it as clean CSV.',
    load: async () => (await import('./commands/read.ts')).readCommand,
  },
  'undo-import': {
    summary: 'Takes one import back, exactly.',
    load: async () => (await import('./commands/undo-import.ts')).undoImportCommand,
  },
  template: {
    summary: 'Writes a table to fill in, with made-up rows, that imports as it stands.',
    load: async () => (await import('./commands/template.ts')).templateCommand,
  },
  analyze: {
    summary: 'Every analytic result.',
    load: async () => (await import('./commands/analyze.ts')).analyzeCommand,
  },
  products: {
    summary: 'Lists what might be no sale, and says which products count.',
    load: async () => (await import('./commands/products.ts')).productsCommand,
  },
  tax: {
    summary: 'Says whether prices include tax, and which.',
    load: async () => (await import('./commands/tax.ts')).taxCommand,
  },
  marks: {
    summary: 'Closures, exceptional days, campaigns and new prices: lists, adds, confirms, rejects.',
    load: async () => (await import('./commands/marks.ts')).marksCommand,
  },
  segments: {
    summary: 'Lists the segments, or applies a ready-made recipe, natural groups or own rules.',
    load: async () => (await import('./commands/segments.ts')).segmentsCommand,
  },
  questions: {
    summary: 'The twelve questions answered.',
    load: async () => (await import('./commands/questions.ts')).questionsCommand,
  },
  actions: {
    summary: 'Next best actions, ranked.',
    load: async () => (await import('./commands/actions.ts')).actionsCommand,
  },
  review: {
    summary: 'Makes the printable portfolio review and keeps it.',
    load: async () => (await import('./commands/review.ts')).reviewCommand,
  },
  export: {
    summary: 'Data out, as CSV or an Excel workbook.',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  serve: {
    summary: 'The app in a browser on this machine, until Ctrl+C.',
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  sample: {
    summary: 'A made-up business with a known truth.',
    load: async () => (await import('./commands/sample.ts')).sampleCommand,
  },
  backup: {
    summary: 'Makes a verified safety copy in the app\u2019s own folder, or where --out says.',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  restore: {
    summary: 'Puts a safety copy in the place of a portfolio; what was there is kept.',
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  doctor: {
    summary: 'Examines a portfolio without changing it: integrity, version, size, advice.',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
};
