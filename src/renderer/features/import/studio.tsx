import type { Dispatch, ReactElement, ReactNode } from 'react';
import { createContext, useContext, useMemo, useReducer } from 'react';
import type { Studio, StudioEvent } from './model.ts';
import { IDLE, studioReducer } from './model.ts';
import { type Queued, type QueueEvent, queueReducer } from './queue-model.ts';

type Value = {
  readonly studio: Studio;
  readonly dispatch: Dispatch<StudioEvent>;
  readonly queue: readonly Queued[];
  readonly dispatchQueue: Dispatch<QueueEvent>;
};

const StudioContext = createContext<Value | null>(null);

/** Lies around all screens: an import goes on, and stays in sight, wherever the owner looks meanwhile. */
export const StudioProvider = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const [studio, dispatch] = useReducer(studioReducer, IDLE);
  const [queue, dispatchQueue] = useReducer(queueReducer, []);
  const value = useMemo(() => ({ studio, dispatch, queue, dispatchQueue }), [studio, queue]);
  return <StudioContext value={value}>{children}</StudioContext>;
};

/** @throws Error outside the provider */
export const useStudio = (): Value => {
  const value = useContext(StudioContext);
  if (!value) throw new Error('The import studio is not there.');
  return value;
};
