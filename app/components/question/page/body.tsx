import type { QuestionPage } from '~/domain/questions/queries/question-page.server';
import { showDate, showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { SummaryList } from '~/ui/content/summary-list';
import { CriteriaTable } from './criteria-table';
import { Lines } from '../../lines';
import { LotsSection } from './lots-section';

/** The text of a question as it was published, then what was said since. */
export function QuestionBody({ question }: { question: QuestionPage }) {
  const { asked, background, outputs, decision, decisionDate, neededBy, criteria, qualityWeight, route } =
    question;
  return (
    <>
      <h2 className="govuk-heading-m">What we need to know</h2>
      <ol className="govuk-list govuk-list--number">
        {asked.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
      {background && (
        <section>
          <h2 className="govuk-heading-m">What is known already</h2>
          <Lines text={background} />
        </section>
      )}
      {outputs && (
        <section>
          <h2 className="govuk-heading-m">What we want to receive</h2>
          <Lines text={outputs} />
        </section>
      )}
      {(decision || decisionDate) && (
        <section>
          <h2 className="govuk-heading-m">What it decides</h2>
          {decision && <Lines text={decision} />}
          <p className="govuk-body">
            {[
              decisionDate && `Decided by ${showDate(decisionDate)}`,
              neededBy && `answer needed by ${showDate(neededBy)}`,
            ]
              .filter(Boolean)
              .join('; ')}
          </p>
        </section>
      )}
      <LotsSection lots={question.lots} limits={question.lotLimits} />
      {route.takesBids && criteria.length > 0 && (
        <CriteriaTable
          criteria={criteria}
          method={question.method}
          qualityWeight={qualityWeight}
          priceScored={route.priceScored}
        />
      )}
      {question.expressions.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Expressions of interest first</h2>
          <p className="govuk-body">
            A short form comes before any bid, and those chosen are invited to bid in full.{' '}
            <a className="govuk-link" href={paths.expression(question.reference)}>
              Your expression of interest
            </a>
          </p>
          <SummaryList
            rows={question.expressions.map(({ label, value }) => ({
              key: label,
              value: <Lines text={value} />,
            }))}
          />
        </section>
      )}
      {question.requirements.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Who may bid, and what every bid must show</h2>
          <SummaryList
            rows={question.requirements.map(({ label, value }) => ({
              key: label,
              value: <Lines text={value} />,
            }))}
          />
        </section>
      )}
      {question.particulars.map(({ title, answers }) => (
        <Details key={title} summary={title}>
          <SummaryList
            rows={answers.map(({ label, value }) => ({ key: label, value: <Lines text={value} /> }))}
          />
        </Details>
      ))}
      <Sessions question={question} />
      <Extensions question={question} />
      <Addenda question={question} />
      <Clarifications question={question} />
    </>
  );
}

function Sessions({ question: { reference, sessions } }: { question: QuestionPage }) {
  if (sessions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Sessions for bidders</h2>
      <ul className="govuk-list govuk-list--bullet">
        {sessions.map(({ reference: one, subject, startsAt, minutes }) => (
          <li key={one}>
            {showInstant(startsAt)}, UK time, for {minutes} minutes: {subject}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.sessions(reference)}>
          How to join
        </a>
      </p>
    </section>
  );
}

function Extensions({ question: { extensions } }: { question: QuestionPage }) {
  if (extensions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Deadline moved</h2>
      {extensions.map(({ from, to, reason, confirmedAt }) => (
        <article key={to}>
          <h3 className="govuk-heading-s">
            To {showInstant(to)}, from {showInstant(from)}
          </h3>
          <Lines text={reason} />
          <p className="govuk-body-s text-quiet">Agreed by two people on {showDay(confirmedAt)}</p>
        </article>
      ))}
    </section>
  );
}

function Addenda({ question: { addenda } }: { question: QuestionPage }) {
  if (addenda.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Addenda</h2>
      {addenda.map(({ number, text, publishedAt }) => (
        <article key={number}>
          <h3 className="govuk-heading-s">
            Addendum {number}, {showDay(publishedAt)}
          </h3>
          <Lines text={text} />
        </article>
      ))}
    </section>
  );
}

function Clarifications({ question }: { question: QuestionPage }) {
  const { clarifications, clarificationsCloseAt, answersDueAt, state } = question;
  if (!clarificationsCloseAt) return null;
  return (
    <section>
      <h2 className="govuk-heading-m" id="clarifications">
        Clarifications
      </h2>
      {clarifications.length === 0 && (
        <p className="govuk-body">
          {state === 'open' ? 'Nobody has been answered yet.' : 'None were published.'}
        </p>
      )}
      {clarifications.map(({ reference, question: text, answer, answeredAt }) => (
        <article key={reference}>
          <h3 className="govuk-heading-s">{text}</h3>
          <Lines text={answer} />
          <p className="govuk-body-s text-quiet">Answered on {showDay(answeredAt)}</p>
        </article>
      ))}
      {state === 'open' && answersDueAt && (
        <p className="govuk-body">
          Questions can be asked until {showInstant(clarificationsCloseAt)}. Answers are due by{' '}
          {showInstant(answersDueAt)} and go to everybody; who asked is never shown.
        </p>
      )}
    </section>
  );
}
