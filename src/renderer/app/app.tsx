import type { MantineColorSchemeManager } from '@mantine/core';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { styleNonce } from '../client/bridge.ts';
import { JobsProvider } from '../client/jobs.tsx';
import { createQueries } from '../client/queries.ts';
import { StudioProvider } from '../features/import/studio.tsx';
import { Boundary } from '../ui/states/boundary.tsx';
import { cssVariablesResolver, theme } from '../ui/theme.ts';
import { createRouter } from './navigation/routes.tsx';

export const App = ({ appearance }: { readonly appearance: MantineColorSchemeManager }): ReactElement => {
  const [queries] = useState(createQueries);
  const [router] = useState(createRouter);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={styleNonce}
      colorSchemeManager={appearance}
      defaultColorScheme="auto"
    >
      <Boundary>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-right" limit={3} autoClose={6000} />
          <JobsProvider>
            <StudioProvider>
              <RouterProvider router={router} />
            </StudioProvider>
          </JobsProvider>
        </QueryClientProvider>
      </Boundary>
    </MantineProvider>
  );
};
