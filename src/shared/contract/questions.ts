import { z } from 'zod';
import { QuestionsSchema } from '../model/question.ts';
import { IsoDaySchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

export const questions = {
  /** the twelve, each answered as far as the data carry it */
  read: procedure.input(z.object({ asOf: IsoDaySchema.optional() }).default({})).output(QuestionsSchema),
};
