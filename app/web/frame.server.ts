import type { LoaderFunctionArgs } from '@remix-run/node';
import { env } from '~/platform/env.server';
import { hasRole, isMember } from '~/domain/actor';
import { whoAsks } from './who.server';

/** What the frame around every page shows: who is signed in, where they may go, and the key of forms here. */
export async function frameOf(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const person =
    actor.kind === 'person'
      ? {
          name: actor.name,
          unread: actor.unreadNotices,
          verified: actor.verified,
          reference: actor.reference,
        }
      : null;
  return {
    person,
    sections: {
      map: isMember(actor),
      desk: hasRole(actor, 'coordinator'),
      audit: hasRole(actor, 'auditor'),
      administration: hasRole(actor, 'administrator'),
    },
    demonstration: env.SOUNDINGS_DEMONSTRATION,
    reference: args.context.reference,
    key: args.context.formKey,
  };
}
