import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Outlet, useLocation } from 'react-router';
import { api } from '../../client/api.ts';
import { PortfolioContext } from '../../client/portfolio.ts';
import { SaveCopyDialog } from '../../features/copies/save-copy-dialog.tsx';
import { useStudio } from '../../features/import/studio.tsx';
import { NewDialog } from '../../features/start/new-dialog.tsx';
import { OpenDialog } from '../../features/start/open-dialog.tsx';
import { RecoveryScreen } from '../../features/start/recovery-screen.tsx';
import { StartScreen } from '../../features/start/screen.tsx';
import { KeyHelpContext } from '../../ui/key-table.tsx';
import { Failure } from '../../ui/states/failure.tsx';
import { Keyboard } from '../navigation/keyboard.tsx';
import { keyHelp } from '../navigation/shortcuts.ts';
import { Palette } from '../palette/palette.tsx';
import { ConnectionNotice } from '../session/connection-notice.tsx';
import { BareFrame } from './bare-frame.tsx';
import { Checking } from './checking.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { Frame } from './frame.tsx';
import { FrameSkeleton } from './frame-skeleton.tsx';

const KEY_HELP = keyHelp();

/** Decides what the window shows: the start, the frame around a place, or why neither can be had. */
export const Root = (): ReactElement => {
  const status = useQuery(
    api.portfolio.status.queryOptions({
      // the event that it has ended may have been sent before this window listened
      refetchInterval: ({ state }) => (state.data?.checking ? 500 : false),
    }),
  );
  const { pathname } = useLocation();
  const { studio } = useStudio();
  if (!status.data) {
    if (!status.isError) return <FrameSkeleton />;
    return (
      <Box p="xl" maw={640} mx="auto" mt="xl">
        <Failure error={status.error} retry={() => void status.refetch()} />
      </Box>
    );
  }
  const { portfolio, checking, unopened } = status.data;
  return (
    <PortfolioContext value={portfolio}>
      <KeyHelpContext value={KEY_HELP}>
        <ConnectionNotice />
        <Keyboard />
        <Palette />
        <OpenDialog />
        <NewDialog />
        {portfolio ? <SaveCopyDialog /> : null}
        <DropAnywhere />
        {portfolio ? (
          <Frame key={`${portfolio.folder}|${portfolio.file}`}>
            <Outlet />
          </Frame>
        ) : checking ? (
          <Checking file={checking.file} />
        ) : unopened ? (
          <RecoveryScreen unopened={unopened} />
        ) : pathname.startsWith('/import') ? (
          <BareFrame>
            <Outlet />
          </BareFrame>
        ) : (
          <StartScreen importing={studio.step !== 'idle'} />
        )}
      </KeyHelpContext>
    </PortfolioContext>
  );
};
