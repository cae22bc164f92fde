import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { nearestQuestionsAndFindings } from '~/domain/matching/queries/nearest-questions-and-findings.server';
import { ask } from '~/domain/query.server';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const question = found(await ask(questionPage, actor, { reference: args.params['reference'] }));
  found(question.publishedAt);
  const { id, reference, title, summary, asked, background } = question;
  const near = await ask(nearestQuestionsAndFindings, actor, {
    text: [title, summary, ...asked, background].join('\n').slice(0, 50_000),
    exceptQuestionId: id,
  });
  return { question: { reference, title }, questions: near?.questions ?? [], findings: near?.findings ?? [] };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Near to ${data.question.title}` : 'Not found');

export default function RelatedToQuestion() {
  const { question, questions, findings } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<QuestionCrumbs question={question} here="Near to it" />}>
      <span className="govuk-caption-l">{question.title}</span>
      <h1 className="govuk-heading-l">Findings and questions near to it</h1>
      <p className="govuk-body">
        Found by the words of the question, the nearest first. Whether one of them answers it is for its
        reader to judge.
      </p>
      {findings.length + questions.length === 0 && (
        <EmptyState title="Nothing near to it yet">
          No other question and no finding that you can see shares enough words with it.
        </EmptyState>
      )}
      <Nearest
        title="Findings"
        items={findings.map(({ reference, title, year, keyMessages }) => ({
          ...{ href: paths.finding(reference), title, text: keyMessages },
          fact: year ? String(year) : '',
        }))}
      />
      <Nearest
        title="Questions"
        items={questions.map(({ reference, title, state, summary }) => ({
          ...{ href: paths.question(reference), title, text: summary, fact: state },
        }))}
      />
    </PageBody>
  );
}

interface Item {
  href: string;
  title: string;
  fact: string;
  text: string;
}

function Nearest({ title, items }: { title: string; items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <ol className="govuk-list govuk-list--spaced">
        {items.map((item) => (
          <li key={item.href}>
            <a className="govuk-link govuk-!-font-weight-bold" href={item.href}>
              {item.title}
            </a>
            {item.fact !== '' && <p className="govuk-hint govuk-!-margin-bottom-1">{item.fact}</p>}
            {item.text !== '' && <p className="govuk-body whitespace-pre-line">{item.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
