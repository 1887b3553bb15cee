import type { Page } from '@playwright/test';

/** Value up, growth across. */
export const matrixPage = (page: Page) => {
  const main = page.getByRole('main');
  const subject = main.getByRole('radiogroup', { name: 'Draw segments or customers' });
  return {
    finding: main.getByRole('figure').getByRole('heading', { level: 2 }),
    chart: main.getByRole('application', { name: /^Value against growth/ }),
    draw: async (what: 'Segments' | 'Customers') => {
      await subject.getByText(what, { exact: true }).click();
      // the drawing before stands until the new one is there
      await main
        .getByText(new RegExp(`^[\\d.,]+ ${what.slice(0, -1).toLowerCase()}`))
        .first()
        .waitFor();
    },
    valueLine: main.getByRole('slider', { name: 'Value line' }),
    growthLine: main.getByRole('slider', { name: 'Growth line' }),
    value: main.getByRole('textbox', { name: 'High value from' }),
    growth: main.getByRole('textbox', { name: 'Growing above' }),
    reset: main.getByRole('button', { name: 'Back to the suggestion' }),
    asTable: main.getByRole('button', { name: 'Show as table' }),
    asChart: main.getByRole('button', { name: 'Show the chart' }),
    table: main.getByRole('region', { name: 'The matrix as a table' }),
    quadrant: (title: 'Invest' | 'Protect' | 'Develop' | 'Simplify') =>
      main.getByRole('button', { name: new RegExp(`^${title}`) }),
    drawer: page.getByRole('dialog'),
  };
};
