import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Segment } from '../../../../shared/model/segment.ts';
import { api } from '../../../client/api.ts';

/** The segments by id, for their names, colours and advice. */
export const useSegments = (): ReadonlyMap<number, Segment> => {
  const query = useQuery(api.segments.read.queryOptions());
  return useMemo(() => new Map(query.data?.segments.map((s) => [s.id, s])), [query.data]);
};

export const useColours = (segments: ReadonlyMap<number, Segment>): ReadonlyMap<number, number> =>
  useMemo(() => new Map([...segments.values()].map((s) => [s.id, s.colour])), [segments]);
