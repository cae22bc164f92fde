import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayExportTrail } from '../audit-policy';
import { exportTrail } from '../export-trail.server';

/** The whole trail as a file for the verifier, what is withheld by its hashes alone. A download is a fact. */
export const trailExport = query({
  name: 'audit.trail-export',
  input: z.strictObject({}),
  visibleTo: mayExportTrail,
  read: ({ actor, scope }) =>
    Promise.resolve(
      isAllowed(scope) && isPerson(actor)
        ? { readerId: actor.id, lines: exportTrail({ withhold: true }) }
        : null,
    ),
  logged: ({ readerId }) => ({ name: 'TrailWasExported', noun: 'person', nounId: readerId }),
});
