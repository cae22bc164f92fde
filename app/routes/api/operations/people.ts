import { z } from 'zod';
import { isMember, type Actor } from '~/domain/actor';
import { AVAILABILITY_NAMES, WILLING_NAMES } from '~/domain/people/expert-profile';
import { ORGANISATION_KIND_NAMES } from '~/domain/people/organisations/organisation';
import { expertPage } from '~/domain/people/queries/expert-page.server';
import { experts } from '~/domain/people/queries/experts.server';
import { organisationPage } from '~/domain/people/queries/organisation-page.server';
import { organisations } from '~/domain/people/queries/organisations.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { pageOf, paging, reading } from '~/web/api/operation';
import { Problem } from '~/web/api/problem';
import { expert, expertInList, organisation, organisationInList } from './people-answer';

const place = z.string().max(12).optional();

/** The network is there for its verified members, as its pages are. */
function ofTheNetwork(actor: Actor): void {
  if (!isMember(actor)) throw new Problem('denied', 'This is for verified members of the network.');
}

const ofExperts = { tag: 'Experts', scope: 'read:experts', members: true } as const;
const ofOrganisations = { tag: 'Organisations', scope: 'read:organisations', members: true } as const;

export const peopleOperations = [
  reading({
    ...ofExperts,
    id: 'listExperts',
    path: '/experts',
    summary: 'Experts who are listed, by name',
    search: {
      threat: z.string().max(12).optional(),
      method: z.string().max(12).optional(),
      availability: z.enum(AVAILABILITY_NAMES).optional(),
      language: z.string().max(60).optional(),
      region: z.string().max(60).optional(),
      willing: z.enum(WILLING_NAMES).optional(),
      ...paging(place),
    },
    answer: pageOf(expertInList),
    read: async ({ actor, search: { cursor: after, ...filters } }) => {
      ofTheNetwork(actor);
      const list = await ask(experts, actor, { ...filters, after });
      const items = list?.rows.map((one) => ({ ...one, page: paths.expert(one.reference) }));
      return list && { items, next: list.next };
    },
  }),
  reading({
    ...ofExperts,
    id: 'getExpert',
    path: '/experts/{reference}',
    summary: 'The profile of an expert',
    answer: expert,
    read: async ({ actor, params }) => {
      ofTheNetwork(actor);
      const found = await ask(expertPage, actor, params);
      return found && { ...found, page: paths.expert(found.reference) };
    },
  }),
  reading({
    ...ofOrganisations,
    id: 'listOrganisations',
    path: '/organisations',
    summary: 'Organisations, by name',
    search: {
      q: z.string().max(200).optional(),
      kind: z.enum(ORGANISATION_KIND_NAMES).optional(),
      ...paging(place),
    },
    answer: pageOf(organisationInList),
    read: async ({ actor, search: { cursor: after, ...filters } }) => {
      ofTheNetwork(actor);
      const list = await ask(organisations, actor, { ...filters, after });
      const items = list?.rows.map((one) => ({ ...one, page: paths.organisation(one.reference) }));
      return list && { items, next: list.next };
    },
  }),
  reading({
    ...ofOrganisations,
    id: 'getOrganisation',
    path: '/organisations/{reference}',
    summary: 'An organisation with its teams and those of its people who are listed',
    answer: organisation,
    read: async ({ actor, params }) => {
      ofTheNetwork(actor);
      const found = await ask(organisationPage, actor, params);
      return found && { ...found, page: paths.organisation(found.reference) };
    },
  }),
];
