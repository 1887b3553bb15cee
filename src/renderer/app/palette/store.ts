import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open, kept outside React so that a key can open it. */
export const [paletteStore, palette] = createSpotlight();
