import type { Least } from './tally-table.ts';

/** A part of the fault matrix: its tests, how long their long form is, and how many faults of each class that must come to. */
export type Fault = {
  readonly files: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly least: Least;
};

export const FAULTS: Readonly<Record<string, Fault>> = {
  kills: {
    files: ['test/faults/kill-import.slow.test.ts'],
    env: { CLIENTELE_KILLS: '340', CLIENTELE_KILLS_PER_PHASE: '20' },
    least: { 'killed: import into a known portfolio': 250, 'killed: import into a new portfolio': 250 },
  },
  acts: {
    files: ['test/faults/kill-acts.slow.test.ts'],
    env: { CLIENTELE_ACT_KILLS: '200' },
    least: {
      'killed: undo': 100,
      'killed: settings': 100,
      'killed: segments': 100,
      'killed: review': 100,
      'killed: backup': 200,
      'killed: restore': 200,
      'killed: migration': 200,
      'killed: step of a migration': 14,
    },
  },
  window: {
    files: ['test/faults/kill-engine.slow.test.ts'],
    env: { CLIENTELE_ENGINE_KILLS: '15' },
    least: { 'killed: engine under a window': 15, 'killed: importer under a window': 15 },
  },
  logs: {
    files: ['test/faults/torn-log.slow.test.ts'],
    env: { CLIENTELE_TORN_LOGS: '200' },
    least: { 'torn or stale log': 200 },
  },
  disks: {
    files: ['test/faults/full-disk.slow.test.ts', 'test/faults/full-disk-acts.slow.test.ts'],
    env: { CLIENTELE_FULL_DISKS: '20' },
    least: {
      'full disk: import into a known portfolio': 40,
      'full disk: import into a new portfolio': 40,
      'full disk: act': 10,
    },
  },
  blocked: {
    files: ['test/faults/blocked.slow.test.ts'],
    env: {},
    least: { 'read-only, locked or gone': 20 },
  },
  damage: {
    files: ['test/faults/damage.slow.test.ts'],
    env: { CLIENTELE_DAMAGES: '400' },
    least: { 'damage: a shop': 400, 'damage: a till': 400, 'damage: several kinds': 400 },
  },
  refused: {
    files: ['test/database/open.test.ts'],
    env: {},
    least: { 'no portfolio of this version': 8 },
  },
  fuzz: {
    files: ['test/import/read/fuzz.slow.test.ts', 'test/import/read/archive.test.ts'],
    env: { CLIENTELE_FUZZ: '1' },
    least: { 'CSV fuzz': 10_000, 'XLSX fuzz': 600, 'bombs, document types': 20 },
  },
  exports: {
    files: ['test/portfolio/changes/changes.test.ts', 'test/portfolio/exports/back-in.test.ts'],
    env: { CLIENTELE_ODD_TEXTS: '200' },
    least: { 'formula in an export': 8, 'odd text in an export': 200 },
  },
  contract: {
    files: ['test/engine/contract-fuzz.slow.test.ts'],
    env: { CLIENTELE_FUZZ_CALLS: '10000' },
    least: { 'contract fuzz': 10_000 },
  },
  two: {
    files: ['test/faults/two-processes.slow.test.ts'],
    env: { CLIENTELE_TWO: '50' },
    least: { 'two processes on one file': 50 },
  },
  many: {
    files: ['test/faults/small-imports.slow.test.ts'],
    env: { CLIENTELE_SMALL_IMPORTS: '2000' },
    least: { 'small imports': 2000, 'clock set back': 1000 },
  },
  strangers: {
    files: [
      'test/shell/traversal.test.ts',
      'test/shell/hostile.test.ts',
      'test/shell/electron-protocol.test.ts',
    ],
    env: {},
    least: { 'path traversal': 200, 'hostile request': 100 },
  },
};
