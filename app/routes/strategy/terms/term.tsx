import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { enablerCoverage } from '~/domain/insight/enablers/enabler-coverage.server';
import { taggedWith } from '~/domain/insight/queries/tagged-with.server';
import { ask } from '~/domain/query.server';
import { termPage } from '~/domain/taxonomy/queries/term-page.server';
import { SCHEME_NAMES } from '~/domain/taxonomy/term';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { MetaLine } from '~/ui/report/meta-line';
import { found } from '~/web/reply.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { ShownAsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { CoverageOfEnabler } from '../enablers/coverage-of-enabler';
import { AboutTerm } from './about-term';
import { MergedTerms } from './merge/merged-terms';
import { TaggedWith } from './tagged-with';
import { WordingOnDay } from './wording-on-day';
import { Wordings } from './wordings';

/** Asked of every question before it is published. */
const FINANCE = 'illicit-finance';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const reference = args.params['reference'];
  const { on, merged } = readSearch(args.request, {
    ...onShape,
    merged: z.literal('shown').optional(),
  });
  const asked = askedDay(on, actor.asOf);
  const day = asked.on;
  const { until, ...term } = found(await ask(termPage, actor, { reference, on: day }));
  if (term.mergedInto && !merged) throw redirect(paths.term(term.mergedInto.reference, day), day ? 302 : 301);
  const about = { id: term.id, on: day, until: until ?? undefined };
  const coverage = term.scheme === 'enabler' ? await ask(enablerCoverage, actor, about) : null;
  return withDay({ term, coverage, tagged: found(await ask(taggedWith, actor, about)) }, asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.term.name : 'Not found');

export default function TermPage() {
  const { term, coverage, tagged, typed, wrong } = useLoaderData<typeof loader>();
  const { reference, scheme, name, definition, retiredAt, may } = term;
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: 'Terms', href: paths.terms() },
            { text: name },
          ]}
        />
      }
      aside={<AboutTerm term={term} />}
    >
      <MetaLine state={retiredAt ? { text: 'Retired', colour: 'grey' } : { text: 'In use', colour: 'green' }}>
        {SCHEME_NAMES[scheme].one}
        {showReference(reference)}
      </MetaLine>
      <h1 className="govuk-heading-xl">{name}</h1>
      {term.asOf && (
        <ShownAsOf day={term.asOf.day} enteredSince={term.enteredSince} today={paths.term(reference)} />
      )}
      {term.retiredAt && (
        <InsetText>
          Retired: {term.retiredReason}
          {term.successor && (
            <>
              {' '}
              Use{' '}
              <a className="govuk-link" href={paths.term(term.successor.reference)}>
                {term.successor.name}
              </a>{' '}
              instead.
            </>
          )}
        </InsetText>
      )}
      <MergedTerms term={term} />
      <Lede>{definition === '' ? 'No definition is recorded.' : definition}</Lede>
      {may.edit && !term.asOf && (
        <ActionBar>
          {retiredAt ? (
            <Button variant="secondary" href={paths.bringBackTerm(reference)}>
              Bring it back
            </Button>
          ) : (
            <>
              <Button href={paths.editTerm(reference)}>Change the wording</Button>
              <a className="govuk-link" href={paths.retireTerm(reference)}>
                Retire this term
              </a>
              {!term.mergedInto && (
                <a className="govuk-link" href={paths.mergeTerm(reference)}>
                  Merge it into another
                </a>
              )}
            </>
          )}
        </ActionBar>
      )}
      <TaggedWith term={term} {...tagged} />
      {coverage && <CoverageOfEnabler {...coverage} />}
      {coverage && term.slug === FINANCE && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.financeReport()}>
            Of which questions illicit finance is a part
          </a>
        </p>
      )}
      <WordingOnDay reference={reference} asOf={term.asOf} typed={typed} wrong={wrong} />
      <Wordings
        versions={term.versions}
        history={may.readHistory ? paths.history('term', reference) : null}
      />
    </PageBody>
  );
}
