import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { explainRating } from '~/domain/ratings/commands/explain-rating.server';
import { outlierNote } from '~/domain/ratings/queries/outlier-note.server';
import { showValue } from '~/domain/ratings/rating';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { Lede } from '~/ui/report/lede';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Why you see it differently');

const named = ({ params }: LoaderFunctionArgs | ActionFunctionArgs) => ({
  reference: params['reference'] ?? '',
  priority: params['priority'] ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(outlierNote, await personWhoAsks(args), named(args)));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, explainRating, {
    fixed: named(args),
    done: ({ reference }) => `${paths.finding(reference)}#ratings`,
    says: 'What you said stands beside the ratings, with your name',
  });

export default function ExplainRating() {
  const { finding, priority, value, reason, note } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={`${paths.finding(finding.reference)}#ratings`} />}>
      <h1 className="govuk-heading-xl">Why you see it differently</h1>
      <Lede>
        You said of “{finding.title}”, for “{priority.name}”: {showValue(value)}. The others lie far from
        that.
      </Lede>
      <p className="govuk-body">
        You may know what they do not. Nobody asks you to change your rating.
        {reason && ` When you rated, you gave this reason: ${reason}`}
      </p>
      <Form id="why" reply={reply} values={{ note: note ?? '' }}>
        {(fields) => (
          <>
            <Textarea
              label="Why you see it differently"
              hint="Members see it beside the ratings, with your name."
              rows={5}
              {...fieldProps(fields.note)}
            />
            <Button>Say why</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
