import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Every rule of axe on what is shown now; each finding as one line. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  // a frame without scripts cannot answer; what a review's frame shows is looked at as a page of its own
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${node.target.join(' ')} – ${node.failureSummary ?? ''}`),
  );
  expect.soft(found, `${what}: findings of axe`).toEqual([]);
};
