import { Form } from '@remix-run/react';
import type { QuestionPage } from '~/domain/questions/queries/question-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

interface Props {
  question: QuestionPage;
  ownBid: { reference: string; submitted: boolean } | null;
}

/** The one thing to do now, then what else one may. */
export function QuestionActions({ question, ownBid }: Props) {
  const { reference, may } = question;
  const links = linksFor(question);
  return (
    <>
      <div>
        <PrimaryAction question={question} ownBid={ownBid} />
      </div>
      {may.signalInterest && !question.interested && !ownBid && (
        <OneStep reference={reference} intent="interest" text="Express interest" />
      )}
      {may.watch && (
        <OneStep
          reference={reference}
          intent={question.watching ? 'unwatch' : 'watch'}
          text={question.watching ? 'Stop watching' : 'Watch'}
        />
      )}
      {links.length > 0 && (
        <ul className="govuk-list">
          {links.map(([text, href]) => (
            <li key={href}>
              <a className="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const isOver = ({ millisecondsLeft }: QuestionPage): boolean =>
  millisecondsLeft !== null && millisecondsLeft <= 0;

function PrimaryAction({ question, ownBid }: Props) {
  const { reference, may, ownAnswer } = question;
  if (may.edit) return <Button href={paths.questionDraft(reference)}>Continue this draft</Button>;
  if (may.approve) return <Button href={paths.questionApproval(reference)}>Approve or return</Button>;
  if (ownBid && question.lots.length > 0)
    return <Button href={paths.startBid(reference)}>Your bids, by lot</Button>;
  if (ownBid)
    return (
      <Button href={paths.bid(ownBid.reference)}>
        {ownBid.submitted || isOver(question) ? 'See your bid' : 'Continue your bid'}
      </Button>
    );
  if (may.bid) return <Button href={paths.startBid(reference)}>Start a bid</Button>;
  if (ownAnswer)
    return (
      <Button href={paths.ownAdviceAnswer(reference)}>
        {ownAnswer.submitted ? 'See your answer' : 'Continue your answer'}
      </Button>
    );
  if (may.answerAdvice) return <Button href={paths.ownAdviceAnswer(reference)}>Answer this request</Button>;
  return null;
}

/** A button that does its work in one step, without scripts too. */
function OneStep({ reference, intent, text }: { reference: string; intent: string; text: string }) {
  return (
    <Form method="post" action={paths.questionInterest(reference)} className="inline-block mr-3">
      <Button variant="secondary" name="intent" value={intent} once>
        {text}
      </Button>
    </Form>
  );
}

function linksFor(question: QuestionPage): [text: string, href: string][] {
  const { reference, may, route, waitingClarifications: waiting, answersReceived } = question;
  const links: [boolean, string, string][] = [
    [question.invited && may.signalInterest, 'Answer the invitation', paths.answerInvitation(reference)],
    [may.discuss, 'Discussion', paths.questionDiscussion(reference)],
    [may.askClarification, 'Ask for clarification', paths.askClarification(reference)],
    [may.seePartners && route.takesBids, 'Look for partners', paths.questionPartners(reference)],
    [may.run && waiting > 0, `Answer clarifications (${waiting} waiting)`, paths.clarifications(reference)],
    [may.run && route.takesAdvice, `Answers received (${answersReceived})`, paths.adviceAnswers(reference)],
    [may.run && route.takesBids, 'Panel and evaluation', paths.evaluation(reference)],
    [may.linkNotices, 'Link a published notice', paths.procurementNotices(reference)],
    [may.cascade, 'Send to other levels', paths.sendToLevels(reference)],
    [may.invite, 'Invite experts', paths.questionInvitations(reference)],
    [may.invite && route.takesBids, 'Sessions for bidders', paths.sessions(reference)],
    [may.extend, 'Move the deadline', paths.extendDeadline(reference)],
    [may.amend, 'Add an addendum', paths.newAddendum(reference)],
    [may.amend, 'Change who can see it', paths.questionVisibility(reference)],
    [
      may.release,
      question.released ? 'Withdraw the release' : 'Release to the public',
      paths.releaseQuestion(reference),
    ],
    [
      may.copy,
      route.takesBids || route.takesAdvice ? 'Copy to a new draft' : 'Promote to another route',
      paths.copyQuestion(reference),
    ],
    [may.withdraw && !may.edit, 'Withdraw this question', paths.withdrawQuestion(reference)],
  ];
  return links.filter(([shown]) => shown).map(([, text, href]) => [text, href]);
}
