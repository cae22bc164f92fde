import { checkboxesProps, Form } from '~/components/form';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Facts } from '~/ui/layout/facts';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import type { FormReply } from '~/web/act.server';

interface Tag {
  scheme: 'businessModelStage' | 'chainPosition';
  slug: string;
  name: string;
}

interface Props {
  noun: 'question' | 'finding';
  reference: string;
  title: string;
  terms: Tag[];
  choices: Tag[];
  maySet: boolean;
  reply: FormReply | undefined;
}

const FIELDS = [
  ['stages', 'businessModelStage', 'Stages of the business'],
  ['positions', 'chainPosition', 'Positions in the chain'],
] as const;

/** Which part of the criminal business a question or finding is about, to read, and to say by those who may. */
export function BusinessTagsPage({ noun, reference, title, terms, choices, maySet, reply }: Props) {
  const of = (tags: Tag[], scheme: Tag['scheme']) => tags.filter((one) => one.scheme === scheme);
  const values = Object.fromEntries(
    FIELDS.map(([field, scheme]) => [field, of(terms, scheme).map(({ slug }) => slug)]),
  );
  return (
    <PageBody
      before={<BackLink href={noun === 'question' ? paths.question(reference) : paths.finding(reference)} />}
    >
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Which part of the business it is about</h1>
      <Facts
        items={FIELDS.map(([, scheme, name]) => ({
          name,
          value:
            of(terms, scheme)
              .map((term) => term.name)
              .join(', ') || 'None said',
        }))}
      />
      {maySet && (
        <Form reply={reply} values={values}>
          {(fields) => (
            <>
              {FIELDS.map(([field, scheme, label]) => (
                <Checkboxes
                  key={field}
                  small
                  label={label}
                  labelProps={{ size: 's' }}
                  items={of(choices, scheme).map(({ slug, name }) => ({ value: slug, label: name }))}
                  {...checkboxesProps(fields[field])}
                />
              ))}
              <Button once>Save</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
