import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayDecideJoinRequests } from '../person-policy';

interface JoinRequestPage {
  reference: string;
  name: string;
  person: string;
  orcid: string | null;
  addresses: string[];
  organisation: string | null;
  organisationName: string;
  reason: string;
  requestedAt: Date;
  decidedAt: Date | null;
  accepted: boolean | null;
  decisionReason: string | null;
  decidedBy: string | null;
}

export const joinRequestPage = query({
  name: 'people.join-request-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => isAllowed(mayDecideJoinRequests(actor)),
  read: async ({ db, scope, input }) => {
    if (!scope) return null;
    const [row] = await db.$queryRaw<JoinRequestPage[]>`
      SELECT r.reference, p.name, p.reference AS person, p.orcid, o.name AS organisation,
        r.organisation_name AS "organisationName", r.reason, r.requested_at AS "requestedAt",
        r.decided_at AS "decidedAt", r.accepted, r.decision_reason AS "decisionReason",
        (SELECT d.name FROM person d WHERE d.id = r.decided_by_id) AS "decidedBy",
        ARRAY(SELECT e.address FROM person_email e WHERE e.person_id = p.id ORDER BY e."primary" DESC) AS addresses
      FROM join_request r JOIN person p ON p.id = r.person_id LEFT JOIN organisation o ON o.id = r.organisation_id
      WHERE r.reference = ${input.reference}`;
    return row ?? null;
  },
});
