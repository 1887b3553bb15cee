import { Box, Tabs } from '@mantine/core';
import type { ReactElement } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import classes from './place-tabs.module.css';
import { isAt, type NamedScreen } from './places.ts';

type Props = { readonly title: string; readonly tabs: readonly [NamedScreen, ...NamedScreen[]] };

/** The tabs of a place, with the screen of the one in the address below them. */
export const PlaceTabs = ({ title, tabs }: Props): ReactElement => {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const current = (tabs.find((tab) => isAt(tab, pathname)) ?? tabs[0]).path;
  return (
    <Tabs
      value={current}
      onChange={(path) => {
        if (path) void navigate(path);
      }}
      keepMounted={false}
    >
      <Box className={classes.bar}>
        <Tabs.List className={classes.list} aria-label={title}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.path} value={tab.path}>
              {tab.title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Box>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.path} value={tab.path}>
          {tab.path === current ? <Outlet /> : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
};
