import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { directionPage } from '~/domain/insight/direction/direction-page.server';
import { ask } from '~/domain/query.server';
import { showPeriod } from '~/domain/strategy/written-date';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { TopQuestions } from './below/top-questions';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(directionPage, actor, { on: asked.on }));
  return withDay(view, asked);
}

export const meta = () => pageTitle('Current direction');

export default function Direction() {
  const { day, asked, typed, wrong, frameworks, sets, questions, changes } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Current direction' }]} />
      }
    >
      <article className="one-sheet">
        <h1 className="govuk-heading-l">
          {asked ? `Direction on ${showDate(day)}` : `Current direction, ${showDate(day)}`}
        </h1>
        <AsOf action={paths.direction()} today={paths.direction()} {...{ day, asked, typed, wrong }} />
        <h2 className="govuk-heading-m">In force</h2>
        {frameworks.length === 0 && <p className="govuk-body">No framework is in force.</p>}
        {frameworks.map(({ slug, document, startsWritten, endsWritten, items }) => (
          <p key={slug} className="govuk-body">
            <a className="govuk-link" href={paths.framework(slug)}>
              {document}
            </a>
            , {showPeriod(startsWritten, endsWritten)}: {items.join('; ')}.
          </p>
        ))}
        {sets.length === 0 && <p className="govuk-body">No list of priorities is in force.</p>}
        {sets.map(({ slug, document, interim, standing, priorities }) => (
          <p key={slug} className="govuk-body">
            <a className="govuk-link" href={paths.prioritySet(slug)}>
              {document}
            </a>{' '}
            {interim && <Tag colour="purple">Interim</Tag>}{' '}
            {standing === 'unknown' ? '(its list was not found)' : priorities.join('; ')}
          </p>
        ))}
        <h2 className="govuk-heading-m">First questions</h2>
        <TopQuestions questions={questions} />
        <h2 className="govuk-heading-m">What changed in the last three months</h2>
        {changes.length === 0 && <p className="govuk-body">Nothing was recorded.</p>}
        <ul className="govuk-list govuk-list--bullet">
          {changes.map(({ what, note, recordedAt }) => (
            <li key={`${what} ${note} ${String(recordedAt)}`}>
              {showDay(recordedAt)}: {what}. {note}
            </li>
          ))}
        </ul>
      </article>
    </PageBody>
  );
}
