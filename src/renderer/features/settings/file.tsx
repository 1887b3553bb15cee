import { Button, CopyButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { usePortfolio } from '../../client/portfolio.ts';
import { portfolioPath } from '../../client/portfolio-path.ts';
import { FilePath } from '../../ui/text/file-path.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { Section } from './section.tsx';
import classes from './settings.module.css';

/** Where the portfolio lies and what is in it. */
export const File = (): ReactElement => {
  const portfolio = usePortfolio();
  const f = useFormat();
  return (
    <Section title="Your file" about="Everything is saved as you go. Nothing leaves this computer.">
      <div>
        <FilePath path={portfolioPath(portfolio)} />
        <CopyButton value={portfolioPath(portfolio)}>
          {({ copied, copy }) => (
            <Button mt="xs" size="xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the path'}
            </Button>
          )}
        </CopyButton>
      </div>
      <dl className={classes.fact}>
        <dt>Holds</dt>
        <dd>
          {f.counted(portfolio.customers, 'customer')}, {f.counted(portfolio.orders, 'order')},{' '}
          {f.counted(portfolio.orderLines, 'order line')}
        </dd>
        <dt>Folder</dt>
        <dd style={{ overflowWrap: 'anywhere' }}>{portfolio.folder}</dd>
      </dl>
    </Section>
  );
};
