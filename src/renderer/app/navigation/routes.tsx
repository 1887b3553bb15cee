import type { ReactElement } from 'react';
import {
  createHashRouter,
  Navigate,
  type RouteObject,
  useLocation,
  useNavigate,
  useRouteError,
} from 'react-router';
import { Page } from '../../ui/page.tsx';
import { Failure } from '../../ui/states/failure.tsx';
import { FrameSkeleton } from '../frame/frame-skeleton.tsx';
import { Root } from '../frame/root.tsx';
import { PlaceTabs } from './place-tabs.tsx';
import { PLACES, type Place, type Screen } from './places.ts';

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

const routeOf = ({ path, load }: Screen): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
});

const redirect = (to: string): ReactElement => <Navigate to={to} replace />;

/** The addresses of a place: its own and those below it, or those of its tabs. */
export const routesOf = (place: Place): readonly RouteObject[] =>
  'tabs' in place
    ? [
        {
          path: place.path,
          element: <PlaceTabs title={place.title} tabs={place.tabs} />,
          children: [{ index: true, element: redirect(place.tabs[0].path) }, ...place.tabs.map(routeOf)],
        },
      ]
    : [place, ...(place.pages ?? [])].map(routeOf);

const START = '/overview';

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
            { index: true, element: redirect(START) },
            ...PLACES.flatMap(routesOf),
            { path: '*', element: redirect(START) },
          ],
        },
      ],
    },
  ]);
