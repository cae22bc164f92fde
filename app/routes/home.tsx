import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { hasRole, isMember, type Person } from '~/domain/actor';
import { mayShareFinding } from '~/domain/knowledge/finding-policy';
import { isAllowed } from '~/domain/policy';
import { ownWork } from '~/domain/insight/queries/own-work.server';
import { stepsToDo } from '~/domain/people/first-steps';
import { firstSteps } from '~/domain/people/queries/first-steps.server';
import { walkedChain } from '~/domain/insight/queries/walked-chain.server';
import { hasAdministrator } from '~/domain/people/queries/has-administrator.server';
import { ask } from '~/domain/query.server';
import { weakAreas } from '~/domain/understanding/queries/weak-areas.server';
import { paths } from '~/paths';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks, whoAsks } from '~/web/who.server';
import { OwnWork } from './home/own-work';
import { startsFor } from './home/start-here';
import { Welcome } from './home/welcome';

/** Whoever holds a role in a team comes to ask and decide, unless they are an expert too. */
const bringsExpertise = ({ expert, teams }: Person): boolean =>
  expert || teams.every(({ roles }) => roles.length === 0);

export async function loader(args: LoaderFunctionArgs) {
  const visiting = await whoAsks(args);
  const actor = visiting.kind === 'person' ? await personWhoAsks(args) : visiting;
  if (isMember(actor)) {
    const may = {
      ask: actor.teams.some(({ roles }) => roles.includes('author')),
      share: bringsExpertise(actor) && isAllowed(mayShareFinding(actor)),
      seeOpen: actor.expert || (bringsExpertise(actor) && actor.roles.length === 0),
    };
    const weak = (await ask(weakAreas, actor, {})) ?? [];
    const work = found(await ask(ownWork, actor, {}));
    const steps = hasRole(actor, 'administrator')
      ? stepsToDo(found(await ask(firstSteps, actor, {}))).length
      : 0;
    const profile = { exists: actor.expert, hasAreas: actor.expert && work.hasAreas };
    return { name: actor.name, work, may, profile, steps, weak, starts: startsFor(actor) };
  }
  if (actor.kind === 'visitor' && !(await ask(hasAdministrator, actor, {})))
    throw redirect(paths.firstAdministrator());
  const chain = await ask(walkedChain, actor, {});
  return { name: actor.kind === 'person' ? actor.name : null, work: null, chain };
}

export const meta = () => pageTitle();

export default function Home() {
  const home = useLoaderData<typeof loader>();
  if (home.work) return <OwnWork {...home} />;
  return <Welcome name={home.name} chain={home.chain} />;
}
