import type { Dispatch, ReactElement, ReactNode } from 'react';
import { createContext, useContext, useMemo, useReducer } from 'react';
import type { Studio, StudioEvent } from './model.ts';
import { IDLE, studioReducer } from './model.ts';

type Value = { readonly studio: Studio; readonly dispatch: Dispatch<StudioEvent> };

const StudioContext = createContext<Value | null>(null);

/** Lies around all screens: an import goes on, and stays in sight, wherever the owner looks meanwhile. */
export const StudioProvider = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const [studio, dispatch] = useReducer(studioReducer, IDLE);
  const value = useMemo(() => ({ studio, dispatch }), [studio]);
  return <StudioContext value={value}>{children}</StudioContext>;
};

/** @throws Error outside the provider */
export const useStudio = (): Value => {
  const value = useContext(StudioContext);
  if (!value) throw new Error('The import studio is not there.');
  return value;
};
