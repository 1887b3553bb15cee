import type { Command } from './command.ts';

/** Each is loaded when it is asked for: an import does not wait for the models and the review. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  read: async () => (await import('./commands/read.ts')).readCommand,
  'undo-import': async () => (await import('./commands/undo-import.ts')).undoImportCommand,
  template: async () => (await import('./commands/template.ts')).templateCommand,
  analyze: async () => (await import('./commands/analyze.ts')).analyzeCommand,
  products: async () => (await import('./commands/products.ts')).productsCommand,
  tax: async () => (await import('./commands/tax.ts')).taxCommand,
  marks: async () => (await import('./commands/marks.ts')).marksCommand,
  segments: async () => (await import('./commands/segments.ts')).segmentsCommand,
  questions: async () => (await import('./commands/questions.ts')).questionsCommand,
  actions: async () => (await import('./commands/actions.ts')).actionsCommand,
  review: async () => (await import('./commands/review.ts')).reviewCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  sample: async () => (await import('./commands/sample.ts')).sampleCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
};
