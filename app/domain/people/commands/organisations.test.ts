import { expect, test } from 'vitest';
import { actorFor, makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { organisationPage } from '../queries/organisation-page.server';
import { organisations } from '../queries/organisations.server';
import { addOrganisation } from './add-organisation.server';
import { changeOrganisation } from './change-organisation.server';

const base = useDatabase();
const coordinator = async () => actorFor((await makePerson({ roles: ['coordinator'] })).id);
const form = {
  name: 'Institute of Tides',
  kind: 'research-institute-or-think-tank',
  changeNote: 'From its web page',
};

test('an organisation is added and changed, with what stood before kept', async () => {
  const actor = await coordinator();
  const { reference } = done(
    await run(addOrganisation, actor, { ...form, domains: 'tides.org.uk, www.tides.org.uk' }),
  );
  const added = await ask(organisationPage, actor, { reference });
  expect(added).toMatchObject({
    level: null,
    region: null,
    domains: ['tides.org.uk', 'www.tides.org.uk'],
    revision: 1,
  });
  const change = {
    ...form,
    organisation: reference,
    name: 'Tides Institute',
    level: 'national',
    domains: 'tides.org.uk',
    revision: 1,
  };
  done(await run(changeOrganisation, actor, { ...change, changeNote: 'Renamed' }));
  expect(ending(await run(changeOrganisation, actor, change))).toBe('OrganisationHasChanged');
  const changed = await ask(organisationPage, actor, { reference });
  expect(changed).toMatchObject({ name: 'Tides Institute', level: 'national', domains: ['tides.org.uk'] });
  expect(changed?.versions.map(({ number, content, by }) => [number, content.name, by])).toEqual([
    [2, 'Tides Institute', actor.name],
    [1, 'Institute of Tides', actor.name],
  ]);
});

test('a name and a domain belong to one organisation', async () => {
  const actor = await coordinator();
  const { name } = await makeOrganisation({ domain: 'taken.ac.uk' });
  expect(ending(await run(addOrganisation, actor, { ...form, name: name.toUpperCase() }))).toBe(
    'OrganisationIsKnown',
  );
  expect(ending(await run(addOrganisation, actor, { ...form, name: 'Other', domains: 'taken.ac.uk' }))).toBe(
    'DomainIsTaken',
  );
});

test.each(['gmail.com', 'ac.uk', 'no spaces allowed', 'nodots', 'http://a.ac.uk'])(
  '%s is no domain that proves anything',
  async (domain) => {
    const outcome = await run(addOrganisation, await coordinator(), { ...form, domains: domain });
    expect(outcome.kind === 'invalid' && outcome.issues[0]?.path).toEqual(['domains']);
  },
);

test('only coordinators and administrators curate, and only members read', async () => {
  const organisation = await makeOrganisation();
  const member = await actorFor((await makePerson()).id);
  expect(ending(await run(addOrganisation, member, form))).toBe('denied');
  expect(
    ending(
      await run(changeOrganisation, member, { ...form, organisation: organisation.reference, revision: 1 }),
    ),
  ).toBe('denied');
  expect(await ask(organisationPage, member, { reference: organisation.reference })).toMatchObject({
    may: { change: false, createTeam: false },
  });
  const unverified = await actorFor((await makePerson({ verified: false })).id);
  expect(await ask(organisationPage, unverified, { reference: organisation.reference })).toBeNull();
  expect((await ask(organisations, unverified, {}))?.rows).toEqual([]);
});

test('the list pages through every organisation once, by name, and filters', async () => {
  const member = await actorFor((await makePerson()).id);
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await ask(organisations, member, { after });
    seen.push(...(page?.rows ?? []).map(({ reference }) => reference));
    if (!page?.next) break;
    after = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(await base.db.organisation.count());
  const forces = await ask(organisations, member, { kind: 'police-force', q: 'wales' });
  expect(forces?.rows.map(({ name }) => name)).toEqual(['North Wales Police', 'South Wales Police']);
  expect(forces?.rows[0]?.region).toMatch(/North West/);
});

test('teams and people are counted while they last', async () => {
  const member = await actorFor((await makePerson()).id);
  const organisation = await makeOrganisation({ name: 'Countable' });
  await makeTeam({ organisationId: organisation.id });
  await makePerson({ organisationId: organisation.id, expert: true });
  const page = await ask(organisations, member, { q: 'Countable' });
  expect(page?.rows).toMatchObject([{ teams: 1, members: 1 }]);
  expect((await ask(organisationPage, member, { reference: organisation.reference }))?.people).toHaveLength(
    1,
  );
});
