import { AppShell, Box, NavLink } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { usePortfolio } from '../../client/portfolio.ts';
import { CopyReminder } from '../../features/copies/reminder.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Mark } from '../../ui/mark.tsx';
import { entryOf, isAt, PLACES } from '../navigation/places.ts';
import { PortfolioWarnings } from '../session/portfolio-warnings.tsx';
import { useSeenSteps } from '../session/seen-steps.ts';
import { FirstPath } from './first-path.tsx';
import classes from './frame.module.css';
import { TopBar } from './top-bar.tsx';

/** The frame around every place of an open portfolio: rail, top bar and, until the first review, the path. */
export const Frame = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const portfolio = usePortfolio();
  const { pathname } = useLocation();
  useSeenSteps(portfolio, pathname);
  return (
    <AppShell
      layout="alt"
      header={{ height: 56 }}
      navbar={{ width: 188, breakpoint: 0 }}
      withBorder={false}
      transitionDuration={0}
    >
      <AppShell.Header className={classes.bar}>
        <TopBar />
      </AppShell.Header>
      <AppShell.Navbar className={classes.rail} aria-label="Places">
        <Box className={classes.mark}>
          <Mark />
          Clientele
        </Box>
        <Box px={8}>
          {PLACES.map((place) => {
            const active = isAt(place, pathname);
            return (
              <NavLink
                key={place.path}
                component={Link}
                to={entryOf(place)}
                label={place.title}
                leftSection={<Icon name={place.icon} />}
                active={active}
                aria-current={active ? 'page' : undefined}
                className={classes.place}
              />
            );
          })}
        </Box>
      </AppShell.Navbar>
      <AppShell.Main>
        <FirstPath />
        <PortfolioWarnings />
        <CopyReminder />
        {children}
      </AppShell.Main>
    </AppShell>
  );
};
