import type { Page } from '@playwright/test';

/** The twelve questions, one card each. */
export const questionsPage = (page: Page) => {
  const main = page.getByRole('main');
  const cards = main.getByRole('article');
  const card = (question: string) => main.getByRole('article', { name: question, exact: true });
  return {
    cards,
    card,
    /** opens everything that is folded on a card */
    unfold: async (question: string) => {
      const folded = card(question).getByRole('button', { expanded: false }).filter({ hasNotText: ':' });
      for (let left = await folded.count(); left > 0; left--) await folded.first().click();
    },
    gaps: main.getByRole('link', { name: 'Import more data' }),
    figures: main.getByRole('button', { name: /How is this computed\?$/ }),
    explanation: page.getByRole('dialog'),
  };
};
