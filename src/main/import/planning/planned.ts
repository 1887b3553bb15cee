import type { AnyField, ColumnMatch, ImportQuestion, SourceInfo } from '../../../shared/model/importing.ts';
import type { Decisions, Origin } from '../plan/decisions.ts';
import type { AnyPlan } from '../plan/read-plan.ts';
import type { Preset } from '../presets/preset.ts';
import type { RecordPreset } from '../presets/record-presets.ts';
import type { Styles } from '../sniff/styles/decide-styles.ts';

export type Planned = {
  readonly source: SourceInfo;
  readonly columns: readonly ColumnMatch[];
  readonly questions: readonly ImportQuestion[];
  readonly missing: readonly string[];
  readonly mapping: Readonly<Record<string, AnyField>>;
  /** null while something is open or missing */
  readonly plan: AnyPlan | null;
  readonly header: readonly string[];
  /** what the owner decided, now or for an earlier file like it; to be remembered when it is imported */
  readonly decisions: Decisions;
  /** the import whose decisions answered something here */
  readonly asLastTime: Origin | null;
  /** the file says whether its amounts include tax, or holds none */
  readonly taxTold: boolean;
  /** the sheet that was chosen among several, to be remembered */
  readonly sheetChoice?: { readonly sheets: readonly string[]; readonly sheet: string } | null;
  /** the known product whose export this is, also where it is read as a plain table */
  readonly product: Preset | RecordPreset | null;
};

/** A plan with what decided it, before what the file and the memory have in common is added. */
export type PlannedKind = Omit<Planned, 'header' | 'decisions' | 'asLastTime' | 'product'> & {
  readonly styles: Styles;
};

/** Nothing is open: the file can be read. */
export type Decided<Plan extends AnyPlan = AnyPlan> = Planned & { readonly plan: Plan };
