import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { cursorInput } from '~/domain/cursor';
import { STATE_TAGS, SUBJECTS } from '~/domain/measures/follow-ups/follow-up';
import { followUps } from '~/domain/measures/queries/follow-ups.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';
import { showCount } from '~/domain/words';

export const meta = () => pageTitle('Follow-ups');

const shape = { show: z.enum(['due', 'planned', 'answered']).default('due'), after: cursorInput.optional() };

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  return found(await ask(followUps, actor, readSearch(args.request, shape)));
}

export default function FollowUps() {
  const { rows, next, show } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Measures', href: paths.measures() }, { text: 'Follow-ups' }]} />}
    >
      <h1 className="govuk-heading-xl">Follow-ups</h1>
      <Lede>
        Six, twelve and twenty-four months after an award closes, a finding is published or a measure is
        piloted, somebody looks what became of it.
      </Lede>
      <FilterPanel action={paths.followUps()}>
        <Select
          label="Show"
          id="show"
          name="show"
          defaultValue={show}
          options={[
            { text: 'Due', value: 'due' },
            { text: 'Planned', value: 'planned' },
            { text: 'Answered', value: 'answered' },
          ]}
        />
      </FilterPanel>
      {rows.length === 0 ? (
        <EmptyState title="Nothing is here">Yours appear on their day, and on your home page.</EmptyState>
      ) : (
        <ScrollingTable
          name="Follow-ups"
          head={['Of', 'Look', 'Due on', 'Whose', 'State']}
          rows={rows.map((row) => [
            <a key={row.reference} className="govuk-link" href={paths.followUp(row.reference)}>
              {row.title}
            </a>,
            `${showCount(row.months, 'month')}. ${SUBJECTS[row.subject]}`,
            showDate(row.dueOn),
            row.owner ?? 'Coordinators',
            <Tag key="state" colour={STATE_TAGS[row.state].colour}>
              {STATE_TAGS[row.state].text}
            </Tag>,
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.followUps({ show, after: next }) }} />}
    </PageBody>
  );
}
