import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { AwardsOnFile } from '~/components/award/file/awards-on-file';
import { ChallengesOnFile } from '~/components/award/file/challenges-on-file';
import { PeopleOnFile } from '~/components/award/file/people-on-file';
import { ScoresOnFile } from '~/components/award/file/scores-on-file';
import { TextsOnFile } from '~/components/award/file/texts-on-file';
import { TrailOnFile } from '~/components/award/file/trail-on-file';
import { RankingTable } from '~/components/evaluation/ranking/ranking-table';
import { Recommendations } from '~/components/evaluation/ranking/recommendations';
import { QuestionBody } from '~/components/question/page/body';
import { questionFile } from '~/domain/awards/queries/question-file.server';
import { ask } from '~/domain/query.server';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDecision } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference } = args.params;
  const file = seen(await ask(questionFile, actor, { reference }));
  const question = found(await ask(questionPage, actor, { reference }));
  return { file, question, chain: await chainOfDecision(actor, file.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['File', data.file.title] : ['Not found']));

export default function File() {
  const { file, question, chain } = useLoaderData<typeof loader>();
  return (
    <EvaluationPage chain={chain} question={file} here="File" wide>
      <MetaLine state={{ text: file.stage }}>
        {question.route.name}
        {question.marking}
      </MetaLine>
      <span className="govuk-caption-l">The file of a question, as of {showInstant(file.printedAt)}</span>
      <h1 className="govuk-heading-l">{file.title}</h1>
      <p className="govuk-body">
        Asked by {question.team.name}. That you read this file is recorded. Who asked for clarifications is on
        no file.
      </p>
      {file.offersPack && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.assurance(file.reference)}>
            Make an assurance pack: all of it as one signed archive
          </a>
        </p>
      )}
      <p className="govuk-body">{question.summary}</p>
      <QuestionBody question={question} />
      <PeopleOnFile panel={file.panel} declarations={file.declarations} />
      <TextsOnFile bids={file.bids} meetings={file.meetings} />
      {file.scores ? <ScoresOnFile scores={file.scores} /> : <NotYet />}
      {file.ranking && (
        <>
          <h2 className="govuk-heading-m">Ranking</h2>
          <RankingTable {...file.rules} rows={file.ranking} />
        </>
      )}
      <Recommendations recommendations={file.recommendations} rows={file.ranking ?? []} />
      <AwardsOnFile awards={file.awards} />
      <ChallengesOnFile challenges={file.challenges} />
      <h2 className="govuk-heading-m">Assessment summaries</h2>
      <p className="govuk-body">{summariesOf(file.summaries)}</p>
      <h2 className="govuk-heading-m">Findings</h2>
      <p className="govuk-body">
        {file.findings.map(({ title }) => title).join('; ') || 'None are published yet.'}
      </p>
      <TrailOnFile facts={file.facts} />
    </EvaluationPage>
  );
}

const NotYet = () => (
  <>
    <h2 className="govuk-heading-m">Scores</h2>
    <p className="govuk-body">They join the file when quality is agreed and you may see the ranking.</p>
  </>
);

function summariesOf(summaries: { sentAt: string | null }[]): string {
  const sent = summaries.filter(({ sentAt }) => sentAt !== null).length;
  if (summaries.length === 0) return 'None are prepared yet.';
  return `${summaries.length} prepared, ${sent} sent.`;
}
