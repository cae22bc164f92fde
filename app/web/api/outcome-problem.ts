import type { Outcome } from '~/domain/command.server';
import { fieldProblems } from './field-problems';
import { Problem } from './problem';

const WRONG = 'Something that was sent is missing or wrong.';

/** What a command refused, in the words of the pages. */
export function outcomeProblem(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): Problem {
  if (outcome.kind === 'hidden')
    return new Problem('absent', 'There is no such thing, or it is not for you to know of.');
  if (outcome.kind === 'denied') return new Problem('denied', outcome.why);
  if (outcome.kind === 'invalid')
    return new Problem('invalid', WRONG, { errors: fieldProblems(outcome.issues) });
  const { name, message, fields, stale } = outcome.refusal;
  if (name === 'TooManyAttempts' || name === 'TooManyComments') return new Problem('tooMany', message);
  const errors = Object.entries(fields ?? {}).map(([field, detail]) => ({
    pointer: `/${field.replaceAll(/[.[\]]+/g, '/').replace(/\/$/, '')}`,
    detail,
  }));
  return new Problem(stale ? 'stale' : 'invalid', message, errors.length > 0 ? { errors } : {});
}
