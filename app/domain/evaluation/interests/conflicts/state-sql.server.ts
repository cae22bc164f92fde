import { Prisma } from '~/platform/generated/prisma/client';

/** The state of conflict `x`; says the same as `stateOf`, and a test holds the two together. */
export const STATE_SQL = Prisma.sql`(CASE
  WHEN x.confirmed_at IS NOT NULL THEN 'confirmed'
  WHEN x.dismissed_at IS NOT NULL AND coalesce(x.declared_at <= x.dismissed_at, true)
    AND coalesce(x.suspected_at <= x.dismissed_at, true) THEN 'dismissed'
  WHEN x.declared_at > coalesce(x.dismissed_at, '-infinity') THEN 'declared' ELSE 'suspected' END)`;
