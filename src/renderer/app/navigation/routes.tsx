import type { ReactElement } from 'react';
import { createHashRouter, Navigate, useLocation, useNavigate, useRouteError } from 'react-router';
import { Failure } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { FrameSkeleton } from '../frame/frame-skeleton.tsx';
import { Root } from '../frame/root.tsx';
import { PortfolioTabs } from './portfolio-tabs.tsx';

const RouteFailure = (): ReactElement => {
  const error = useRouteError();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (
    <Page title="This place could not be shown">
      <Failure error={error} retry={() => void navigate(`${pathname}${search}`, { replace: true })} />
    </Page>
  );
};

/** Addresses are kept behind the `#`, so that they work alike under `app://` and in a browser. */
export const createRouter = (): ReturnType<typeof createHashRouter> =>
  createHashRouter([
    {
      path: '/',
      Component: Root,
      HydrateFallback: FrameSkeleton,
      ErrorBoundary: RouteFailure,
      children: [
        {
          ErrorBoundary: RouteFailure,
          children: [
            { index: true, element: <Navigate to="/overview" replace /> },
            {
              path: 'overview',
              lazy: async () => ({
                Component: (await import('../../features/overview/screen.tsx')).OverviewScreen,
              }),
            },
            {
              path: 'import',
              lazy: async () => ({
                Component: (await import('../../features/import/screen.tsx')).ImportScreen,
              }),
            },
            {
              path: 'customers',
              lazy: async () => ({
                Component: (await import('../../features/customers/screen.tsx')).CustomersScreen,
              }),
            },
            {
              path: 'customers/prospects',
              lazy: async () => ({
                Component: (await import('../../features/customers/prospects.tsx')).ProspectsScreen,
              }),
            },
            {
              path: 'customers/:id',
              lazy: async () => ({
                Component: (await import('../../features/customers/page.tsx')).CustomerScreen,
              }),
            },
            {
              path: 'portfolio',
              Component: PortfolioTabs,
              children: [
                { index: true, element: <Navigate to="/portfolio/matrix" replace /> },
                {
                  path: 'matrix',
                  lazy: async () => ({
                    Component: (await import('../../features/matrix/screen.tsx')).MatrixScreen,
                  }),
                },
                {
                  path: 'value',
                  lazy: async () => ({
                    Component: (await import('../../features/value/screen.tsx')).ValueScreen,
                  }),
                },
                {
                  path: 'new',
                  lazy: async () => ({
                    Component: (await import('../../features/acquisition/screen.tsx')).AcquisitionScreen,
                  }),
                },
                {
                  path: 'risk',
                  lazy: async () => ({
                    Component: (await import('../../features/risk-value/screen.tsx')).RiskValueScreen,
                  }),
                },
                {
                  path: 'segments',
                  lazy: async () => ({
                    Component: (await import('../../features/segments/screen.tsx')).SegmentsScreen,
                  }),
                },
                {
                  path: 'products',
                  lazy: async () => ({
                    Component: (await import('../../features/products/screen.tsx')).ProductsScreen,
                  }),
                },
                {
                  path: 'retention',
                  lazy: async () => ({
                    Component: (await import('../../features/retention/screen.tsx')).RetentionScreen,
                  }),
                },
              ],
            },
            {
              path: 'questions',
              lazy: async () => ({
                Component: (await import('../../features/questions/screen.tsx')).QuestionsScreen,
              }),
            },
            {
              path: 'listen',
              lazy: async () => ({
                Component: (await import('../../features/listen/screen.tsx')).ListenScreen,
              }),
            },
            {
              path: 'act',
              lazy: async () => ({
                Component: (await import('../../features/actions/screen.tsx')).ActScreen,
              }),
            },
            {
              path: 'reviews',
              lazy: async () => ({
                Component: (await import('../../features/reviews/screen.tsx')).ReviewsScreen,
              }),
            },
            {
              path: 'reviews/:id',
              lazy: async () => ({
                Component: (await import('../../features/reviews/page.tsx')).ReviewScreen,
              }),
            },
            {
              path: 'settings',
              lazy: async () => ({
                Component: (await import('../../features/settings/screen.tsx')).SettingsScreen,
              }),
            },
            { path: '*', element: <Navigate to="/overview" replace /> },
          ],
        },
      ],
    },
  ]);
