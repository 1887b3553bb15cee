import type { Page } from '@playwright/test';

/** Who belongs together, and by which rule. */
export const segmentsPage = (page: Page) => {
  const main = page.getByRole('main');
  const lines = main.getByRole('region', { name: 'Where to draw the lines' });
  const cards = main.getByRole('region', { name: 'Segments', exact: true });
  return {
    lines,
    sliders: lines.getByRole('slider'),
    numbers: lines.getByRole('textbox'),
    cards: cards.getByRole('article'),
    card: (name: string) => cards.getByRole('article', { name, exact: true }),
    use: main.getByRole('button', { name: 'Use these segments' }),
    discard: main.getByRole('button', { name: 'Discard' }),
    recipe: (title: string) => main.getByRole('radio', { name: title, exact: true }),
    rules: main.getByRole('region', { name: 'Your own rules' }),
    own: (place: number) => main.getByRole('group', { name: `Segment ${place}`, exact: true }),
    addSegment: main.getByRole('button', { name: 'Add a segment' }),
    moves: main.getByRole('region', { name: /^(Since|Movement)/ }),
    lead: (text: string | RegExp) => main.getByText(text),
  };
};
