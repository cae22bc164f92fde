import { paths } from '~/paths';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';

/** From the list over the question to the page one is on. */
export const QuestionCrumbs = ({
  question,
  here,
}: {
  question: { reference: string; title: string };
  here: string;
}) => (
  <Breadcrumbs
    items={[
      { text: 'Questions', href: paths.questions() },
      { text: question.title, href: paths.question(question.reference) },
      { text: here },
    ]}
  />
);
