import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { z } from 'zod';
import { AnnexStub } from '~/components/annex-stub';
import { Chain } from '~/components/chain';
import { MergedRecords } from '~/components/merged-records';
import { ElicitationsSection } from '~/components/elicitation/elicitations-section';
import { Answers } from '~/components/question/page/answers';
import { QuestionActions } from '~/components/question/page/actions';
import { QuestionBody } from '~/components/question/page/body';
import { QuestionSide } from '~/components/question/page/side';
import { ReviewNote } from '~/components/question/page/review-note';
import { SentToLevels } from '~/components/question/page/sent-to-levels';
import { StateNote } from '~/components/question/page/state-note';
import { SetAsideNote } from '~/components/question/sponsoring/set-aside-note';
import { Sponsors } from '~/components/question/sponsoring/sponsors';
import { stateTag } from '~/components/question/state-tag';
import { elicitationsAbout } from '~/domain/elicitation/queries/elicitations-about.server';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { questionStanding, showOdds } from '~/domain/insight/queries/question-standing.server';
import { mayReadDatasets } from '~/domain/knowledge/datasets/dataset-policy';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { showMarking } from '~/domain/questions/marking';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Lede } from '~/ui/report/lede';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const reference = args.params['reference'] ?? '';
  const [question, chain, standing, estimates, over] = await Promise.all([
    ask(questionPage, actor, { reference }),
    ask(chainOf, actor, { noun: 'question', reference, here: 'question' }),
    ask(questionStanding, actor, { reference }),
    ask(elicitationsAbout, actor, { noun: 'question', reference }),
    ask(handedOver, actor, { paths: [], question: reference, only: ['team'] }),
  ]);
  const page = found(question);
  const { merged } = readSearch(args.request, { merged: z.literal('shown').optional() });
  if (page.mergedInto && !merged) throw redirect(paths.question(page.mergedInto), 301);
  return {
    question: page,
    chain,
    over,
    annex: standing?.annex ?? null,
    answers: standing?.answers ?? [],
    estimates: { elicitations: [], isCoordinator: false, ...estimates },
    readsData: isAllowed(mayReadDatasets(actor)),
    ownBid: standing?.ownBid ?? null,
    odds: showOdds(standing?.odds ?? null),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? data.question.title : 'Not found');

export default function QuestionPage() {
  const { question, chain, over, annex, answers, estimates, ownBid, odds, readsData } =
    useLoaderData<typeof loader>();
  const { state, outcome, route, reference, marking, title, summary } = question;
  return (
    <PageBody
      before={chain && <Chain chain={chain} />}
      aside={
        <QuestionSide question={question} odds={odds}>
          <QuestionActions question={question} ownBid={ownBid} />
        </QuestionSide>
      }
    >
      <MetaLine state={stateTag(state, outcome)}>
        {route.name}
        {showReference(reference)}
        {showMarking(marking)}
        {question.invented && 'Invented for demonstration'}
        {question.released && 'Released to the public'}
      </MetaLine>
      <h1 className="govuk-heading-xl">{title}</h1>
      <Lede>{summary}</Lede>
      <HandedOver rows={over} />
      <StateNote question={question} />
      <ReviewNote question={question} />
      <MergedRecords of="question" {...question} pathOf={paths.question} />
      <SetAsideNote draft={reference} setAside={question.setAside} />
      <Answers answers={answers} />
      <QuestionBody question={question} />
      {annex && <AnnexStub noun="question" reference={reference} annex={annex} />}
      <ElicitationsSection
        about={{ question: reference }}
        elicitations={estimates.elicitations}
        mayOpen={question.may.run || (estimates.isCoordinator && question.publishedAt !== null)}
      />
      {question.publishedAt && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.questionRelated(reference)}>
            Findings and questions near to it
          </a>
        </p>
      )}
      {question.publishedAt && readsData && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.questionDatasets(reference)}>
            Data that answer it
          </a>
          {' · '}
          <a className="govuk-link" href={paths.questionCountries(reference)}>
            Countries it is about
          </a>
          {' · '}
          <a className="govuk-link" href={paths.questionBusiness(reference)}>
            Part of the business it is about
          </a>
        </p>
      )}
      <SentToLevels {...question} />
      <Sponsors {...question} />
    </PageBody>
  );
}
