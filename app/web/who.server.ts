import { redirect, type AppLoadContext } from '@remix-run/node';
import { isMember, type Actor, type Person } from '~/domain/actor';
import { actorOf, visitorArriving } from '~/domain/people/queries/actor-of.server';
import { paths } from '~/paths';
import { forbidden } from './reply.server';
import { sessionOf } from './session.server';

/** What a loader or an action is given; Remix's own argument types fit. */
export interface Arrival {
  request: Request;
  context: AppLoadContext;
  params: Record<string, string | undefined>;
}

const asked = new WeakMap<AppLoadContext, Promise<Actor>>();

/** Who is there, asked once per HTTP request however many loaders run. */
export function whoAsks({ request, context }: Pick<Arrival, 'request' | 'context'>): Promise<Actor> {
  const known = asked.get(context);
  if (known) return known;
  const found = identify(request, context);
  asked.set(context, found);
  return found;
}

async function identify(request: Request, context: AppLoadContext): Promise<Actor> {
  const session = await sessionOf(request.headers.get('Cookie'));
  if (session?.dataVersion) context.dataVersion = session.dataVersion;
  const person = session ? await actorOf(session.personId, session) : null;
  if (person) return person;
  const { visitor, dataVersion } = await visitorArriving();
  context.dataVersion ??= dataVersion;
  return visitor;
}

/** The signed-in person, with the second factor passed; otherwise off to where that is done, and back. */
export async function personWhoAsks(arrival: Pick<Arrival, 'request' | 'context'>): Promise<Person> {
  const actor = await personInSession(arrival);
  if (actor.secondFactorPassed) return actor;
  const next = actor.secondFactorSetUp ? paths.secondFactorChallenge() : paths.secondFactorSetUp();
  throw redirect(`${next}?from=${encodeURIComponent(whereTo(arrival.request))}`);
}

/** A verified person; one who is not verified yet is told what to do about it. */
export async function memberWhoAsks(arrival: Pick<Arrival, 'request' | 'context'>): Promise<Person> {
  const actor = await personWhoAsks(arrival);
  if (isMember(actor)) return actor;
  throw forbidden(
    'This is for verified members of the network. Your account page says how to become one: by an e-mail address of your organisation, by invitation, or by asking.',
  );
}

/** The person of the session, second factor or not: for the pages that set it up, and for signing out. */
export async function personInSession(arrival: Pick<Arrival, 'request' | 'context'>): Promise<Person> {
  const actor = await whoAsks(arrival);
  if (actor.kind === 'person') return actor;
  throw redirect(`${paths.signIn()}?from=${encodeURIComponent(whereTo(arrival.request))}`);
}

/** The page to come back to: for a form that was sent, the page it stood on. */
function whereTo(request: Request): string {
  const url = new URL(request.url);
  return url.pathname.replace(/\.data$/, '') + (request.method === 'GET' ? url.search : '');
}
