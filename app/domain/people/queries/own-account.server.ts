import { z } from 'zod';
import type { Actor, InstallationRole, TeamRole } from '../../actor';
import { query } from '../../query.server';

interface OwnAccount {
  reference: string;
  name: string;
  title: string;
  orcid: string | null;
  orcidVerified: boolean;
  revision: number;
  verified: boolean;
  demonstration: boolean;
  noticesByMail: boolean;
  emails: { address: string; primary: boolean }[];
  waitingEmails: string[];
  affiliations: {
    reference: string;
    organisation: string;
    post: string;
    startsOn: string;
    endsOn: string | null;
    verified: boolean;
  }[];
  roles: InstallationRole[];
  teams: { reference: string; name: string; roles: TeamRole[] }[];
  hasProfile: boolean;
  works: number;
  hasPassword: boolean;
  secondFactorSince: Date | null;
  joinRequest: {
    reference: string;
    requestedAt: string;
    decided: boolean;
    accepted: boolean | null;
    reason: string | null;
  } | null;
}

/** The actor's own account, in one statement. */
export const ownAccount = query({
  name: 'people.own-account',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (actor.kind === 'person' ? actor.id : null),
  read: async ({ db, scope }): Promise<OwnAccount | null> => {
    if (scope === null) return null;
    const [row] = await db.$queryRaw<OwnAccount[]>`
      SELECT p.reference, p.name, p.title, p.orcid, p.orcid_verified_at IS NOT NULL AS "orcidVerified", p.revision, p.verified_at IS NOT NULL AS verified,
        p.demonstration, p.notices_by_mail AS "noticesByMail",
        COALESCE((SELECT jsonb_agg(jsonb_build_object('address', e.address, 'primary', e."primary")
                                   ORDER BY e."primary" DESC, e.address)
                  FROM person_email e WHERE e.person_id = p.id), '[]') AS emails,
        ARRAY(SELECT DISTINCT t.address FROM one_time_token t
              WHERE t.person_id = p.id AND t.purpose = 'confirmEmail' AND t.used_at IS NULL
                AND t.expires_at > clock_timestamp()) AS "waitingEmails",
        COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', o.reference, 'organisation', o.name, 'post', a.post,
                    'startsOn', a.starts_on, 'endsOn', a.ends_on, 'verified', a.verified_at IS NOT NULL)
                    ORDER BY a.ends_on DESC NULLS FIRST, a.starts_on DESC)
                  FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
                  WHERE a.person_id = p.id), '[]') AS affiliations,
        ARRAY(SELECT g.role::text FROM installation_role_grant g
              WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS roles,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', t.reference, 'name', t.name, 'roles', m.roles))
                  FROM team_membership m JOIN team t ON t.id = m.team_id
                  WHERE m.person_id = p.id AND m.ends_at IS NULL), '[]') AS teams,
        (SELECT count(*)::int FROM expert_work w WHERE w.person_id = p.id AND w.state = 'taken') AS works,
        EXISTS (SELECT FROM expert_profile x WHERE x.person_id = p.id) AS "hasProfile",
        EXISTS (SELECT FROM credential c WHERE c.person_id = p.id AND c.password_hash IS NOT NULL) AS "hasPassword",
        (SELECT c.totp_confirmed_at FROM credential c WHERE c.person_id = p.id) AS "secondFactorSince",
        (SELECT jsonb_build_object('reference', r.reference, 'requestedAt', r.requested_at,
                  'decided', r.decided_at IS NOT NULL, 'accepted', r.accepted, 'reason', r.decision_reason)
         FROM join_request r WHERE r.person_id = p.id ORDER BY r.requested_at DESC LIMIT 1) AS "joinRequest"
      FROM person p WHERE p.id = ${scope}::uuid`;
    return row ?? null;
  },
});
