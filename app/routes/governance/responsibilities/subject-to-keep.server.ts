import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayKeepGovernance } from '~/domain/governance/governance-policy';
import { responsibilitySubject } from '~/domain/governance/responsibilities/queries/responsibility-subject.server';
import { ask } from '~/domain/query.server';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** The subject of an address, for those who say who does what about it. */
export async function subjectToKeep(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepGovernance(actor));
  const { kind, subject } = args.params;
  return { actor, subject: found(await ask(responsibilitySubject, actor, { kind, subject })) };
}
