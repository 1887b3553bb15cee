import { PRESETS } from '../presets/index.ts';
import { RECORD_PRESETS } from '../presets/record-presets.ts';

/** Every known product's export by its id. */
export const PRESET_IDS: readonly string[] = [...PRESETS, ...RECORD_PRESETS].map(({ id }) => id);
