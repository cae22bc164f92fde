import type { z } from 'zod';
import type { FieldProblem } from './problem';

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** What a schema found, each with a pointer (RFC 6901) to where it stands; unknown fields one by one. */
export const fieldProblems = (issues: readonly z.core.$ZodIssue[], root = ''): FieldProblem[] =>
  issues.flatMap((issue) => {
    const place = issue.path.map((part) => `/${escaped(part)}`).join('');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: `${root}${place}/${escaped(key.replace(/^body\./, ''))}`,
        detail: 'This field is not known here',
      }));
    return [{ pointer: `${root}${place}`, detail: issue.message }];
  });
