import type { ActionFunctionArgs } from '@remix-run/node';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { setCountries } from '~/domain/understanding/commands/set-countries.server';
import { countriesOf } from '~/domain/understanding/queries/countries-of.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { found } from '~/web/reply.server';
import { personWhoAsks, type Arrival } from '~/web/who.server';

type Noun = 'question' | 'finding';

export async function loadCountries(args: Arrival, noun: Noun) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(countriesOf, actor, { noun, reference: args.params['reference'] }));
  const { reference, title, roles, may } = view;
  return { noun, reference, title, roles, maySet: isAllowed(may) };
}

export const recordCountries = (args: ActionFunctionArgs, noun: Noun) =>
  act(args, setCountries, {
    fixed: { noun, reference: args.params['reference'] ?? '' },
    done: ({ reference }) => (noun === 'question' ? paths.question(reference) : paths.finding(reference)),
    says: 'Countries recorded',
  });
