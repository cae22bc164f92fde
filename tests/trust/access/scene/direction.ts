import { run } from '~/domain/command.server';
import { showReference } from '~/domain/reference';
import { addInterimSet } from '~/domain/strategy/commands/add-interim-set.server';
import { declareFollowing } from '~/domain/strategy/commands/declare-following.server';
import { proposeJointSet } from '~/domain/strategy/commands/joint/propose-joint-set.server';
import { addIndicator } from '~/domain/understanding/commands/add-indicator.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { makeCoordinator, makeOwner } from '../../../support/factories/strategy-cast';
import { done } from '../../../support/outcome';
import type { Things } from './things';

const today = ukDay(new Date());

/** What organisations of nobody in the cast own, draft and follow, and a figure. */
export async function makeDirection(things: Things): Promise<void> {
  const one = await makeOwner('Owner of the scene');
  const other = await makeOwner('Other owner of the scene');
  const keeper = await makeCoordinator();
  const named = { document: 'Aims of the scene', kind: 'threat', note: 'For the scene', priorities: 'Fraud' };
  const joint = done(
    await run(proposeJointSet, one.actor, {
      ...{ ...named, startsWritten: '2026', endsWritten: '' },
      owners: `${one.organisation.slug}\n${other.organisation.slug}`,
    }),
  );
  things.keep('joint set', 'draft', { reference: showReference(joint.reference) });
  const interim = done(
    await run(addInterimSet, one.actor, {
      ...{
        ...named,
        team: one.team.reference,
        startsOn: isoDay(today),
        expiresOn: isoDay(addDays(today, 90)),
      },
    }),
  );
  things.keep('interim set', 'always', { slug: interim.slug });
  const following = done(
    await run(declareFollowing, one.actor, {
      ...{ organisation: one.organisation.slug, followed: `set:${interim.slug}`, startsOn: isoDay(today) },
    }),
  );
  things.keep('following', 'always', { reference: showReference(following.reference) });
  const figure = {
    area: 'fraud',
    name: 'Reports',
    measures: 'reports, not offences',
    unit: 'reports',
  };
  const indicator = done(await run(addIndicator, keeper, figure));
  things.keep('indicator', 'always', { reference: showReference(indicator.reference) });
}
