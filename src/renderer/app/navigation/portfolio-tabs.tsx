import { Box, Tabs } from '@mantine/core';
import type { ReactElement } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import classes from './portfolio-tabs.module.css';

const TABS = [
  { value: 'matrix', title: 'Matrix' },
  { value: 'value', title: 'Value' },
  { value: 'risk', title: 'Risk & value' },
  { value: 'segments', title: 'Segments' },
  { value: 'products', title: 'Products' },
  { value: 'retention', title: 'Retention' },
  { value: 'new', title: 'New customers' },
] as const;

export const PortfolioTabs = (): ReactElement => {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const current = TABS.find((tab) => pathname.endsWith(`/${tab.value}`))?.value ?? 'matrix';
  return (
    <Tabs
      value={current}
      onChange={(value) => {
        if (value) void navigate(`/portfolio/${value}`);
      }}
      keepMounted={false}
    >
      <Box className={classes.bar}>
        <Tabs.List className={classes.list} aria-label="Portfolio">
          {TABS.map((tab) => (
            <Tabs.Tab key={tab.value} value={tab.value}>
              {tab.title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Box>
      {TABS.map((tab) => (
        <Tabs.Panel key={tab.value} value={tab.value}>
          {tab.value === current ? <Outlet /> : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
};
