import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { ask } from '~/domain/query.server';
import { priorityVotes } from '~/domain/ratings/queries/priority-votes.server';
import { mayReadVotes } from '~/domain/ratings/votes/votes';
import { showReference } from '~/domain/reference';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { votesSearch } from './search.server';

/** The ranking as its page shows it, without anybody's own votes. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadVotes(actor));
  const { findings, period, priority } = found(await ask(priorityVotes, actor, votesSearch(args)));
  const rows = [
    ['half-year from', 'priority', 'place', 'finding', 'title', 'votes', 'people'],
    ...findings.map(({ place, reference, title, votes, people }) => [
      ...[period, priority.name, place],
      ...[showReference(reference), title, votes, people],
    ]),
  ];
  return new Response(csvText(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-votes-${period}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
