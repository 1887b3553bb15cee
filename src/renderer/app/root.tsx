import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Outlet, useLocation } from 'react-router';
import { NewDialog } from '../features/start/new-dialog.tsx';
import { OpenDialog } from '../features/start/open-dialog.tsx';
import { StartScreen } from '../features/start/screen.tsx';
import { Failure } from '../ui/failure.tsx';
import { api } from './api.ts';
import { BareFrame } from './bare-frame.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { Frame } from './frame.tsx';
import { FrameSkeleton } from './frame-skeleton.tsx';
import { Keyboard } from './keyboard.tsx';
import { Palette } from './palette.tsx';
import { PortfolioContext } from './portfolio.ts';

/** Decides what the window shows: the start, the frame around a place, or why neither can be had. */
export const Root = (): ReactElement => {
  const status = useQuery(api.portfolio.status.queryOptions());
  const { pathname } = useLocation();
  if (!status.data) {
    if (!status.isError) return <FrameSkeleton />;
    return (
      <Box p="xl" maw={640} mx="auto" mt="xl">
        <Failure error={status.error} retry={() => void status.refetch()} />
      </Box>
    );
  }
  const { portfolio } = status.data;
  return (
    <PortfolioContext value={portfolio}>
      <ConnectionNotice />
      <Keyboard />
      <Palette />
      <OpenDialog />
      <NewDialog />
      <DropAnywhere />
      {portfolio ? (
        <Frame key={`${portfolio.folder}|${portfolio.file}`}>
          <Outlet />
        </Frame>
      ) : pathname.startsWith('/import') ? (
        <BareFrame>
          <Outlet />
        </BareFrame>
      ) : (
        <StartScreen />
      )}
    </PortfolioContext>
  );
};
